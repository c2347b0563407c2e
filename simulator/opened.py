"""A Mini App that somebody has opened, as the control road shows it to tests and demos."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit


@dataclass(frozen=True, slots=True)
class Launch:
    """An open app; `tell` posts to the control road."""

    tell: Callable[..., Awaitable[Any]]
    id: str
    #: The app's address with what Telegram adds behind the `#`.
    url: str
    #: keyboard, inline or menu.
    kind: str
    #: What stands on the button it was opened from.
    button: str
    #: The key that `signature` in the init data is made with, in hex.
    public_key: str

    @classmethod
    def read(cls, tell: Callable[..., Awaitable[Any]], shown: dict[str, Any]) -> "Launch":
        """Read what /control/launch answered."""
        told = {name: shown[name] for name in ("url", "kind", "button", "public_key")}
        return cls(tell, shown["launch"], **told)

    @property
    def init_data(self) -> str:
        """What the app is told of who opened it, signed; empty for a reply keyboard's app."""
        told = parse_qs(urlsplit(self.url).fragment.rpartition("?")[2])
        return told.get("tgWebAppData", [""])[0]

    @property
    def told(self) -> dict[str, str]:
        """The fields of the init data."""
        return dict(parse_qsl(self.init_data))

    async def sends(self, data: str) -> dict[str, Any]:
        """Hand data to the bot, once, which closes the app."""
        done: dict[str, Any] = await self.tell("web_app_data", launch=self.id, data=data)
        return done

    async def keeps(self, store: str, key: Any, value: Any) -> dict[str, Any]:
        """Put something into a storage: device, secure or cloud."""
        return await self.stores(store, "save", key, value)

    async def finds(self, store: str, key: Any) -> dict[str, Any]:
        """Look into a storage."""
        return await self.stores(store, "get", key)

    async def stores(
        self, store: str, act: str, key: Any = None, value: Any = None
    ) -> dict[str, Any]:
        """Do anything with a storage; the answer may hold Telegram's word for an error."""
        done: dict[str, Any] = await self.tell(
            "storage", launch=self.id, store=store, act=act, key=key, value=value
        )
        return done

    async def closes(self) -> None:
        """Close the app."""
        await self.tell("close_launch", launch=self.id)
