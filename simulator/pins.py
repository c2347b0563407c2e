"""The Bot API's methods that pin messages to the top of a chat.

Texts: `DialogManager::can_pin_messages` in https://github.com/tdlib/td and
`Client::process_pin_chat_message_query` of the official server.
"""

from simulator.bots import Bot
from simulator.chats import Chat
from simulator.delivery import announce
from simulator.members import may
from simulator.refusals import bad_request
from simulator.replies import without_reply
from simulator.sending import Params
from simulator.town import Town
from simulator.unplayed import refuse

NO_RIGHTS = "not enough rights to manage pinned messages in the chat"


def pin_chat_message(town: Town, bot: Bot, params: Params) -> bool:
    """Pin a message; the chat is told so: https://core.telegram.org/bots/api#pinchatmessage."""
    refuse(params)
    chat = town.writable(bot, params.get("chat_id"))
    message = chat.visible(params.get("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    _allowed(town, bot, chat)
    if message.message_id not in chat.pinned:
        # The newest message is shown first, whenever it was pinned.
        chat.pinned = sorted([*chat.pinned, message.message_id])
        shown = without_reply(message)
        announce(town, bot, chat, bot.as_user(), {"pinned_message": shown})
    return True


def unpin_chat_message(town: Town, bot: Bot, params: Params) -> bool:
    """Unpin one message, or the newest: https://core.telegram.org/bots/api#unpinchatmessage."""
    refuse(params)
    chat = town.writable(bot, params.get("chat_id"))
    pinned = [one for one in chat.pinned if chat.visible(one)]
    wanted = params.get("message_id") or (pinned[-1] if pinned else 0)
    if chat.visible(wanted) is None:
        raise bad_request("message to unpin not found")
    _allowed(town, bot, chat)
    chat.pinned = [one for one in chat.pinned if one != wanted]
    town.stirred(chat)
    return True


def unpin_all_chat_messages(town: Town, bot: Bot, params: Params) -> bool:
    """Unpin everything: https://core.telegram.org/bots/api#unpinallchatmessages."""
    chat = town.writable(bot, params.get("chat_id"))
    _allowed(town, bot, chat)
    chat.pinned = []
    town.stirred(chat)
    return True


def _allowed(town: Town, bot: Bot, chat: Chat) -> None:
    if not may(town, bot, chat, "can_pin_messages"):
        raise bad_request(NO_RIGHTS)
