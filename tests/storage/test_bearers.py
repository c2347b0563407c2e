"""There are always keys under her chat, and never two messages that bring them."""

from datetime import timedelta

import pytest

from rules.notices import Kind, Notice
from storage.bearers import RENEWED_AFTER
from storage.credentials import Credentials
from storage.deed import Deed, KeepCredentials, Reply, Unsay, Words
from storage.persons import Address
from tests.storage.circle import a_circle, enrol
from tests.storage.telling import Teller, rows, say

SOON = timedelta(minutes=1)


def receipt(circle, due=None, **facts):
    return Notice(circle.amina.id, Kind.RECEIPT, ({} if due is None else {"due": due}) | facts)


def menu(circle, **more):
    return Reply(to=circle.amina.id, words=(Words("menu-keys"),), **({"ways": "tap"} | more))


async def answer(storage, *replies):
    await storage.journal.record(Deed(replies=replies))


async def test_a_receipt_stays_until_the_next_one_stands_there(storage, clock, circle, teller):
    chat = circle.amina.chats[0].address
    due = clock() + timedelta(hours=11)
    await say(storage, receipt(circle, due))
    (first,) = await teller.claim()
    await teller.tell(first, 12)
    assert await rows(storage) == []
    clock.push(hours=12)
    await say(storage, receipt(circle, due + timedelta(hours=12)))
    (second,) = await teller.claim()
    await teller.tell(second, 15)
    (gone,) = await teller.claim()
    assert gone.act == Unsay(chat, (12,), clock())


async def test_what_brings_no_keys_leaves_them_alone(storage, clock, circle, teller):
    await say(storage, receipt(circle, clock() + timedelta(hours=11)))
    (first,) = await teller.claim()
    await teller.tell(first, 12)
    await say(storage, Notice(circle.amina.id, Kind.NUDGE, {"due": clock() + SOON}))
    (nudge,) = await teller.claim()
    await teller.tell(nudge, 13)
    clock.push(hours=1)
    (gone,) = await teller.claim()
    assert gone.act.messages == (13,)


async def test_keys_that_are_taken_away_leave_nothing_behind(storage, clock, circle, teller):
    await say(storage, receipt(circle, clock() + timedelta(hours=11)))
    (first,) = await teller.claim()
    await teller.tell(first, 12)
    await answer(storage, menu(circle, ways="", keyboard=()))
    (away,) = await teller.claim()
    await teller.tell(away, 13)
    assert [one.act.messages for one in await teller.claim()] == [(12,)]
    clock.push(hours=2)
    gone = [one.act.messages for one in await teller.claim()]
    assert (13,) in gone


async def test_an_answer_that_changes_a_message_brings_no_keys(storage, clock, circle, teller):
    await answer(storage, menu(circle, edits=7))
    (edited,) = await teller.claim()
    await teller.tell(edited, 7)
    assert await rows(storage) == []


# --- Before it is too old to be unsaid ------------------------------------------------------------


async def bear(storage, teller, circle, message=12):
    await answer(storage, menu(circle))
    (told,) = [one for one in await teller.claim() if one.act.words == (Words("menu-keys"),)]
    await teller.tell(told, message)


async def test_keys_are_renewed_before_their_message_is_too_old(storage, clock, circle, teller):
    await bear(storage, teller, circle)
    clock.push(seconds=RENEWED_AFTER.total_seconds() - 1)
    assert await teller.claim() == []
    clock.push(seconds=1)
    (renewed,) = await teller.claim()
    assert (renewed.act.words, renewed.act.ways) == ((Words("menu-keys"),), "tap")
    assert not renewed.act.sound
    await teller.tell(renewed, 20)
    (gone,) = await teller.claim()
    assert gone.act.messages == (12,)
    await teller.tell(gone)
    clock.push(seconds=RENEWED_AFTER.total_seconds())
    assert [one.act.renews[1] for one in await teller.claim()] == [20]


async def test_nothing_is_renewed_that_something_else_has_renewed(storage, clock, circle, teller):
    await bear(storage, teller, circle)
    clock.push(hours=40)
    await say(storage, receipt(circle, clock() + timedelta(hours=11)))
    (newer,) = await teller.claim()
    await teller.tell(newer, 15)
    (gone,) = await teller.claim()
    await teller.tell(gone)
    clock.push(hours=7)
    assert await teller.claim() == []
    assert await rows(storage) == []


async def test_a_receipt_is_renewed_only_if_no_other_comes_before(storage, clock, circle, teller):
    await say(storage, receipt(circle, clock() + timedelta(hours=45)))
    (soon,) = await teller.claim()
    await teller.tell(soon, 12)
    assert await rows(storage) == []
    await say(storage, receipt(circle, clock() + timedelta(days=9)))
    (late,) = await teller.claim()
    await teller.tell(late, 13)
    assert len(await rows(storage)) == 2


async def test_while_others_look_for_her_nothing_is_renewed(storage, clock, opened):
    circle = a_circle()
    await enrol(storage, circle)
    teller = await Teller.begin(storage, clock)
    for one in await teller.claim():
        await teller.tell(one, 12)
    await bear(storage, teller, circle, 13)
    for _ in range(60):
        clock.push(hours=1)
        await storage.journal.sweep_watches(clock())
        for one in await teller.claim():
            assert not (isinstance(one.act, Reply) and one.act.renews)
            await teller.tell(one, 99)


async def test_a_chat_that_is_nobodys_has_no_keys(storage, clock, circle, teller):
    stranger = Address(circle.amina.chats[0].address.bot, 987654)
    await answer(storage, Reply(to=stranger, words=(Words("hello"),), keyboard=()))
    (told,) = await teller.claim()
    await teller.tell(told, 3)
    assert [one.act.messages for one in await _after(teller, clock)] == [(3,)]


async def _after(teller, clock):
    clock.push(hours=2)
    return await teller.claim()


# --- The challenge --------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def keyring(keyring):
    # The story is told in March 2026.
    return keyring.with_epoch(2).with_epoch(3).with_epoch(4)


async def test_a_sealed_key_comes_with_a_challenge_of_its_own(storage, clock, circle, teller):
    await storage.journal.record(
        Deed(changes=(KeepCredentials(Credentials(person=circle.amina.id)),))
    )
    await say(storage, receipt(circle, clock() + timedelta(hours=11), ways="pair sealed"))
    await answer(storage, menu(circle, ways="sealed"))
    claimed = await teller.claim()
    carried = {
        one.act.facts["challenge"] if isinstance(one.act, Notice) else one.act.challenge
        for one in claimed
    }
    kept = await storage.proofs.credentials(circle.amina.id)
    assert carried == {one.value.hex() for one in kept.challenges}
    assert len(carried) == 2


async def test_whoever_had_nothing_to_prove_with_has_a_row_from_now_on(
    storage, clock, circle, teller
):
    await say(storage, receipt(circle, clock() + timedelta(hours=11), ways="sealed"))
    (told,) = await teller.claim()
    kept = await storage.proofs.credentials(circle.amina.id)
    assert [one.value.hex() for one in kept.challenges] == [told.act.facts["challenge"]]


async def test_without_a_key_of_this_epoch_there_is_no_challenge(storage, clock, circle, teller):
    clock.push(hours=24 * 400)
    await say(storage, receipt(circle, clock() + timedelta(hours=11), ways="sealed"))
    (told,) = [one for one in await teller.claim() if isinstance(one.act, Notice)]
    assert "challenge" not in told.act.facts
