"""Somebody who sends notes says who may be asked: names, invites and takes out people.

Only they name their people, never the office (law 21). To take somebody out is no weakening: from
then on that person hears nothing but the neutral end of what is open (law 18).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from handlers.context import By, Hearing, Route, button, long, say, short
from handlers.hands import in_other_hands, seems_without, shown_people
from handlers.promise import pages
from handlers.words import Speech, languages, plain
from rules.people import Part, PersonId, Role
from storage.deed import Change, Deed, Invite, KeepPerson, Words
from storage.persons import ContactLink, Invitation, Person, Standing

GOOD_FOR = timedelta(hours=48)
PEOPLE_LIMIT = 12
NAME_LENGTH = 24

_NOTE_OR_HELP = frozenset({"1", "2"})  #: these mean note and help, whatever question is open
_FIRST = 3  #: so choices are counted from here
_PARTS = tuple(Part)


async def people(hearing: Hearing) -> Deed:
    """Show whom the person has named, and what became of each."""
    contacts = shown_people(hearing)
    add = button("button-invite", "invite")
    if not contacts:
        return hearing.answer(say("people-nobody"), buttons=((add,),))
    speech = Speech(hearing.language, hearing.person.zone, hearing.now)
    shown = pages(_listed(contacts), speech)
    folds = (say("nothing-to-read"),)
    replies = [hearing.reply(*page, folds=folds) for page in shown[:-1]]
    buttons = ((add, button("button-remove", "remove")),)
    last = hearing.reply(*shown[-1], buttons=buttons, folds=folds)
    return Deed(replies=(*replies, last))


# --- Inviting ------------------------------------------------------------------------------------


async def invite(hearing: Hearing) -> Deed:
    """Ask by which name the person is called here."""
    named = [one for one in shown_people(hearing) if one.standing is not Standing.INVITED]
    if len(named) >= PEOPLE_LIMIT:
        return hearing.answer(say("people-enough", count=PEOPLE_LIMIT))
    asked = hearing.reply(say("invite-name"))
    return Deed(replies=(asked,), changes=(hearing.talk("invite-name"),))


async def invite_on(hearing: Hearing) -> Deed | None:
    """Take the name, then the part, then the language; then hand out the link."""
    if hearing.text in _NOTE_OR_HELP:
        return None
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    dialogue = hearing.visitor.dialogue
    if dialogue is None or (hearing.pressed and hearing.verb != dialogue.step):
        return None
    match dialogue.step:
        case "invite-name":
            return _take_name(hearing)
        case "invite-part":
            return _take_part(hearing)
        case _:
            return _take_language(hearing)


def _take_name(hearing: Hearing) -> Deed | None:
    name = " ".join(plain(hearing.text).split())
    if not name[:1].isalpha() or len(name) > NAME_LENGTH:
        # "3 break" is a key and no name.
        if hearing.meant:
            return None
        return hearing.answer(say("invite-name-unfit", limit=NAME_LENGTH))
    others = {
        one.nick.casefold() for one in shown_people(hearing) if one.standing is not Standing.INVITED
    }
    if name.casefold() in others:
        return hearing.answer(say("invite-name-taken"))
    buttons = tuple((button(f"part-{one}", "invite-part", one),) for one in _PARTS)
    asked = hearing.reply(say("invite-part"), buttons=buttons)
    return Deed(replies=(asked,), changes=(hearing.talk("invite-part", {"name": name}),))


def _take_part(hearing: Hearing) -> Deed | None:
    part = _chosen(hearing, [str(one) for one in _PARTS])
    if part is None:
        return None if hearing.meant else hearing.answer(say("choose-one"))
    known = languages()
    buttons = tuple((button(f"language-{one}", "invite-language", one),) for one in known)
    asked = hearing.reply(say("invite-language", first=_FIRST), buttons=buttons)
    data = {**hearing.dialogue.data, "part": part}
    return Deed(replies=(asked,), changes=(hearing.talk("invite-language", data),))


def _take_language(hearing: Hearing) -> Deed | None:
    known = languages()
    language = _chosen(hearing, known)
    if language is None:
        at = (Speech(one, hearing.person.zone, hearing.now) for one in known)
        names = [one.say(f"language-{one.language}").casefold() for one in at]
        written = hearing.text.casefold()
        language = known[names.index(written)] if written in names else None
    if language is None:
        return None if hearing.meant else hearing.answer(say("choose-one"))
    return _hand_out(hearing, language)


def _hand_out(hearing: Hearing, language: str) -> Deed:
    stamps, person, data = hearing.rooms.stamps, hearing.person, hearing.dialogue.data
    token = stamps.new_token()
    invitation = Invitation(
        digest=stamps.digest(token),
        role=Role.CONTACT,
        inviter=person.id,
        number=stamps.new_number(),
        expires_at=hearing.now + GOOD_FOR,
        nick=data["name"],
        part=Part(data["part"]),
        language=language,
        doubted=in_other_hands(hearing),
    )
    # Until the yes the link itself stands for the person; nothing is known of them yet.
    link = ContactLink(
        PersonId(invitation.digest), invitation.nick, invitation.part, Standing.INVITED
    )
    contacts = _with_room((*_not_invited_as(invitation.nick, person), link))
    address = f"https://t.me/{hearing.rooms.bot_username}?start={token}"
    aloud = hearing.reply(
        say("invite-aloud", number=invitation.number),
        say("invite-until", until=invitation.expires_at),
    )
    return Deed(
        replies=(aloud, hearing.reply(say("invite-link", link=address))),
        changes=(
            KeepPerson(replace(person, contacts=contacts)),
            Invite(invitation),
            hearing.end_talk(),
        ),
    )


def _initial(link: ContactLink) -> str:
    """Return as much of a name as she needs and somebody else who holds her phone cannot use."""
    return f"{link.nick[:1]}…"


def _not_invited_as(nick: str, person: Person) -> tuple[ContactLink, ...]:
    """Return the contacts without an earlier invitation of the same name: it is no longer good."""
    return tuple(
        one
        for one in person.contacts
        if one.standing is not Standing.INVITED or one.nick.casefold() != nick.casefold()
    )


def _with_room(contacts: tuple[ContactLink, ...]) -> tuple[ContactLink, ...]:
    """Return the contacts without the oldest invitations where they are too many.

    Nobody who has said yes is pushed out: whoever holds her phone could leave her without people.
    """
    invited = [one for one in contacts if one.standing is Standing.INVITED]
    over = invited[: max(len(contacts) - 2 * PEOPLE_LIMIT, 0)]
    return tuple(one for one in contacts if one not in over)


# --- Taking out ----------------------------------------------------------------------------------


async def remove(hearing: Hearing) -> Deed:
    """Ask who is no longer to be asked."""
    contacts = shown_people(hearing)
    if not contacts:
        return hearing.answer(say("people-nobody"))
    rows = tuple(
        (button("people-name", "remove-who", short(one.id), place=place, nick=_initial(one)),)
        for place, one in enumerate(contacts, _FIRST)
    )
    asked = hearing.reply(say("remove-who"), buttons=rows, folds=(say("nothing-to-read"),))
    return Deed(replies=(asked,), changes=(hearing.talk("remove-who"),))


async def removed(hearing: Hearing) -> Deed | None:
    """Take somebody out at once. They are told nothing.

    On a phone in other hands it only seems so: whoever holds it must not leave her without people.
    """
    if hearing.text in _NOTE_OR_HELP:
        return None
    if "cancel" in hearing.meant:
        return hearing.answer(say("unchanged"), changes=(hearing.end_talk(),))
    link = _meant(hearing)
    if link is None:
        return None if hearing.meant else hearing.answer(say("choose-one"))
    person = hearing.person
    forced = in_other_hands(hearing)
    left = tuple(one for one in person.contacts if one.id != link.id)
    without = seems_without(person, link.id) if forced else replace(person, contacts=left)
    changes: list[Change] = [KeepPerson(without), hearing.end_talk()]
    contact = await hearing.rooms.readings.person(link.id)
    if contact is not None:
        owners = tuple(one for one in contact.owners if one.id != person.id)
        changes.append(KeepPerson(contact if forced else replace(contact, owners=owners)))
    return hearing.answer(say("removed"), changes=tuple(changes))


def _meant(hearing: Hearing) -> ContactLink | None:
    contacts = shown_people(hearing)
    if hearing.pressed:
        return next((one for one in contacts if one.id == long(hearing.arg)), None)
    if hearing.text.isdecimal():
        place = int(hearing.text) - _FIRST
        return contacts[place] if 0 <= place < len(contacts) else None
    named = hearing.text.casefold()
    return next((one for one in contacts if one.nick.casefold() == named), None)


def _listed(contacts: Iterable[ContactLink]) -> tuple[Words, ...]:
    return tuple(
        say(
            "people-line",
            place=place,
            nick=_initial(one),
            part=str(one.part),
            standing=str(one.standing) if one.reachable else "unreachable",
        )
        for place, one in enumerate(contacts, _FIRST)
    )


def _chosen(hearing: Hearing, ids: Iterable[str]) -> str | None:
    """Return which was chosen: by button, by word, or by its number counted from three."""
    known = tuple(ids)
    if not hearing.pressed and hearing.text.isdecimal():
        place = int(hearing.text) - _FIRST
        return known[place] if 0 <= place < len(known) else None
    return hearing.choice(*known)


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "people", people),
    Route(Role.DEFENDER, By.WORD, "invite", invite),
    Route(Role.DEFENDER, By.BUTTON, "invite", invite),
    Route(Role.DEFENDER, By.STEP, "invite", invite_on),
    Route(Role.DEFENDER, By.BUTTON, "invite-part", invite_on),
    Route(Role.DEFENDER, By.BUTTON, "invite-language", invite_on),
    Route(Role.DEFENDER, By.WORD, "remove", remove),
    Route(Role.DEFENDER, By.BUTTON, "remove", remove),
    Route(Role.DEFENDER, By.STEP, "remove", removed),
    Route(Role.DEFENDER, By.BUTTON, "remove-who", removed),
)
