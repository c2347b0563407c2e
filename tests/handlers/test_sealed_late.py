"""What was sealed while we were deaf counts for when it was sent, and waits go by that too."""

from datetime import timedelta

import pytest

from rules.events import Verdict
from rules.terms import Level
from tests.handlers.phone import FORCED, NEITHER, Phone, with_a_key


@pytest.fixture
async def mina(house):
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)
    await phone.has_codes()
    return phone


async def sent_earlier(mina, ago, **fields):
    """Let something be heard now that Telegram has had for so long."""
    message = {
        "message_id": 7,
        "date": int((mina.house.now - ago).timestamp()),
        "chat": {"id": mina.chat, "type": "private"},
        "from": {"id": mina.chat, "is_bot": False, "first_name": "Somebody"},
        "web_app_data": {"data": mina.seals(**fields), "button_text": "Diary"},
    }
    heard = mina._read(await mina.house.gets({"message": message}, mina.chat))
    await mina.reads()
    return heard


async def test_a_code_for_which_she_waited_counts_though_we_hear_all_at_once(mina):
    """Four wrong ones, the wait, and the forced one: all of it lay at Telegram for an hour."""
    for number in range(4):
        await sent_earlier(mina, timedelta(minutes=60 - number), t="note", code=NEITHER)

    at_once = await sent_earlier(mina, timedelta(minutes=57), t="note", code=FORCED)
    assert at_once.ids == ["once-more-at"]
    waited = await sent_earlier(mina, timedelta(minutes=56), t="note", code=FORCED)

    (sign,) = (one.event for one in waited.deed.happenings)
    assert (sign.verdict, sign.at) == (Verdict.FORCED, mina.house.now - timedelta(minutes=56))


async def test_each_of_her_messages_brings_a_key_and_the_last_eight_open(mina):
    """Whoever holds her phone and asks again and again takes away nothing that is newer."""
    assert isinstance(mina, Phone)
    for _ in range(12):
        await mina.types("0")
        await mina.reads()

    assert (await mina.sends(t="note", code=FORCED)).deed.happenings
