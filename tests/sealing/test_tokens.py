"""Links are one-time and unguessable, buttons come back as they were made, numbers are no guess."""

import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sealing.key import Key
from sealing.tokens import (
    CallbackTooLongError,
    SignatureWrongError,
    knows_number,
    new_number,
    new_token,
    number_for,
    read_callback,
    sign,
    sign_callback,
    verify,
)

OLD, NEW = Key(1, b"o" * 32), Key(2, b"n" * 32)
KEYS = {1: OLD.secret, 2: NEW.secret}
BOT, HERS, HIS = 777, 1234567890, 1234567891


def test_a_link_is_what_telegram_takes_and_never_the_same():
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", token) for token in tokens)


@given(st.text(st.characters(codec="utf-8"), max_size=13), st.integers())
def test_a_button_comes_back_as_it_was_made(payload, chat):
    data = sign_callback(NEW, payload, BOT, chat)
    assert len(data.encode()) <= 64
    assert read_callback(KEYS, data, BOT, chat) == payload


def test_a_button_in_another_chat_or_bot_is_worth_nothing():
    data = sign_callback(NEW, "take:12", BOT, HERS)
    for elsewhere in ((BOT, HIS), (BOT + 1, HERS), (HERS, BOT), (BOT,), (), (BOT, str(HERS))):
        with pytest.raises(SignatureWrongError):
            read_callback(KEYS, data, *elsewhere)


@given(st.integers(0, 18), st.characters(codec="utf-8"))
def test_no_character_of_a_button_can_be_changed(position, character):
    data = sign_callback(NEW, "take:12", BOT, HERS)
    forged = data[:position] + character + data[position + 1 :]
    assume(forged != data)
    with pytest.raises(SignatureWrongError):
        read_callback(KEYS, forged, BOT, HERS)


@given(st.text())
def test_whatever_a_modified_client_sends_is_refused_quietly(data):
    with pytest.raises(SignatureWrongError):
        read_callback(KEYS, data, BOT, HERS)


@pytest.mark.parametrize("data", ["", "\ud800", "A" * 12, "====", "A" * 5000, "A" * 11 + "é"])
def test_hostile_buttons_are_refused_quietly(data):
    with pytest.raises(SignatureWrongError):
        read_callback(KEYS, data, BOT, HERS)


def test_a_button_made_before_the_key_changed_still_works_until_it_is_destroyed():
    data = sign_callback(OLD, "take:12", BOT, HERS)
    assert read_callback(KEYS, data, BOT, HERS) == "take:12"
    with pytest.raises(SignatureWrongError):
        read_callback({2: NEW.secret}, data, BOT, HERS)


def test_a_button_holds_52_bytes_and_no_more():
    assert len(sign_callback(NEW, "x" * 52, HERS)) == 64
    for payload in ("x" * 53, "é" * 27):
        with pytest.raises(CallbackTooLongError):
            sign_callback(NEW, payload, HERS)


@given(st.binary(), st.binary(max_size=12))
def test_only_we_sign(payload, guess):
    signature = sign(OLD, payload, HERS)
    assert len(signature) == 9
    assert verify(KEYS, payload, signature, HERS)
    assert not verify(KEYS, payload, signature, HIS)
    assert not verify(KEYS, payload + b".", signature, HERS)
    assert not verify({2: NEW.secret}, payload, signature, HERS)
    assert not verify(KEYS, payload, guess, HERS)
    assert not verify({}, payload, signature, HERS)


def test_the_number_said_aloud_is_never_an_easy_guess():
    numbers = [new_number() for _ in range(5000)]
    assert all(re.fullmatch(r"[1-9][0-9]{3}", number) for number in numbers)
    assert all(len(set(number)) >= 3 for number in numbers)
    assert not {"1234", "4321", "9876", "7890", "1111", "1212", "1122"} & set(numbers)
    # Far from all alike: every digit opens, and nearly every number is drawn once only.
    assert {number[0] for number in numbers} == set("123456789")
    assert Counter(numbers).most_common(1)[0][1] < 15


@pytest.mark.parametrize("guess", ["1234", "6543", "8901", "2109", "1111", "1212", "1221", "9000"])
def test_an_easy_guess_is_drawn_again(guess):
    drawn = iter([int(guess) - 1000, 4821 - 1000])
    assert new_number(draw=lambda _: next(drawn)) == "4821"
    assert next(drawn, None) is None


@given(st.binary(max_size=20), st.integers(0, 10**18))
def test_a_number_that_is_typed_is_the_same_each_time_and_known_under_every_key(who, at):
    for key in (OLD, NEW):
        number = number_for(key, 6, who, at)
        assert re.fullmatch("[0-9]{6}", number)
        assert number == number_for(key, 6, who, at)
        assert knows_number(KEYS, number, who, at)
    ours = {number_for(key, 6, who, at) for key in (OLD, NEW)}
    other = f"{(int(number) + 1) % 10**6:06d}"
    assert knows_number(KEYS, other, who, at) == (other in ours)
    assert not knows_number({}, number, who, at)
    assert not knows_number(KEYS, "", who, at)


def test_numbers_are_spread_over_all_there_are():
    made = [number_for(NEW, 6, b"somebody", at) for at in range(3000)]
    assert len(set(made)) > 2900
    assert {one[0] for one in made} == set("0123456789")
