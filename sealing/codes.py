"""The code and the forced code: one slow hash, and answers in constant time.

A code is checked with one Argon2id (RFC 9106; 19 MiB, two passes, one lane), seasoned with a pepper
from the keyring, so that the database alone does not give it away. What was typed is then compared
with every tag that is kept: one for the code, several for forced ones, each compared, whatever the
one before said. Where no forced code is set, its tags are random: nothing shows how many there are.

Whoever is made to change their codes under force must seem to have done so, also to somebody who
knows both of theirs and tries all of them afterwards. So a change, whatever it means, makes only
the one look wrong that was typed for it: all else that counted before counts on, and what was
chosen counts as well.
"""

import hmac
import os
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto
from typing import Self

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sealing.fields import Random

FORCED_TAGS = 8  #: so many are kept, whether they are codes or random
LOCKED_AFTER = 5  #: so many wrong ones in a row are told to the office

_SALT_SIZE = 16
_TAG_SIZE = 32
_GIVEN_UP_TAGS = 4  #: the oldest goes first
_MEMORY = 19 * 1024  #: KiB, with two passes: OWASP's floor for Argon2id, 20 ms on one core
_PASSES = 2
_AT_ONCE = 3  #: so many wrong ones cost no waiting
#: The fourth costs the first of these; the last of them is the longest.
_WAITS = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10))


class Answer(Enum):
    """What a code that was typed means."""

    GENUINE = auto()  #: it is theirs
    FORCED = auto()  #: it is one of those that are given under force
    GIVEN_UP = auto()  #: it was, until a change was made with it: it has to look wrong
    WRONG = auto()  #: it is none of them


@dataclass(frozen=True, slots=True)
class Tried:
    """What a code that was typed means, and as which forced one it is known, or would be."""

    answer: Answer
    tag: bytes


@dataclass(frozen=True, slots=True)
class Code:
    """What is kept of somebody's codes: enough to know them again, not to read them."""

    salt: bytes
    genuine: bytes
    forced: tuple[bytes, ...]
    given_up: tuple[bytes, ...] = ()  #: forced ones with which a change was made
    hers: bool = True  #: False: it was chosen in other hands, and nobody has one that is right
    own_given_up: bool = False  #: hers was "changed" in other hands; there it has to look wrong

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
        filling = _filling(random)
        kept = (other, *filling[1:]) if forced is not None else filling
        return cls(salt, own, kept)

    @classmethod
    def in_other_hands(
        cls,
        code: str,
        forced: str | None,
        *,
        pepper: bytes,
        person: bytes,
        random: Random = os.urandom,
    ) -> Self:
        """Keep first codes that were chosen on a phone in other hands: both count as forced.

        Takes as many slow hashes as `make`.
        """
        nobodys = cls(random(_SALT_SIZE), random(_TAG_SIZE), _filling(random), hers=False)
        return nobodys.after_force(code, forced, pepper=pepper, person=person, random=random)

    def check(
        self, typed: str, *, pepper: bytes, person: bytes, in_other_hands: bool = False
    ) -> Answer:
        """Say what a code means; see `tried`."""
        found = self.tried(typed, pepper=pepper, person=person, in_other_hands=in_other_hands)
        return found.answer

    def tried(
        self, typed: str, *, pepper: bytes, person: bytes, in_other_hands: bool = False
    ) -> Tried:
        """Say what a code means; one slow hash and the same comparisons, whatever the answer.

        `in_other_hands`: it was typed on a phone that is; there also her own may be given up.
        """
        slow = _slow(typed, self.salt, pepper, person)
        own = hmac.compare_digest(_tag(slow, Answer.GENUINE), self.genuine)
        tag = _tag(slow, Answer.FORCED)
        others = [hmac.compare_digest(tag, one) for one in self.forced]
        given_up = [hmac.compare_digest(tag, one) for one in self.given_up]
        if True in others:
            return Tried(Answer.FORCED, tag)
        if own:
            own_too = in_other_hands and self.own_given_up
            return Tried(Answer.GIVEN_UP if own_too else Answer.GENUINE, tag)
        return Tried(Answer.GIVEN_UP if True in given_up else Answer.WRONG, tag)

    def changed(
        self,
        code: str,
        forced: str | None,
        *,
        pepper: bytes,
        person: bytes,
        random: Random = os.urandom,
    ) -> Self:
        """Return what is kept once somebody has freely chosen others.

        What counted as forced counts on beside what is chosen, for a sign that was forced must
        never be lost, whoever made her change what. Takes as many slow hashes as `make`.
        """
        slow = [_slow(one, self.salt, pepper, person) for one in (code, forced or code)]
        own, as_forced = _tag(slow[0], Answer.GENUINE), _tag(slow[0], Answer.FORCED)
        chosen = () if forced is None else (_tag(slow[1], Answer.FORCED),)
        # What she has chosen for her own means that she is free, whatever it meant before.
        before = (one for one in self.forced if not hmac.compare_digest(one, as_forced))
        # One fewer than after a change under force: there, what seems to be hers is among them.
        kept = _newest(*chosen, *before)[: FORCED_TAGS - 1]
        forced_ones = (*kept, *_filling(random))[:FORCED_TAGS]
        return replace(
            self,
            genuine=own,
            forced=forced_ones,
            given_up=self.given_up[:_GIVEN_UP_TAGS],
            hers=True,
            own_given_up=False,
        )

    def after_force(
        self,
        code: str,
        forced: str | None,
        *,
        pepper: bytes,
        person: bytes,
        given_up: bytes | None = None,
        own_given_up: bool = False,
        random: Random = os.urandom,
    ) -> Self:
        """Return what is kept once somebody was made to change their codes.

        Their own stays, and what was chosen counts as forced. What they were made to type as the
        old one is given up: whoever stands beside them may try it, and it must be as wrong as
        after a change that is one. `given_up`: the tag of a forced one; `own_given_up`: it was
        their own. Takes as many slow hashes as `make`.
        """
        slow = [_slow(one, self.salt, pepper, person) for one in (code, forced or code)]
        # Her own code never becomes a forced one, whoever types it here.
        hers = [hmac.compare_digest(_tag(one, Answer.GENUINE), self.genuine) for one in slow]
        tags = [_tag(one, Answer.FORCED) for one, own in zip(slow, hers, strict=True) if not own]
        gone = () if given_up is None else (given_up,)
        before = (one for one in self.forced if one not in gone)
        return replace(
            self,
            forced=(*_newest(*tags, *before), *_filling(random))[:FORCED_TAGS],
            given_up=_newest(*gone, *self.given_up)[:_GIVEN_UP_TAGS],
            own_given_up=(self.own_given_up or own_given_up) and True not in hers,
        )


def _newest(*tags: bytes) -> tuple[bytes, ...]:
    """Return each of them once, where it stands first."""
    return tuple(dict.fromkeys(tags))


def wait_after(wrong: int) -> timedelta:
    """Return how long nothing is checked after so many wrong codes in a row; nobody is locked out.

    Nothing after the first three, then 30 s, 2 min, and 10 min from the sixth on.
    """
    if wrong <= _AT_ONCE:
        return timedelta()
    return _WAITS[min(wrong - _AT_ONCE, len(_WAITS)) - 1]


def _filling(random: Random) -> tuple[bytes, ...]:
    return tuple(random(_TAG_SIZE) for _ in range(FORCED_TAGS))


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
