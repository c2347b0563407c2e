"""Somebody wants to stop: the office speaks with whoever sends notes; a contact goes at once.

A contact may go quietly: whoever named them is not told. Either way nobody counts on them any more,
and the office hears that one of the people cannot be asked.
"""

from dataclasses import replace

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import meant
from handlers.promise import may_hear_unasked, promise_of
from rules.events import ChangeAsked, Unreachable
from rules.life import Life, terms_of
from rules.naming import duty
from rules.notices import Fact, Keep, Kind, Notice
from rules.people import PersonId, Role
from rules.terms import LEAVING_LIMIT, Leave
from storage.deed import Change, Deed, EndTalk, Forget, Helped, KeepPerson, Lived, Reply
from storage.persons import Person, Standing

#: Somebody who sends notes: 1 and 2 always mean note and help, so the answers stand further on.
_STOP = {"8": "yes", "9": "no"}


# --- Somebody who sends notes --------------------------------------------------------------------


async def stop(hearing: Hearing) -> Deed | None:
    """Say what stopping means, and ask whether it is meant."""
    routine = (await promise_of(hearing)).routine
    if routine is None:
        return None
    for pending in routine.pending:
        if isinstance(pending.change, Leave):
            said = say("leaving-asked", until=pending.from_at)
            return hearing.answer(said, buttons=((button("button-keep", "keep"),),))
    hours = int(LEAVING_LIMIT.total_seconds() // 3600)
    asked = hearing.reply(
        say("leaving-sure", hours=hours),
        buttons=(tuple(button(f"button-{one}", "leave-sure", one) for one in _STOP.values()),),
    )
    return Deed(replies=(asked,), changes=(hearing.talk("leave-sure"),))


async def stop_sure(hearing: Hearing) -> Deed | None:
    """Ask the rules for it; they tell the office and say until when at the latest."""
    if not hearing.pressed and hearing.text.isdecimal() and hearing.text not in _STOP:
        return None
    match _STOP.get(hearing.text) or hearing.choice("yes", "no", "cancel"):
        case "yes":
            change = ChangeAsked(hearing.at, Leave(), verdict=meant(hearing))
            asked = Lived(hearing.person.id, change)
            return Deed(happenings=(asked,), changes=(hearing.end_talk(),))
        case "no" | "cancel":
            return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
        case _:
            return None if hearing.meant else hearing.answer(say("yes-or-no"))


# --- A contact -----------------------------------------------------------------------------------


async def part(hearing: Hearing) -> Deed | None:
    """Ask a contact how they want to go."""
    answers = ("yes", "no-quietly", "no")
    buttons = tuple((button(f"button-part-{one}", "part-how", one),) for one in answers)
    asked = hearing.reply(say("part-how"), buttons=buttons)
    return Deed(replies=(asked,), changes=(hearing.talk("part-how"),))


async def part_how(hearing: Hearing) -> Deed | None:
    """Let a contact go, telling the one who named them or not."""
    busy = hearing.visitor.alarms_told or Role.DEFENDER in hearing.person.roles
    if hearing.text.isdecimal() and busy:
        return None  # a digit of somebody who is asked something, or sends notes, means that
    match hearing.choice("yes", "no-quietly", "no", "cancel"):
        case "yes":
            return await _gone(hearing, quietly=False)
        case "no-quietly":
            return await _gone(hearing, quietly=True)
        case "no" | "cancel":
            return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
        case _:
            return None if hearing.meant else hearing.answer(say("yes-or-no"))


async def _gone(hearing: Hearing, *, quietly: bool) -> Deed:
    person = hearing.person
    changes: list[Change] = [EndTalk(hearing.visitor.address)]
    notices: list[Notice] = []
    replies: list[Reply] = []
    for link in person.owners:
        owner = await hearing.rooms.readings.person(link.id)
        life = await hearing.rooms.readings.life(link.id)
        if owner is None or life is None:
            continue
        changes.append(KeepPerson(_without(owner, person.id, quietly=quietly)))
        notices += _to_office(hearing, life)
        if not quietly and may_hear_unasked(life):
            replies.append(Reply(to=owner.id, words=(say("part-told"),), keep=Keep.DAY))
    others = person.roles - {Role.CONTACT}
    if others:
        changes.append(KeepPerson(replace(person, roles=others, owners=(), worst_hour=None)))
        replies.append(hearing.reply(say("part-done")))
    else:
        changes.append(Forget(person.id))
        done = replace(
            hearing.reply(say("part-done"), say("part-delete")), language=person.language
        )
        replies.append(done)
    lost = tuple(
        Helped(one.id, Unreachable(hearing.at, person.id)) for one in hearing.visitor.alarms_told
    )
    return Deed(
        happenings=lost, changes=tuple(changes), notices=tuple(notices), replies=tuple(replies)
    )


def _without(owner: Person, contact: PersonId, *, quietly: bool) -> Person:
    """Return the owner without the contact, or quietly with one who is no longer asked."""
    if quietly:
        contacts = tuple(
            replace(one, standing=Standing.LEFT) if one.id == contact else one
            for one in owner.contacts
        )
        return replace(owner, contacts=contacts)
    return replace(owner, contacts=tuple(one for one in owner.contacts if one.id != contact))


def _to_office(hearing: Hearing, life: Life) -> list[Notice]:
    facts: dict[str, Fact] = {"subject": life.person, "contact": hearing.person.id}
    on_duty = duty(life.person, life.roster, terms_of(life).never_tell)
    return [Notice(one, Kind.CONTACT_UNREACHABLE, facts) for one in on_duty]


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "stop", stop),
    Route(Role.DEFENDER, By.STEP, "leave", stop_sure),
    Route(Role.DEFENDER, By.BUTTON, "leave-sure", stop_sure),
    Route(Role.CONTACT, By.WORD, "stop", part),
    Route(Role.CONTACT, By.STEP, "part", part_how),
    Route(Role.CONTACT, By.BUTTON, "part-how", part_how),
)
