"""Of whoever is forgotten no copy that anybody may hold opens with any key that is still held."""

import re
import shutil
from dataclasses import replace

import pytest
from sqlalchemy import text

from rules.people import PersonId
from sealing.fields import SealBrokenError, unwrap
from sealing.keyring import Keyring, Purpose
from storage.deed import Deed, KeepPerson
from tests.conftest import sqlite_path
from tests.storage.circle import a_circle, chat, somebody
from tests.storage.raw import contents_of, give_back

WRAPPED = re.compile(rb"\x01\x00[\x01-\x09]", re.DOTALL)  # how every wrapped key begins


async def a_crowd(storage, size):
    """Write many people down, as quickly as they go."""
    people = [
        replace(a_circle().zora, id=somebody(), owners=(), chats=(chat(100_000 + n),))
        for n in range(size)
    ]
    for start in range(0, size, 250):
        some = tuple(KeepPerson(one) for one in people[start : start + 250])
        await storage.journal.record(Deed(changes=some))
    return people


async def wrapped_keys(storage, ids) -> dict[bytes, PersonId]:
    """Return the keys of these people as they stand in the database, and whose they are."""
    query = text("SELECT id, sealed_key FROM people")
    rows = await storage.reader.ask(lambda look: look.connection.execute(query).all())
    return {bytes(row.sealed_key): row.id for row in rows if row.id in ids}


def residues(contents, wrapped):
    """Return which of these wrapped keys still stand somewhere in what a thief took."""
    beginnings = {one[:15]: one for one in wrapped}
    found = set()
    for content in contents:
        for match in WRAPPED.finditer(content):
            whole = beginnings.get(content[match.start() : match.start() + 15])
            if whole and content[match.start() : match.start() + len(whole)] == whole:
                found.add(whole)
    return found


def opens(keys, person, wrapped) -> bool:
    try:
        unwrap(keys, person, wrapped)
    except SealBrokenError:
        return False
    return True


@pytest.mark.parametrize(
    ("crowd", "leavers"), [(120, 12), pytest.param(5000, 200, marks=pytest.mark.slow)]
)
async def test_no_residue_opens_with_any_key_still_held(
    house, keychain, database, tmp_path, crowd, leavers
):
    storage = house
    people = await a_crowd(storage, crowd)
    gone = {one.id for one in people[:: crowd // leavers]}
    assert len(gone) == leavers
    theirs = await wrapped_keys(storage, gone)
    others = await wrapped_keys(storage, {one.id for one in people} - gone)
    stolen_ring = Keyring.open(keychain.path, keychain.unlock)
    path = sqlite_path(database)
    if path is not None:
        backup = tmp_path / "backup"
        backup.mkdir()
        for file in path.parent.glob(f"{path.name}*"):
            shutil.copy(file, backup)

    forgotten = await storage.forgetting.forget(gone, keychain)
    assert set(forgotten.gone) == gone

    held = Keyring.open(keychain.path, keychain.unlock)
    copies = [content for _, content in contents_of(database)]
    if path is not None:
        copies += [file.read_bytes() for file in backup.iterdir()]
        assert residues(copies, theirs) == set(theirs)  # the control: all stand in the backup
    for wrapped, person in (theirs | others).items():
        # With the key that was destroyed each of them would open; with those still held none does.
        assert opens(stolen_ring.all(Purpose.SUBJECTS), person, wrapped)
        for purpose in Purpose:
            assert not opens(held.all(purpose), person, wrapped)
    # Nor is the old key left in the keyring's own file.
    assert set(held.all(Purpose.SUBJECTS)).isdisjoint(stolen_ring.all(Purpose.SUBJECTS))
    left = [one for one in people if one.id not in gone]
    names = await storage.readings.names([one.id for one in left])
    assert len(names) == crowd - leavers

    give_back(database)
    if path is not None:
        files = [content for _, content in contents_of(database)]
        assert residues(files, theirs | others) == set()
        now = await wrapped_keys(storage, {left[0].id, left[-1].id})
        assert residues(files, now) == set(now)  # the control: keys in use are found there
