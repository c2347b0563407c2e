"""What of all that is said may come to the owner's own chat, and how loudly (law 15).

Never asked of an alarm that her signs may turn into duress, nor of whether it is closed: what is
left out of her chat would show what responders know (laws 7 and 8).
"""

from collections.abc import Iterable
from dataclasses import replace

from rules import alarm, watch
from rules.alarm import Alarm
from rules.notices import Kind, Notice
from rules.people import PersonId
from rules.watch import Watch

#: What the passing of time alone says to the owner.
UNASKED = frozenset(
    {
        Kind.NUDGE,
        Kind.REMINDER,
        Kind.JOURNEY_HALFWAY,
        Kind.JOURNEY_LATE,
        Kind.BREAK_OVER,
        Kind.OUTAGE_OVER,
    }
)


def fit_for_her_chat(
    said: Iterable[Notice],
    owner: PersonId,
    watches: Iterable[Watch],
    alarms: Iterable[Alarm],
    *,
    asked: bool,
) -> tuple[Notice, ...]:
    """Return what may be said; `asked` says whether she herself has just done something.

    While a promise is missed or others know of her cry for help, nothing comes unasked. Then, and
    from the cry on, nothing makes a sound.
    """
    watches, alarms = tuple(watches), tuple(alarms)
    alone = not asked and not hears_unasked(watches, alarms)
    missed = any(one.stage is watch.Stage.MISSED for one in watches)
    silent = missed or any(one.kind is alarm.Kind.SOS for one in alarms)
    return tuple(
        _silenced(one) if silent and _is_hers(one, owner) else one
        for one in said
        if not (alone and _is_hers(one, owner) and one.kind in UNASKED)
    )


def hears_unasked(watches: Iterable[Watch], alarms: Iterable[Alarm]) -> bool:
    """Say whether something that nobody asked for may come to the owner's chat now."""
    missed = any(one.stage is watch.Stage.MISSED for one in watches)
    return not missed and not any(one.kind is alarm.Kind.SOS and one.told for one in alarms)


def _is_hers(notice: Notice, owner: PersonId) -> bool:
    return notice.to == owner and notice.alarm is None


def _silenced(notice: Notice) -> Notice:
    return replace(notice, silent=True)
