"""A code means what its person meant by it, and shows nothing else."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.choosing import CodeFault, distance, faults, plain
from sealing.codes import FORCED_TAGS, Answer, Code, wait_after

PEPPER, AMINA = b"p" * 32, b"amina-amina-amin"


def made(code="482915", forced="730164"):
    return Code.make(code, forced, pepper=PEPPER, person=AMINA)


def meaning(code, typed, *, pepper=PEPPER, person=AMINA, **where):
    return code.check(typed, pepper=pepper, person=person, **where)


def test_her_code_is_genuine_the_other_forced_and_anything_else_wrong():
    code = made()
    assert meaning(code, "482915") is Answer.GENUINE
    assert meaning(code, "730164") is Answer.FORCED
    assert meaning(code, "482916") is Answer.WRONG
    assert meaning(code, "") is Answer.WRONG


def test_a_code_means_nothing_without_the_pepper_or_for_somebody_else():
    code = made()
    assert meaning(code, "482915", pepper=b"q" * 32) is Answer.WRONG
    assert meaning(code, "482915", person=b"parwi-parwi-parw") is Answer.WRONG


def test_nothing_shows_whether_there_is_a_forced_code():
    with_one, without = made(), made(forced=None)
    assert len(with_one.forced) == len(without.forced) == FORCED_TAGS
    assert {len(tag) for tag in (*with_one.forced, *without.forced)} == {32}
    assert len(set(without.forced)) == FORCED_TAGS
    assert meaning(without, "482915") is Answer.GENUINE


def test_the_same_code_is_kept_differently_each_time():
    assert made() != made()


def after_force(code, *chosen, **how):
    one, other = (*chosen, None)[:2]
    return code.after_force(one, other, pepper=PEPPER, person=AMINA, **how)


def test_codes_she_was_made_to_choose_become_forced_ones_and_hers_stays():
    changed = after_force(made(), "555123", "918273")
    assert meaning(changed, "482915") is Answer.GENUINE
    assert meaning(changed, "730164") is Answer.FORCED
    for one in ("555123", "918273"):
        assert meaning(changed, one) is Answer.FORCED
    assert len(changed.forced) == FORCED_TAGS


def tag_of(code, typed):
    return code.tried(typed, pepper=PEPPER, person=AMINA).tag


def test_the_forced_code_she_gave_for_the_old_one_looks_wrong_as_after_a_real_change():
    code = made()
    changed = after_force(code, "555123", given_up=tag_of(code, "730164"))
    assert meaning(changed, "730164") is Answer.GIVEN_UP
    again = after_force(changed, "918273", "730164", given_up=tag_of(changed, "555123"))
    assert meaning(again, "555123") is Answer.GIVEN_UP
    assert meaning(again, "730164") is Answer.FORCED
    assert meaning(again, "482915") is Answer.GENUINE


def test_a_change_gives_up_the_one_that_was_typed_for_it_and_nothing_else_of_before():
    """Whoever has both of hers tries the other one: it must not matter which of them was typed."""
    code, chosen = made(), [("555123", "918273"), ("338461", "904127"), ("271604", "836150")]
    free = forced = code
    typed = {"free": "482915", "forced": "730164"}
    tried = ["482915", "730164"]
    for one, spare in chosen:
        free = free.changed(one, spare, pepper=PEPPER, person=AMINA)
        forced = after_force(forced, one, spare, given_up=tag_of(forced, typed["forced"]))
        works = [[_works(kept, code) for code in tried] for kept in (free, forced)]
        assert sorted(works[0]) == sorted(works[1])
        assert not _works(free, typed["free"])
        assert not _works(forced, typed["forced"])
        assert _works(free, "730164")
        assert _works(forced, "482915")
        for kept in (free, forced):
            assert _works(kept, one)
            assert _works(kept, spare)
        typed = dict.fromkeys(typed, one)
        tried += [one, spare]


def _works(code, typed):
    return meaning(code, typed) in {Answer.GENUINE, Answer.FORCED}


def test_her_own_code_never_becomes_a_forced_one():
    for chosen in (("482915", "555123"), ("555123", "482915"), ("482915",)):
        assert meaning(after_force(made(), *chosen), "482915") is Answer.GENUINE


def test_her_own_code_that_was_given_up_looks_wrong_only_in_other_hands():
    changed = after_force(made(), "555123", own_given_up=True)
    assert meaning(changed, "482915") is Answer.GENUINE
    assert meaning(changed, "482915", in_other_hands=True) is Answer.GIVEN_UP
    kept = after_force(made(), "482915", own_given_up=True)
    assert meaning(kept, "482915", in_other_hands=True) is Answer.GENUINE


def test_what_is_chosen_in_other_hands_is_forced_and_nobody_has_a_right_one():
    code = Code.in_other_hands("555123", "918273", pepper=PEPPER, person=AMINA)
    assert [meaning(code, one) for one in ("555123", "918273")] == [Answer.FORCED] * 2
    assert not code.hers


def test_guessing_is_slowed_down_and_never_locked_out():
    waits = [wait_after(wrong).total_seconds() for wrong in range(9)]
    assert waits == [0, 0, 0, 0, 30, 120, 600, 600, 600]
    assert wait_after(10_000) == timedelta(minutes=10)


# --- Choosing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("482 915", "482915"),
        ("۴۸۲۹۱۵", "482915"),
        ("٤٨٢-٩١٥", "482915"),
        ("４８２９１５", "482915"),  # noqa: RUF001
        ("Green Apple  TREE", "greenappletree"),
        ("سیب\u200cسبز و درخت", "سیبسبزودرخت"),
    ],
)
def test_a_code_is_the_same_however_it_was_typed(typed, kept):
    assert plain(typed) == kept


@pytest.mark.parametrize(
    ("code", "forced", "found"),
    [
        ("482915", "730164", ()),
        ("482915", None, ()),
        ("greenappletree", "730164", ()),
        ("48291", None, (CodeFault.LENGTH,)),
        ("4829150", None, (CodeFault.LENGTH,)),
        ("greenapple", None, (CodeFault.LENGTH,)),
        ("a" * 65, None, (CodeFault.LENGTH,)),
        ("123456", None, (CodeFault.ROW,)),
        ("864209"[::-1], None, ()),
        ("987654", None, (CodeFault.ROW,)),
        ("135791", None, (CodeFault.ROW,)),
        ("444444", None, (CodeFault.ROW, CodeFault.REPEATS)),
        ("448444", None, (CodeFault.REPEATS,)),
        ("447494", None, (CodeFault.REPEATS,)),
        ("447924", None, ()),
        ("474747", None, (CodeFault.REPEATS,)),
        ("483483", None, (CodeFault.REPEATS,)),
        ("abcabcabcabc", None, (CodeFault.REPEATS,)),
        ("311299", None, (CodeFault.DATE,)),
        ("991231", None, (CodeFault.DATE,)),
        ("123199", None, (CodeFault.DATE,)),
        ("482915", "482951", (CodeFault.ALIKE,)),
        ("482915", "482015", (CodeFault.ALIKE,)),
        ("482915", "482915", (CodeFault.ALIKE,)),
        ("482917", "719284", (CodeFault.REVERSED,)),
        ("482915", "12345", (CodeFault.LENGTH,)),
    ],
)
def test_codes_that_are_easy_to_guess_or_to_mix_up_are_named(code, forced, found):
    assert faults(code, forced) == found


@given(st.text("0123456789", min_size=1, max_size=8), st.text("0123456789", min_size=1, max_size=8))
def test_slips_are_counted_alike_from_both_sides(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


def test_two_neighbours_changed_round_are_one_slip():
    assert distance("482915", "482951") == 1
    assert distance("482915", "842951") == 2
