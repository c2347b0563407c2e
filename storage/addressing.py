"""Finds out where, in which language and with which names a letter is read, when it is claimed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import Row, bindparam, select

from rules.notices import Fact, Kind, Notice, Rank
from rules.people import PersonId
from rules.templates import TEMPLATES
from rules.terms import Level
from storage.bearers import is_wanted
from storage.claims import Act, Claimed, Fold, Name
from storage.deed import Reply, Unsay, Words
from storage.house import house_of
from storage.letters import Letter
from storage.moments import from_micros
from storage.people import address_in_use, people_of, person_behind
from storage.persons import Address, ContactLink, House, OwnerLink, Person
from storage.releasing import still_released
from storage.tables import people as people_table
from storage.transactions import Look
from storage.trials import still_tried

_KEPT = select(people_table.c.id).where(people_table.c.id.in_(bindparam("ids", expanding=True)))


class Nobody(Enum):
    """Why there is nobody to say it to."""

    FORGOTTEN = auto()  #: they are not kept any more, nor is what was to be said to them
    OVERTAKEN = auto()  #: there is nothing left that it should take the place of
    UNREADABLE = auto()  #: what is kept of them does not open; it is tried again later


@dataclass(frozen=True, slots=True)
class Opened:
    """A row of the outbox and the letter that was sealed in it."""

    row: Row[Any]
    letter: Letter


def addressed(look: Look, letters: Sequence[Opened], now: datetime) -> list[Claimed | Nobody]:
    """Return, for each letter, all that is needed to say it at `now`."""
    if not letters:
        return []
    readers = [_reader(look, one.letter.act) for one in letters]
    wanted = {reader for reader in readers if reader is not None}
    wanted.update(who for one in letters for who in _named(one.letter.act))
    people = {who: known.person for who, known in people_of(look, wanted).items()}
    missing = {reader for reader in readers if reader is not None} - people.keys()
    broken = _still_kept(look, missing)
    house = house_of(look)
    return [
        Nobody.UNREADABLE if reader in broken else _claimed(look, one, reader, people, house, now)
        for one, reader in zip(letters, readers, strict=True)
    ]


def _still_kept(look: Look, missing: Collection[PersonId]) -> frozenset[PersonId]:
    """Return those who are not forgotten, only unreadable: what is for them must not be lost."""
    if not missing:
        return frozenset()
    return frozenset(map(PersonId, look.connection.scalars(_KEPT, {"ids": list(missing)})))


def _claimed(
    look: Look,
    opened: Opened,
    reader: PersonId | None,
    people: Mapping[PersonId, Person],
    house: House,
    now: datetime,
) -> Claimed | Nobody:
    act, row = opened.letter.act, opened.row
    person = people.get(reader) if reader is not None else None
    to = _place_of(act)
    if to is None and person is None:
        return Nobody.FORGOTTEN
    if isinstance(act, Reply) and not is_wanted(look, act):
        return Nobody.OVERTAKEN
    if isinstance(act, Notice) and _is_over(look, act, people, now):
        return Nobody.OVERTAKEN
    if to is None and person is not None:
        to = address_in_use(person)
    # Whoever has no terms of their own keeps no more than somebody in the greatest danger.
    level = Level.HIGH if person is None else person.level
    return Claimed(
        id=row.id,
        rank=Rank(row.rank),
        tries=row.tries + 1,
        act=act,
        to=to,
        born_at=from_micros(row.born_at),
        reader=reader if person is not None else None,
        reader_roles=frozenset() if person is None else person.roles,
        language=_asked_language(act) or (house if person is None else person).language,
        zone=(house if person is None else person).zone,
        names={who: _name(who, people, person) for who in _named(act)},
        chat_kept=opened.letter.chat_kept or TEMPLATES[level].chat_kept,
    )


def _is_over(look: Look, notice: Notice, people: Mapping[PersonId, Person], now: datetime) -> bool:
    """Say whether what was to be said is not so any more.

    A phone counts no longer, or counts for longer, as in other hands; a dossier was withdrawn; a
    key was proven meanwhile.
    """
    if notice.kind is Kind.TRIAL:
        return not still_tried(look, notice, people[notice.to], now)
    if notice.kind is Kind.SHEET:
        return not still_released(look, notice, people[notice.to], now)
    about = notice.facts.get("subject")
    if notice.kind is not Kind.SEIZED_LAPSES or not isinstance(about, bytes):
        return False
    known = people.get(PersonId(about))
    until = notice.facts.get("until")
    return known is None or not any(one.seized_until == until for one in known.chats)


def _reader(look: Look, act: Act) -> PersonId | None:
    match act:
        case Notice(to=person):
            return person
        case Fold(to=chat) | Unsay(address=chat):
            return person_behind(look, chat)
        case Reply(to=Address() as chat):
            return person_behind(look, chat)
        case Reply(to=to):
            return None if isinstance(to, Address) else to


def _place_of(act: Act) -> Address | None:
    """Return the chat that an act itself names."""
    match act:
        case Reply(to=Address() as chat) | Fold(to=chat) | Unsay(address=chat):
            return chat
        case Notice() | Reply():
            return None


def _asked_language(act: Act) -> str | None:
    match act:
        case Reply(language=language) | Fold(language=language):
            return language
        case Notice() | Unsay():
            return None


def _named(act: Act) -> set[PersonId]:
    """Return everybody whom the words call by a name."""
    facts: list[Mapping[str, Fact]] = []
    match act:
        case Notice(facts=carried):
            facts = [carried]
        case Reply():
            facts = [words.args for words in _all_words(act)]
        case Fold(words=outer):
            facts = [words.args for words in outer]
        case Unsay():
            pass
    return {PersonId(fact) for one in facts for fact in one.values() if isinstance(fact, bytes)}


def _all_words(reply: Reply) -> list[Words]:
    labels = [button.label for line in reply.buttons for button in line]
    keys = [words for line in reply.keyboard or () for words in line]
    return [*reply.words, *labels, *keys]


def _name(who: PersonId, people: Mapping[PersonId, Person], reader: Person | None) -> Name:
    """Return what to call `who`: as the reader knows them, then as somebody named beside them."""
    person = people.get(who)
    others = [one for one in people.values() if one is not reader]
    known = (link.nick for one in (reader, *others) if one for link in _links(one, who))
    nick = next(known, person.nick if person else "")
    return Name(person.code if person else "", nick)


def _links(person: Person, who: PersonId) -> list[ContactLink | OwnerLink]:
    links: list[ContactLink | OwnerLink] = [*person.contacts, *person.owners]
    return [link for link in links if link.id == who]
