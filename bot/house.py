"""The house while it runs: its loops, what it does now and then, and how it is.

A loop that ends is no house any more: the process ends with it, and whoever started it starts it
again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot
from telegram.error import TelegramError

from bot import state
from bot.clock import Clock, machine_now
from bot.courier import Courier
from bot.ear import Ear
from bot.hold import Hold
from bot.horn import Horn
from bot.housekeeping import Housekeeping
from bot.intake import Intake
from bot.pulse import Pulse
from bot.settings import Settings
from bot.tick import Tick
from bot.worries import Horn as Blow
from bot.worries import Worries, Worry
from storage.opening import Storage

log = logging.getLogger(__name__)

_HOUR = timedelta(hours=1)
_LOOK_EVERY = 30
_PULSE_EVERY = 60
_FIRST_AFTER = 5
_NO_OFTENER = 0.25  #: real seconds between two looks, however fast the clock goes
_RETRY = 2.0
_LONGEST_RETRY = 30.0


@dataclass(slots=True)
class House:
    """A house whose loops turn."""

    settings: Settings
    clock: Clock
    storage: Storage
    bot: Bot
    ear: Ear
    intake: Intake
    tick: Tick
    courier: Courier
    horn: Horn
    pulse: Pulse
    worries: Worries
    housekeeping: Housekeeping
    holds: tuple[Hold, ...]
    found: tuple[Worry, ...] = ()  #: what the last look found
    _caught_up_at: datetime = field(default=datetime.min.replace(tzinfo=UTC))
    _pace: float = 1.0  #: how fast our clock went when the work was arranged

    async def turn(self, stop: asyncio.Event) -> None:
        """Turn until `stop`. Raises what ended a loop: a house without one of them is none."""
        scheduler = self._schedule()
        # Where time is pushed, what is done each hour must not wait for an hour to pass.
        self.clock.on_jump.append(lambda: self._catch_up(scheduler))
        self.clock.on_jump.append(lambda: self._keep_pace(scheduler))
        self._keep_pace(scheduler)
        loops = [self.ear.run(), self.intake.run(), self.tick.run(), self.greet()]
        turning = [asyncio.create_task(loop) for loop in loops]
        last = [asyncio.create_task(self.courier.run())]
        leases = [asyncio.create_task(hold.run()) for hold in self.holds]
        stopping = asyncio.create_task(stop.wait())
        scheduler.start()
        try:
            everything = {*turning, *last, *leases, stopping}
            while not stopping.done():
                done, _ = await asyncio.wait(everything, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    everything.discard(task)
                    task.result()
        finally:
            scheduler.shutdown(wait=False)
            # The courier after the others, for it says what they decided; the leases at the end.
            for tasks in (turning, last, [*leases, stopping]):
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
            for hold in self.holds:
                await hold.leave()
            await self.horn.close()

    async def greet(self) -> None:
        """Learn our own name and take a webhook away that would keep us from polling."""
        seconds = _RETRY
        while True:
            try:
                await self.bot.initialize()
                hook = await self.bot.get_webhook_info()
                if hook.url:
                    # What waits there is not dropped: it is handed over by the first poll.
                    await self.bot.delete_webhook()
                    log.warning("running.webhook_removed")
            except TelegramError as error:
                log.warning("running.not_greeted", extra={"kind": type(error).__name__})
                await asyncio.sleep(seconds)
                seconds = min(2 * seconds, _LONGEST_RETRY)
            else:
                self.intake.rooms = replace(self.intake.rooms, bot_username=self.bot.username)
                return

    async def look(self) -> None:
        """Look for worries; call people, and say how we are."""
        now = self.clock.now()
        try:
            self.found = await self.worries.look(now)
        except Exception:
            # Who cannot even look cannot tell what is wrong: that alone is called about.
            log.exception("running.cannot_look")
            self.found = (Worry("cannot-look", stops_pulse=True, horn=Blow.AGAIN),)
        again = {one.name for one in self.found if one.horn is Blow.AGAIN}
        once = {one.name for one in self.found if one.horn is Blow.ONCE}
        self.horn.hear(again, now, once=once)
        heard, offset = self.ear.fetched_until, self.clock.offset
        said = state.State(
            said_at=machine_now().isoformat(),
            heard_until=heard.isoformat() if heard is not None else None,
            offset_seconds=offset.total_seconds() if offset is not None else None,
            bot=self.intake.rooms.bot_username,
            worries=tuple(one.name for one in self.found),
            memory_mb=state.memory_mb(),
        )
        said.write(self.settings.state_file)

    async def beat(self) -> None:
        """Tell the outside watcher that all is well, if it is."""
        await self.look()
        await self.pulse.beat(self.found)

    def _schedule(self) -> AsyncIOScheduler:
        """Return what turns the work that is done now and then; nothing in it must survive."""
        scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        # By then the first poll was answered, if Telegram is there.
        soon = machine_now() + timedelta(seconds=_FIRST_AFTER)
        for work, seconds in (
            (self.look, _LOOK_EVERY),
            (self.beat, _PULSE_EVERY),
            (self.housekeeping.follow_keys, 60),
            (self.housekeeping.each_hour, 3600),
        ):
            scheduler.add_job(
                _guarded(work), "interval", id=work.__name__, seconds=seconds, next_run_time=soon
            )
        self._caught_up_at = self.clock.now()
        return scheduler

    def _catch_up(self, scheduler: AsyncIOScheduler) -> None:
        """Do at once what is done each hour, when our clock has jumped by one."""
        now = self.clock.now()
        if now - self._caught_up_at >= _HOUR:
            self._caught_up_at = now
            scheduler.modify_job(self.housekeeping.each_hour.__name__, next_run_time=machine_now())

    def _keep_pace(self, scheduler: AsyncIOScheduler) -> None:
        """Do what is done now and then as often by our clock, however fast that goes."""
        if self.clock.speed in {self._pace, 0.0}:
            return
        self._pace = self.clock.speed
        for work, seconds in ((self.look, _LOOK_EVERY), (self.housekeeping.each_hour, 3600)):
            often = max(self.clock.real(seconds), _NO_OFTENER)
            scheduler.reschedule_job(work.__name__, trigger="interval", seconds=often)


def _guarded(work: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[None]]:
    """Let a piece of work fail without taking the scheduler's own log for it."""

    async def guarded() -> None:
        try:
            await work()
        except asyncio.CancelledError:
            return  # the house is being closed, and the scheduler asks nobody why
        except Exception:
            # It is done again at its next time; what depends on it shows as a worry.
            log.exception("running.work_failed", extra={"work": work.__qualname__})

    return guarded
