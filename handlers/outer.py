"""What a notice looks like from outside: its sentence, its buttons, how its people are named.

One line for each kind in rules/notices.py. The sentence is `notice-<kind>`, with an ending where a
fact decides the words or is missing: `notice-alarm-sos`, `notice-receipt-no-due`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from handlers.context import short
from rules.events import Finding
from rules.notices import CHOSEN, Kind, Notice
from rules.people import PersonId


class Press(Enum):
    """A button under an arriving message. What it says can also be typed."""

    OPEN = auto()  #: the inner words appear in this message
    TAKE = auto()  #: a coordinator takes the alarm
    NOT_ME = auto()  #: a coordinator cannot now


class Called(Enum):
    """How people are named in a sentence."""

    BY_CODE = auto()  #: the office's code name; a contact is "one of their people"
    BY_NICK = auto()  #: the name their own owner gave them


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What one kind looks like from outside."""

    presses: tuple[Press, ...] = ()
    ends_with: str | None = None  #: the fact whose value ends the sentence's id, if there is one
    optional: str | None = None  #: the fact without which the id ends in `-no-<fact>`
    called: Called = Called.BY_CODE


_PLAIN = Outside()
_OPENED = Outside(presses=(Press.OPEN,))
_TAKEN = Outside(presses=(Press.TAKE, Press.OPEN))

#: Values that have a sentence of their own; any other value gets the plain one.
ENDINGS: Mapping[Kind, frozenset[str]] = {
    Kind.ALARM: frozenset(
        {
            "missed", "journey", "unheard", "still-silent", "sos",
            "forced", "seized", "warned", "concern", "other-hands", "locked", "drill",
        }
    ),
    Kind.CHANGE_REFUSED: frozenset(
        {"pause-too-short", "pause-too-long", "no-extension-left", "extension-too-long"}
    ),
    Kind.REFUSED: frozenset(
        {
            "no-sign-yet", "not-yours", "needs-another", "needs-voice",
            "only-coordinators", "close-it", "news",
        }
    ),
}  # fmt: skip

KEYS = "k"  #: behind "Open": what is to be read of somebody is about keys

#: Before anything is done about these, the inner words must be read (PRACTICE.md, message 15).
READ_FIRST = frozenset({"forced", "seized", "warned", "other-hands", "locked"})

OUTSIDES: Mapping[Kind, Outside] = {
    Kind.NUDGE: _PLAIN,
    Kind.REMINDER: _PLAIN,
    Kind.RECEIPT: Outside(optional="due"),
    Kind.TOO_EARLY: _PLAIN,
    Kind.STARTED: _PLAIN,
    Kind.BREAK_SET: _PLAIN,
    Kind.BREAK_PENDING: _PLAIN,
    Kind.BREAK_OVER: Outside(optional="due"),
    Kind.CHANGE_SET: Outside(optional="due"),
    Kind.CHANGE_PENDING: _PLAIN,
    Kind.CHANGE_DROPPED: Outside(optional="due"),
    Kind.CHANGE_REFUSED: Outside(ends_with="why"),
    Kind.LEAVING: _PLAIN,
    Kind.JOURNEY_BEGUN: Outside(optional="waits"),
    Kind.JOURNEY_HALFWAY: _PLAIN,
    Kind.JOURNEY_EXTENDED: _PLAIN,
    Kind.JOURNEY_LATE: _PLAIN,
    Kind.SOS_NOTED: _PLAIN,
    Kind.SOS_SEEN: _PLAIN,
    Kind.OUTAGE_OVER: _PLAIN,
    Kind.SHEET_ANEW: _PLAIN,
    # Whoever is not of the office gets it without a number.
    Kind.SHEET: Outside(optional="number"),
    Kind.TRIAL: _PLAIN,
    Kind.ASK: _OPENED,
    Kind.TAKEN_CONTACT: _PLAIN,
    Kind.PASSED_ON: _PLAIN,
    Kind.LOOKING: _PLAIN,
    Kind.ALL_WELL: _PLAIN,
    Kind.OFFICE_SPEAKS: _PLAIN,
    Kind.IT_IS_OVER: _PLAIN,
    Kind.ALARM: Outside(presses=(Press.TAKE, Press.NOT_ME, Press.OPEN), ends_with="cause"),
    Kind.TAKEN: _PLAIN,
    Kind.FREE_AGAIN: _TAKEN,
    Kind.HOLD_OVER: _TAKEN,
    Kind.FOUND: _OPENED,
    Kind.SIGN_CAME: _OPENED,
    Kind.STILL_SILENT: _OPENED,
    Kind.NEWS: _OPENED,
    Kind.NOBODY_TOLD: _TAKEN,
    Kind.CLOSING_ASKED: _OPENED,
    Kind.CONFIRMING_ASKED: _OPENED,
    Kind.CLOSED: Outside(optional="by"),
    Kind.DRILL_REPORT: _PLAIN,
    Kind.SUBJECT_UNREACHABLE: _OPENED,
    Kind.CONTACT_UNREACHABLE: _PLAIN,
    Kind.CHANGE_TOLD: _OPENED,
    Kind.LEAVING_ASKED: _OPENED,
    Kind.LEFT: _PLAIN,
    Kind.NO_WATCH: _OPENED,
    Kind.HEARD_TOLD: _OPENED,
    Kind.SEIZED_LAPSES: _OPENED,
    Kind.CODES_TOLD: _OPENED,
    Kind.KEY_UNPROVEN: _OPENED,
    Kind.REFUSED: Outside(ends_with="why"),
}


