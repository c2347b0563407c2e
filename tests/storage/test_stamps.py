"""What goes out and comes back is known again, and only where it was sent."""

import pytest

from sealing.keyring import Purpose
from sealing.tokens import CallbackTooLongError
from storage.chance import Chance
from storage.keys import Keys
from storage.persons import Address, BotId, ChatId
from storage.stamps import Stamps

HERS = Address(BotId(1), ChatId(10))
ELSEWHERE = (Address(BotId(1), ChatId(11)), Address(BotId(2), ChatId(10)))


@pytest.fixture
def stamps(keyring):
    return Stamps(Keys(keyring), Chance.seeded(1))


def test_a_button_is_good_in_its_own_chat_and_nowhere_else(stamps):
    stamped = stamps.stamp(HERS, "take:12")

    assert len(stamped.encode()) <= 64
    assert stamps.read(HERS, stamped) == "take:12"
    assert [stamps.read(other, stamped) for other in ELSEWHERE] == [None, None]


@pytest.mark.parametrize("forged", ["", "take:12", "x" * 64, "AAAAAAAAAAAAtake:12", "\ud83d", "é"])
def test_what_we_did_not_stamp_is_nothing(stamps, forged):
    assert stamps.read(HERS, forged) is None


def test_an_altered_button_is_nothing(stamps):
    assert stamps.read(HERS, stamps.stamp(HERS, "take:12").replace("12", "13")) is None


def test_what_telegram_cannot_carry_is_refused(stamps):
    assert len(stamps.stamp(HERS, "x" * 52)) == 64
    with pytest.raises(CallbackTooLongError):
        stamps.stamp(HERS, "x" * 53)


def test_buttons_and_links_stay_good_while_a_key_is_being_changed(keyring):
    keys = Keys(keyring)
    stamps = Stamps(keys, Chance.real())
    stamped, token = stamps.stamp(HERS, "x"), stamps.new_token()
    digest = stamps.digest(token)
    both = keyring.with_new_version(Purpose.LINKS).with_new_version(Purpose.INDEX)
    keys.follow(both)

    assert stamps.read(HERS, stamped) == "x"
    assert stamps.stamp(HERS, "x") != stamped
    assert stamps.digests(token) == (stamps.digest(token), digest)
    assert len(set(stamps.digests(token))) == 2
    keys.follow(both.without_version(Purpose.LINKS, 1))
    assert stamps.read(HERS, stamped) is None


def test_tokens_and_numbers_are_fit_to_be_sent_and_said(stamps):
    tokens = {stamps.new_token() for _ in range(50)}

    assert len(tokens) == 50
    assert {len(token) for token in tokens} == {22}
    assert all(len(stamps.digest(token)) == 16 for token in tokens)
    assert all(1000 <= int(stamps.new_number()) <= 9999 for _ in range(50))


def test_chance_that_is_seeded_draws_the_same_again():
    def draw(chance):
        return chance.ids(3), chance.hush(), chance.words_delay(), chance.number()

    assert draw(Chance.seeded(7)) == draw(Chance.seeded(7))
    assert draw(Chance.seeded(7)) != draw(Chance.seeded(8))
    assert draw(Chance.real()) != draw(Chance.real())


def test_delays_that_nobody_may_foresee_stay_within_their_bounds():
    chance = Chance.seeded(7)
    hushes = [chance.hush().total_seconds() for _ in range(200)]
    delays = [chance.words_delay().total_seconds() / 60 for _ in range(200)]

    assert 20 <= min(hushes) < 30
    assert 110 < max(hushes) <= 120
    assert 5 <= min(delays) < 6
    assert 14 < max(delays) <= 15
