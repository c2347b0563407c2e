"""What was decided arrives on a real phone: right words, right sound, an honest end."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot
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
from handlers.outer import OUTSIDES, sentence, sentences
from handlers.telling import tell
from handlers.words import Speech
from rules.events import Cause, Finding
from rules.notices import KEYS_COME_WITH, MANNERS, AlarmId, Kind, Notice, Rank
from rules.people import PersonId, Role
from sealing.keyring import Keyring
from sealing.unlocking import create_unlock_key
from simulator.running import A_MONDAY, running
from storage.chance import Chance
from storage.claims import Claimed, Fold, MovedTo, Name, Refused, Told, TryAgain, Why
from storage.deed import Button, Reply, Unsay, Words
from storage.keys import Keys
from storage.persons import Address, BotId, ChatId
from storage.stamps import Stamps

TOKEN = "4242:telling"
MINA, OMID, BEA = PersonId(b"m" * 16), PersonId(b"o" * 16), PersonId(b"b" * 16)
ALARM = AlarmId(b"a" * 16)
NAMES = {
    MINA: Name("A7", "Mina"),
    OMID: Name("", "Auntie"),
    BEA: Name("B2", ""),
}


@pytest.fixture
def stamps(tmp_path):
    keyring = Keyring.create(
        tmp_path / "keys" / "keyring", create_unlock_key(tmp_path / "unlock" / "key")
    )
    return Stamps(Keys(keyring), Chance.seeded(1))


@pytest.fixture
async def stand():
    async with running(token=TOKEN, at=A_MONDAY) as stand:
        yield stand


@pytest.fixture
async def bot(stand):
    async with Bot(TOKEN, base_url=stand.bot_url) as bot:
        yield bot


@pytest.fixture
async def omid(stand):
    omid = await stand.person(7, "Omid")
    await omid.says("/start")
    return omid


def claimed(act, chat=7, **how):
    how = {"rank": Rank.ALARM, "tries": 1, "born_at": A_MONDAY, "names": NAMES} | how
    return Claimed(id=b"i" * 16, act=act, to=Address(BotId(4242), ChatId(chat)), **how)


def now():
    return A_MONDAY


async def told(bot, stamps, act, **how):
    return await tell(bot, claimed(act, **how), stamps, now)


async def newest(omid):
    return (await omid.sees()).messages[-1]


async def test_a_contact_is_asked_loudly_and_reads_nothing_before_they_open(bot, stamps, omid):
    ask = Notice(OMID, Kind.ASK, {"subject": MINA, "since": A_MONDAY}, ALARM)

    outcome = await told(bot, stamps, ask)

    seen = await newest(omid)
    assert outcome == Told(A_MONDAY, seen.message_id)
    assert seen.text == "Something to read, please, when you are alone."
    assert seen.buttons == [["Open"]]
    assert seen.protected
    assert not seen.silent


async def test_the_button_open_comes_back_as_ours_and_names_the_alarm(bot, stamps, omid, stand):
    await told(bot, stamps, Notice(OMID, Kind.ASK, {"subject": MINA, "since": A_MONDAY}, ALARM))
    await omid.taps("Open")

    (update,) = [one for one in await stand.queue(4242) if "callback_query" in one]
    data = update["callback_query"]["data"]
    assert len(data.encode()) <= 64
    assert stamps.read(Address(BotId(4242), ChatId(7)), data) == "open:YWFhYWFhYWFhYWFhYWFhYQ"
    assert stamps.read(Address(BotId(4242), ChatId(8)), data) is None


async def test_the_office_takes_an_alarm_by_its_number_and_hears_a_code_name(bot, stamps, omid):
    facts = {
        "number": 12, "subject": MINA, "cause": Cause.MISSED, "minutes": 60, "level": "medium",
    }  # fmt: skip
    await told(bot, stamps, Notice(BEA, Kind.ALARM, facts, ALARM))

    seen = await newest(omid)
    assert seen.text == "12 · A7 · 60 min. Who takes it?"
    assert seen.buttons == [["Take", "Not me", "Open"]]


async def test_a_forced_sign_is_opened_before_anything_else_can_be_pressed(bot, stamps, omid):
    facts = {"number": 14, "subject": MINA, "cause": Cause.FORCED, "minutes": 0}
    await told(bot, stamps, Notice(BEA, Kind.ALARM, facts, ALARM))

    seen = await newest(omid)
    assert seen.text == "14 · A7. Open before you do anything."
    assert seen.buttons == [["Open"]]


async def test_the_office_never_reads_a_contacts_name_on_a_locked_screen(bot, stamps, omid):
    facts = {"number": 12, "subject": MINA, "by": OMID, "finding": Finding.SAFE}
    await told(bot, stamps, Notice(BEA, Kind.FOUND, facts, ALARM))

    assert (await newest(omid)).text == "12: an answer from one of their people. Please open."


async def test_what_was_found_cannot_be_read_in_the_data_behind_the_button(
    bot, stamps, omid, stand
):
    facts = {"number": 1234, "subject": MINA, "by": OMID, "finding": Finding.IN_DANGER}
    await told(bot, stamps, Notice(BEA, Kind.FOUND, facts, ALARM))
    await omid.taps("Open")

    (update,) = [one for one in await stand.queue(4242) if "callback_query" in one]
    assert "danger" not in update["callback_query"]["data"]


async def test_the_one_who_named_a_contact_hears_of_them_by_the_name_they_gave(bot, stamps, omid):
    facts = {"subject": MINA, "contact": OMID}
    await told(bot, stamps, Notice(MINA, Kind.CONTACT_UNREACHABLE, facts))
    assert (await newest(omid)).text.startswith("We cannot reach Auntie here.")

    await told(bot, stamps, Notice(BEA, Kind.CONTACT_UNREACHABLE, facts))
    assert (await newest(omid)).text == "A7: one of their people cannot be reached here."


async def test_a_receipt_is_silent_and_follows_the_readers_clock(bot, stamps, omid):
    facts = {"at": A_MONDAY, "due": A_MONDAY + timedelta(hours=12)}
    await told(bot, stamps, Notice(MINA, Kind.RECEIPT, facts), zone="Asia/Dushanbe")

    seen = await newest(omid)
    at, due = (facts[one].astimezone(ZoneInfo("Asia/Dushanbe")) for one in ("at", "due"))
    assert seen.text == f"Noted {at:%H:%M}. Next by {due:%H:%M}."
    assert seen.silent
    assert not seen.protected


async def test_after_an_sos_nothing_sounds_in_the_defenders_hand(bot, stamps, omid):
    late = Notice(MINA, Kind.REMINDER, {"until": A_MONDAY}, silent=True)
    await told(bot, stamps, late)
    assert (await newest(omid)).silent

    await told(bot, stamps, replace(late, silent=None))
    assert not (await newest(omid)).silent


async def test_a_question_has_its_buttons_and_says_everybody_as_the_reader_knows_them(
    bot, stamps, omid
):
    reply = Reply(
        to=OMID,
        words=(Words("notice-ask"), Words("inner-ask-drill", {"nick": MINA})),
        buttons=((Button(Words("button-take"), "take:12"), Button(Words("button-open"), "open")),),
    )
    await told(bot, stamps, reply)

    seen = await newest(omid)
    assert "heard Mina" in seen.text
    assert "\n\n" in seen.text
    assert seen.buttons == [["Take", "Open"]]
    assert seen.silent

    await told(bot, stamps, reply, reader_roles=frozenset({Role.COORDINATOR}))
    assert "heard A7" in (await newest(omid)).text


async def test_whoever_reads_from_the_right_has_the_first_button_on_the_right(bot, stamps, omid):
    line = (Button(Words("button-take"), "take:12"), Button(Words("button-open"), "open"))
    await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), buttons=(line,)))
    left = (await newest(omid)).buttons

    await told(
        bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),), buttons=(line,)), language="fa"
    )
    seen = (await newest(omid)).buttons
    speech = Speech("fa", "UTC", A_MONDAY)
    assert left == [["Take", "Open"]]
    assert seen == [[speech.say("button-open"), speech.say("button-take")]]


KEYS = [["1 note", "2 help"], ["3 break", "4 trip"]]


BREAK_AND_TRIP = ["3 break", "4 trip"]
#: As the page's address is written: 16 bytes, the key's name.
CHALLENGE, KID = "00" * 16, "c0ffee00"


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


async def test_inner_words_stand_in_the_place_of_outer_ones_and_fold_away_again(bot, stamps, omid):
    ask = Notice(OMID, Kind.ASK, {"subject": MINA, "since": A_MONDAY}, ALARM)
    outer = await told(bot, stamps, ask)
    again = Words("folded", {"again": "open:YWFhYWFhYWFhYWFhYWFhYQ"})
    inner = Reply(
        to=OMID,
        words=(Words("inner-ask-drill", {"nick": "Mina"}),),
        edits=outer.message_id,
        folds=(again,),
    )

    assert await told(bot, stamps, inner) == Told(A_MONDAY, outer.message_id)
    seen = await newest(omid)
    assert seen.message_id == outer.message_id
    assert "Mina" in seen.text
    assert seen.protected, "an edit cannot protect; the outer words were protected already"

    fold = Fold(Address(BotId(4242), ChatId(7)), outer.message_id, (again,))
    assert await told(bot, stamps, fold) == Told(A_MONDAY, outer.message_id)
    seen = await newest(omid)
    assert "Mina" not in seen.text
    assert seen.buttons == [["Again"]]


async def test_inner_words_that_come_new_are_protected(bot, stamps, omid):
    words = (Words("inner-ask-drill", {"nick": "Mina"}),)
    await told(bot, stamps, Reply(to=OMID, words=words, folds=(Words("folded"),)))

    assert (await newest(omid)).protected


async def test_what_is_unsaid_goes_ours_and_theirs(bot, stamps, omid):
    said = await told(bot, stamps, Notice(MINA, Kind.SOS_NOTED, {"at": A_MONDAY}))
    theirs = (await omid.sees()).messages[0].message_id
    address = Address(BotId(4242), ChatId(7))

    unsay = Unsay(address, (theirs, said.message_id, 999), A_MONDAY)

    assert await told(bot, stamps, unsay) == Told(A_MONDAY)
    assert (await omid.sees()).messages == []
    assert await told(bot, stamps, unsay) == Told(A_MONDAY), "twice is as good as once"


async def test_an_edit_that_changes_nothing_or_comes_too_late_counts_as_told(bot, stamps, omid):
    said = await told(bot, stamps, Reply(to=OMID, words=(Words("notice-ask"),)))
    same = Reply(to=OMID, words=(Words("notice-ask"),), edits=said.message_id)

    assert await told(bot, stamps, same) == Told(A_MONDAY)
    assert await told(bot, stamps, replace(same, edits=999)) == Told(A_MONDAY)


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


def test_every_kind_has_a_look_a_sentence_and_what_it_asks_to_open():
    assert OUTSIDES.keys() == MANNERS.keys() == set(Kind)
    for name in sentences():
        assert Speech("en", "UTC", A_MONDAY).knows(name), name
    for kind, outside in OUTSIDES.items():
        can_open = any(press.name == "OPEN" for press in outside.presses)
        assert can_open == MANNERS[kind].opens, kind
        assert sentence(Notice(MINA, kind)) in sentences()
