"""The table of the Bot API's methods that the stand-in plays, and those about updates."""

import re
from collections.abc import Callable
from typing import Any

from simulator import (
    albums,
    chatinfo,
    deleting,
    gestures,
    media,
    membership,
    messages,
    places,
    profile,
)
from simulator.bots import Bot, Webhook
from simulator.refusals import WEBHOOK_ACTIVE, WEBHOOK_SET, Refused, bad_request
from simulator.town import Town
from simulator.updates import FULL_POLL, Queue

Params = dict[str, Any]

#: What these put into a chat is counted against Telegram's limits.
LIMITED_NAMES = ("send", "edit", "forward", "copy", "stopmessage")
#: These name no message, or nobody would see it.
_FREE = frozenset({"sendchataction", "sendmessagedraft"})

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(town: Town, bot: Bot, params: Params) -> bytes:
    """Return the JSON array of https://core.telegram.org/bots/api#getupdates."""
    if bot.webhook.url:
        raise Refused(409, WEBHOOK_ACTIVE)
    _remember_allowed(bot.queue, params)
    return await bot.queue.poll(
        params.get("offset", 0), params.get("limit", FULL_POLL), params.get("timeout", 0)
    )


def weight(params: Params) -> int:
    """Tell how many messages a request is counted for."""
    several = params.get("media") or params.get("message_ids")
    return max(len(several), 1) if isinstance(several, list) else 1


def set_webhook(town: Town, bot: Bot, params: Params) -> bool:
    """Post updates to an address: https://core.telegram.org/bots/api#setwebhook.

    Plain HTTP is taken on loopback only, where Telegram wants HTTPS everywhere.
    """
    url, secret = params.get("url", ""), params.get("secret_token", "")
    if not url:
        return delete_webhook(town, bot, params)
    if not url.startswith(("https://", "http://127.0.0.1:")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains illegal characters")
    _remember_allowed(bot.queue, params)
    if params.get("drop_pending_updates"):
        bot.queue.clear()
    most = min(max(params.get("max_connections", 40), 1), 100)
    bot.webhook = Webhook(url, secret, most)
    bot.queue.release(Refused(409, WEBHOOK_SET))
    town.postman.begin(bot)
    return True


def delete_webhook(town: Town, bot: Bot, params: Params) -> bool:
    """Go back to polling: https://core.telegram.org/bots/api#deletewebhook."""
    if params.get("drop_pending_updates"):
        bot.queue.clear()
    bot.webhook = Webhook()
    town.postman.end(bot.id)
    return True


def get_webhook_info(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell about the webhook and the queue: https://core.telegram.org/bots/api#getwebhookinfo."""
    info = bot.webhook.as_info() | {
        "has_custom_certificate": False,
        "pending_update_count": bot.queue.count(),
    }
    if bot.queue.allowed:
        info["allowed_updates"] = sorted(bot.queue.allowed)
    return info


def _remember_allowed(queue: Queue, params: Params) -> None:
    # An omitted list keeps the one before; an empty one means the default.
    allowed = params.get("allowed_updates")
    if isinstance(allowed, list):
        queue.allowed = frozenset(str(kind) for kind in allowed)


def table() -> dict[str, Callable[[Town, Bot, Params], Any]]:
    """List the methods by their names in lower case."""

    def names(bot: Bot) -> dict[str, str]:
        return bot.names

    def descriptions(bot: Bot) -> dict[str, str]:
        return bot.descriptions

    def short_descriptions(bot: Bot) -> dict[str, str]:
        return bot.short_descriptions

    short = "short_description"
    return {
        "getme": profile.get_me,
        "getupdates": get_updates,
        "setwebhook": set_webhook,
        "deletewebhook": delete_webhook,
        "getwebhookinfo": get_webhook_info,
        "getchat": chatinfo.get_chat,
        "leavechat": membership.leave_chat,
        "getfile": chatinfo.get_file,
        "getuserprofilephotos": chatinfo.get_user_profile_photos,
        "sendmessage": messages.send_message,
        "sendmessagedraft": messages.send_message_draft,
        "sendphoto": media.sender("photo", "sendPhoto"),
        "senddocument": media.sender("document", "sendDocument"),
        "sendvideo": media.sender("video", "sendVideo"),
        "sendanimation": media.sender("animation", "sendAnimation"),
        "sendaudio": media.sender("audio", "sendAudio"),
        "sendvoice": media.sender("voice", "sendVoice"),
        "sendvideonote": media.sender("video_note", "sendVideoNote"),
        "sendsticker": media.sender("sticker", "sendSticker"),
        "sendmediagroup": albums.send_media_group,
        "sendlocation": places.send_location,
        "editmessagelivelocation": places.edit_message_live_location,
        "stopmessagelivelocation": places.stop_message_live_location,
        "sendvenue": places.send_venue,
        "sendcontact": places.send_contact,
        "senddice": places.send_dice,
        "editmessagetext": messages.edit_message_text,
        "editmessagecaption": messages.edit_message_caption,
        "editmessagemedia": media.edit_message_media,
        "editmessagereplymarkup": messages.edit_message_reply_markup,
        "deletemessage": deleting.delete_message,
        "deletemessages": deleting.delete_messages,
        "getchatmember": membership.get_chat_member,
        "getchatmembercount": membership.get_chat_member_count,
        "getchatadministrators": membership.get_chat_administrators,
        "banchatmember": membership.ban_chat_member,
        "unbanchatmember": membership.unban_chat_member,
        "restrictchatmember": membership.restrict_chat_member,
        "promotechatmember": membership.promote_chat_member,
        "setmessagereaction": gestures.set_message_reaction,
        "sendchataction": gestures.send_chat_action,
        "answercallbackquery": gestures.answer_callback_query,
        "setmycommands": profile.set_my_commands,
        "getmycommands": profile.get_my_commands,
        "deletemycommands": profile.delete_my_commands,
        "setmyname": profile.setter("name", names, profile.LONGEST_NAME),
        "getmyname": profile.getter("name", names),
        "setmydescription": profile.setter(
            "description", descriptions, profile.LONGEST_DESCRIPTION
        ),
        "getmydescription": profile.getter("description", descriptions),
        "setmyshortdescription": profile.setter(
            short, short_descriptions, profile.LONGEST_SHORT_DESCRIPTION
        ),
        "getmyshortdescription": profile.getter(short, short_descriptions),
        "setchatmenubutton": profile.set_chat_menu_button,
        "getchatmenubutton": profile.get_chat_menu_button,
    }


LIMITED = frozenset(
    name for name in table() if name.startswith(LIMITED_NAMES) and name not in _FREE
)
