"""One of two equal buttons is pressed; only the person knows which of them is the forced one.

Telegram can read which it was, and the terms say so: weaker than a code, stronger than a tap.
"""

from collections.abc import Awaitable, Callable

from handlers.context import By, Hearing, Route, say
from handlers.hands import meant
from handlers.keys import PAIR, PAIR_COUNTS, PAIR_WORDS
from handlers.promise import promise_of
from rules.events import Arrived, CheckedIn, Verdict
from rules.people import Role
from rules.terms import Way
from storage.credentials import CredentialsDamagedError
from storage.deed import Deed, Lived


def pressed(which: int) -> Callable[[Hearing], Awaitable[Deed | None]]:
    """Return the conversation of one of the two.

    Where taps were agreed, the same words are one. Whoever has agreed to taps alone since may still
    have the old keys: what was chosen as the forced one is, and must not pass for a tap.
    """

    async def heard(hearing: Hearing) -> Deed | None:
        promise = await promise_of(hearing)
        routine = promise.routine
        if routine is None or not promise.begun or not routine.terms.ways & PAIR_COUNTS:
            return None
        if hearing.rest:
            # "Fine people came to my door" is anything but a sign of life.
            return None
        try:
            kept = await hearing.rooms.proofs.credentials(hearing.person.id)
        except CredentialsDamagedError:
            # Which of the two is the forced one nobody knows: neither may pass for a free one.
            return hearing.answer(say("own-key-no-page"))
        forced = kept is not None and kept.pair == which
        verdict = Verdict.FORCED if forced else Verdict.GENUINE
        sort = CheckedIn if promise.journey is None else Arrived
        way = Way.PAIR if Way.PAIR in routine.terms.ways else Way.TAP
        sign = sort(hearing.at, way, meant(hearing, verdict))
        return Deed(happenings=(Lived(hearing.person.id, sign),))

    return heard


ROUTES = tuple(
    Route(Role.DEFENDER, By.WORD, word, pressed(which), always=True)
    for which, word in zip(PAIR, PAIR_WORDS, strict=True)
)
