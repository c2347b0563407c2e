"""The call over another road: who gets it, what it says, how often, and what it never delays."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.smtp import SMTP

from bot.horn import BODY, TITLE, Horn, blow

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FORBIDDEN = ("vigil", "apprise", "alarm", "check-in", "defender", "duress", "telegram")


class Letterbox:
    """An SMTP server that keeps what it is handed."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.letters.append(envelope.content)
        return "250 kept"


@pytest.fixture
async def letterbox():
    box = Letterbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(box, hostname="localhost", loop=loop), "127.0.0.1", 0
    )
    port = server.sockets[0].getsockname()[1]
    box.address = f"mailto://127.0.0.1:{port}?from=office@example.org&to=on-call@example.org"
    yield box
    server.close()


def says_nothing(text):
    return not any(word in text.lower() for word in FORBIDDEN)


async def test_a_call_arrives_over_http_and_says_only_that_somebody_should_look(ears):
    assert await blow([ears.address]) == 1
    _, said = ears.heard[0]
    assert (said["title"], said["message"]) == (TITLE, BODY)
    assert says_nothing(json.dumps(said))


async def test_a_call_arrives_by_mail_and_says_only_that_somebody_should_look(letterbox):
    assert await blow([letterbox.address]) == 1
    letter = message_from_bytes(letterbox.letters[0], policy=policy.default)
    assert letter["Subject"] == TITLE
    assert BODY in letter.get_body(("plain", "html")).get_content()
    assert says_nothing(letterbox.letters[0].decode())


async def test_a_road_that_is_closed_does_not_close_the_others(ears, letterbox):
    assert await blow(["json://127.0.0.1:9/", "nonsense://x", ears.address]) == 1
    assert len(ears.heard) == 1


async def test_a_road_that_hangs_is_cut_off(ears):
    ears.hangs = True
    assert await blow([ears.address], patience=2.5) == 0


async def test_the_horn_keeps_nobody_waiting(ears):
    ears.hangs = True
    horn = Horn([ears.address])
    assert horn.hear({"alarm 7"}, NOON)  # it has not even begun when it is asked for the next
    assert not horn._blowing.done()
    horn._blowing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await horn.silence()


async def test_a_call_is_repeated_at_growing_gaps_until_somebody_takes_it(ears):
    horn, calls = Horn([ears.address]), []
    for minute in range(40):
        if horn.hear({"alarm 7"}, NOON + timedelta(minutes=minute)):
            calls.append(minute)
            await horn.silence()
    assert calls == [0, 5, 15, 35]
    assert len(ears.heard) == len(calls)
    assert not horn.hear(set(), NOON + timedelta(minutes=40))
    assert horn.hear({"alarm 7"}, NOON + timedelta(minutes=41))
    await horn.silence()


async def test_a_clock_that_is_set_back_keeps_no_call_from_being_repeated(ears):
    horn = Horn([ears.address])
    assert horn.hear({"alarm 7"}, NOON)
    await horn.silence()
    assert horn.hear({"alarm 7"}, NOON - timedelta(hours=5))
    await horn.silence()
    assert not horn.hear({"alarm 7"}, NOON - timedelta(hours=5))
    assert len(ears.heard) == 2


async def test_something_new_is_called_about_at_once_together_with_what_is_due(ears):
    horn = Horn([ears.address])
    assert horn.hear({"alarm 7"}, NOON)
    await horn.silence()
    assert not horn.hear({"alarm 7"}, NOON + timedelta(minutes=1))
    assert horn.hear({"alarm 7", "deaf"}, NOON + timedelta(minutes=2))
    await horn.silence()
    assert len(ears.heard) == 2


async def test_a_call_that_reached_nobody_is_tried_again_within_a_minute(ears):
    ears.refuses = True
    horn = Horn([ears.address])
    assert horn.hear({"deaf"}, NOON)
    await horn.silence()
    assert horn.failures == 1
    ears.refuses = False
    assert not horn.hear({"deaf"}, NOON + timedelta(seconds=59))
    assert horn.hear({"deaf"}, NOON + timedelta(seconds=60))
    await horn.silence()
    assert horn.failures == 0


async def test_what_lasts_for_weeks_is_called_about_once(ears):
    horn, calls = Horn([ears.address]), 0
    for hour in range(50):
        calls += horn.hear((), NOON + timedelta(hours=hour), once={"dead-letters-1"})
        await horn.silence()
    assert calls == 1
    ears.refuses = True
    assert horn.hear((), NOON + timedelta(hours=51), once={"dead-letters-2"})
    await horn.silence()
    assert horn.hear((), NOON + timedelta(hours=52), once={"dead-letters-2"})
    await horn.silence()


async def test_without_anybody_to_call_nothing_is_called():
    horn = Horn([])
    assert not horn.is_set
    assert not horn.hear({"deaf"}, NOON)
    await horn.silence()
