"""The table of the Bot API's methods that the stand-in knows, and those about chats and files."""

import re
from collections.abc import Callable
from typing import Any

from simulator import gestures, messages, profile
from simulator.bots import Bot, Webhook
from simulator.chats import Standing
from simulator.refusals import WEBHOOK_ACTIVE, WEBHOOK_SET, Refused, bad_request
from simulator.town import Town
from simulator.updates import FULL_POLL, Queue

Params = dict[str, Any]

#: These are counted against Telegram's limits.
LIMITED = frozenset({"sendmessage", "senddocument", "editmessagetext", "editmessagereplymarkup"})

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(town: Town, bot: Bot, params: Params) -> bytes:
    """Return the JSON array of https://core.telegram.org/bots/api#getupdates."""
    if bot.webhook.url:
        raise Refused(409, WEBHOOK_ACTIVE)
    _remember_allowed(bot.queue, params)
    return await bot.queue.poll(
        params.get("offset", 0), params.get("limit", FULL_POLL), params.get("timeout", 0)
    )


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


def get_chat(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell about a chat the bot knows: https://core.telegram.org/bots/api#getchat."""
    chat = town.addressed(bot, params.get("chat_id"))
    if chat.standing is Standing.NEW:
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return town.chat_json(chat.chat_id) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


def leave_chat(town: Town, bot: Bot, params: Params) -> bool:
    """Leave a group: https://core.telegram.org/bots/api#leavechat."""
    chat = town.addressed(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request("chat not found")
    chat.standing = Standing.LEFT
    return True


def get_file(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell where a file can be fetched: https://core.telegram.org/bots/api#getfile."""
    file_id = params.get("file_id", "")
    upload = bot.files.get(file_id)
    if upload is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": file_id,
        "file_unique_id": file_id[-16:],
        "file_size": len(upload.content),
        "file_path": f"documents/{file_id}",
    }


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
        "getchat": get_chat,
        "leavechat": leave_chat,
        "getfile": get_file,
        "sendmessage": messages.send_message,
        "senddocument": messages.send_document,
        "editmessagetext": messages.edit_message_text,
        "editmessagereplymarkup": messages.edit_message_reply_markup,
        "deletemessage": messages.delete_message,
        "deletemessages": messages.delete_messages,
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
