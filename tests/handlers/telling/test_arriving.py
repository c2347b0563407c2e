"""What was decided arrives on a real phone: right words, right sound, an honest end."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from handlers.outer import OUTSIDES, sentence, sentences
from handlers.words import Speech
from rules.events import Cause, Finding
from rules.notices import MANNERS, Kind, Notice
from rules.people import Role
from simulator.running import A_MONDAY
from storage.claims import Fold, Told
from storage.deed import Button, Reply, Unsay, Words
from storage.persons import Address, BotId, ChatId
from tests.handlers.telling.told import (
    ALARM,
    BEA,
    MINA,
    OMID,
    newest,
    told,
)


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


def test_every_kind_has_a_look_a_sentence_and_what_it_asks_to_open():
    assert OUTSIDES.keys() == MANNERS.keys() == set(Kind)
    for name in sentences():
        assert Speech("en", "UTC", A_MONDAY).knows(name), name
    for kind, outside in OUTSIDES.items():
        can_open = any(press.name == "OPEN" for press in outside.presses)
        assert can_open == MANNERS[kind].opens, kind
        assert sentence(Notice(MINA, kind)) in sentences()
