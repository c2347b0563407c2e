"""Tells an outside watcher each minute that all is well. Our own silence must be noticed too."""

import logging
from collections.abc import Iterable

import httpx

from bot.worries import Worry

log = logging.getLogger(__name__)

_TIMEOUT = 20.0


class Pulse:
    """Asks one address, and only while nothing is wrong that somebody outside must notice."""

    def __init__(self, url: str | None, *, direct: bool = False) -> None:
        self._url = url
        self._direct = direct
        self.failures = 0  #: beats in a row that did not arrive
        self.stopped = False  #: the last beat was withheld

    async def beat(self, worries: Iterable[Worry]) -> bool:
        """Ask the address if all is well; say whether the beat arrived."""
        reasons = sorted(one.name for one in worries if one.stops_pulse)
        if bool(reasons) is not self.stopped:
            log.warning("pulse.stopped" if reasons else "pulse.beats", extra={"why": reasons})
        self.stopped = bool(reasons)
        if self._url is None or reasons:
            return False
        try:
            async with httpx.AsyncClient(timeout=_TIMEOUT, trust_env=not self._direct) as client:
                answer = await client.get(self._url)
                answer.raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self.failures += 1
            log.warning(
                "pulse.missed", extra={"times": self.failures, "kind": type(error).__name__}
            )
            return False
        self.failures = 0
        return True
