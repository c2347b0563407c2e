"""A table of what nobody should send us: malformed, oversized, forged, second-hand, stale, twice.

Each line names what is wrong, makes the raw update as Telegram's server would hand it over, and
says what the sender may hear: nothing, or a text that begins like this.
"""

from dataclasses import dataclass

from storage.persons import Address
from tests.stories.circle import BOT, CHATS

SILENCE = None
ANEW = "Please type it new:"
UNCLEAR = "I did not understand that."
TYPED = "I read only what is typed."
DULL = "This chat is not in use."
ZARINA, MARIA, FARID = CHATS["zarina"], CHATS["maria"], CHATS["farid"]
EVE = 990_003_000  #: nobody knows her
_TICKS = iter(range(500_000, 600_000))


@dataclass(frozen=True)
class Case:
    """One thing that is sent; `by` is whose chat it is."""

    says: str
    raw: object  #: a function of the stage that returns the update
    answer: str | None = SILENCE
    by: int = ZARINA


def message(stage, text="1", by=ZARINA, **more):
    """A message as Telegram hands it over."""
    return {
        "message_id": next(_TICKS),
        "date": int(stage.now.timestamp()),
        "chat": {"id": by, "type": "private", "first_name": "N"},
        "from": {"id": by, "is_bot": False, "first_name": "N"},
        "text": text,
    } | more


def pressed(stage, data, by=ZARINA, **more):
    """A pressed button as Telegram hands it over."""
    return {
        "id": str(next(_TICKS)),
        "from": {"id": by, "is_bot": False, "first_name": "N"},
        "chat_instance": "1",
        "data": data,
        "message": {
            "message_id": 1,
            "date": int(stage.now.timestamp()),
            "chat": {"id": by, "type": "private", "first_name": "N"},
            "text": "x",
        },
    } | more


def stamped(stage, data, chat):
    """Callback data as the house stamps it for a chat."""
    return stage.house.storage.stamps.stamp(Address(BOT, chat), data)


def said(says, text, answer=SILENCE, by=ZARINA, **more):
    """A message that somebody sends; its fields may be wrong."""
    return Case(says, lambda s: {"message": message(s, text, by, **more)}, answer, by)


def without(says, *names, answer=SILENCE):
    """A message in which something is missing."""

    def raw(stage):
        return {"message": {k: v for k, v in message(stage).items() if k not in names}}

    return Case(says, raw, answer)


def odd(says, value):
    """An update that holds just this."""
    return Case(says, lambda _: value)


def press(says, data, by=ZARINA, **more):
    """A button of which the data, or something else, is wrong."""
    return Case(says, lambda s: {"callback_query": pressed(s, data(s), by, **more)}, SILENCE, by)


def _cut(stage):
    return stamped(stage, "note", ZARINA)[:-3]


def _flipped(stage):
    good = stamped(stage, "take:1", ZARINA)
    return good[:-1] + ("A" if good[-1] != "A" else "B")


_CHANNEL = {"id": -100, "type": "channel", "title": "C"}
_OFFLINE = {"is_from_offline": True}
_FORWARDED = {"type": "hidden_user", "sender_user_name": "N", "date": 1_772_000_000}
_BOT_USER = {"id": 99, "is_bot": True, "first_name": "B", "username": "b_bot"}
_PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]

