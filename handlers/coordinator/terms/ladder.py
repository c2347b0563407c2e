"""Reads a ladder of one's own: `1: first 30; 2: second duty 30; 3: all 30`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.context import say
from handlers.coordinator import span_of
from handlers.understanding import meanings
from rules.people import PersonId
from rules.terms import Group, Rung, Whom
from storage.deed import Words
from storage.persons import ContactLink, Member

RUNGS = 8  #: at most
_LONGEST_WAIT = timedelta(hours=12)
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[:.)]\s*")

#: What names a group; the same in every language, as commands are.
GROUPS: Mapping[str, Group] = {
    "duty": Group.DUTY,
    "another": Group.SECOND,
    "two": Group.TWO,
    "all": Group.ALL,
    "near": Group.NEAR,
    "first": Group.FIRST_CONTACT,
    "second": Group.SECOND_CONTACT,
    "others": Group.OTHER_CONTACTS,
    "lawyer": Group.LAWYER,
    "family": Group.FAMILY,
}
#: Those whose word people know in their own language as well, by its id in understood.ftl.
_OWN_WORDS = ("all", "near", "lawyer", "family")


@dataclass(frozen=True, slots=True)
class ReadLadder:
    """The rungs, or everything that could not be read."""

    rungs: tuple[Rung, ...]
    unread: tuple[Words, ...]


def read_ladder(
    text: str, language: str, members: Sequence[Member], contacts: Sequence[ContactLink]
) -> ReadLadder:
    """Return the rungs that `text` describes: whom to ask together, then how long to wait."""
    rungs: list[Rung] = []
    unread: list[Words] = []
    parts = [one for one in re.split(r"[;\n]", text) if one.strip()]
    if len(parts) > RUNGS:
        unread.append(say("office-fault-rungs", limit=RUNGS))
    for number, part in enumerate(parts[:RUNGS], start=1):
        words = _NUMBERED.sub("", part).replace(",", " ").split()
        wait = span_of(words[-1]) if words else None
        if wait is None or wait > _LONGEST_WAIT:
            unread.append(say("office-fault-wait", number=number))
        whom: list[Whom] = []
        for word in words if wait is None else words[:-1]:
            named = _whom(word, language, members, contacts)
            if named is None:
                unread.append(say("office-fault-whom", number=number, word=word[:20]))
            else:
                whom.append(named)
        rungs.append(Rung(tuple(dict.fromkeys(whom)), wait or timedelta(0)))
    return ReadLadder(tuple(rungs), tuple(unread))


def _whom(
    word: str, language: str, members: Sequence[Member], contacts: Sequence[ContactLink]
) -> Whom | None:
    group = GROUPS.get(word.lower())
    if group is not None:
        return group
    meant = meanings(word, language)
    own = next((GROUPS[one] for one in _OWN_WORDS if one in meant), None)
    return own if own is not None else _person(word, members, contacts)


def _person(
    word: str, members: Sequence[Member], contacts: Sequence[ContactLink]
) -> PersonId | None:
    by_code = next((one.id for one in members if one.code.casefold() == word.casefold()), None)
    by_nick = (one.id for one in contacts if one.nick.casefold() == word.casefold())
    return by_code or next(by_nick, None)
