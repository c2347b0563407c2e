"""The Bot API's methods that send places, people and chance: location, venue, contact, dice."""

import random
from collections.abc import Mapping
from typing import Any

from simulator.bots import Bot
from simulator.messages import changed, own
from simulator.refusals import bad_request
from simulator.sending import Params, put
from simulator.town import Town

SHORTEST_LIVE = 60
LONGEST_LIVE = 86_400
#: A live location that never ends.
ENDLESS = 0x7FFFFFFF
FARTHEST_ALERT = 100_000
WIDEST_ACCURACY = 1500
#: The highest value of each dice.
_DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
_VENUE = ("foursquare_id", "foursquare_type", "google_place_id", "google_place_type")


def send_location(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send a place, or one that moves: https://core.telegram.org/bots/api#sendlocation."""
    more = {"location": location(params)}
    return put(town, bot, params, "sendLocation", "", (), more).as_json()


def edit_message_live_location(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Move a live location: https://core.telegram.org/bots/api#editmessagelivelocation."""
    fresh = location(params)
    chat, message = own(town, bot, params)
    before = message.more.get("location", {})
    if "live_period" not in before:
        raise bad_request("there is no live location in the message to edit")
    if not _alive(town, message.date, before):
        raise bad_request("message can't be edited")
    more = message.more | {"location": {"live_period": before["live_period"]} | fresh}
    return changed(town, bot, chat, message, params, "editMessageLiveLocation", "", (), more)


def stop_message_live_location(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Let a live location end: https://core.telegram.org/bots/api#stopmessagelivelocation."""
    chat, message = own(town, bot, params)
    before = message.more.get("location", {})
    if "live_period" not in before:
        raise bad_request("there is no live location in the message to edit")
    if not _alive(town, message.date, before):
        raise bad_request("message can't be edited")
    gone = {"live_period", "heading", "proximity_alert_radius"}
    rest = {name: value for name, value in before.items() if name not in gone}
    more = message.more | {"location": rest}
    return changed(town, bot, chat, message, params, "stopMessageLiveLocation", "", (), more)


def send_venue(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send a place with a name: https://core.telegram.org/bots/api#sendvenue."""
    place = location(params)
    venue = {"location": place, "title": params.get("title", "")}
    venue |= {"address": params.get("address", "")}
    venue |= {name: params[name] for name in _VENUE if params.get(name)}
    more = {"venue": venue, "location": place}
    return put(town, bot, params, "sendVenue", "", (), more).as_json()


def send_contact(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Send somebody's number: https://core.telegram.org/bots/api#sendcontact."""
    contact = {}
    for name in ("phone_number", "first_name"):
        if not params.get(name):
            raise bad_request(f'parameter "{name}" is required')
        contact[name] = params[name]
    contact |= {name: params[name] for name in ("last_name", "vcard") if params.get(name)}
    return put(town, bot, params, "sendContact", "", (), {"contact": contact}).as_json()


def send_dice(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Throw a dice: https://core.telegram.org/bots/api#senddice."""
    emoji = (params.get("emoji") or "🎲").removesuffix("\ufe0f")
    if emoji not in _DICE:
        raise bad_request("EMOTICON_INVALID")
    # Drawn from the bot's own numbers, so that a run can be repeated.
    throw = random.Random(f"{bot.id}/{bot.last_message_id}")  # noqa: S311 - no secret
    dice = {"emoji": emoji, "value": throw.randint(1, _DICE[emoji])}
    return put(town, bot, params, "sendDice", "", (), {"dice": dice}).as_json()


def location(given: Mapping[str, Any]) -> dict[str, Any]:
    """Read a location as TDLib's `process_input_message_location` does."""
    for name in ("latitude", "longitude"):
        if given.get(name) is None:
            raise bad_request(f"{name} is empty")
    latitude, longitude = given["latitude"], given["longitude"]
    period = given.get("live_period") or 0
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise bad_request(f"invalid {'live ' if period else ''}location specified")
    if period not in {0, ENDLESS} and not SHORTEST_LIVE <= period <= LONGEST_LIVE:
        raise bad_request("wrong live location period specified")
    if not 0 <= (given.get("heading") or 0) <= 360:
        raise bad_request("wrong live location heading specified")
    if not 0 <= (given.get("proximity_alert_radius") or 0) <= FARTHEST_ALERT:
        raise bad_request("wrong live location proximity alert radius specified")
    place: dict[str, Any] = {"latitude": latitude, "longitude": longitude}
    if given.get("horizontal_accuracy"):
        place["horizontal_accuracy"] = min(given["horizontal_accuracy"], WIDEST_ACCURACY)
    if period:
        place["live_period"] = period
    moving = ("heading", "proximity_alert_radius")
    return place | {name: given[name] for name in moving if given.get(name)}


def _alive(town: Town, since: int, place: Mapping[str, Any]) -> bool:
    period: int = place["live_period"]
    return period == ENDLESS or town.clock.seconds() < since + period
