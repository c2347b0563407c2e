"""Stories of a life in which others may hold her phone: what her chat shows, journeys, force."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.alarm import Kind, Stage
from rules.events import (
    Arrived,
    Cause,
    ChangeAsked,
    CheckedIn,
    ClosingAsked,
    Deaf,
    Escalated,
    Outcome,
    OwnerUnreachable,
    Started,
    TimePassed,
    Verdict,
)
from rules.life import cried, helped, lived
from rules.notices import Kind as Say
from rules.people import Contact, Part
from rules.raising import KIND_OF
from rules.terms import Leave, Resume, Way
from rules.watch import Pending
from rules.watch import Stage as WatchStage
from tests.rules.cast import (
    ANA,
    AUNT,
    BEN,
    CLEO,
    FRIEND,
    HOUR,
    LAWYER,
    MINUTE,
    NEIGHBOUR,
    ROSTER,
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
    missed_and_told,
    readers,
    routine,
    sign,
    told_of,
    waiting,
)

# --- Journeys ------------------------------------------------------------------------------------


def test_a_journey_that_is_over_leaves_the_life():
    trip = journey()
    happened = lived(life(waiting(), trip), Arrived(at("17:00")), draws())

    assert happened.ended == (trip.id,)
    assert [one.sort.name for one in happened.life.watches] == ["ROUTINE"]


def test_a_journey_that_has_not_begun_stays():
    unbegun = replace(journey(), begun_at=None, stage=WatchStage.RESTING, due_at=None, wake_at=None)
    happened = lived(life(waiting(), unbegun), Started(at("12:10")), draws())

    assert happened.ended == ()
    assert happened.life.watches[1].stage is WatchStage.WAITING


def test_an_arrival_is_a_note_for_the_routine():
    happened = lived(life(waiting(), journey()), Arrived(at("17:00")), draws())

    assert happened.life.watches[0].due_at == at("09:00", day=3)
    assert [one.kind for one in happened.notices] == [Say.RECEIPT]


@pytest.mark.parametrize("passes", [TimePassed, Deaf])
def test_the_routine_waits_for_a_journey_until_its_end_and_grace(passes):
    terms = replace(TERMS, alarm_when_deaf=timedelta(0))
    trip = journey("23:00", terms=terms)
    happened = lived(life(waiting(terms), trip), passes(at("21:30")), draws())

    assert happened.opened == ()
    assert happened.life.watches[0].due_at == at("09:00", day=3)
    just = replace(waiting(terms), due_at=at("23:45"))
    assert lived(life(just, trip), TimePassed(at("23:45")), draws()).life.watches[0].due_at != at(
        "23:45"
    )


def test_a_journey_that_was_missed_covers_nothing_any_more():
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    happened = lived(life(waiting(), away), TimePassed(at("20:00")), draws())
    assert happened.life.watches[0].stage is WatchStage.LATE


# --- What her own chat shows ---------------------------------------------------------------------


def test_nothing_comes_unasked_to_her_chat_while_she_is_missed():
    first = missed_and_told(journey("21:30"))
    happened, said = lives(first.life, TimePassed(at("21:30")), TimePassed(at("22:20")))

    assert heard_by(said, SHE) == []
    assert happened.life.watches[1].stage is WatchStage.MISSED


def test_what_she_asked_for_is_answered_even_then():
    away = after(journey(), TimePassed(at("18:30")), TimePassed(at("19:15")))
    paused = replace(routine(), begun_at=at("08:00"), paused_until=at("20:00", day=4))
    happened = lived(life(paused, away), ChangeAsked(at("21:30"), Resume()), draws())

    assert [(one.kind, one.silent) for one in happened.notices] == [(Say.BREAK_OVER, True)]


def test_after_a_cry_for_help_her_phone_makes_no_sound():
    cry = cried(life(waiting()), Cause.SOS, at("19:50"), draws())
    assert [(one.kind, one.silent) for one in cry.notices if one.to == SHE] == [
        (Say.SOS_NOTED, True)
    ]

    unheard, said = lives(cry.life, TimePassed(at("20:00")))
    assert [(one.kind, one.silent) for one in said] == [(Say.REMINDER, True)]
    assert heard_by(lives(told_of(cry, kind=Kind.SOS).life, TimePassed(at("20:00")))[1], SHE) == []
    assert unheard.life.watches[0].stage is WatchStage.LATE


def test_what_others_worry_about_does_not_show_in_her_chat():
    for cause in (Cause.CONCERN, Cause.LOCKED, Cause.FORCED, Cause.DRILL):
        worried = cried(life(waiting()), cause, at("12:30"), draws())
        worried = told_of(worried, kind=KIND_OF[cause])
        plain = life(waiting())
        for event in (TimePassed(at("19:30")), TimePassed(at("20:00")), sign("20:10")):
            mine = lived(worried.life, event, draws(4))
            usual = lived(plain, event, draws(4))
            assert mine.notices == usual.notices
            worried, plain = mine, usual.life


def test_a_closed_chat_is_told_of_once_for_all_her_promises():
    happened = lived(life(waiting(), journey()), OwnerUnreachable(at("12:30")), draws())
    assert readers(happened.notices, Say.SUBJECT_UNREACHABLE) == [ANA]


def test_who_must_not_be_told_hears_nothing_about_her():
    terms = replace(TERMS, never_tell=frozenset({ANA}))
    lost = lived(life(waiting(terms)), OwnerUnreachable(at("12:30")), draws())
    assert readers(lost.notices, Say.SUBJECT_UNREACHABLE) == [BEN, CLEO]

    left = lived(life(waiting(terms)), ChangeAsked(at("12:30"), Leave()), draws())
    assert readers(left.notices, Say.LEAVING_ASKED) == [BEN, CLEO]


# --- Leaving -------------------------------------------------------------------------------------


def test_who_leaves_during_an_alarm_is_let_go_when_it_is_closed():
    leaving = replace(waiting(), pending=())
    leaving = lived(life(leaving), ChangeAsked(at("12:30"), Leave()), draws()).life
    due = at("12:30", day=5)
    waits = replace(leaving.watches[0], due_at=due + HOUR, nudged=True, wake_at=due)
    cry = cried(replace(leaving, watches=(waits,)), Cause.SOS, at("12:00", day=5), draws())

    happened, said = lives(cry.life, TimePassed(due))
    assert (happened.gone, said) == (False, [])

    close = ClosingAsked(due + MINUTE, ANA, Outcome.SAFE)
    ended = helped(happened.life, alarm_of(happened, Kind.SOS).id, close, draws())
    assert ended.gone
    assert readers(ended.notices, Say.LEFT) == [ANA]
    assert lives(replace(leaving, watches=(waits,)), TimePassed(due))[0].gone


def test_who_leaves_while_a_journey_is_missed_in_the_same_moment_is_not_let_go():
    due = at("20:00")
    leaving = replace(waiting(), pending=(Pending(Leave(), due),), nudged=True, wake_at=due)
    trip = replace(late_trip := after(journey(), TimePassed(at("18:30"))), wake_at=due)
    assert late_trip.stage is WatchStage.LATE
    happened = lived(life(leaving, trip), TimePassed(due), draws())

    assert not happened.gone
    assert alarm_of(happened).causes == (Cause.JOURNEY,)


# --- The forced sign -----------------------------------------------------------------------------


def forced_while_missed(*watches):
    first = missed_and_told(*watches)
    return lives(first.life, sign("21:30", Verdict.FORCED), TimePassed(at("21:31")))


def test_a_forced_sign_turns_the_missed_alarm_into_duress():
    happened, said = forced_while_missed()
    alarm = alarm_of(happened, Kind.DURESS)

    assert (happened.opened, len(happened.life.alarms)) == ((), 1)
    assert alarm.since == at("21:30")
    assert {one.to for one in said if one.kind is Say.ALARM} == {ANA, BEN}
    assert heard_by(said, NEIGHBOUR) == []
    worded = helped(happened.life, alarm.id, TimePassed(at("21:40")), draws())
    assert heard_by(worded.notices, NEIGHBOUR) == [Say.LOOKING]


def test_the_contacts_of_a_superseded_alarm_hear_its_end():
    happened, _ = forced_while_missed()
    close = ClosingAsked(at("23:00"), ANA, Outcome.DETAINED)
    ended = helped(happened.life, alarm_of(happened, Kind.DURESS).id, close, draws())

    assert heard_by(ended.notices, NEIGHBOUR) == [Say.LOOKING, Say.OFFICE_SPEAKS]


def test_a_forced_sign_too_old_to_bring_her_back_leaves_the_missed_alarm_alone():
    first = missed_and_told()
    old = CheckedIn(at("15:00"), Way.TAP, Verdict.FORCED, at("21:31"), at("21:40"))
    happened, _ = lives(first.life, old, TimePassed(at("21:31")))

    assert alarm_of(happened, Kind.DURESS).stage is Stage.RAISED
    assert alarm_of(happened, Kind.MISSED) == alarm_of(first)


def test_a_second_forced_sign_joins_duress_and_takes_the_new_missed_alarm_with_it():
    first, _ = forced_while_missed()
    again, _ = lives(first.life, *(TimePassed(at(c, 3)) for c in ("09:00", "10:00")))
    again = told_of(again, kind=Kind.MISSED)
    missed_again = alarm_of(again, Kind.MISSED)
    back = CheckedIn(at("10:30", 3), Way.SEALED, Verdict.FORCED, at("10:31", 3), at("10:40", 3))
    happened, said = lives(again.life, back, TimePassed(at("10:31", 3)))

    duress = alarm_of(happened, Kind.DURESS)
    assert happened.closed == (missed_again.id,)
    assert duress.id == alarm_of(first, Kind.DURESS).id
    assert heard_by(said, NEIGHBOUR) == []
    assert heard_by(said, ANA).count(Say.CLOSED) == 1
    worded = helped(happened.life, duress.id, TimePassed(at("10:40", 3)), draws())
    assert heard_by(worded.notices, NEIGHBOUR) == [Say.LOOKING]
    assert happened.life.watches[0].stage is WatchStage.WAITING


def test_a_sign_does_not_confirm_itself_while_its_meaning_is_hushed():
    low = replace(TERMS, self_confirms=15 * MINUTE, question=False)
    first, _ = lives(life(late(low)), TimePassed(at("21:00")))
    first = told_of(first)
    for verdict in Verdict:
        back = sign("21:30", verdict, Way.SEALED)
        happened = lived(first.life, back, draws())
        # The sweep of the promises is late: the alarms are asked first.
        happened = helped(happened.life, alarm_of(happened).id, TimePassed(at("21:45")), draws())
        assert happened.closed == ()
        assert alarm_of(happened).wake_at > at("21:45")


def test_the_ladder_of_a_cry_for_help_asks_family_only_where_agreed():
    for family in (True, False):
        terms = replace(TERMS, sos_family=family)
        cry = cried(life(waiting(terms)), Cause.SOS, at("12:30"), draws())
        cry = told_of(cry, "12:30", Kind.SOS)
        alarm = alarm_of(cry, Kind.SOS)
        asked = helped(cry.life, alarm.id, Escalated(at("12:31"), ANA), draws())

        everybody = {ANA, BEN, CLEO, NEIGHBOUR, FRIEND} | ({AUNT} if family else set())
        assert {one.to for one in asked.notices if one.alarm} == everybody
        assert LAWYER not in everybody


def test_a_contact_who_is_also_near_is_asked_once():
    roster = replace(ROSTER, contacts=(Contact(NEIGHBOUR, Part.NEAR),))
    happened, said = lives(life(late(), roster=roster), TimePassed(at("21:00")))
    assert readers(said, Say.ASK) == [NEIGHBOUR]
    assert alarm_of(happened).asked_now == {ANA, NEIGHBOUR}
