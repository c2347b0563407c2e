"""Takes what a page posts: sheets that were sealed on a phone, for whoever holds its challenge.

Whoever asks, and whatever they send, the answer is the same small page; what came of it is said in
the chat alone. It is given when all is committed; while we can take nothing from anybody, nobody
is told that it was received. No visit is written down.
"""

import asyncio
import hashlib
import html
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.form import KIND, LONGEST_BODY, Posted, read_form
from handlers.words import RIGHT_TO_LEFT, Speech, languages
from rules.people import PersonId
from storage.deed import Deed, KeepCredentials
from storage.opening import Storage
from storage.versions import CompareAndSwapMissed

log = logging.getLogger(__name__)

#: Returns what follows from these sheets of somebody's, by section.
Follows = Callable[[PersonId, Mapping[int, bytes], datetime], Awaitable[Deed]]

_AT_ONCE = 16  #: bodies that are read at the same time: so much memory may strangers take
_WAITING = 48  #: more may wait for that; all other lines are for whoever asks for the page
_PATIENCE = 180.0  #: seconds in which one must be here, over the worst of lines
_ATTEMPTS = 5
_LONGEST_LENGTH = 9  #: digits; whoever names a longer one has more than we read

_HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    '<meta name="viewport" content="width=device-width"><title>…</title>'
)


class Inlet:
    """Reads forms within bounds, and lets those that are good have their effect."""

    def __init__(self, storage: Storage, follows: Follows, *, patience: float = _PATIENCE) -> None:
        """`patience`: seconds in which a form must be here, from its first byte to its last."""
        self._dossiers = storage.dossiers
        self._proofs = storage.proofs
        self._journal = storage.journal
        self._now = storage.clock
        self._follows = follows
        self._patience = patience
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._here = 0  #: bodies that are read or wait for it
        self._said: bytes | None = None  #: made when it is needed: it takes six languages

    async def answer(self, request: Request) -> Response:
        """Answer as ever, after what was good has been committed."""
        if not _may_be_read(request):
            return await self._received(closing=True)
        if self._here >= _AT_ONCE + _WAITING:
            return _not_now()
        self._here += 1
        try:
            return await self._in_turn(request)
        finally:
            self._here -= 1

    async def _in_turn(self, request: Request) -> Response:
        try:
            async with asyncio.timeout(self._patience):
                await self._turns.acquire()
        except TimeoutError:
            return _not_now()
        try:
            return await self._read(request)
        finally:
            self._turns.release()

    async def _read(self, request: Request) -> Response:
        body = bytearray()
        try:
            async with asyncio.timeout(self._patience):
                async for piece in request.stream():
                    body += piece
                    if len(body) > LONGEST_BODY:
                        return await self._received(closing=True)
        except (TimeoutError, ClientDisconnect):
            return _not_now()
        posted = read_form(bytes(body))
        if posted is not None:
            await self._take(posted, hashlib.sha256(body).digest())
        return await self._received()

    async def _received(self, *, closing: bool = False) -> Response:
        """Return the usual answer; `closing`: what was not read still stands in the line."""
        if self._said is None:
            self._said = await asyncio.to_thread(_for_everybody, self._now())
        headers = {"Connection": "close"} if closing else {}
        return Response(self._said, media_type="text/html", headers=headers)

    async def _take(self, posted: Posted, digest: bytes) -> None:
        """Let it have its effect, once. Raises what keeps it from being written down."""
        for left in reversed(range(_ATTEMPTS)):
            owner = await self._dossiers.behind_inlet(posted.challenge)
            held = await self._proofs.credentials(owner) if owner is not None else None
            if held is None or posted.challenge not in {one.value for one in held.challenges}:
                return
            deed = await self._follows(held.person, posted.sheets, self._now())
            used = KeepCredentials(held.used(posted.challenge, digest))
            try:
                await self._journal.record(replace(deed, changes=(*deed.changes, used)))
            except CompareAndSwapMissed:
                if not left:
                    raise
            else:
                log.info("inlet.taken", extra={"count": len(posted.sheets)})
                return


def _may_be_read(request: Request) -> bool:
    """Say whether it says of itself that it is a form, and no longer than one can be."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    length = request.headers.get("content-length", "0")
    if kind != KIND or not length.isdecimal() or len(length) > _LONGEST_LENGTH:
        return False
    return int(length) <= LONGEST_BODY


def _not_now() -> Response:
    """Say that it did not come to its end in time, or that there was no room for it until then."""
    return Response(status_code=503, headers={"Connection": "close"})


def _for_everybody(at: datetime) -> bytes:
    """Return the page that everybody gets, in every language: whose phone it is, nobody says."""
    lines = (
        f'<p lang="{one}" dir="{"rtl" if one in RIGHT_TO_LEFT else "ltr"}">'
        f"{html.escape(Speech(one, 'UTC', at).say('stranger-received'))}</p>"
        for one in languages()
    )
    return (_HEAD + "".join(lines)).encode()
