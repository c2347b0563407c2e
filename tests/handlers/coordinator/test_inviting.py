"""The office invites: one line or one question at a time, one link for one person."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from handlers.words import languages
from rules.people import Role
from rules.schedule import DailyAt, slots_at
from rules.terms import Level, Way
from storage.persons import Standing
from tests.handlers.coordinator.office import Colleague

TONGUE = languages()[-1]


async def test_one_line_says_all(bea, house):
    read = await bea.types(f"/invite medium {TONGUE} Dushanbe 09:00 21:00 Nino")

    invitation = read.invitation
    assert read.ids == ["office-invite-link", "office-invite-number"]
    assert invitation.number in read.text
    assert invitation.expires_at == house.now + timedelta(hours=48)
    assert (invitation.code, invitation.nick, invitation.language) == ("A1", "Nino", TONGUE)
    person = await house.storage.readings.by_code("A1")
    assert (person.standing, person.level, person.zone) == (
        Standing.INVITED,
        Level.MEDIUM,
        "Asia/Dushanbe",
    )
    (watch,) = (await house.storage.readings.life(person.id)).watches
    assert watch.terms.schedule == DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe")
    assert watch.begun_at is None


async def test_the_link_opens_the_invitation_and_only_its_digest_is_kept(bea, house):
    read = await bea.types("/invite low en UTC usual Nino")

    assert "https://t.me/quiet_notes_bot?start=" in read.text
    kept = await house.storage.readings.invitation(read.token)
    assert kept == read.invitation
    assert read.token not in str(kept)


async def test_the_message_with_the_link_can_be_passed_on_and_goes_soon(bea):
    (reply,) = (await bea.types("/invite low en UTC usual Nino")).deed.replies

    assert reply.folds == ()  # what folds is protected, and could not be passed on
    assert reply.keep == "briefly"
    assert "Nino" not in str(reply.words)


async def test_one_question_at_a_time(bea, house):
    for text, question in (
        ("invite", "office-invite-level"),
        ("2", "office-invite-nick"),
        ("Nino", "office-invite-language"),
        ("Klingon", "office-invite-unknown"),
        (TONGUE, "office-invite-zone"),
        ("Dushanbe", "office-invite-times"),
    ):
        assert (await bea.types(text)).ids[0] == question

    read = await bea.types("09:00 21:00")

    assert read.ids[0] == "office-invite-link"
    assert read.invitation.language == TONGUE
    assert read.invitation.level is Level.MEDIUM
    assert await bea.dialogue() is None


async def test_by_buttons(bea, house):
    await bea.presses("office-invite")
    await bea.presses("office-invite-level:low")
    await bea.types("Nino")
    asked = await bea.presses("office-invite-language:en")
    assert asked.buttons == ["office-invite-zone:UTC"]
    await bea.presses("office-invite-zone:UTC")

    read = await bea.presses("office-invite-times:usual")

    assert read.invitation.level is Level.LOW
    assert read.buttons == ["terms:A1", "ladder:A1"]


async def test_the_button_of_an_earlier_question_is_nothing(bea):
    await bea.presses("office-invite")
    await bea.presses("office-invite-level:low")

    read = await bea.presses("office-invite-level:medium")

    assert read.deed.changes == ()
    assert (await bea.dialogue()).data == {"level": "low"}


async def test_what_does_not_fit_is_asked_again(bea, house):
    for so_far, answer, says in [
        ("/invite", "4", "office-invite-unknown"),
        ("/invite", "very", "office-invite-unknown"),
        ("/invite low", "x" * 25, "office-invite-unknown"),
        ("/invite low", "123", "office-invite-unknown"),
        ("/invite low Nino", "klingon", "office-invite-unknown"),
        ("/invite low Nino en", "Atlantis", "office-invite-unknown"),
        ("/invite low Nino en", "Istanbul", "office-invite-unknown"),
        ("/invite low Nino en UTC", "25:00", "office-invite-unknown"),
        ("/invite low Nino en UTC", "in the evening", "office-invite-unknown"),
        ("/invite low Nino en UTC", "09:00 09:00", "office-fault-duplicate-times"),
    ]:
        question = (await bea.types(so_far)).ids[-1]

        read = await bea.types(answer)

        assert read.ids == [says, question]
        assert await house.storage.readings.by_code("A1") is None


@pytest.mark.parametrize("text", ["/invite high en UTC usual Nino", "/invite", "3"])
async def test_high_is_refused_at_once_where_the_house_cannot_keep_it(bea, house, text):
    if text == "3":
        await bea.types("/invite")
    read = await bea.types(text)
    if text == "/invite":
        read = await bea.presses("office-invite-level:high")

    assert read.ids == ["office-invite-high", "office-invite-level"]
    assert await house.storage.readings.by_code("A1") is None


async def test_high_is_agreed_where_there_are_a_page_and_another_road(bea, house):
    house.rooms = replace(house.rooms, pages_url="https://page.example/n", horn=True)

    read = await bea.types("/invite high en UTC usual Nino")

    assert read.ids[0] == "office-invite-link"
    person = await house.storage.readings.by_code("A1")
    (watch,) = (await house.storage.readings.life(person.id)).watches
    assert watch.terms.ways == {Way.SEALED, Way.CARD}


async def test_with_a_page_medium_is_what_it_should_be(bea, house):
    house.rooms = replace(house.rooms, pages_url="https://page.example/n")

    await bea.types("/invite medium en UTC usual Nino")

    person = await house.storage.readings.by_code("A1")
    (watch,) = (await house.storage.readings.life(person.id)).watches
    assert watch.terms.ways == {Way.SEALED, Way.CARD, Way.PAIR}


async def test_never_mind(bea, house):
    await bea.types("invite low")

    assert (await bea.types("cancel")).ids == ["office-unchanged"]
    assert await bea.dialogue() is None


async def test_code_names_are_drawn_one_after_the_other(bea, house):
    for number in (1, 2, 3):
        read = await bea.types(f"/invite low en UTC usual Nino{number}")
        assert read.invitation.code == f"A{number}"


async def test_a_new_link_for_somebody_who_has_not_come(bea, house):
    first = await bea.types("/invite low en UTC usual Nino")

    second = await bea.types("invite A1")

    assert second.invitation.code == "A1"
    assert second.invitation.nick == "Nino"
    assert second.token != first.token


async def test_no_link_for_somebody_who_is_here(bea, mina):
    for text, answer in [
        ("invite A7", "office-here-already"),
        ("invite B2", "office-not-yourself"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.changes == ()


async def test_inviting_a_colleague(bea, house):
    read = await bea.types("invite coordinator")

    assert read.invitation.role is Role.COORDINATOR
    assert read.invitation.code == "B1"
    assert (await bea.types("/invite Coordinator")).invitation.code == "B2"


async def test_nobody_outside_the_office_invites_for_it(mina, bea, house):
    for text in ("/invite coordinator", "/invite low en UTC usual Nino"):
        assert (await Colleague(house, 100).types(text)).deed.changes == ()


async def test_whoever_is_invited_reads_says_yes_and_has_the_terms_of_the_office(bea, house):
    read = await bea.types("/invite low en Asia/Dushanbe 09:00 21:00 Nino")
    await bea.types("ladder A1 1: first 30; 2: second duty 30; 3: all 30")
    await bea.types("yes")
    nino = Colleague(house, 500)

    await nino.types(f"/start {read.token}")
    for answer in ("next", "next", "next", "next", "1", "1", "1"):
        await nino.types(answer)

    person = await nino.person()
    assert person.code == "A1"
    assert person.zone == "Asia/Dushanbe"
    assert (await nino.routine()).terms.ladder[0].wait == timedelta(minutes=30)


async def test_a_language_by_its_own_name(bea):
    await bea.types("invite low Nino")

    assert (await bea.types("english")).ids == ["office-invite-zone"]
    assert (await bea.dialogue()).data["language"] == "en"
