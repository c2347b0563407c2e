"""The Bot API's methods about the bot itself: its names, its commands, its menu button."""

import json
import re
from collections.abc import Callable
from typing import Any

from simulator.bots import Bot
from simulator.refusals import bad_request
from simulator.town import Town

Params = dict[str, Any]

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")


def get_me(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell about the bot: https://core.telegram.org/bots/api#getme."""
    return bot.as_itself()


def setter(
    field: str, shelf: Callable[[Bot], dict[str, str]], longest: int
) -> Callable[[Town, Bot, Params], bool]:
    """Make setMyName and its like: an empty text removes the one for that language."""

    def keep(town: Town, bot: Bot, params: Params) -> bool:
        language, text = _language(params), params.get(field, "").strip()
        if len(text) > longest:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        if text:
            shelf(bot)[language] = text
        else:
            shelf(bot).pop(language, None)
        return True

    return keep


def getter(
    field: str, shelf: Callable[[Bot], dict[str, str]]
) -> Callable[[Town, Bot, Params], dict[str, str]]:
    """Make getMyName and its like: a language without its own text has the default's."""

    def tell(town: Town, bot: Bot, params: Params) -> dict[str, str]:
        default = shelf(bot).get("", bot.first_name if field == "name" else "")
        return {field: shelf(bot).get(_language(params), default)}

    return tell


def set_my_commands(town: Town, bot: Bot, params: Params) -> bool:
    """Keep the commands for a scope and language: https://core.telegram.org/bots/api#setmycommands."""
    commands = params.get("commands")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for one in commands:
        if not isinstance(one, dict):
            raise bad_request("expected an Object as BotCommand")
        command = str(one.get("command", "")).removeprefix("/")
        description = str(one.get("description", "")).strip()
        if not _COMMAND.fullmatch(command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": command, "description": description})
    bot.commands[_scope(town, params), _language(params)] = kept
    return True


def get_my_commands(town: Town, bot: Bot, params: Params) -> list[dict[str, Any]]:
    """Tell the commands for a scope and language: https://core.telegram.org/bots/api#getmycommands."""
    return bot.commands.get((_scope(town, params), _language(params)), [])


def delete_my_commands(town: Town, bot: Bot, params: Params) -> bool:
    """Drop the commands for a scope and language: https://core.telegram.org/bots/api#deletemycommands."""
    bot.commands.pop((_scope(town, params), _language(params)), None)
    return True


def set_chat_menu_button(town: Town, bot: Bot, params: Params) -> bool:
    """Keep the menu button for a chat, or for all: https://core.telegram.org/bots/api#setchatmenubutton."""
    button = params.get("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("MenuButton has unsupported type")
    bot.menu_buttons[_private(town, params)] = button
    return True


def get_chat_menu_button(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell the menu button for a chat: https://core.telegram.org/bots/api#getchatmenubutton."""
    default = bot.menu_buttons.get(None, {"type": "default"})
    return bot.menu_buttons.get(_private(town, params), default)


def _private(town: Town, params: Params) -> int | None:
    chat_id: int | None = params.get("chat_id")
    if chat_id is not None and chat_id not in town.people:
        raise bad_request("chat not found")
    return chat_id


def _language(params: Params) -> str:
    language: str = params.get("language_code", "")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(town: Town, params: Params) -> str:
    scope = params.get("scope") or {"type": "default"}
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise bad_request("expected an Object as BotCommandScope")
    faults = town.schema.faults("BotCommandScope", scope)
    chat_id = scope.get("chat_id")
    if faults:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if chat_id is not None and chat_id not in town.people and chat_id not in town.groups:
        raise bad_request("chat not found")
    return json.dumps(scope, sort_keys=True)
