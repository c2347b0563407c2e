"""Her evening, with a note and without one, and what is said of it."""

from rules.events import CheckedIn
from storage.deed import Deed, Lived
from tests.storage.circle import Courier, sweep_all


def kinds(told):
    """What was said to whom."""
    return [(one.act.kind, one.reader) for one in told]


async def check_in(storage, circle, **more):
    """Let her send a note now."""
    deed = Deed(happenings=(Lived(circle.amina.id, CheckedIn(storage.clock(), **more)),))
    await storage.journal.record(deed)


async def fall_silent(storage, circle, clock, courier=None):
    """Let her evening pass without a note, up to the alarm; she is reminded on time."""
    clock.push(hours=10)
    await sweep_all(storage, clock())
    await (courier or Courier(storage)).tell_all()
    clock.push(minutes=30)
    await sweep_all(storage, clock())
    (alarm,) = (await storage.readings.life(circle.amina.id)).alarms
    return alarm
