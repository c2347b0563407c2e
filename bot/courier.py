"""Carries what must be said to those who must hear it: at least once, first things first.

It claims only what the limiter has granted and a sender is free for, so nothing waits in memory
that a restart would delay; what was told is settled in the same commit as the next claim.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.hold import Hold
from bot.lanes import Go, GoBack, Lanes
from bot.limiter import Grant, Limiter
from bot.nudge import Nudge
from handlers.errors import HaltUntil
from rules.notices import FILES, Notice, Rank
from storage.claims import Claimed, Outcome, Refused, TryAgain, Why
from storage.leases import FenceLostError
from storage.outbox import Outbox
from storage.persons import Address
from storage.woken import Woken

log = logging.getLogger(__name__)

SENDERS = 8
_LONGEST_SLEEP = 30.0
_PATIENCE = 60.0  #: seconds until a telling that hangs is given up
#: So many tellings are settled together while a queue is long, or as many as end in this time.
_TOGETHER = 7
_LINGER = 0.05
_LONGEST_LINGER = 0.25
#: What was due and could not be claimed is looked for again this soon.
_SOON = 0.25
#: So many failures in a row mean that Telegram is away: one at a time finds out when it is back.
_AWAY_AFTER = 8
_LONGEST_ABSENCE = 30.0
_SHORTEST_ABSENCE = 0.5  #: however fast the clock goes
_PAUSE = 1.0
_AT_THE_END = 3.0  #: seconds for what is on its way when we are stopped
_UNSAYABLE_GAP = timedelta(minutes=1)
_GAP_OF_FILES = timedelta(minutes=1)
#: What somebody's life may hang on is never put off longer than this.
_LONGEST_WAIT = {Rank.FIRST: timedelta(minutes=1), Rank.ALARM: timedelta(minutes=1)}

Tell = Callable[[Claimed], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class NotYet(TryAgain):
    """It waits for its chat; nothing has failed."""


@dataclass(frozen=True, slots=True)
class Unsayable(TryAgain):
    """Our own words failed; Telegram has nothing to do with it."""


class Courier:
    """Eight senders and what they have in hand; holds the lease `courier` while it carries."""

    def __init__(
        self,
        outbox: Outbox,
        tell: Tell,
        limiter: Limiter,
        clock: Clock,
        bell: Woken,
        hold: Hold,
        *,
        senders: int = SENDERS,
    ) -> None:
        self._outbox = outbox
        self._tell = tell
        self._limiter = limiter
        self._clock = clock
        self._hold = hold
        self._senders = senders
        self._nudge = Nudge(bell)
        self._lanes = Lanes(limiter, clock.now, clock.stretch)
        self._in_hand: dict[Address, deque[Claimed]] = {}
        self._sending: set[asyncio.Task[None]] = set()
        self._settled: list[tuple[Claimed, Outcome]] = []
        self._queue_is_long = False
        self._away_until = 0.0
        self.failures = 0  #: tellings in a row that did not reach Telegram
        self.unsayable = 0  #: notices since the start that could not be put into words
        self.stands_since: datetime | None = None  #: since when turns fail; None while they do not

    async def run(self) -> None:
        """Carry for ever; when stopped, settle what was told."""
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self._nudge.listen())
                while True:
                    await self._carry()
        finally:
            await self._put_down()

    async def _carry(self) -> None:
        """Turn for as long as the lease is ours."""
        fence = await self._hold.fence()
        try:
            await self._outbox.release_dead(fence)
            while True:
                await self._turn()
        except FenceLostError:
            self._hold.lost()
        except Exception:
            # The database is in trouble: what was told stays in our hands until it can be settled.
            self.stands_since = self.stands_since or self._clock.now()
            log.exception("courier.stands")
            await asyncio.sleep(_PAUSE)

    async def _turn(self) -> None:
        if self._in_hand and (self._queue_is_long or self._settled):
            await self._linger()
        free = self._free()
        if not self._settled and not (free and await self._is_anything_due()):
            if not free:
                await self._nudge.wait(self._away_for() or _LONGEST_SLEEP)
            return
        grant = self._limiter.grant(free) if free else Grant(0)
        if not self._settled and not grant.count:
            await self._nudge.wait(self._limiter.seconds_until())
            return
        claimed = await self._settle_and_claim(grant)
        self._queue_is_long = 0 < grant.count == len(claimed)
        if not claimed and not self._settled:
            # Whatever is due all the same is in other hands; it is not asked for at once again.
            await self._nudge.wait(_SOON)

    async def _settle_and_claim(self, grant: Grant) -> list[Claimed]:
        settled, self._settled = self._settled, []
        claimed: list[Claimed] = []
        try:
            fence = await self._hold.fence()
            now = self._clock.now()
            claimed = await self._outbox.turn(settled, grant.count, now, fence, kept=grant.kept)
        except BaseException:
            self._settled = settled + self._settled
            raise
        finally:
            self._limiter.give_back(grant.count - len(claimed))
        self.stands_since = None
        for one in claimed:
            self._hand_over(one)
        return claimed

    async def _is_anything_due(self) -> bool:
        """Say whether to claim; otherwise wait until it may be worth while."""
        at = await self._outbox.next_try()
        seconds = _LONGEST_SLEEP if at is None else self._clock.seconds_until(at)
        if seconds:
            await self._nudge.wait(min(seconds, _LONGEST_SLEEP))
        return not seconds

    async def _linger(self) -> None:
        """Let tellings that end together be settled together: a commit for each would be slow."""
        while not self._settled and not self._free():
            await self._nudge.wait(_LONGEST_SLEEP)
        loop = asyncio.get_running_loop()
        until_many_may_go = self._limiter.seconds_until(_TOGETHER) if self._queue_is_long else 0.0
        waits = max(_LINGER, until_many_may_go)
        longest = loop.time() + _LONGEST_LINGER
        ends, ended = loop.time() + waits, 0
        while self._in_hand and len(self._settled) < _TOGETHER:
            if len(self._settled) > ended:
                # As long as they go on ending, they are waited for.
                ends, ended = loop.time() + waits, len(self._settled)
            if loop.time() >= min(ends, longest):
                break
            await self._nudge.wait(min(ends, longest) - loop.time())

    def _free(self) -> int:
        """Return how many more may be claimed."""
        busy = sum(len(lane) for lane in self._in_hand.values())
        if self.failures < _AWAY_AFTER:
            return max(0, self._senders - busy)
        return 1 if not busy and not self._away_for() else 0

    def _away_for(self) -> float:
        """Return for how many seconds nobody asks whether Telegram is back."""
        return max(0.0, self._away_until - asyncio.get_running_loop().time())

    def _hand_over(self, claimed: Claimed) -> None:
        chat = claimed.to
        if chat is not None and any(one.id == claimed.id for one in self._in_hand.get(chat, ())):
            # By a clock that is pushed or runs fast its lease is over before we are.
            self._limiter.give_back(1)
        elif chat is None:
            self._settled.append((claimed, Refused(Why.NOT_FOUND)))
            self._limiter.give_back(1)
        elif chat in self._in_hand:
            # All of a chat go one after the other.
            self._in_hand[chat].append(claimed)
        else:
            self._in_hand[chat] = deque([claimed])
            task = asyncio.create_task(self._send(chat))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _send(self, chat: Address) -> None:
        """Say what is in hand for one chat, in order."""
        lane = self._in_hand[chat]
        while lane:
            claimed = lane[0]
            outcome = await self._say(claimed, chat)
            lane.popleft()
            self._settled.append((claimed, outcome))
            waits = isinstance(outcome, NotYet) or _is_a_file(claimed)
            if isinstance(outcome, TryAgain) and not waits:
                self._put_back(claimed, lane, chat, outcome.at)
            self._nudge.now()
        # Before the loop that was nudged looks: nothing is in hand for this chat any more.
        del self._in_hand[chat]

    def _put_back(
        self, failed: Claimed, behind: deque[Claimed], chat: Address, at: datetime
    ) -> None:
        """Let what is in hand for the same chat wait behind what could not be said."""
        self._lanes.failed([failed, *behind], chat, at)
        self._settled.extend((one, TryAgain(at)) for one in behind)
        self._limiter.give_back(len(behind))
        behind.clear()

    async def _say(self, claimed: Claimed, chat: Address) -> Outcome:
        while not isinstance(step := self._lanes.next_step(claimed, chat), Go):
            if isinstance(step, GoBack):
                self._limiter.give_back(1)
                return NotYet(step.until)
            await asyncio.sleep(step.seconds)
        return self._learn(claimed, await self._tell_or_give_up(claimed))

    async def _tell_or_give_up(self, claimed: Claimed) -> Outcome:
        now = self._clock.now
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._tell(claimed)
        except TimeoutError:
            # Others come first: so many files that hang must not keep all hands busy.
            return TryAgain(now() + (_GAP_OF_FILES if _is_a_file(claimed) else timedelta(0)))
        except Exception:
            # A fault of ours, not of the line: it is tried for ever, and the operator is told.
            log.exception("courier.unsayable", extra={"tries": claimed.tries})
            self.unsayable += 1
            return Unsayable(now() + min(claimed.tries, 5) * _UNSAYABLE_GAP)

    def _learn(self, claimed: Claimed, outcome: Outcome) -> Outcome:
        """Halt when Telegram says so, and notice when it is away."""
        match outcome:
            case HaltUntil(at):
                # Telegram counts real seconds, whatever a played clock does.
                seconds = (at - self._clock.now()).total_seconds()
                self._limiter.halt(seconds)
                log.warning("courier.halted", extra={"seconds": round(seconds)})
            case Unsayable():
                pass
            case TryAgain(at):
                # On a thin line words pass where a file does not: Telegram is not away.
                self.failures += not _is_a_file(claimed)
                if self.failures >= _AWAY_AFTER:
                    absence = min(2.0 ** (self.failures - _AWAY_AFTER), _LONGEST_ABSENCE)
                    absence = max(self._clock.real(absence), _SHORTEST_ABSENCE)
                    self._away_until = asyncio.get_running_loop().time() + absence
                    log.warning("courier.away", extra={"failures": self.failures})
                longest = _LONGEST_WAIT.get(claimed.rank)
                if longest is not None:
                    return replace(outcome, at=min(at, self._clock.now() + longest))
            case _:
                self.failures = 0
        return outcome

    async def _put_down(self) -> None:
        """Let what is on its way arrive, and settle it, so that the next start repeats nothing."""
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=_AT_THE_END)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._settled and self._hold.is_held:
            settled, self._settled = self._settled, []
            fence = await self._hold.fence()
            await self._outbox.turn(settled, 0, self._clock.now(), fence)
            log.info("courier.settled", extra={"count": len(settled)})


def _is_a_file(claimed: Claimed) -> bool:
    """Say whether it is a sheet: what fails of it holds up no word of an alarm."""
    return isinstance(claimed.act, Notice) and claimed.act.kind in FILES
