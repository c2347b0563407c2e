"""The one door through which a promise, an alarm or a person changes: read, decide, write, at once.

What follows from one update is written whole or not at all, together with the diary and with all
that must be said because of it. Nobody speaks before the commit.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never

from rules.notices import Notice
from rules.people import PersonId
from storage.cards import drop_cards, make_cards, use_card
from storage.credentials import keep_credentials
from storage.deed import (
    Change,
    Deed,
    DropCards,
    DropKey,
    EndTalk,
    Forget,
    Helped,
    Invite,
    KeepCredentials,
    KeepDossier,
    KeepHouse,
    KeepKey,
    KeepPart,
    KeepPerson,
    MakeCards,
    OpenWatch,
    ProveKey,
    RestoreDossier,
    Talk,
    TryKey,
    UseCard,
    UseUp,
    WithdrawDossier,
)
from storage.dossier_files import keep_dossier, restore_dossier, withdraw_dossier
from storage.dossier_parts import drop_parts, keep_part
from storage.house import house_of, keep_house
from storage.keeping import open_a_watch
from storage.keyholders import asked_contacts, drop_key, holds_key, keep_key
from storage.outcomes import go_on_without, lose
from storage.outgoing import write_notices
from storage.people import address_in_use, keep_person, people_of, tell_owners_and_roster
from storage.persons import Person, Standing
from storage.reading import Reader
from storage.sealing_anew import ask_anew
from storage.story import Story
from storage.sweeping import Stuck, Swept, What, next_wake, sweep, undecidable
from storage.talks import end_talk, invite, talk, use_up
from storage.transactions import Tx
from storage.trials import prove_key, trials_due, try_anew, try_key
from storage.writing import Writer

_log = logging.getLogger(__name__)


def write_deed(tx: Tx, deed: Deed, at: datetime) -> None:
    """Write all that follows from one update. Raises CompareAndSwapMissed: decide it again.

    Events for somebody or something that is no longer kept are ignored.
    """
    turned = _apply(tx, deed.changes, at)
    story = Story(tx, at)
    story.read(story.people_in(deed.happenings))
    notes = dict(deed.notes)
    for happening in deed.happenings:
        if isinstance(happening, Helped):
            story.tell(happening, happening.reason)
        else:
            story.tell(happening, notes.pop(happening.person, ""))
    lose(story, turned.lost)
    go_on_without(story, turned.left)
    story.write()
    # Only now: whether she may be asked depends on what has just become of her promises.
    gone = None if holds_key(tx, turned.parted) else turned.rekeyed
    anew = ask_anew(tx, at, gone) if gone is None or gone else ()
    write_notices(
        tx,
        (*story.notices, *(one for one in deed.notices if one not in story.notices), *anew),
        deed.replies,
        deed.unsays,
        at,
        chat_kept=story.chat_kept(),
    )
    if story.ignored:
        _log.info("event-for-nobody count=%d", story.ignored)


@dataclass(slots=True)
class _Turned:
    """Who can be reached, or is here at all, otherwise than before."""

    lost: list[PersonId] = field(default_factory=list)
    left: list[PersonId] = field(default_factory=list)
    found: list[PersonId] = field(default_factory=list)
    parted: set[PersonId] = field(default_factory=set)  #: with whom somebody has nothing to do now
    #: Whose key was dropped, or has another in its place.
    rekeyed: set[PersonId] = field(default_factory=set)


def _apply(tx: Tx, changes: Iterable[Change], at: datetime) -> _Turned:
    """Write what was changed by hand, in its order, then tell those who count on somebody."""
    turned = _Turned()
    for change in changes:
        match change:
            case KeepPerson(person):
                _keep(tx, person, turned)
            case KeepCredentials(credentials):
                keep_credentials(tx, credentials)
            case MakeCards(person_id, batch, genuine, forced):
                make_cards(tx, person_id, batch, genuine, forced, at)
            case UseCard(card):
                use_card(tx, card)
            case DropCards(person_id, but):
                drop_cards(tx, person_id, but)
            case KeepKey(key):
                keep_key(tx, key)
                if key.version:
                    turned.rekeyed.add(key.person)
            case DropKey(person_id):
                drop_key(tx, person_id)
                turned.rekeyed.add(person_id)
            case ProveKey(person_id, asked_at, proven_at):
                prove_key(tx, person_id, asked_at, proven_at)
            case TryKey(person_id, asked_at):
                try_anew(tx, person_id, asked_at)
            case KeepPart(person_id, part, sent):
                keep_part(tx, person_id, part, sent)
            case KeepDossier(person_id, section, file, sent, parts, seized):
                keep_dossier(tx, person_id, section, file, sent, seized=seized)
                if parts is not None:
                    drop_parts(tx, person_id, parts, sent)
            case WithdrawDossier(person_id, asked):
                withdraw_dossier(tx, person_id, asked)
            case RestoreDossier(person_id):
                restore_dossier(tx, person_id, at)
            case KeepHouse(house):
                before = {one.id for one in house_of(tx).members}
                keep_house(tx, house)
                turned.parted |= before - {one.id for one in house.members}
            case Invite(invitation):
                invite(tx, invitation)
            case UseUp(invitation):
                use_up(tx, invitation)
            case OpenWatch(watch):
                owner = people_of(tx, [watch.owner], locked=True).get(watch.owner)
                if owner is not None:
                    open_a_watch(tx, owner.subject, watch)
            case Talk(dialogue):
                talk(tx, dialogue)
            case EndTalk(address):
                end_talk(tx, address)
            case Forget(person_id):
                # The house forgets them soon after; from now on they are asked nothing.
                leaver = people_of(tx, [person_id], locked=True).get(person_id)
                if leaver is not None:
                    _keep(tx, replace(leaver.person, standing=Standing.LEFT), turned)
            case _:  # pragma: no cover - mypy proves that there is no other
                assert_never(change)
    # Last, so that it overtakes no version that the deed itself was decided on.
    for person_id in (*turned.lost, *turned.left, *turned.found):
        tell_owners_and_roster(tx, person_id)
    return turned


def _keep(tx: Tx, person: Person, turned: _Turned) -> None:
    before = keep_person(tx, person)
    if before is None or before == person:
        return
    turned.parted |= asked_contacts(before) - asked_contacts(person)
    was_lost, is_lost = address_in_use(before) is None, address_in_use(person) is None
    if person.standing is Standing.LEFT and before.standing is not Standing.LEFT:
        turned.left.append(person.id)
        turned.parted.add(person.id)
    elif is_lost is not was_lost:
        (turned.lost if is_lost else turned.found).append(person.id)


@dataclass(frozen=True, slots=True)
class Journal:
    """The door for what does not come from the inbox: time, and what the house does by itself."""

    writer: Writer
    reader: Reader
    clock: Callable[[], datetime]

    async def record(self, deed: Deed) -> None:
        """Write all that follows from something. Raises CompareAndSwapMissed: decide it again."""
        at = self.clock()
        await self.writer.do(lambda tx: write_deed(tx, deed, at), kind="effect")

    async def sweep_watches(
        self, heard: datetime, limit: int = 200, *, deaf_from: datetime | None = None
    ) -> Swept:
        """Let heard time pass for the promises that wake by `heard`, the earliest first.

        `deaf_from`: from then until `heard` we could not hear; whose time fell into it is told so.
        """
        return await self._sweep("watches", heard, limit, deaf_from)

    async def sweep_deaf(self, now: datetime, limit: int = 200) -> Swept:
        """Let unheard time pass for the promises that must not wait for it any longer."""
        return await self._sweep("deaf", now, limit)

    async def sweep_alarms(self, at: datetime, limit: int = 200) -> Swept:
        """Let time pass for the alarms that wake by `at`, the earliest first."""
        return await self._sweep("alarms", at, limit)

    async def ask_anew(self) -> int:
        """Ask those whose dossier is to be sealed anew, as far as they may be asked; how many."""
        return await self._say(ask_anew)

    async def trials_due(self) -> tuple[PersonId, ...]:
        """Return about whose key something is to be done: a trial, or a word to the office."""
        at = self.clock()
        return await self.reader.ask(lambda look: trials_due(look, at))

    async def try_key(self, who: PersonId) -> int:
        """Do that for one of them, as far as it may be done now; return how much is said."""
        return await self._say(lambda tx, at: try_key(tx, who, at))

    async def next_wake(self) -> datetime | None:
        """Return when the next promise or alarm wakes; it may have passed already."""
        return await self.reader.ask(next_wake)

    async def undecidable(self, now: datetime) -> tuple[Stuck, ...]:
        """Return the rows that could not be decided for ten minutes; the operator must look."""
        return await self.reader.ask(lambda look: undecidable(look, now))

    async def _say(self, decide: Callable[[Tx, datetime], tuple[Notice, ...]]) -> int:
        """Write what is decided by the house itself; return how much is to be said."""
        at = self.clock()

        def job(tx: Tx) -> int:
            notices = decide(tx, at)
            write_notices(tx, notices, (), (), at)
            return len(notices)

        return await self.writer.do(job, kind="housekeeping")

    async def _sweep(
        self, what: What, at: datetime, limit: int, deaf_from: datetime | None = None
    ) -> Swept:
        now = self.clock()
        return await self.writer.do(
            lambda tx: sweep(tx, what, at, now, limit, deaf_from), kind="sweep"
        )
