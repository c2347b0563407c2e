"""Hands the keys of the keyring to those who seal and open here, and follows when they change."""

from sealing.blind import blind, blind_in_all_versions
from sealing.fields import Place, seal, unseal
from sealing.framing import Part
from sealing.key import Key
from sealing.keyring import Keyring, Purpose


class Keys:
    """The keys in use: one object for all of storage, so that a change reaches everybody."""

    def __init__(self, keyring: Keyring) -> None:
        self.follow(keyring)

    def follow(self, keyring: Keyring) -> None:
        """Use `keyring` from now on."""
        # Looked up once here: the hot path seals thousands of values a second.
        self._newest = {one: keyring.current(one) for one in Purpose if keyring.all(one)}
        self._held = {one: dict(keyring.all(one)) for one in Purpose}
        self.keyring = keyring

    def newest(self, purpose: Purpose) -> Key:
        """Return the key that seals for `purpose`. Raises KeyNotHeldError."""
        return self._newest.get(purpose) or self.keyring.current(purpose)

    def held(self, purpose: Purpose) -> dict[int, bytes]:
        """Return every key held for `purpose`, by version."""
        return self._held[purpose]

    def seal(self, purpose: Purpose, place: Place, value: bytes, *, bucket: int = 64) -> bytes:
        """Seal `value` for `place` under the newest key of `purpose`."""
        return seal(self.newest(purpose), place, value, bucket=bucket)

    def unseal(self, purpose: Purpose, place: Place, sealed: bytes) -> bytes:
        """Open what was sealed for `place`. Raises SealBrokenError."""
        return unseal(self._held[purpose], place, sealed)

    def blind(self, domain: str, *parts: Part) -> bytes:
        """Return the blind index of `parts` under the newest index key, 16 bytes."""
        return blind(self.newest(Purpose.INDEX), domain, *parts)

    def blinds(self, domain: str, *parts: Part) -> tuple[bytes, ...]:
        """Return the blind indexes under every index key held, newest first."""
        return blind_in_all_versions(self._held[Purpose.INDEX], domain, *parts)
