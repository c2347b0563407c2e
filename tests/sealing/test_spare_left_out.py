"""Whoever changes her code has not given the forced one up, whether she left it out or not."""

from sealing.codes import FORCED_TAGS, Answer, Code

PEPPER, AMINA = b"p" * 32, b"amina-amina-amin"
OWN, FORCED, NEW, OTHER = "482915", "730164", "905172", "338461"


def code():
    return Code.make(OWN, FORCED, pepper=PEPPER, person=AMINA)


def changed(before, *chosen):
    one, other = (*chosen, None)[:2]
    return before.changed(one, other, pepper=PEPPER, person=AMINA)


def meaning(kept, typed):
    return kept.check(typed, pepper=PEPPER, person=AMINA)


def test_a_forced_code_counts_on_beside_another_and_her_own_of_before_does_not():
    kept = changed(code(), NEW)
    assert meaning(kept, NEW) is Answer.GENUINE
    assert meaning(kept, FORCED) is Answer.FORCED
    assert meaning(kept, OWN) is Answer.WRONG

    again = changed(kept, OWN, OTHER)
    assert meaning(again, OWN) is Answer.GENUINE
    assert meaning(again, OTHER) is meaning(again, FORCED) is Answer.FORCED
    assert meaning(again, NEW) is Answer.WRONG


def test_what_she_chooses_for_her_own_is_her_own_even_if_it_was_the_forced_one():
    kept = changed(code(), FORCED)
    assert meaning(kept, FORCED) is Answer.GENUINE
    assert meaning(kept, OWN) is Answer.WRONG


def test_nothing_shows_whether_one_was_left_out():
    for kept in (changed(code(), NEW), changed(code(), FORCED), changed(code(), NEW, OTHER)):
        assert len(kept.forced) == len(set(kept.forced)) == FORCED_TAGS
        assert {len(tag) for tag in kept.forced} == {32}
