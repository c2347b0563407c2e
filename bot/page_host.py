"""Has the page ready for phones as it is now; it changes with keys, people and the calendar."""

import asyncio
import gzip
import logging
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from bot.form import read_challenge
from bot.page import Page, Recipients, make_page, recipients_in
from handlers.keys import SCREEN_DOSSIER
from sealing.epochs import epoch_at
from sealing.keyring import Keyring
from storage.opening import Storage

log = logging.getLogger(__name__)

#: Seconds in which the database must say whom the page names: a phone waits for it.
_PATIENCE = 10.0
_ASKING = 4  #: visits that ask the database at once; its threads are there for alarms as well


class PageHost:
    """Makes the page when something has changed, and hands it out."""

    def __init__(self, bundle: bytes, storage: Storage, *, post: str | None = None) -> None:
        """`post`: the path at which forms are taken. Raises PageMisshapen."""
        self._bundle = bundle
        self._keys = storage.keys
        self._dossiers = storage.dossiers
        self._now = storage.clock
        self._post = post
        self._turns = asyncio.Semaphore(_ASKING)
        # A bundle that has no place for our keys shows now, not to the first phone.
        self._made = self._make(())

    async def page(self) -> Page:
        """Return the page of now as anybody gets it."""
        return (await self._latest()).page

    async def answer(self, request: Request) -> Response:
        """Answer with the page; to whom she may seal stands in it for her alone."""
        asked = request.query_params
        challenge = read_challenge(asked.get("c", "")) if asked.get("m") == SCREEN_DOSSIER else None
        made = await self._latest()
        if challenge is not None:
            hers = await self._ask(challenge)
            made = made if hers == made.recipients else self._make(hers)
        headers = {"Vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(made.page.body, media_type="text/html", headers=headers)
        headers["Content-Encoding"] = "gzip"
        small = await asyncio.to_thread(made.small)
        return Response(small, media_type="text/html", headers=headers)

    async def _latest(self) -> "_Made":
        try:
            recipients = await self._ask(None)
        except Exception:
            # A note can be sealed, and wait at Telegram, while our database is away.
            log.exception("page.people_unread")
            recipients = self._made.recipients
        if not self._made.still_is(self._keys.keyring, epoch_at(self._now()), recipients):
            self._made = self._make(recipients)
        return self._made

    async def _ask(self, challenge: bytes | None) -> Recipients:
        """Return to whom a sheet may be sealed by whoever holds this challenge; None: anybody."""
        async with asyncio.timeout(_PATIENCE), self._turns:
            owner = None if challenge is None else await self._dossiers.behind_inlet(challenge)
            office = await self._dossiers.office_keys()
            if owner is None:
                return recipients_in(office)
            known = {one.person for one in office}
            hers = await self._dossiers.keys_for(owner)
            return recipients_in(office, (one for one in hers if one.person not in known))

    def _make(self, recipients: Recipients) -> "_Made":
        now = self._now()
        page = make_page(self._bundle, self._keys, now, post=self._post, recipients=recipients)
        return _Made(self._keys.keyring, epoch_at(now), recipients, page)


@dataclass(slots=True)
class _Made:
    keyring: Keyring
    epoch: int
    recipients: Recipients
    page: Page
    _small: bytes | None = None

    def still_is(self, keyring: Keyring, epoch: int, recipients: Recipients) -> bool:
        return (self.keyring, self.epoch, self.recipients) == (keyring, epoch, recipients)

    def small(self) -> bytes:
        """Compress the body: phones are asked to load it over the worst of lines."""
        if self._small is None:
            self._small = gzip.compress(self.page.body, mtime=0)
        return self._small
