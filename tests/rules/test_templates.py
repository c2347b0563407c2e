"""The three templates are what PRACTICE.md says, have no faults, and are stricter step by step."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from rules.schedule import Every
from rules.templates import TEMPLATES, from_template, with_what_exists
from rules.terms import Group, Level, Way
from rules.weakening import faults, weakens

H = timedelta(hours=1)
M = timedelta(minutes=1)
D = timedelta(days=1)
LOW, MEDIUM, HIGH = (TEMPLATES[level] for level in Level)
G = Group

#: PRACTICE.md, "Default terms", line by line: low, medium, high.
TABLE = {
    "times": (
        lambda t: [(slot.at.hour, slot.at.minute, len(slot.weekdays)) for slot in t.schedule.slots],
        [(19, 0, 7)],
        [(9, 0, 7), (20, 0, 7)],
        [(8, 0, 7), (14, 0, 7), (20, 0, 7)],
    ),
    "early window": (lambda t: t.early, 6 * H, 4 * H, 2 * H),
    "nudge": (lambda t: t.nudge, 30 * M, 30 * M, None),
    "grace": (lambda t: t.grace, 120 * M, 60 * M, 30 * M),
    "reminders": (
        lambda t: [(one.after, one.sound) for one in t.reminders],
        [(0 * M, True), (60 * M, True)],
        [(0 * M, True), (30 * M, True)],
        [(0 * M, False), (15 * M, False)],
    ),
    "rung 1": (
        lambda t: (set(t.ladder[0].whom), t.ladder[0].wait),
        ({G.DUTY}, 45 * M),
        ({G.DUTY, G.NEAR}, 20 * M),
        ({G.TWO, G.NEAR}, 10 * M),
    ),
    "rung 2": (
        lambda t: (set(t.ladder[1].whom), t.ladder[1].wait),
        ({G.FIRST_CONTACT}, 60 * M),
        ({G.SECOND, G.SECOND_CONTACT}, 30 * M),
        ({G.ALL, G.LAWYER}, 15 * M),
    ),
    "rung 3, repeats": (
        lambda t: (set(t.ladder[2].whom), t.ladder[2].wait, len(t.ladder)),
        ({G.ALL, G.OTHER_CONTACTS}, 60 * M, 3),
        ({G.ALL, G.LAWYER, G.FAMILY}, 30 * M, 3),
        ({G.ALL}, 15 * M, 3),
    ),
    "taken holds": (lambda t: t.hold, 60 * M, 30 * M, 20 * M),
    "ways in": (
        lambda t: t.ways,
        {Way.TAP, Way.PAIR},
        {Way.SEALED, Way.CARD, Way.PAIR},
        {Way.SEALED, Way.CARD},
    ),
    "confirmed by": (
        lambda t: (t.self_confirms, t.confirmers),
        (15 * M, 1),
        (None, 1),
        (None, 2),
    ),
    "closed by": (lambda t: t.closers, 1, 1, 2),
    "cooling-off": (lambda t: t.cooling, 12 * H, 24 * H, 48 * H),
    "pause": (
        lambda t: (t.pause_alone, t.pause_with_yes),
        (14 * D, 30 * D),
        (72 * H, 14 * D),
        (12 * H, 72 * H),
    ),
    "journey": (
        lambda t: (t.journey_longest, t.journey_grace, t.halfway),
        (24 * H, 90 * M, None),
        (12 * H, 45 * M, None),
        (8 * H, 30 * M, 4 * H),
    ),
    "extending alone": (lambda t: (t.extensions, t.extension), (3, 2 * H), (2, H), (1, H)),
    "sos": (
        lambda t: (t.sos_contacts_after, t.sos_family),
        (10 * M, True),
        (5 * M, True),
        (3 * M, False),
    ),
    "chat kept": (lambda t: t.chat_kept, 24 * H, 6 * H, H),
    "practice days": (lambda t: t.practice, 7 * D, 7 * D, 3 * D),
    "drill": (lambda t: t.drill_every, 90 * D, 60 * D, 30 * D),
}


@pytest.mark.parametrize("line", TABLE)
def test_the_numbers_are_those_of_practice(line):
    read, *cells = TABLE[line]
    assert [read(terms) for terms in (LOW, MEDIUM, HIGH)] == cells


def test_every_level_has_its_template():
    assert [(level, terms.level) for level, terms in TEMPLATES.items()] == [
        (level, level) for level in Level
    ]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu", "America/Havana"])
@pytest.mark.parametrize("page", [False, True])
def test_no_template_has_a_fault_with_a_page_or_without(level, zone, page):
    terms = from_template(level, zone, page=page)

    assert faults(terms) == ()
    assert terms.schedule.zone == zone


def test_with_a_page_every_way_is_there():
    for level in Level:
        assert from_template(level, "UTC", page=True).ways == TEMPLATES[level].ways


def test_without_a_page_a_tap_is_left_and_in_the_greatest_danger_paper():
    ways = {level: from_template(level, "UTC").ways for level in Level}
    assert ways == {Level.LOW: {Way.TAP}, Level.MEDIUM: {Way.TAP}, Level.HIGH: {Way.CARD}}
    heard = replace(MEDIUM, ways=frozenset({Way.HEARD, Way.SEALED}))
    assert with_what_exists(heard).ways == {Way.HEARD}
    assert with_what_exists(heard, page=True).ways == heard.ways


def test_a_template_without_wall_times_is_refused(monkeypatch):
    every = Every(8 * H, "UTC", time(6), time(22))
    monkeypatch.setitem(TEMPLATES, Level.LOW, replace(LOW, schedule=every))
    with pytest.raises(ValueError, match="low"):
        from_template(Level.LOW, "UTC")


@pytest.mark.parametrize(("gentler", "stricter"), [(LOW, MEDIUM), (MEDIUM, HIGH), (LOW, HIGH)])
def test_a_stricter_template_does_not_weaken_and_a_gentler_one_does(gentler, stricter):
    assert not weakens(gentler, stricter)
    assert weakens(stricter, gentler)
