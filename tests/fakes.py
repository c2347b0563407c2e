"""Things that stand in for the world, and behave. None of them knows what a test expects."""

from datetime import UTC, datetime, timedelta

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that moves only when it is pushed."""

    def __init__(self, at: datetime = NINE) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def push(self, **by: float) -> datetime:
        """Move on by hours=, minutes=, seconds= ... and return the new moment."""
        self.at += timedelta(**by)
        return self.at


class PowerCut(BaseException):
    """The power fails here. No `except Exception` on the way may survive it."""


class Fuse:
    """Counts commits, and blows before or after the one it was set to."""

    def __init__(self) -> None:
        self.commits: list[tuple[str, ...]] = []
        self._blows: tuple[str, int] | None = None

    def blow(self, edge: str, *, commits_from_now: int = 1) -> None:
        self._blows = (edge, len(self.commits) + commits_from_now)

    def __call__(self, edge: str, kinds: tuple[str, ...]) -> None:
        if edge == "before":
            self.commits.append(kinds)
        if self._blows == (edge, len(self.commits)):
            raise PowerCut(edge)
