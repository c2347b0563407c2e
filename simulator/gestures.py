"""The Bot API's methods that write nothing: react, seem busy, answer a tap."""

from typing import Any

from simulator import fields
from simulator.bots import Bot
from simulator.refusals import QUERY_TOO_OLD, bad_request
from simulator.town import Town
from simulator.updates import TAP_LIFE

Params = dict[str, Any]

LONGEST_TAP_ANSWER = 200
#: What a bot can seem to do, older names included.
_ACTIONS = {
    "cancel",
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_audio",
    "record_voice",
    "upload_audio",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "pick_up_location",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
#: Those of https://core.telegram.org/bots/api#reactiontypeemoji, without variation selectors.
_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳"
    " ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌"
    " 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍"
    " 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒"
    " 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡"
)
EMOJI = frozenset(_EMOJI.split())


def set_message_reaction(town: Town, bot: Bot, params: Params) -> bool:
    """React to a message: https://core.telegram.org/bots/api#setmessagereaction."""
    reaction = _reaction(params.get("reaction"))
    chat = town.writable(bot, params.get("chat_id"))
    message = chat.visible(params.get("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    # A bot has one reaction, and custom ones only where somebody else gave them before.
    if len(reaction) > 1 or any(_plain(one.get("emoji", "")) not in EMOJI for one in reaction):
        raise bad_request("REACTION_INVALID")
    town.change(chat, message, reaction=tuple(reaction))
    return True


def send_chat_action(town: Town, bot: Bot, params: Params) -> bool:
    """Show that the bot is busy: https://core.telegram.org/bots/api#sendchataction."""
    action = params.get("action", "").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = town.writable(bot, params.get("chat_id"))
    chat.action = None if action == "cancel" else (action, town.clock.seconds())
    town.stirred(chat)
    return True


def answer_callback_query(town: Town, bot: Bot, params: Params) -> bool:
    """Answer a tap, once: https://core.telegram.org/bots/api#answercallbackquery."""
    tap = bot.taps.get(params.get("callback_query_id", ""))
    if tap is None or tap.answered or town.clock.timestamp() - tap.at > TAP_LIFE:
        raise bad_request(QUERY_TOO_OLD)
    text = params.get("text", "")
    if len(text) > LONGEST_TAP_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answered, tap.text, tap.alert = True, text, params.get("show_alert", False)
    if text:
        town.record.write(
            "out",
            "answerCallbackQuery",
            bot=bot.id,
            chat_id=tap.chat_id,
            person=town.name(tap.chat_id),
            text=text,
        )
    return True


def _reaction(given: object) -> list[dict[str, Any]]:
    if given is None or given == "":
        return []
    if isinstance(given, str):
        raise bad_request("can't parse reaction types JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of ReactionType")
    try:
        return [_kind(one) for one in given]
    except fields.Unfit as problem:
        raise bad_request(f"can't parse ReactionType: {problem}") from None


def _kind(given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise fields.Unfit("expected an Object")
    kind = fields.text(given, "type")
    carried = {"emoji": "emoji", "custom_emoji": "custom_emoji_id"}.get(kind)
    if kind == "paid":
        return {"type": kind}
    if carried is None:
        raise fields.Unfit("invalid reaction type specified")
    return {"type": kind, carried: fields.text(given, carried)}


def _plain(emoji: str) -> str:
    return emoji.replace("\ufe0f", "")
