"""Brings everybody back to an ordinary morning, whatever was played or pressed before.

What people can do is done by them: they unblock, they send their notes. What would take a long talk
(an open alarm, a question left open, a break) is ended in the diary, as the office would end it.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.demo.insight import Glimpse
from bot.demo.keepsakes import WAYS, her_numbers
from bot.demo.planting import enrol_crowd
from bot.demo.stage import ZONE, Stage
from bot.demo.story import Scene
from rules.events import Arrived, ChangeAsked, ChangeTakenBack, ClosingAsked, Outcome, Started
from rules.terms import NewTerms, Resume
from rules.watch import Sort, Watch
from rules.watch import Stage as WatchStage
from simulator.people import Person
from storage.board import BoardLine
from storage.deed import (
    Change,
    Deed,
    DropKey,
    EndTalk,
    Happening,
    Helped,
    KeepHouse,
    KeepPerson,
    Lived,
    WithdrawDossier,
)
from storage.persons import Address, BotId, ChatId, Standing
from storage.persons import Person as Known
from storage.versions import CompareAndSwapMissed

MORNING = time(8, 20)
_BEFORE = timedelta(hours=1)  #: how long before it is due a note is sent on the way
_EARLY = timedelta(hours=5)  #: what is due within this after the morning is sent in the morning
_TRIES = 5
_MOST_NOTES = 40  #: more deadlines than any two days have


class Hindered(Exception):
    """The stage cannot be made ready for a story; the message says what hinders."""


async def fresh_morning(scene: Scene, *, crowd: bool = False) -> None:
    """Let it be 08:20 of a new day, all well and her note sent. Raises Hindered.

    `crowd`: twelve more are there, and theirs are still open.
    """
    stage, cast = scene.stage, scene.cast
    await stage.stand.disarm()
    await stage.stand.run_at(1.0)
    for one in (*cast.circle, *cast.crowd):
        await stage.stand.tell("people", id=one.id, deactivated=False)
        await one.unblocks()
    await stage.start()
    await stage.settle()
    await _find_her(scene)
    await _clear_away(scene)
    if crowd and not cast.crowd:
        await enrol_crowd(stage, cast)
    await _come_to_morning(scene, crowd=crowd)
    await _is_ordinary(scene)


async def _find_her(scene: Scene) -> None:
    """See behind which of her two phones she is, and call the chats accordingly."""
    stage, cast = scene.stage, scene.cast
    insight, name = stage.look_inside(), cast.defender.first_name
    if cast.lost is not None:
        if await insight.behind(stage.bot, cast.defender.id) is None:
            cast.swap_phones()
        stage.chats[cast.lost.id] = f"stranger {name}-old"
    stage.chats[cast.defender.id] = f"defender {name}"


# --- What lies about -----------------------------------------------------------------------------


async def _clear_away(scene: Scene) -> None:
    """End what is open; twice, for what an alarm's end leaves behind shows only afterwards."""
    for make in (_end_what_is_open, _begin_what_rests):
        for _ in range(_TRIES):
            deed = await make(scene, await _look(scene.stage))
            try:
                await scene.stage.look_inside().record(deed)
            except CompareAndSwapMissed:
                await asyncio.sleep(0)  # the house wrote meanwhile: look again
            else:
                break
        else:
            raise Hindered("The house is busy. Please try again in a moment.")
        await scene.stage.settle()


async def _end_what_is_open(scene: Scene, glimpse: Glimpse) -> Deed:
    stage, cast, now = scene.stage, scene.cast, glimpse.now
    office = await _known(stage, cast.coordinator.id, cast.coordinator.first_name)
    happenings: list[Happening] = [
        Helped(seen.alarm.id, ClosingAsked(now, office.id, Outcome.SAFE), "the stage is cleared")
        for seen in glimpse.alarms
        if seen.alarm.closed_at is None
    ]
    for line in glimpse.board.lines:
        if any(one.sort is Sort.JOURNEY for one in line.watches):
            happenings.append(Lived(line.id, Arrived(now)))
        if line.pending:
            happenings.append(Lived(line.id, ChangeTakenBack(now)))
    her = await _known(stage, cast.defender.id, cast.defender.first_name)
    storage = await stage.look_inside().storage()
    changes: list[Change] = [await her_numbers(stage.look_inside(), her.id)]
    if any(one.gone_at is None for one in await storage.dossiers.kept(her.id)):
        changes.append(WithdrawDossier(her.id, now))
    for one in (*cast.circle, *cast.crowd):
        address = Address(BotId(stage.bot), ChatId(one.id))
        changes.append(EndTalk(address))
        person = await stage.look_inside().behind(stage.bot, one.id)
        language = cast.language if one is cast.defender else "en"
        if person is not None and (fresh := _as_at_first(person, language)) != person:
            changes.append(KeepPerson(fresh))
        if person is not None and await storage.dossiers.key_of(person.id) is not None:
            changes.append(DropKey(person.id))
    house = glimpse.board.house
    members = tuple(
        replace(one, on_duty=True) if one.id == office.id else one for one in house.members
    )
    if members != house.members:
        changes.append(KeepHouse(replace(house, members=members)))
    return Deed(happenings=tuple(happenings), changes=tuple(changes))


