"""Whoever takes the disk learns neither what was sealed nor to whom; of the forgotten nothing."""

import os

from sqlalchemy import func, select, update

from rules.events import Cause
from rules.notices import Kind, Notice
from sealing.contents import Part
from sealing.keyring import Keyring
from sealing.recipients import write_recipient
from storage.deed import Cried, Forget, KeepPart, WithdrawDossier
from storage.rewrapping import Rewrapping
from storage.tables import dossier_parts, dossiers, people, recipients
from tests.storage.circle import Courier, a_circle, enrol
from tests.storage.raw import contents_of, found_in, give_back
from tests.storage.sheets import give_keys, keep, public_of, record, seed_of, sheet_for

CONTROL = b"planted-control-of-this-test"


async def a_full_house(house):
    """Two circles in which everything is kept; return them, and what must stand nowhere."""
    hers, others = a_circle(1), a_circle(2)
    await enrol(house, hers, others, started=False)
    secrets = []
    for circle in (hers, others):
        await give_keys(house, circle.olga, circle.zora)
        older, newer = (sheet_for(circle.olga, text=os.urandom(40)) for _ in range(2))
        await keep(house, circle.amina, older)
        await keep(house, circle.amina, newer)
        part = Part(b"\1" + os.urandom(15), 1, 2, os.urandom(1000))
        await record(house, KeepPart(circle.amina.id, part, house.clock()))
        public = public_of(seed_of(circle.olga))
        secrets += [older[-200:], newer[-200:], older[100:400], part.data[:100], part.dossier]
        secrets += [public[:100], public[-60:], write_recipient(public)[-80:]]
    return hers, others, secrets


async def counted(house, person):
    """How many rows of each table are about somebody."""
    found = []
    for table in (recipients, dossiers, dossier_parts):
        query = select(func.count()).where(table.c.person_id == person.id)
        found.append(await house.reader.ask(lambda look, q=query: look.connection.scalar(q)))
    return found


async def test_neither_file_nor_piece_nor_key_stands_in_the_files(house, database):
    *_, secrets = await a_full_house(house)
    plant = update(people).values(sealed_profile=CONTROL)
    contents = b"".join(content for _, content in contents_of(database))
    await house.writer.do(lambda tx: tx.connection.execute(plant).rowcount)
    after = b"".join(content for _, content in contents_of(database))
    assert found_in(after, [CONTROL]) == {CONTROL}
    assert found_in(contents, secrets) == set()


async def test_of_somebody_forgotten_nothing_is_kept_and_nothing_opens(house, keychain):
    hers, others, _ = await a_full_house(house)
    assert await counted(house, hers.amina) == [0, 2, 1]
    assert await counted(house, hers.olga) == [1, 0, 0]
    (seen, _) = await house.dossiers.kept(hers.amina.id)
    for one in (hers.amina, hers.olga):
        await record(house, Forget(one.id))
        await house.forgetting.forget([one.id], keychain)
        assert await counted(house, one) == [0, 0, 0]
    assert await house.dossiers.file(seen.id) is None
    assert await house.dossiers.key_of(hers.olga.id) is None
    # The others have what they had.
    assert await counted(house, others.amina) == [0, 2, 1]
    keys = [one.person for one in await house.dossiers.keys_for(others.amina.id)]
    assert keys == [others.olga.id, others.zora.id]


async def test_what_was_taken_back_is_out_of_the_pages_once_they_are_given_back(
    house, keychain, database, clock
):
    """On the way there it stands sealed in them; afterwards not even that."""
    hers, *_ = await a_full_house(house)
    query = select(dossiers.c.sealed_file).where(dossiers.c.person_id == hers.amina.id)
    sealed = await house.reader.ask(lambda look: look.connection.scalars(query).all())
    marks = [bytes(one)[64:200] for one in sealed]
    assert all(any(one in content for _, content in contents_of(database)) for one in marks)
    await record(house, WithdrawDossier(hers.amina.id, clock()), Forget(hers.amina.id))
    await house.forgetting.forget([hers.amina.id], keychain)
    give_back(database)
    if database.startswith("sqlite"):
        left = [one for one in marks for _, content in contents_of(database) if one in content]
        assert left == []


