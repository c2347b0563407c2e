"""A keyring loses no key, forgets what was destroyed, and shows none."""

import copy
import json
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.fields import Place, SealBrokenError, seal, unseal, unwrap, wrap
from sealing.key import KeyTroubleError
from sealing.keyring import (
    ROTATED,
    KeyInUseError,
    KeyNotHeldError,
    Keyring,
    Purpose,
)
from sealing.unlocking import UnlockKey, UnlockKeyMissingError
from tests.sealing.keyring_file import content

HOUSE = Place("house", "sealed_roster", b"1")


def test_a_new_keyring_holds_one_key_of_its_own_for_every_purpose(keyring):
    lasting = [purpose for purpose in Purpose if purpose is not Purpose.EPOCHS]
    secrets = {keyring.current(purpose).secret for purpose in lasting}
    assert len(secrets) == len(lasting)
    assert all(list(keyring.all(purpose)) == [1] for purpose in lasting)
    # Epochs have their time; nobody has asked for one yet.
    assert not keyring.all(Purpose.EPOCHS)


def test_the_newest_seals_and_the_old_still_opens(path, unlock, keyring):
    before = seal(keyring.current(Purpose.HOUSE), HOUSE, b"roster")
    turned = keyring.with_new_version(Purpose.HOUSE).save(path, unlock)
    assert turned.current(Purpose.HOUSE).version == 2
    assert unseal(turned.all(Purpose.HOUSE), HOUSE, before) == b"roster"
    after = seal(turned.current(Purpose.HOUSE), HOUSE, b"roster")
    with pytest.raises(SealBrokenError):
        unseal(keyring.all(Purpose.HOUSE), HOUSE, after)
    assert turned.all(Purpose.OUTBOX) == keyring.all(Purpose.OUTBOX)
    assert Keyring.open(path, unlock) == turned


def test_forgetting_somebody_takes_the_key_above_theirs_off_the_disk(path, unlock, keyring):
    residue = wrap(keyring.current(Purpose.SUBJECTS), b"amina", b"a" * 32)
    old = keyring.current(Purpose.SUBJECTS)
    turned = keyring.with_new_version(Purpose.SUBJECTS).save(path, unlock)
    with path.open("rb") as still_open:
        turned.without_version(Purpose.SUBJECTS, old.version).save(path, unlock)
        assert set(still_open.read()) == {0}
    opened = Keyring.open(path, unlock)
    assert list(opened.all(Purpose.SUBJECTS)) == [2]
    with pytest.raises(SealBrokenError):
        unwrap(opened.all(Purpose.SUBJECTS), b"amina", residue)


def test_the_key_that_seals_cannot_be_destroyed(keyring):
    with pytest.raises(KeyInUseError, match="house; version 1"):
        keyring.without_version(Purpose.HOUSE, 1)
    with pytest.raises(KeyNotHeldError, match="house; version 2"):
        keyring.without_version(Purpose.HOUSE, 2)


@given(st.lists(st.tuples(st.sampled_from(Purpose), st.integers(1, 9)), max_size=20))
def test_a_version_never_names_two_keys(steps):
    keyring, seen = Keyring({}), {}
    for purpose, version in steps:
        keyring = keyring.with_new_version(purpose)
        if version in keyring.all(purpose) and version != keyring.current(purpose).version:
            keyring = keyring.without_version(purpose, version)
        for held, secret in keyring.all(purpose).items():
            assert seen.setdefault((purpose, held), secret) == secret
    assert len(set(seen.values())) == len(seen)


def test_what_codes_cards_and_phones_rest_on_is_not_rotated():
    assert not {Purpose.PEPPER, Purpose.CARDS, Purpose.DEPLOYMENT, Purpose.EPOCHS} & set(ROTATED)
    assert len(ROTATED) == len(Purpose) - 4


def test_a_keyring_cannot_be_changed_in_place(keyring):
    before = copy.copy(keyring)
    with pytest.raises(TypeError):
        keyring.all(Purpose.HOUSE)[1] = b"x" * 32
    with pytest.raises(AttributeError):
        keyring._keys = {}
    keyring.with_new_version(Purpose.HOUSE)
    assert keyring == before


def test_no_key_shows_when_it_is_printed_or_when_something_fails(path, unlock, keyring):
    shown = repr(keyring) + str(keyring)
    for attempt in (
        lambda: keyring.without_version(Purpose.HOUSE, 1),
        lambda: Keyring.create(path, unlock),
        lambda: Keyring.open(path, UnlockKey(b"v" * 32, path)),
    ):
        with pytest.raises(KeyTroubleError) as failed:
            attempt()
        shown += "".join(traceback.format_exception(failed.value))
    assert "Keyring(subjects=[1], inbox=[1]" in shown
    for purpose in ROTATED:
        secret = keyring.current(purpose).secret
        for form in (repr(secret)[2:-1], secret.hex(), json.dumps(content(path, unlock))):
            assert form not in shown
        assert secret not in path.read_bytes()


def test_trouble_is_told_in_a_sentence_with_the_place_it_happened():
    assert str(KeyNotHeldError()) == "The keyring holds no such key."
    assert str(UnlockKeyMissingError("/a", "/b")).endswith("hand over a credential. (/a; /b)")


@pytest.mark.parametrize("trouble", KeyTroubleError.__subclasses__())
def test_every_trouble_with_keys_is_one_plain_sentence(trouble):
    sentence = str(trouble())
    assert sentence == trouble.__doc__
    assert sentence.endswith(".")
    assert "\n" not in sentence
