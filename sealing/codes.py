"""The code and the forced code: one slow hash, and answers in constant time.

A code is checked with one Argon2id (RFC 9106; 19 MiB, two passes, one lane), seasoned with a pepper
from the keyring, so that the database alone does not give it away. What was typed is then compared
with every tag that is kept: one for the code, several for forced ones, each compared, whatever the
one before said. Where no forced code is set, its tags are random: nothing shows how many there are.
"""

import hmac
import os
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto
from typing import Self

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sealing.fields import Random

FORCED_TAGS = 4  #: how many forced codes one person may have had; the oldest goes first
LOCKED_AFTER = 5  #: so many wrong ones in a row are told to the office

_SALT_SIZE = 16
_TAG_SIZE = 32
_MEMORY = 19 * 1024  #: KiB, with two passes: OWASP's floor for Argon2id, 20 ms on one core
_PASSES = 2
_AT_ONCE = 3  #: so many wrong ones cost no waiting
#: The fourth costs the first of these; the last of them is the longest.
_WAITS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))


class Answer(Enum):
    """What a code that was typed means."""

    GENUINE = auto()  #: it is theirs
    FORCED = auto()  #: it is one of those that are given under force
    WRONG = auto()  #: it is none of them


@dataclass(frozen=True, slots=True)
class Code:
    """What is kept of somebody's codes: enough to know them again, not to read them."""

    salt: bytes
    genuine: bytes
    forced: tuple[bytes, ...]

    @classmethod
    def make(
        cls,
        code: str,
        forced: str | None,
        *,
        pepper: bytes,
        person: bytes,
        random: Random = os.urandom,
    ) -> Self:
        """Keep a code and, where one was chosen, a forced one; both as `choosing.plain` gives.

        Takes two slow hashes, also where there is no forced code.
        """
        salt = random(_SALT_SIZE)
        own = _tag(_slow(code, salt, pepper, person), Answer.GENUINE)
        other = _tag(_slow(forced or code, salt, pepper, person), Answer.FORCED)
        filling = tuple(random(_TAG_SIZE) for _ in range(FORCED_TAGS))
        kept = (other, *filling[1:]) if forced is not None else filling
        return cls(salt, own, kept)

    def check(self, typed: str, *, pepper: bytes, person: bytes) -> Answer:
        """Say what a code means; one slow hash and the same comparisons, whatever the answer."""
        slow = _slow(typed, self.salt, pepper, person)
        own = hmac.compare_digest(_tag(slow, Answer.GENUINE), self.genuine)
        tag = _tag(slow, Answer.FORCED)
        others = [hmac.compare_digest(tag, one) for one in self.forced]
        if True in others:
            return Answer.FORCED
        return Answer.GENUINE if own else Answer.WRONG

    def with_forced(self, *codes: str, pepper: bytes, person: bytes) -> Self:
        """Return the same code with more forced ones: who was made to change it gave these."""
        tags = [_tag(_slow(one, self.salt, pepper, person), Answer.FORCED) for one in codes]
        return replace(self, forced=(*tags, *self.forced)[:FORCED_TAGS])


def wait_after(wrong: int) -> timedelta:
    """Return how long nothing is checked after so many wrong codes in a row; nobody is locked out.

    Nothing after the first three, then 30 s, 2 min, and 10 min from the sixth on.
    """
    if wrong <= _AT_ONCE:
        return timedelta()
    return _WAITS[min(wrong - _AT_ONCE, len(_WAITS)) - 1]


def _slow(code: str, salt: bytes, pepper: bytes, person: bytes) -> bytes:
    hashing = Argon2id(
        salt=salt,
        length=_TAG_SIZE,
        iterations=_PASSES,
        lanes=1,
        memory_cost=_MEMORY,
        secret=pepper,
        ad=person,
    )
    return hashing.derive(code.encode())


def _tag(slow: bytes, meaning: Answer) -> bytes:
    return hmac.digest(slow, b"vigil/code/1/" + meaning.name.encode(), "sha256")
