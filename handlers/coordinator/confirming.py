"""A coordinator makes sure that it is the person, and that they are free, before all are told.

Where their terms ask for it, and questions of theirs are kept, one is asked first, by voice: they
alone know the answer, and a person judges it. A wrong one ends nothing, and the others of the
office hear of it at once (law 16).
"""

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import (
    is_note_or_help,
    me,
    never_told,
    others,
    shown,
    the_alarm,
    told,
    typed,
)
from rules.alarm import Kind, Stage
from rules.events import Confirmed, Proof
from rules.life import terms_of
from rules.notices import Fact, Notice
from rules.notices import Kind as Said
from rules.people import Role
from rules.terms import Section
from storage.deed import Deed, Helped, Noted
from storage.readings import AlarmSeen

#: How a coordinator may make sure, in the order of the digits that choose.
PROOFS = (Proof.VOICE, Proof.QUESTION, Proof.SEEN)

#: What may be said of a question, in the order in which the buttons stand.
_ANSWERS = ("send", "voice", "right", "wrong")
#: What a right answer is worth: whoever knows the voice as well has made sure by it.
_WORTH = {"voice": Proof.VOICE, "right": Proof.QUESTION}


async def confirm(hearing: Hearing) -> Deed:
    """Say that it is the person and that they are free: by voice, by a question, or seen."""
    words = typed(hearing)
    seen = await the_alarm(hearing, words[0] if words else None, "confirm")
    if isinstance(seen, Deed):
        return seen
    return await _confirm(hearing, seen, _proof(words[1]) if len(words) > 1 else None)


async def confirm_on(hearing: Hearing) -> Deed | None:
    """Hear how it was made sure: the answer to the question that is open."""
    if is_note_or_help(hearing):
        return None
    chosen = _proof(hearing.choice(*PROOFS) or hearing.text)
    if chosen is None:
        return None
    seen = await the_alarm(hearing, hearing.dialogue.data["number"], "confirm")
    return seen if isinstance(seen, Deed) else await _confirm(hearing, seen, chosen)


async def _confirm(hearing: Hearing, seen: AlarmSeen, proof: Proof | None) -> Deed:
    alarm = seen.alarm
    refused = _not_to_be_confirmed(hearing, seen)
    if refused is not None:
        return refused
    if alarm.back_at is not None and proof is not Proof.SEEN:
        sections = await _questions(hearing, seen)
        if sections is not None:
            return await _ask_question(hearing, seen)
        if proof is None:
            return _ask_how(hearing, seen)
    # Where nothing has been heard yet, the rules refuse it in their own words.
    return _sure(hearing, seen, proof or Proof.VOICE)


def _not_to_be_confirmed(hearing: Hearing, seen: AlarmSeen) -> Deed | None:
    number = seen.alarm.number
    if seen.alarm.stage is Stage.CLOSED:
        return hearing.answer(say("office-over", number=number))
    if seen.alarm.kind is not Kind.MISSED:
        return hearing.answer(say("office-close-it", number=number))
    return None


def _sure(hearing: Hearing, seen: AlarmSeen, proof: Proof) -> Deed:
    sure = Confirmed(hearing.at, me(hearing), proof)
    return Deed(happenings=(Helped(seen.alarm.id, sure),), changes=(hearing.end_talk(),))


def _proof(word: str) -> Proof | None:
    return next((one for one in PROOFS if one == word.lower()), None)


def _ask_how(hearing: Hearing, seen: AlarmSeen) -> Deed:
    number = seen.alarm.number
    rows = tuple((button(f"button-office-{one}", "confirm", f"{number} {one}"),) for one in PROOFS)
    return shown(
        hearing,
        (say("inner-office-confirm", number=number, code=seen.subject.code),),
        again=("confirm", str(number)),
        buttons=rows,
        changes=(hearing.talk("office-confirm", {"number": str(number)}),),
    )


# --- A question that only they can answer ---------------------------------------------------------


