"""The Bot API's methods about the bot itself: its names, its commands, its menu button."""

import json
import re
from collections.abc import Callable
from typing import Any

from simulator import fields
from simulator.bots import Bot
from simulator.refusals import bad_request
from simulator.town import Town

Params = dict[str, Any]

LONGEST_NAME = 64
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120
MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_EVERYWHERE = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_IN_A_CHAT = {"chat", "chat_administrators", "chat_member"}


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
    given = params.get("commands") or []
    if isinstance(given, str):
        raise bad_request("can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    try:
        read = [_command(one) for one in given]
    except fields.Unfit as problem:
        raise bad_request(f"can't parse BotCommand: {problem}") from None
    place = _scope(town, params), _language(params)
    kept = [_fitting(*one) for one in read]
    if len(kept) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    bot.commands[place] = kept
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
    given = params.get("menu_button") or {"type": "default"}
    if isinstance(given, str):
        raise bad_request("can't parse menu button JSON object")
    try:
        button = _menu_button(given)
    except fields.Unfit as problem:
        raise bad_request(f"can't parse menu button: {problem}") from None
    bot.menu_buttons[_private(town, params)] = button
    return True


def get_chat_menu_button(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell the menu button for a chat: https://core.telegram.org/bots/api#getchatmenubutton."""
    default = bot.menu_buttons.get(None, {"type": "default"})
    return bot.menu_buttons.get(_private(town, params), default)


def _command(given: object) -> tuple[str, str]:
    if not isinstance(given, dict):
        raise fields.Unfit("expected an Object")
    return fields.text(given, "command"), fields.text(given, "description")


def _fitting(command: str, description: str) -> dict[str, str]:
    """Check a command as `set_commands` in TDLib's `BotCommand.cpp` does, in its words."""
    command, description = command.strip().removeprefix("/"), description.strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        longest = LONGEST_COMMAND_DESCRIPTION
        raise bad_request(f"command description length must not exceed {longest}")
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _menu_button(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise fields.Unfit("MenuButton must be an Object")
    kind = fields.text(given, "type")
    if kind in {"default", "commands"}:
        return {"type": kind}
    if kind != "web_app":
        raise fields.Unfit("MenuButton has unsupported type")
    text, app = fields.text(given, "text"), fields.of_kind(given, "web_app", dict)
    return {"type": kind, "text": text, "web_app": {"url": fields.text(app, "url")}}


def _private(town: Town, params: Params) -> int | None:
    if "chat_id" not in params:
        return None
    chat_id: int = params["chat_id"]
    if chat_id <= 0:
        raise bad_request("invalid chat_id specified")
    if chat_id not in town.people:
        raise bad_request("user not found")
    return chat_id


def _language(params: Params) -> str:
    language: str = params.get("language_code", "")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(town: Town, params: Params) -> str:
    given = params.get("scope") or {"type": "default"}
    if isinstance(given, str):
        raise bad_request("can't parse BotCommandScope JSON object")
    try:
        scope = _read_scope(given)
    except fields.Unfit as problem:
        raise bad_request(f"can't parse BotCommandScope: {problem}") from None
    chat_id = scope.get("chat_id")
    if chat_id is not None and chat_id not in town.people and chat_id not in town.groups:
        raise bad_request("chat not found")
    return json.dumps(scope, sort_keys=True)


def _read_scope(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise fields.Unfit("BotCommandScope must be an Object")
    kind = fields.text(given, "type")
    if kind in _EVERYWHERE:
        return {"type": kind}
    if kind not in _IN_A_CHAT:
        raise fields.Unfit("Unsupported type specified")
    chat_id = fields.text(given, "chat_id")
    if not chat_id:
        raise fields.Unfit("Empty chat_id specified")
    digits = chat_id.removeprefix("-").isdecimal()
    scope: dict[str, Any] = {"type": kind, "chat_id": int(chat_id) if digits else chat_id}
    if kind == "chat_member":
        scope["user_id"] = fields.number(given, "user_id")
        if scope["user_id"] <= 0:
            raise fields.Unfit("Invalid user_id specified")
    return scope
