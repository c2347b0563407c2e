"""The page on somebody's phone, played: it knows what a phone knows, and seals as the page does.

The key under the chat names a challenge and a public key; the house's own data stand in the page
behind it. Nothing else is looked at.
"""

import base64
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import httpx

from sealing.agefile import SealedForOthersError, open_file, seal_file
from sealing.checkin import SIZES, seal_envelope
from sealing.dossier import NoDossierError
from sealing.epochs import kid, public_bytes
from sealing.recipients import read_identity, read_recipient, write_identity
from simulator.opened import Launch
from simulator.people import Impossible, Person

_BLOCK = re.compile(r'<script type="application/json" id="house">([^<]*)</script>')
#: What the page sends in the longer of its two sizes, however much of it is filled.
_LONG = frozenset({"codes", "part", "key"})
#: Under which the page keeps a reader's own key in the phone's secure store.
_OWN_KEY = "o"
_SEED_SIZE = 32
_SHEET_SIZE = 2048  #: bytes up to which the page fills a short sheet


@dataclass(frozen=True, slots=True)
class Opened:
    """The page as somebody has it before them."""

    launch: Launch
    screen: str  #: the letter by which the address names it
    challenge: bytes
    deployment: bytes
    public: bytes
    post: str | None  #: where a form may be sent
    readers: Mapping[str, str]  #: whom the page names, and the keys a sheet is locked to

    async def sends(self, kind: str, **fields: object) -> None:
        """Seal one content and hand it over, which closes the page."""
        content = json.dumps({"v": 1, "t": kind, **fields}, ensure_ascii=False).encode()
        if kind in _LONG:
            # As long as the page makes it: its size must not tell one code from another.
            content = content.ljust(SIZES[0])
        sealed = seal_envelope(self.public, self.deployment, self.challenge, content)
        await self.launch.sends(sealed)

    async def makes_a_key(self) -> None:
        """Make a reader's own key, keep it on the phone, and hand its open half over."""
        seed = os.urandom(_SEED_SIZE)
        await self.launch.keeps("secure", _OWN_KEY, write_identity(seed))
        await self.sends("key", recipient=_text(public_bytes(seed)))

    async def posts_a_sheet(self, words: str) -> None:
        """Lock a sheet to everybody whom the page names, and send it by the page's own form."""
        if self.post is None or not self.readers:
            raise Impossible("this page takes no sheet")
        filled = words.encode().ljust(_SHEET_SIZE)
        file = seal_file(filled, [read_recipient(one) for one in self.readers.values()])
        form = {"c": _text(self.challenge), "sheet": _text(file)}
        address = urljoin(self.launch.url, self.post)
        async with httpx.AsyncClient(trust_env=False) as http:
            (await http.post(address, data=form)).raise_for_status()
        await self.launch.closes()


async def read_sheet(person: Person) -> str:
    """Open the newest file in somebody's chat with the key that their phone keeps.

    Raises Impossible where there is no such file or key, or the one does not open the other.
    """
    whose = {"bot": person.bot, "person": person.id}
    kept = await person.stand.ask("storage", **whose)
    keys = [one[_OWN_KEY] for name, one in kept.items() if name.startswith("secure ")]
    files = [
        one.more["document"] for one in (await person.sees()).from_bot if "document" in one.more
    ]
    if not keys or not files:
        raise Impossible(f"{person.first_name} has {len(files)} files and {len(keys)} keys")
    address, asked = f"{person.stand.url}/control/file", {"file_id": files[-1]["file_id"]}
    async with httpx.AsyncClient(trust_env=False) as http:
        found = await http.get(address, params={"bot": str(person.bot), **asked})
    try:
        return open_file(found.content, read_identity(keys[0])).decode().rstrip()
    except (NoDossierError, SealedForOthersError) as error:
        raise Impossible(f"{person.first_name} cannot open it: {type(error).__name__}") from error


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
    return Opened(
        launch,
        screen,
        challenge=_raw(told["c"]),
        deployment=_raw(house["deployment"]),
        public=public,
        post=house["post"],
        readers={one["name"]: one["recipient"] for one in house["recipients"]},
    )


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


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
