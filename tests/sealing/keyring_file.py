"""What stands in the file of a keyring, to whoever holds its unlock key."""

import json

from sealing.fields import seal, unseal
from sealing.key import Key
from sealing.keyring import _PLACE


def content(path, unlock):
    """Return what it says."""
    file = path.read_bytes().removeprefix(b"vigil-keyring-1\n")
    return json.loads(unseal({1: unlock.secret}, _PLACE, file))


def rewrite(path, unlock, text):
    """Let it say something else."""
    path.write_bytes(b"vigil-keyring-1\n" + seal(Key(1, unlock.secret), _PLACE, text))
