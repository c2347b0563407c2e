"""Conversations that say under which name they were called, and nothing else."""

from datetime import timedelta

from handlers.context import By, Route, say
from rules.people import Role
from storage.deed import Deed, Talk
from storage.persons import Address, BotId, ChatId, Dialogue

BOT = BotId(4242)


def heard_as(name, *, passes=False):
    """A conversation that says under which name it was called, and with what."""

    async def conversation(hearing):
        if passes:
            return None
        return hearing.answer(say("notice-plain", name=name, rest=hearing.rest, arg=hearing.arg))

    return conversation


def route(role, by, name, *, called=None, passes=False, **how):
    return Route(role, by, name, heard_as(called or name, passes=passes), **how)


ROUTES = (
    route(Role.DEFENDER, By.WORD, "note", always=True),
    route(Role.DEFENDER, By.WORD, "help", always=True, at_once=True),
    route(Role.DEFENDER, By.WORD, "break"),
    route(Role.DEFENDER, By.STEP, "break", called="break-step"),
    route(Role.DEFENDER, By.STEP, "break-until", called="break-until-step"),
    route(Role.DEFENDER, By.STEP, "shy", passes=True),
    route(Role.DEFENDER, By.BUTTON, "keep"),
    route(Role.CONTACT, By.WORD, "seen"),
    route(Role.CONTACT, By.BUTTON, "seen"),
    route(Role.COORDINATOR, By.COMMAND, "take", always=True),
    route(Role.COORDINATOR, By.COMMAND, "help", called="office-help"),
    route(Role.COORDINATOR, By.ANYTHING, "", called="office-anything"),
    route(None, By.WORD, "language"),
    route(None, By.LINK, "defender", called="link-defender"),
    route(None, By.LINK, "moving", called="link-moving"),
    route(None, By.STEP, "enrol", called="enrol-step"),
)


def called(deed):
    """Under which names the conversations were called."""
    return [words.args.get("name", words.id) for reply in deed.replies for words in reply.words]


def rest(deed):
    return deed.replies[0].words[0].args["rest"]


async def talks(house, chat, step, **data):
    address = Address(BOT, ChatId(chat))
    dialogue = Dialogue(
        address=address, step=step, data=data, expires_at=house.now + timedelta(minutes=30)
    )
    await house.storage.journal.record(Deed(changes=(Talk(dialogue),)))
