"""Who answers now: going on duty and off, and handing the duty over (law 23).

The last one on duty cannot go, nor whoever holds an alarm. A hand-over needs the other's yes and
lists what is open; with the yes, what the one held is with the other.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import anybody, me, open_alarms, others, shown, told, typed
from handlers.understanding import meanings
from rules.events import Answered
from rules.naming import may_know
from rules.people import PersonId, Role
from storage.deed import Button, Deed, Helped, KeepHouse
from storage.persons import House, Member
from storage.readings import AlarmSeen

OFFER_HOLDS = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LISTED = 12  #: of the open alarms, in an offer


async def duty(hearing: Hearing) -> Deed:
    """Go on duty, off duty, hand it to somebody, or see who has it."""
    words = typed(hearing)
    wish = words[0].lower() if words else "who"
    meant = meanings(wish, hearing.language)
    match wish:
        case "give":
            return await _offer(hearing, words[1] if len(words) > 1 else "")
        # These two stand only in buttons: their stamp proves that the duty was offered.
        case "from" if hearing.pressed:
            return await _accept(hearing, words[1], words[2])
        case "no" if hearing.pressed:
            return _decline(hearing, words[1])
        case "who":
            return _who(hearing)
        case _ if "on" in meant:
            return _go_on(hearing)
        case _ if "off" in meant:
            return await _go_off(hearing)
        case _:
            return hearing.answer(say("office-form-duty"))


def _who(hearing: Hearing) -> Deed:
    house = hearing.visitor.house
    lines = [
        say(f"inner-duty-{_standing(one)}", code=one.code)
        for one in sorted(house.members, key=lambda one: (not one.on_duty, one.code))
    ]
    if house.awake_from != house.awake_to:
        clock = {"from": f"{house.awake_from:%H:%M}", "to": f"{house.awake_to:%H:%M}"}
        lines.append(say("inner-duty-awake", zone=house.zone, **clock))
    pressed = (
        (button("button-office-on", "duty", "on"), button("button-office-off", "duty", "off")),
    )
    return shown(hearing, lines, again=("duty", "who"), buttons=pressed)


def _standing(member: Member) -> str:
    if not member.reachable:
        return "lost"
    return "on" if member.on_duty else "off"


def _go_on(hearing: Hearing) -> Deed:
    house = hearing.visitor.house
    mine = _member(house, me(hearing))
    if mine is None or mine.on_duty:
        return hearing.answer(say("office-duty-already"))
    on = replace(mine, on_duty=True, reachable=True)
    said = hearing.reply(say("office-duty-on"))
    heard = tuple(
        told(one.id, say("office-duty-also", code=mine.code))
        for one in others(hearing)
        if one.on_duty
    )
    return Deed(changes=(KeepHouse(_with(house, on)),), replies=(said, *heard))


async def _go_off(hearing: Hearing) -> Deed:
    house = hearing.visitor.house
    mine = _member(house, me(hearing))
    if mine is None or not mine.on_duty:
        return hearing.answer(say("office-duty-not"))
    held = [one for one in await open_alarms(hearing) if one.alarm.holder == me(hearing)]
    if held:
        return hearing.answer(say("office-duty-holds", number=held[0].alarm.number))
    if not any(one.on_duty for one in others(hearing)):
        return hearing.answer(say("office-duty-last"))
    said = hearing.reply(say("office-duty-off"))
    heard = tuple(
        told(one.id, say("office-duty-gone", code=mine.code))
        for one in others(hearing)
        if one.on_duty
    )
    off = replace(mine, on_duty=False)
    return Deed(changes=(KeepHouse(_with(house, off)),), replies=(said, *heard))


# --- Handing it over -----------------------------------------------------------------------------


async def _offer(hearing: Hearing, code: str) -> Deed:
    """Ask somebody else of the office to take the duty; nothing changes before their yes."""
    if not code:
        return hearing.answer(say("office-form-duty"))
    found = await anybody(hearing, code)
    if isinstance(found, Deed):
        return found
    other = next((one for one in others(hearing) if one.id == found.id), None)
    if other is None:
        return hearing.answer(say("office-duty-cannot", code=found.code))
    alarms = await open_alarms(hearing)
    bound = [one for one in alarms if _binds(one, me(hearing), other.id)]
    if bound:
        return hearing.answer(
            say("office-duty-bound", number=bound[0].alarm.number, code=other.code)
        )
    # What is about the one who is asked does not exist for them.
    open_ones = [one for one in alarms if may_know(one.alarm, other.id)]
    asked = told(
        other.id,
        say("office-duty-asked", code=hearing.person.code, open=_listed(open_ones)),
        buttons=(_answers(hearing),),
    )
    said = hearing.reply(say("office-duty-offered", code=other.code))
    return Deed(replies=(said, asked))


def _answers(hearing: Hearing) -> tuple[Button, ...]:
    minutes = (hearing.now - _EPOCH) // timedelta(minutes=1)
    code = hearing.person.code
    return (
        button("button-office-yes", "duty", f"from {code} {minutes}"),
        button("button-office-no", "duty", f"no {code}"),
    )


def _listed(alarms: list[AlarmSeen]) -> str:
    numbers = [f"{one.alarm.number} · {one.subject.code}" for one in alarms]
    return ", ".join(numbers[:_LISTED]) + (" …" if len(numbers) > _LISTED else "") or "-"


async def _accept(hearing: Hearing, code: str, minutes: str) -> Deed:
    """Take the duty from somebody who asked, and with it what they hold."""
    house = hearing.visitor.house
    mine = _member(house, me(hearing))
    giver = next((one for one in house.members if one.code == code), None)
    offered_at = _EPOCH + timedelta(minutes=int(minutes))
    if mine is None or giver is None or hearing.now - offered_at > OFFER_HOLDS:
        return hearing.answer(say("office-too-late"))
    held = [
        one for one in await hearing.rooms.readings.open_alarms() if one.alarm.holder == giver.id
    ]
    taken = [one for one in held if may_know(one.alarm, mine.id)]
    # Whoever holds an alarm about the other cannot hand that over, and so stays.
    stays = len(taken) < len(held)
    changed = _with(house, replace(mine, on_duty=True, reachable=True))
    changed = _with(changed, replace(giver, on_duty=giver.on_duty and stays))
    heard = say("office-duty-stays" if stays else "office-duty-given", code=mine.code)
    return Deed(
        happenings=tuple(Helped(one.alarm.id, Answered(hearing.at, mine.id)) for one in taken),
        changes=(KeepHouse(changed),),
        replies=(hearing.reply(say("office-duty-on")), told(giver.id, heard)),
    )


def _decline(hearing: Hearing, code: str) -> Deed:
    giver = next((one for one in hearing.visitor.house.members if one.code == code), None)
    if giver is None:
        return hearing.answer(say("office-too-late"))
    no = told(giver.id, say("office-duty-declined", code=hearing.person.code))
    return Deed(replies=(hearing.reply(say("office-noted")), no))


def _binds(seen: AlarmSeen, giver: PersonId, other: PersonId) -> bool:
    return seen.alarm.holder == giver and not may_know(seen.alarm, other)


def _member(house: House, person: PersonId) -> Member | None:
    return next((one for one in house.members if one.id == person), None)


def _with(house: House, changed: Member) -> House:
    members = tuple(changed if one.id == changed.id else one for one in house.members)
    return replace(house, members=members)


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "duty", duty),
    Route(_C, By.BUTTON, "duty", duty),
)
