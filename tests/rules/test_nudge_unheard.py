"""A nudge whose time passed while we could not hear is never said: it would only confuse."""

from rules.events import TimePassed
from tests.rules.cast import at, live, waiting


def test_a_nudge_is_not_said_late_after_an_outage():
    watch, said, _ = live(waiting(), TimePassed(at("19:45"), deaf_from=at("18:00")))

    assert not said
    assert watch.nudged
    assert watch.wake_at == at("20:00")
