"""Stories of one person's life: what goes between her promises and the alarms about her."""

from dataclasses import replace

import pytest

from rules.alarm import Kind, Stage
from rules.events import (
    Cause,
    ClosingAsked,
    Confirmed,
    Finding,
    Outcome,
    Proof,
    Reported,
    TimePassed,
    Told,
)
from rules.life import cried, helped, lived, terms_of
from rules.notices import Kind as Say
from rules.raising import CONCERNS_AT_MOST, KIND_OF, recent_concerns
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Stage as WatchStage
from tests.rules.cast import (
    ANA,
    BEN,
    DAY,
    NEIGHBOUR,
    SHE,
    TERMS,
    after,
    alarm_of,
    at,
    draws,
    heard_by,
    journey,
    late,
    life,
    lives,
    missed,
    missed_and_told,
    readers,
    sign,
    waiting,
)

# --- From the promise to the help ----------------------------------------------------------------


def test_a_missed_note_opens_an_alarm_on_her_own_ladder():
    happened, said = lives(life(late()), TimePassed(at("21:00")))
    alarm = alarm_of(happened)

    assert happened.opened == (alarm.id,) == (draws().ids[0],)
    assert (alarm.number, alarm.subject, alarm.ladder) == (1, SHE, TERMS.ladder)
    assert readers(said, Say.ALARM) == [ANA]
    assert readers(said, Say.ASK) == [NEIGHBOUR]


def test_practice_days_ask_coordinators_only():
    happened, said = lives(life(late(replace(TERMS, practice=DAY))), TimePassed(at("21:00")))

    assert [one.whom for one in alarm_of(happened).ladder] == [("duty",), ("all",)]
    assert {one.to for one in said} == {ANA}


def test_a_further_cause_joins_the_alarm_that_is_open():
    first = missed_and_told()
    happened, said = lives(first.life, TimePassed(at("09:00", day=3)))

    assert happened.opened == ()
    assert alarm_of(happened).causes == (Cause.MISSED, Cause.STILL_SILENT)
    assert heard_by(said, ANA) == [Say.STILL_SILENT]


def test_a_still_silent_person_without_an_alarm_gets_one():
    happened, _ = lives(life(missed()), TimePassed(at("09:00", day=3)))
    assert alarm_of(happened).causes == (Cause.STILL_SILENT,)


@pytest.mark.parametrize(("cause", "kind"), sorted(KIND_OF.items()))
def test_whatever_cries_opens_an_alarm_of_its_kind(cause, kind):
    happened = cried(life(waiting()), cause, at("12:30"), draws())

    assert alarm_of(happened, kind).causes == (cause,)
    assert set(KIND_OF) == set(Cause)


def test_two_watches_that_miss_at_once_open_one_alarm():
    on_the_way = replace(journey("20:00"), stage=WatchStage.WAITING)
    happened, _ = lives(
        life(late(), after(on_the_way, TimePassed(at("20:00")))), TimePassed(at("21:00"))
    )

    assert len(happened.opened) == 1
    assert alarm_of(happened).causes == (Cause.MISSED, Cause.JOURNEY)


def test_an_alarm_that_is_not_hers_changes_nothing():
    hers = life(waiting())
    happened = helped(hers, draws().ids[2], Told(at("21:00"), ANA), draws())
    assert (happened.life, happened.notices) == (hers, ())


def test_who_has_no_terms_has_the_gentlest():
    assert terms_of(life()) == TEMPLATES[Level.LOW]
    assert terms_of(life(journey())) == journey().terms
    assert terms_of(life(journey(), waiting())) == TERMS


# --- Back again ----------------------------------------------------------------------------------


def test_before_anybody_was_told_her_note_closes_the_alarm():
    first, _ = lives(life(late()), TimePassed(at("21:00")))
    happened = lived(first.life, sign("21:00"), draws())

    assert happened.closed == first.opened
    assert happened.life.alarms[0].outcome is Outcome.SAFE
    assert happened.life.watches[0].due_at == at("09:00", day=3)


