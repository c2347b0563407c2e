"""What the stand-in does not play, and how it says so: in no words of Telegram's.

An honest refusal cannot be taken for an answer that Telegram would give; it is also listed under
`/control/violations`, so that no test passes by leaning on what is not there.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from simulator.refusals import Refused, bad_request

NOT_IMPLEMENTED = 501

#: Parameters that change what a message is, in ways the stand-in does not play.
_PARAMETERS = ("direct_messages_topic_id", "suggested_post_parameters")
#: All those that `refuse` looks at.
RARE = frozenset({*_PARAMETERS, "business_connection_id", "message_thread_id"})


def not_played(what: str) -> Refused:
    """Refuse what Telegram would do and the stand-in does not."""
    return Refused(NOT_IMPLEMENTED, f"Not Implemented: this stand-in does not play {what}")


def refuse(params: Mapping[str, Any]) -> None:
    """Refuse parameters that name what is not there: topics, business accounts, suggested posts."""
    if RARE.isdisjoint(params):
        return
    if params.get("business_connection_id"):
        raise bad_request("business connection not found")
    for name in _PARAMETERS:
        if params.get(name):
            raise not_played(name)
    if params.get("message_thread_id"):
        raise bad_request("message thread not found")


def listing(known: Iterable[str], played: Iterable[str]) -> dict[str, list[str]]:
    """List the methods of the Bot API that are played and those that are not."""
    names, lower = sorted(known), set(played)
    return {
        "played": [name for name in names if name.lower() in lower],
        "not_played": [name for name in names if name.lower() not in lower],
    }
