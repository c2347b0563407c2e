"""The file of a keyring opens with its own unlock key alone, and is changed whole or not at all."""

import json

import pytest

from sealing.keyring import (
    KeyNotHeldError,
    Keyring,
    KeyringChangedError,
    KeyringExistsError,
    KeyringMissingError,
    KeyringNotWrittenError,
    KeyringUnreadableError,
    Purpose,
)
from sealing.unlocking import UnlockKey
from tests.sealing.keyring_file import content, rewrite


def test_it_is_the_same_keyring_after_a_restart(path, unlock, keyring):
    assert Keyring.open(path, unlock) == keyring


def test_only_its_owner_may_read_it(path, unlock, keyring):
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    keyring.with_new_version(Purpose.HOUSE).save(path, unlock)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["keyring"]


def test_another_unlock_key_opens_nothing(path, keyring):
    with pytest.raises(KeyringUnreadableError, match="another unlock key"):
        Keyring.open(path, UnlockKey(b"v" * 32, path))


@pytest.mark.parametrize("bit", [0, 7, 130, 140, 160, 300, 5000, -1])
def test_a_damaged_keyring_does_not_open(path, unlock, keyring, bit):
    damaged = bytearray(path.read_bytes())
    damaged[bit // 8] ^= 1 << bit % 8
    path.write_bytes(damaged)
    with pytest.raises(KeyringUnreadableError):
        Keyring.open(path, unlock)


@pytest.mark.parametrize("length", [0, 1, 16, 20, 100, 4000])
def test_half_a_keyring_does_not_open(path, unlock, keyring, length):
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(KeyringUnreadableError):
        Keyring.open(path, unlock)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"format": 2, "keys": {}}',
        b'{"format": 1}',
        b'{"format": 1, "keys": {"house": []}}',
        b'{"format": 1, "keys": {"house": {"one": "a2V5"}}}',
        b'{"format": 1, "keys": {"house": {"1": "a2V5"}}}',
        b'{"format": 1, "keys": {"house": {"1": "***"}}}',
        b'{"format": 1, "keys": {"house": {"1": 5}}}',
        b"\xff",
    ],
)
def test_a_keyring_that_says_something_else_does_not_open(path, unlock, keyring, text):
    rewrite(path, unlock, text)
    with pytest.raises(KeyringUnreadableError):
        Keyring.open(path, unlock)


def test_without_a_keyring_it_says_so(path, unlock):
    with pytest.raises(KeyringMissingError, match=r"vigil init.*keyring"):
        Keyring.open(path, unlock)
    path.parent.mkdir()
    with pytest.raises(KeyringMissingError):
        Keyring.open(path, unlock)


def test_what_cannot_be_read_says_why(path, unlock):
    path.mkdir(parents=True)
    with pytest.raises(KeyringUnreadableError, match="Is a directory"):
        Keyring.open(path, unlock)


def test_a_keyring_is_never_overwritten_by_a_new_one(path, unlock, keyring):
    with pytest.raises(KeyringExistsError):
        Keyring.create(path, unlock)
    assert Keyring.open(path, unlock) == keyring


def test_a_full_disk_leaves_the_old_keyring(path, unlock, keyring, full_disk):
    with full_disk(), pytest.raises(KeyringNotWrittenError, match="File too large"):
        keyring.with_new_version(Purpose.HOUSE).save(path, unlock)
    assert Keyring.open(path, unlock) == keyring


def test_where_no_keyring_can_be_it_says_so(tmp_path, unlock):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KeyringNotWrittenError, match="file"):
        Keyring.create(tmp_path / "file" / "keyring", unlock)


def test_two_who_change_it_at_once_lose_no_key(path, unlock, keyring):
    theirs = Keyring.open(path, unlock).with_new_version(Purpose.HOUSE).save(path, unlock)
    with pytest.raises(KeyringChangedError, match="open it again"):
        keyring.with_new_version(Purpose.SUBJECTS).save(path, unlock)
    assert Keyring.open(path, unlock) == theirs


def test_a_key_another_process_destroyed_does_not_come_back(path, unlock, keyring):
    turned = keyring.with_new_version(Purpose.SUBJECTS).save(path, unlock)
    Keyring.open(path, unlock).without_version(Purpose.SUBJECTS, 1).save(path, unlock)
    with pytest.raises(KeyringChangedError):
        turned.with_new_version(Purpose.HOUSE).save(path, unlock)
    assert 1 not in Keyring.open(path, unlock).all(Purpose.SUBJECTS)


def test_whoever_seals_for_long_notices_that_the_keyring_was_changed(path, unlock, keyring):
    assert keyring.still_stands(path)
    turned = keyring.with_new_version(Purpose.HOUSE)
    assert turned.still_stands(path)
    turned = turned.save(path, unlock)
    assert turned.still_stands(path)
    assert not keyring.still_stands(path)
    path.unlink()
    assert not turned.still_stands(path)


def test_the_unlock_key_can_be_changed(path, unlock, keyring):
    other = UnlockKey(b"w" * 32, unlock.path)
    keyring.save(path, other)
    assert Keyring.open(path, other) == keyring
    with pytest.raises(KeyringUnreadableError):
        Keyring.open(path, unlock)


def test_keys_that_only_a_later_vigil_knows_are_carried_along(path, unlock, keyring):
    later = content(path, unlock)
    later["keys"]["epochs"] = {"4": later["keys"]["house"]["1"]}
    rewrite(path, unlock, json.dumps(later).encode())
    Keyring.open(path, unlock).with_new_version(Purpose.INDEX).save(path, unlock)
    assert content(path, unlock)["keys"]["epochs"] == later["keys"]["epochs"]


def test_a_purpose_that_an_older_keyring_lacks_is_named_and_can_be_added(path, unlock, keyring):
    older = content(path, unlock)
    del older["keys"]["diary"]
    rewrite(path, unlock, json.dumps(older).encode())
    opened = Keyring.open(path, unlock)
    with pytest.raises(KeyNotHeldError, match="diary"):
        opened.current(Purpose.DIARY)
    assert opened.with_new_version(Purpose.DIARY).current(Purpose.DIARY).version == 1


def test_a_keyring_of_an_earlier_vigil_is_given_what_it_lacks_and_keeps_what_it_has(
    path, unlock, keyring
):
    older = content(path, unlock)
    for name in ("pepper", "cards", "deployment"):
        del older["keys"][name]
    rewrite(path, unlock, json.dumps(older).encode())
    opened = Keyring.open(path, unlock)
    whole = opened.with_missing()
    assert all(whole.all(one) for one in Purpose if one is not Purpose.EPOCHS)
    assert all(whole.all(one) == opened.all(one) for one in Purpose if opened.all(one))
    assert whole.with_missing() == whole


def test_how_many_keys_there_are_hardly_shows(path, unlock, keyring):
    size = path.stat().st_size
    assert keyring.with_new_version(Purpose.HOUSE).save(path, unlock).still_stands(path)
    assert path.stat().st_size == size


def test_a_copy_for_safekeeping_opens_nothing_that_a_phone_has_sealed(path, unlock, keyring):
    held = keyring.with_epoch(3)
    copy = path.with_name("copy")
    first = held.spare().save(copy, unlock)
    assert first.all(Purpose.EPOCHS) == {}
    assert first.all(Purpose.SUBJECTS) == held.all(Purpose.SUBJECTS)
    # An older copy makes room for the next.
    held.with_new_version(Purpose.HOUSE).spare(first).save(copy, unlock)
    assert set(Keyring.open(copy, unlock).all(Purpose.HOUSE)) == {1, 2}
