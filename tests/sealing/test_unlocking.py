"""The unlock key comes from systemd, Docker or a file, and never lies beside the database."""

import base64
import os
import threading

import pytest

from sealing.unlocking import (
    KeysBesideDatabaseError,
    UnlockKeyExistsError,
    UnlockKeyExposedError,
    UnlockKeyMalformedError,
    UnlockKeyMissingError,
    UnlockKeyNotWrittenError,
    UnlockKeyUnreadableError,
    create_unlock_key,
    find_unlock_key,
    keep_apart,
)


def written(path, letter, mode=0o600):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(base64.b64encode(letter * 32) + b"\n")
    path.chmod(mode)
    return path


@pytest.fixture
def docker(tmp_path):
    return tmp_path / "run-secrets"


@pytest.fixture
def find(docker):
    def find(explicit=None, **environ):
        return find_unlock_key(explicit, environ, docker_secrets=docker)

    return find


def test_systemd_hands_over_a_credential(tmp_path, find):
    path = written(tmp_path / "credentials" / "vigil-unlock-key", b"s", 0o440)
    found = find(CREDENTIALS_DIRECTORY=str(path.parent))
    assert (found.secret, found.path) == (b"s" * 32, path)


def test_docker_hands_over_a_secret_that_all_in_the_container_may_read(docker, find):
    path = written(docker / "vigil_unlock_key", b"d", 0o444)
    found = find()
    assert (found.secret, found.path) == (b"d" * 32, path)


def test_docker_secrets_lie_where_docker_puts_them(monkeypatch, docker):
    with pytest.raises(UnlockKeyMissingError, match="/run/secrets/vigil_unlock_key"):
        find_unlock_key(None, {})


def test_systemd_comes_before_docker_and_a_named_file_before_both(tmp_path, docker, find):
    written(docker / "vigil_unlock_key", b"d", 0o444)
    systemd = written(tmp_path / "credentials" / "vigil-unlock-key", b"s", 0o400)
    named = written(tmp_path / "unlock.key", b"n")
    environ = {"CREDENTIALS_DIRECTORY": str(systemd.parent)}
    assert find(**environ).secret == b"s" * 32
    assert find(named, **environ).secret == b"n" * 32
    assert find(VIGIL_UNLOCK_KEY_FILE=str(named), **environ).secret == b"n" * 32
    assert find(systemd, VIGIL_UNLOCK_KEY_FILE=str(named)).secret == b"s" * 32
    systemd.unlink()
    assert find(**environ).secret == b"d" * 32


def test_a_named_file_that_is_missing_is_not_passed_over(tmp_path, docker, find):
    written(docker / "vigil_unlock_key", b"d", 0o444)
    with pytest.raises(UnlockKeyMissingError, match=r"named\.key"):
        find(tmp_path / "named.key")


def test_a_setting_left_empty_names_nothing(docker, find):
    written(docker / "vigil_unlock_key", b"d", 0o444)
    assert find(VIGIL_UNLOCK_KEY_FILE="", CREDENTIALS_DIRECTORY="").secret == b"d" * 32


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o610, 0o601, 0o620])
def test_a_file_that_others_can_reach_is_refused(tmp_path, find, mode):
    with pytest.raises(UnlockKeyExposedError, match=r"chmod 600.*unlock\.key"):
        find(written(tmp_path / "unlock.key", b"n", mode))


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_for_its_owner_alone_is_taken(tmp_path, find, mode):
    assert find(written(tmp_path / "unlock.key", b"n", mode)).secret == b"n" * 32


def test_naming_the_docker_secret_by_hand_is_as_good(docker, find):
    path = written(docker / "vigil_unlock_key", b"d", 0o444)
    assert find(path).secret == b"d" * 32


