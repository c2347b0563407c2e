"""Lets inner words appear in the place of outer ones, for half an hour (law 13).

A contact presses or types "open": they see only their own part, as it stands at that moment, and
nothing at all when no alarm is open (law 11). The office opens an alarm by its number, or a person
by their code. "Again" is the same, after the words have gone.
"""

from handlers.context import By, Hearing, Route, long, say, short
from handlers.opening.person import about_choice, about_person
from handlers.opening.question import known_as, question
from handlers.opening.situation import buttons_for, situation
from handlers.opening.unproven import about_keys
from handlers.outer import KEYS
from handlers.promise import pages
from handlers.understanding import code_name
from handlers.words import Speech
from rules.alarm import Alarm
from rules.life import terms_of
from rules.naming import may_know
from rules.notices import AlarmId, Keep
from rules.people import PersonId, Role
from storage.deed import Button, Deed, Words
from storage.readings import AlarmSeen

_DIGITS = 9  #: of a number at most; an id has 22 signs
_PERSON = "p:"  #: begins what names a person, not an alarm

Rows = tuple[tuple[Button, ...], ...]


async def open_question(hearing: Hearing) -> Deed | None:
    """Show a contact what they are asked; None: this is for the office."""
    if hearing.rest or _numbered(hearing.arg) or hearing.arg.startswith(_PERSON):
        return None
    alarm = _asked(hearing)
    nick = known_as(hearing.person, alarm)
    if alarm is None or nick is None:
        if Role.COORDINATOR in hearing.person.roles:
            return None
        return _show(hearing, (say("nothing-to-read"),))
    words, buttons = question(alarm, hearing.person, nick, hearing.now)
    folds = (say("folded", again=f"open:{short(alarm.id)}"),)
    return _show(hearing, words, buttons, folds, alarm.id)


async def open_for_office(hearing: Hearing) -> Deed | None:
    """Show a coordinator an alarm or a person; where nothing is named, the newest alarm."""
    readings = hearing.rooms.readings
    wanted = hearing.arg if hearing.pressed else hearing.rest.partition(" ")[0]
    number, _, found = wanted.partition(":")
    if _numbered(number):
        return _show_alarm(hearing, await readings.alarm(int(number)), found)
    if wanted.startswith(_PERSON):
        who, _, chosen = wanted.removeprefix(_PERSON).partition(":")
        named = long(who)
        return await _show_person(hearing, PersonId(named) if named is not None else None, chosen)
    written = long(wanted)
    if written is not None:
        return _show_alarm(hearing, await readings.alarm_by_id(AlarmId(written)), "")
    if wanted:
        coded = await readings.by_code(code_name(wanted))
        return await _show_person(hearing, coded.id if coded is not None else None)
    alarms = [one for one in await readings.open_alarms() if _may_know(hearing, one)]
    newest = max(alarms, key=lambda one: one.alarm.opened_at, default=None)
    return _show_alarm(hearing, newest, "")


def _asked(hearing: Hearing) -> Alarm | None:
    """Return the alarm that this contact was asked about: the one meant, else the newest."""
    told = hearing.visitor.alarms_told
    if hearing.arg:
        return next((one for one in told if one.id == long(hearing.arg)), None)
    return max(told, key=lambda one: one.opened_at, default=None)


def _show_alarm(hearing: Hearing, seen: AlarmSeen | None, found: str) -> Deed:
    # An alarm about themselves does not exist for a coordinator (DECISIONS.md, 7), nor one that is
    # kept from them.
    if seen is None or not _may_know(hearing, seen):
        return _show(hearing, (say("nothing-to-read"),))
    number = seen.alarm.number
    about = f"open:{number}:{found}" if found else f"open:{number}"
    folds = (say("folded-alarm", number=number, subject=seen.subject.code, again=about),)
    words = situation(seen, found)
    return _show(hearing, words, buttons_for(seen, hearing.person.id), folds, seen.alarm.id)


async def _show_person(hearing: Hearing, who: PersonId | None, chosen: str = "") -> Deed:
    person = await hearing.rooms.readings.person(who) if who is not None else None
    if person is None or person.id == hearing.person.id:
        return _show(hearing, (say("nothing-to-read"),))
    if Role.DEFENDER not in person.roles and chosen != KEYS:
        return _show(hearing, (say("nothing-to-read"),))
    life = await hearing.rooms.readings.life(person.id)
    if life is not None and hearing.person.id in terms_of(life).never_tell:
        return _show(hearing, (say("nothing-to-read"),))
    again = f"open:p:{short(person.id)}:{chosen}" if chosen else f"open:p:{short(person.id)}"
    folds = (say("folded-person", subject=person.code, again=again),)
    if chosen == KEYS:
        about = await about_keys(hearing, person)
        return _show(hearing, about or (say("nothing-to-read"),), (), folds)
    watches = life.watches if life is not None else ()
    words = (*about_choice(person, chosen), *about_person(person, watches, hearing.now))
    return _show(hearing, words, (), folds)


def _show(
    hearing: Hearing,
    words: tuple[Words, ...],
    buttons: Rows = (),
    folds: tuple[Words, ...] = (),
    alarm: AlarmId | None = None,
) -> Deed:
    """Say it in the message whose button was pressed; typed, in a new one."""
    edits = hearing.message_id if hearing.pressed else None
    keep = Keep.DAY if folds else Keep.BRIEFLY
    speech = Speech(hearing.language, hearing.person.zone, hearing.now)
    first, *more = pages(words, speech)
    said = hearing.reply(*first, buttons=buttons, keep=keep, edits=edits, folds=folds, alarm=alarm)
    # What does not fit on one screen follows, protected and folded like the first.
    rest = (hearing.reply(*page, keep=keep, folds=folds, alarm=alarm) for page in more)
    return Deed(replies=(said, *rest))


def _may_know(hearing: Hearing, seen: AlarmSeen) -> bool:
    return may_know(seen.alarm, hearing.person.id)


def _numbered(word: str) -> bool:
    number = word.partition(":")[0]
    return number.isdecimal() and len(number) <= _DIGITS


ROUTES: tuple[Route, ...] = (
    Route(Role.CONTACT, By.BUTTON, "open", open_question),
    Route(Role.CONTACT, By.WORD, "open", open_question, always=True),
    Route(Role.CONTACT, By.WORD, "again", open_question, always=True),
    Route(Role.COORDINATOR, By.BUTTON, "open", open_for_office),
    Route(Role.COORDINATOR, By.WORD, "open", open_for_office, always=True),
    Route(Role.COORDINATOR, By.WORD, "again", open_for_office, always=True),
)
