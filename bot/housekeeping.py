"""What the house does by itself now and then: erases, signs, follows its keys, tests who is asked.

Each piece of work may be done twice or late and does no harm; what fails is tried the next time.
"""

import asyncio
import logging
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from bot.epochs import turn_epochs
from bot.hold import Hold
from handlers.context import say
from handlers.promise import may_hear_unasked
from handlers.sounding import is_due, sound
from rules.people import Role
from rules.templates import TEMPLATES
from sealing.key import KeyTroubleError
from sealing.keyring import Keyring
from storage.deed import Reply
from storage.expiring import erase_expired
from storage.keychain import Keychain
from storage.opening import Storage
from storage.persons import Person
from storage.versions import CompareAndSwapMissed

log = logging.getLogger(__name__)

#: Backups that are older than this are to be gone (docs/operating.md).
BACKUPS_KEPT = timedelta(days=30)
#: Testing looks at everybody; beyond this many it would cost more than it is worth in one go.
_MOST_SOUNDED = 20_000
_RECEIPT_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  #: none that is read as another


class Housekeeping:
    """The work that nobody waits for."""

    def __init__(
        self,
        storage: Storage,
        keychain: Keychain,
        holds: Iterable[Hold],
        *,
        sure: Callable[[], bool] = lambda: True,
    ) -> None:
        """`sure`: says whether another clock agrees with ours, before a key is destroyed by it."""
        self._storage = storage
        self._keychain = keychain
        self._holds = tuple(holds)
        self._sure = sure

    async def each_hour(self) -> None:
        """Erase what is over, ask for sheets anew, sign, forget, test contacts and keys."""
        now = self._storage.clock()
        self.turn_epochs()
        updates = await self._storage.inbox.housekeep(now)
        expire = partial(erase_expired, now=now)
        expired = await self._storage.writer.do(expire, kind="housekeeping")
        anew = await self._storage.journal.ask_anew()
        signed = await self._storage.heads.sign()
        counts = {"updates": updates, "expired": expired, "anew": anew, "signed": signed}
        log.info("housekeeping.done", extra=counts)
        await self.forget()
        await self.sound_out()
        await self.try_keys()

    def turn_epochs(self) -> None:
        """Make the keys to which phones seal, and destroy those whose time is over."""
        try:
            now, sure = self._storage.clock(), self._sure()
            turned = turn_epochs(self._keychain, self._storage.keys, now, sure=sure)
        except KeyTroubleError as error:
            # The house lives on with the keys it has; whoever looks it over is told of it.
            log.critical("epochs.stand_still", extra={"kind": type(error).__name__})
            return
        if turned.anew:
            # Whoever put a copy back reads it here: what was sealed before is asked for once more.
            log.warning("epochs.made_anew", extra={"made": len(turned.made)})
        elif turned.made or turned.destroyed:
            counts = {"made": len(turned.made), "destroyed": len(turned.destroyed)}
            log.info("epochs.turned", extra=counts)

    async def follow_keys(self) -> None:
        """Go on with the keyring as another process has left it."""
        try:
            if self._storage.keys.keyring.still_stands(self._keychain.path):
                return
            path, unlock = self._keychain.path, self._keychain.unlock
            self._storage.keys.follow(await asyncio.to_thread(Keyring.open, path, unlock))
        except KeyTroubleError as error:
            # What we hold in memory goes on; the file must be mended before the next start.
            log.critical("keys.lost", extra={"kind": type(error).__name__})
        else:
            log.info("keys.followed")

    async def forget(self) -> int:
        """Forget those who have left; return how many are gone."""
        forgetting = self._storage.forgetting
        left = await forgetting.waiting()
        if not left and not forgetting.is_unfinished:
            return 0
        ours = [await hold.fence() for hold in self._holds]
        done = await forgetting.forget(left, self._keychain, ours=ours, farewell=farewell)
        counts = {"gone": len(done.gone), "refused": len(done.refused)}
        log.info("housekeeping.forgot", extra=counts)
        return len(done.gone)

    async def try_keys(self) -> int:
        """Let whoever holds a key show that it still opens; return how much is said for that."""
        said = 0
        for who in await self._storage.journal.trials_due():
            try:
                said += await self._storage.journal.try_key(who)
            except Exception:
                # One whom nobody can ask keeps no other from being asked.
                log.exception("housekeeping.key_not_tried", extra={"person": who.hex()})
        return said

    async def sound_out(self) -> int:
        """Send the sounding test to every contact at whose worst hour it is; return how many."""
        now, readings = self._storage.clock(), self._storage.readings
        if (await readings.counts()).people > _MOST_SOUNDED:
            log.info("housekeeping.too_many_to_sound")
            return 0
        sounded = 0
        board = await readings.board()
        every = {line.id: TEMPLATES[line.level].drill_every for line in board.lines}
        seen: set[bytes] = set()
        for line in board.lines:
            owner = await readings.person(line.id)
            for link in owner.contacts if owner is not None else ():
                contact = await readings.person(link.id)
                if link.id in seen or contact is None:
                    continue
                seen.add(link.id)
                often = min(every.get(one.id, every[line.id]) for one in contact.owners or (link,))
                if is_due(contact, often, now):
                    sounded += await self._sound(contact, now)
        return sounded

    async def _sound(self, contact: Person, now: datetime) -> bool:
        owners = [await self._storage.readings.life(one.id) for one in contact.owners]
        quiet = {one.person for one in owners if one is not None and not may_hear_unasked(one)}
        try:
            await self._storage.journal.record(sound(contact, now, quiet=quiet))
        except CompareAndSwapMissed:
            return False  # they are just saying something; the next time then
        return True


def farewell(person: Person, now: datetime) -> Reply | None:
    """Return the last words to somebody who sent notes: what is erased, and what is not."""
    chat = next((one.address for one in person.chats if one.reachable), None)
    if chat is None or Role.DEFENDER not in person.roles:
        return None
    receipt = "".join(secrets.choice(_RECEIPT_SIGNS) for _ in range(4))
    until = now + BACKUPS_KEPT
    words = say("erased", at=now, until=until, receipt=receipt)
    return Reply(to=chat, words=(words,), language=person.language)
