"""Makes the page on which phones seal: the bundle as it is committed, and this house's own data.

The data stand in a block outside everything that is hashed, so that anybody can compare the bundle
with the one that was reviewed, whatever house it is served by (DECISIONS.md, 21).
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import resources

from sealing.epochs import destroyed_at, epoch_at, kid, public_bytes, starts
from sealing.keyring import Purpose
from storage.dossiers import HeldKey
from storage.keys import Keys
from storage.proofs import deployment

_BLOCK = re.compile(rb'(<script type="application/json" id="house">)([^<]*)(</script>)')

_EMPTY = (b"", b"{}")

#: To whom a sheet may be sealed: each a `name` and a `recipient` as age writes it.
Recipients = tuple[Mapping[str, str], ...]


class PageMissing(Exception):
    """The page is not part of this installation: install Vigil whole, or run make miniapp."""


class PageMisshapen(Exception):
    """The page has no empty place for this house's keys: run make miniapp, or install anew."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key that the page seals to when a button names it."""

    epoch: int
    kid: str  #: eight hex digits
    public: bytes
    used_until: datetime  #: from then on buttons name the next one
    destroyed_at: datetime  #: from then on nothing opens what was sealed to it


@dataclass(frozen=True, slots=True)
class Page:
    """The page as phones get it."""

    body: bytes
    bundle: str  #: SHA-256 of the bundle as it is committed, in hex
    data: str  #: SHA-256 of what stands in the data block, in hex
    named: str  #: SHA-256 of whom a sheet may be sealed to, in hex
    keys: tuple[PageKey, ...]
    good_until: datetime  #: from then on buttons name a key that it does not hold

    @property
    def whole(self) -> str:
        """SHA-256 of the page as it is handed out, in hex."""
        return hashlib.sha256(self.body).hexdigest()


def read_bundle() -> bytes:
    """Return the bundle as it is committed. Raises PageMissing."""
    try:
        return (resources.files("miniapp") / "page.html").read_bytes()
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise PageMissing from error


def make_page(
    bundle: bytes,
    keys: Keys,
    now: datetime,
    *,
    post: str | None = None,
    recipients: Recipients = (),
) -> Page:
    """Return the page as it is at `now`, aware; the same for whoever makes it.

    `post`: where a form may be sent, on the page's own host. Raises PageMisshapen.
    """
    blocks = _BLOCK.findall(bundle)
    if len(blocks) != 1 or blocks[0][1].strip() not in _EMPTY:
        raise PageMisshapen
    held = keys_at(keys, now)
    block = _written(
        {
            "deployment": _base64url(deployment(keys)),
            "keys": [
                {
                    "kid": one.kid,
                    "public": _base64url(one.public),
                    "until": f"{one.destroyed_at:%Y-%m-%dT%H:%M:%SZ}",
                }
                for one in held
            ],
            "post": post,
            "recipients": [dict(one) for one in recipients],
        }
    )
    return Page(
        body=_BLOCK.sub(lambda found: found[1] + block + found[3], bundle),
        bundle=hashlib.sha256(bundle).hexdigest(),
        data=hashlib.sha256(block).hexdigest(),
        named=sum_of(recipients),
        keys=held,
        good_until=_good_until(keys, now),
    )


def recipients_in(office: Iterable[HeldKey], hers: Iterable[HeldKey] = ()) -> Recipients:
    """Return keys as the page names them: the office by its codes, her people by first letters.

    Whoever sees the address of her page could ask for it too: no nick of hers stands in it, and
    their letters tell her two people apart whose names begin alike.
    """
    return tuple(
        {"name": name, "recipient": one.recipient}
        for name, one in (
            *((one.code_or_nick, one) for one in office),
            *((f"{one.code_or_nick[:1].upper()}.", one) for one in hers),
        )
    )


def sum_of(recipients: Recipients) -> str:
    """Return the SHA-256 of whom a sheet may be sealed to, in hex."""
    return hashlib.sha256(_written([dict(one) for one in recipients])).hexdigest()


def keys_at(keys: Keys, now: datetime) -> tuple[PageKey, ...]:
    """Return the keys that a page of `now` carries, the oldest first.

    The one before the present is among them while it opens: a button of yesterday still names it.
    """
    found = []
    for epoch, seed in sorted(keys.held(Purpose.EPOCHS).items()):
        if epoch <= epoch_at(now) + 1 and now < destroyed_at(epoch):
            public = public_bytes(seed)
            name = kid(public).hex()
            found.append(PageKey(epoch, name, public, starts(epoch + 1), destroyed_at(epoch)))
    return tuple(found)


def _good_until(keys: Keys, now: datetime) -> datetime:
    epoch = epoch_at(now)
    while epoch <= epoch_at(now) + 1 and epoch in keys.held(Purpose.EPOCHS):
        epoch += 1
    return starts(epoch)


def _written(block: object) -> bytes:
    text = json.dumps(block, separators=(",", ":"), sort_keys=True)
    # Nothing in it may look like the end of the block.
    return text.replace("<", "\\u003c").encode("ascii")


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode("ascii").rstrip("=")
