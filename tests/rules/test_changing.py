"""Stories of changes: what strengthens begins at once, what weakens begins late and is told."""

from dataclasses import replace

import pytest

from rules.events import AlarmClosed, ChangeAsked, ChangeTakenBack, CheckedIn, Outcome, TimePassed
from rules.notices import Kind
from rules.schedule import DailyAt, Until
from rules.terms import Leave, NewTerms, Pause, Resume, Way
from rules.waking import NeverAtRestError
from rules.watch import Pending, Stage, TellOffice
from tests.rules.cast import (
    ANA,
    DAY,
    HOUR,
    TERMS,
    after,
    at,
    journey,
    late,
    live,
    missed,
    routine,
    waiting,
)

LONGER_GRACE = NewTerms(replace(TERMS, grace=2 * HOUR))
SHORTER_GRACE = NewTerms(replace(TERMS, grace=HOUR / 2))
OTHER_ZONE = NewTerms(replace(TERMS, schedule=replace(TERMS.schedule, zone="Asia/Tokyo")))
WEAKER_WAY = NewTerms(replace(TERMS, ways=frozenset({Way.TAP})))
NOON = at("12:30")


def asked(change, when=NOON, way=Way.TAP, by=None):
    return ChangeAsked(when, change, way, by)


def facts_of(said, kind):
    return [one.facts for one in said if one.kind is kind]


# --- New terms -----------------------------------------------------------------------------------


def test_what_strengthens_begins_at_once_and_moves_no_promised_deadline():
    watch, said, orders = live(waiting(), asked(SHORTER_GRACE))

    assert (watch.terms, watch.due_at, orders) == (SHORTER_GRACE.terms, at("20:00"), [])
    assert facts_of(said, Kind.CHANGE_SET) == [{"due": at("20:00")}]


def test_what_weakens_begins_after_a_kept_deadline_beyond_the_cooling_off():
    watch, said, orders = live(waiting(), asked(LONGER_GRACE))
    begins = at("20:00", day=3)  # the cooling-off ends at 12:30 that day

    assert watch.terms == TERMS
    assert facts_of(said, Kind.CHANGE_PENDING) == [{"from": begins}]
    assert orders == [TellOffice(Kind.CHANGE_TOLD, {"change": "terms", "from": begins})]

    kept = after(watch, CheckedIn(at("19:00")), CheckedIn(at("08:00", day=3)))
    still = after(kept, TimePassed(at("19:59", day=3)))
    assert still.terms == TERMS
    unkept = after(still, TimePassed(begins))
    assert (unkept.stage, unkept.terms) == (Stage.LATE, TERMS)
    assert (
        after(still, CheckedIn(at("19:59", day=3)), TimePassed(begins)).terms == LONGER_GRACE.terms
    )


def test_a_missed_promise_drops_what_weakens_and_keeps_what_strengthens():
    weaker = after(late(), asked(LONGER_GRACE, at("20:10")), TimePassed(at("21:00")))
    stronger = after(late(), asked(SHORTER_GRACE, at("20:10")), TimePassed(at("21:00")))

    assert weaker.pending == ()
    assert stronger.terms == TERMS
    back = after(stronger, CheckedIn(at("21:30")), TimePassed(at("21:30")))
    assert back.terms == SHORTER_GRACE.terms


def test_a_change_asked_while_a_note_is_late_claims_nothing_before_the_next_deadline():
    for watch in (late(), missed()):
        changed, said, _ = live(watch, asked(SHORTER_GRACE, at("22:00")))

        assert changed.terms == TERMS
        assert facts_of(said, Kind.CHANGE_PENDING) == [{"from": at("09:00", day=3)}]


@pytest.mark.parametrize("way", [Way.CARD, Way.SEALED])
def test_with_a_code_what_weakens_begins_at_once_and_the_office_hears_of_it(way):
    watch, said, orders = live(waiting(), asked(LONGER_GRACE, way=way))

    assert watch.terms == LONGER_GRACE.terms
    assert facts_of(said, Kind.CHANGE_SET) == [{"due": at("20:00")}]
    assert orders == [TellOffice(Kind.CHANGE_TOLD, {"change": "terms", "from": NOON})]


def test_even_with_a_code_another_zone_or_a_weaker_way_waits():
    strong = waiting(replace(TERMS, ways=frozenset({Way.CARD})))
    for watch, change in ((waiting(), OTHER_ZONE), (strong, WEAKER_WAY)):
        changed = after(watch, asked(change, way=Way.SEALED))

        assert (changed.terms, changed.due_at) == (watch.terms, at("20:00"))
        assert len(changed.pending) == 1


