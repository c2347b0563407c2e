"""The shapes of what the doors answer, as JSON Schemas, for those that the page reads."""

from collections.abc import Mapping
from typing import Any

Shape = Mapping[str, Any]

_TEXT: Shape = {"type": "string"}
_NUMBER: Shape = {"type": "number"}
_WHOLE: Shape = {"type": "integer"}
_YES_NO: Shape = {"type": "boolean"}
_ANYTHING: Shape = {}
_MOMENT: Shape = {"type": "string", "format": "date-time"}


def _object(fields: Mapping[str, Shape], perhaps: Mapping[str, Shape] | None = None) -> Shape:
    """Describe an object by the fields it always has, and those it may have."""
    both = {**fields, **(perhaps or {})}
    return {"type": "object", "properties": both, "required": list(fields)}


def _many(shape: Shape) -> Shape:
    return {"type": "array", "items": shape}


def _named(shape: Shape) -> Shape:
    return {"type": "object", "additionalProperties": shape}


def _or_null(shape: Shape) -> Shape:
    return {**shape, "type": [shape["type"], "null"]}


ERROR = _object({"error": {"type": "string", "description": "what is wrong, as a sentence"}})

_CLOCK = {"at": _MOMENT, "speed": _NUMBER, "frozen": _YES_NO}
_COMMANDS = _many(_object({"command": _TEXT, "description": _TEXT}))
_BOT = _object(
    {
        "id": _WHOLE,
        "username": _TEXT,
        "name": _TEXT,
        "description": _TEXT,
        "short_description": _TEXT,
        "names": _named(_TEXT),
        "descriptions": _named(_TEXT),
        "short_descriptions": _named(_TEXT),
        "commands": _many(
            _object(
                {
                    "scope": _object({"type": _TEXT}),
                    "language_code": _TEXT,
                    "commands": _COMMANDS,
                }
            )
        ),
        "menu_button": _object({"type": _TEXT}),
        "polls": _YES_NO,
    }
)
_PERSON = _object(
    {
        "id": _WHOLE,
        "first_name": _TEXT,
        "last_name": _TEXT,
        "username": _TEXT,
        "language_code": _TEXT,
        "deactivated": _YES_NO,
    }
)
_GROUP = _object(
    {
        "id": _WHOLE,
        "type": _TEXT,
        "title": _TEXT,
        "members": _many(_WHOLE),
        "migrated_to": _or_null(_WHOLE),
    }
)
_FAULT = _object(
    {
        "id": _WHOLE,
        "kind": _TEXT,
        "methods": _many(_TEXT),
        "bot": _or_null(_WHOLE),
        "chat_id": _or_null(_WHOLE),
        "skip": _WHOLE,
        "times": _or_null(_WHOLE),
        "until": _or_null(_MOMENT),
        "seen": _WHOLE,
        "struck": _WHOLE,
    }
)
_TOWN = _object(
    {
        **_CLOCK,
        "real_at": {"type": "number", "description": "real milliseconds, from any beginning"},
        "n": {"type": "integer", "description": "number of the record's newest entry"},
        "bots": _many(_BOT),
        "people": _many(_PERSON),
        "groups": _many(_GROUP),
        "chats": _many(
            _object({"bot": _WHOLE, "chat_id": _WHOLE, "standing": _TEXT, "last_n": _WHOLE})
        ),
        "faults": _many(_FAULT),
        "slots": _named(_ANYTHING),
    }
)
_MESSAGE = _object(
    {
        "message_id": _WHOLE,
        "direction": {"type": "string", "enum": ["in", "out"]},
        "date": _WHOLE,
        "text": _TEXT,
        "entities": _many(_object({"type": _TEXT, "offset": _WHOLE, "length": _WHOLE})),
        "buttons": _many(_many(_TEXT)),
        "inline": _many(_many(_object({"text": _TEXT}))),
        "silent": _YES_NO,
        "protected": _YES_NO,
        "edited": _YES_NO,
        "edit_date": _or_null(_WHOLE),
        "deleted_by": _or_null(_TEXT),
        "deleted_at": _or_null(_WHOLE),
        "reaction": _many(_TEXT),
        "more": {"type": "object", "description": "further fields of the Bot API's Message"},
        "read": _YES_NO,
    }
)
_CHAT = _object(
    {
        "bot": _WHOLE,
        "chat_id": _WHOLE,
        "standing": {"type": "string", "description": "new, open, blocked or left"},
        "messages": _many(_MESSAGE),
        "deleted": _many(_MESSAGE),
        "keyboard": _many(_many(_TEXT)),
        "keys": _many(_many(_object({"text": _TEXT}))),
        "keyboard_once": _YES_NO,
        "placeholder": _TEXT,
        "action": {"type": ["array", "null"], "description": "its name, and since when"},
        "draft": {"type": ["string", "null"], "description": "what the bot is about to say"},
        "pinned": _or_null(_WHOLE),
        "menu_button": _object({"type": _TEXT}),
        "commands": _COMMANDS,
    }
)
_ENTRY = _object(
    {
        "n": _WHOLE,
        "at": _MOMENT,
        "bot": _WHOLE,
        "chat_id": _WHOLE,
        "person": _TEXT,
        "direction": {"type": "string", "enum": ["in", "out", "edit", "delete"]},
        "text": _TEXT,
        "buttons": _many(_many(_TEXT)),
        "silent": _YES_NO,
        "method": _TEXT,
        "message_id": _or_null(_WHOLE),
        "by": {"type": "string", "enum": ["bot", "person"]},
        "carries": {"type": "string", "description": "document, web_app_data, ...; or empty"},
    }
)
_CALL = _object(
    {
        "n": _WHOLE,
        "at": _MOMENT,
        "bot": _or_null(_WHOLE),
        "method": _TEXT,
        "params": {"type": "object"},
        "status": {"type": "integer", "description": "of HTTP; 0 was never answered"},
        "note": _TEXT,
    }
)
_SENT = _object({"message_id": _WHOLE, "update_id": _or_null(_WHOLE)}, {"date": _WHOLE})
_LAUNCH = _object(
    {
        "launch": _TEXT,
        "url": _TEXT,
        "kind": {"type": "string", "enum": ["keyboard", "inline", "menu"]},
        "button": _TEXT,
        "public_key": {"type": "string", "description": "of `signature`, in hex"},
    }
)
_WISH = _object(
    {"n": _WHOLE, "at": _MOMENT, "slot": _TEXT, "id": _TEXT, "more": {"type": "object"}}
)
_KEPT = _object(
    {},
    {
        "value": {"type": ["string", "null"]},
        "values": _named(_TEXT),
        "keys": _many(_TEXT),
        "can_restore": _YES_NO,
        "saved": _YES_NO,
        "removed": _YES_NO,
        "cleared": _YES_NO,
        "error": {"type": "string", "description": "Telegram's word for what is wrong"},
    },
)
_LIMITS = _object(
    {
        "on": _YES_NO,
        "chat_rate": _NUMBER,
        "chat_burst": _NUMBER,
        "group_rate": _NUMBER,
        "group_burst": _NUMBER,
        "all_rate": _NUMBER,
        "all_burst": _NUMBER,
        "refused": _WHOLE,
    }
)
_EVENTS: Shape = {
    "type": "string",
    "description": (
        "`data:` is one JSON object with a `topic`: hello {n}; chat {bot, chat_id, n};"
        " notify {bot, chat_id, message_id, text, silent}; clock {at, speed, frozen}; town;"
        " faults; slots {name}; calls {n}. A comment comes every 15 seconds of silence."
    ),
}

