"""A value opens where it was sealed, unaltered, with the key that sealed it; and nowhere else."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sealing.fields import (
    Place,
    SealBrokenError,
    new_subject_key,
    seal,
    unseal,
    unwrap,
    version_of,
    wrap,
)
from sealing.framing import frame
from sealing.key import Key

KEY = Key(7, b"k" * 32)
KEYS = {KEY.version: KEY.secret}
HERS = Place("people", "sealed_profile", b"r" * 16)

keys = st.builds(Key, st.integers(1, 0xFFFF), st.binary(min_size=32, max_size=32))
places = st.builds(Place, st.text(max_size=12), st.text(max_size=12), st.binary(max_size=20))
parts = st.lists(st.one_of(st.binary(max_size=6), st.integers(), st.text(max_size=6)), max_size=4)


@given(keys, places, st.binary(max_size=700), st.integers(1, 300))
def test_what_was_sealed_opens_again(key, place, value, bucket):
    sealed = seal(key, place, value, bucket=bucket)
    assert version_of(sealed) == key.version
    assert unseal({key.version: key.secret}, place, sealed) == value


@given(st.binary(max_size=100), st.data())
def test_no_bit_can_be_flipped(value, data):
    sealed = seal(KEY, HERS, value)
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    # Every version is held, so that a flipped version finds a key as well.
    held = dict.fromkeys(range(0x10000), KEY.secret) if bit < 24 else KEYS
    with pytest.raises(SealBrokenError):
        unseal(held, HERS, bytes(flipped))


@given(st.binary(max_size=100), st.data())
def test_nothing_can_be_cut_off_or_added(value, data):
    sealed = seal(KEY, HERS, value)
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    longer = sealed + data.draw(st.binary(min_size=1, max_size=40))
    for forged in (cut, longer):
        with pytest.raises(SealBrokenError):
            unseal(KEYS, HERS, forged)


@given(places, places)
def test_a_value_carried_to_another_place_does_not_open(here, there):
    assume(here != there)
    with pytest.raises(SealBrokenError):
        unseal(KEYS, there, seal(KEY, here, b"blue door"))


@pytest.mark.parametrize(
    "there",
    [
        replace(HERS, table="peoples", column="ealed_profile"),
        replace(HERS, table="people\0"),
        replace(HERS, column="sealed_terms"),
        replace(HERS, row=b"q" * 16),
        replace(HERS, row=b""),
    ],
)
def test_her_profile_does_not_open_as_anything_else(there):
    with pytest.raises(SealBrokenError):
        unseal(KEYS, there, seal(KEY, HERS, b"Amina"))


def test_a_key_of_another_version_opens_nothing():
    sealed = seal(KEY, HERS, b"Amina")
    for held in ({}, {8: KEY.secret}, {7: b"x" * 32}):
        with pytest.raises(SealBrokenError):
            unseal(held, HERS, sealed)


def test_a_seal_relabelled_with_a_version_we_hold_does_not_open():
    sealed = seal(KEY, HERS, b"Amina")
    relabelled = sealed[:1] + (8).to_bytes(2, "big") + sealed[3:]
    with pytest.raises(SealBrokenError):
        unseal({7: KEY.secret, 8: KEY.secret}, HERS, relabelled)


def test_a_length_that_passes_the_end_is_refused_even_from_a_holder_of_the_key(monkeypatch):
    monkeypatch.setattr("sealing.fields._pad", lambda value, bucket: b"\xff\xff\xff\xff" + value)
    sealed = seal(KEY, HERS, b"Amina")
    with pytest.raises(SealBrokenError):
        unseal(KEYS, HERS, sealed)


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_the_length_of_a_name_does_not_show(one, other):
    assert len(seal(KEY, HERS, one)) == len(seal(KEY, HERS, other)) == 35 + 64


def test_a_longer_value_takes_whole_buckets():
    sizes = [len(seal(KEY, HERS, b"x" * n, bucket=32)) - 35 for n in (0, 1, 32, 33, 64, 65)]
    assert sizes == [32, 32, 32, 64, 64, 96]


def test_an_update_longer_than_64_kib_is_not_lost():
    update = bytes(range(256)) * 1024
    assert unseal(KEYS, HERS, seal(KEY, HERS, update, bucket=4096)) == update


def test_the_same_word_is_never_sealed_alike():
    sealed = {seal(KEY, HERS, b"safe") for _ in range(1000)}
    assert len(sealed) == 1000
    assert len({one[3:15] for one in sealed}) == 1000


def test_what_is_sealed_shows_neither_value_nor_place():
    sealed = seal(KEY, HERS, b"Amina Rahimova, +992 90 123")
    for known in (b"Amina", b"992", b"people", b"profile", HERS.row):
        assert known not in sealed


def test_a_bucket_without_room_is_refused():
    with pytest.raises(ValueError, match="at least one byte"):
        seal(KEY, HERS, b"", bucket=0)


def test_her_key_opens_only_as_hers():
    kek, hers = Key(3, b"w" * 32), new_subject_key()
    wrapped = wrap(kek, b"amina", hers)
    assert len(wrapped) == 67
    assert hers not in wrapped
    assert unwrap({3: kek.secret}, b"amina", wrapped) == hers
    with pytest.raises(SealBrokenError):
        unwrap({3: kek.secret}, b"bahrom", wrapped)
    with pytest.raises(SealBrokenError):
        unseal({3: kek.secret}, HERS, wrapped)


def test_once_the_key_above_is_destroyed_nobody_remembers_her():
    old, new = Key(1, b"o" * 32), Key(2, b"n" * 32)
    residue = wrap(old, b"amina", new_subject_key())
    with pytest.raises(SealBrokenError):
        unwrap({2: new.secret}, b"amina", residue)


def test_everyone_gets_a_key_of_their_own():
    drawn = {new_subject_key() for _ in range(100)}
    assert len(drawn) == 100
    assert {len(key) for key in drawn} == {32}


def test_a_short_key_is_never_wrapped_or_used():
    with pytest.raises(ValueError, match="32 bytes"):
        wrap(KEY, b"amina", b"short")
    with pytest.raises(ValueError, match="32 bytes"):
        Key(1, b"k" * 16)


@pytest.mark.parametrize("version", [0, -1, 0x10000])
def test_a_version_that_does_not_fit_its_two_bytes_is_refused(version):
    with pytest.raises(ValueError, match="between 1 and 65535"):
        Key(version, b"k" * 32)


def test_a_key_does_not_print_itself():
    assert repr(Key(7, b"secret-bytes-secret-bytes-secret")) == "Key(version=7)"


@given(parts, parts)
def test_two_lists_of_parts_never_look_alike(one, other):
    alike = [(type(p), p) for p in one] == [(type(p), p) for p in other]
    assert (frame(*one) == frame(*other)) is alike


def test_kinds_and_borders_are_told_apart():
    lists = [("ab", "c"), ("a", "bc"), ("abc",), (b"abc",), ("7",), (7,), (-7,), (b"7",), (), ("",)]
    for one, other in itertools.combinations(lists, 2):
        assert frame(*one) != frame(*other)


def test_half_a_character_from_outside_is_framed_and_not_fatal():
    assert frame("\ud800") != frame("\ud801")
