"""What must be said to whom: every kind of notice the rules decide, and the manner of saying it.

A notice names a person and a kind and carries facts; the words stand in handlers/words. The table
at the foot gives each kind its place in the queue, its sound and how long it stays in a chat
(PRACTICE.md, laws 13 to 15 and 17).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NewType

from rules.people import PersonId

AlarmId = NewType("AlarmId", bytes)  #: 16 random bytes

Fact = str | int | datetime | PersonId  #: what a notice may carry; PersonId is resolved to a name


class Rank(IntEnum):
    """Who is told first when there is a queue."""

    FIRST = 0  #: duress, sos and the first alarm of a person
    ALARM = 1  #: everything else about an alarm
    REMINDER = 2  #: nudges, reminders and receipts have 4 of the 28 places a second to themselves
    REST = 3  #: replies in conversations, reports
    UNSAYING = 4  #: deleting what has been said


class Kind(StrEnum):
    """Everything that the rules may say. The half-lines name the facts each one carries."""

    # To the defender.
    NUDGE = "nudge"  #: due
    REMINDER = "reminder"  #: until
    RECEIPT = "receipt"  #: at, due (the next one); a resting person has no due
    TOO_EARLY = "too-early"  #: at, due
    STARTED = "started"  #: due
    BREAK_SET = "break-set"  #: until, due
    BREAK_PENDING = "break-pending"  #: from, until
    BREAK_OVER = "break-over"  #: due
    CHANGE_SET = "change-set"  #: due (if a promise runs)
    CHANGE_PENDING = "change-pending"  #: from
    CHANGE_DROPPED = "change-dropped"  #: due (if a promise runs)
    CHANGE_REFUSED = "change-refused"  #: why (pause-too-long, no-extension-left, ...), limit
    LEAVING = "leaving"  #: until (at the latest)
    JOURNEY_BEGUN = "journey-begun"  #: until, waits (the first routine note it covers; optional)
    JOURNEY_HALFWAY = "journey-halfway"  #: until
    JOURNEY_EXTENDED = "journey-extended"  #: until
    JOURNEY_LATE = "journey-late"  #: eta
    SOS_NOTED = "sos-noted"  #: at
    SOS_SEEN = "sos-seen"  #: at
    OUTAGE_OVER = "outage-over"  #: from, to, by
    SHEET_ANEW = "sheet-anew"  #: somebody who could open what was sealed is gone, or has a new key

    # To contacts.
    ASK = "ask"  #: subject, since
    TAKEN_CONTACT = "taken-contact"  #:
    PASSED_ON = "passed-on"  #:
    LOOKING = "looking"  #: the neutral words of law 16
    ALL_WELL = "all-well"  #:
    OFFICE_SPEAKS = "office-speaks"  #:
    IT_IS_OVER = "it-is-over"  #:

    # To whoever holds a key, of the office or not.
    SHEET = "sheet"  #: subject, sections ("0": everything), number (coordinators only), earlier
    TRIAL = "trial"  #: asked (when); a small sheet that shows whether their key still opens

    # To coordinators.
    ALARM = "alarm"  #: subject, number, cause, since, next_at, rung, level, state (optional)
    TAKEN = "taken"  #: subject, number, by, until
    FREE_AGAIN = "free-again"  #: subject, number, by
    HOLD_OVER = "hold-over"  #: subject, number; to the holder whose hold has run out
    FOUND = "found"  #: subject, number, by, finding
    SIGN_CAME = "sign-came"  #: subject, number, at
    STILL_SILENT = "still-silent"  #: subject, number, cause, state (optional)
    NEWS = "news"  #: subject, number, cause, state (optional); what is open has happened again
    NOBODY_TOLD = "nobody-told"  #: subject, number
    CLOSING_ASKED = "closing-asked"  #: subject, number, by, outcome
    CONFIRMING_ASKED = "confirming-asked"  #: subject, number, by; a second one is needed
    CLOSED = "closed"  #: subject, number, by, outcome
    DRILL_REPORT = "drill-report"  #: number, asked, answered
    SUBJECT_UNREACHABLE = "subject-unreachable"  #: subject
    CONTACT_UNREACHABLE = "contact-unreachable"  #: subject, contact (also to the defender)
    CHANGE_TOLD = "change-told"  #: subject, change (pause, terms, leave, extend), from
    LEAVING_ASKED = "leaving-asked"  #: subject, until
    LEFT = "left"  #: subject
    NO_WATCH = "no-watch"  #: subject
    HEARD_TOLD = "heard-told"  #: subject, by, at
    SEIZED_LAPSES = "seized-lapses"  #: subject, until
    CODES_TOLD = "codes-told"  #: subject, change (codes-first, codes, pair); freely or under force
    KEY_UNPROVEN = "key-unproven"  #: subject (of the office, or whose contact), who did not answer
    REFUSED = "refused"  #: number, why (no-sign-yet, not-yours, needs-another, needs-voice, ...)


#: What somebody may have chosen anew, in the order in which the data of a button counts them.
CHOSEN = ("codes-first", "codes", "pair")

#: These bring the keys under the owner's chat; each carries `ways` where they are not taps alone.
KEYS_COME_WITH = frozenset({Kind.RECEIPT, Kind.TOO_EARLY, Kind.STARTED, Kind.BREAK_OVER})


#: These are handed on as files, under outer words.
FILES = frozenset({Kind.SHEET, Kind.TRIAL})


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that must be said to one person."""

    to: PersonId
    kind: Kind
    facts: Mapping[str, Fact] = field(default_factory=dict)
    alarm: AlarmId | None = None  #: the alarm it belongs to: it is dropped or ended with it
    first: bool = False  #: the first that this alarm says, or duress, sos
    silent: bool | None = None  #: None: as the manner says
    at: datetime | None = None  #: not to be said before; None: at once