def test_a_coordinator_weakens_nothing_at_once():
    assert after(waiting(), asked(LONGER_GRACE, way=Way.SEALED, by=ANA)).terms == TERMS


def test_before_the_first_promise_terms_are_free():
    watch, said, orders = live(routine(), asked(LONGER_GRACE))

    assert (watch.terms, said, orders) == (LONGER_GRACE.terms, [], [])


def test_a_newer_wish_takes_the_place_of_an_older_one():
    even_longer = NewTerms(replace(TERMS, grace=3 * HOUR))
    watch = after(waiting(), asked(LONGER_GRACE), asked(even_longer))

    assert [one.change for one in watch.pending] == [even_longer]


def test_terms_under_which_nothing_would_ever_be_due_are_refused():
    for schedule in (Until(at("11:00")), Until(at("11:00", day=9)), DailyAt((), "UTC")):
        watch, said, orders = live(waiting(), asked(NewTerms(replace(TERMS, schedule=schedule))))

        assert (watch, orders) == (waiting(), [])
        assert [one.kind for one in said] == [Kind.CHANGE_REFUSED]


def test_a_journey_keeps_the_terms_it_began_with():
    for change in (LONGER_GRACE, Pause(at("23:00")), Resume(), Leave()):
        assert live(journey(), asked(change)) == (journey(), [], [])


def test_what_is_pending_can_be_taken_back():
    watch, said, _ = live(waiting(), asked(LONGER_GRACE), ChangeTakenBack(at("12:40")))

    assert (watch.pending, watch.wake_at) == ((), at("19:30"))
    assert facts_of(said, Kind.CHANGE_DROPPED) == [{"due": at("20:00")}]
    assert live(watch, ChangeTakenBack(at("12:50"))) == (watch, [], [])
    resting = after(replace(routine(), begun_at=at("08:00"), unwatched_at=at("23:00")))
    wish = after(resting, asked(Leave()))
    assert facts_of(live(wish, ChangeTakenBack(at("13:00")))[1], Kind.CHANGE_DROPPED) == [{}]


def test_in_a_plan_without_times_what_weakens_begins_after_the_cooling_off():
    empty = replace(waiting(), terms=replace(TERMS, schedule=DailyAt((), "UTC")))
    changed = after(empty, asked(NewTerms(replace(TERMS, grace=2 * HOUR))))

    assert changed.pending[0].from_at == NOON + TERMS.cooling


def test_what_cannot_wait_is_dropped_where_it_waits():
    stuck = replace(waiting(), pending=(Pending(Resume(), at("13:00")),), wake_at=at("13:00"))

    assert live(stuck, TimePassed(at("13:00"))) == (waiting(), [], [])


def test_rules_that_turn_in_a_circle_are_found_out():
    wishes = tuple(Pending(Resume(), at("13:00")) for _ in range(401))

    with pytest.raises(NeverAtRestError):
        after(replace(waiting(), pending=wishes, wake_at=at("13:00")), TimePassed(at("14:00")))


# --- Breaks --------------------------------------------------------------------------------------


def test_a_break_by_tap_begins_after_a_kept_deadline_and_ends_by_itself():
    until = at("20:00", day=5)
    watch, said, orders = live(waiting(), asked(Pause(until)))
    begins = at("20:00", day=3)
    assert facts_of(said, Kind.BREAK_PENDING) == [{"from": begins, "until": until}]
    assert orders == [
        TellOffice(Kind.CHANGE_TOLD, {"change": "pause", "from": begins, "until": until})
    ]

    notes = (at("19:00"), at("08:00", day=3), at("19:00", day=3))
    watch = after(watch, *(CheckedIn(one) for one in notes), TimePassed(begins))
    assert (watch.stage, watch.wake_at) == (Stage.RESTING, until)

    watch, said, _ = live(watch, TimePassed(until))
    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=6))
    assert facts_of(said, Kind.BREAK_OVER) == [{"due": at("09:00", day=6)}]


def test_a_break_by_code_begins_at_once():
    until = at("20:00", day=4)
    watch, said, orders = live(waiting(), asked(Pause(until), way=Way.CARD))

    assert (watch.stage, watch.paused_until, watch.due_at) == (Stage.RESTING, until, None)
    assert facts_of(said, Kind.BREAK_SET) == [{"until": until, "due": at("09:00", day=5)}]
    assert orders[0].facts == {"change": "pause", "from": NOON, "until": until}


