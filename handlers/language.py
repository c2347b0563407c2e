"""Anybody who takes part chooses the language in which we speak with them."""

from dataclasses import replace

from handlers.context import By, Hearing, Route, button, say
from handlers.keys import ways_for
from handlers.words import Speech, languages
from rules.notices import Keep
from rules.people import Role
from storage.deed import Change, Deed, KeepHouse, KeepPerson
from storage.persons import House, Person

_FIRST = 3  #: 1 and 2 always mean note and help


async def ask(hearing: Hearing) -> Deed | None:
    """Show the languages, each by its own name."""
    if hearing.visitor.person is None:
        return None
    if hearing.rest:
        chosen = _named(hearing, hearing.rest)
        if chosen is not None:
            return await _speak(hearing, chosen)
    buttons = tuple((button(f"language-{one}", "language-which", one),) for one in languages())
    asked = hearing.reply(say("language-which", first=_FIRST), buttons=buttons)
    return Deed(replies=(asked,), changes=(hearing.talk("language-which"),))


async def choose(hearing: Hearing) -> Deed | None:
    """Speak the language that was chosen, from now on."""
    if hearing.visitor.person is None:
        return None
    if hearing.pressed:
        return await _speak(hearing, hearing.arg) if hearing.arg in languages() else None
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    if hearing.text in {"1", "2"} or (hearing.text.isdecimal() and hearing.visitor.alarms_told):
        return None
    chosen = _named(hearing, hearing.text)
    if chosen is not None:
        return await _speak(hearing, chosen)
    return None if hearing.meant else hearing.answer(say("language-not-known"))


def _named(hearing: Hearing, text: str) -> str | None:
    """Return the language of this number, code or own name."""
    known = languages()
    if text.isdecimal():
        place = int(text) - _FIRST
        return known[place] if 0 <= place < len(known) else None
    names = {_own_name(one, hearing).casefold(): one for one in known}
    return names.get(text.casefold(), text.casefold() if text.casefold() in known else None)


def _own_name(language: str, hearing: Hearing) -> str:
    return Speech(language, hearing.person.zone, hearing.now).say(f"language-{language}")


async def _speak(hearing: Hearing, language: str) -> Deed:
    person = replace(hearing.person, language=language)
    changes: list[Change] = [KeepPerson(person), hearing.end_talk()]
    if Role.COORDINATOR in person.roles:
        changes.append(KeepHouse(_in_roster(hearing.visitor.house, person)))
    sends_notes = Role.DEFENDER in person.roles
    # The keys go with the message that brings them, and those before it bear the other language.
    ways, keep = (await ways_for(hearing), Keep.DAY) if sends_notes else ("", Keep.BRIEFLY)
    reply = hearing.reply(say("language-set"), ways=ways, keep=keep)
    said = replace(reply, language=language)
    return Deed(replies=(said,), changes=tuple(changes))


def _in_roster(house: House, person: Person) -> House:
    members = tuple(
        replace(one, language=person.language) if one.id == person.id else one
        for one in house.members
    )
    return replace(house, members=members)


ROUTES = (
    Route(None, By.WORD, "language", ask),
    Route(None, By.STEP, "language", choose),
    Route(None, By.BUTTON, "language-which", choose),
)
