"""The people of a bench: who they are, who counts on whom, and who has fallen silent.

Nobody is remembered: everybody follows from their number, so a million cost no memory. Ids are
hashes and lie as scattered in an index as random ones. Everybody stands in a circle of ten, in
which each is watched over by the two who come after them. The terms are those of the template for
medium danger, so a missed promise asks the coordinator on duty and the near person.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from rules.events import OwnerTold, TimePassed
from rules.people import Part, PersonId, Role
from rules.promising import begin_promise
from rules.schedule import DailyAt, slots_at
from rules.templates import from_template
from rules.terms import Level, Terms
from rules.watch import Sort, Watch, WatchId
from rules.watching import decide
from storage.persons import (
    Address,
    BotId,
    Chat,
    ChatId,
    ContactLink,
    House,
    Member,
    OwnerLink,
    Person,
    Standing,
)

BOT = BotId(4242)
TOKEN = f"{BOT}:a-token-of-nobody-but-the-bench"
#: The graces of all who are due end together, on a Monday evening.
DEADLINE = datetime(2026, 3, 2, 21, tzinfo=UTC)
#: Everybody else promised something for the next day, at one of sixty times from 09:00 to 18:50.
MORNING = datetime(2026, 3, 3, 9, tzinfo=UTC)
TIMES = 60
STEP = timedelta(minutes=10)
CIRCLE = 10
COORDINATORS = 3

_AGREED = DEADLINE - timedelta(days=30)
_FIRST_CHAT = 1_000_000
_FIRST_OFFICE_CHAT = 900_000
_EVENING = time(20)


@dataclass(frozen=True)
class Crowd:
    """`size` people who are watched over (whole circles), `due` of whom have fallen silent.

    `alone`: on the first rung nobody but the near person is asked, so that no two of those who
    are due share a reader as long as a tenth of the crowd or less is due.
    """

    size: int
    due: int = 0
    alone: bool = False

    def __post_init__(self) -> None:
        if self.size < CIRCLE or self.size % CIRCLE or not 0 <= self.due <= self.size:
            raise ValueError("a crowd is whole circles of ten, and no more are due than there are")

    @property
    def circles(self) -> int:
        """How many circles there are."""
        return self.size // CIRCLE

    def is_due(self, number: int) -> bool:
        """Say whether this one has fallen silent: one of every circle, then a second of each."""
        return (number % CIRCLE) * self.circles + number // CIRCLE < self.due

    def person(self, number: int) -> Person:
        """Return one of those who are watched over, `number` from 0."""
        return Person(
            id=person_id(number),
            roles=frozenset({Role.DEFENDER, Role.CONTACT}),
            code=f"A{number + 1}",
            nick=f"Nick {number + 1}",
            standing=Standing.AGREED,
            level=Level.MEDIUM,
            agreed_at=_AGREED,
            contacts=(
                ContactLink(
                    person_id(_beside(number, 1)), "my neighbour", Part.NEAR, Standing.PROVEN
                ),
                ContactLink(
                    person_id(_beside(number, 2)), "my friend", Part.FRIEND, Standing.PROVEN
                ),
            ),
            owners=(
                OwnerLink(person_id(_beside(number, -1)), f"Nick {_beside(number, -1) + 1}"),
                OwnerLink(person_id(_beside(number, -2)), f"Nick {_beside(number, -2) + 1}"),
            ),
            chats=(Chat(address(number)),),
        )

    def watch(self, number: int) -> Watch:
        """Return the promise of one person: waiting for tomorrow, or at the end of its grace."""
        stood = self._silent if self.is_due(number) else self._waiting[number % TIMES]
        return replace(stood, id=WatchId(_id("watch", number)), owner=person_id(number))

    def due_numbers(self) -> list[int]:
        """Return who has fallen silent."""
        circles, places = self.circles, -(-self.due // self.circles)
        inside = (place + CIRCLE * one for place in range(places) for one in range(circles))
        return [number for number in inside if self.is_due(number)]

    def asked(self) -> list[int]:
        """Return the chats that hear first when those who are due are missed."""
        near = {address(_beside(number, 1)).chat for number in self.due_numbers()}
        office = [] if self.alone else [one.chats[0].address.chat for one in self.coordinators()]
        return sorted({*near, *office})

    def house(self) -> House:
        """Return the house with its coordinators, the first of whom is on duty."""
        members = tuple(
            Member(id=one.id, code=one.code, on_duty=place == 0)
            for place, one in enumerate(self.coordinators())
        )
        return House(members=members, next_defender=self.size + 1, next_coordinator=9)

    def coordinators(self) -> tuple[Person, ...]:
        """Return the coordinators."""
        return tuple(
            Person(
                id=PersonId(_id("coordinator", place)),
                roles=frozenset({Role.COORDINATOR}),
                code=f"B{place + 1}",
                standing=Standing.AGREED,
                agreed_at=_AGREED,
                chats=(Chat(Address(BOT, ChatId(_FIRST_OFFICE_CHAT + place))),),
            )
            for place in range(COORDINATORS)
        )

    @cached_property
    def _waiting(self) -> tuple[Watch, ...]:
        return tuple(
            begin_promise(_new(self._terms(place)), after=DEADLINE) for place in range(TIMES)
        )

    @cached_property
    def _silent(self) -> Watch:
        """Live through the evening as anybody does who promised 20:00 and says nothing."""
        terms = self._terms(0)
        slots = slots_at(time(9), _EVENING)
        evening = replace(terms, schedule=DailyAt(slots, "UTC"))
        watch = begin_promise(_new(evening), after=DEADLINE - timedelta(hours=6))
        while watch.wake_at is not None and watch.wake_at < DEADLINE:
            woken_at = watch.wake_at
            watch = decide(watch, TimePassed(woken_at)).watch
            watch = decide(watch, OwnerTold(woken_at)).watch
        return watch

    def _terms(self, place: int) -> Terms:
        at = (MORNING + place * STEP).time()
        terms = from_template(Level.MEDIUM, "UTC")
        first = terms.ladder[0]
        ladder = (replace(first, whom=first.whom[1:]), *terms.ladder[1:])
        return replace(
            terms,
            schedule=DailyAt(slots_at(at), "UTC"),
            ladder=ladder if self.alone else terms.ladder,
        )


def person_id(number: int) -> PersonId:
    """Return the id of one of those who are watched over."""
    return PersonId(_id("person", number))


def address(number: int) -> Address:
    """Return the chat of one of those who are watched over."""
    return Address(BOT, ChatId(_FIRST_CHAT + number))


def number_of(chat: int) -> int:
    """Return which of those who are watched over has this chat."""
    return chat - _FIRST_CHAT


def _new(terms: Terms) -> Watch:
    return Watch(
        id=WatchId(bytes(16)),
        owner=PersonId(bytes(16)),
        sort=Sort.ROUTINE,
        terms=terms,
        begun_at=_AGREED,
        practice_until=_AGREED + terms.practice,
        last_sign_at=DEADLINE - timedelta(hours=12),
    )


def _beside(number: int, places: int) -> int:
    """Return who stands so many places further in the same circle."""
    return number - number % CIRCLE + (number + places) % CIRCLE


def _id(kind: str, number: int) -> bytes:
    return hashlib.blake2b(number.to_bytes(8, "big"), digest_size=16, person=kind.encode()).digest()