class Keep(StrEnum):
    """How long a message stays in a chat before it is unsaid (law 14)."""

    MOMENT = "moment"  #: half a minute: to be read, on a phone that was lent
    BRIEFLY = "briefly"  #: ten minutes
    UNTIL_DUE = "until-due"  #: until the moment in its fact `due`
    TERMS = "terms"  #: as long as the subject's terms let a chat keep
    DAY = "day"  #: a day
    LONGEST = "longest"  #: 47 hours: Telegram lets us delete nothing older than 48


MOMENT = timedelta(seconds=30)
BRIEFLY = timedelta(minutes=10)
DAY = timedelta(days=1)
LONGEST = timedelta(hours=47)
OPEN_FOR = timedelta(minutes=30)  #: inner words are folded away after this (law 13)


@dataclass(frozen=True, slots=True)
class Manner:
    """How one kind is said."""

    rank: Rank
    sound: bool
    keep: Keep
    opens: bool = False  #: True: outer words arrive, inner words appear only after "open"


MANNERS: dict[Kind, Manner] = {
    Kind.NUDGE: Manner(Rank.REMINDER, sound=False, keep=Keep.UNTIL_DUE),
    Kind.REMINDER: Manner(Rank.REMINDER, sound=True, keep=Keep.TERMS),
    Kind.RECEIPT: Manner(Rank.REMINDER, sound=False, keep=Keep.UNTIL_DUE),
    Kind.TOO_EARLY: Manner(Rank.REMINDER, sound=False, keep=Keep.UNTIL_DUE),
    Kind.STARTED: Manner(Rank.REMINDER, sound=False, keep=Keep.UNTIL_DUE),
    Kind.BREAK_SET: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.BREAK_PENDING: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.BREAK_OVER: Manner(Rank.REMINDER, sound=False, keep=Keep.UNTIL_DUE),
    Kind.CHANGE_SET: Manner(Rank.REST, sound=False, keep=Keep.TERMS),
    Kind.CHANGE_PENDING: Manner(Rank.REST, sound=False, keep=Keep.TERMS),
    Kind.CHANGE_DROPPED: Manner(Rank.REST, sound=False, keep=Keep.TERMS),
    Kind.CHANGE_REFUSED: Manner(Rank.REST, sound=False, keep=Keep.BRIEFLY),
    Kind.LEAVING: Manner(Rank.REST, sound=False, keep=Keep.TERMS),
    Kind.JOURNEY_BEGUN: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.JOURNEY_HALFWAY: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.JOURNEY_EXTENDED: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.JOURNEY_LATE: Manner(Rank.REMINDER, sound=True, keep=Keep.TERMS),
    Kind.SOS_NOTED: Manner(Rank.REMINDER, sound=False, keep=Keep.BRIEFLY),
    Kind.SOS_SEEN: Manner(Rank.REMINDER, sound=False, keep=Keep.BRIEFLY),
    Kind.OUTAGE_OVER: Manner(Rank.REMINDER, sound=False, keep=Keep.TERMS),
    Kind.SHEET_ANEW: Manner(Rank.REST, sound=False, keep=Keep.TERMS),
    Kind.ASK: Manner(Rank.ALARM, sound=True, keep=Keep.DAY, opens=True),
    Kind.TAKEN_CONTACT: Manner(Rank.ALARM, sound=False, keep=Keep.DAY),
    Kind.PASSED_ON: Manner(Rank.ALARM, sound=False, keep=Keep.DAY),
    Kind.LOOKING: Manner(Rank.ALARM, sound=True, keep=Keep.DAY),
    Kind.ALL_WELL: Manner(Rank.ALARM, sound=True, keep=Keep.DAY),
    Kind.OFFICE_SPEAKS: Manner(Rank.ALARM, sound=True, keep=Keep.DAY),
    Kind.IT_IS_OVER: Manner(Rank.ALARM, sound=False, keep=Keep.DAY),
    # A document under outer words: what is in it opens with the reader's own key alone.
    Kind.SHEET: Manner(Rank.ALARM, sound=False, keep=Keep.DAY),
    Kind.TRIAL: Manner(Rank.REST, sound=False, keep=Keep.DAY),
    Kind.ALARM: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.TAKEN: Manner(Rank.ALARM, sound=False, keep=Keep.LONGEST),
    Kind.FREE_AGAIN: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.HOLD_OVER: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.FOUND: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.SIGN_CAME: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.STILL_SILENT: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.NEWS: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.NOBODY_TOLD: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.CLOSING_ASKED: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.CONFIRMING_ASKED: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.CLOSED: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST),
    Kind.DRILL_REPORT: Manner(Rank.REST, sound=False, keep=Keep.LONGEST),
    Kind.SUBJECT_UNREACHABLE: Manner(Rank.ALARM, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.CONTACT_UNREACHABLE: Manner(Rank.REST, sound=False, keep=Keep.DAY),
    Kind.CHANGE_TOLD: Manner(Rank.REST, sound=False, keep=Keep.LONGEST, opens=True),
    Kind.LEAVING_ASKED: Manner(Rank.REST, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.LEFT: Manner(Rank.REST, sound=False, keep=Keep.LONGEST),
    Kind.NO_WATCH: Manner(Rank.REST, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.HEARD_TOLD: Manner(Rank.REST, sound=False, keep=Keep.LONGEST, opens=True),
    Kind.SEIZED_LAPSES: Manner(Rank.REST, sound=True, keep=Keep.LONGEST, opens=True),
    Kind.CODES_TOLD: Manner(Rank.REST, sound=False, keep=Keep.LONGEST, opens=True),
    Kind.KEY_UNPROVEN: Manner(Rank.REST, sound=False, keep=Keep.LONGEST, opens=True),
    Kind.REFUSED: Manner(Rank.REST, sound=False, keep=Keep.BRIEFLY),
}
