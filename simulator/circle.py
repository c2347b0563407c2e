"""Acts what people do in a group over the control road: for tests, the demo and the bench."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from simulator.people import Person, Stand


@dataclass(frozen=True, slots=True)
class Circle:
    """A group of people, and of bots."""

    stand: Stand
    id: int

    @classmethod
    async def founded(
        cls,
        stand: Stand,
        group_id: int,
        title: str,
        members: Sequence[Person] = (),
        owner: Person | None = None,
        **more: Any,
    ) -> Self:
        """Let there be a group; `more` is anything /control/groups takes."""
        if owner is not None:
            more["owner"] = owner.id
        ids = [one.id for one in members]
        await stand.tell("groups", id=group_id, title=title, members=ids, **more)
        return cls(stand, group_id)

    async def joins(self, person: Person, *, by: Person | None = None, link: str = "") -> None:
        """Let somebody in: by themselves, by a link, or brought by a member."""
        more = {"by": by.id} if by else {}
        await self._do("join", person, link=link, **more)

    async def asks(self, person: Person, link: str) -> None:
        """Let somebody ask to be let in."""
        await self._do("ask_to_join", person, link=link)

    async def leaves(self, person: Person, *, by: Person | None = None) -> None:
        """Let somebody go, or be put out by a member."""
        await self._do("leave", person, **({"by": by.id} if by else {}))

    async def brings(self, person: Person, bot: int, rights: Sequence[str] = ()) -> None:
        """Let a member bring a bot, as an administrator where rights are given."""
        await self._do("bring", person, bot=bot, rights=list(rights))

    async def puts_out(self, person: Person, bot: int) -> None:
        """Let a member put a bot out."""
        await self._do("put_out", person, bot=bot)

    async def appoints(
        self, person: Person, who: int, rights: Sequence[str], title: str = ""
    ) -> None:
        """Let a member give somebody rights, or take them all."""
        await self._do("appoint", person, user=who, rights=list(rights), title=title)

    async def grows(self, person: Person, to: int | None = None) -> Self:
        """Let a member make a supergroup of it, and return that."""
        grown = await self._do("migrate", person, **({} if to is None else {"to": to}))
        return replace(self, id=grown["id"])

    async def _do(self, act: str, person: Person, **given: Any) -> dict[str, Any]:
        body = {"chat": self.id, "from": person.id} | given
        done: dict[str, Any] = await self.stand.tell(act, **body)
        return done
