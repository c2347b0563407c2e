"""Every plain column has its reason, and what must always hold the database itself keeps."""

import os

import pytest
from sqlalchemy import LargeBinary, insert
from sqlalchemy.exc import IntegrityError

from storage.tables import PLAIN, alarms, chats, inbox, metadata, people, watches
from tests.conftest import sqlite_path


def new_id():
    return os.urandom(16)


def person(**more):
    row = {"id": new_id(), "version": 1, "key_version": 1, "sealed_key": b"k"}
    return {**row, "sealed_profile": b"p", **more}


def watch(of, **more):
    row = {"id": new_id(), "person_id": of, "stage": 1, "wake_at": 5, "version": 1}
    return {**row, "sealed_watch": b"w", **more}


def alarm(of, **more):
    row = {"id": new_id(), "person_id": of, "stage": 0, "wake_at": 5, "number": 1, "version": 1}
    return {**row, "blind_open": new_id(), "sealed_alarm": b"a", **more}


def update(**more):
    row = {"bot": 1, "update_id": 1, "try_at": 1, "received_at": 1, "holds_from": 1}
    return {**row, "lane": new_id(), "sealed_raw": b"r", **more}


async def write(storage, *rows):
    def job(tx):
        for table, row in rows:
            tx.connection.execute(insert(table), row)

    await storage.writer.do(job)


def columns():
    return {
        f"{table.name}.{column.name}": column
        for table in metadata.tables.values()
        for column in table.columns
    }


def test_every_column_is_sealed_or_says_why_it_is_plain():
    plain = {name for name in columns() if not name.partition(".")[2].startswith("sealed_")}

    assert plain == PLAIN.keys()
    assert all(len(reason) > 10 for reason in PLAIN.values())


def test_what_is_sealed_is_bytes():
    for name, column in columns().items():
        if name.partition(".")[2].startswith("sealed_"):
            assert isinstance(column.type, LargeBinary), name


async def test_a_promise_that_runs_has_a_next_moment(storage):
    her = person()
    await write(storage, (people, her), (watches, watch(her["id"], stage=0, wake_at=None)))
    for stage in (1, 2, 3):
        with pytest.raises(IntegrityError):
            await write(storage, (watches, watch(her["id"], stage=stage, wake_at=None)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": 0, "wake_at": None},
        {"stage": 1, "wake_at": None},
        {"stage": 2, "wake_at": 5, "blind_open": None},
        {"stage": 2, "wake_at": None},
        {"stage": 0, "blind_open": None},
        {"stage": 3},
    ],
)
async def test_only_a_closed_alarm_is_quiet_and_only_an_open_one_is_open(storage, wrong):
    her = person()
    await write(storage, (people, her), (alarms, alarm(her["id"])))
    closed = alarm(her["id"], number=2, stage=2, wake_at=None, blind_open=None)
    await write(storage, (alarms, closed))
    with pytest.raises(IntegrityError):
        await write(storage, (alarms, alarm(her["id"], number=3, **wrong)))


async def test_no_second_alarm_of_a_kind_is_open_about_one_person(storage):
    her = person()
    one = alarm(her["id"])
    await write(storage, (people, her), (alarms, one))
    with pytest.raises(IntegrityError):
        await write(storage, (alarms, alarm(her["id"], number=2, blind_open=one["blind_open"])))


@pytest.mark.parametrize("column", ["id", "blind_code"])
async def test_nobody_is_taken_for_somebody_else(storage, column):
    one = person(blind_code=new_id())
    await write(storage, (people, one), (people, person()), (people, person()))
    with pytest.raises(IntegrityError):
        await write(storage, (people, person(**{column: one[column]})))


async def test_a_chat_is_one_persons(storage):
    her = person()
    row = {"id": new_id(), "blind": new_id(), "index_version": 1, "sealed_chat": b"c"}
    chat = {**row, "person_id": her["id"]}
    await write(storage, (people, her), (chats, chat))
    with pytest.raises(IntegrityError):
        await write(storage, (chats, {**chat, "id": new_id()}))


@pytest.mark.parametrize("table", [watches, alarms])
async def test_nothing_is_about_somebody_who_is_not_kept(storage, table):
    row = {watches: watch, alarms: alarm}[table](new_id())
    with pytest.raises(IntegrityError):
        await write(storage, (table, row))


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": 1},
        {"state": 1, "sealed_raw": None},
        {"state": 1, "sealed_raw": None, "lane": None},
        {"state": 0, "sealed_raw": None},
        {"state": 2, "sealed_raw": None},
        {"state": 3},
    ],
)
async def test_done_means_that_nothing_of_an_update_is_left(storage, wrong):
    done = update(state=1, sealed_raw=None, lane=None, holds_from=None)
    await write(storage, (inbox, done), (inbox, update(update_id=2)))
    with pytest.raises(IntegrityError):
        await write(storage, (inbox, update(update_id=3, **wrong)))


async def test_the_file_is_ours_alone_and_survives_a_power_cut(storage, database):
    path = sqlite_path(database)

    def pragmas(look):
        asked = ("synchronous", "journal_mode", "secure_delete", "foreign_keys", "temp_store")
        return [look.connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in asked]

    if path is None:
        commit = "SHOW synchronous_commit"
        on = await storage.writer.do(lambda tx: tx.connection.exec_driver_sql(commit).scalar())
        assert on == "on"
        return
    assert await storage.writer.do(pragmas) == [2, "wal", 1, 1, 2]
    for file in path.parent.glob("vigil.db-*"):
        assert file.stat().st_mode & 0o077 == 0, file
