"""The menu that a person finds in a chat: the bot's commands and the button beside the field.

Source: "Determining list of commands", https://core.telegram.org/bots/api#determining-list-of-commands.
"""

import json
from typing import Any

from simulator.bots import Bot
from simulator.chats import Person


def commands(
    bot: Bot, chat_id: int, person: Person | None, *, administrator: bool = False
) -> list[dict[str, Any]]:
    """List the commands shown to somebody in a chat: the narrowest scope, their language first."""
    language = person.language_code.partition("-")[0] if person else ""
    for scope in _scopes(chat_id, person, administrator=administrator):
        key = json.dumps(scope, sort_keys=True)
        for tongue in dict.fromkeys((language, "")):
            if found := bot.commands.get((key, tongue)):
                return found
    return []


def button(bot: Bot, chat_id: int, shown: list[dict[str, Any]]) -> dict[str, Any]:
    """Tell the menu button of a chat; the default one opens the commands where there are any."""
    for place in (chat_id, None):
        given = bot.menu_buttons.get(place)
        if given and given["type"] != "default":
            return given
    return {"type": "commands" if shown and chat_id > 0 else "default"}


def _scopes(chat_id: int, person: Person | None, *, administrator: bool) -> list[dict[str, Any]]:
    here = {"type": "chat", "chat_id": chat_id}
    everywhere = {"type": "default"}
    if chat_id > 0:
        return [here, {"type": "all_private_chats"}, everywhere]
    scopes: list[dict[str, Any]] = []
    if person is not None:
        scopes.append({"type": "chat_member", "chat_id": chat_id, "user_id": person.id})
    if administrator:
        scopes.append({"type": "chat_administrators", "chat_id": chat_id})
    scopes.append(here)
    if administrator:
        scopes.append({"type": "all_chat_administrators"})
    return [*scopes, {"type": "all_group_chats"}, everywhere]