async def test_under_new_keys_everything_reads_as_before(house, keychain, opened):
    hers, _, _ = await a_full_house(house)

    async def everything(storage):
        kept = await storage.dossiers.kept(hers.amina.id)
        return (
            kept,
            [await storage.dossiers.file(one.id) for one in kept],
            await storage.dossiers.keys_for(hers.amina.id),
        )

    before = await everything(house)
    door = Rewrapping(house.writer, house.reader, house.keys, house.clock)
    door.rotate(keychain)
    done = await door.rewrap(keychain)
    assert done.left == 0
    again = opened(keys=Keyring.open(keychain.path, keychain.unlock))
    assert await everything(again) == before


async def test_a_key_that_does_not_open_hides_no_other(house):
    hers, _, _ = await a_full_house(house)
    theirs = recipients.c.person_id == hers.olga.id
    spoilt = update(recipients).where(theirs).values(sealed_recipient=bytes(200))
    await house.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)
    assert hers.olga.id not in {one.person for one in await house.dossiers.office_keys()}
    keys = await house.dossiers.keys_for(hers.amina.id)
    assert hers.zora.id in {one.person for one in keys}
    assert await house.dossiers.key_of(hers.olga.id) is None


async def test_a_dossier_of_somebody_who_cannot_be_opened_stops_nobody_elses(house):
    hers, others, _ = await a_full_house(house)
    (seen, _) = await house.dossiers.kept(hers.amina.id)
    spoilt = update(people).where(people.c.id == hers.amina.id).values(sealed_profile=bytes(200))
    await house.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)
    assert await house.dossiers.file(seen.id) is None
    assert await house.dossiers.kept(hers.amina.id) == ()
    (seen, _) = await house.dossiers.kept(others.amina.id)
    assert await house.dossiers.file(seen.id) is not None
    await record(house, Forget(others.zora.id))
    told = [one.reader for one in await Courier(house).tell_all()]
    assert told == [others.amina.id]


async def test_a_damaged_file_takes_no_alarm_and_no_other_file_with_it(house, caplog):
    hers, *_ = await a_full_house(house)
    await keep(house, hers.amina, sheet_for(hers.olga), 4)
    whole, _, section = await house.dossiers.kept(hers.amina.id)
    released = Notice(hers.olga.id, Kind.SHEET, {"subject": hers.amina.id, "sections": "0"})
    await record(house, notices=(released,))

    async def spoil(dossier, **what):
        spoilt = update(dossiers).where(dossiers.c.id == dossier).values(**what)
        await house.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)

    # On its way, one whose bytes are gone is not handed on; the other is.
    await spoil(section.id, sealed_file=bytes(200))
    sheets = [one.act for one in await Courier(house).tell_all() if one.act.kind is Kind.SHEET]
    assert [one.facts["section"] for one in sheets] == [0]
    assert await house.dossiers.file(section.id) is None

    # One of which nothing is known any more is as if it were not there.
    await spoil(whole.id, sealed_head=bytes(200))
    cry = Cried(hers.amina.id, Cause.SOS, house.clock())
    await record(house, notices=(released,), happenings=(cry,))
    assert len(await house.readings.open_alarms()) == 1
    assert whole.id not in {one.id for one in await house.dossiers.kept(hers.amina.id)}
    assert "dossier-unreadable" in caplog.text


async def test_a_damaged_piece_counts_as_one_that_has_not_come(house):
    hers, *_ = await a_full_house(house)
    spoilt = update(dossier_parts).values(sealed_part=bytes(200))
    await house.writer.do(lambda tx: tx.connection.execute(spoilt).rowcount)
    piece = Part(b"\1" + bytes(15), 2, 2, b"the rest")
    assert (await house.dossiers.collected(hers.amina.id, piece)).have == 1
