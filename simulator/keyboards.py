"""Keyboards under and beside messages: which ones Telegram accepts, and what they show."""

from typing import Any

from simulator.refusals import bad_request

Rows = list[list[dict[str, Any]]]

#: What a button of an inline keyboard may do; exactly one of them.
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_LOOKS = ("text", "style", "icon_custom_emoji_id")
_REQUESTS = (
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
)
_STYLES = {"danger", "success", "primary"}
_SCHEMES = ("http://", "https://", "tg://")


def labels(rows: Rows | None) -> list[list[str]]:
    """Show the texts on the buttons."""
    return [[button["text"] for button in row] for row in rows or []]


def check(markup: object, *, private: bool, inline_only: bool = False) -> dict[str, Any]:
    """Give the markup that is shown; raise Refused where Telegram would."""
    if markup is None or markup in ("", {}):
        return {}
    if isinstance(markup, str):
        raise bad_request("can't parse reply keyboard markup JSON object")
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _inline(markup["inline_keyboard"], private=private)}
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return {**markup, "keyboard": _reply(markup["keyboard"], private=private)}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    return {}


def _inline(rows: object, *, private: bool) -> Rows:
    shown: Rows = []
    for row in _array(rows, "inline_keyboard"):
        shown_row = []
        for button in _row(row, "inline"):
            if not isinstance(button, dict):
                raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must"
                                  " be an Object")  # fmt: skip
            _inline_button(button, private=private)
            shown_row.append(_known(button, _ACTIONS))
        if shown_row:
            shown.append(shown_row)
    if sum(map(len, shown)) > 100:
        raise bad_request("reply markup is too long")
    return shown


def _inline_button(button: dict[str, Any], *, private: bool) -> None:
    words = "can't parse inline keyboard button: "
    _text(button, words)
    acts = [name for name in _ACTIONS if name in button]
    if not acts:
        raise bad_request(words + "Text buttons are unallowed in the inline keyboard")
    _style(button)
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str):
            raise bad_request(words + 'Field "callback_data" must be of type String')
        if not 1 <= len(data.encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not str(button["url"]).startswith(_SCHEMES):
        raise bad_request(
            f"inline keyboard button URL '{button['url']}' is invalid: Unsupported URL protocol"
        )
    if "web_app" in button:
        _web_app(button["web_app"], words)
        if not private:
            raise bad_request("BUTTON_TYPE_INVALID")


def _reply(rows: object, *, private: bool) -> Rows:
    shown: Rows = []
    words = "can't parse keyboard button: "
    for row in _array(rows, "keyboard"):
        shown_row = []
        for given in _row(row, "reply"):
            button = {"text": given} if isinstance(given, str) else given
            if not isinstance(button, dict):
                raise bad_request(words + "KeyboardButton must be a String or an Object")
            _text(button, words)
            _style(button)
            if "web_app" in button:
                _web_app(button["web_app"], words)
                if not private:
                    raise bad_request("BUTTON_TYPE_INVALID")
            shown_row.append(_known(button, _REQUESTS))
        if shown_row:
            shown.append(shown_row)
    if not shown:
        raise bad_request("reply keyboard is empty")
    return shown


def _known(button: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Leave out what Telegram ignores."""
    return {name: value for name, value in button.items() if name in _LOOKS or name in names}


def _array(rows: object, name: str) -> list[Any]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" of the reply markup must be an Array')
    return rows


def _row(row: object, kind: str) -> list[Any]:
    if not isinstance(row, list):
        raise bad_request(f"{kind} keyboard must be an Array of Arrays")
    return row


def _text(button: dict[str, Any], words: str) -> None:
    if not isinstance(button.get("text"), str):
        raise bad_request(words + 'Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("text buttons are not allowed to be empty")


def _style(button: dict[str, Any]) -> None:
    if button.get("style") is not None and button["style"] not in _STYLES:
        raise bad_request("invalid button style specified")


def _web_app(given: object, words: str) -> None:
    if not isinstance(given, dict) or not isinstance(given.get("url"), str):
        raise bad_request(words + 'Field "web_app" must be of type Object')
    # Telegram wants HTTPS everywhere; a page served on this machine is let through for tests.
    if not given["url"].startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        url = given["url"]
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
