"""Mini Apps that people open from a button, what comes back from them, and how they end.

Source: https://core.telegram.org/bots/webapps#implementing-mini-apps.
"""

from dataclasses import replace
from typing import Any

from simulator import keyboards, menus
from simulator.acts import CannotBeDone, say
from simulator.bots import Bot, Launch
from simulator.chats import Chat, Message, Person, Standing
from simulator.entities import read, units
from simulator.initdata import address, signed
from simulator.refusals import QUERY_TOO_OLD, bad_request
from simulator.storages import Device, Shelf
from simulator.town import NotThere, Town
from simulator.unplayed import not_played

Params = dict[str, Any]

#: `sendData` takes so many bytes.
LARGEST_DATA = 4096
#: A closed app's query can still be answered for so many virtual seconds.
QUERY_LIFE = 60
LONGEST_TEXT = 4096
NEWEST_VERSION = "9.1"
#: Colours of Telegram's light theme, for whoever names none.
LIGHT = {
    "bg_color": "#ffffff",
    "secondary_bg_color": "#efeff4",
    "text_color": "#000000",
    "hint_color": "#707579",
    "link_color": "#2481cc",
    "button_color": "#2481cc",
    "button_text_color": "#ffffff",
    "header_bg_color": "#ffffff",
    "accent_text_color": "#2481cc",
    "section_bg_color": "#ffffff",
    "section_header_text_color": "#2481cc",
    "subtitle_text_color": "#707579",
    "destructive_text_color": "#d14e4e",
}


def launch(
    town: Town,
    bot: Bot,
    person: Person,
    label: str | None,
    *,
    menu: bool = False,
    message_id: int | None = None,
    theme: dict[str, Any] | None = None,
    platform: str = "android",
    version: str = NEWEST_VERSION,
    device: str | None = None,
) -> tuple[Launch, str]:
    """Open the app behind a key, an inline button or the menu; return it and its full address."""
    chat = town.chat(bot, person.id)
    if person.deactivated:
        raise CannotBeDone(f"{person.first_name} has no account any more")
    if chat.standing is Standing.BLOCKED:
        raise CannotBeDone("one cannot open the app of a bot one has blocked")
    kind, text, url = _menu(bot, chat) if menu else _button(chat, label or "", message_id)
    number = len(bot.launches) + 1
    opened = Launch(
        id=f"{bot.id}-{number}",
        person=person.id,
        kind=kind,
        button=text,
        platform=platform,
        version=version,
        device=device or platform,
        query_id="" if kind == "keyboard" else f"AA{bot.id}{number:08d}",
    )
    bot.launches[opened.id] = opened
    data = ""
    if kind != "keyboard":
        user = person.as_user() | {"allows_write_to_pm": chat.standing is Standing.OPEN}
        user = {name: value for name, value in user.items() if name != "is_bot"}
        fields = {"query_id": opened.query_id, "user": user}
        data = signed(bot, fields | {"auth_date": str(town.clock.seconds())})
    return opened, address(url, data, version, platform, LIGHT if theme is None else theme)


def found(town: Town, launch_id: str) -> tuple[Bot, Launch]:
    """Find an open or closed app by its launch."""
    for bot in town.bots.values():
        if launch_id in bot.launches:
            return bot, bot.launches[launch_id]
    raise NotThere(f"no launch {launch_id}")


def send_data(town: Town, launch_id: str, data: str) -> tuple[Message, int | None]:
    """Bring what the app sends to the bot, once, and close it."""
    bot, opened = found(town, launch_id)
    _open(opened)
    if opened.kind != "keyboard":
        raise CannotBeDone("only an app opened from a reply keyboard can send data")
    if not 1 <= len(data.encode()) <= LARGEST_DATA:
        raise ValueError(f"data has 1 to {LARGEST_DATA} bytes")
    given = {"web_app_data": {"data": data, "button_text": opened.button}}
    brought = say(town, bot, town.person(opened.person), "", more=given)
    close(town, launch_id)
    return brought


