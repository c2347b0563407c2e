"""What of her sheet goes out by the clock: to whom, when, and once; looked for in every life."""

from collections import defaultdict
from dataclasses import replace

import pytest

from rules.alarm import Kind
from rules.disclosing import disclosed
from rules.events import Escalated, TimePassed
from rules.notices import Kind as Say
from rules.raising import absorbed, ladder_for
from rules.templates import TEMPLATES
from rules.terms import Group, Level, Rung, Section
from tests.rules.cast import (
    ANA,
    AUNT,
    BEN,
    CLEO,
    FRIEND,
    LAWYER,
    MINUTE,
    NEIGHBOUR,
    TERMS,
    at,
    opened,
    play,
    raised,
)
from tests.rules.living import alarm_turns, enough, steps

OFFICE = {Group.DUTY, Group.SECOND, Group.TWO, Group.ALL}


def sheets(notices):
    """Return who is sent what, in order."""
    return [(one.to, one.facts["sections"]) for one in notices if one.kind is Say.SHEET]


def sections(notice):
    return {int(one) for one in notice.facts["sections"].split()}


def sent():
    """Yield every alarm that sent a sheet in some life, and the notices of it, in order."""
    found = defaultdict(list)
    for step in steps():
        for notice in step.happened.notices:
            if notice.kind is Say.SHEET:
                found[step.where.partition(",")[0], notice.alarm].append(notice)
    yield from found.values()


# --- In every life -------------------------------------------------------------------------------


def test_nobody_is_sent_the_same_section_twice_in_an_alarm():
    many = 0
    for notices in sent():
        had = defaultdict(set)
        for notice in notices:
            more = sections(notice)
            assert not more & had[notice.to]
            assert Section.WHOLE not in had[notice.to]
            had[notice.to] |= more
            many += 1
    enough(many, 300)


def test_whoever_is_asked_gets_what_the_rung_discloses_and_they_have_not_had():
    more_later = 0
    for turn in alarm_turns():
        after = turn.decision.alarm
        got = {one.to: sections(one) for one in turn.decision.notices if one.kind is Say.SHEET}
        assert got.keys() <= turn.asked, turn.where
        for person in turn.asked if turn.climbed else ():
            had = turn.before.disclosed.get(person, frozenset())
            due = set() if Section.WHOLE in had else set(after.ladder[after.rung].sections) - had
            if due:
                # Everything is one sheet, whatever else was named.
                assert got.get(person) == ({Section.WHOLE} if Section.WHOLE in due else due), (
                    turn.where
                )
                more_later += bool(had)
            else:
                assert person not in got, turn.where
    enough(more_later, 10)


def test_a_sheet_goes_with_the_telling_of_a_rung_and_with_nothing_else():
    for step in steps():
        asked = {
            (one.to, one.alarm) for one in step.happened.notices if one.kind in {Say.ALARM, Say.ASK}
        }
        for notice in step.happened.notices:
            if notice.kind is Say.SHEET:
                assert (notice.to, notice.alarm) in asked, step.where
                assert notice.to != notice.facts["subject"], step.where


def test_law_11_a_contacts_sheet_carries_no_number():
    numbered = unnumbered = 0
    for step in steps():
        for notice in step.happened.notices:
            if notice.kind is Say.SHEET:
                office = step.before.roster.is_coordinator(notice.to)
                assert ("number" in notice.facts) is office, step.where
                numbered += office
                unnumbered += not office
    enough(numbered, 100)
    enough(unnumbered, 20)


# --- By kind of alarm ----------------------------------------------------------------------------


@pytest.mark.parametrize("level", Level)
def test_what_is_practice_or_proves_too_little_discloses_nothing(level):
    terms = TEMPLATES[level]
    for kind in (Kind.DRILL, Kind.CONCERN, Kind.LOCKED):
        assert {rung.sections for rung in ladder_for(kind, terms)} == {()}
    practice = ladder_for(Kind.MISSED, terms, practice=True)
    assert {rung.sections for rung in practice} == {()}
    asks = [rung.whom for rung in ladder_for(Kind.DRILL, terms)]
    assert asks == [rung.whom for rung in terms.ladder]


