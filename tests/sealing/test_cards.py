"""The code of a card looks like a telephone number, and is known as a code before it is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.cards import code_in, grouped, index, new_code
from sealing.key import Key

PRINTED = "100000000093"  #: the first of all numbers


def test_codes_have_twelve_digits_and_are_never_the_same():
    codes = {new_code() for _ in range(2000)}
    assert len(codes) == 2000
    assert all(len(one) == 12 and one.isdecimal() and one[0] != "0" for one in codes)


@given(st.integers(0, 9 * 10**9 - 1))
def test_every_code_is_known_however_it_is_typed(drawn):
    code = new_code(draw=lambda _: drawn)
    assert code_in(code) == code_in(grouped(code)) == code_in(f"+({code[:3]}) {code[3:]}") == code
    persian = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert code_in(f"\u2066{persian}\u2069") == code


def test_a_card_in_somebodys_pocket_stays_good():
    """Ten digits, and two that leave 1 when all are divided by 97 (ISO 7064, MOD 97-10)."""
    assert new_code(draw=lambda _: 0) == PRINTED
    assert code_in("100 000 000 093") == PRINTED
    assert grouped(PRINTED) == "100 000 000 093"


@pytest.mark.parametrize("around", ["\u202a{}\u202c", "\u2068{}\u2069", " {}\n", "\ufeff{}\u200f"])
def test_what_a_phone_puts_around_a_number_it_copies_does_not_matter(around):
    code = new_code()
    assert code_in(around.format(grouped(code))) == code
    assert code_in(around.format(grouped(code).replace(" ", "\u202f"))) == code


@given(st.integers(0, 9 * 10**9 - 1), st.integers(0, 11), st.integers(1, 9))
def test_one_digit_that_is_wrong_is_noticed(drawn, place, more):
    code = new_code(draw=lambda _: drawn)
    wrong = str((int(code[place]) + more) % 10)
    assert code_in(code[:place] + wrong + code[place + 1 :]) is None


@given(st.integers(0, 9 * 10**9 - 1), st.integers(0, 10))
def test_two_neighbours_changed_round_are_noticed(drawn, place):
    code = new_code(draw=lambda _: drawn)
    turned = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert turned == code or code_in(turned) is None


@pytest.mark.parametrize("text", ["", "1", "hello", "123456789012", "0" * 12, "½" * 12, "²" * 12])
def test_other_texts_are_no_codes(text):
    assert code_in(text) is None


def test_the_index_says_nothing_without_its_key():
    code = new_code()
    first, second = index(Key(1, b"a" * 32), code), index(Key(1, b"b" * 32), code)
    assert first != second
    assert len(first) == 16
    assert code.encode() not in first
