"""Finds a row by what it hides: a keyed index that says nothing to whoever lacks the key.

Telegram ids number about 10**10, so an index without a key would be undone in seconds. The index
key is independent of every key that seals.
"""

import hmac
from collections.abc import Mapping

from sealing.fields import SealBrokenError
from sealing.framing import Part, frame
from sealing.key import Key

BLIND_SIZE = 16
_VERSION_SIZE = 2


def blind(key: Key, domain: str, *parts: Part) -> bytes:
    """Return the index of `parts` in `domain`: 16 bytes, key version (2) || HMAC-SHA256 (14).

    The same parts in another domain ("chat", "token") have an unrelated index.
    """
    framed = frame("vigil/blind/1", domain, *parts)
    digest = hmac.digest(key.secret, framed, "sha256")
    return (key.version.to_bytes(_VERSION_SIZE, "big") + digest)[:BLIND_SIZE]


def blind_in_all_versions(
    keys: Mapping[int, bytes], domain: str, *parts: Part
) -> tuple[bytes, ...]:
    """Return the indexes under every key held, newest first: look a row up by all of them.

    While an index key is being changed, a row written before it stands under the older one.
    """
    newest_first = sorted(keys.items(), reverse=True)
    return tuple(blind(Key(version, secret), domain, *parts) for version, secret in newest_first)


def version_of_blind(index: bytes) -> int:
    """Return the version of the key that made `index`.

    Raises SealBrokenError when it does not have 16 bytes.
    """
    if len(index) != BLIND_SIZE:
        raise SealBrokenError
    return int.from_bytes(index[:_VERSION_SIZE], "big")
