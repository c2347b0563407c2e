"""The keys under a chat are those of the ways that were agreed, and open the right screens."""

import re

import pytest

from handlers.outer import OUTSIDES
from handlers.telling import tell
from rules.notices import KEYS_COME_WITH, Kind, Notice
from rules.people import PersonId
from simulator.running import A_MONDAY
from storage.deed import Reply, Words
from tests.handlers.telling.told import (
    CHALLENGE,
    KID,
    MINA,
    OMID,
    claimed,
    now,
    told,
)

KEYS = [["1 note", "2 help"], ["3 break", "4 trip"]]


BREAK_AND_TRIP = ["3 break", "4 trip"]


@pytest.mark.parametrize("kind", sorted(KEYS_COME_WITH))
async def test_receipts_and_their_like_bring_the_keys(bot, stamps, omid, kind):
    await told(bot, stamps, Notice(MINA, kind, {"at": A_MONDAY, "due": A_MONDAY}))

    assert (await omid.sees()).keyboard == KEYS


@pytest.mark.parametrize("kind", [Kind.NUDGE, Kind.REMINDER, Kind.SOS_NOTED, Kind.CHANGE_REFUSED])
async def test_what_goes_sooner_leaves_the_keys_with_what_stands(bot, stamps, omid, kind):
    facts = {"at": A_MONDAY, "due": A_MONDAY, "until": A_MONDAY, "why": ""}
    await told(bot, stamps, Notice(MINA, kind, facts))

    assert (await omid.sees()).keyboard == []


def test_what_brings_keys_has_no_buttons_of_its_own():
    assert not any(OUTSIDES[kind].presses for kind in KEYS_COME_WITH)


@pytest.mark.parametrize(
    ("ways", "rows"),
    [
        ("tap", [["1 note", "2 help"]]),
        ("tap pair", [["1 note", "2 help"]]),
        ("pair", [["Fine", "All good"], ["2 help"]]),
        ("sealed", [["Diary"], ["2 help"]]),
        ("pair sealed", [["Diary"], ["Fine", "All good"], ["2 help"]]),
        ("tap sealed", [["Diary"], ["1 note", "2 help"]]),
    ],
)
async def test_the_keys_are_those_of_the_ways_that_were_agreed(bot, stamps, omid, ways, rows):
    facts = {"at": A_MONDAY, "ways": ways, "challenge": CHALLENGE, "kid": KID}
    notice = Notice(MINA, Kind.RECEIPT, facts)
    someone = PersonId(bytes(16))
    await tell(bot, claimed(notice, reader=someone), stamps, now, "https://page.example/x")

    assert (await omid.sees()).keyboard == [*rows, BREAK_AND_TRIP]


async def test_a_sealed_key_opens_the_page_with_its_challenge_in_the_query(bot, stamps, omid):
    reply = Reply(
        to=OMID,
        words=(Words("menu-keys"),),
        ways="sealed",
        challenge=CHALLENGE,
        kid=KID,
        screen="e",
    )
    await tell(bot, claimed(reply, language="fa"), stamps, now, "https://page.example/x")

    (key,) = [one for row in (await omid.sees()).keys for one in row if "web_app" in one]
    assert key["web_app"] == {
        "url": "https://page.example/x?c=AAAAAAAAAAAAAAAAAAAAAA&k=c0ffee00&m=e&l=fa"
    }


@pytest.mark.parametrize(
    ("ways", "screen", "asked"),
    [("sealed place", "n", True), ("sealed", "n", False), ("sealed place", "e", False)],
)
async def test_the_page_asks_for_a_place_with_a_note_and_where_that_is_agreed(
    bot, stamps, omid, ways, screen, asked
):
    reply = Reply(
        to=OMID, words=(Words("menu-keys"),), ways=ways, challenge=CHALLENGE, kid=KID, screen=screen
    )
    await tell(bot, claimed(reply), stamps, now, "https://page.example/x")

    seen = await omid.sees()
    (key,) = [one for row in seen.keys for one in row if "web_app" in one]
    assert ("&w=1" in key["web_app"]["url"]) is asked
    assert seen.keyboard[1:] == [["2 help"], BREAK_AND_TRIP]


@pytest.mark.parametrize(("page", "challenge"), [(None, CHALLENGE), ("https://page.example/x", "")])
async def test_without_a_page_or_a_challenge_there_is_no_sealed_key(
    bot, stamps, omid, page, challenge
):
    facts = {"at": A_MONDAY, "ways": "sealed", "challenge": challenge, "kid": KID}
    await tell(bot, claimed(Notice(MINA, Kind.RECEIPT, facts)), stamps, now, page)

    assert (await omid.sees()).keyboard == [["2 help"], BREAK_AND_TRIP]


async def test_a_keyboard_comes_and_goes(bot, stamps, omid):
    await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), ways="tap"))
    assert (await omid.sees()).keyboard == KEYS

    await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), keyboard=()))
    assert (await omid.sees()).keyboard == []


@pytest.mark.parametrize(
    ("ways", "rows"),
    [
        ("sealed page", [["List"], ["Diary"], ["2 help"], BREAK_AND_TRIP]),
        ("tap page", [["List"], ["1 note", "2 help"], BREAK_AND_TRIP]),
        ("page", [["List"]]),
    ],
)
async def test_another_screen_has_a_key_of_its_own_above_all_others(bot, stamps, omid, ways, rows):
    reply = Reply(
        to=OMID,
        words=(Words("menu-keys"),),
        ways=ways,
        challenge=CHALLENGE,
        kid=KID,
        screen="d",
    )
    someone = PersonId(bytes(16))
    await tell(bot, claimed(reply, reader=someone), stamps, now, "https://page.example/x")

    seen = await omid.sees()
    assert seen.keyboard == rows
    opened = [one["web_app"]["url"] for row in seen.keys for one in row if "web_app" in one]
    screens = [re.search("m=(.)", one)[1] for one in opened]
    assert screens == (["d", "n"] if "sealed" in ways else ["d"])


async def test_a_key_that_opens_nothing_is_no_key(bot, stamps, omid):
    await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), ways="tap"))

    await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), ways="page"))

    assert (await omid.sees()).keyboard == []
