"""The terms of one defender: shown, and changed by a coordinator in one line.

All faults are said at once. What is asked for is shown before it is kept, with the moment from
which it holds: what strengthens at once, what weakens late and told to the office (laws 9 and 19).
"""

from dataclasses import dataclass, replace

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import (
    defender,
    is_note_or_help,
    me,
    others,
    page_in,
    shown,
    told_of,
    typed,
    with_happenings,
)
from handlers.coordinator.choices import to_say_anew
from handlers.coordinator.terms.ladder import read_ladder
from handlers.coordinator.terms.reading import read_terms
from handlers.coordinator.terms.showing import pending_changes, shown_ladder, shown_terms
from handlers.words import Speech
from rules.disclosing import disclosed
from rules.events import ChangeAsked
from rules.notices import Fact, Kind, Notice
from rules.offering import Lack, lacks
from rules.people import Part, Role
from rules.schedule import DailyAt, Every
from rules.templates import from_template
from rules.terms import NewTerms, Terms
from rules.watch import Sort, Watch, WatchId
from rules.watching import decide
from rules.weakening import Fault, ends_asleep, faults
from storage.deed import Change, Deed, KeepPerson, Lived, OpenWatch, Words
from storage.persons import House, Person

_YES, _NO = "yes", "no"
_LONGEST = 400  #: signs of what may be typed
#: What either is called where it may be read by others.
_WORD = {"terms": "terms", "ladder": "order"}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a coordinator asks for: for whom, in their words, and what comes of it."""

    person: Person
    watch: Watch  #: the routine
    new: bool  #: nothing has been kept of it yet
    terms: Terms
    wrong: tuple[Words, ...]


# --- What was typed ------------------------------------------------------------------------------


async def terms(hearing: Hearing) -> Deed:
    """Show somebody's terms, or ask whether they may become what was typed."""
    return await _hear(hearing, "terms")


async def ladder(hearing: Hearing) -> Deed:
    """Show somebody's ladder, or ask whether it may become what was typed."""
    return await _hear(hearing, "ladder")


async def _hear(hearing: Hearing, about: str) -> Deed:
    # What was typed keeps its lines: in a ladder each may be a rung.
    line = " ".join(typed(hearing)) if hearing.pressed else hearing.rest.strip()
    code, _, text = line.partition(" ")
    if not code:
        return hearing.answer(say(f"office-form-{_WORD[about]}"))
    found = await defender(hearing, code)
    if isinstance(found, Deed):
        return found
    text = text.strip()
    # In a ladder "1: ..." is a rung; a bare number behind the code is the page of a button.
    if not text or (hearing.pressed and text.isdecimal()):
        return await _show(hearing, found, about, int(text or 1))
    if len(text) > _LONGEST:
        return hearing.answer(say("office-too-long", limit=_LONGEST))
    asked = await _read(hearing, found, about, text)
    if asked.wrong:
        return shown(hearing, asked.wrong, again=(about, found.code))
    return _ask_sure(hearing, asked, about, text)


async def _read(hearing: Hearing, person: Person, about: str, text: str) -> _Asked:
    watch, is_new = await _routine(hearing, person)
    house, language = hearing.visitor.house, hearing.person.language
    rooms = hearing.rooms
    if about == "ladder":
        rungs = read_ladder(text, language, house.members, person.contacts)
        new, unread = replace(watch.terms, ladder=rungs.rungs), rungs.unread
    else:
        page = rooms.pages_url is not None
        read = read_terms(watch.terms, text, language, hearing.now, page=page)
        new, unread = read.terms, read.unread
    cards = await rooms.readings.cards_left(person.id)
    lacking = lacks(new, page=rooms.pages_url is not None, horn=rooms.horn, cards=cards)
    # What holds already is not asked about again: the house may have lost its page since.
    kept = lacks(watch.terms, page=rooms.pages_url is not None, horn=rooms.horn, cards=cards)
    wrong = unread or tuple(_faults(new, person, house, set(lacking) - set(kept)))
    return _Asked(person, watch, is_new, new, wrong)


