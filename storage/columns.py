"""What columns are made of, and why those that are not sealed may stand in the clear.

Moments are microseconds since 1970 in UTC, ids are 16 random bytes, stages are small numbers. `row`
is for the database alone and never leaves storage.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID_SIZE = 16

# SQLite numbers rows by itself only where the type is exactly INTEGER.
_ROW = BigInteger().with_variant(Integer, "sqlite")
ID = LargeBinary(ID_SIZE)
MOMENT = BigInteger

#: Why a column is plain, where many are plain for the same reason.
ROW_SAYS = "orders rows for the database; never leaves storage, says nothing of anybody"
ID_SAYS = "16 random bytes"
PERSON_SAYS = "16 random bytes; whose they are stands only inside sealed values"
VERSION_SAYS = (
    "counts writes, so that none overrules another; grows alike for every kind of check-in"
)
KEY_SAYS = "says which key opens or finds the row, so that keys can be changed"
BLIND_SAYS = "a keyed hash; says nothing to whoever lacks the key"
STUCK_SAYS = "counts failed decisions, so that a row nobody can decide is found by the operator"
EXPIRY_SAYS = "what has expired is found and erased without opening it"


def numbered() -> Column[int]:
    """Return the column by which the database orders rows."""
    return Column("row", _ROW, primary_key=True, autoincrement=True)


def named() -> Column[bytes]:
    """Return the column of a row's random id."""
    return Column("id", ID, nullable=False, unique=True)


def of_person(*, unique: bool = False) -> Column[bytes]:
    """Return the column that says whose a row is; `unique`: everybody has one at most."""
    whose = ForeignKey("people.id")
    return Column("person_id", ID, whose, nullable=False, index=not unique, unique=unique)


def sealed(name: str, *, nullable: bool = False) -> Column[bytes]:
    """Return a column of which nothing can be read without a key."""
    return Column(f"sealed_{name}", LargeBinary, nullable=nullable)


def stuck() -> tuple[Column[int], Column[int]]:
    """Return the columns that count how often a row could not be decided, and since when."""
    return (
        Column("hurdles", SmallInteger, nullable=False, server_default=text("0")),
        Column("stuck_since", MOMENT),
    )


def guarded() -> Column[int]:
    """Return the column by which a write is refused that was decided on an older row."""
    return Column("version", Integer, nullable=False)


def only(condition: ColumnElement[bool]) -> dict[str, Any]:
    """Return what makes an index cover only the rows for which `condition` holds."""
    return {f"{dialect}_where": condition for dialect in ("sqlite", "postgresql")}
