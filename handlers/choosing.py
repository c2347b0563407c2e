"""Somebody wants other codes, or to say anew which of the two equal buttons is the forced one.

They choose on the page, never here. What the key opens depends on what is kept alone, so that a
phone in other hands is shown what any phone would be.
"""

from handlers.context import By, Hearing, Route, say
from handlers.hands import in_other_hands
from handlers.keys import SCREEN_CHANGE, SCREEN_CODES, SCREEN_PAIR, ways_for, with_page
from handlers.promise import promise_of
from rules.notices import Keep
from rules.people import Role
from rules.terms import Way
from storage.credentials import Credentials, CredentialsDamagedError
from storage.deed import Deed


async def other_numbers(hearing: Hearing) -> Deed | None:
    """Bring the key behind which codes are changed; chosen, where there are none of hers."""
    if hearing.rest:
        return None
    kept = await _kept(hearing, Way.SEALED)
    if kept is None:
        # "0" names it to everybody: who has nothing to choose hears so, and whom to ask.
        return hearing.answer(say("own-key-no-page"))
    first = kept.may_choose_first(hearing.at, seized=in_other_hands(hearing))
    return await _page(hearing, SCREEN_CODES if first else SCREEN_CHANGE)


async def other_buttons(hearing: Hearing) -> Deed | None:
    """Bring the key behind which the forced button is set.

    Where it was set and there are no codes, only the office sets it anew: whoever holds the phone
    could turn the two round otherwise.
    """
    if hearing.rest:
        return None
    kept = await _kept(hearing, Way.PAIR)
    if kept is None:
        return hearing.answer(say("own-key-no-page"))
    if kept.code is None and kept.pair is not None:
        return hearing.answer(say("own-key-no-page"))
    return await _page(hearing, SCREEN_PAIR)


async def _kept(hearing: Hearing, way: Way) -> Credentials | None:
    """Return what they prove with; None where they have nothing to choose, or it is damaged.

    Then the office begins it: no key to the page can come before.
    """
    promise = await promise_of(hearing)
    if promise.routine is None or way not in promise.routine.terms.ways:
        return None
    try:
        kept = await hearing.rooms.proofs.credentials(hearing.person.id)
    except CredentialsDamagedError:
        return None
    return kept or Credentials(person=hearing.person.id)


async def _page(hearing: Hearing, screen: str) -> Deed:
    if hearing.rooms.pages_url is None:
        return hearing.answer(say("own-key-no-page"))
    ways = with_page(await ways_for(hearing))
    words = say("choose-on-page")
    reply = hearing.reply(words, ways=ways, screen=screen, keep=Keep.DAY)
    return Deed(replies=(reply,))


_D = Role.DEFENDER

ROUTES = (
    Route(_D, By.WORD, "other-numbers", other_numbers),
    Route(_D, By.WORD, "other-buttons", other_buttons),
)