def _faults(new: Terms, person: Person, house: House, lacking: set[Lack]) -> list[Words]:
    found = [*faults(new), *sorted(lacking)]
    family = {one.id for one in person.contacts if one.part is Part.FAMILY}
    if new.ladder and family & set(new.ladder[0].whom):
        found.append(Fault.FAMILY_FIRST)
    if not found and ends_asleep(new, house.awake_from, house.awake_to, house.zone):
        found.append(Fault.ENDS_ASLEEP)
    return [say(f"office-fault-{one}") for one in dict.fromkeys(found)]


async def _routine(hearing: Hearing, person: Person) -> tuple[Watch, bool]:
    """Return the routine, and whether it is a new one that nobody has kept yet."""
    life = await hearing.rooms.readings.life(person.id)
    watches = life.watches if life is not None else ()
    for watch in watches:
        if watch.sort is Sort.ROUTINE:
            return watch, False
    stamps = hearing.rooms.stamps
    new = Watch(
        id=WatchId(stamps.digest(stamps.new_token())),
        owner=person.id,
        sort=Sort.ROUTINE,
        terms=from_template(person.level, person.zone, page=hearing.rooms.pages_url is not None),
    )
    return new, True


# --- Showing, and asking once more ---------------------------------------------------------------


async def _show(hearing: Hearing, person: Person, about: str, page: int) -> Deed:
    watch, _ = await _routine(hearing, person)
    speech, house = _speech(hearing), hearing.visitor.house
    if about == "ladder":
        lines = [*shown_ladder(speech, watch.terms.ladder, person, house)]
    else:
        lines = [*shown_terms(speech, watch.terms, person, house)]
    lines += [
        *pending_changes(watch),
        say(f"inner-{_WORD[about]}-how", code=person.code),
        say(f"inner-{_WORD[about]}-how-more", code=person.code),
    ]
    return shown(hearing, lines, again=(about, person.code), page=page)


def _ask_sure(hearing: Hearing, asked: _Asked, about: str, text: str, page: int = 1) -> Deed:
    speech, house = _speech(hearing), hearing.visitor.house
    if about == "ladder":
        lines = [*shown_ladder(speech, asked.terms.ladder, asked.person, house)]
    else:
        lines = [*shown_terms(speech, asked.terms, asked.person, house)]
    question = [say("inner-terms-sure", code=asked.person.code), _from_when(hearing, asked)]
    kept = {"code": asked.person.code, "about": about, "text": text}
    pressed = (
        button("button-office-yes", "terms-yes", asked.person.code),
        button("button-office-no", "terms-no", asked.person.code),
    )
    return shown(
        hearing,
        (*question, *lines),
        again=("terms-look", asked.person.code),
        page=page,
        buttons=(pressed,),
        changes=(hearing.talk("office-terms-sure", kept),),
    )


async def look(hearing: Hearing) -> Deed:
    """Turn the page of what is asked for, as long as it is; then of what holds."""
    words, dialogue = typed(hearing), hearing.visitor.dialogue
    found = await defender(hearing, words[0] if words else "")
    if isinstance(found, Deed):
        return found
    page = page_in(words)
    if dialogue is None or dialogue.step != "office-terms-sure":
        return await _show(hearing, found, "terms", page)
    about, text = dialogue.data["about"], dialogue.data["text"]
    if dialogue.data["code"] != found.code:
        return await _show(hearing, found, "terms", page)
    asked = await _read(hearing, found, about, text)
    if asked.wrong:
        return shown(hearing, asked.wrong, again=(about, found.code))
    return _ask_sure(hearing, asked, about, text, page)


def _from_when(hearing: Hearing, asked: _Asked) -> Words:
    """Say from when it would hold. The screen never claims an effect that has not begun (law 9)."""
    if asked.watch.begun_at is None:
        return say("office-terms-first", code=asked.person.code)
    changed = decide(asked.watch, _change(hearing, asked)).watch
    waits = [one for one in changed.pending if one.change == NewTerms(asked.terms)]
    if waits and waits[0].from_at <= hearing.at:
        return say("office-terms-after-open", code=asked.person.code)
    if waits:
        return say("office-terms-later", at=waits[0].from_at)
    if changed.due_at is not None:
        return say("office-terms-now", due=changed.due_at)
    return say("office-terms-now-no-due")


