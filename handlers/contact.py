"""A contact answers what they were asked: seen or not, can help or not, what they found.

They see only their own part (law 11), and never hear an outcome from us (law 20). What follows is
the rules' to decide; here they are thanked and told what they can send next.
"""

from dataclasses import replace
from datetime import datetime

from handlers.context import By, Hearing, Route, button, long, say, short
from rules.alarm import Alarm, Stage
from rules.events import AlarmEvent, Answered, Finding, HandedBack, Reported, Unreachable
from rules.notices import AlarmId, Keep
from rules.people import PersonId, Role
from rules.raising import CONCERNS_AT_MOST, recent_concerns
from rules.saying import is_looked_at
from storage.deed import Button, Deed, Helped, KeepPerson, Reply

_FINDINGS = {
    "found-safe": Finding.SAFE,
    "cannot-reach": Finding.CANNOT_REACH,
    "in-danger": Finding.IN_DANGER,
}
_AFTER_SEEN = ("found-safe", "in-danger")
_AFTER_HELP = ("found-safe", "cannot-reach", "in-danger", "hand-back")
_REASON_LENGTH = 350  #: characters in their own words that go to the diary


async def seen(hearing: Hearing) -> Deed | None:
    """They have seen or heard the person since: ask how that was."""
    alarm = await _asked_about(hearing)
    if alarm is None:
        return None
    answered = Answered(hearing.at, hearing.person.id)
    if alarm.stage is Stage.CLOSED:
        return _happens(hearing, alarm, answered)
    return _happens(hearing, alarm, answered, _say(hearing, alarm, "answer-seen", _AFTER_SEEN))


async def can_help(hearing: Hearing) -> Deed | None:
    """They will try to find out; one answer holds a rung once (law 29)."""
    alarm = await _asked_about(hearing)
    if alarm is None:
        return None
    answered = Answered(hearing.at, hearing.person.id)
    if alarm.stage is Stage.CLOSED:
        return _happens(hearing, alarm, answered)
    if is_looked_at(alarm, hearing.person.id):
        return _happens(hearing, alarm, answered, _looked_at(hearing, alarm))
    if alarm.stage is Stage.HELD and alarm.holder != hearing.person.id:
        said = _say(hearing, alarm, "notice-taken-contact", ())
        return _happens(hearing, alarm, answered, said)
    return _happens(hearing, alarm, answered, _say(hearing, alarm, "answer-help", _AFTER_HELP))


async def cannot_now(hearing: Hearing) -> Deed | None:
    """They cannot help now: others are asked."""
    alarm = await _asked_about(hearing)
    if alarm is None:
        return None
    declined = Unreachable(hearing.at, hearing.person.id, declined=True)
    return _happens(hearing, alarm, declined, _say(hearing, alarm, "answer-cannot-now", ()))


async def report(hearing: Hearing) -> Deed | None:
    """They say what they found, perhaps in a few words of their own."""
    alarm = await _asked_about(hearing)
    if alarm is None:
        return None
    finding = _FINDINGS[hearing.word]
    if alarm.stage is Stage.CLOSED and finding is Finding.IN_DANGER:
        return _worry_anew(hearing, alarm)
    holds = alarm.holder == hearing.person.id and not is_looked_at(alarm, hearing.person.id)
    holds = holds and finding is not Finding.IN_DANGER
    next_words = ("hand-back",) if holds else ()
    said = _say(hearing, alarm, f"answer-{finding}", next_words)
    reported = Reported(hearing.at, hearing.person.id, finding)
    return _happens(hearing, alarm, reported, said)


def _worry_anew(hearing: Hearing, alarm: Alarm) -> Deed:
    """Danger after the end is a worry like any other: a button that stays opens two at most."""
    recent = recent_concerns(hearing.person.concerns, hearing.at)
    if len(recent) >= CONCERNS_AT_MOST:
        return hearing.answer(say("worried-enough"))
    reported = Reported(hearing.at, hearing.person.id, Finding.IN_DANGER)
    deed = _happens(hearing, alarm, reported, _say(hearing, alarm, "answer-in-danger", ()))
    counted = replace(hearing.person, concerns=(*recent, hearing.at))
    return replace(deed, changes=(KeepPerson(counted),))


