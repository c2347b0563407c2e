"""The page on somebody's phone, played: it knows what a phone knows, and seals as the page does.

The key under the chat names a challenge and a public key; the house's own data stand in the page
behind it. Nothing else is looked at.
"""

import base64
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlsplit

import httpx

from sealing.checkin import SIZES, seal_envelope
from sealing.epochs import kid
from simulator.opened import Launch
from simulator.people import Impossible, Person

_BLOCK = re.compile(r'<script type="application/json" id="house">([^<]*)</script>')
#: What the page sends in the longer of its two sizes, however much of it is filled.
_LONG = frozenset({"codes", "part", "key"})


@dataclass(frozen=True, slots=True)
class Opened:
    """The page as somebody has it before them."""

    launch: Launch
    screen: str  #: the letter by which the address names it
    challenge: bytes
    deployment: bytes
    public: bytes

    async def sends(self, kind: str, **fields: object) -> None:
        """Seal one content and hand it over, which closes the page."""
        content = json.dumps({"v": 1, "t": kind, **fields}, ensure_ascii=False).encode()
        if kind in _LONG:
            # As long as the page makes it: its size must not tell one code from another.
            content = content.ljust(SIZES[0])
        sealed = seal_envelope(self.public, self.deployment, self.challenge, content)
        await self.launch.sends(sealed)


async def open_page(person: Person, screen: str) -> Opened:
    """Press the key under the chat behind which that screen of the page lies.

    Raises Impossible where there is no such key, or no page behind it.
    """
    keys = [key for row in (await person.sees()).keys for key in row if "web_app" in key]
    found = next((one for one in keys if _told(one["web_app"]["url"])["m"] == screen), None)
    if found is None:
        shown = [key["text"] for key in keys]
        raise Impossible(f"none of {person.first_name}'s keys {shown} opens {screen!r}")
    launch = await person.opens_app(found["text"])
    told = _told(launch.url)
    house = await _house_in(urldefrag(launch.url).url)
    held = {one["kid"]: _raw(one["public"]) for one in house["keys"]}
    public = held.get(told["k"])
    if public is None or kid(public).hex() != told["k"]:
        raise Impossible("the page does not hold the key that the address names")
    return Opened(launch, screen, _raw(told["c"]), _raw(house["deployment"]), public)


def _told(address: str) -> dict[str, str]:
    """Return what the key says to the page."""
    return {name: one[0] for name, one in parse_qs(urlsplit(address).query).items()}


async def _house_in(address: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(trust_env=False) as http:
            found = _BLOCK.search((await http.get(address)).text)
    except httpx.HTTPError as error:
        raise Impossible(f"the page does not open: {type(error).__name__}") from error
    if found is None:
        raise Impossible("behind the address there is no page")
    house: dict[str, Any] = json.loads(found[1])
    return house


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
