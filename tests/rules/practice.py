"""Numbers and sets of the laws, written down a second time: nothing here is read from the rules."""

from datetime import timedelta

from rules.alarm import Kind as AlarmKind
from rules.notices import Kind
from rules.terms import Way

UNTOLD_PATIENCE = timedelta(minutes=5)
RUNG_GAP = timedelta(minutes=5)
REPEAT_GAP_LIMIT = timedelta(hours=6)
LEAVING_LIMIT = timedelta(hours=72)
FAIR_CHANCE = timedelta(minutes=10)
URGENT = {AlarmKind.SOS, AlarmKind.DURESS, AlarmKind.LOCKED}
COORDINATORS_ONLY = {AlarmKind.DURESS, AlarmKind.LOCKED, AlarmKind.CONCERN}
STRONG_WAYS = {Way.SEALED, Way.CARD}
WEAK_WAYS = {Way.TAP, Way.PAIR}
UNASKED = {
    Kind.NUDGE,
    Kind.REMINDER,
    Kind.JOURNEY_HALFWAY,
    Kind.JOURNEY_LATE,
    Kind.BREAK_OVER,
    Kind.OUTAGE_OVER,
}
SILENT = {
    Kind.NUDGE,
    Kind.RECEIPT,
    Kind.TOO_EARLY,
    Kind.STARTED,
    Kind.BREAK_OVER,
    Kind.SOS_NOTED,
    Kind.SOS_SEEN,
}
