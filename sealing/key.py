"""A key with its version, and the family of errors that tells the operator of trouble with keys."""

from dataclasses import dataclass, field

KEY_SIZE = 32
NEWEST_POSSIBLE = 0xFFFF


class KeyTroubleError(Exception):
    """Something is wrong with the keys."""

    def __str__(self) -> str:
        """Return the sentence the operator reads: the docstring, and where it happened."""
        sentence = " ".join((type(self).__doc__ or type(self).__name__).split())
        return f"{sentence} ({'; '.join(map(str, self.args))})" if self.args else sentence


@dataclass(frozen=True, slots=True)
class Key:
    """One secret of 32 bytes and the version (1 to 65535) under which its seals name it.

    Raises ValueError when either has another size: a shorter key would quietly be a weaker cipher.
    """

    version: int
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_SIZE:
            raise ValueError("A key has 32 bytes.")
        if not 1 <= self.version <= NEWEST_POSSIBLE:
            raise ValueError("The version of a key lies between 1 and 65535.")
