"""How an alarm is closed: with an outcome and a reason, never by a slip of the thumb.

What everybody is told at the end cannot be taken back. So it asks "sure?" before it happens, and
what is missing is asked for, one question at a time.
"""

from collections.abc import Mapping

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import is_note_or_help, me, shown, the_alarm, typed
from rules.alarm import Stage
from rules.events import ClosingAsked, Outcome
from rules.people import Role
from storage.deed import Button, Deed, Helped
from storage.readings import AlarmSeen

_LONGEST_REASON = 300  #: signs

#: How an alarm may end, in the order of the digits that choose, and what else may be typed for it.
OUTCOMES = (
    Outcome.SAFE,
    Outcome.FALSE_ALARM,
    Outcome.DETAINED,
    Outcome.HARMED,
    Outcome.UNKNOWN,
)
_ALSO: Mapping[str, Outcome] = {
    "well": Outcome.SAFE,
    "false": Outcome.FALSE_ALARM,
    "nothing": Outcome.FALSE_ALARM,
    "held": Outcome.DETAINED,
    "hurt": Outcome.HARMED,
}
_YES, _NO = "yes", "no"


async def close(hearing: Hearing) -> Deed:
    """Close an alarm with an outcome and a reason; asks for what is missing, then once more."""
    words = typed(hearing)
    seen = await the_alarm(hearing, words[0] if words else None, "close")
    if isinstance(seen, Deed):
        return seen
    outcome = _outcome(words[1]) if len(words) > 1 else None
    reason = " ".join(words[2:]) if outcome is not None else ""
    causes = str(len(seen.alarm.causes))
    return _ask_for_what_is_missing(hearing, seen, outcome, reason, causes)


async def close_on(hearing: Hearing) -> Deed | None:
    """Hear the answer to the question that is open: the outcome, the reason, or the last yes."""
    if is_note_or_help(hearing):
        return None
    data = hearing.dialogue.data
    seen = await the_alarm(hearing, data["number"], "close")
    if isinstance(seen, Deed):
        return seen
    match hearing.dialogue.step:
        case "office-close-outcome":
            chosen = _outcome(hearing.choice(*OUTCOMES) or hearing.text)
            if chosen is None:
                return None
            return _ask_for_what_is_missing(hearing, seen, chosen, "", data["causes"])
        case "office-close-reason":
            outcome = Outcome(data["outcome"])
            return _ask_for_what_is_missing(hearing, seen, outcome, hearing.text, data["causes"])
        case _:
            return _end(hearing, seen, hearing.choice(_YES, _NO))


def _ask_for_what_is_missing(
    hearing: Hearing, seen: AlarmSeen, outcome: Outcome | None, reason: str, causes: str
) -> Deed:
    """`causes`: how many it had when they began; what comes meanwhile is not ended unread."""
    number, code = seen.alarm.number, seen.subject.code
    if seen.alarm.stage is Stage.CLOSED:
        return hearing.answer(say("office-over", number=number))
    known, again = {"number": str(number), "causes": causes}, ("close", str(number))
    if outcome is None:
        rows = tuple(
            (button(f"button-office-{one}", "close", f"{number} {one}"),) for one in OUTCOMES
        )
        return shown(
            hearing,
            (say("inner-office-close-outcome", number=number, code=code),),
            again=again,
            buttons=rows,
            changes=(hearing.talk("office-close-outcome", known),),
        )
    known["outcome"] = outcome
    if not reason or len(reason) > _LONGEST_REASON:
        asks = "inner-office-close-shorter" if reason else "inner-office-close-reason"
        return shown(
            hearing,
            (say(asks, number=number, limit=_LONGEST_REASON),),
            again=again,
            changes=(hearing.talk("office-close-reason", known),),
        )
    return shown(
        hearing,
        (say("inner-office-close-sure", number=number, code=code, outcome=str(outcome)),),
        again=again,
        buttons=((_yes(number), button("button-office-no", "close-no", number)),),
        changes=(hearing.talk("office-close-sure", {**known, "reason": reason}),),
    )


def _yes(number: int) -> Button:
    return button("button-office-yes-close", "close-yes", number, number=number)


async def sure(hearing: Hearing) -> Deed:
    """Hear the last yes or no by its button; without the question before it, nothing happens."""
    dialogue = hearing.visitor.dialogue
    open_question = dialogue is not None and dialogue.step == "office-close-sure"
    if not open_question or hearing.dialogue.data["number"] != hearing.arg:
        return hearing.answer(say("office-too-late"))
    seen = await the_alarm(hearing, hearing.arg, "close")
    if isinstance(seen, Deed):
        return seen
    return _end(hearing, seen, _YES if hearing.verb == "close-yes" else _NO) or Deed()


def _end(hearing: Hearing, seen: AlarmSeen, answer: str | None) -> Deed | None:
    if answer is None:
        return None
    data = hearing.dialogue.data
    if answer == _NO:
        kept = say("office-not-closed", number=seen.alarm.number)
        return hearing.answer(kept, changes=(hearing.end_talk(),))
    outcome, causes = Outcome(data["outcome"]), int(data["causes"])
    wanted = ClosingAsked(hearing.at, me(hearing), outcome, causes)
    return Deed(
        happenings=(Helped(seen.alarm.id, wanted, reason=data["reason"]),),
        changes=(hearing.end_talk(),),
    )


def _outcome(word: str) -> Outcome | None:
    word = word.lower()
    if word.isdecimal() and 1 <= int(word) <= len(OUTCOMES):
        return OUTCOMES[int(word) - 1]
    return next((one for one in OUTCOMES if one == word), _ALSO.get(word))


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "close", close),
    Route(_C, By.BUTTON, "close", close),
    Route(_C, By.STEP, "office-close", close_on),
    Route(_C, By.BUTTON, "close-yes", sure),
    Route(_C, By.BUTTON, "close-no", sure),
)
