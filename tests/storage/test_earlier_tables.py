"""What an earlier Vigil wrote stands as it was after the tables have grown."""

import os

import pytest
from sqlalchemy import insert, select, text

from storage.engines import read_url, writing_engine
from storage.migrations.carrying import carry_over
from storage.schema import EARLIER, REVISION, bring_up_to_date, revision_of
from storage.tables import (
    cards,
    chats,
    credentials,
    dossier_parts,
    dossiers,
    inbox,
    inlets,
    people,
    recipients,
    watches,
)

HER, CHAT = os.urandom(16), os.urandom(16)
#: In columns that stand since the first revision.
EARLY = (
    (
        people,
        {"id": HER, "version": 3, "key_version": 1, "sealed_key": b"k", "sealed_profile": b"p"},
    ),
    (
        chats,
        {"id": CHAT, "blind": CHAT, "index_version": 1, "person_id": HER, "sealed_chat": b"c"},
    ),
    (
        watches,
        {
            "id": HER,
            "person_id": HER,
            "stage": 1,
            "wake_at": 5,
            "version": 2,
            "sealed_watch": b"w",
        },
    ),
    (
        inbox,
        {
            "bot": 1,
            "update_id": 7,
            "try_at": 1,
            "received_at": 1,
            "holds_from": 1,
            "lane": CHAT,
            "sealed_raw": b"r",
        },
    ),
    (inbox, {"bot": 1, "update_id": 8, "state": 1, "try_at": 1, "received_at": 1}),
)


@pytest.fixture
def engine(empty_database):
    engine = writing_engine(read_url(empty_database))
    yield engine
    engine.dispose()


@pytest.mark.parametrize("earlier", sorted(EARLIER))
def test_what_was_kept_under_every_earlier_revision_is_carried_over(
    empty_database, engine, earlier
):
    carry_over(empty_database, earlier)
    with engine.begin() as connection:
        for table, row in EARLY:
            _write(connection, table, row)
    bring_up_to_date(read_url(empty_database))

    assert revision_of(engine) == REVISION
    with engine.connect() as connection:
        for table, row in EARLY:
            named = [table.c[name] == value for name, value in row.items()]
            found = connection.execute(select(table).where(*named)).one()
            new = found._mapping.keys() - row.keys() - {"row"}
            assert all(found._mapping[name] in (None, 0) for name in new), table.name
        for table in (cards, credentials, recipients, dossiers, dossier_parts, inlets):
            assert connection.execute(select(table)).all() == []


def test_the_new_tables_take_what_they_are_for(empty_database, engine):
    carry_over(empty_database, "0001")
    bring_up_to_date(read_url(empty_database))
    with engine.begin() as connection:
        _write(connection, *EARLY[0])
        card = {"id": os.urandom(16), "person_id": HER, "blind": CHAT, "sealed_card": b"c"}
        connection.execute(insert(cards), card)
        connection.execute(inbox.insert().values(**EARLY[3][1], card=card["id"]))
        assert connection.execute(select(cards.c.row)).one().row == 1
        of_hers = {"id": os.urandom(16), "person_id": HER}
        for table, row in (
            (recipients, {**of_hers, "version": 1, "sealed_recipient": b"k"}),
            (dossiers, {**of_hers, "sealed_head": b"h", "sealed_file": b"f"}),
            (dossier_parts, {**of_hers, "expires_at": 5, "sealed_part": b"p"}),
            (inlets, {"blind": CHAT, "expires_at": 5, "sealed_inlet": b"i"}),
        ):
            connection.execute(insert(table), row)
            assert connection.execute(select(table.c.row)).one().row == 1


def _write(connection, table, row):
    """Write into the columns that are there already, whatever the tables have today."""
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({values})"), row)
