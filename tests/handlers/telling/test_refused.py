"""What Telegram refuses is sorted once, and a fault of ours never silences an alarm."""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from handlers.errors import HaltUntil, outcome_of
from handlers.telling import tell
from rules.events import Cause
from rules.notices import Kind, Notice
from simulator.running import A_MONDAY
from storage.claims import MovedTo, Name, Refused, Told, TryAgain, Why
from storage.deed import Reply, Words
from storage.persons import ChatId
from tests.handlers.telling.told import (
    ALARM,
    BEA,
    MINA,
    OMID,
    claimed,
    newest,
    now,
    told,
)


@pytest.mark.parametrize(
    ("happens", "why"), [("blocks", Why.BLOCKED), ("deactivates", Why.DEACTIVATED)]
)
async def test_somebody_who_has_gone_is_refused_for_good(bot, stamps, omid, happens, why):
    await getattr(omid, happens)()

    assert await told(bot, stamps, Notice(OMID, Kind.LOOKING)) == Refused(why)


async def test_somebody_who_never_wrote_cannot_be_written_to(bot, stamps, stand):
    await stand.person(8, "Nilufar")

    assert await told(bot, stamps, Notice(OMID, Kind.LOOKING), chat=8) == Refused(Why.NEVER_STARTED)
    assert await told(bot, stamps, Notice(OMID, Kind.LOOKING), chat=12345) == Refused(Why.NOT_FOUND)


async def test_where_there_is_no_chat_nothing_is_sent(bot, stamps):
    nobody = replace(claimed(Notice(OMID, Kind.LOOKING)), to=None)

    assert await tell(bot, nobody, stamps, now) == Refused(Why.NOT_FOUND)


async def test_a_fault_in_our_words_never_keeps_an_alarm_from_being_heard(bot, stamps, omid):
    without_facts = Notice(BEA, Kind.ALARM, {"cause": Cause.MISSED}, ALARM)

    outcome = await told(bot, stamps, without_facts)

    assert outcome == Told(A_MONDAY, (await newest(omid)).message_id)
    assert (await newest(omid)).text == 'Something to read, please. Send "open".'
    await told(bot, stamps, Reply(to=OMID, words=(Words("no-such-sentence"),)))
    assert (await newest(omid)).text.startswith("That did not work here.")


async def test_a_message_that_telegram_finds_wrong_is_said_plainly_instead(bot, stamps, omid):
    endless = Name("A" * 5000, "")
    facts = {"number": 12, "subject": MINA, "by": BEA, "until": A_MONDAY}
    outcome = await told(
        bot, stamps, Notice(BEA, Kind.TAKEN, facts, ALARM), names={BEA: endless, MINA: endless}
    )

    assert isinstance(outcome, Told)
    assert (await newest(omid)).text == 'Something to read, please. Send "open".'


async def test_while_telegram_is_away_it_is_tried_again(bot, stamps, omid, stand):
    await stand.restart()
    await stand.arm("refuse", seconds=60)

    assert await told(bot, stamps, Notice(OMID, Kind.LOOKING)) == TryAgain(
        A_MONDAY + timedelta(seconds=5)
    )


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (lambda: RetryAfter(timedelta(seconds=9)), HaltUntil(A_MONDAY + timedelta(seconds=9))),
        (lambda: RetryAfter(timedelta(0)), HaltUntil(A_MONDAY + timedelta(seconds=1))),
        (lambda: ChatMigrated(-100123), MovedTo(ChatId(-100123))),
        (lambda: Forbidden("Forbidden: bot was blocked by the user"), Refused(Why.BLOCKED)),
        (lambda: Forbidden("Forbidden: bot was kicked from the group chat"), Refused(Why.BLOCKED)),
        (lambda: Forbidden("Forbidden: user is deactivated"), Refused(Why.DEACTIVATED)),
        (
            lambda: Forbidden("Forbidden: bot can't initiate conversation with a user"),
            Refused(Why.NEVER_STARTED),
        ),
        (lambda: BadRequest("Chat not found"), Refused(Why.NOT_FOUND)),
        (lambda: BadRequest("PEER_ID_INVALID"), Refused(Why.NOT_FOUND)),
        (lambda: BadRequest("Message is too long"), Refused(Why.BAD_REQUEST)),
        (lambda: BadRequest("Message to delete not found"), Told(A_MONDAY)),
        (lambda: BadRequest("Message can't be deleted for everyone"), Told(A_MONDAY)),
        (lambda: BadRequest("Message is not modified: specified new"), Told(A_MONDAY)),
        (TimedOut, TryAgain(A_MONDAY + timedelta(seconds=15))),
        (lambda: NetworkError("Bad Gateway"), TryAgain(A_MONDAY + timedelta(seconds=15))),
        (lambda: Conflict("two of us"), TryAgain(A_MONDAY + timedelta(seconds=15))),
        (lambda: InvalidToken("gone"), TryAgain(A_MONDAY + timedelta(seconds=15))),
    ],
)
def test_every_refusal_is_sorted_once(error, outcome, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")

    assert outcome_of(error(), 2, A_MONDAY) == outcome


def test_whoever_is_not_reached_is_tried_at_growing_gaps_of_at_most_five_minutes():
    waits = [outcome_of(TimedOut(), tries, A_MONDAY).at - A_MONDAY for tries in range(1, 8)]

    assert waits == sorted(waits)
    assert max(waits) == timedelta(minutes=5)