async def hand_back(hearing: Hearing) -> Deed | None:
    """They give it back; the rules thank them and ask the next."""
    alarm = await _asked_about(hearing)
    if alarm is None:
        return None
    if alarm.stage is not Stage.CLOSED and is_looked_at(alarm, hearing.person.id):
        return Deed(replies=(_looked_at(hearing, alarm),))
    if alarm.holder != hearing.person.id:
        return Deed(replies=(_say(hearing, alarm, "answer-not-yours", ()),))
    return _happens(hearing, alarm, HandedBack(hearing.at, hearing.person.id))


async def anything_else(hearing: Hearing) -> Deed | None:
    """Name what can be answered, or say that there is nothing (law 11)."""
    if hearing.visitor.dialogue is not None or hearing.person.roles != {Role.CONTACT}:
        return None
    if hearing.visitor.alarms_told:
        return hearing.answer(say("answer-how"))
    return hearing.answer(say("nothing-to-read"))


async def nothing(hearing: Hearing) -> Deed:
    """An answer to a question that nobody asked, or that is long over."""
    return hearing.answer(say("nothing-to-read"))


async def _asked_about(hearing: Hearing) -> Alarm | None:
    """Return the alarm that is answered: that of the button, else the one asked about last."""
    told = hearing.visitor.alarms_told
    if not hearing.arg:
        return max(told, key=lambda one: _told_at(one, hearing.person.id), default=None)
    wanted = long(hearing.arg)
    if wanted is None:
        return None
    for alarm in told:
        if alarm.id == wanted:
            return alarm
    # It may be over by now: then a report of danger opens a new one.
    closed = await hearing.rooms.readings.alarm_by_id(AlarmId(wanted))
    return closed.alarm if closed is not None and hearing.person.id in closed.alarm.asked else None


def _told_at(alarm: Alarm, contact: PersonId) -> datetime:
    return alarm.told.get(contact, alarm.opened_at)


def _happens(hearing: Hearing, alarm: Alarm, event: AlarmEvent, *replies: Reply) -> Deed:
    reason = hearing.rest[:_REASON_LENGTH]
    return Deed(happenings=(Helped(alarm.id, event, reason),), replies=replies)


def _say(hearing: Hearing, alarm: Alarm, sentence: str, next_words: tuple[str, ...]) -> Reply:
    """Answer in the message that was pressed, so that its inner words go at once."""
    reply = hearing.reply(
        say(sentence),
        buttons=tuple((_next(one, alarm),) for one in next_words),
        keep=Keep.DAY,
        edits=hearing.message_id if hearing.pressed else None,
    )
    return replace(reply, alarm=alarm.id if alarm.stage is not Stage.CLOSED else None)


def _looked_at(hearing: Hearing, alarm: Alarm) -> Reply:
    """Say the same to everybody once a sign of life came, whatever it meant (laws 16 and 17)."""
    return _say(hearing, alarm, "notice-looking" if alarm.worded else "notice-taken-contact", ())


def _next(word: str, alarm: Alarm) -> Button:
    return button(f"button-{word}", word, short(alarm.id))


_ANSWERS = {
    "seen": seen,
    "can-help": can_help,
    "cannot-now": cannot_now,
    "found-safe": report,
    "cannot-reach": report,
    "in-danger": report,
    "hand-back": hand_back,
}

ROUTES = (
    *(Route(Role.CONTACT, By.BUTTON, name, answer) for name, answer in _ANSWERS.items()),
    *(Route(Role.CONTACT, By.WORD, name, answer) for name, answer in _ANSWERS.items()),
    *(Route(Role.CONTACT, By.BUTTON, name, nothing) for name in _ANSWERS),
    Route(Role.CONTACT, By.ANYTHING, "", anything_else),
)
