"""Who plays: their names, their parts, and what stands under their phones on the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.cards.mixing import Mixed
from bot.demo.keepsakes import NUMBER, SPARE
from bot.demo.stage import ZONE, Stage
from simulator.people import Person

#: A crowd for the story in which many fall silent at once: names of several languages.
CROWD = (
    "Amina", "Борис", "Chidi", "دریا", "Élodie", "Fatuma",
    "Goran", "حسن", "Inés", "Жанна", "Kofi", "Lúcia",
)  # fmt: skip


@dataclass(slots=True)
class Cast:
    """Everybody with a phone on the page."""

    coordinator: Person
    defender: Person
    first: Person
    second: Person
    language: str = "en"  #: the defender's own
    lost: Person | None = None  #: a phone of hers that is not her way in any more
    crowd: list[Person] = field(default_factory=list)
    lender: Person | None = None  #: somebody on the way whose phone she borrows
    card: Mixed | None = None  #: the page in her pocket

    def swap_phones(self) -> None:
        """Let her be reached on her other phone from now on."""
        if self.lost is not None:
            self.defender, self.lost = self.lost, self.defender

    @property
    def circle(self) -> tuple[Person, ...]:
        """The four whom every story is about."""
        return self.defender, self.first, self.second, self.coordinator


async def enter(stage: Stage, language: str = "en", *, started: bool = False) -> Cast:
    """Let the four come on the stage; `started`: they have written to the bot before."""
    return Cast(
        coordinator=await stage.enter("coordinator", "Farid", started=started),
        defender=await stage.enter("defender", "Зарина", language, started=started),
        first=await stage.enter("contact", "María", started=started),
        second=await stage.enter("contact", "نسرین", started=started),
        language=language,
    )


def phones(cast: Cast, bot: int) -> list[dict[str, Any]]:
    """Return the row of phones as the page's slot takes it, the defender first."""
    parts = [
        (cast.defender, "defender", f"sends her notes; her number {NUMBER}, the spare {SPARE}"),
        (cast.first, "contact", "is asked first"),
        (cast.second, "contact", "is asked second"),
        (cast.coordinator, "coordinator", "is on duty in the office"),
    ]
    if cast.lost is not None:
        parts.insert(1, (cast.lost, "nobody", "a phone that is hers no more"))
    if cast.lender is not None:
        parts.append((cast.lender, "nobody", "a stranger, whose phone she borrows"))
    parts += [(one, "defender", "one of many; sends notes by itself") for one in cast.crowd]
    return [
        {
            "person": person.id,
            "bot": bot,
            "role": role,
            "name": person.first_name,
            "note": note,
            "language": cast.language if person is cast.defender else "en",
            "zone": ZONE,
        }
        for person, role, note in parts
    ]


def names_of(cast: Cast) -> Mapping[int, str]:
    """Return what to call whoever sits behind a chat."""
    return {one.id: one.first_name for one in (*cast.circle, *cast.crowd)}
