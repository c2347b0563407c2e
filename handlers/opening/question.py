"""What a contact reads after "open": a question about somebody they know, and nothing else."""

from datetime import datetime

from handlers.context import button, say, short
from rules.alarm import Alarm, Kind, Stage
from rules.saying import is_looked_at
from storage.deed import Button, Words
from storage.persons import Person

#: A concern is asked of nobody but the office; of duress no contact reads anything (law 17).
_ENDINGS = {Kind.SOS: "-sos", Kind.DRILL: "-drill"}

#: What a contact may answer, and what the one who has it may report; handlers/contact.py hears it.
ANSWERS = ("seen", "can-help", "cannot-now")
FINDINGS = ("found-safe", "cannot-reach", "in-danger", "hand-back")


def known_as(contact: Person, alarm: Alarm | None) -> str | None:
    """Return the name by which the contact knows the person; None once they were taken out."""
    if alarm is None:
        return None
    return next((one.nick for one in contact.owners if one.id == alarm.subject), None)


def question(
    alarm: Alarm, contact: Person, nick: str, now: datetime
) -> tuple[tuple[Words, ...], tuple[tuple[Button, ...], ...]]:
    """Return what this contact reads of `alarm` now, and what they can press.

    From a sign of life on it is the same whatever the sign meant, also once a forced one has made
    it an alarm for the office alone (laws 16 and 17).
    """
    if is_looked_at(alarm, contact.id):
        return (say("notice-looking" if alarm.worded else "notice-taken-contact"),), ()
    if alarm.stage is Stage.HELD and alarm.holder == contact.id:
        held = say("inner-with-you", nick=nick, until=alarm.turn_at or now)
        return (held,), _rows(alarm, FINDINGS)
    if alarm.stage is Stage.HELD and alarm.holder is not None:
        return (say("notice-taken-contact"),), ()
    asked = f"inner-ask{_ENDINGS.get(alarm.kind, '')}"
    since = {} if alarm.kind is Kind.DRILL else {"since": alarm.since}
    return (say(asked, nick=nick, **since),), _rows(alarm, ANSWERS)


def _rows(alarm: Alarm, verbs: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    return tuple((button(f"button-{one}", one, short(alarm.id)),) for one in verbs)
