"""The Bot API's methods that send one file, and the one that puts another in its place."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.bots import Bot
from simulator.chats import CAPTIONED
from simulator.files import MEDIA, Medium, sent
from simulator.messages import changed, own
from simulator.refusals import Refused, bad_request
from simulator.sending import Entities, Params, put, read_caption
from simulator.town import Town
from simulator.unplayed import not_played

#: What may be hidden behind a spoiler, and stand below its caption.
_SEEN = frozenset({"photo", "video", "animation"})
#: What `editMessageMedia` replaces, a text beside it.
_REPLACED = frozenset({"photo", "video", "animation", "audio", "document"})
_ABOUT = ("show_caption_above_media", "has_media_spoiler", "link_preview_options")
_PARSING = "can't parse InputMedia: "


def sender(name: str, method: str) -> Callable[[Town, Bot, Params], dict[str, Any]]:
    """Make sendPhoto and its like: https://core.telegram.org/bots/api#sendphoto."""
    medium = MEDIA[name]

    def send(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
        if not params.get(name):
            raise bad_request(f"there is no {medium.words} in the request")
        if params.get("cover"):
            raise not_played("covers of videos")
        caption: tuple[str, Entities] = ("", ())
        if name in CAPTIONED:
            caption = read_caption(params)
        more = sent(bot.files, medium, params[name], params) | _manner(medium, params)
        return put(town, bot, params, method, *caption, more).as_json()

    return send


def read_input(
    bot: Bot, given: object, *, album: bool = False
) -> tuple[Medium, str, Entities, dict[str, Any]]:
    """Read an `InputMedia`: its kind, its caption and the fields it has in a `Message`."""
    if not isinstance(given, dict):
        raise bad_request(_PARSING + "expected an Object")
    text, entities = _caption(given)
    kind = given.get("type")
    if not isinstance(kind, str):
        raise bad_request(_PARSING + 'Can\'t find field "type"')
    if kind == "live_photo":
        raise not_played("live photos")
    if album and kind == "animation":
        raise bad_request(_PARSING + f'type "{kind}" can\'t be used in sendMediaGroup')
    if kind not in _REPLACED:
        raise bad_request(_PARSING + f'type "{kind}" is unsupported')
    if given.get("cover"):
        raise not_played("covers of videos")
    medium = MEDIA[kind]
    more = sent(bot.files, medium, given.get("media"), given, _PARSING + "media not found")
    return medium, text, entities, more | _manner(medium, given)


def edit_message_media(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Put another file in the place of one or of a text: https://core.telegram.org/bots/api#editmessagemedia."""
    given = params.get("media")
    if isinstance(given, str) or given is None:
        raise bad_request("can't parse input media JSON object")
    medium, text, entities, fields = read_input(bot, given)
    fixed = "message media can't be edited"
    chat, message = own(town, bot, params, fixed=fixed)
    before = next((name for name in _REPLACED if name in message.more), None)
    if "animation" in message.more:
        before = "animation"
    if before is None and not message.text:
        raise bad_request(fixed)
    if "media_group_id" in message.more and _family(medium.field) != _family(before):
        raise bad_request("can't change media type in the album")
    gone = {*_REPLACED, *_ABOUT}
    more = {name: value for name, value in message.more.items() if name not in gone} | fields
    return changed(town, bot, chat, message, params, "editMessageMedia", text, entities, more)


def _caption(given: Mapping[str, Any]) -> tuple[str, Entities]:
    try:
        return read_caption(given)
    except Refused as refused:
        words = refused.description.removeprefix("Bad Request: ")
        raise bad_request(words if "too long" in words else _PARSING + words) from None


def _manner(medium: Medium, given: Mapping[str, Any]) -> dict[str, Any]:
    manner: dict[str, Any] = {}
    if medium.field in _SEEN:
        if given.get("has_spoiler"):
            manner["has_media_spoiler"] = True
        if given.get("show_caption_above_media"):
            manner["show_caption_above_media"] = True
    return manner


def _family(name: str | None) -> str | None:
    return "seen" if name in {"photo", "video"} else name
