"""What was sealed while we were deaf counts for when it was sent, and waits go by that too."""

from datetime import timedelta

import pytest

from rules.alarm import Kind
from rules.events import Verdict
from rules.terms import Level
from tests.handlers.phone import FORCED, NEITHER, OWN, Phone, with_a_key


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


@pytest.mark.parametrize("code", [OWN, FORCED, NEITHER])
async def test_a_cry_that_waited_with_a_note_under_the_same_key_is_heard(mina, house, code):
    """Without a line she has one key only, and all that she sends arrives together."""
    note, cry = mina.seals(t="note", code=code), mina.seals(t="sos", text="third floor")
    await mina.sends(note)

    heard = await mina.sends(cry)
    again = await mina.sends(cry)

    assert list(heard.deed.notes.values()) == ["third floor"]
    assert [one.kind for one in await house.alarms()] == [Kind.SOS]
    assert again.deed.happenings == ()


async def test_a_cry_is_heard_however_often_somebody_asked_for_keys_since(mina, house):
    cry = mina.seals(t="sos")
    for _ in range(5):  # each answer brings two keys
        await mina.types("0")
        await mina.reads()

    await mina.sends(cry)

    assert [one.kind for one in await house.alarms()] == [Kind.SOS]


@pytest.mark.parametrize("second", ["note", "codes", "pair"])
async def test_under_a_key_that_was_used_nothing_counts_but_a_cry(mina, second):
    more = {
        "note": {"code": FORCED},
        "codes": {"old": OWN, "code": "264817"},
        "pair": {"forced": 1, "code": OWN},
    }
    late = mina.seals(t=second, **more[second])
    await mina.sends(t="note", code=OWN)
    before = await mina.credentials()
    await mina.reads()

    heard = await mina.sends(late)

    assert heard.ids == ["once-more"]
    assert heard.deed.happenings == heard.deed.changes == ()
    after = await mina.credentials()
    assert (after.code, after.pair, after.wrong) == (before.code, before.pair, before.wrong)
