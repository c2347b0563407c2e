"""Knows which revision the tables must have, and has the migrations bring a database there."""

import subprocess
import sys

from sqlalchemy import URL, Engine, inspect, text

from storage.engines import writing_engine

#: The revision this Vigil writes. A test compares it with the newest file in migrations/.
REVISION = "0004"
#: Every earlier one, which is brought up to date when it is opened.
EARLIER = frozenset({"0001", "0002", "0003"})


class SchemaUnknownError(Exception):
    """A later Vigil has written this database; run that one, or put a backup back."""


class SchemaNotReadyError(Exception):
    """The tables could not be set up or brought up to date."""


def revision_of(engine: Engine) -> str | None:
    """Return the revision of the tables; None for an empty database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def bring_up_to_date(url: URL) -> None:
    """Set up an empty database, or carry an older one over; one that is right stays untouched.

    Raises SchemaUnknownError, SchemaNotReadyError.
    """
    engine = writing_engine(url)
    try:
        found = revision_of(engine)
    finally:
        engine.dispose()
    if found == REVISION:
        return
    if found is not None and found not in EARLIER:
        raise SchemaUnknownError(found)
    _migrate(url)


def _migrate(url: URL) -> None:
    # In a process of its own: what carries tables over costs 10 MB that a running bot never needs.
    # The address goes over a pipe, where no list of processes shows it.
    ran = subprocess.run(
        [sys.executable, "-m", "storage.migrations"],
        input=url.render_as_string(hide_password=False),
        text=True,
        capture_output=True,
        check=False,
    )
    if ran.returncode:
        raise SchemaNotReadyError(ran.stderr.strip().rpartition("\n")[2])
