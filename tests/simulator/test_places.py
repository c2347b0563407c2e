"""Places, people's numbers, dice and polls, as bots send them and people answer."""

import pytest
from telegram.error import BadRequest

from simulator.people import Impossible


@pytest.fixture(autouse=True)
async def open_chat(stand, mina):
    await stand.limits(on=False)
    await mina.opens_link("")
    await stand.limits(on=False)


async def test_a_place_a_name_for_it_and_a_number(bot, mina):
    place = await bot.send_location(7, 38.5, 68.8, horizontal_accuracy=2000)
    assert (place.location.latitude, place.location.horizontal_accuracy) == (38.5, 1500)
    venue = await bot.send_venue(7, 38.5, 68.8, "House", "1 Street", google_place_id="g")
    assert (venue.venue.title, venue.venue.google_place_id) == ("House", "g")
    assert venue.location.longitude == 68.8
    contact = await bot.send_contact(7, "+992", "Ana", last_name="B")
    assert (contact.contact.phone_number, contact.contact.last_name) == ("+992", "B")
    assert [set(m.more) for m in (await mina.sees()).from_bot] == [
        {"location"},
        {"venue", "location"},
        {"contact"},
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"latitude": 91, "longitude": 1}, "Invalid location specified"),
        ({"latitude": 91, "longitude": 1, "live_period": 60}, "Invalid live location specified"),
        ({"latitude": 1, "longitude": 1, "live_period": 59}, "Wrong live location period"),
        (
            {"latitude": 1, "longitude": 1, "live_period": 60, "heading": 361},
            "Wrong live location heading",
        ),
        (
            {"latitude": 1, "longitude": 1, "proximity_alert_radius": 100_001},
            "Wrong live location proximity alert radius",
        ),
    ],
)
async def test_a_place_that_cannot_be(bot, given, words):
    with pytest.raises(BadRequest, match=words):
        await bot.send_location(7, **given)


async def test_a_live_location_moves_until_its_time_is_over(stand, bot, mina):
    sent = await bot.send_location(7, 38.5, 68.8, live_period=900)
    moved = await bot.edit_message_live_location(7, sent.message_id, latitude=39, longitude=68)
    assert (moved.location.latitude, moved.location.live_period.total_seconds()) == (39, 900)
    assert moved.edit_date is not None
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_live_location(7, sent.message_id, latitude=39, longitude=68)
    await stand.push(900)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_live_location(7, sent.message_id, latitude=40, longitude=68)
    other = await bot.send_location(7, 38.5, 68.8, live_period=900)
    ended = await bot.stop_message_live_location(7, other.message_id)
    assert ended.location.live_period is None
    with pytest.raises(BadRequest, match="There is no live location in the message to edit"):
        await bot.stop_message_live_location(7, other.message_id)


async def test_her_live_location_reaches_the_bot_as_edited_messages(stand, bot, mina):
    place = {"latitude": 38.5, "longitude": 68.8, "live_period": 900}
    sent = await mina.says("", more={"location": place})
    await stand.tell(
        "edit",
        **{"from": 7, "message_id": sent["message_id"], "location": {"latitude": 39.0}},
    )
    first, second = (await bot.get_updates())[-2:]
    assert first.message.location.latitude == 38.5
    assert second.edited_message.location.latitude == 39
    plain = await mina.says("", more={"location": {"latitude": 1.0, "longitude": 1.0}})
    with pytest.raises(Impossible, match="no live location"):
        await stand.tell(
            "edit",
            **{"from": 7, "message_id": plain["message_id"], "location": {"latitude": 2.0}},
        )


async def test_a_dice_falls_within_its_bounds_and_stays_for_a_day(stand, bot):
    thrown = [await bot.send_dice(7, emoji="⚽") for _ in range(20)]
    assert {one.dice.emoji for one in thrown} == {"⚽"}
    assert {one.dice.value for one in thrown} == {1, 2, 3, 4, 5}
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(7, thrown[0].message_id)
    await stand.push(24 * 3600)
    assert await bot.delete_message(7, thrown[0].message_id)


async def test_people_vote_the_bot_hears_of_it_and_ends_the_poll(stand, bot, mina):
    sent = await bot.send_poll(7, "When?", ["Now", "Later"], is_anonymous=False)
    voting = {"from": 7, "message_id": sent.message_id}
    await stand.tell("vote", options=[1], **voting)
    answer, counted = (await bot.get_updates())[-2:]
    assert (answer.poll_answer.option_ids, answer.poll_answer.user.id) == ((1,), 7)
    assert [one.voter_count for one in counted.poll.options] == [0, 1]
    with pytest.raises(Impossible, match="one option only"):
        await stand.tell("vote", options=[0, 1], **voting)
    await stand.tell("vote", options=[], **voting)
    assert (await bot.get_updates())[-1].poll.total_voter_count == 0
    ended = await bot.stop_poll(7, sent.message_id)
    assert ended.is_closed
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(7, sent.message_id)
    with pytest.raises(Impossible, match="closed"):
        await stand.tell("vote", options=[1], **voting)


async def test_a_poll_telegram_would_not_take(bot, raw):
    with pytest.raises(BadRequest, match="Poll can't have more than 12 options"):
        await bot.send_poll(7, "?", [str(n) for n in range(13)])
    with pytest.raises(BadRequest, match="Poll question length must not exceed 300"):
        await bot.send_poll(7, "?" * 301, ["a"])
    with pytest.raises(BadRequest, match="Poll options must be non-empty"):
        await bot.send_poll(7, "?", ["a", " "])
    text = await bot.send_message(7, "x")
    with pytest.raises(BadRequest, match="Message is not a poll"):
        await bot.stop_poll(7, text.message_id)
    with pytest.raises(BadRequest, match="Message with poll to stop not found"):
        await bot.stop_poll(7, 999)


async def test_a_poll_closes_when_its_time_has_come(stand, bot, mina):
    sent = await bot.send_poll(7, "When?", ["Now", "Later"], open_period=60)
    await stand.push(60)
    with pytest.raises(Impossible, match="closed"):
        await stand.tell("vote", **{"from": 7}, message_id=sent.message_id, options=[1])