def close(town: Town, launch_id: str) -> None:
    """Close an app; raise CannotBeDone when it is closed already."""
    bot, opened = found(town, launch_id)
    _open(opened)
    bot.launches[launch_id] = replace(opened, closed_at=town.clock.timestamp())


def shelf(town: Town, launch_id: str) -> Shelf:
    """Find the storages that an open app reaches."""
    bot, opened = found(town, launch_id)
    _open(opened)
    device = bot.storages.devices.setdefault((opened.person, opened.device), Device())
    cloud = bot.storages.cloud.setdefault(opened.person, {})
    version = tuple(int(part) for part in opened.version.split("."))
    return Shelf(device, cloud, opened.platform, version)


def kept(bot: Bot, person: Person) -> dict[str, dict[str, str]]:
    """List what stands on a bot's shelves for a person; empty shelves are left out."""
    shelves = {"cloud": bot.storages.cloud.get(person.id, {})}
    for (whose, name), device in bot.storages.devices.items():
        if whose == person.id:
            shelves |= {f"device {name}": device.items, f"secure {name}": device.secrets}
    return {name: dict(shelf) for name, shelf in shelves.items() if shelf}


def reinstall(town: Town, bot: Bot, person: Person, device_name: str) -> None:
    """Install the client anew on a device: what the app kept is gone, its secrets can come back."""
    device = bot.storages.devices.setdefault((person.id, device_name), Device())
    device.left_behind |= device.secrets
    device.items, device.secrets = {}, {}


def answer_web_app_query(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Let the person say something through an app: https://core.telegram.org/bots/api#answerwebappquery.

    Only results that are plain text are shown here.
    """
    opened = _asking(town, bot, params.get("web_app_query_id", ""))
    result = params.get("result")
    if not isinstance(result, dict):
        raise bad_request("object expected as InlineQueryResult")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise not_played("answers of Mini Apps that are no text")
    text, entities = read(
        content["message_text"], content.get("parse_mode"), content.get("entities")
    )
    if not text:
        raise bad_request("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    markup = keyboards.check(result.get("reply_markup"), private=True, inline_only=True)
    inline = markup.get("inline_keyboard") or None
    bot.launches[opened.id] = replace(opened, answered=True)
    via: dict[str, Any] = {"via_bot": bot.as_user()}
    more = (
        via
        | ({"entities": list(entities)} if entities else {})
        | ({"reply_markup": markup} if inline else {})
    )
    message, _ = say(town, bot, town.person(opened.person), text, more=more)
    # The bot was brought these as a part of the message; the chat keeps them where it draws them.
    chat = town.chat(bot, opened.person)
    town.change(chat, message, entities=entities or message.entities, inline=inline, more=via)
    return {"inline_message_id": f"{opened.query_id}_{message.message_id}"} if inline else {}


def _asking(town: Town, bot: Bot, query_id: str) -> Launch:
    for opened in bot.launches.values():
        if query_id and opened.query_id == query_id and not opened.answered:
            since = 0.0
            if opened.closed_at is not None:
                since = town.clock.timestamp() - opened.closed_at
            if since <= QUERY_LIFE:
                return opened
    raise bad_request(QUERY_TOO_OLD)


def _open(opened: Launch) -> None:
    if opened.closed_at is not None:
        raise CannotBeDone("this app was closed")


def _menu(bot: Bot, chat: Chat) -> tuple[str, str, str]:
    button = menus.button(bot, chat.chat_id, [])
    if button["type"] != "web_app":
        raise CannotBeDone("the menu button opens no app")
    return "menu", button["text"], button["web_app"]["url"]


def _button(chat: Chat, label: str, message_id: int | None) -> tuple[str, str, str]:
    if message_id is None:
        for row in chat.keyboard or []:
            for key in row:
                if key["text"] == label and "web_app" in key:
                    return "keyboard", label, key["web_app"]["url"]
    for message in reversed(chat.messages.values()):
        if message.deleted_at is None and message_id in {None, message.message_id}:
            for row in message.inline or []:
                for button in row:
                    if button["text"] == label and "web_app" in button:
                        return "inline", label, button["web_app"]["url"]
    raise CannotBeDone(f"no button {label!r} opens an app here")
