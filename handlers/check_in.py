"""A person says that they are well. The rules decide what it keeps and say the receipt."""

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import in_other_hands, meant
from handlers.keys import PAIR_COUNTS, PAIR_WORDS, SCREEN_CODES, ways_for
from handlers.promise import promise_of
from handlers.words import Speech
from rules.events import Arrived, CheckedIn
from rules.notices import Keep
from rules.people import Role
from rules.terms import Way
from storage.credentials import CredentialsDamagedError
from storage.deed import Deed, Lived

KEY = "key-note"  #: the label of the key that says it
NOTE_LENGTH = 350  #: characters of a note that are kept


async def note(hearing: Hearing) -> Deed | None:
    """Count a sign of life for the moment Telegram received it (law 10)."""
    if hearing.rest and not hearing.text[:1].isdecimal():
        # "fine" is a note; "fine people came to my door" may be anything but one.
        return None
    promise = await promise_of(hearing)
    if promise.routine is None:
        return None
    if not promise.begun:
        return _not_begun(hearing)
    ways = promise.routine.terms.ways
    if ways & PAIR_COUNTS and any(one in hearing.meant for one in PAIR_WORDS):
        # One of two equal buttons says the same as a note may; what it means must not be lost.
        return None
    if Way.TAP not in ways:
        # With fresh keys: those under her chat may have gone, or open what is over.
        return await _other_way(hearing, ways)
    sort = CheckedIn if promise.journey is None else Arrived
    sign = sort(hearing.at, verdict=meant(hearing))
    person = hearing.person.id
    written = _written(hearing)
    notes = {person: written} if written else {}
    return Deed(happenings=(Lived(person, sign),), notes=notes)


async def there(hearing: Hearing) -> Deed | None:
    """Somebody has arrived; without a journey it is a note like any other."""
    return await note(hearing)


def _not_begun(hearing: Hearing) -> Deed:
    """Offer to read the terms; handlers/beginning.py goes on from there."""
    asked = hearing.reply(
        say("note-not-begun"), buttons=((button("button-next", "begin", "next"),),)
    )
    return Deed(replies=(asked,), changes=(hearing.talk("begin-terms"),))


async def _other_way(hearing: Hearing, agreed: frozenset[Way]) -> Deed:
    """Bring the keys by which a note counts; first to what must be chosen, if nothing was yet."""
    keys = await ways_for(hearing)
    if Way.SEALED in agreed and hearing.rooms.pages_url is not None:
        try:
            kept = await hearing.rooms.proofs.credentials(hearing.person.id)
        except CredentialsDamagedError:
            # No key to the page can come before the office has let her choose anew.
            return hearing.answer(say("own-key-no-page"))
        if kept is None or kept.has_none(seized=in_other_hands(hearing)):
            words = (say("note-other-way"), say("codes-choose"))
            reply = hearing.reply(*words, ways=keys, screen=SCREEN_CODES, keep=Keep.DAY)
            return Deed(replies=(reply,))
    return Deed(replies=(hearing.reply(say("note-other-way"), ways=keys, keep=Keep.DAY),))


def _written(hearing: Hearing) -> str:
    """Return what was typed after the word, unless it is only the label of the key."""
    key = Speech(hearing.language, hearing.person.zone, hearing.now).say(KEY)
    return "" if hearing.text.casefold() == key.casefold() else hearing.rest[:NOTE_LENGTH]


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "note", note, always=True),
    Route(Role.DEFENDER, By.BUTTON, "note", note),
    Route(Role.DEFENDER, By.WORD, "there", there, always=True),
    Route(Role.DEFENDER, By.BUTTON, "there", there),
)
