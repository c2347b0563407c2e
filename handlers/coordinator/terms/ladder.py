"""Reads a ladder of one's own: `1: first 30; 2: second duty 30; 3: all 30 sheet call health`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from handlers.context import say
from handlers.coordinator import span_of
from handlers.understanding import meanings
from rules.people import PersonId
from rules.terms import Group, Rung, Section, Whom
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
#: What is read from her sheet on a rung stands behind this word; none of it without.
SHEET = "sheet"
SECTIONS: Mapping[str, Section] = {
    "all": Section.WHOLE,
    **{one.name.lower(): one for one in Section if one is not Section.WHOLE},
    **{str(int(one)): one for one in Section},
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
        words, shown = _parted(_NUMBERED.sub("", part).replace(",", " ").split())
        sections, unknown = _sections(shown)
        if unknown is not None:
            unread.append(say("office-fault-sheet", number=number, word=unknown[:20]))
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
        rungs.append(Rung(tuple(dict.fromkeys(whom)), wait or timedelta(0), sections))
    return ReadLadder(tuple(rungs), tuple(unread))


def _parted(words: list[str]) -> tuple[list[str], list[str] | None]:
    """Part what is asked on a rung from what is read there."""
    place = next((n for n, one in enumerate(words) if one.lower() == SHEET), None)
    return (words, None) if place is None else (words[:place], words[place + 1 :])


def _sections(words: list[str] | None) -> tuple[tuple[int, ...], str | None]:
    """Return the sections that are named, in order, and what names none; all of them is one."""
    if words is None:
        return (), None
    named = {word: SECTIONS.get(word.lower()) for word in words}
    unknown = next((word for word, section in named.items() if section is None), None)
    if unknown is not None or not words:
        return (), unknown or SHEET
    found = {int(one) for one in named.values() if one is not None}
    return (int(Section.WHOLE),) if Section.WHOLE in found else tuple(sorted(found)), None


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
