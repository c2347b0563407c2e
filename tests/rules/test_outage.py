"""Stories of an outage of ours: whoever's time fell into it hears so, and gets a fair chance."""

from datetime import timedelta

from rules.events import CheckedIn, TimePassed
from rules.notices import Kind
from rules.watch import Stage
from tests.rules.cast import SHE, at, live, waiting


def test_somebody_whose_time_fell_into_an_outage_hears_of_it_instead_of_a_reminder():
    watch, said, orders = live(waiting(), TimePassed(at("23:05"), deaf_from=at("19:00")))

    assert [(one.to, one.kind, one.facts) for one in said] == [
        (
            SHE,
            Kind.OUTAGE_OVER,
            {"from": at("19:00"), "to": at("23:05"), "by": at("23:05") + timedelta(minutes=10)},
        )
    ]
    assert said[0].silent is False
    assert watch.stage is Stage.LATE
    assert not orders


def test_whoever_wrote_in_time_hears_nothing_of_an_outage():
    watch, said, orders = live(
        waiting(), CheckedIn(at("19:40")), TimePassed(at("23:05"), deaf_from=at("19:00"))
    )

    assert [one.kind for one in said] == [Kind.RECEIPT]
    assert watch.stage is Stage.WAITING
    assert not orders


def test_whoever_was_late_before_the_outage_is_reminded_as_ever():
    late = live(waiting(), TimePassed(at("20:00")))[0]

    _, said, _ = live(late, TimePassed(at("20:40"), deaf_from=at("20:05")))

    assert [one.kind for one in said] == [Kind.REMINDER]