def test_a_code_opens_no_break_while_a_note_is_late():
    for watch in (late(), missed()):
        paused = after(watch, asked(Pause(at("20:00", day=5)), at("22:00"), Way.CARD))
        assert (paused.stage, paused.due_at) == (watch.stage, watch.due_at)
        assert len(paused.pending) == 1


def test_a_break_is_no_longer_than_agreed_and_longer_with_a_coordinators_yes():
    week = Pause(at("20:00", day=9))
    watch, said, _ = live(waiting(), asked(week))
    assert watch == waiting()
    assert facts_of(said, Kind.CHANGE_REFUSED) == [
        {"why": "pause-too-long", "limit": at("20:00", day=3) + 3 * DAY}
    ]
    assert len(after(waiting(), asked(week, by=ANA)).pending) == 1


def test_a_break_that_would_be_over_before_it_begins_is_refused():
    _, said, _ = live(waiting(), asked(Pause(at("20:00", day=3))))
    assert facts_of(said, Kind.CHANGE_REFUSED)[0]["why"] == "pause-too-short"
    assert facts_of(live(routine(), asked(Pause(at("20:00"))))[1], Kind.CHANGE_REFUSED)


def test_a_coordinators_refused_wish_is_answered_to_the_coordinator():
    _, said, _ = live(waiting(), asked(Pause(NOON), by=ANA))
    assert [one.to for one in said] == [ANA]


def test_a_break_asked_for_within_a_break_begins_after_it():
    paused = after(waiting(), asked(Pause(at("20:00", day=4)), way=Way.CARD))
    watch = after(paused, asked(Pause(at("20:00", day=7)), at("13:00")))

    assert watch.pending[0].from_at == at("09:00", day=5)


def test_what_was_pending_before_a_break_by_code_waits_for_a_note_after_it():
    wishes = (asked(Pause(at("20:00", day=5))), asked(LONGER_GRACE))
    paused = after(waiting(), *wishes, asked(Pause(at("21:00", day=4)), way=Way.CARD))
    assert [type(one.change) for one in paused.pending] == [NewTerms]

    watch = after(paused, TimePassed(at("21:00", day=4)))
    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=5))
    assert watch.pending[0].from_at == at("09:00", day=5)
    kept = after(watch, CheckedIn(at("08:00", day=5)), TimePassed(at("09:00", day=5)))
    assert (watch.terms, kept.terms) == (TERMS, LONGER_GRACE.terms)


def test_a_break_that_is_over_when_its_moment_comes_is_forgotten():
    watch = after(waiting(), asked(Pause(at("21:00", day=3))))
    watch = after(watch, CheckedIn(at("19:00")), CheckedIn(at("08:00", day=3)))
    watch = after(watch, CheckedIn(at("19:00", day=3)), TimePassed(at("22:00", day=3)))

    assert (watch.stage, watch.pending, watch.paused_until) == (Stage.WAITING, (), None)


def test_a_break_ends_when_she_says_so():
    paused = after(waiting(), asked(Pause(at("20:00", day=4)), way=Way.CARD))
    watch, said, _ = live(paused, asked(Resume(), at("14:00")))
    assert (watch.stage, watch.due_at, watch.paused_until) == (Stage.WAITING, at("20:00"), None)
    assert facts_of(said, Kind.BREAK_OVER) == [{"due": at("20:00")}]

    pending = after(waiting(), asked(Pause(at("20:00", day=5))))
    freed, said, _ = live(pending, asked(Resume()))
    assert freed.pending == ()
    assert facts_of(said, Kind.CHANGE_DROPPED) == [{"due": at("20:00")}]
    late_wish = after(late(), asked(Pause(at("20:00", day=5)), at("20:10")))
    assert after(late_wish, asked(Resume(), at("20:11"))).pending == ()
    assert live(waiting(), asked(Resume())) == (waiting(), [], [])
    assert live(routine(), asked(Resume())) == (routine(), [], [])


def test_who_is_watched_by_nobody_is_watched_again_when_she_asks():
    unwatched = after(missed(), AlarmClosed(at("22:00"), Outcome.DETAINED))
    watch = after(unwatched, asked(Resume(), at("23:00")))

    assert (watch.stage, watch.due_at) == (Stage.WAITING, at("09:00", day=3))
