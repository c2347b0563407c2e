"""Makes what goes out and must come back unforged: buttons, one-time links, numbers said aloud."""

from sealing.keyring import Purpose
from sealing.tokens import SignatureWrongError, new_token, read_callback, sign_callback
from storage.chance import Chance
from storage.keys import Keys
from storage.persons import Address


class Stamps:
    """Stamps what is handed out, and knows its own stamp again. Asks no database."""

    def __init__(self, keys: Keys, chance: Chance) -> None:
        self._keys = keys
        self._chance = chance

    def stamp(self, address: Address, data: str) -> str:
        """Return `data` (at most 52 bytes) as callback data that is good in this chat alone.

        Raises CallbackTooLongError.
        """
        return sign_callback(self._keys.newest(Purpose.LINKS), data, address.bot, address.chat)

    def read(self, address: Address, callback_data: str) -> str | None:
        """Return the data that was stamped for this chat; None when it was not, or was altered."""
        held = self._keys.held(Purpose.LINKS)
        try:
            return read_callback(held, callback_data, address.bot, address.chat)
        except SignatureWrongError:
            return None

    def new_token(self) -> str:
        """Return a fresh token for a one-time link, 22 characters."""
        return new_token()

    def new_number(self) -> str:
        """Return four digits that the inviter says aloud (law 28)."""
        return self._chance.number()

    def digest(self, token: str) -> bytes:
        """Return what is kept of a token, 16 bytes: enough to know it again, not to use it."""
        return self._keys.blind("token", token)

    def digests(self, token: str) -> tuple[bytes, ...]:
        """Return what may have been kept of it under every key held, newest first."""
        return self._keys.blinds("token", token)
