"""What is kept of somebody's sheets, for how many people, and by which letters to know their keys.

It appears after "open" and folds away again; taking back stops everything at once, and can itself
be taken back for as long as nothing is erased.
"""

from collections.abc import Iterator

from handlers.context import Hearing, button, say
from handlers.dossier.seeming import Sheets, bringing_back, sheets_of, taking_back
from handlers.promise import pages
from handlers.words import Speech
from rules.notices import Keep
from storage.deed import Button, Deed, Words
from storage.dossiers import KEPT_AFTER, DossierSeen, HeldKey

SHOW = "sheet-show"  #: the data of the button that opens what is kept


async def show(hearing: Hearing) -> Deed:
    """Show what is kept, and the letters of everybody for whom a sheet can be locked."""
    sheets = await sheets_of(hearing)
    keys = await hearing.rooms.dossiers.keys_for(hearing.person.id)
    speech = Speech(hearing.language, hearing.person.zone, hearing.now)
    first, *more = pages(_lines(hearing, sheets, keys), speech)
    folds = (say("folded", again=SHOW),)
    shown = hearing.reply(
        *first,
        buttons=_presses(sheets),
        keep=Keep.DAY,
        edits=hearing.message_id if hearing.pressed else None,
        folds=folds,
    )
    rest = (hearing.reply(*page, keep=Keep.DAY, folds=folds) for page in more)
    return Deed(replies=(shown, *rest))


async def keys(hearing: Hearing) -> Deed | None:
    """Send the keys of the people for whom a sheet can be locked, one by one, to be copied.

    A page that this house serves shows them all by itself; one from elsewhere those of the office.
    """
    if hearing.rest:
        return None
    held = await hearing.rooms.dossiers.keys_for(hearing.person.id)
    if not held:
        return hearing.answer(say("sheet-nobody"))
    folds = (say("folded", again=SHOW),)
    said = hearing.reply(say("sheet-keys"))
    named = (
        hearing.reply(
            _letters(hearing, one),
            say("inner-sheet-key", recipient=one.recipient),
            folds=folds,
        )
        for one in held
    )
    return Deed(replies=(said, *named))


async def withdraw(hearing: Hearing) -> Deed | None:
    """Let nobody get anything from now on."""
    if hearing.rest:
        return None
    if not (await sheets_of(hearing)).present:
        return hearing.answer(say("sheet-none"))
    until = hearing.now + KEPT_AFTER
    return hearing.answer(say("sheet-withdrawn", until=until), changes=(taking_back(hearing),))


async def keep(hearing: Hearing) -> Deed | None:
    """Let everything be as it was before it was taken back."""
    if hearing.rest:
        return None
    if not (await sheets_of(hearing)).withdrawn:
        return hearing.answer(say("sheet-none"))
    return hearing.answer(say("sheet-back"), changes=(bringing_back(hearing),))


def _lines(hearing: Hearing, sheets: Sheets, held: tuple[HeldKey, ...]) -> Iterator[Words]:
    for one in sheets.present:
        yield say("inner-sheet-kept", section=one.section, at=one.made_at, count=one.recipients)
    if any(one.anew for one in sheets.present):
        yield say("inner-sheet-anew")
    for one in sheets.withdrawn:
        yield _gone(one)
    if not sheets.present and not sheets.withdrawn:
        yield say("sheet-none")
    if held:
        yield say("inner-sheet-compare")
    for key in held:
        yield _letters(hearing, key)


def _letters(hearing: Hearing, key: HeldKey) -> Words:
    """Return whose key it is and its letters; of her people no more than the page shows of them."""
    office = {one.id for one in hearing.visitor.house.members}
    name = key.code_or_nick
    who = name if key.person in office else f"{name[:1].upper()}."
    return say("inner-sheet-letters", who=who, letters=key.letters)


def _gone(one: DossierSeen) -> Words:
    assert one.gone_at is not None
    until = one.gone_at + KEPT_AFTER
    return say("inner-sheet-gone", section=one.section, at=one.gone_at, until=until)


def _presses(sheets: Sheets) -> tuple[tuple[Button, ...], ...]:
    rows = []
    if sheets.present:
        rows.append((button("button-sheet-withdraw", "sheet-withdraw"),))
    if sheets.withdrawn:
        rows.append((button("button-sheet-keep", "sheet-keep"),))
    return tuple(rows)
