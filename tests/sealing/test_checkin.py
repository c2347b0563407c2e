"""What a phone sealed opens here and nowhere else; whatever else comes is refused alike."""

import base64
import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.checkin import (
    SIZES,
    EnvelopeRefusedError,
    TooLongError,
    digest_of,
    open_envelope,
    seal_envelope,
)
from sealing.epochs import public_bytes

SEED, OLD_SEED = b"s" * 32, b"o" * 32
HOUSE, CHALLENGE = b"h" * 16, b"c" * 16
NOTE = b'{"v":1,"t":"note","code":"482915"}'


def sealed(content=NOTE, *, seed=SEED, house=HOUSE, challenge=CHALLENGE):
    return seal_envelope(public_bytes(seed), house, challenge, content)


def opened(text, *, seeds=(SEED,), house=HOUSE, challenges=(CHALLENGE,)):
    return open_envelope(seeds, house, challenges, text)


def bytes_of(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def text_of(whole):
    return base64.urlsafe_b64encode(whole).decode().rstrip("=")


@given(st.binary(max_size=SIZES[-1] - 2))
def test_what_was_sealed_is_opened_and_has_one_of_two_lengths(content):
    text = sealed(content)
    assert opened(text).content == content
    assert len(text) == (2204 if len(content) <= 510 else 3911)


def test_it_opens_under_any_key_and_challenge_that_are_still_good():
    read = opened(sealed(seed=OLD_SEED), seeds=(SEED, OLD_SEED), challenges=(b"n" * 16, CHALLENGE))
    assert (read.content, read.challenge) == (NOTE, CHALLENGE)


def test_the_same_envelope_twice_is_known_again_and_a_second_one_is_another():
    first, second = sealed(), sealed()
    assert opened(first).digest == digest_of(first) != digest_of(second)


def test_what_is_too_long_is_never_sealed():
    with pytest.raises(TooLongError):
        sealed(bytes(SIZES[-1] - 1))


def _altered():
    """More than two hundred envelopes, each wrong in its own way."""
    good = sealed()
    whole = bytes_of(good)
    for place in range(0, len(whole), 11):  # a bit flipped in every part of it
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        yield f"a bit flipped at {place}", text_of(flipped)
    for length in (0, 1, 4, 5, 100, 1124, 1125, 1140, len(whole) - 1, len(whole) - 16):
        yield f"cut to {length} bytes", text_of(whole[:length])
    for more in (1, 2, 3, 16, 1280, 5000):
        yield f"{more} bytes more", text_of(whole + bytes(more))
    long = sealed(bytes(600))
    yield "the long one cut to the short length", text_of(bytes_of(long)[: len(whole)])
    yield (
        "the head of one and the body of another",
        text_of(whole[:1125] + bytes_of(sealed())[1125:]),
    )
    yield "another format", text_of(b"\x02" + whole[1:])
    yield "another challenge", sealed(challenge=b"x" * 16)
    yield "another house", sealed(house=b"x" * 16)
    yield "a key of an epoch that is over", sealed(seed=OLD_SEED)
    yield (
        "named as ours, sealed to another",
        text_of(whole[:5] + bytes_of(sealed(seed=OLD_SEED))[5:]),
    )
    yield "padded", good + "="
    yield "padded twice", good + "=="
    yield "spaces around", f" {good}"
    yield "a line break within", good[:70] + "\n" + good[70:]
    yield "ordinary base64", base64.b64encode(whole).decode()
    yield "other digits", good.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    yield "half a surrogate pair", good[:-1] + "\ud800"
    yield "capitals", good.upper()
    yield "hexadecimal", whole.hex()
    for number, chance in enumerate(itertools.repeat(random.Random(7), 40)):
        yield f"chance {number}", text_of(chance.randbytes(len(whole)))


CASES = list(_altered())


def test_there_are_more_than_two_hundred_wrong_ones_and_no_two_are_the_same():
    assert len({text for _, text in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize("text", [text for _, text in CASES], ids=[name for name, _ in CASES])
def test_a_wrong_envelope_is_refused_without_a_reason(text):
    with pytest.raises(EnvelopeRefusedError) as refused:
        opened(text)
    assert refused.value.args == ()


def test_a_length_that_lies_and_bytes_behind_the_end_are_refused(monkeypatch):
    for padded in (b"\xff\xff" + bytes(510), b"\x00\x02{}" + bytes(507) + b"x"):
        monkeypatch.setattr("sealing.checkin._padded", lambda _, made=padded: made)
        with pytest.raises(EnvelopeRefusedError):
            opened(sealed())


@pytest.mark.parametrize(("house", "challenge"), [(b"h", CHALLENGE), (HOUSE, b"c" * 17)])
def test_parts_of_other_lengths_are_never_bound(house, challenge):
    with pytest.raises(ValueError, match="16 bytes"):
        sealed(house=house, challenge=challenge)


def test_nothing_opens_where_no_challenge_is_good():
    with pytest.raises(EnvelopeRefusedError):
        opened(sealed(), challenges=())
