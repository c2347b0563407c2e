"""A contact is worried about somebody. Coordinators alone hear it, two in thirty days (law 21)."""

from dataclasses import replace
from datetime import datetime

from handlers.context import By, Hearing, Route, button, long, say, short
from rules.events import Cause
from rules.people import PersonId, Role
from rules.raising import CONCERNS_AT_MOST, recent_concerns
from storage.deed import Cried, Deed, KeepPerson
from storage.persons import OwnerLink

OTHER_HANDS = Cause.OTHER_HANDS.value  #: yes, and somebody else has the phone
ANSWERS = ("yes", "no", OTHER_HANDS)
_REASON_LENGTH = 350


async def worried(hearing: Hearing) -> Deed | None:
    """Ask about whom, and whether the office shall hear it now."""
    owners = hearing.person.owners
    if hearing.word == "in-danger" and hearing.visitor.alarms_told:
        return None
    dialogue = hearing.visitor.dialogue
    if hearing.word == OTHER_HANDS and dialogue is not None and dialogue.step == "worried-sure":
        return None  # it answers the question that is open
    if len(_recent(hearing)) >= CONCERNS_AT_MOST:
        return hearing.answer(say("worried-enough"))
    cause = Cause.OTHER_HANDS if hearing.word == OTHER_HANDS else Cause.CONCERN
    data = {"words": hearing.rest[:_REASON_LENGTH], "cause": cause.value}
    if len(owners) < 2:
        # Somebody who was taken out is asked like anybody, and must not learn it here (law 18).
        return _ask_sure(hearing, owners[0] if owners else None, data)
    rows = tuple(
        (button("worried-name", "worried-who", short(one.id), nick=one.nick),) for one in owners
    )
    asked = hearing.reply(say("worried-who"), buttons=rows, folds=(say("nothing-to-read"),))
    return Deed(replies=(asked,), changes=(hearing.talk("worried-who", data),))


async def worried_on(hearing: Hearing) -> Deed | None:
    """Take the name, then the yes."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or (hearing.pressed and hearing.verb != dialogue.step):
        return None
    busy = hearing.visitor.alarms_told or Role.DEFENDER in hearing.person.roles
    if hearing.text.isdecimal() and busy:
        return None  # a digit of somebody who is asked something, or sends notes, means that
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    if dialogue.step == "worried-who":
        owner = _named(hearing)
        if owner is not None:
            return _ask_sure(hearing, owner, dict(dialogue.data))
        return None if hearing.meant else hearing.answer(say("choose-one"))
    match hearing.choice(*ANSWERS):
        case "yes":
            return _cry(hearing, Cause(dialogue.data.get("cause", Cause.CONCERN)))
        case "other-hands":
            return _cry(hearing, Cause.OTHER_HANDS)
        case "no":
            return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
        case _:
            return None if hearing.meant else hearing.answer(say("yes-or-no"))


def _ask_sure(hearing: Hearing, owner: OwnerLink | None, data: dict[str, str]) -> Deed:
    buttons = tuple((button(f"button-{one}", "worried-sure", one),) for one in ANSWERS)
    asked = hearing.reply(say("worried-sure"), buttons=buttons)
    talk = hearing.talk("worried-sure", {**data, "owner": short(owner.id) if owner else ""})
    return Deed(replies=(asked,), changes=(talk,))


def _cry(hearing: Hearing, cause: Cause) -> Deed:
    person, data = hearing.person, hearing.dialogue.data
    owner = long(data["owner"])
    if len(_recent(hearing)) >= CONCERNS_AT_MOST:
        return hearing.answer(say("worried-enough"), changes=(hearing.end_talk(),))
    changes = (
        KeepPerson(replace(person, concerns=(*_recent(hearing), hearing.at))),
        hearing.end_talk(),
    )
    noted = hearing.answer(say("worried-noted"), changes=changes)
    if owner is None or not any(one.id == owner for one in person.owners):
        return noted
    about = PersonId(owner)
    notes = {about: data["words"]} if data.get("words") else {}
    return replace(noted, happenings=(Cried(about, cause, hearing.at),), notes=notes)


def _named(hearing: Hearing) -> OwnerLink | None:
    owners = hearing.person.owners
    if hearing.pressed:
        return next((one for one in owners if one.id == long(hearing.arg)), None)
    if hearing.text.isdecimal():
        place = int(hearing.text) - 1
        return owners[place] if 0 <= place < len(owners) else None
    written = hearing.text.casefold()
    return next((one for one in owners if one.nick.casefold() == written), None)


def _recent(hearing: Hearing) -> tuple[datetime, ...]:
    return recent_concerns(hearing.person.concerns, hearing.at)


ROUTES = (
    Route(Role.CONTACT, By.WORD, "worried", worried, always=True),
    Route(Role.CONTACT, By.WORD, OTHER_HANDS, worried, always=True),
    Route(Role.CONTACT, By.WORD, "in-danger", worried),
    Route(Role.CONTACT, By.STEP, "worried", worried_on),
    Route(Role.CONTACT, By.BUTTON, "worried-who", worried_on),
    Route(Role.CONTACT, By.BUTTON, "worried-sure", worried_on),
)
