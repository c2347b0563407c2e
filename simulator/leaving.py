"""How people turn away from a bot, or come back: they block it, unblock it, or have no account."""

from dataclasses import replace

from simulator.bots import Bot
from simulator.chats import Chat, Person, Standing
from simulator.delivery import deliver
from simulator.town import Town


def block(town: Town, bot: Bot, person: Person, *, blocked: bool = True) -> int | None:
    """Block a bot or take that back; return the id of the my_chat_member update."""
    chat = town.chat(bot, person.id)
    wanted = Standing.BLOCKED if blocked else Standing.OPEN
    if chat.standing is wanted:
        return None
    chat.standing = wanted
    town.stirred(chat)
    return _membership(town, bot, person, chat, "kicked" if blocked else "member")


def deactivate(town: Town, person: Person) -> None:
    """Delete one's account; bots learn of it when they write."""
    town.people[person.id] = replace(person, deactivated=True)
    town.tell("town")


def _membership(town: Town, bot: Bot, person: Person, chat: Chat, status: str) -> int | None:
    member = {"user": bot.as_user(), "status": "member"}
    kicked = {"user": bot.as_user(), "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if status == "kicked" else (kicked, member)
    town.record.write(
        "in",
        "block" if status == "kicked" else "unblock",
        bot=bot.id,
        chat_id=chat.chat_id,
        person=person.first_name,
        by="person",
    )
    change = {
        "chat": town.chat_json(chat.chat_id),
        "from": person.as_user(),
        "date": town.clock.seconds(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return deliver(town, bot, "my_chat_member", change)