def test_afterwards_it_holds_it_and_all_hear_the_same_neutral_words():
    happened, said = lives(missed_and_told().life, sign("21:30"))
    alarm = alarm_of(happened)
    assert (alarm.stage, alarm.back_at, {one.to for one in said}) == (
        Stage.HELD,
        at("21:30"),
        {SHE},
    )

    worded = helped(happened.life, alarm.id, TimePassed(at("21:40")), draws())
    assert [(one.to, one.kind) for one in worded.notices] == [
        (ANA, Say.SIGN_CAME),
        (NEIGHBOUR, Say.LOOKING),
    ]


def test_when_a_coordinator_confirms_all_are_stood_down_and_the_watch_goes_on():
    happened, _ = lives(missed_and_told().life, sign("21:30"))
    sure = Confirmed(at("21:45"), BEN, Proof.VOICE)
    ended = helped(happened.life, alarm_of(happened).id, sure, draws())

    assert heard_by(ended.notices, NEIGHBOUR) == [Say.LOOKING, Say.ALL_WELL]
    assert heard_by(ended.notices, ANA) == heard_by(ended.notices, BEN) == [Say.CLOSED]
    assert ended.life.watches[0].stage is WatchStage.WAITING


def test_a_note_too_old_for_the_journey_does_not_end_the_search_for_her():
    # The note of 12:00 was sent before the journey's window, but answers the routine of 09:00.
    routine_missed = replace(missed(), due_at=at("09:00"), silent_at=at("09:00", day=3))
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    opened, _ = lives(life(after(late()), away), TimePassed(at("20:59")))
    both = replace(opened.life, watches=(routine_missed, away))
    both = lived(both, TimePassed(at("19:15", day=3)), draws(4)).life
    happened = lived(both, sign("12:00"), draws(7))

    assert happened.closed == ()
    assert alarm_of(happened).stage is Stage.RAISED
    assert [one.stage for one in happened.life.watches] == [WatchStage.WAITING, WatchStage.MISSED]


def test_a_closed_alarm_sets_a_missed_promise_going():
    first = missed_and_told()
    close = ClosingAsked(at("21:30"), ANA, Outcome.FALSE_ALARM)
    happened = helped(first.life, alarm_of(first).id, close, draws())

    assert happened.life.watches[0].due_at == at("09:00", day=3)


def test_the_end_of_one_alarm_does_not_set_her_going_while_another_looks_for_her():
    first = missed_and_told()
    forced = cried(first.life, Cause.SOS, at("21:05"), draws(5))
    two = replace(
        forced.life, alarms=(alarm_of(first), replace(alarm_of(forced, Kind.SOS), kind=Kind.DURESS))
    )
    close = ClosingAsked(at("21:30"), ANA, Outcome.SAFE)

    happened = helped(two, alarm_of(first).id, close, draws())
    assert happened.life.watches[0].stage is WatchStage.MISSED
    happened = helped(happened.life, two.alarms[1].id, close, draws())
    assert happened.life.watches[0].stage is WatchStage.WAITING


def test_danger_reported_after_the_end_opens_an_alarm_for_coordinators():
    first = missed_and_told()
    ended = helped(
        first.life, alarm_of(first).id, ClosingAsked(at("21:30"), ANA, Outcome.SAFE), draws()
    )
    danger = Reported(at("22:00"), NEIGHBOUR, Finding.IN_DANGER)
    happened = helped(ended.life, ended.closed[0], danger, draws(2))

    assert alarm_of(happened, Kind.CONCERN).number == 2
    assert {one.to for one in happened.notices} == {ANA}


def test_law_21_what_a_contact_worries_about_counts_for_thirty_days():
    worries = (at("12:00"), at("12:00", day=20), at("12:00", day=31))

    assert CONCERNS_AT_MOST == 2
    assert recent_concerns(worries, at("11:59") + 30 * DAY) == worries
    assert recent_concerns(worries, at("12:00") + 30 * DAY) == worries[1:]
    assert recent_concerns((), at("12:00")) == ()
