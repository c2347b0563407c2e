"""A sheet comes in parts through the chat, as a file attached there, or as a form of its page.

It was locked on their phone for the keys they chose; we see how many those are, and keep it or not.
From a phone in other hands everything is answered as ever; what the office gets stays as it was.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.context import Hearing, Rooms, button, say
from handlers.dossier.showing import SHOW
from handlers.hands import in_other_hands
from handlers.keys import SCREEN_DOSSIER, SCREEN_NOTE, ways_for, ways_in, with_page
from rules.notices import Keep
from rules.people import PersonId, Role
from storage.deed import (
    Change,
    Deed,
    KeepCredentials,
    KeepDossier,
    KeepPart,
    Reply,
    Words,
)
from storage.dossiers import SECTIONS, WHOLE, DossierFault, Part, recipients_of
from storage.persons import Standing, seized_until
from storage.proofs import Handed

LONGEST_FILE = 96 * 1024  #: bytes; nothing longer is fetched

_NAMED = re.compile(r"sheet-([1-7])(?!\d)", re.IGNORECASE)


# --- Writing --------------------------------------------------------------------------------------


async def sheet(hearing: Hearing) -> Deed | None:
    """Bring the key to the page; what is kept already, and for whom, appears after "open"."""
    if hearing.rest:
        return None
    dossiers = hearing.rooms.dossiers
    if not await dossiers.keys_for(hearing.person.id):
        return hearing.answer(say("sheet-nobody"))
    if hearing.rooms.pages_url is None:
        way = hearing.reply(say("sheet-by-file"))
    else:
        ways = with_page(await ways_for(hearing))
        way = hearing.reply(say("sheet-open"), ways=ways, screen=SCREEN_DOSSIER, keep=Keep.DAY)
    buttons = [(button("button-open", SHOW),)]
    if not hearing.rooms.serves_page:
        # A page from elsewhere does not know the keys of her people.
        buttons.append((button("button-sheet-keys", "sheet-keys"),))
    there = hearing.reply(say("sheet-there"), buttons=tuple(buttons), keep=Keep.DAY)
    return Deed(replies=(way, there))


async def part(hearing: Hearing) -> Deed | None:
    """Take one part of a sheet; the last one makes it whole."""
    assert hearing.sealed is not None
    proof = await hearing.rooms.proofs.sealed(hearing.person.id, hearing.sealed, hearing.at)
    if not isinstance(proof, Handed):
        return None
    changes: tuple[Change, ...] = (KeepCredentials(proof.credentials),)
    if not isinstance(proof.content, Part):
        return await _once_more(hearing, changes)
    here = proof.content
    collected = await hearing.rooms.dossiers.collected(hearing.person.id, here)
    if collected.file is None:
        kept = KeepPart(hearing.person.id, here, hearing.at)
        said = say("sheet-part", have=collected.have, of=collected.of)
        return Deed(changes=(*changes, kept), replies=(await _on_the_page(hearing, said),))
    section = here.dossier[0]
    if section <= SECTIONS:
        deed = await _keep(hearing, section, collected.file, parts=here.dossier)
    else:
        deed = await _refused(hearing, DossierFault.NOT_A_SHEET)
    return replace(deed, changes=(*changes, *deed.changes))


async def document(hearing: Hearing) -> Deed | None:
    """Take a sheet that was attached as a file; its name says which part of it it is."""
    attached = hearing.attached
    assert attached is not None
    too_long = attached.size is not None and attached.size > LONGEST_FILE
    file = None if too_long else await hearing.rooms.fetch(attached.id)
    if file is None:
        return await _refused(hearing, DossierFault.TOO_LONG)
    if Role.COORDINATOR in hearing.person.roles:
        fault = await hearing.rooms.dossiers.judge(hearing.person.id, file)
        if fault is DossierFault.NOT_A_SHEET:
            # Whoever also coordinates may have sent a key.
            return None
    named = _NAMED.match(attached.name)
    return await _keep(hearing, int(named[1]) if named else WHOLE, file)


async def posted(rooms: Rooms, owner: PersonId, sheets: Mapping[int, bytes], at: datetime) -> Deed:
    """Return what follows from sheets that their page has posted, by section; 0 is a whole one.

    Nothing, where one of them cannot be kept: the page has said all that it says.
    """
    person = await rooms.readings.person(owner)
    if person is None or Role.DEFENDER not in person.roles or person.standing is Standing.LEFT:
        return Deed()
    faults = [await rooms.dossiers.judge(owner, file) for file in sheets.values()]
    fault = next((one for one in faults if one is not None), None)
    ways = ways_in(await rooms.readings.life(owner))
    if fault is not None:
        said: tuple[Words, ...] = (say(f"sheet-fault-{fault}"),)
        return Deed(replies=(Reply(to=owner, words=said, ways=ways, keep=Keep.DAY),))
    seized = seized_until(person, at) is not None
    changes = tuple(
        KeepDossier(owner, section, file, at, seized=seized) for section, file in sheets.items()
    )
    # All that was sealed came together; to each of its parts the same people hold keys.
    said = (_kept(WHOLE, next(iter(sheets.values())), at),)
    return Deed(changes=changes, replies=(Reply(to=owner, words=said, ways=ways, keep=Keep.DAY),))


async def _keep(hearing: Hearing, section: int, file: bytes, *, parts: bytes | None = None) -> Deed:
    owner, at = hearing.person.id, hearing.at
    fault = await hearing.rooms.dossiers.judge(owner, file)
    if fault is not None:
        return await _refused(hearing, fault)
    seized = in_other_hands(hearing)
    kept = KeepDossier(owner, section, file, at, parts=parts, seized=seized)
    said = _kept(section, file, at)
    if parts is not None and section != WHOLE:
        # There may be more of it on the phone; the key goes on from there.
        return Deed(changes=(kept,), replies=(await _on_the_page(hearing, said),))
    ways = await ways_for(hearing)
    reply = hearing.reply(said, ways=ways, screen=SCREEN_NOTE, keep=Keep.DAY)
    return Deed(changes=(kept,), replies=(reply,))


def _kept(section: int, file: bytes, at: datetime) -> Words:
    count = recipients_of(file)
    if section == WHOLE:
        return say("sheet-kept", at=at, count=count)
    return say("sheet-kept-part", at=at, count=count, section=section)


async def _refused(hearing: Hearing, fault: DossierFault) -> Deed:
    return Deed(replies=(await _on_the_page(hearing, say(f"sheet-fault-{fault}")),))


async def _once_more(hearing: Hearing, changes: tuple[Change, ...]) -> Deed | None:
    """Answer a key from somebody who needs none as what does not open is answered."""
    if hearing.person.roles & {Role.CONTACT, Role.COORDINATOR}:
        return None
    reply = hearing.reply(say("once-more"), ways=await ways_for(hearing), keep=Keep.DAY)
    return Deed(changes=changes, replies=(reply,))


async def _on_the_page(hearing: Hearing, said: Words) -> Reply:
    """Say it with a fresh key that opens the same screen, where there is a page."""
    if hearing.rooms.pages_url is None:
        return hearing.reply(said, keep=Keep.DAY)
    ways = with_page(await ways_for(hearing))
    return hearing.reply(said, ways=ways, screen=SCREEN_DOSSIER, keep=Keep.DAY)