@pytest.mark.parametrize("kind", [Kind.SOS, Kind.DURESS])
def test_a_cry_or_a_forced_sign_discloses_to_coordinators_alone(kind):
    disclosing = [rung for rung in ladder_for(kind, TERMS) if rung.sections]
    assert {rung.sections for rung in disclosing} == {(1, 2, 3)}
    for rung in disclosing:
        assert set(rung.whom) <= OFFICE
    begun = opened(kind)
    assert sheets(begun.notices) == [(ANA, "1 2 3"), (BEN, "1 2 3")]


def test_a_cry_or_a_forced_sign_discloses_at_once_what_any_rung_would():
    later = replace(
        TERMS,
        ladder=(
            Rung((Group.DUTY,), 10 * MINUTE, (Section.LIST,)),
            Rung((Group.ALL,), 10 * MINUTE, (Section.CALL,)),
        ),
    )
    assert sheets(opened(Kind.DURESS, terms=later).notices) == [(ANA, "1 7"), (BEN, "1 7")]
    whole = replace(later, ladder=(*later.ladder, Rung((Group.ALL,), MINUTE, (Section.WHOLE,))))
    assert sheets(opened(Kind.SOS, terms=whole).notices) == [(ANA, "0"), (BEN, "0")]
    nothing = replace(later, ladder=(Rung((Group.ALL,), MINUTE),))
    assert sheets(opened(Kind.DURESS, terms=nothing).notices) == []


def test_a_duress_that_takes_over_a_silence_sends_nobody_again_what_they_have():
    silent = replace(opened().alarm, disclosed={ANA: frozenset({1, 2})})
    forced = replace(
        opened(Kind.DURESS).alarm, disclosed={ANA: frozenset({3}), BEN: frozenset({0})}
    )

    assert absorbed(forced, silent).disclosed == {ANA: {1, 2, 3}, BEN: {0}}


# --- As it is agreed at first --------------------------------------------------------------------


def test_who_works_openly_discloses_nothing_by_the_clock():
    assert {rung.sections for rung in TEMPLATES[Level.LOW].ladder} == {()}


@pytest.mark.parametrize("level", [Level.MEDIUM, Level.HIGH])
def test_her_questions_go_to_coordinators_alone_and_nothing_on_the_first_rung(level):
    ladder = TEMPLATES[level].ladder
    assert ladder[0].sections == ()
    for rung in ladder:
        if {Section.WHOLE, Section.QUESTIONS} & set(rung.sections):
            assert set(rung.whom) <= OFFICE


def test_at_medium_the_last_rung_reads_whom_to_call_the_lawyer_and_what_her_health_needs():
    alarm = raised()
    alarm, said, _ = play(alarm, Escalated(at("21:05"), ANA))
    assert sheets(said) == []
    _, said, _ = play(alarm, Escalated(at("21:10"), ANA))
    assert sheets(said) == [(one, "1 2 3") for one in (ANA, BEN, CLEO, LAWYER, AUNT)]
    assert {NEIGHBOUR, FRIEND}.isdisjoint(to for to, _ in sheets(said))


def test_a_last_rung_that_is_told_again_sends_nothing_again():
    alarm = raised()
    for minute in ("21:05", "21:10"):
        alarm = play(alarm, Escalated(at(minute), ANA))[0]
    again, said, _ = play(alarm, TimePassed(at("21:40")))
    assert again.repeats == 1
    assert sheets(said) == []


def test_everything_names_every_section_and_a_rung_of_its_own():
    high = disclosed(TEMPLATES[Level.HIGH])
    assert {one for rung, one in high if rung == 1} == {1, 2, 3}
    assert {one for rung, one in high if rung == 2} == {int(one) for one in Section}
    assert disclosed(TEMPLATES[Level.LOW]) == frozenset()
