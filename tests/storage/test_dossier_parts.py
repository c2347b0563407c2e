"""A dossier that comes in pieces is whole once the last has come, in whatever order they came."""

import asyncio
import os
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from sealing.contents import MOST_PARTS, PART_SIZE, Part
from storage.deed import KeepPart
from storage.dossier_parts import KEPT, MOST
from storage.expiring import erase_expired
from storage.tables import dossier_parts
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, enrol
from tests.storage.sheets import give_keys, keep, record, sheet_for


def name_of(section):
    return bytes([section]) + os.urandom(15)


def cut(file, section=0, name=None):
    """The pieces of a file, as a page sends them."""
    name = name or name_of(section)
    starts = range(0, len(file), PART_SIZE)
    of = len(starts)
    return [Part(name, n + 1, of, file[at : at + PART_SIZE]) for n, at in enumerate(starts)]


async def comes(storage, owner, part):
    """One piece comes, as the conversation takes it: kept, unless it makes the file whole."""
    found = await storage.dossiers.collected(owner.id, part)
    if found.file is None:
        await record(storage, KeepPart(owner.id, part, storage.clock()))
    return found


async def waiting(storage):
    query = select(func.count()).select_from(dossier_parts)
    return await storage.reader.ask(lambda look: look.connection.scalar(query))


@pytest.fixture
async def amina(storage, circle):
    await give_keys(storage, circle.olga, circle.tom)
    return circle.amina


@pytest.fixture
def file(circle):
    return sheet_for(circle.olga, circle.tom, text=os.urandom(3000))


@pytest.mark.parametrize("order", ["as they were sent", "the last first", "mixed"])
async def test_it_is_whole_with_the_last_piece(storage, amina, file, order):
    pieces = cut(file)
    assert len(pieces) == 6
    if order == "the last first":
        pieces.reverse()
    if order == "mixed":
        pieces = pieces[1::2] + pieces[::2]
    found = [await comes(storage, amina, one) for one in pieces]
    assert [(one.have, one.of) for one in found] == [(n, 6) for n in range(1, 7)]
    assert [one.file for one in found] == [None] * 5 + [file]

    # Kept whole, nothing of its pieces is left.
    await keep(storage, amina, file, parts=pieces[0].dossier)
    assert await waiting(storage) == 0
    (seen,) = await storage.dossiers.kept(amina.id)
    assert await storage.dossiers.file_bytes(seen.id) == file


async def test_a_piece_that_comes_twice_counts_once_and_the_later_one_counts(storage, amina, file):
    pieces = cut(file)
    spoilt = Part(pieces[0].dossier, 1, pieces[0].of, b"spoilt")
    counted = [await comes(storage, amina, one) for one in (spoilt, *pieces[:2], pieces[0])]
    assert [one.have for one in counted] == [1, 1, 2, 2]
    assert await waiting(storage) == 2
    found = [await comes(storage, amina, one) for one in pieces[2:]]
    assert found[-1].file == file


async def test_pieces_of_two_files_at_once_are_never_mixed(storage, circle, amina, file):
    other = sheet_for(circle.tom, text=os.urandom(2500))
    first, second = cut(file), cut(other, 3)
    found = []
    for one in zip(first, second, strict=False):
        found += [await comes(storage, amina, piece) for piece in one]
    found += [await comes(storage, amina, one) for one in first[len(second) :]]
    assert [one.file for one in found if one.file is not None] == [other, file]

    await keep(storage, amina, other, 3, parts=second[0].dossier)
    assert await waiting(storage) == len(first) - 1


async def test_a_file_that_was_cut_otherwise_under_the_same_name_is_another(storage, amina, file):
    pieces = cut(file)
    stray = Part(pieces[0].dossier, 1, 2, b"of something else")
    assert (await comes(storage, amina, stray)).have == 1
    found = [await comes(storage, amina, one) for one in pieces]
    assert found[-1].file == file
    await keep(storage, amina, file, parts=pieces[0].dossier)
    assert await waiting(storage) == 0


async def test_a_file_in_one_piece_is_whole_at_once(storage, amina):
    (piece,) = cut(b"short")
    assert (await storage.dossiers.collected(amina.id, piece)).file == b"short"


async def test_nobody_finishes_what_somebody_else_has_begun(storage, circle, amina, file):
    pieces = cut(file)
    for one in pieces[:-1]:
        await comes(storage, amina, one)
    assert (await comes(storage, circle.bek, pieces[-1])).file is None
    assert (await storage.dossiers.collected(amina.id, pieces[-1])).file == file


async def test_what_is_never_whole_is_erased_after_a_week(storage, amina, file, clock):
    *pieces, last = cut(file)
    for one in pieces:
        await comes(storage, amina, one)
    clock.push(seconds=(KEPT - timedelta(seconds=1)).total_seconds())
    assert (await storage.dossiers.collected(amina.id, last)).file == file
    clock.push(seconds=1)
    assert (await storage.dossiers.collected(amina.id, last)).have == 1
    assert await storage.writer.do(lambda tx: erase_expired(tx, clock())) == len(pieces)
    assert await waiting(storage) == 0


async def test_whoever_sends_pieces_without_end_loses_the_oldest(storage, amina):
    begun = cut(b"x" * PART_SIZE * MOST_PARTS)
    many = [piece for _ in range(MOST // MOST_PARTS) for piece in cut(begun[0].data * MOST_PARTS)]
    kept = [KeepPart(amina.id, one, storage.clock()) for one in many]
    await record(storage, *kept)
    assert await waiting(storage) == MOST
    await record(storage, *(KeepPart(amina.id, one, storage.clock()) for one in begun[:3]))
    assert await waiting(storage) == MOST
    assert (await storage.dossiers.collected(amina.id, many[0])).have == MOST_PARTS - 3 + 1
    assert (await storage.dossiers.collected(amina.id, begun[3])).have == 4


async def test_neither_number_nor_length_of_a_piece_shows_in_its_row(storage, amina):
    for one in (*cut(b"x" * (PART_SIZE * 3 + 1)), *cut(b"y")):
        await record(storage, KeepPart(amina.id, one, storage.clock()))
    query = select(func.length(dossier_parts.c.sealed_part)).distinct()
    sizes = await storage.reader.ask(lambda look: look.connection.scalars(query).all())
    assert len(sizes) == 1


async def test_no_piece_is_kept_of_somebody_who_is_not_here(storage, amina, file):
    nobody = a_circle(3).amina
    piece = cut(file)[0]
    with pytest.raises(CompareAndSwapMissed):
        await record(storage, KeepPart(nobody.id, piece, storage.clock()))
    assert (await storage.dossiers.collected(nobody.id, piece)).have == 1


async def test_pieces_that_come_at_once_are_all_there(opened):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle, started=False)
    pieces = cut(b"x" * PART_SIZE * 12)
    at = houses[0].clock()
    tried = [
        record(houses[n % 2], KeepPart(circle.amina.id, one, at)) for n, one in enumerate(pieces)
    ]
    await asyncio.gather(*tried)
    assert (await houses[1].dossiers.collected(circle.amina.id, pieces[0])).have == 12