def test_a_pipe_has_no_mode_to_check(tmp_path, find):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe, 0o644)
    text = base64.b64encode(b"p" * 32)
    giver = threading.Thread(target=lambda: pipe.write_bytes(text))
    giver.start()
    try:
        assert find(pipe).secret == b"p" * 32
    finally:
        giver.join()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n",
        b"not base64 at all",
        b"\xff\xfe\x00",
        base64.b64encode(b"k" * 31),
        base64.b64encode(b"k" * 33),
        base64.b64encode(b"k" * 32) * 2,
        b"k" * 32,
        b"A" * 100_000,
        b"k" * 64,
    ],
)
def test_what_is_not_a_key_is_refused_and_not_repeated(tmp_path, find, text):
    path = tmp_path / "unlock.key"
    path.write_bytes(text)
    path.chmod(0o600)
    with pytest.raises(UnlockKeyMalformedError) as refused:
        find(path)
    assert str(refused.value) == f"The unlock key is not 32 bytes written as base64. ({path})"


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"  \n\n"])
def test_the_end_of_the_line_does_not_matter(tmp_path, find, ending):
    path = tmp_path / "unlock.key"
    path.write_bytes(base64.b64encode(b"k" * 32) + ending)
    path.chmod(0o600)
    assert find(path).secret == b"k" * 32


def test_what_cannot_be_read_says_so(tmp_path, find):
    with pytest.raises(UnlockKeyUnreadableError, match="Is a directory"):
        find(tmp_path)


def test_no_variable_holds_the_key_itself(find):
    text = base64.b64encode(b"k" * 32).decode()
    with pytest.raises(UnlockKeyMissingError):
        find(VIGIL_UNLOCK_KEY=text)


def test_an_unlock_key_does_not_print_itself(tmp_path, find):
    path = written(tmp_path / "unlock.key", b"n")
    assert repr(find(path)) == f"UnlockKey(path={path!r})"


def test_a_new_key_is_written_for_its_owner_and_found_again(tmp_path, find):
    path = tmp_path / "etc" / "vigil" / "unlock.key"
    made = create_unlock_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert find(path) == made
    assert create_unlock_key(tmp_path / "other.key").secret != made.secret


def test_a_key_that_opens_a_keyring_is_never_overwritten(tmp_path, find):
    path = tmp_path / "unlock.key"
    made = create_unlock_key(path)
    with pytest.raises(UnlockKeyExistsError, match=r"unlock\.key"):
        create_unlock_key(path)
    assert find(path) == made


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path, full_disk):
    path = tmp_path / "unlock.key"
    with full_disk(), pytest.raises(UnlockKeyNotWrittenError, match="File too large"):
        create_unlock_key(path)
    assert list(tmp_path.iterdir()) == []


class TestKeptApart:
    def test_two_directories_are_apart(self, tmp_path):
        for name in ("db", "keys"):
            (tmp_path / name).mkdir()
        keep_apart(tmp_path / "db" / "vigil.db", tmp_path / "keys" / "keyring")
        keep_apart(tmp_path / "db" / "vigil.db", tmp_path / "db" / "keys" / "keyring")
        keep_apart(tmp_path / "not" / "yet" / "vigil.db", tmp_path / "nor" / "this")
        keep_apart(tmp_path / "vigil.db")

    def test_the_same_directory_is_refused_and_every_file_named(self, tmp_path):
        kept = tmp_path / "keyring", tmp_path / "keys" / "fine", tmp_path / "unlock.key"
        with pytest.raises(KeysBesideDatabaseError) as refused:
            keep_apart(tmp_path / "vigil.db", *kept)
        assert refused.value.args == (kept[0], kept[2])

    def test_it_is_refused_before_the_directory_exists(self, tmp_path):
        with pytest.raises(KeysBesideDatabaseError):
            keep_apart(tmp_path / "db" / "vigil.db", tmp_path / "x" / ".." / "db" / "keyring")

    def test_a_linked_directory_is_the_same(self, tmp_path):
        (tmp_path / "db").mkdir()
        (tmp_path / "keys").symlink_to(tmp_path / "db")
        with pytest.raises(KeysBesideDatabaseError):
            keep_apart(tmp_path / "db" / "vigil.db", tmp_path / "keys" / "keyring")

    def test_a_link_counts_for_both_its_ends(self, tmp_path):
        for name in ("db", "keys"):
            (tmp_path / name).mkdir()
        (tmp_path / "db" / "real").write_bytes(b"")
        (tmp_path / "keys" / "leads-there").symlink_to(tmp_path / "db" / "real")
        (tmp_path / "keys" / "real").write_bytes(b"")
        (tmp_path / "db" / "leads-away").symlink_to(tmp_path / "keys" / "real")
        for kept in (tmp_path / "keys" / "leads-there", tmp_path / "db" / "leads-away"):
            with pytest.raises(KeysBesideDatabaseError):
                keep_apart(tmp_path / "db" / "vigil.db", kept)
