"""A page that writes sheets, played: it seals to the keys it has, and sends what it sealed."""

import base64
from dataclasses import replace
from functools import cache

from rules.terms import Level
from sealing.contents import PART_SIZE
from sealing.epochs import public_bytes
from storage.agekeys import AgeKey
from storage.deed import Deed, KeepKey
from tests.handlers.phone import Phone
from tests.sealing.age_witness import open_file, seal_file

PAGE = "https://page.example/x"
WORDS = b"[call] Whom to call\nNino, first"


def seed_of(person):
    """The half of somebody's key that they alone hold."""
    return (person.id * 2)[:32]


@cache
def public_of(seed):
    """The half that anybody may see; it takes long to make."""
    return public_bytes(seed)


async def has_a_key_of_their_own(house, *people):
    """Let these people have keys, as if they had made them."""
    for one in people:
        held = await house.storage.dossiers.key_of(one.id)
        version = 0 if held is None else held.version
        key = AgeKey(one.id, public_of(seed_of(one)), house.now, version)
        await house.storage.journal.record(Deed(changes=(KeepKey(key),)))


def sheet_for(*people, text=WORDS):
    """What a page has sealed to these people."""
    return seal_file(text, [public_of(seed_of(one)) for one in people])


def read_by(person, file):
    """What a page shows to whoever holds that person's key."""
    return open_file(file, seed_of(person))


def pieces(file, section=0, name=b"first"):
    """The fields of one envelope after another, as the page fills them in."""
    whole = bytes([section]) + name.ljust(15)
    of = -(-len(file) // PART_SIZE)
    for at in range(of):
        data = file[at * PART_SIZE : (at + 1) * PART_SIZE]
        yield {"t": "part", "id": written(whole), "n": at + 1, "of": of, "data": written(data)}


def written(raw):
    """Return bytes as a page writes them."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


async def sends_piece(phone, piece):
    """Send one part with the key that stands under the chat."""
    return await phone.sends(phone.seals(**piece))


async def sends_sheet(phone, file, section=0, name=b"first"):
    """Send a sheet part by part, each after the answer to the one before; return the last one."""
    for piece in pieces(file, section, name):
        heard = await sends_piece(phone, piece)
        await phone.reads()
    return heard


async def attaches(house, chat, file, name="sheet.age", **how):
    """Attach a file in a chat; Telegram holds it from then on."""
    held = f"file-{len(house.files)}"
    house.files[held] = file
    document = {"file_id": held, "file_unique_id": held, "file_name": name, "file_size": len(file)}
    return await Phone(house, chat).types("", document=document | how.pop("document", {}), **how)


def with_page(house, *, serves=True):
    """Let there be a page for phones."""
    house.rooms = replace(house.rooms, pages_url=PAGE, serves_page=serves)


async def writes_sheets(house, level=Level.MEDIUM, chat=100, **how):
    """Return the phone of somebody whose key to the sheet stands under the chat."""
    await house.defender(chat, level=level, **how)
    phone = Phone(house, chat)
    await phone.types("sheet")
    await phone.reads()
    return phone


async def kept(house, phone):
    """What is released of somebody, by section."""
    seen = await house.storage.dossiers.kept((await phone.person()).id)
    return {one.section: one for one in seen if one.gone_at is None}


async def file_of(house, seen):
    """The file that is kept, as it is handed on."""
    return (await house.storage.dossiers.file(seen.id)).file


async def makes_a_key(phone, seed=b"s" * 32):
    """Make a key on the page, and send the half that anybody may see."""
    await phone.types("key")
    await phone.reads()
    assert phone.screen == "y"
    heard = await phone.sends(t="key", recipient=written(public_of(seed)))
    await phone.reads()
    return heard


async def key_of(house, phone):
    """What is kept of somebody's key."""
    return await house.storage.dossiers.key_of((await phone.person()).id)
