"""Says in a small file how the running house is, for `vigil health` and `vigil doctor`.

It holds no name, no number of anybody and no secret: it lies in the clear.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

#: A house that has said nothing for so long is not turning any more.
STALE = timedelta(seconds=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How the house was when it last said so."""

    said_at: str  #: by the machine's clock, in ISO format
    heard_until: str | None = None
    offset_seconds: float | None = None  #: by how much Telegram's clock is ahead of ours
    bot: str = ""  #: the bot's own name, public
    worries: tuple[str, ...] = ()
    memory_mb: float = 0.0

    def write(self, path: Path) -> None:
        """Put it where the others look, whole or not at all."""
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(json.dumps(asdict(self)), "utf-8")
        fresh.replace(path)

    def is_fresh(self, now: datetime) -> bool:
        """Say whether it was said not long ago; `now` by the machine's clock."""
        return abs(now - datetime.fromisoformat(self.said_at)) <= STALE


def read(path: Path) -> State | None:
    """Return what the house said last; None when it never said anything that makes sense."""
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        state = State(**(content | {"worries": tuple(content.get("worries", ()))}))
        datetime.fromisoformat(state.said_at)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return state


def memory_mb() -> float:
    """Return how much memory this process holds, in MB; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return round(pages * 4096 / 1e6, 1)
