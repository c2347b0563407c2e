"""A house promises no more than it has: a page, paper, another road to the office."""

from dataclasses import replace

import pytest

from rules.offering import Lack, lacks
from rules.signs import ways_of
from rules.templates import TEMPLATES, from_template
from rules.terms import Level, Way

HIGH = TEMPLATES[Level.HIGH]
ALL = {"page": True, "horn": True, "cards": 24}


@pytest.mark.parametrize("level", Level)
def test_whoever_has_everything_lacks_nothing(level):
    assert lacks(TEMPLATES[level], **ALL) == ()


def test_in_the_greatest_danger_the_office_must_be_called_over_another_road():
    assert lacks(HIGH, **{**ALL, "horn": False}) == (Lack.HIGH_WITHOUT_HORN,)
    for level in (Level.LOW, Level.MEDIUM):
        assert lacks(from_template(level, "UTC"), page=False, horn=False, cards=0) == ()


def test_a_page_alone_or_paper_alone_is_enough():
    assert lacks(HIGH, page=True, horn=True, cards=0) == ()
    on_paper = from_template(Level.HIGH, "UTC")
    assert on_paper.ways == {Way.CARD}
    assert lacks(on_paper, page=False, horn=True, cards=1) == ()


def test_neither_a_page_nor_paper_is_not():
    assert lacks(HIGH, page=False, horn=True, cards=24) == (Lack.NO_PAGE,)
    on_paper = from_template(Level.HIGH, "UTC")
    assert lacks(on_paper, page=False, horn=False, cards=0) == (
        Lack.NO_CARDS,
        Lack.HIGH_WITHOUT_HORN,
    )


def test_what_is_only_a_spare_need_not_be_printed_yet():
    for ways in ({Way.TAP, Way.CARD}, {Way.SEALED, Way.CARD}, {Way.HEARD}):
        terms = replace(TEMPLATES[Level.LOW], ways=frozenset(ways))
        assert lacks(terms, page=True, horn=True, cards=0) == ()


def test_where_only_paper_is_agreed_her_other_keys_stand_there_all_the_same():
    assert ways_of(from_template(Level.HIGH, "UTC")) == "card"
    assert ways_of(HIGH) == "sealed"
    assert ways_of(TEMPLATES[Level.LOW]) == "tap pair"
