"""The one row of the house: what the operator decided, and who coordinates."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from rules.people import PersonId
from sealing.fields import Place
from sealing.keyring import Purpose
from storage.persons import House
from storage.rows import read_house, write_house
from storage.tables import ONE_SCOPE, house
from storage.transactions import Look, Tx
from storage.versions import taken, wrote

_BUCKET = 1024
_PLACE = Place("house", "sealed_house", ONE_SCOPE.to_bytes(16, "big"))

_SELECT = select(house.c.version, house.c.sealed_house).where(house.c.scope == ONE_SCOPE)
_SELECT_LOCKED = _SELECT.with_for_update()
_UPDATE = (
    update(house)
    .where(house.c.scope == ONE_SCOPE, house.c.version == bindparam("b_version"))
    .values(version=bindparam("version"), sealed_house=bindparam("sealed_house"))
)


def house_of(look: Look, *, locked: bool = False) -> House:
    """Return the house; `locked`: nobody else writes it until this transaction ends."""
    row = look.connection.execute(_SELECT_LOCKED if locked else _SELECT).one_or_none()
    return House() if row is None else open_house(look, row.sealed_house, row.version)


def open_house(look: Look, sealed: bytes, version: int) -> House:
    """Return the house that this row holds."""
    return _read(look.keys.unseal(Purpose.HOUSE, _PLACE, sealed), version)


def keep_house(tx: Tx, kept: House) -> None:
    """Write the house, new (version 0) or guarded by the version that was read."""
    sealed = tx.keys.seal(Purpose.HOUSE, _PLACE, write_house(kept), bucket=_BUCKET)
    if kept.version == 0:
        row = {"scope": ONE_SCOPE, "version": 1, "sealed_house": sealed}
        try:
            tx.connection.execute(insert(house).values(row))
        except IntegrityError as error:
            raise taken(error) from error
        return
    row = {"b_version": kept.version, "version": kept.version + 1, "sealed_house": sealed}
    wrote(tx.connection.execute(_UPDATE, row), 1)


def change_house(tx: Tx, change: Callable[[House], House]) -> None:
    """Change the house as it is now, whoever wrote it last."""
    found = house_of(tx, locked=True)
    changed = change(found)
    if changed != found:
        keep_house(tx, changed)


def with_reachable(found: House, person: PersonId, *, reachable: bool) -> House:
    """Return the house with this coordinator marked as reachable or not."""
    members = tuple(
        replace(one, reachable=reachable) if one.id == person else one for one in found.members
    )
    return replace(found, members=members)


# The roster is needed for every event and changes once a week.
@lru_cache(maxsize=4)
def _read(opened: bytes, version: int) -> House:
    return read_house(opened, version)
