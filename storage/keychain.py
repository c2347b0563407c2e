"""Changes the keys of a house: the file, and what storage seals and opens with, in one step."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from sealing.keyring import Keyring
from sealing.unlocking import UnlockKey
from storage.keys import Keys
from storage.leases import Fence
from storage.moments import to_micros
from storage.tables import leases
from storage.transactions import Look


class OthersAtWorkError(Exception):
    """Another Vigil works with this database; stop it first, or leave this to it."""


@dataclass(frozen=True, slots=True)
class Keychain:
    """Where the keyring lies, and what opens it."""

    path: Path
    unlock: UnlockKey = field(repr=False)

    def change(self, keys: Keys, change: Callable[[Keyring], Keyring]) -> None:
        """Save the changed keyring, then go on with it. Raises KeyringChangedError."""
        changed = change(keys.keyring)
        if changed != keys.keyring:
            keys.follow(changed.save(self.path, self.unlock))


def alone_at_work(look: Look, ours: Collection[Fence], now: datetime) -> None:
    """Raise OthersAtWorkError when somebody holds a lease that is not one of `ours`.

    They would go on with the keys they know, and could not open what is sealed under new ones.
    """
    held = {(fence.name, fence.number) for fence in ours}
    query = select(leases.c.name, leases.c.fence).where(leases.c.until > to_micros(now))
    if any((row.name, row.fence) not in held for row in look.connection.execute(query)):
        raise OthersAtWorkError
