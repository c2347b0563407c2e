"""The Bot API's method that sends several files as one album."""

from typing import Any

from simulator.bots import Bot
from simulator.media import read_input
from simulator.refusals import bad_request
from simulator.sending import Params, put
from simulator.town import Town

MOST_IN_ALBUM = 10


def send_media_group(town: Town, bot: Bot, params: Params) -> list[dict[str, Any]]:
    """Send up to ten files as an album: https://core.telegram.org/bots/api#sendmediagroup.

    Texts and order of the checks: `Client::process_send_media_group_query` of the official server
    and `check_message_group_message_contents` in https://github.com/tdlib/td.
    """
    given = params.get("media")
    if not given and given != []:
        raise bad_request('parameter "media" is required')
    if isinstance(given, str):
        raise bad_request("can't parse media JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of InputMedia")
    town.writable(bot, params.get("chat_id"))
    items = [read_input(bot, one, album=True) for one in given]
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {medium.field for medium, *_ in items}
    for alone in ("document", "audio"):
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone} can't be mixed with other media types")
    if len({"show_caption_above_media" in more for *_, more in items}) > 1:
        raise bad_request("parameter show_caption_above_media must be the same for all messages")
    album = {"media_group_id": album_id(bot)} if len(items) > 1 else {}
    plain = {name: value for name, value in params.items() if name != "reply_markup"}
    return [
        put(town, bot, plain, "sendMediaGroup", text, entities, more | album).as_json()
        for _, text, entities, more in items
    ]


def album_id(bot: Bot) -> str:
    """Make a new album's number."""
    bot.last_album_id += 1
    return f"{bot.id}{bot.last_album_id:06d}"
