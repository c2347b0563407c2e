"""A dossier is sealed to those it is meant for and to nobody else; we keep it unread."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sealing.dossier import LONGEST, NobodyError, NoDossierError, read_head
from sealing.epochs import public_bytes
from sealing.recipients import (
    _ALPHABET,
    NoRecipientError,
    _checksum,
    _fives,
    _spread,
    _write,
    fingerprint,
    is_secret,
    read_identity,
    read_recipient,
    recipient_of,
    write_recipient,
)
from tests.sealing.age_witness import open_file, seal_file

FARID, OLGA, STRANGER = b"f" * 32, b"o" * 32, b"x" * 32
TEXT = b"Call the lawyer first." * 100


def file_for(*seeds, text=TEXT):
    return seal_file(text, [public_bytes(seed) for seed in seeds])


@pytest.mark.parametrize("seeds", [[FARID], [FARID, OLGA], [FARID, OLGA, STRANGER]])
def test_its_head_tells_to_how_many_it_is_sealed(seeds):
    file = file_for(*seeds)
    head = read_head(file)
    assert (head.recipients, head.size) == (len(seeds), len(file))
    assert all(open_file(file, seed) == TEXT for seed in seeds)


def test_whoever_it_is_not_meant_for_does_not_open_it():
    with pytest.raises(LookupError):
        open_file(file_for(FARID, OLGA), STRANGER)


def broken():
    good = file_for(FARID, OLGA)
    lines = good.split(b"\n")
    yield "empty", b""
    yield "text", b"hello"
    yield "another version", good.replace(b"/v1\n", b"/v2\n", 1)
    yield "no stanza", lines[0] + b"\n" + b"\n".join(lines[5:])
    yield "cut within the head", good[:900]
    yield "cut behind the head", good[: good.index(b"\n---") + 50]
    yield "a key that is not post-quantum", good.replace(b"mlkem768x25519", b"X25519", 1)
    yield "a passphrase beside them", good.replace(b"-> mlkem", b"-> scrypt", 1)
    yield "another argument", good.replace(b"-> mlkem768x25519 ", b"-> mlkem768x25519 x ", 1)
    yield "a share that is too short", good.replace(lines[1], lines[1][:-2], 1)
    yield "a body that goes on", good.replace(lines[2], b"A" * 64 + b"\n" + lines[2], 1)
    yield "no base64", good.replace(lines[2], b"?" + lines[2][1:], 1)
    yield "padded base64", good.replace(lines[2], lines[2] + b"=", 1)
    yield "base64 written in a second way", good.replace(lines[2], lines[2][:-1] + b"B", 1)
    yield "half a character of base64", good.replace(lines[2], b"A" * 41, 1)
    yield "no MAC", good.replace(b"\n--- ", b"\n---x", 1)
    yield "too many", file_for(*[FARID] * 21)
    yield "too long", good + bytes(LONGEST)


@pytest.mark.parametrize("file", [file for _, file in broken()], ids=[name for name, _ in broken()])
def test_what_is_no_dossier_is_refused(file):
    with pytest.raises(NoDossierError):
        read_head(file)


def armored(file, columns=64, end="\n"):
    text = base64.b64encode(file).decode()
    lines = [text[at : at + columns] for at in range(0, len(text), columns)]
    edges = [f"-----{one} AGE ENCRYPTED FILE-----" for one in ("BEGIN", "END")]
    return end.join([edges[0], *lines, edges[1], ""]).encode()


@pytest.mark.parametrize("text", [TEXT, TEXT + b"1", TEXT + b"12"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_that_the_age_tool_wrote_as_text_is_read_as_well(text, end):
    file = armored(file_for(FARID, OLGA, text=text), end=end)
    assert (read_head(file).recipients, read_head(file).size) == (2, len(file))
    assert read_head(b"\n" + file + b" \n").recipients == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(b"-----END", b"-----end"),
        lambda text: text[: text.index(b"\n") + 1] + text[text.rindex(b"-----END") :],
        lambda text: text[: text.index(b"\n") + 1],
        lambda text: armored(file_for(FARID), columns=60),
        lambda text: text.replace(b"A", b"?"),
        lambda text: text.replace(b"\n-----END", b"A\n-----END"),
        lambda text: text.replace(b"\n-----END", b"\n\n-----END"),
        lambda text: armored(b"hello"),
    ],
)
def test_a_text_that_is_no_such_file_is_refused(spoil):
    with pytest.raises(NoDossierError):
        read_head(spoil(armored(file_for(FARID))))


def test_one_that_is_sealed_to_nobody_is_told_from_one_that_is_broken():
    lines = file_for(FARID, OLGA).split(b"\n")
    nobody = lines[0] + b"\n" + b"\n".join(lines[5:])
    with pytest.raises(NobodyError):
        read_head(nobody)
    with pytest.raises(NoDossierError) as refused:
        read_head(nobody.replace(b"\n--- ", b"\n---x", 1))
    assert not isinstance(refused.value, NobodyError)


@given(st.binary(max_size=400))
def test_no_rubbish_breaks_the_reader(rubbish):
    with pytest.raises(NoDossierError):
        read_head(b"age-encryption.org/v1\n-> " + rubbish)


# --- Keys -----------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.binary(min_size=32, max_size=32))
def test_a_key_is_read_as_it_was_written(seed):
    text = recipient_of(seed)
    assert text.startswith("age1pq1")
    assert len(text) == 1959
    assert read_recipient(text) == read_recipient(text.upper()) == public_bytes(seed)
    assert write_recipient(read_recipient(f"  {text}\n")) == text


def test_a_secret_key_is_read_as_the_age_tool_writes_it():
    text = _write("age-secret-key-pq-", FARID).upper()
    assert text.startswith("AGE-SECRET-KEY-PQ-1")
    assert read_identity(text) == FARID
    assert is_secret(text)
    assert is_secret(f"# public key: {recipient_of(FARID)}\n{text.lower()}\n")
    assert not is_secret(recipient_of(FARID))
    with pytest.raises(NoRecipientError):
        read_identity(_write("age-secret-key-pq-", FARID + b"f"))
    with pytest.raises(NoRecipientError):
        read_recipient(_write("age1pq", FARID))


@pytest.mark.parametrize("more", [[0], [1]], ids=["a character too many", "bits left over"])
def test_a_key_whose_checksum_holds_and_whose_bits_do_not_add_up_is_refused(more):
    values = [*_fives(public_bytes(FARID))]
    values = [*values, *more] if more == [0] else [*values[:-1], values[-1] | 1]
    wanted = _checksum([*_spread("age1pq"), *values, *[0] * 6]) ^ 1
    checks = [wanted >> 5 * (5 - place) & 31 for place in range(6)]
    with pytest.raises(NoRecipientError):
        read_recipient("age1pq1" + "".join(_ALPHABET[one] for one in [*values, *checks]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: text[:-1] + ("q" if text[-1] != "q" else "p"),
        lambda text: text[:40] + text[41:],
        lambda text: text[:40] + text[40:].upper(),
        lambda text: text.replace("age1pq1", "age1", 1),
        lambda text: text.replace("age1pq1", "age1pqx1", 1),
        lambda text: text[:40] + "b" + text[41:],
        lambda text: "",
        lambda text: "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    ],
)
def test_a_key_that_was_mistyped_or_is_of_another_kind_is_refused(spoil):
    with pytest.raises(NoRecipientError):
        read_recipient(spoil(recipient_of(FARID)))


def test_a_fingerprint_can_be_read_aloud_and_tells_keys_apart():
    own, other = fingerprint(public_bytes(FARID)), fingerprint(public_bytes(OLGA))
    assert own != other
    assert [len(group) for group in own.split(" ")] == [4, 4, 4, 4]
