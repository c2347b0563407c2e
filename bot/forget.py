"""Erases somebody at the operator's word, here or by the Vigil that is running."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.desk import desk
from bot.housekeeping import farewell
from bot.settings import Settings
from storage.deed import Deed, Forget
from storage.forgetting import WhyNot
from storage.keychain import OthersAtWorkError
from storage.persons import Standing


class Answer(StrEnum):
    """What the operator reads."""

    FORGOTTEN = "Done. What was kept is erased; copies of it open with no key any more."
    LATER = "Noted. The Vigil that is running erases it within the hour."
    UNKNOWN = "Nobody of this code name is kept."
    ALARM_OPEN = "Not now: an alarm is open. It has to be closed first."
    JUST_HEARD = "Not now: a note has just come from them. Let Vigil run for five minutes first."
    LEAVING = "Not now: they asked to leave, and a coordinator has to speak with them first."
    UNFINISHED = "It was begun, and not finished. Run it again."


_REFUSALS = {
    WhyNot.UNKNOWN: Answer.UNKNOWN,
    WhyNot.ALARM_OPEN: Answer.ALARM_OPEN,
    WhyNot.HOLDS_ALARM: Answer.ALARM_OPEN,
    WhyNot.JUST_HEARD: Answer.JUST_HEARD,
    WhyNot.LEAVING: Answer.LEAVING,
}


async def forget_by_code(
    settings: Settings,
    environ: Mapping[str, str],
    code: str,
    progress: Callable[[str, int, int], None] | None = None,
) -> Answer:
    """Forget whoever has this code name. Raises what keeps the house from opening."""
    async with desk(settings, environ) as open_desk:
        storage = open_desk.storage
        person = await storage.readings.by_code(code)
        if person is None:
            return Answer.UNKNOWN
        try:
            done = await storage.forgetting.forget(
                [person.id], open_desk.keychain, farewell=farewell, progress=progress
            )
        except OthersAtWorkError:
            life = await storage.readings.life(person.id)
            if life is not None and life.alarms:
                return Answer.ALARM_OPEN
            if life is not None and any(one.hush is not None for one in life.watches):
                return Answer.JUST_HEARD
            if person.standing is Standing.LEAVING:
                return Answer.LEAVING
            await storage.journal.record(Deed(changes=(Forget(person.id),)))
            return Answer.LATER
        if person.id in done.gone:
            return Answer.UNFINISHED if storage.forgetting.is_unfinished else Answer.FORGOTTEN
        return _REFUSALS[done.refused[person.id]]
