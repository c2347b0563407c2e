"""Law 7: until the hush ends, and for ever in her own chat, nothing differs but what it meant."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Bot

from handlers import sealed
from handlers.context import say
from rules.alarm import Kind as AlarmKind
from rules.events import Verdict
from sealing.epochs import epoch_at
from simulator.running import running
from storage.proofs import Proven
from tests.fakes import NINE
from tests.stories.traces import HERS, OFFICE, OTHERS, Wire
from tests.stories.twins import ACTS, SITUATIONS, TOKEN, Twins

SHORTEST_HUSH, LONGEST_HUSH = timedelta(seconds=20), timedelta(seconds=120)
#: Of these the office hears at once, whatever they meant.
TOLD = {"codes", "pair choice"}
#: Every act while she waits and after others were told, the plain note in every situation.
PLAYED = [
    (act, situation)
    for act in ACTS
    for situation in SITUATIONS
    if act == "note" or situation in {"waiting", "missed told"}
]


@pytest.fixture(scope="session")
def keyring(keyring):
    return keyring.with_epoch(epoch_at(NINE)).with_epoch(epoch_at(NINE) + 1)


@pytest.fixture
async def twins(opened, clock):
    async with running(token=TOKEN, at=clock(), limits=False) as stand:
        wire = Wire()
        async with Bot(TOKEN, base_url=stand.bot_url, request=wire) as bot:
            yield await Twins.begin(opened(), clock, stand, wire, bot)


def hers(twins, calls):
    """What was said in the chats of the two, each by itself, without where."""
    chats = [one.amina.chats[0].address.chat for one in twins.people]
    return [[rest for chat, *rest in calls if chat == hers] for hers in chats]


def contacts(twins, calls):
    """What was said to those who are asked, of each of the two by itself."""
    both = [{p.chats[0].address.chat for p in (one.zora, one.bek)} for one in twins.people]
    return [[rest for chat, *rest in calls if chat in chats] for chats in both]


@pytest.mark.parametrize(("act", "situation"), PLAYED)
async def test_law_7_a_forced_sign_leaves_what_a_free_one_leaves(twins, act, situation):
    await twins.comes_to(situation)

    untold = situation == "missed untold"
    free, forced = await (twins.sends_untold(act) if untold else twins.sends(act))

    assert free.calls == forced.calls
    assert free.asked == forced.asked
    assert free.logged == forced.logged
    assert len(free.asked) > 15
    heard = {OFFICE} if act in TOLD else set()
    assert {chat for chat, *_ in free.calls} == heard | {OTHERS if act == "card lent" else HERS}
    assert "sendMessage" in [method for _, method, _ in free.calls]
    await _only_the_office_learns_it(twins)


@pytest.mark.parametrize("situation", ["waiting", "missed told"])
@pytest.mark.parametrize("act", [one for one in ACTS if not one.startswith("card")])
async def test_law_7_a_phone_in_other_hands_is_answered_as_ever(twins, act, situation):
    await twins.comes_to(situation)

    free, seized = await twins.sends_as_free(act)

    assert free == seized
    await _only_the_office_learns_it(twins)


async def _only_the_office_learns_it(twins):
    """Let the hush end, and a day pass: only coordinators hear what no other chat shows."""
    free, forced = twins.people
    said = await twins.passes(SHORTEST_HUSH - timedelta(seconds=1))
    assert said == []
    assert AlarmKind.DURESS not in await twins.alarms(forced)
    said = await twins.passes(LONGEST_HUSH)
    assert AlarmKind.DURESS in await twins.alarms(forced)
    assert AlarmKind.DURESS not in await twins.alarms(free)
    spoken = {chat for chat, method, _ in said if method == "sendMessage"}
    assert spoken <= twins.office
    assert spoken
    everything = list(said)
    for minutes in (15, 5, 20):
        everything += await twins.passes(timedelta(minutes=minutes))
    first, second = contacts(twins, everything)
    assert first == second
    for hours in (6, 6, 6, 6, 1):
        everything += await twins.passes(timedelta(hours=hours))
    first, second = hers(twins, everything)
    assert first == second


# --- The test itself ------------------------------------------------------------------------------


async def _says_more(hearing, deed):
    return replace(deed, replies=(*deed.replies, hearing.reply(say("once-more"))))


async def _writes_more(hearing, deed):
    return replace(deed, notes={hearing.person.id: "x" * 400})


async def _asks_more(hearing, deed):
    await hearing.rooms.readings.house()
    return deed


async def _logs_more(hearing, deed):
    logging.getLogger("vigil").debug("forced")
    return deed


@pytest.mark.parametrize(
    ("planted", "where"),
    [
        (_says_more, "calls"),
        (_writes_more, "asked"),
        (_asks_more, "asked"),
        (_logs_more, "logged"),
    ],
)
async def test_a_difference_that_is_planted_is_found(twins, monkeypatch, planted, where):
    honest = sealed._note

    async def note(hearing, proof: Proven):
        deed = await honest(hearing, proof)
        forced = proof.verdict is Verdict.FORCED
        return await planted(hearing, deed) if forced else deed

    monkeypatch.setattr(sealed, "_note", note)
    await twins.comes_to("waiting")

    free, forced = await twins.sends("note")

    assert getattr(free, where) != getattr(forced, where)