def _change(hearing: Hearing, asked: _Asked) -> ChangeAsked:
    return ChangeAsked(hearing.at, NewTerms(asked.terms), by=me(hearing))


async def answer(hearing: Hearing) -> Deed | None:
    """Hear yes or no to what was shown; it is read anew, because much may have changed."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or dialogue.step != "office-terms-sure":
        return hearing.answer(say("office-too-late")) if hearing.pressed else None
    if is_note_or_help(hearing):
        return None
    data = dialogue.data
    if hearing.pressed:
        if data["code"] != hearing.arg:
            return hearing.answer(say("office-too-late"))
        chosen: str | None = hearing.verb.removeprefix("terms-")
    else:
        chosen = hearing.choice(_YES, _NO)
    if chosen is None:
        return None
    if chosen == _NO:
        return hearing.answer(say("office-unchanged"), changes=(hearing.end_talk(),))
    found = await defender(hearing, data["code"])
    if isinstance(found, Deed):
        return found
    asked = await _read(hearing, found, data["about"], data["text"])
    if asked.wrong:
        return shown(hearing, asked.wrong, again=(data["about"], found.code))
    aside = await to_say_anew(hearing, found.code, asked.watch, asked.terms)
    return _keep(hearing, asked, aside)


def _keep(hearing: Hearing, asked: _Asked, aside: tuple[Words, ...]) -> Deed:
    said = (say("office-terms-noted", code=asked.person.code), _from_when(hearing, asked), *aside)
    changes: tuple[Change, ...] = (*_person_too(asked), hearing.end_talk())
    if asked.new:
        opened = OpenWatch(replace(asked.watch, terms=asked.terms))
        return hearing.answer(*said, changes=(*changes, opened))
    deed = hearing.answer(*said, changes=changes)
    change = _change(hearing, asked)
    told = told_of(hearing, asked.watch, change) or _told_what_is_read(hearing, asked)
    return with_happenings(deed, Lived(asked.person.id, change), notices=told)


def _told_what_is_read(hearing: Hearing, asked: _Asked) -> tuple[Notice, ...]:
    """Tell the others of the office where more is read of a sheet: no weakening, but never unseen.

    What goes out opens with keys that she chose herself; so it begins at once.
    """
    before, after = disclosed(asked.watch.terms), disclosed(asked.terms)
    if after <= before:
        return ()
    facts: dict[str, Fact] = {
        "subject": asked.person.id,
        "change": "terms",
        "from": hearing.at,
    }
    hearers = others(hearing, asked.person.id, *asked.watch.terms.never_tell)
    return tuple(Notice(one.id, Kind.CHANGE_TOLD, facts) for one in hearers)


def _person_too(asked: _Asked) -> tuple[Change, ...]:
    """Show their times in the new zone at once: a moment promised already stays that moment."""
    schedule = asked.terms.schedule
    assert isinstance(schedule, DailyAt | Every)
    level = asked.terms.level if asked.watch.begun_at is None else asked.person.level
    changed = replace(asked.person, zone=schedule.zone, level=level)
    return () if changed == asked.person else (KeepPerson(changed),)


def _speech(hearing: Hearing) -> Speech:
    return Speech(hearing.person.language, hearing.person.zone, hearing.now)


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "terms", terms),
    Route(_C, By.BUTTON, "terms", terms),
    Route(_C, By.COMMAND, "ladder", ladder),
    Route(_C, By.COMMAND, "order", ladder),
    Route(_C, By.BUTTON, "ladder", ladder),
    Route(_C, By.STEP, "office-terms", answer),
    Route(_C, By.BUTTON, "terms-look", look),
    Route(_C, By.BUTTON, "terms-yes", answer),
    Route(_C, By.BUTTON, "terms-no", answer),
)
