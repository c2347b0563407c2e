"""A database is brought up to date when it is opened, and one from the future is refused."""

import asyncio
import stat
import threading
import traceback

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from storage.engines import DatabaseUnknownError, read_url, reading_engine, writing_engine
from storage.migrations.carrying import carry_over, configured
from storage.schema import (
    EARLIER,
    REVISION,
    SchemaNotReadyError,
    SchemaUnknownError,
    bring_up_to_date,
    revision_of,
)
from storage.tables import metadata
from tests.conftest import sqlite_path


@pytest.fixture
def engine(empty_database):
    engine = writing_engine(read_url(empty_database))
    yield engine
    engine.dispose()


def test_an_empty_database_is_set_up(empty_database, engine):
    assert revision_of(engine) is None
    bring_up_to_date(read_url(empty_database))

    assert revision_of(engine) == REVISION
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}


def test_the_revisions_make_exactly_the_tables_we_use(empty_database, engine):
    carry_over(empty_database)
    with engine.connect() as connection:
        command.check(configured(connection))


def test_every_constraint_that_the_tables_name_is_there(empty_database, engine):
    carry_over(empty_database)
    for table in metadata.tables.values():
        wanted = {c.name for c in table.constraints if c.name and c.name.startswith("ck_")}
        found = {one["name"] for one in inspect(engine).get_check_constraints(table.name)}
        assert found == wanted, table.name


def test_partial_indexes_are_partial(empty_database, engine):
    carry_over(empty_database)
    dialect = engine.dialect.name
    for table in metadata.tables.values():
        found = {one["name"]: one for one in inspect(engine).get_indexes(table.name)}
        for index in table.indexes:
            wanted = index.dialect_options[dialect]["where"] is not None
            options = found[index.name].get("dialect_options", {})
            assert (options.get(f"{dialect}_where") is not None) == wanted, index.name


def test_the_newest_revision_is_the_one_that_is_written(engine):
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(configured(connection))
        assert script.get_current_head() == REVISION
        known = {one.revision for one in script.walk_revisions()}
    assert known == {REVISION, *EARLIER}


def test_one_that_is_right_is_left_alone(database):
    engine = writing_engine(read_url(database))
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO leases (name, fence, until) VALUES ('a', 1, 1)"))
    bring_up_to_date(read_url(database))
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM leases")) == 1
    engine.dispose()


def test_what_a_later_vigil_wrote_is_refused(empty_database, engine):
    bring_up_to_date(read_url(empty_database))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaUnknownError):
        bring_up_to_date(read_url(empty_database))


def test_a_set_up_that_fails_leaves_nothing_and_says_why(empty_database, engine):
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE people (somebody_else INTEGER)"))

    with pytest.raises(SchemaNotReadyError, match="people"):
        bring_up_to_date(read_url(empty_database))
    assert inspect(engine).get_table_names() == ["people"]


async def test_of_two_who_start_at_once_one_sets_it_up(empty_database, engine):
    url = read_url(empty_database)
    await asyncio.gather(*(asyncio.to_thread(bring_up_to_date, url) for _ in range(2)))

    assert revision_of(engine) == REVISION


@pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
async def test_of_many_who_open_a_new_file_at_once_none_is_turned_away(empty_database):
    """SQLite itself waits for nobody while a new file is turned to its log."""
    gate, url = threading.Barrier(4), read_url(empty_database)

    def open_it():
        engine = writing_engine(url)
        gate.wait()
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS once (a INTEGER)"))
        engine.dispose()

    await asyncio.gather(*(asyncio.to_thread(open_it) for _ in range(4)))


def test_a_new_file_is_readable_by_its_owner_only(empty_database):
    path = sqlite_path(empty_database)
    bring_up_to_date(read_url(empty_database))
    if path is not None:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/vigil", "vigil.db", ""]
)
def test_another_kind_of_database_is_refused(url):
    with pytest.raises(DatabaseUnknownError):
        read_url(url)


def test_a_password_never_reaches_an_error():
    password = f"hunter{2}"
    with pytest.raises(DatabaseUnknownError) as refused:
        read_url(f"postgresql://vigil:{password}@host:not-a-port/vigil")

    assert password not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize("make", [writing_engine, reading_engine])
def test_what_is_written_never_reaches_an_error(database, make):
    engine = make(read_url(database))
    with engine.connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.execute(text("SELECT nothing FROM nowhere WHERE who = :who"), {"who": "Amina"})
    engine.dispose()

    assert "Amina" not in str(refused.value)
