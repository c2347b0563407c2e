"""Whatever a stranger sends gets one dull answer; a link opens its conversation once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.patience import ANSWERS_A_CHAT, ANSWERS_A_SPAN, SPAN, Patience
from handlers.stranger import DULL
from rules.people import Role
from storage.deed import NOTHING, Deed, Invite, KeepHouse, Unsay, UseUp
from storage.persons import Address, ChatId, Invitation, Standing
from tests.handlers.router.routes import BOT, ROUTES, called, talks

# --- Strangers -----------------------------------------------------------------------------------

STRANGE = [
    "hello",
    "/start",
    "/start wrong-token",
    "/start " + "a" * 64,
    "/start a b",
    "/help",
    "1",
    "sos",
    "open",
    "take 12",
    "123456",
    "!" * 4000,
]


@pytest.mark.parametrize("text", STRANGE)
async def test_a_stranger_gets_the_same_dull_answer_to_everything(house, text):
    deed = await house.hears(666, text, routes=ROUTES)

    assert called(deed) == ["stranger-not-in-use"]
    assert deed == replace(NOTHING, replies=deed.replies)


async def test_what_is_no_text_gets_a_stranger_the_same_answer(house):
    for more in ({"photo": []}, {"sticker": None}, {"location": {"latitude": 1, "longitude": 2}}):
        deed = await house.hears(666, "", routes=ROUTES, **more)
        assert called(deed) == ["stranger-not-in-use"]
        house.passes(hours=2)


@pytest.mark.parametrize("dull", DULL)
async def test_the_operator_chooses_which_dull_answer_everybody_gets(house, dull):
    kept = await house.storage.readings.house()
    await house.storage.journal.record(Deed(changes=(KeepHouse(replace(kept, stranger=dull)),)))

    assert called(await house.hears(666, "hello")) == [f"stranger-{dull}"]
    assert called(await house.hears(667, "/start nothing")) == [f"stranger-{dull}"]


async def test_a_bare_start_gets_everybody_the_same_answer(house):
    await house.defender(chat=100)

    known = await house.hears(100, "/start", routes=ROUTES)
    strange = await house.hears(666, "/start", routes=ROUTES)

    assert called(known) == called(strange) == ["stranger-not-in-use"]


async def test_a_stranger_who_goes_on_and_on_is_answered_no_more_for_a_while(house):
    answers = [bool((await house.hears(666, "hello")).replies) for _ in range(10)]
    assert answers == [True] * ANSWERS_A_CHAT + [False] * (10 - ANSWERS_A_CHAT)

    assert (await house.hears(667, "hello")).replies, "another chat is another matter"
    house.passes(seconds=SPAN.total_seconds())
    assert (await house.hears(666, "hello")).replies


def test_many_strangers_together_are_answered_so_often_and_remembered_in_little():
    patience, now = Patience(), datetime(2026, 11, 23, tzinfo=UTC)

    given = sum(patience.allows(chat, now) for chat in range(20_000))

    assert given == ANSWERS_A_SPAN
    assert len(patience.by_chat) <= ANSWERS_A_SPAN


async def test_somebody_who_has_left_is_a_stranger(house):
    mina = await house.defender(chat=100)
    await house.keeps(replace(await house.storage.readings.person(mina.id), standing=Standing.LEFT))

    assert called(await house.hears(100, "1", routes=ROUTES)) == ["stranger-not-in-use"]


# --- Links ---------------------------------------------------------------------------------------


async def invited(house, token="good-token", **how):
    how = {"role": Role.DEFENDER, "inviter": None, "number": "4821"} | how
    invitation = Invitation(
        digest=house.storage.stamps.digest(token),
        expires_at=house.now + timedelta(hours=48),
        **how,
    )
    await house.storage.journal.record(Deed(changes=(Invite(invitation),)))
    return invitation


async def test_a_good_link_opens_its_conversation_and_is_unsaid_at_once(house):
    await invited(house)

    deed = await house.hears(555, "/start good-token", routes=ROUTES)

    assert called(deed) == ["link-defender"]
    assert deed.unsays == (Unsay(Address(BOT, ChatId(555)), (1,), house.now),)


async def test_a_link_for_somebody_already_here_is_about_moving(house):
    mina = await house.defender()
    await invited(house, person=mina.id)

    assert called(await house.hears(555, "/start good-token", routes=ROUTES)) == ["link-moving"]


async def test_a_link_that_is_used_or_expired_or_misspelt_tells_nothing(house):
    invitation = await invited(house)
    late = await invited(house, token="late-token")
    await house.storage.journal.record(Deed(changes=(UseUp(invitation),)))

    for token in ("good-token", "good-tokem", "Good-Token", late.number):
        assert called(await house.hears(555, f"/start {token}", routes=ROUTES)) == [
            "stranger-not-in-use"
        ]
        house.passes(hours=1)
    house.passes(hours=48)
    deed = await house.hears(555, "/start late-token", routes=ROUTES)
    assert called(deed) == ["stranger-not-in-use"]
    assert deed.unsays == ()


async def test_somebody_in_the_middle_of_joining_is_heard_though_they_are_nobody_yet(house):
    await talks(house, 555, "enrol-number")

    assert called(await house.hears(555, "yes", routes=ROUTES)) == ["enrol-step"]
    assert called(await house.hears(555, "sprache", routes=ROUTES)) == ["enrol-step"]
