"""What is sealed in a row of the outbox: one act, and what its writer knew of the reader."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.claims import Act


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sealed in a notice's row."""

    act: Act
    chat_kept: timedelta | None = None  #: of the reader's terms, where the writer knew them
    at: datetime | None = None  #: not to be said before; None: as the act says