SHAPES: Mapping[tuple[str, str], Shape] = {
    ("GET", "/control/town"): _TOWN,
    ("GET", "/control/stream"): _EVENTS,
    ("GET", "/control/chat"): _CHAT,
    ("GET", "/control/clock"): _object(_CLOCK),
    ("POST", "/control/clock"): _object(_CLOCK),
    ("GET", "/control/record"): _many(_ENTRY),
    ("GET", "/control/calls"): _many(_CALL),
    ("GET", "/control/counts"): _named(_WHOLE),
    ("GET", "/control/violations"): _many(_object({"violation": _TEXT, "times": _WHOLE})),
    ("GET", "/control/faults"): _many(_FAULT),
    ("POST", "/control/faults"): _FAULT,
    ("DELETE", "/control/faults"): _object({"armed": _WHOLE}),
    ("GET", "/control/limits"): _LIMITS,
    ("POST", "/control/limits"): _LIMITS,
    ("POST", "/control/restart"): _object({"broken": _WHOLE}),
    ("POST", "/control/say"): _SENT,
    ("POST", "/control/start"): _SENT,
    ("POST", "/control/edit"): _SENT,
    ("POST", "/control/delete"): _object({"deleted": _WHOLE}),
    ("POST", "/control/block"): _object({"update_id": _or_null(_WHOLE)}),
    ("POST", "/control/unblock"): _object({"update_id": _or_null(_WHOLE)}),
    ("POST", "/control/tap"): _object({"callback_query_id": _TEXT, "update_id": _or_null(_WHOLE)}),
    ("GET", "/control/tap"): _object({"answered": _YES_NO, "text": _TEXT, "alert": _YES_NO}),
    ("GET", "/control/slots"): _named(_ANYTHING),
    ("POST", "/control/slots"): _object({"name": _TEXT, "filled": _YES_NO}),
    ("GET", "/control/wishes"): _many(_WISH),
    ("POST", "/control/wishes"): _object({"n": _WHOLE}),
    ("POST", "/control/launch"): _LAUNCH,
    ("POST", "/control/web_app_data"): _SENT,
    ("POST", "/control/close_launch"): _object({"closed": _YES_NO}),
    ("POST", "/control/storage"): _KEPT,
    ("GET", "/control/storage"): _named(_named(_TEXT)),
    ("POST", "/control/reinstall"): _object({"reinstalled": _YES_NO}),
}
