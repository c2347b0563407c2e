"""One person's own key: all that is kept about them is sealed under it, and lost with it."""

from dataclasses import dataclass, field

from rules.people import PersonId
from sealing.fields import Place, new_subject_key, seal, unseal, unwrap, wrap
from sealing.key import Key
from sealing.keyring import Purpose
from storage.keys import Keys

# A person has one key for life: what it sealed names this version. Forgetting destroys it whole.
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """A person's own key, unwrapped, and what is sealed under it."""

    id: PersonId
    _key: Key = field(repr=False)

    def seal(self, table: str, column: str, row: bytes, value: bytes, *, bucket: int) -> bytes:
        """Seal `value` for its place; its length shows in whole buckets only."""
        return seal(self._key, Place(table, column, row), value, bucket=bucket)

    def unseal(self, table: str, column: str, row: bytes, sealed: bytes) -> bytes:
        """Open what was sealed for this place. Raises SealBrokenError."""
        return unseal({_VERSION: self._key.secret}, Place(table, column, row), sealed)


def new_subject(keys: Keys, person: PersonId) -> tuple[Subject, bytes, int]:
    """Return a fresh key for `person`, the same wrapped, and which key wrapped it."""
    secret = new_subject_key()
    kek = keys.newest(Purpose.SUBJECTS)
    return Subject(person, Key(_VERSION, secret)), wrap(kek, person, secret), kek.version


def open_subject(keys: Keys, person: PersonId, wrapped: bytes) -> Subject:
    """Return the key of `person`. Raises SealBrokenError when it is forgotten or not theirs."""
    return Subject(person, Key(_VERSION, unwrap(keys.held(Purpose.SUBJECTS), person, wrapped)))


def rewrap_subject(keys: Keys, person: PersonId, wrapped: bytes) -> bytes:
    """Return the same key, wrapped under the newest key-encryption key."""
    secret = unwrap(keys.held(Purpose.SUBJECTS), person, wrapped)
    return wrap(keys.newest(Purpose.SUBJECTS), person, secret)
