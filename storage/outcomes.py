"""What follows from what the courier learned: somebody was told, or cannot be reached any more.

Whoever is lost is lost for every alarm they were asked in, for their owners and for the roster, in
the transaction in which we learn it; whoever counts on them hears of it.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import DBAPIError

from rules.events import OwnerTold, OwnerUnreachable, Unreachable
from rules.events import Told as ToldEvent
from rules.life import terms_of
from rules.naming import duty
from rules.notices import Fact, Kind, Notice
from rules.people import PersonId, Role
from rules.quieting import hears_unasked
from storage.asked import asked_in
from storage.claims import Claimed, MovedTo, Outcome, Refused, Told, Why
from storage.deed import Happening, Helped, Lived
from storage.outgoing import write_notices
from storage.people import (
    address_in_use,
    keep_person,
    people_of,
    person_of,
    tell_owners_and_roster,
    with_chat,
)
from storage.persons import Address, ChatId
from storage.story import Story
from storage.transactions import Tx
from storage.versions import CompareAndSwapMissed

_REMINDING = frozenset({Kind.REMINDER, Kind.JOURNEY_LATE, Kind.OUTAGE_OVER})
#: Refusals that say something of the chat, and not of what we wanted to say there.
_LOST = frozenset({Why.BLOCKED, Why.DEACTIVATED, Why.NEVER_STARTED, Why.NOT_FOUND})

_log = logging.getLogger(__name__)


def note_outcomes(
    tx: Tx, settled: Sequence[tuple[Claimed, Outcome]], at: datetime
) -> frozenset[bytes]:
    """Write down what follows from each; return the ids of notices to be said again elsewhere.

    One that cannot be decided never stops the others: it is left out, and counted in the log.
    """
    try:
        return _in_savepoint(tx, lambda: _note(tx, settled, at))
    except Exception as error:
        if isinstance(error, DBAPIError | CompareAndSwapMissed):
            raise
        if len(settled) == 1:
            # The kind of fault and a random id; never what was to be said.
            id_, why = settled[0][0].id.hex(), type(error).__name__
            _log.error("outcome-not-noted id=%s why=%s", id_, why)
            return frozenset()
    return frozenset().union(*(note_outcomes(tx, [one], at) for one in settled))


def lose(story: Story, people: Iterable[PersonId]) -> None:
    """Let everything that counted on these people go on without them, and say that they are lost.

    Their chats, owners and the roster are written already.
    """
    for who in people:
        lost = person_of(story.tx, who)
        if lost is None:
            continue
        owners = [link.id for link in lost.owners]
        story.read({who, *owners})
        if Role.DEFENDER in lost.roles:
            story.tell(Lived(who, OwnerUnreachable(story.at)))
        go_on_without(story, [who])
        for owner in owners:
            story.notices.extend(_contact_lost(story, owner, who))


def go_on_without(story: Story, people: Iterable[PersonId]) -> None:
    """Let every alarm that asks one of these people now, or is held by one, go on at once."""
    for who in people:
        lost = person_of(story.tx, who)
        if lost is None:
            continue
        counting = [
            alarm
            for alarm in asked_in(story.tx, lost)
            if who in alarm.asked_now or who == alarm.holder
        ]
        story.read({alarm.subject for alarm in counting})
        for alarm in counting:
            story.tell(Helped(alarm.id, Unreachable(story.at, who)))


def _in_savepoint(tx: Tx, work: Callable[[], frozenset[bytes]]) -> frozenset[bytes]:
    statement = tx.connection.exec_driver_sql
    statement("SAVEPOINT outcomes")
    try:
        again = work()
    except Exception:
        statement("ROLLBACK TO SAVEPOINT outcomes")
        raise
    statement("RELEASE SAVEPOINT outcomes")
    return again


def _note(tx: Tx, settled: Sequence[tuple[Claimed, Outcome]], at: datetime) -> frozenset[bytes]:
    again: set[bytes] = set()
    turned: list[PersonId] = []
    happenings: list[Happening] = []
    for claimed, outcome in settled:
        match outcome:
            case Told(told_at):
                happenings.extend(_told(tx, claimed, told_at))
            case Refused(why):
                if _is_said_elsewhere(tx, claimed, why, turned):
                    again.add(claimed.id)
                else:
                    happenings.extend(_untold(claimed, why, at))
            case MovedTo(chat):
                if _move(tx, claimed, chat):
                    again.add(claimed.id)
            case _:
                pass  # to be tried again: nothing has happened to anybody yet
    for who in turned:
        tell_owners_and_roster(tx, who)
    if happenings or turned:
        story = Story(tx, at)
        story.read(story.people_in(happenings))
        for happening in happenings:
            story.tell(happening)
        lose(story, turned)
        story.write()
        write_notices(tx, story.notices, (), (), at, chat_kept=story.chat_kept())
    return frozenset(again)


def _told(tx: Tx, claimed: Claimed, at: datetime) -> list[Happening]:
    notice = claimed.act
    # A sheet says nothing of what is the matter: whoever has it alone has not been told.
    if not isinstance(notice, Notice) or notice.kind is Kind.SHEET:
        return []
    if notice.alarm is not None:
        return [Helped(notice.alarm, ToldEvent(at, notice.to))]
    if notice.kind not in _REMINDING:
        return []
    return [Lived(notice.to, OwnerTold(min(at, tx.at_telegram)))]


def _untold(claimed: Claimed, why: Why, at: datetime) -> list[Happening]:
    notice = claimed.act
    if not isinstance(notice, Notice) or notice.alarm is None:
        return []
    if notice.kind is Kind.SHEET and why not in _LOST:
        # A document that cannot be sent says nothing of whoever should have read it.
        return []
    # What Telegram refuses to say does not mean that the person is lost: the ladder goes on, and
    # they are asked again when it comes round.
    return [Helped(notice.alarm, Unreachable(at, notice.to, declined=why not in _LOST))]


def _is_said_elsewhere(tx: Tx, claimed: Claimed, why: Why, turned: list[PersonId]) -> bool:
    """Write down that a chat is lost; say whether its person has another one for a notice."""
    if why not in _LOST or claimed.reader is None or claimed.to is None:
        return False
    known = people_of(tx, [claimed.reader], locked=True).get(claimed.reader)
    if known is None:
        return False
    left = with_chat(known.person, claimed.to, reachable=False)
    if left != known.person:
        keep_person(tx, left)
        if address_in_use(left) is None:
            turned.append(left.id)
    return isinstance(claimed.act, Notice) and address_in_use(left) is not None


def _move(tx: Tx, claimed: Claimed, chat: ChatId) -> bool:
    """Follow a chat that has another id now; say whether what was to be said can be said there."""
    if claimed.reader is None or claimed.to is None:
        return False
    known = people_of(tx, [claimed.reader], locked=True).get(claimed.reader)
    if known is None:
        return False
    moved = Address(claimed.to.bot, chat)
    chats = tuple(
        replace(one, address=moved) if one.address == claimed.to else one
        for one in known.person.chats
    )
    if chats != known.person.chats:
        keep_person(tx, replace(known.person, chats=chats))
    return isinstance(claimed.act, Notice)


def _contact_lost(story: Story, owner: PersonId, contact: PersonId) -> list[Notice]:
    """Return message 18, for the owner and for the coordinator who stands in meanwhile."""
    life = story.life(owner)
    if life is None:
        return []
    hers = (owner,) if hears_unasked(life.watches, life.alarms) else ()
    readers = [*hers, *duty(owner, life.roster, terms_of(life).never_tell)]
    facts: dict[str, Fact] = {"subject": owner, "contact": contact}
    return [Notice(one, Kind.CONTACT_UNREACHABLE, facts) for one in readers]
