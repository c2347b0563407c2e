"""What a coordinator types and presses. Here: who is meant, what is shown, which hours are typed.

Nobody acts on what is about themselves or kept from them, not even a coordinator: for them it does
not exist (DECISIONS.md, 7). Inner facts name people by code, are protected and fold away.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import available_timezones

from handlers.context import Hearing, button, long, say
from handlers.moments import read_span
from handlers.understanding import code_name
from handlers.words import Said, Speech, languages
from rules.events import ChangeAsked
from rules.life import terms_of
from rules.naming import may_know
from rules.notices import AlarmId, Fact, Keep, Notice
from rules.people import PersonId, Role
from rules.schedule_faults import NO_PLACES
from rules.watch import TellOffice, Watch
from rules.watching import decide
from storage.deed import Button, Change, Deed, Happening, Reply, Words
from storage.persons import Member, Person, Standing
from storage.readings import AlarmSeen

LONGEST = 350  #: signs in one message (law 26)
CODE_LIMIT = 8  #: signs of what is said back as a code name; nobody puts a letter into our mouth

_GONE = frozenset({Standing.LEFT})
_IN_PLACE = "!"  #: at the end of a button's data: change the message that it stands under
_BETWEEN = 2  #: the empty line between two sentences
_NAME = "M" * 24  #: as long as a name may be
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")
_WHENEVER = datetime(2026, 1, 1, tzinfo=UTC)  #: a language's own name is the same at any time
_MINUTES = re.compile(r"\d{1,4}")


def typed(hearing: Hearing) -> tuple[str, ...]:
    """Return the words after the command, or after the verb of a button."""
    words = (hearing.arg if hearing.pressed else hearing.rest).split()
    return tuple(word for word in words if word != _IN_PLACE)


def page_in(words: Sequence[str]) -> int:
    """Return which page is asked for behind a code or a number; the first where none is."""
    return int(words[1]) if len(words) > 1 and words[1].isdecimal() else 1


def me(hearing: Hearing) -> PersonId:
    """Return who is speaking."""
    return hearing.person.id


def code_said(code: str) -> str:
    """Return a code name as it is said back: short, in capitals, letters and digits only."""
    return code_name(code)[:CODE_LIMIT]


# --- Who is meant --------------------------------------------------------------------------------


async def anybody(hearing: Hearing, code: str) -> Person | Deed:
    """Return whom a code name means, or what to answer when it means nobody, or the asker."""
    wanted = code_said(code)
    found = await hearing.rooms.readings.by_code(wanted) if wanted else None
    if found is None or found.standing in _GONE:
        return hearing.answer(say("office-nobody-called", code=wanted))
    if found.id == me(hearing):
        return hearing.answer(say("office-not-yourself"))
    if me(hearing) in await never_told(hearing, found.id):
        return hearing.answer(say("office-nobody-called", code=wanted))
    return found


async def never_told(hearing: Hearing, person: PersonId) -> frozenset[PersonId]:
    """Return who must never hear of somebody, as they have agreed."""
    life = await hearing.rooms.readings.life(person)
    return frozenset() if life is None else terms_of(life).never_tell


async def defender(hearing: Hearing, code: str) -> Person | Deed:
    """Return the defender whom a code name means, or what to answer."""
    found = await anybody(hearing, code)
    if isinstance(found, Person) and Role.DEFENDER not in found.roles:
        return hearing.answer(say("office-sends-no-notes", code=found.code))
    return found


async def open_alarms(hearing: Hearing) -> tuple[AlarmSeen, ...]:
    """Return the open alarms of which the one who asks may know, the oldest first."""
    seen = await hearing.rooms.readings.open_alarms()
    return tuple(one for one in seen if may_know(one.alarm, me(hearing)))


async def the_alarm(hearing: Hearing, word: str | None, command: str) -> AlarmSeen | Deed:
    """Return which alarm is meant: by its number, by its button, or the only one that is open."""
    if word is None:
        here = await open_alarms(hearing)
        if len(here) == 1:
            return here[0]
        return _which(hearing, here, command)
    seen = await _seen(hearing, word)
    if seen is None or not may_know(seen.alarm, me(hearing)):
        return hearing.answer(say("office-no-such-number", given=code_said(word)))
    return seen


async def _seen(hearing: Hearing, word: str) -> AlarmSeen | None:
    # A number has at most nine digits, an id twenty-two signs: neither is taken for the other.
    if word.isdecimal() and len(word) < 10:
        return await hearing.rooms.readings.alarm(int(word))
    read = long(word)
    return None if read is None else await hearing.rooms.readings.alarm_by_id(AlarmId(read))


def _which(hearing: Hearing, here: Sequence[AlarmSeen], command: str) -> Deed:
    if not here:
        return hearing.answer(say("office-nothing-open"))
    rows = tuple(
        (
            button(
                "button-office-number",
                command,
                one.alarm.number,
                number=one.alarm.number,
                code=one.subject.code,
            ),
        )
        for one in here[:8]
    )
    return hearing.answer(
        say("office-which-number", command=command, number=here[0].alarm.number), buttons=rows
    )


def is_note_or_help(hearing: Hearing) -> bool:
    """Say whether somebody who also sends notes typed 1 or 2: whatever is asked, it means those."""
    person = hearing.visitor.person
    sends_notes = person is not None and Role.DEFENDER in person.roles
    return sends_notes and hearing.text in {"1", "2"}


def others(hearing: Hearing, *but: PersonId) -> tuple[Member, ...]:
    """Return the coordinators who can be reached, but the one who asks and `but`; duty first."""
    here = (
        one
        for one in hearing.visitor.house.members
        if one.reachable and one.id != me(hearing) and one.id not in but
    )
    return tuple(sorted(here, key=lambda one: not one.on_duty))


def told_of(hearing: Hearing, watch: Watch, change: ChangeAsked) -> tuple[Notice, ...]:
    """Return what all others of the office hear of a change that one of them asks for.

    The rules tell whoever is on duty, which may be the one who asks: nobody weakens unseen.
    """
    hearers = others(hearing, watch.owner, *watch.terms.never_tell)
    return tuple(
        Notice(one.id, order.kind, {"subject": watch.owner, **order.facts})
        for order in decide(watch, change).orders
        if isinstance(order, TellOffice)
        for one in hearers
    )


# --- How it is said ------------------------------------------------------------------------------


def shown(
    hearing: Hearing,
    lines: Sequence[Words],
    *,
    again: tuple[str, str],
    buttons: tuple[tuple[Button, ...], ...] = (),
    page: int = 1,
    changes: tuple[Change, ...] = (),
    edits: bool = False,
    alarm: AlarmId | None = None,
) -> Deed:
    """Show inner facts, page by page: they fold away after half an hour.

    `again`: the verb and what follows it; it brings folded words back, and with the number of a
    page turns to it. `edits`: also any other button changes the message that it stands under.
    """
    speech = Speech(hearing.person.language, hearing.person.zone, hearing.now)
    pages = paged(speech, lines)
    page = min(max(page, 1), len(pages))
    verb, arg = again
    if page < len(pages):
        there = f"{arg} {page + 1} {_IN_PLACE}".strip()
        more = button("button-office-more", verb, there, page=page + 1)
        buttons = (*buttons, (more,))
    in_place = hearing.arg.split()[-1:] == [_IN_PLACE]
    reply = hearing.reply(
        *pages[page - 1],
        buttons=buttons,
        keep=Keep.DAY,
        edits=hearing.message_id if hearing.pressed and (edits or in_place) else None,
        folds=(say("office-folded", again=f"{verb}:{f'{arg} {_IN_PLACE}'.strip()}"),),
        alarm=alarm,
    )
    return Deed(replies=(reply,), changes=changes)


def paged(speech: Speech, lines: Sequence[Words]) -> tuple[tuple[Words, ...], ...]:
    """Put as many sentences on a page as stay within 350 signs in the reader's language."""
    pages: list[tuple[Words, ...]] = [()]
    room = LONGEST
    for line in lines:
        length = len(speech.say(line.id, {name: _long(fact) for name, fact in line.args.items()}))
        if pages[-1] and length + _BETWEEN > room:
            pages.append(())
            room = LONGEST
        room -= length + (_BETWEEN if pages[-1] else 0)
        pages[-1] = (*pages[-1], line)
    return tuple(pages)


