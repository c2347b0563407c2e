"""Signs of life: a note keeps a promise, comes too early, or comes back after it was missed.

Law 10: a sign counts for the moment Telegram received it. Law 7: what it meant is hushed.
"""

from dataclasses import replace
from datetime import datetime

from rules.events import Arrived, CheckedIn, Verdict
from rules.notices import KEYS_COME_WITH, Kind, Notice
from rules.promising import begin_promise, promised_after, with_wakes
from rules.terms import Terms, Way
from rules.watch import ComeBack, Decision, Hush, Sort, Stage, Watch

Sign = CheckedIn | Arrived

PLACE = "place"  #: among ways: she has agreed to be asked where she is

_TAPS = frozenset({Way.TAP})
_WITH_KEYS = frozenset({Way.TAP, Way.PAIR, Way.SEALED})


def note_at_rest(watch: Watch, event: Sign) -> Decision:
    return _receipt(with_wakes(_seen(watch, event)), event, kept=True)


def keep_promise(watch: Watch, event: Sign) -> Decision:
    if watch.sort is Sort.JOURNEY:
        # Only arriving ends a journey; a note on the way is the routine's.
        return Decision(with_wakes(_seen(watch, event)))
    watch = _seen(watch, event)
    if not _in_window(watch, event.at):
        return _receipt(with_wakes(watch), event, kept=False)
    kept = begin_promise(watch, after=promised_after(watch, event.at))
    return _receipt(kept, event, kept=True)


def arrive(watch: Watch, event: Arrived) -> Decision:
    if watch.sort is Sort.ROUTINE:
        return keep_promise(watch, event)
    return Decision(ended(_seen(watch, event)))


def come_back(watch: Watch, event: Sign) -> Decision:
    watch = _seen(watch, event)
    if not _in_window(watch, event.at):
        return _receipt(with_wakes(watch), event, kept=False)
    words_at = event.words_at or event.at
    back = ComeBack(event.verdict, event.at, words_at, event.way, event.state)
    if watch.sort is Sort.JOURNEY:
        return Decision(ended(watch), (), (back,))
    kept = begin_promise(watch, after=promised_after(watch, event.at))
    said = _receipt(kept, event, kept=True)
    return replace(said, orders=(back, *said.orders))


def _seen(watch: Watch, event: Sign) -> Watch:
    """Note a sign of life; what it meant stays hushed until the hush ends (law 7)."""
    last = max(watch.last_sign_at or event.at, event.at)
    watch = replace(watch, last_sign_at=last, owner_unreachable=False)
    if event.hush_until is None or watch.sort is Sort.JOURNEY:
        return watch
    hush = Hush(event.hush_until, event.verdict, event.state)
    if watch.hush is not None:
        forced = Verdict.FORCED in {watch.hush.verdict, event.verdict}
        hush = Hush(
            min(watch.hush.until, event.hush_until),
            Verdict.FORCED if forced else Verdict.GENUINE,
            max(watch.hush.state, event.state),
        )
    return replace(watch, hush=hush)


def _in_window(watch: Watch, at: datetime) -> bool:
    return watch.due_at is not None and at >= watch.due_at - watch.terms.early


def ended(watch: Watch) -> Watch:
    return with_wakes(
        replace(watch, stage=Stage.RESTING, due_at=None, silent_at=None, pending=(), hush=None)
    )


def _receipt(watch: Watch, event: Sign, *, kept: bool) -> Decision:
    """Say "Noted"; the routine says it for all watches of a person.

    What a coordinator heard by voice, and the code of a card from another's phone, is not answered
    in the person's chat: nobody there has asked (law 15), and whoever holds the phone would learn
    of it.
    """
    if watch.sort is Sort.JOURNEY or event.way is Way.HEARD:
        return Decision(watch)
    if event.elsewhere:
        return Decision(watch)
    if watch.due_at is None:
        return Decision(watch, (to_owner(watch, Kind.RECEIPT, at=event.at),))
    kind = Kind.RECEIPT if kept else Kind.TOO_EARLY
    return Decision(watch, (to_owner(watch, kind, at=event.at, due=watch.due_at),))


def to_owner(watch: Watch, kind: Kind, **facts: datetime | str | int) -> Notice:
    if kind in KEYS_COME_WITH and watch.terms.ways != _TAPS:
        facts = facts | {"ways": ways_of(watch.terms)}
    return Notice(watch.owner, kind, facts)


def ways_of(terms: Terms) -> str:
    """Return the ways for which keys stand under somebody's chat: "tap", "pair sealed".

    Where no key sends a note, "card": the others stand there all the same. "place" behind "sealed":
    the page asks where she is.
    """
    keyed = [one.name.lower() for one in sorted(terms.ways & _WITH_KEYS)]
    if terms.place and Way.SEALED in terms.ways:
        keyed.append(PLACE)
    return " ".join(keyed) or Way.CARD.name.lower()
