"""Makes what goes out and must come back unforged: one-time links, buttons, numbers said aloud."""

import base64
import hmac
import secrets
from collections.abc import Callable, Mapping
from itertools import pairwise

from sealing.framing import Part, frame
from sealing.key import Key

SIGNATURE_SIZE = 9
#: What Telegram carries behind a button, in bytes (https://core.telegram.org/bots/api).
CALLBACK_LIMIT = 64

_TOKEN_SIZE = 16
# Nine bytes are exactly twelve base64 characters, which leaves a button 52 bytes of its own.
_SIGNATURE_LENGTH = 12


class SignatureWrongError(Exception):
    """A button came back altered, or in another chat than the one it was made for."""


class CallbackTooLongError(Exception):
    """A button holds at most 52 bytes of its own: Telegram carries 64, twelve are our signature."""


def new_token() -> str:
    """Return a one-time link's payload: 128 random bits as 22 characters of [A-Za-z0-9_-].

    Telegram allows 64 such characters (https://core.telegram.org/bots/features#deep-linking).
    """
    return secrets.token_urlsafe(_TOKEN_SIZE)


def new_number(*, draw: Callable[[int], int] = secrets.randbelow) -> str:
    """Return four digits to be said aloud, none of those that somebody would guess first.

    Never one that starts with 0, counts up or down, or has fewer than three different digits.
    `draw(n)` returns a number from 0 to n - 1.
    """
    while True:
        number = str(1000 + draw(9000))
        if not _guessed_first(number):
            return number


def number_for(key: Key, digits: int, *bound_to: Part) -> str:
    """Return so many digits that only we can make for `bound_to`; the same each time."""
    framed = frame("vigil/number/1", digits, *bound_to)
    made = int.from_bytes(hmac.digest(key.secret, framed, "sha256"), "big")
    return f"{made % 10**digits:0{digits}d}"


def knows_number(keys: Mapping[int, bytes], number: str, *bound_to: Part) -> bool:
    """Say whether one of `keys` made `number`, in a time that does not depend on the answer."""
    made = [number_for(Key(*key), len(number), *bound_to).encode() for key in keys.items()]
    return _is_one_of(made, number.encode())


def sign(key: Key, payload: bytes, *bound_to: Part) -> bytes:
    """Return nine bytes (HMAC-SHA256, cut) that only we can make for `payload`.

    `bound_to` is what else must be the same when it comes back: the bot and the chat.
    """
    framed = frame("vigil/sign/1", payload, *bound_to)
    return hmac.digest(key.secret, framed, "sha256")[:SIGNATURE_SIZE]


def verify(keys: Mapping[int, bytes], payload: bytes, signature: bytes, *bound_to: Part) -> bool:
    """Say whether one of `keys` made `signature`, in a time that does not depend on the answer."""
    made = [sign(Key(*key), payload, *bound_to) for key in keys.items()]
    return _is_one_of(made, signature)


def sign_callback(key: Key, payload: str, *bound_to: Part) -> str:
    """Return the data of a button: twelve characters of signature, then `payload`.

    Raises CallbackTooLongError when the UTF-8 of both has more than 64 bytes.
    """
    body = payload.encode()
    if len(body) > CALLBACK_LIMIT - _SIGNATURE_LENGTH:
        raise CallbackTooLongError
    return base64.urlsafe_b64encode(sign(key, body, *bound_to)).decode() + payload


def read_callback(keys: Mapping[int, bytes], data: str, *bound_to: Part) -> str:
    """Return the payload of a button that came back.

    Raises SignatureWrongError when we did not make it, or made it for something else.
    """
    # Whatever a modified client sends is only ever compared, so half a character harms nobody.
    raw = data.encode("utf-8", "surrogatepass")
    signature, body = raw[:_SIGNATURE_LENGTH], raw[_SIGNATURE_LENGTH:]
    made = [base64.urlsafe_b64encode(sign(Key(*key), body, *bound_to)) for key in keys.items()]
    # We compare the text, not what it decodes to: two texts may decode to the same signature.
    if not _is_one_of(made, signature):
        raise SignatureWrongError
    return body.decode()


def _is_one_of(made: list[bytes], signature: bytes) -> bool:
    # All are compared, also after a match, so that the time does not tell which key it was.
    return True in [hmac.compare_digest(one, signature) for one in made]


def _guessed_first(number: str) -> bool:
    digits = [int(digit) for digit in number]
    steps = {(after - before) % 10 for before, after in pairwise(digits)}
    return len(set(digits)) < 3 or steps in ({1}, {9})