def outside(notice: Notice) -> Outside:
    """Return what `notice` looks like from outside."""
    if _to_the_owner_about_a_contact(notice):
        return Outside(called=Called.BY_NICK)
    if notice.facts.get("cause") in READ_FIRST and notice.kind is Kind.ALARM:
        return _OPENED
    return OUTSIDES[notice.kind]


def sentence(notice: Notice) -> str:
    """Return the id of the sentence that says `notice`."""
    plain = f"notice-{notice.kind}"
    if _to_the_owner_about_a_contact(notice):
        return f"{plain}-own"
    line = OUTSIDES[notice.kind]
    ending = notice.facts.get(line.ends_with) if line.ends_with is not None else None
    if isinstance(ending, str) and ending in ENDINGS[notice.kind]:
        return f"{plain}-{ending}"
    if line.optional is not None and line.optional not in notice.facts:
        return f"{plain}-no-{line.optional}"
    return plain


def sentences() -> frozenset[str]:
    """Return the ids of everything that a notice may say."""
    ids = {f"notice-{Kind.CONTACT_UNREACHABLE}-own"}
    for kind, line in OUTSIDES.items():
        ids |= {f"notice-{kind}"} | {f"notice-{kind}-{one}" for one in ENDINGS.get(kind, ())}
        if line.optional is not None:
            ids.add(f"notice-{kind}-no-{line.optional}")
    return frozenset(ids)


def subject(notice: Notice) -> PersonId | None:
    """Return whom `notice` is about, if it says so."""
    about = notice.facts.get("subject")
    return PersonId(about) if isinstance(about, bytes) else None


def presses(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Return the buttons under `notice`: the sentence of each label, and its data."""
    number = _number(notice)
    made = {
        Press.OPEN: ("button-open", f"open:{opens(notice)}"),
        Press.TAKE: ("button-take", f"take:{number}"),
        Press.NOT_ME: ("button-not-me", f"not-me:{number}"),
    }
    return tuple(made[one] for one in outside(notice).presses)


def opens(notice: Notice) -> str:
    """Return what the button "Open" of a notice names; handlers/opening.py reads it.

    An alarm by its number for the office (with what was found, and by whom), by its id for a
    contact; otherwise the person.
    """
    by, number, about = notice.facts.get("by"), _number(notice), subject(notice)
    if notice.kind is Kind.FOUND and isinstance(by, bytes):
        # By its place: what was found is not to be read in the data behind a button.
        finding = list(Finding).index(Finding(str(notice.facts["finding"])))
        return f"{number}:{finding}:{short(PersonId(by))}"
    if notice.kind is Kind.CODES_TOLD and about is not None:
        return f"p:{short(about)}:{CHOSEN.index(str(notice.facts['change']))}"
    if notice.kind is Kind.KEY_UNPROVEN and about is not None:
        return f"p:{short(about)}:{KEYS}"
    if number:
        return number
    if notice.alarm is not None:
        return short(notice.alarm)
    return f"p:{short(about)}" if about is not None else ""


def _number(notice: Notice) -> str:
    number = notice.facts.get("number")
    return str(number) if isinstance(number, int) else ""


def _to_the_owner_about_a_contact(notice: Notice) -> bool:
    return notice.kind is Kind.CONTACT_UNREACHABLE and subject(notice) == notice.to
