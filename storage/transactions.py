"""What a job is handed: a look at the database, or a transaction in which it may write."""

from dataclasses import dataclass
from datetime import datetime

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
    #: What time Telegram has at least. What wakes by heard time is dated by it: by a clock of ours
    #: that is fast it would sleep for as long as that is ahead.
    at_telegram: datetime
    rings: bool = False

    def ring(self) -> None:
        """Wake the loops after the commit: something is due, or due earlier than they think."""
        self.rings = True
