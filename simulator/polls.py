"""Polls: a bot asks, people vote, the bot is told and ends it.

Texts: `create_input_message_content` in https://github.com/tdlib/td and
`Client::process_send_poll_query` of the official server.
"""

from dataclasses import dataclass, field
from typing import Any

from simulator import keyboards
from simulator.bots import Bot
from simulator.chats import Chat, Person
from simulator.delivery import deliver
from simulator.entities import read, units
from simulator.messages import own
from simulator.refusals import bad_request
from simulator.sending import Params, put, record
from simulator.town import CannotBeDone, NotThere, Town
from simulator.unplayed import not_played

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
MOST_OPTIONS = 12
_NOT_PLAYED = ("media", "explanation_media", "country_codes", "allow_adding_options")


@dataclass(slots=True)
class Votes:
    """Where a poll stands, and who chose which options."""

    chat_id: int
    message_id: int
    by: dict[int, tuple[int, ...]] = field(default_factory=dict)


def send_poll(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Ask people to choose: https://core.telegram.org/bots/api#sendpoll."""
    for name in _NOT_PLAYED:
        if params.get(name):
            raise not_played(f"sendPoll's {name}")
    question, marks = read(
        params.get("question", ""),
        params.get("question_parse_mode"),
        params.get("question_entities"),
    )
    kind = params.get("type") or "regular"
    if kind not in {"regular", "quiz"}:
        raise bad_request("unsupported poll type specified")
    options = _options(params.get("options"))
    town.writable(bot, params.get("chat_id"))
    if not question:
        raise bad_request("poll question must be non-empty")
    if units(question) > LONGEST_QUESTION:
        raise bad_request(f"poll question length must not exceed {LONGEST_QUESTION}")
    poll: dict[str, Any] = {
        "id": f"{bot.id}{len(bot.polls) + 1:08d}",
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", kind == "regular"),
        "members_only": params.get("members_only", False),
    }
    if marks:
        poll["question_entities"] = list(marks)
    poll |= _quiz(params, len(options)) if kind == "quiz" else {}
    poll |= _closing(town, params)
    message = put(town, bot, params, "sendPoll", "", (), {"poll": poll})
    bot.polls[poll["id"]] = Votes(message.chat["id"], message.message_id)
    return message.as_json()


def stop_poll(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """End a poll of its own: https://core.telegram.org/bots/api#stoppoll."""
    missing, fixed = "message with poll to stop not found", "poll can't be stopped"
    chat, message = own(town, bot, params, missing, fixed)
    poll = message.more.get("poll")
    if poll is None:
        raise bad_request("message is not a poll")
    if _closed(town, poll):
        raise bad_request("poll has already been closed")
    markup = keyboards.check(params.get("reply_markup"), private=chat.chat_id > 0, inline_only=True)
    inline = markup.get("inline_keyboard") or None
    ended: dict[str, Any] = poll | {"is_closed": True}
    after = town.change(chat, message, more=message.more | {"poll": ended}, inline=inline)
    record(town, bot, after, "edit", "stopPoll", keyboards.labels(inline))
    deliver(town, bot, "poll", ended)
    return ended


def vote(
    town: Town, bot: Bot, person: Person, chat: Chat, message_id: int, chosen: list[int]
) -> None:
    """Choose options of a poll by their numbers, from 0; none takes the vote back."""
    message = chat.visible(message_id)
    poll = message.more.get("poll") if message else None
    if message is None or poll is None or poll["id"] not in bot.polls:
        raise NotThere(f"no poll {message_id} in this chat")
    votes = bot.polls[poll["id"]]
    if _closed(town, poll):
        raise CannotBeDone("the poll is closed")
    if any(not 0 <= one < len(poll["options"]) for one in chosen):
        raise CannotBeDone("there is no such option")
    if len(chosen) > 1 and not poll["allows_multiple_answers"]:
        raise CannotBeDone("one may choose one option only")
    if person.id in votes.by and not poll["allows_revoting"]:
        raise CannotBeDone("one may not vote again")
    votes.by.pop(person.id, None)
    if chosen:
        votes.by[person.id] = tuple(sorted(set(chosen)))
    counted = [
        option | {"voter_count": sum(1 for some in votes.by.values() if n in some)}
        for n, option in enumerate(poll["options"])
    ]
    fresh = poll | {"options": counted, "total_voter_count": len(votes.by)}
    town.change(chat, message, more=message.more | {"poll": fresh})
    if not poll["is_anonymous"]:
        mine = votes.by.get(person.id, ())
        answer = {
            "poll_id": poll["id"],
            "user": person.as_user(),
            "option_ids": list(mine),
            "option_persistent_ids": [poll["options"][one]["persistent_id"] for one in mine],
        }
        deliver(town, bot, "poll_answer", answer)
    deliver(town, bot, "poll", fresh)


def _options(given: object) -> list[dict[str, Any]]:
    if isinstance(given, str) or given is None:
        raise bad_request("can't parse options JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of String as options")
    options = []
    for number, one in enumerate(given):
        said = {"text": one} if isinstance(one, str) else one
        if not isinstance(said, dict):
            raise bad_request("expected an option to be of type String")
        if said.get("media"):
            raise not_played("media of a poll's options")
        text, marks = read(
            said.get("text", ""), said.get("text_parse_mode"), said.get("text_entities")
        )
        if not text:
            raise bad_request("poll options must be non-empty")
        if units(text) > LONGEST_OPTION:
            raise bad_request(f"poll options length must not exceed {LONGEST_OPTION}")
        option: dict[str, Any] = {"persistent_id": str(number), "text": text, "voter_count": 0}
        options.append(option | ({"text_entities": list(marks)} if marks else {}))
    if not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    return options


def _quiz(params: Params, options: int) -> dict[str, Any]:
    right = params.get("correct_option_ids")
    if not isinstance(right, list) or not right:
        raise bad_request("wrong correct option ID specified")
    if any(not isinstance(one, int) or not 0 <= one < options for one in right):
        raise bad_request("wrong correct option ID specified")
    said: dict[str, Any] = {"correct_option_ids": right}
    text, marks = read(
        params.get("explanation", ""),
        params.get("explanation_parse_mode"),
        params.get("explanation_entities"),
    )
    if text:
        said["explanation"] = text
    return said | ({"explanation_entities": list(marks)} if marks else {})


def _closing(town: Town, params: Params) -> dict[str, int]:
    period, date = params.get("open_period", 0), params.get("close_date", 0)
    if period:
        return {"open_period": period, "close_date": town.clock.seconds() + period}
    return {"close_date": date} if date else {}


def _closed(town: Town, poll: dict[str, Any]) -> bool:
    ended = "close_date" in poll and town.clock.seconds() >= poll["close_date"]
    return poll["is_closed"] or ended
