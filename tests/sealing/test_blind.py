"""Who holds the key finds a chat again; who holds only the database learns nothing of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.blind import blind, blind_in_all_versions, version_of_blind
from sealing.fields import SealBrokenError
from sealing.key import Key

OLD, NEW = Key(1, b"o" * 32), Key(2, b"n" * 32)
CHAT = ("chat", 777, 1234567890)


def test_the_same_chat_is_found_again():
    assert blind(OLD, *CHAT) == blind(OLD, *CHAT)
    assert len(blind(OLD, *CHAT)) == 16


@given(st.integers(), st.integers())
def test_no_two_chats_share_an_index(one, other):
    assert (blind(OLD, "chat", one) == blind(OLD, "chat", other)) is (one == other)


def test_the_same_number_elsewhere_cannot_be_linked():
    made = [
        blind(OLD, "chat", 7),
        blind(OLD, "person", 7),
        blind(OLD, "chat", "7"),
        blind(OLD, "chat", b"7"),
        blind(OLD, "chat", 7, 7),
        blind(OLD, "chat", 77),
        blind(NEW, "chat", 7),
        blind(Key(1, NEW.secret), "chat", 7),
    ]
    assert len(set(made)) == len({index[2:] for index in made}) + 1 == len(made)


def test_an_index_says_which_key_made_it():
    assert version_of_blind(blind(Key(0x1234, OLD.secret), *CHAT)) == 0x1234
    with pytest.raises(SealBrokenError):
        version_of_blind(b"short")


def test_while_the_key_changes_she_is_found_under_both_newest_first():
    keys = {1: OLD.secret, 2: NEW.secret}
    assert blind_in_all_versions(keys, *CHAT) == (blind(NEW, *CHAT), blind(OLD, *CHAT))
    assert blind_in_all_versions({}, *CHAT) == ()


def test_an_index_does_not_hold_the_number():
    index = blind(OLD, "chat", 1234567890)
    assert (1234567890).to_bytes(4, "big") not in index
    assert b"12345" not in index
