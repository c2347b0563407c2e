"""What a bot in privacy mode is given of a group's talk.

Source: https://core.telegram.org/bots/features#privacy-mode and
https://core.telegram.org/bots/faq#what-messages-will-my-bot-get. A command that names no bot goes
to the bot that wrote last, and to every bot while none has written.
"""

import re

from simulator.bots import Bot
from simulator.chats import Message
from simulator.groups import Group
from simulator.town import Town

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@(?P<bot>\w+))?(?=\s|$)")


def sees(town: Town, bot: Bot, group: Group, message: Message) -> bool:
    """Tell whether a bot in a group is given a person's message."""
    if not bot.privacy or bot.id in group.admins:
        return True
    answered = message.more.get("reply_to_message")
    if answered and answered["from"]["id"] == bot.id:
        return True
    if message.more.get("via_bot", {}).get("id") == bot.id:
        return True
    command = _COMMAND.match(message.text)
    if command and command["bot"]:
        return command["bot"].lower() == bot.username.lower()
    if command:
        return town.spoke_last.get(group.id, bot.id) == bot.id
    return _mentions(message, bot)


def _mentions(message: Message, bot: Bot) -> bool:
    units = message.text.encode("utf-16-le")
    for one in message.entities:
        if one["type"] == "text_mention" and one["user"]["id"] == bot.id:
            return True
        if one["type"] == "mention":
            start = 2 * one["offset"]
            name = units[start : start + 2 * one["length"]].decode("utf-16-le")
            if name.lower() == f"@{bot.username}".lower():
                return True
    return False
