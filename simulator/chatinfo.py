"""The Bot API's methods that tell about a chat, a person's pictures, and a file."""

from typing import Any

from simulator.bots import Bot
from simulator.chats import Chat
from simulator.files import LARGEST_FETCHED, Kept, path
from simulator.refusals import bad_request
from simulator.replies import without_reply
from simulator.sending import Params
from simulator.town import Town

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")


def get_chat(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell about a chat the bot knows: https://core.telegram.org/bots/api#getchat."""
    chat = town.readable(bot, params.get("chat_id"))
    shown = town.chat_json(chat.chat_id) | {
        "accent_color_id": chat.chat_id % 7,
        "max_reaction_count": 1 if chat.chat_id > 0 else 11,
        "accepted_gift_types": dict.fromkeys((*_GIFTS, "gifts_from_channels"), False),
    }
    group = town.groups.get(chat.chat_id)
    if group is not None:
        shown["permissions"] = dict(group.permissions)
        if group.description:
            shown["description"] = group.description
        primary = [one for one in group.links if one.primary and one.by == bot.id]
        if primary:
            shown["invite_link"] = primary[-1].url
        shown |= _picture(bot, group.photo)
    pinned = _pinned(chat)
    return shown | ({"pinned_message": pinned} if pinned else {})


def get_file(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell where a file of up to 20 MB can be fetched: https://core.telegram.org/bots/api#getfile."""
    file_id = params.get("file_id", "")
    if not file_id:
        raise bad_request("file_id not specified")
    kept = bot.files.get(file_id)
    if kept is None:
        raise bad_request("invalid file_id")
    if kept.size > LARGEST_FETCHED:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": kept.unique_id,
        "file_size": kept.size,
        "file_path": path(file_id, kept),
    }


def find_file(bot: Bot, wanted: str) -> Kept | None:
    """Find the file that a path below `/file/bot<token>/` names."""
    file_id = wanted.rpartition("/")[2].partition(".")[0]
    kept = bot.files.get(file_id)
    fits = kept is not None and path(file_id, kept) == wanted
    return kept if fits and kept is not None and kept.size <= LARGEST_FETCHED else None


def get_user_profile_photos(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """List a person's pictures; nobody here has any: https://core.telegram.org/bots/api#getuserprofilephotos."""
    _known(town, params)
    return {"total_count": 0, "photos": []}


def get_user_profile_audios(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """List a person's music; nobody here has any: https://core.telegram.org/bots/api#getuserprofileaudios."""
    _known(town, params)
    return {"total_count": 0, "audios": []}


def _known(town: Town, params: Params) -> None:
    who = params.get("user_id", 0)
    if who <= 0:
        raise bad_request("invalid user_id specified")
    if who not in town.people and who not in town.bots:
        raise bad_request("user not found")


def _pinned(chat: Chat) -> dict[str, Any] | None:
    newest = next((one for one in reversed(chat.pinned) if chat.visible(one)), None)
    message = chat.visible(newest)
    return without_reply(message) if message else None


def _picture(bot: Bot, photo: tuple[str, str] | None) -> dict[str, Any]:
    if photo is None or photo[0] not in bot.files:
        return {}
    small, big = (bot.files[one] for one in photo)
    return {
        "photo": {
            "small_file_id": photo[0],
            "small_file_unique_id": f"{small.unique_id}s",
            "big_file_id": photo[1],
            "big_file_unique_id": big.unique_id,
        }
    }