def _as_at_first(person: Known, language: str) -> Known:
    """Return somebody whose phone is in their own hands, and who has not worried yet."""
    chats = tuple(replace(one, seized_until=None) for one in person.chats)
    return replace(person, language=language, chats=chats, concerns=())


async def _begin_what_rests(scene: Scene, glimpse: Glimpse) -> Deed:
    stage, cast, now = scene.stage, scene.cast, glimpse.now
    her = await _known(stage, cast.defender.id, cast.defender.first_name)
    office = await _known(stage, cast.coordinator.id, cast.coordinator.first_name)
    happenings: list[Happening] = []
    for line in glimpse.board.lines:
        routine = line.routine
        if routine is None:
            continue
        if line.id == her.id and not routine.terms.ways >= WAYS:
            # After the life: what the stories need besides is agreed on without a talk.
            agreed = NewTerms(replace(routine.terms, ways=routine.terms.ways | WAYS))
            happenings.append(Lived(line.id, ChangeAsked(now, agreed, by=office.id)))
        if routine.stage is not WatchStage.RESTING:
            continue
        paused = routine.paused_until is not None
        happenings.append(Lived(line.id, ChangeAsked(now, Resume()) if paused else Started(now)))
    return Deed(happenings=tuple(happenings))


async def _known(stage: Stage, chat: int, name: str) -> Known:
    person = await stage.look_inside().behind(stage.bot, chat)
    if person is None or person.standing in {Standing.LEAVING, Standing.LEFT}:
        raise Hindered(f"{name} has left, and a story needs everybody: start the demo anew.")
    return person


# --- Until the next morning ----------------------------------------------------------------------


async def _come_to_morning(scene: Scene, *, crowd: bool) -> None:
    """Push the clock to the next morning; everybody keeps their promises on the way."""
    stage, cast = scene.stage, scene.cast
    target = _next_morning(await stage.stand.now())
    for _ in range(_MOST_NOTES):
        glimpse = await _look(stage)
        lines = glimpse.board.lines
        soonest = min(_dues(lines), default=target)
        if soonest > target:
            break
        when = max(glimpse.now, soonest - _BEFORE)
        await _push(stage, when)
        await _send_notes(scene, (cast.defender, *cast.crowd), lines, until=soonest + _BEFORE)
    else:
        raise Hindered("The notes that are due do not come to an end: start the demo anew.")
    await _push(stage, target)
    # What is due later in the morning is sent now, so that the day is free for the story.
    glimpse = await _look(stage)
    many = () if crowd else tuple(cast.crowd)
    await _send_notes(scene, (cast.defender, *many), glimpse.board.lines, until=target + _EARLY)
    stage.day = target.astimezone(ZoneInfo(ZONE)).date()


async def _push(stage: Stage, moment: datetime) -> None:
    await stage.stand.push_to(moment)
    await stage.settle()


async def _send_notes(
    scene: Scene, people: Iterable[Person], lines: Iterable[BoardLine], *, until: datetime
) -> None:
    """Let everybody of these write whose promise is due by then."""
    stage = scene.stage
    said = [
        {"bot": stage.bot, "from": person.id, "text": "1"}
        for person in people
        if await _is_due(stage, person.id, lines, until)
    ]
    if said:
        await stage.stand.tell("say", *said)
        await stage.settle()


async def _is_due(stage: Stage, chat: int, lines: Iterable[BoardLine], until: datetime) -> bool:
    person = await stage.look_inside().behind(stage.bot, chat)
    if person is None:
        return False
    return any(due <= until for due in _dues(one for one in lines if one.id == person.id))


def _dues(lines: Iterable[BoardLine]) -> list[datetime]:
    return [
        watch.due_at
        for line in lines
        for watch in line.watches
        if watch.stage is not WatchStage.RESTING and watch.due_at is not None
    ]


def _next_morning(now: datetime) -> datetime:
    here = now.astimezone(ZoneInfo(ZONE))
    today = _morning(here.date())
    return today if today - now > timedelta(0) else _morning(here.date() + timedelta(days=1))


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, ZoneInfo(ZONE))


# --- Is all as it should be? ---------------------------------------------------------------------


async def _is_ordinary(scene: Scene) -> None:
    """Say what a story could not begin with. Raises Hindered."""
    stage, cast = scene.stage, scene.cast
    glimpse = await _look(stage)
    her = await _known(stage, cast.defender.id, cast.defender.first_name)
    if any(one.alarm.closed_at is None for one in glimpse.alarms):
        raise Hindered("An alarm is still open and cannot be closed by one alone.")
    asked = [await _known(stage, one.id, one.first_name) for one in (cast.first, cast.second)]
    if [one.id for one in her.contacts] != [one.id for one in asked]:
        raise Hindered("Her people are others than at the beginning: start the demo anew.")
    lost = [one.nick for one in her.contacts if not one.reachable]
    if lost:
        raise Hindered(f"{lost[0]} cannot be reached: write something on that phone.")
    routine = _routine(glimpse, her)
    if routine is None or routine.stage is not WatchStage.WAITING:
        raise Hindered("Her promise does not run: start the demo anew.")


def _routine(glimpse: Glimpse, her: Known) -> Watch | None:
    return next((line.routine for line in glimpse.board.lines if line.id == her.id), None)


async def _look(stage: Stage) -> Glimpse:
    return await stage.look_inside().look(await stage.stand.now())
