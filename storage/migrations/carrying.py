"""Runs the revisions, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage.engines import read_url, writing_engine
from storage.tables import metadata

_HERE = Path(__file__).parent
_ONE_AT_A_TIME = 0x5649_4749_4C00  #: "VIGIL", as a number: PostgreSQL locks by number


def carry_over(url: str, revision: str = "head") -> None:
    """Bring the database at `url` to `revision`; all of it or nothing."""
    engine = writing_engine(read_url(url))
    try:
        with engine.begin() as connection:
            # SQLite holds its one lock from BEGIN on; PostgreSQL must be asked for one.
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _ONE_AT_A_TIME})
            command.upgrade(configured(connection), revision)
    finally:
        engine.dispose()


def configured(connection: Connection) -> Config:
    """Return what alembic needs to work on `connection`."""
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    return config
