"""A coordinator invites: a defender with all that the office must know, or another coordinator.

What is missing is asked for, one question at a time. The link goes out once, ends by itself, and is
worth nothing without the number said aloud (law 28).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import (
    anybody,
    clock_time,
    code_said,
    is_note_or_help,
    me,
    typed,
    with_happenings,
)
from handlers.coordinator.choices import to_say
from handlers.coordinator.inviting.answers import (
    LEVELS,
    NICK_LENGTH,
    USUAL,
    Unfit,
    fit,
    sorted_in,
)
from handlers.words import languages
from rules.events import Started
from rules.offering import lacks
from rules.people import PersonId, Role
from rules.schedule import DailyAt, next_due, slots_at
from rules.templates import from_template
from rules.terms import Level, Terms
from rules.watch import Sort, Watch, WatchId
from rules.weakening import ends_asleep, faults
from storage.deed import Button, Deed, Invite, KeepHouse, KeepPerson, Lived, OpenWatch
from storage.persons import Invitation, Person, Standing

LINK_HOLDS = timedelta(hours=48)
#: What must be known about a defender, in the order in which it is asked.
ASKED = ("level", "nick", "language", "zone", "times")
#: The same of somebody without Telegram, to whom nothing is written (law 24).
ASKED_BY_VOICE = ("level", "nick", "zone", "times", "consent")
_BY_VOICE = "voice"
_STEP = "office-invite"


async def invite(hearing: Hearing) -> Deed:
    """Invite: `/invite`, `/invite medium ru Dushanbe 09:00 21:00 Nino`, `/invite coordinator`.

    `/invite voice ...` is for somebody without Telegram: the office records their notes.
    """
    words = typed(hearing)
    if words and words[0].lower() == str(Role.COORDINATOR):
        return _invite_coordinator(hearing)
    if words and words[0].lower() == _BY_VOICE:
        return _go_on(hearing, {**sorted_in(words[1:]), "way": _BY_VOICE})
    if len(words) == 1:
        found = await hearing.rooms.readings.by_code(code_said(words[0]))
        if found is not None:
            return await _again(hearing, words[0])
    return _go_on(hearing, sorted_in(words))


async def answer(hearing: Hearing) -> Deed | None:
    """Take the answer to the question that is open."""
    dialogue = hearing.visitor.dialogue
    if dialogue is None or not dialogue.step.startswith(f"{_STEP}-") or is_note_or_help(hearing):
        return None
    if "cancel" in hearing.meant:
        return hearing.answer(say("office-unchanged"), changes=(hearing.end_talk(),))
    asked = dialogue.step.removeprefix(f"{_STEP}-")
    if hearing.pressed and hearing.verb != dialogue.step:
        return None
    said = hearing.arg if hearing.pressed else _by_place(hearing, asked)
    if asked == "consent" and said == "no":
        return hearing.answer(say("office-unchanged"), changes=(hearing.end_talk(),))
    value = fit(asked, said)
    if isinstance(value, Unfit):
        return _ask(hearing, asked, dialogue.data, unfit=value)
    return _go_on(hearing, {**dialogue.data, asked: value})


def _by_place(hearing: Hearing, asked: str) -> str:
    known = {"level": tuple(map(str, LEVELS)), "language": languages(), "consent": ("yes", "no")}
    choices = known.get(asked, ())
    return hearing.choice(*choices) or hearing.text


# --- What is asked -------------------------------------------------------------------------------


def _go_on(hearing: Hearing, data: Mapping[str, str]) -> Deed:
    needed = ASKED_BY_VOICE if "way" in data else ASKED
    if "level" in data and _is_too_much(hearing, Level(data["level"])):
        chosen = {name: said for name, said in data.items() if name != "level"}
        return _ask(hearing, "level", chosen, unfit=Unfit.HIGH)
    missing = next((one for one in needed if one not in data), None)
    return _invite_defender(hearing, data) if missing is None else _ask(hearing, missing, data)


def _is_too_much(hearing: Hearing, level: Level) -> bool:
    """Say whether this house lacks something for somebody of that level, who has no cards yet."""
    rooms = hearing.rooms
    page = rooms.pages_url is not None
    terms = from_template(level, "UTC", page=page)
    return bool(lacks(terms, page=page, horn=rooms.horn, cards=0))


def _ask(hearing: Hearing, asked: str, data: Mapping[str, str], unfit: Unfit | None = None) -> Deed:
    question = say(f"office-invite-{asked}", limit=NICK_LENGTH)
    why = () if unfit is None else (say(f"office-invite-{unfit.name.lower()}"),)
    return hearing.answer(
        *why,
        question,
        buttons=_choices(hearing, asked),
        changes=(hearing.talk(f"{_STEP}-{asked}", data),),
    )


def _choices(hearing: Hearing, asked: str) -> tuple[tuple[Button, ...], ...]:
    verb = f"{_STEP}-{asked}"
    match asked:
        case "level":
            return tuple((button(f"button-office-{one}", verb, one),) for one in LEVELS)
        case "language":
            return tuple((button(f"language-{one}", verb, one),) for one in languages())
        case "zone":
            zone = hearing.visitor.house.zone
            return ((button("button-office-zone", verb, zone, zone=zone),),)
        case "times":
            return ((button("button-office-usual", verb, USUAL),),)
        case "consent":
            yes, no = (button(f"button-office-{one}", verb, one) for one in ("yes", "no"))
            return ((yes, no),)
        case _:
            return ()


# --- The link ------------------------------------------------------------------------------------


def _invite_defender(hearing: Hearing, data: Mapping[str, str]) -> Deed:
    house = hearing.visitor.house
    terms = _terms(data, page=hearing.rooms.pages_url is not None)
    found = list(faults(terms))
    if not found and ends_asleep(terms, house.awake_from, house.awake_to, house.zone):
        found.append("ends-asleep")
    if found:
        wrong = tuple(say(f"office-fault-{one}") for one in found)
        again = {name: said for name, said in data.items() if name not in {"times", "consent"}}
        asked = _ask(hearing, "times", again)
        reply = replace(asked.replies[0], words=(*wrong, *asked.replies[0].words))
        return replace(asked, replies=(reply,))
    stamps = hearing.rooms.stamps
    person = Person(
        id=PersonId(stamps.digest(stamps.new_token())),
        roles=frozenset({Role.DEFENDER}),
        code=f"A{house.next_defender}",
        nick=data["nick"],
        language=data.get("language", hearing.person.language),
        zone=data["zone"],
        level=Level(data["level"]),
        standing=Standing.INVITED,
    )
    watch = Watch(
        id=WatchId(stamps.digest(stamps.new_token())),
        owner=person.id,
        sort=Sort.ROUTINE,
        terms=terms,
    )
    counted = KeepHouse(replace(house, next_defender=house.next_defender + 1))
    if "way" in data:
        return _begin_by_voice(hearing, person, watch, counted)
    linked = _link(hearing, Role.DEFENDER, person)
    # By itself: the message with the link is passed on.
    aside = to_say(person.code, terms)
    said = (*linked.replies, *((hearing.reply(*aside),) if aside else ()))
    opened = (KeepPerson(person), OpenWatch(watch), counted, hearing.end_talk())
    return replace(linked, changes=(*opened, *linked.changes), replies=said)


def _begin_by_voice(hearing: Hearing, person: Person, watch: Watch, counted: KeepHouse) -> Deed:
    """Watch over somebody who has no chat: they said yes aloud, and it begins now (law 24)."""
    agreed = replace(person, standing=Standing.AGREED, agreed_at=hearing.at)
    due = next_due(watch.terms.schedule, hearing.at, watch.terms.seasons)
    assert due is not None  # terms without a deadline have a fault
    begun = hearing.answer(
        say("office-voice-begun", code=person.code, due=due),
        changes=(KeepPerson(agreed), OpenWatch(watch), counted, hearing.end_talk()),
    )
    return with_happenings(begun, Lived(person.id, Started(hearing.at)))


def _terms(data: Mapping[str, str], *, page: bool) -> Terms:
    terms = from_template(Level(data["level"]), data["zone"], page=page)
    if data["times"] == USUAL:
        return terms
    clocks = (clock_time(one.strip(",")) for one in data["times"].split())
    times = [one for one in clocks if one is not None]
    return replace(terms, schedule=DailyAt(slots_at(*times), data["zone"]))


def _invite_coordinator(hearing: Hearing) -> Deed:
    house = hearing.visitor.house
    code = f"B{house.next_coordinator}"
    linked = _link(hearing, Role.COORDINATOR, Person(id=me(hearing), code=code))
    counted = KeepHouse(replace(house, next_coordinator=house.next_coordinator + 1))
    return replace(linked, changes=(counted, *linked.changes))


async def _again(hearing: Hearing, code: str) -> Deed:
    """Hand out a new link to somebody whose first one has ended unread."""
    found = await anybody(hearing, code)
    if isinstance(found, Deed):
        return found
    if found.standing is not Standing.INVITED:
        return hearing.answer(say("office-here-already", code=found.code))
    return _link(hearing, Role.DEFENDER, found)


def _link(hearing: Hearing, role: Role, person: Person) -> Deed:
    stamps = hearing.rooms.stamps
    token, number = stamps.new_token(), stamps.new_number()
    expires_at = hearing.now + LINK_HOLDS
    invitation = Invitation(
        digest=stamps.digest(token),
        role=role,
        inviter=me(hearing),
        number=number,
        expires_at=expires_at,
        code=person.code,
        nick=person.nick,
        level=person.level,
        language=person.language if role is Role.DEFENDER else hearing.person.language,
    )
    link = f"https://t.me/{hearing.rooms.bot_username}?start={token}"
    pressed: tuple[tuple[Button, ...], ...] = ()
    if role is Role.DEFENDER:
        code = person.code
        pressed = (
            (
                button("button-office-terms", "terms", code),
                button("button-office-ladder", "ladder", code),
            ),
        )
    return hearing.answer(
        say("office-invite-link", code=person.code, link=link, until=expires_at),
        say("office-invite-number", number=number),
        buttons=pressed,
        changes=(Invite(invitation),),
    )


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "invite", invite),
    Route(_C, By.BUTTON, _STEP, invite),
    Route(_C, By.STEP, _STEP, answer),
    *(Route(_C, By.BUTTON, f"{_STEP}-{asked}", answer) for asked in (*ASKED, "consent")),
)
