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
        """Save the changed keyring, then go on with it.

        What the operator did to the file meanwhile is taken up, never overwritten. Raises
        KeyringChangedError when it changes under our hands, KeyringUnreadableError.
        """
        standing = keys.keyring
        if not standing.still_stands(self.path):
            standing = Keyring.open(self.path, self.unlock)
        changed = change(standing)
        if changed != standing:
            standing = changed.save(self.path, self.unlock)
        if standing is not keys.keyring:
            keys.follow(standing)


def alone_at_work(look: Look, ours: Collection[Fence], now: datetime) -> None:
    """Raise OthersAtWorkError when somebody holds a lease that is not one of `ours`.

    They would go on with the keys they know, and could not open what is sealed under new ones.
    """
    held = {(fence.name, fence.number) for fence in ours}
    query = select(leases.c.name, leases.c.fence).where(leases.c.until > to_micros(now))
    if any((row.name, row.fence) not in held for row in look.connection.execute(query)):
        raise OthersAtWorkError