async def _questions(hearing: Hearing, seen: AlarmSeen) -> str | None:
    """Return which part of their sheet holds the questions; None where none is to be asked."""
    life = await hearing.rooms.readings.life(seen.subject.id)
    if life is None or not terms_of(life).question:
        return None
    kept = await hearing.rooms.dossiers.kept(seen.subject.id)
    there = {one.section for one in kept if one.gone_at is None}
    holds = (one for one in (Section.QUESTIONS, Section.WHOLE) if one in there)
    return next((f"{one:d}" for one in holds), None)


async def _ask_question(hearing: Hearing, seen: AlarmSeen) -> Deed:
    number, code = seen.alarm.number, seen.subject.code
    lines = [say("inner-question", number=number, code=code)]
    if await hearing.rooms.dossiers.key_of(me(hearing)) is None:
        lines.append(say("inner-question-no-key"))
    rows = tuple(
        (button(f"button-office-question-{one}", "question", f"{number} {one}"),)
        for one in _ANSWERS
    )
    return shown(
        hearing,
        lines,
        again=("confirm", str(number)),
        buttons=rows,
        changes=(hearing.talk("office-question", {"number": str(number)}),),
    )


async def question(hearing: Hearing) -> Deed:
    """Hear what is to be done with the question, or how the answer was."""
    words = typed(hearing)
    answer = next((one for one in words[1:] if one.lower() in _ANSWERS), None)
    if answer is None:
        return await confirm(hearing)
    return await _answered(hearing, words[0], answer.lower())


async def question_on(hearing: Hearing) -> Deed | None:
    """Hear the same, typed while the question is open."""
    if is_note_or_help(hearing):
        return None
    answer = hearing.choice(*_ANSWERS) or hearing.text.lower()
    if answer not in _ANSWERS:
        return None
    return await _answered(hearing, hearing.dialogue.data["number"], answer)


async def _answered(hearing: Hearing, number: str, answer: str) -> Deed:
    seen = await the_alarm(hearing, number, "confirm")
    if isinstance(seen, Deed):
        return seen
    refused = _not_to_be_confirmed(hearing, seen)
    if refused is not None:
        return refused
    match answer:
        case "send":
            return await _send_questions(hearing, seen)
        case "wrong":
            return await _wrong(hearing, seen)
        case _:
            return _sure(hearing, seen, _WORTH[answer])


async def _send_questions(hearing: Hearing, seen: AlarmSeen) -> Deed:
    """Hand the questions to whoever asks them; the question stays open."""
    if seen.alarm.back_at is None:
        # There is nobody to ask yet. Given by hand, the others of the office hear of it.
        return _sure(hearing, seen, Proof.QUESTION)
    sections = await _questions(hearing, seen)
    if sections is None:
        return hearing.answer(say("office-release-nothing", code=seen.subject.code))
    if await hearing.rooms.dossiers.key_of(me(hearing)) is None:
        return hearing.answer(say("office-release-no-key", who=hearing.person.code))
    number = seen.alarm.number
    facts: dict[str, Fact] = {"subject": seen.subject.id, "number": number, "sections": sections}
    return Deed(
        notices=(Notice(me(hearing), Said.SHEET, facts),),
        replies=(hearing.reply(say("office-question-sent")),),
        changes=(hearing.talk("office-question", {"number": str(number)}),),
    )


async def _wrong(hearing: Hearing, seen: AlarmSeen) -> Deed:
    """Confirm nothing; whoever else might confirm must know before they do."""
    number, subject = seen.alarm.number, seen.subject
    unasked = await never_told(hearing, subject.id)
    words = say(
        "office-question-wrong-told", number=number, code=subject.code, by=hearing.person.code
    )
    opens = ((button("button-open", "open", str(number)),),)
    heard = (told(one.id, words, buttons=opens) for one in others(hearing, subject.id, *unasked))
    return Deed(
        happenings=(Noted(subject.id, me(hearing), hearing.at),),
        changes=(hearing.end_talk(),),
        replies=(hearing.reply(say("office-question-wrong", code=subject.code)), *heard),
        notes={subject.id: "question-wrong"},
    )


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "confirm", confirm),
    Route(_C, By.BUTTON, "confirm", confirm),
    Route(_C, By.STEP, "office-confirm", confirm_on),
    Route(_C, By.COMMAND, "question", question),
    Route(_C, By.BUTTON, "question", question),
    Route(_C, By.STEP, "office-question", question_on),
)
