"""Keyboards under and beside messages: which ones Telegram accepts, and what they show.

Source: `Client::get_reply_markup` in `Client.cpp` of https://github.com/tdlib/telegram-bot-api and
`get_reply_markup` in `ReplyMarkup.cpp` of https://github.com/tdlib/td.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from simulator import fields
from simulator.refusals import bad_request

Button = dict[str, Any]
Rows = list[list[Button]]

MOST_IN_A_ROW = 12
MOST_UNDER_A_MESSAGE = 100
MOST_KEYS = 300
LONGEST_DATA = 64
_LOOKS = ("style", "icon_custom_emoji_id")
_STYLES = {"danger", "success", "primary"}
#: What a button under a message may do; of several the first counts. A flag needs no content.
_ACTIONS: Mapping[str, type | None] = {
    "url": str,
    "callback_data": str,
    "callback_game": None,
    "pay": None,
    "switch_inline_query": str,
    "switch_inline_query_chosen_chat": dict,
    "switch_inline_query_current_chat": str,
    "login_url": dict,
    "web_app": dict,
    "copy_text": dict,
}
#: What a key may do beside writing its text, and how a group is told that it may not.
_REQUESTS: Mapping[str, tuple[type, str]] = {
    "request_contact": (bool, "Phone number can be requested"),
    "request_location": (bool, "Location can be requested"),
    "request_poll": (dict, "Poll can be requested"),
    "web_app": (dict, "Web App buttons can be used"),
    "request_users": (dict, "Users can be requested"),
    "request_chat": (dict, "Chats can be requested"),
    "request_managed_bot": (dict, "Bots can be requested"),
}
_SCHEMES = {"http", "https", "tg", "ton", "tonsite"}
_MANNERS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")


def labels(rows: Rows | None) -> list[list[str]]:
    """Show the texts on the buttons."""
    return [[button["text"] for button in row] for row in rows or []]


def read(markup: object) -> dict[str, Any]:
    """Read a markup without looking at the chat; raise Refused where Telegram would.

    Telegram does this before it looks for the chat.
    """
    if markup is None or markup == "":
        return {}
    if isinstance(markup, str):
        raise bad_request("Can't parse reply keyboard markup JSON object")
    if not isinstance(markup, dict):
        raise bad_request("Object expected as reply markup")
    try:
        keys = _rows(markup, "keyboard", "keyboard", _key)
        kind = 'inline_keyboard" of the InlineKeyboardMarkup'
        buttons = _rows(markup, "inline_keyboard", kind, _button)
        manners: dict[str, Any] = {name: True for name in _MANNERS if fields.flag(markup, name)}
        placeholder = fields.text(markup, "input_field_placeholder", "")
        removed, forced = fields.flag(markup, "remove_keyboard"), fields.flag(markup, "force_reply")
    except fields.Unfit as problem:
        raise bad_request(str(problem)) from None
    if placeholder:
        manners |= {"input_field_placeholder": placeholder}
    if keys:
        return {"keyboard": keys, **manners}
    if buttons:
        return {"inline_keyboard": buttons}
    if removed:
        return {"remove_keyboard": True, **manners}
    return {"force_reply": True, **manners} if forced else {}


def check(markup: object, *, private: bool, inline_only: bool = False) -> dict[str, Any]:
    """Give the markup that is shown; raise Refused where Telegram would."""
    known = read(markup)
    if inline_only and known and "inline_keyboard" not in known:
        raise bad_request("Inline keyboard expected")
    for name, fit in (("keyboard", _fit_key), ("inline_keyboard", _fit_button)):
        if name in known:
            rows = _fitting(known[name], fit, private=private)
            return known | {name: rows} if rows else {}
    return known


def _rows(
    markup: Mapping[str, Any], name: str, called: str, read_button: Callable[[object], Button]
) -> Rows:
    rows = fields.of_kind(markup, name, list, [])
    if any(not isinstance(row, list) for row in rows):
        closed = "" if '"' in called else '"'
        raise fields.Unfit(f'Field "{called}{closed} must be an Array of Arrays')
    return [[read_button(button) for button in row] for row in rows]


def _button(given: object) -> Button:
    words = "Can't parse inline keyboard button: "
    if not isinstance(given, dict):
        raise fields.Unfit(words + "InlineKeyboardButton must be an Object")
    try:
        text = fields.text(given, "text")
        for name, kind in _ACTIONS.items():
            if name not in given:
                continue
            value = _content(given, name, kind)
            # An empty address and empty data are none; an empty query is one.
            if value or name.startswith("switch_inline_query"):
                return {"text": text, **_looks(given), name: value}
    except fields.Unfit as problem:
        raise fields.Unfit(words + str(problem)) from None
    raise fields.Unfit(words + "Text buttons are unallowed in the inline keyboard")


def _key(given: object) -> Button:
    words = "Can't parse keyboard button: "
    if isinstance(given, str):
        return {"text": given}
    if not isinstance(given, dict):
        raise fields.Unfit(words + "KeyboardButton must be a String or an Object")
    try:
        text = fields.text(given, "text")
        for name, (kind, _) in _REQUESTS.items():
            if name not in given:
                continue
            value = _content(given, name, kind)
            if value is not False:
                return {"text": text, **_looks(given), name: value}
    except fields.Unfit as problem:
        raise fields.Unfit(words + str(problem)) from None
    return {"text": text, **_looks(given)}


def _content(given: Mapping[str, Any], name: str, kind: type | None) -> Any:
    if kind is None:
        return given[name]
    if kind is str:
        return fields.text(given, name)
    value = fields.of_kind(given, name, kind)
    if name in {"web_app", "login_url"}:
        fields.text(value, "url")
    return value


def _looks(given: Mapping[str, Any]) -> Button:
    looks = {name: given[name] for name in _LOOKS if given.get(name)}
    if looks.get("style", "primary") not in _STYLES:
        raise fields.Unfit("Invalid button style specified")
    return looks


def _fitting(rows: Rows, fit: Callable[..., None], *, private: bool) -> Rows:
    shown: Rows = []
    left = MOST_KEYS
    for row in rows:
        named = (button for button in row if button["text"])
        fitting = list(islice(named, min(MOST_IN_A_ROW, left)))
        for button in fitting:
            fit(button, private=private)
        left -= len(fitting)
        if fitting:
            shown.append(fitting)
    if fit is _fit_button and sum(map(len, shown)) > MOST_UNDER_A_MESSAGE:
        raise bad_request("Reply markup is too long")
    return shown


def _fit_key(key: Button, *, private: bool) -> None:
    for name, (_, words) in _REQUESTS.items():
        if name in key and not private:
            raise bad_request(f"{words} in private chats only")
    if "web_app" in key:
        _link(key["web_app"]["url"], "Keyboard button Web App", secure=True)


def _fit_button(button: Button, *, private: bool) -> None:
    if "url" in button:
        _link(button["url"], "Inline keyboard button")
    if "login_url" in button:
        _link(button["login_url"]["url"], "Inline keyboard button login", secure=True)
    if "web_app" in button:
        _link(button["web_app"]["url"], "Inline keyboard button Web App", secure=True)
        if not private:
            raise bad_request("BUTTON_TYPE_INVALID")
    if len(button.get("callback_data", "").encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _link(url: str, what: str, *, secure: bool = False) -> None:
    scheme = url.partition("://")[0].lower() if "://" in url else "http"
    if scheme not in _SCHEMES:
        raise bad_request(f"{what} URL '{url}' is invalid: Unsupported URL protocol")
    # Telegram wants HTTPS everywhere; a page served on this machine is let through for tests.
    if (
        secure
        and scheme != "https"
        and not url.startswith(("http://127.0.0.1:", "http://localhost:"))
    ):
        raise bad_request(f"{what} URL '{url}' is invalid: Only HTTPS links are allowed")
