"""What a job is handed: a look at the database, or a transaction in which it may write."""

from dataclasses import dataclass

from sqlalchemy import Connection

from storage.chance import Chance
from storage.keys import Keys


@dataclass(slots=True)
class Look:
    """A moment of the database, to read from."""

    connection: Connection
    keys: Keys


@dataclass(slots=True)
class Tx(Look):
    """A transaction in which a job reads, decides and writes."""

    chance: Chance
    rings: bool = False

    def ring(self) -> None:
        """Wake the loops after the commit: something is due, or due earlier than they think."""
        self.rings = True