def _long(fact: Fact) -> Said:
    return _NAME if isinstance(fact, bytes) else fact


def told(to: PersonId, *words: Words, buttons: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Say something in outer words to another coordinator, who has not asked for it."""
    return Reply(to=to, words=words, buttons=buttons, keep=Keep.DAY, sound=True)


def with_happenings(deed: Deed, *happenings: Happening, notices: tuple[Notice, ...] = ()) -> Deed:
    """Return a deed in which this happens as well."""
    return replace(
        deed, happenings=(*deed.happenings, *happenings), notices=(*deed.notices, *notices)
    )


# --- Hours and places that are typed -------------------------------------------------------------


def clock_time(word: str) -> time | None:
    """Return the time of day that `09:00`, `0900`, `9.00` or `9` means; None for anything else."""
    found = _CLOCK.fullmatch(word)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def span_of(word: str) -> timedelta | None:
    """Return how long `30`, `30m`, `2h` or `3d` is; a bare number means minutes."""
    if _MINUTES.fullmatch(word):
        return timedelta(minutes=int(word)) or None
    # What stands in a command is the same in every language.
    return read_span(word, "en")


def zones_like(text: str) -> tuple[str, ...]:
    """Return the zones that `text` may mean: a whole name, or a city (`Dushanbe`, `new york`)."""
    wanted = text.strip().replace(" ", "_").casefold()
    if not wanted:
        return ()
    whole = _zones().get(wanted)
    if whole is not None:
        return (whole,)
    return tuple(name for key, name in sorted(_zones().items()) if key.rpartition("/")[2] == wanted)


def language_named(text: str) -> str | None:
    """Return the language of this code or own name (`fr`, `Français`)."""
    wanted = text.strip().casefold()
    return _languages().get(wanted)


@cache
def _languages() -> dict[str, str]:
    own_names = {
        Speech(one, "UTC", _WHENEVER).say(f"language-{one}").casefold(): one for one in languages()
    }
    return own_names | {one: one for one in languages()}


@cache
def _zones() -> dict[str, str]:
    return {
        name.casefold(): name
        for name in available_timezones()
        if name not in NO_PLACES and not name.startswith(("posix/", "right/"))
    }