MALFORMED = (
    odd("an update with nothing in it", {}),
    odd("a message that is nothing", {"message": None}),
    odd("an empty message", {"message": {}}),
    odd("a message that is a list", {"message": []}),
    odd("a message that is a text", {"message": "1"}),
    odd("a message that is a number", {"message": 1}),
    odd("a kind of update nobody has heard of", {"unheard_of": {"x": 1}}),
    odd("a poll", {"poll": {"id": "1"}}),
    odd("a deep well", {"message": {"a": [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}}),
    odd("a member change without members", {"my_chat_member": {"date": 1}}),
    odd("a button without anything", {"callback_query": {}}),
    odd("a button that is a list", {"callback_query": [1]}),
    without("no chat", "chat"),
    without("no date", "date"),
    without("no sender", "from"),
    without("no number", "message_id"),
    without("no text", "text", answer=TYPED),
    said("a chat that is a text", "1", chat={"id": "x", "type": "private"}),
    said("a chat that is nothing", "1", chat=None),
    said("a chat larger than any", "1", chat={"id": 2**80, "type": "private"}),
    said("a chat without a kind", "1", chat={"id": ZARINA}),
    said("a date that is a text", "1", date="today"),
    said("a text that is a number", 1),
    said("a text that is a list", ["1"]),
    said("a character that is none", "\uffff\ufdd0", UNCLEAR),
    said("a character that ends texts", "\x00x", UNCLEAR),
    said("a sender who is a machine", "1", **{"from": _BOT_USER}),
)
ELSEWHERE = (
    said("a group", "1", chat={"id": -5, "type": "group", "title": "G"}),
    said("a channel", "1", chat=_CHANNEL),
    Case("a post in a channel", lambda s: {"channel_post": message(s, chat=_CHANNEL)}),
    Case("somebody's business", lambda s: {"business_message": message(s)}, ANEW),
    said("a stranger's note", "1", DULL, EVE),
    said("a stranger's alarm", "take 1", DULL, EVE),
    said("a link that opens nothing", "/start " + "A" * 22, DULL),
    said("a link that climbs", "/start ../../etc/passwd", DULL),
)
SECOND_HAND = (
    Case("an edit", lambda s: {"edited_message": message(s, edit_date=1_772_500_000)}, ANEW),
    Case("an edit without its date", lambda s: {"edited_message": message(s)}, ANEW),
    said("a forward", "1", ANEW, forward_origin=_FORWARDED),
    said("written ahead", "1", ANEW, **_OFFLINE),
    said("through another bot", "1", ANEW, via_bot=_BOT_USER),
    said("a forward of a cry for help", "2", ANEW, forward_origin=_FORWARDED),
    said("a taking written ahead", "take 1", ANEW, FARID, **_OFFLINE),
)
OVERSIZED = (
    said("a long text", "1" * 4096, UNCLEAR),
    said("a text longer than Telegram lets pass", "x" * 300_000, UNCLEAR),
    said("a thousand marks that nobody sees", "\u200f" * 1000 + "x", UNCLEAR),
    said("many lines", "x\n" * 2000, UNCLEAR),
    said("a number without an end", "take " + "9" * 400, "There is no", FARID),
)
NOT_TEXT = (
    said("a picture", None, TYPED, photo=_PHOTO),
    said("a place", None, TYPED, location={"latitude": 1.0, "longitude": 1.0}),
    said("somebody's number", None, TYPED, contact={"phone_number": "1", "first_name": "N"}),
    said("markup", "<b>1</b>", UNCLEAR),
    said("a question to the database", "'; DROP TABLE people; --", UNCLEAR),
    said("a place in a sentence", "{ $nick }", UNCLEAR),
    said("a place in a format", "%s%n{0.__class__}", UNCLEAR),
)
NOT_THEIRS = (
    said("a defender takes", "/take 1", UNCLEAR),
    said("a defender ends her own", "close 1 safe", UNCLEAR),
    said("a defender looks at the board", "/board", UNCLEAR),
    said("a contact confirms", "confirm 1 voice", "", MARIA),
    said("a contact ends it", "close 1 safe", "", MARIA),
    said("a number that is none", "take 99", "There is no", FARID),
    said("a number below all", "take -1", "", FARID),
    said("a time that is none", "heard A1 voice 99:99", "When was that?", FARID),
    said("nobody of that name", "heard Z99 voice", "", FARID),
)
FORGED = (
    press("a button with nothing", lambda _: ""),
    press("a button with rubbish", lambda _: "rubbish"),
    press("a button with a plain word", lambda _: "take:1"),
    press("a button that is too long", lambda _: "x" * 5000),
    press("a button whose data is a number", lambda _: 7),
    press("a stamp that was cut", _cut),
    press("a stamp that was altered", _flipped),
    press("somebody else's stamp", lambda s: stamped(s, "take:1", FARID)),
    press("somebody else's note", lambda s: stamped(s, "note", ZARINA), by=MARIA),
    press("a stranger with a good stamp", lambda s: stamped(s, "note", ZARINA), by=EVE),
    press("a stamp for a verb nobody has", lambda s: stamped(s, "fly:away", ZARINA)),
    press("a coordinator's verb, stamped", lambda s: stamped(s, "close:1", ZARINA)),
    press("a button of a message that is gone", lambda s: stamped(s, "note", ZARINA), message=None),
)
#: What has no number cannot be told apart, kept or confirmed; whatever follows it is heard.
UNNUMBERED = (
    odd("an update that is a list", [1, 2, 3]),
    odd("an update that is a text", "1"),
    odd("an update that is a number", 7),
    odd("a number that is a text", {"update_id": "7", "message": {}}),
    odd("a number below all", {"update_id": -7, "message": {}}),
    odd("a number that is no whole one", {"update_id": 7.5, "message": {}}),
)
EVERYTHING = {
    "malformed": MALFORMED,
    "elsewhere": ELSEWHERE,
    "second hand": SECOND_HAND,
    "oversized": OVERSIZED,
    "not text": NOT_TEXT,
    "not theirs": NOT_THEIRS,
    "forged": FORGED,
}
