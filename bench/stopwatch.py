"""Notes when what was committed and told, in the process that does it; read when it has stopped."""

import json
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

from rules.notices import Notice
from storage.claims import Claimed, Outcome, Told
from storage.writing import Edge

Tell = Callable[[Claimed], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Commit:
    """One COMMIT. Moments are seconds of the machine's monotonic clock, in every process alike."""

    began: float  #: when it was asked for: its jobs are done by then
    ended: float
    kinds: tuple[str, ...]  #: of the jobs that it made last


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that was said, or tried."""

    kind: str  #: of the notice; otherwise what sort of act it was
    claimed: float
    ended: float
    waited: float  #: seconds from the decision to the claim, on the house's clock
    told: bool


@dataclass(slots=True)
class Stopwatch:
    """Everything that was noted."""

    commits: list[Commit] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    rows: int = 0  #: written
    _began: dict[int, float] = field(default_factory=dict)  #: by writing thread

    def on_commit(self, edge: Edge, kinds: tuple[str, ...]) -> None:
        """Note a commit; storage calls this around each, in the thread that writes."""
        writer, at = threading.get_ident(), time.monotonic()
        if edge == "before":
            self._began[writer] = at
        else:
            self.commits.append(Commit(self._began.pop(writer), at, kinds))

    def around(self, tell: Tell, now: Callable[[], datetime]) -> Tell:
        """Return a way to tell that notes each telling."""

        async def noted(claimed: Claimed) -> Outcome:
            began, waited = time.monotonic(), (now() - claimed.born_at).total_seconds()
            outcome = await tell(claimed)
            kind = claimed.act.kind.value if isinstance(claimed.act, Notice) else _sort(claimed)
            told = isinstance(outcome, Told)
            self.tellings.append(Telling(kind, began, time.monotonic(), waited, told))
            return outcome

        return noted

    def counted(self) -> Counter[str]:
        """Count the jobs by kind."""
        return Counter(kind for commit in self.commits for kind in commit.kinds)

    def with_kind(self, *kinds: str) -> list[Commit]:
        """Return the commits that held a job of one of these kinds."""
        return [one for one in self.commits if set(kinds).intersection(one.kinds)]

    def told(self, *kinds: str) -> list[Telling]:
        """Return what was told of these kinds, in the order in which it ended."""
        return [one for one in self.tellings if one.told and one.kind in kinds]

    def write(self, path: Path) -> None:
        """Leave it for whoever started this process."""
        written = asdict(self)
        del written["_began"]
        path.write_text(json.dumps(written))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what another process has left."""
        read = json.loads(path.read_text())
        return cls(
            [Commit(one["began"], one["ended"], tuple(one["kinds"])) for one in read["commits"]],
            [Telling(**one) for one in read["tellings"]],
            read["rows"],
        )


def _sort(claimed: Claimed) -> str:
    return type(claimed.act).__name__.lower()
