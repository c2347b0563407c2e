"""Stories of who is meant by a rung, who may know of an alarm, and what a contact may notice."""

from dataclasses import replace

import pytest

from rules.alarm import Kind
from rules.events import Answered, TimePassed
from rules.naming import duty, every_coordinator, may_know, name_rung, reachable_coordinators
from rules.notices import Kind as Say
from rules.people import Contact, Coordinator, Part
from rules.saying import is_looked_at
from rules.terms import Group, Rung
from tests.rules.cast import (
    ANA,
    AUNT,
    BEN,
    CLEO,
    FRIEND,
    HOUR,
    LAWYER,
    NEIGHBOUR,
    ROSTER,
    SHE,
    STRANGER,
    at,
    back,
    heard_by,
    opened,
    play,
    raised,
)

MATE = Contact(replace(ROSTER.contacts[1]).id[:4].ljust(16, b"2"), Part.FRIEND)
WIDE = replace(ROSTER, contacts=(*ROSTER.contacts, MATE))
NOBODY = replace(ROSTER, contacts=())


def asks(group, roster=WIDE, **state):
    """Return whom a later rung of this group asks, before anybody else was asked."""
    alarm = replace(opened(roster=roster).alarm, asked=frozenset({ANA}), **state)
    return name_rung(alarm, Rung((group,), HOUR), roster)


@pytest.mark.parametrize(
    ("group", "people"),
    [
        (Group.DUTY, (ANA,)),
        (Group.SECOND, (BEN,)),
        (Group.TWO, (ANA, BEN)),
        (Group.ALL, (ANA, BEN, CLEO)),
        (Group.NEAR, (NEIGHBOUR,)),
        (Group.FIRST_CONTACT, (NEIGHBOUR,)),
        (Group.SECOND_CONTACT, (FRIEND,)),
        (Group.OTHER_CONTACTS, (FRIEND, MATE.id)),
        (Group.LAWYER, (LAWYER,)),
        (Group.FAMILY, (AUNT,)),
        (FRIEND, (FRIEND,)),
        (CLEO, (CLEO,)),
        (STRANGER, (ANA,)),
    ],
)
def test_groups_become_people_when_the_rung_is_told(group, people):
    assert asks(group) == people


@pytest.mark.parametrize("group", [Group.NEAR, Group.FIRST_CONTACT, Group.SECOND_CONTACT, FRIEND])
def test_the_coordinator_on_duty_stands_in_for_whoever_is_not_there(group):
    assert asks(group, NOBODY) == (ANA,)


@pytest.mark.parametrize("group", [Group.OTHER_CONTACTS, Group.LAWYER, Group.FAMILY])
def test_nobody_stands_in_for_a_lawyer_or_for_family(group):
    assert asks(group, NOBODY) == ()


def test_who_is_lost_is_passed_over_and_not_replaced():
    assert asks(Group.NEAR, WIDE.without(NEIGHBOUR)) == ()
    assert asks(Group.NEAR, unreachable=frozenset({NEIGHBOUR})) == ()


def test_another_coordinator_is_one_who_was_not_asked_yet():
    everybody = frozenset({ANA, BEN, CLEO})
    assert asks(Group.SECOND) == (BEN,)
    assert name_rung(
        replace(opened().alarm, asked=frozenset({ANA, BEN})), Rung((Group.SECOND,), HOUR), ROSTER
    ) == (CLEO,)
    again = replace(opened().alarm, asked=everybody)
    assert name_rung(again, Rung((Group.SECOND,), HOUR), ROSTER) == (BEN,)
    alone = replace(ROSTER, coordinators=ROSTER.coordinators[:1])
    assert name_rung(again, Rung((Group.SECOND,), HOUR), alone) == (ANA,)


def test_where_nobody_is_on_duty_all_are_asked():
    off = replace(
        ROSTER, coordinators=tuple(replace(c, on_duty=False) for c in ROSTER.coordinators)
    )
    assert duty(SHE, off) == (ANA, BEN, CLEO)
    assert reachable_coordinators(SHE, ROSTER.without(ANA)) == (BEN, CLEO)
    late_duty = replace(ROSTER, coordinators=(Coordinator(BEN), Coordinator(ANA, on_duty=True)))
    assert reachable_coordinators(SHE, late_duty) == (ANA, BEN)


def test_whom_she_asked_never_to_tell_is_told_only_when_nobody_else_is_left():
    alarm = replace(opened().alarm, never_tell=frozenset({ANA}))
    assert every_coordinator(alarm, ROSTER) == (BEN, CLEO)
    everybody = replace(alarm, never_tell=frozenset({ANA, BEN, CLEO}))
    assert every_coordinator(everybody, ROSTER) == (ANA, BEN, CLEO)


def test_an_alarm_does_not_exist_for_whom_it_is_kept_from():
    alarm = replace(raised(), never_tell=frozenset({ANA, BEN}))
    assert [may_know(alarm, one) for one in (SHE, ANA, BEN, CLEO)] == [False, True, False, True]


# --- What a contact may notice -------------------------------------------------------------------


def test_from_a_sign_of_life_on_a_contact_is_answered_as_if_the_office_had_it():
    alarm = raised()
    assert not is_looked_at(alarm, NEIGHBOUR)
    returned = play(alarm, back("21:10", words="21:20"))[0]
    assert is_looked_at(returned, NEIGHBOUR)

    resumed = play(returned, TimePassed(at("21:40")))[0]
    assert is_looked_at(resumed, NEIGHBOUR)
    assert not is_looked_at(resumed, FRIEND)  # whom the next rung asks
    assert is_looked_at(raised(Kind.DURESS), FRIEND)
    assert is_looked_at(raised(Kind.LOCKED), FRIEND)


def test_a_contact_who_held_it_when_a_sign_came_hears_the_neutral_words_and_no_more():
    held = play(raised(), Answered(at("21:05"), NEIGHBOUR), back("21:10", words="21:20"))[0]
    taken, said, _ = play(held, Answered(at("21:12"), BEN))
    assert (taken.holder, heard_by(said, NEIGHBOUR)) == (BEN, [])
    assert heard_by(play(taken, TimePassed(at("21:20")))[1], NEIGHBOUR) == [Say.LOOKING]
