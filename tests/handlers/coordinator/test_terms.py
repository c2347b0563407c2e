"""Terms in one line: shown before they are kept, all faults at once, never a promise undone."""

from datetime import time, timedelta

import pytest

from handlers.words import Speech
from rules.notices import Kind
from rules.offering import Lack
from rules.schedule import DailyAt, Every, Season, slots_at
from rules.schedule_faults import Fault as ScheduleFault
from rules.terms import Level, Reminder
from rules.weakening import Fault
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import Colleague, colleague_who_sends_notes, terms_of
from tests.handlers.speaking import deliver, kinds, pass_time

M = timedelta(minutes=1)


async def test_the_terms_are_shown(bea, mina):
    read = await bea.types("terms A7")

    assert "A7: low." in read.text
    assert "Notes at 19:00, clock of UTC." in read.text
    assert "Grace 2 h; reminders +0, +60 min." in read.text
    assert "1: duty; wait 45 min." in read.text
    assert read.deed.changes == ()


async def test_every_page_can_be_turned_to(bea, mina):
    read = await bea.types("/terms A7")
    page, seen = 1, [read.text]
    while f"terms:A7 {page + 1} !" in read.buttons:
        page += 1
        read = await bea.presses(f"terms:A7 {page} !")
        seen.append(read.text)

    assert page > 1
    assert len(set(seen)) == page
    assert "To change" in "".join(seen)
    assert "place on" in seen[-1]


async def test_before_it_begins_all_holds_at_once(bea, nino, house):
    asked = await bea.types("terms A1 medium times 09:00 21:00 grace 30")
    assert asked.ids[:2] == ["inner-terms-sure", "office-terms-first"]
    assert (await terms_of(house, "A1")).level is Level.LOW

    await bea.types("yes")

    terms = await terms_of(house, "A1")
    assert terms.level is Level.MEDIUM
    assert terms.schedule == DailyAt(slots_at(time(9), time(21)), "Asia/Dushanbe")
    assert terms.grace == 30 * M
    assert terms.reminders == (Reminder(0 * M), Reminder(15 * M))
    assert (await house.storage.readings.by_code("A1")).level is Level.MEDIUM


@pytest.mark.parametrize("no", ["no", "2"])
async def test_a_no_keeps_all_as_it_is(bea, nino, house, no):
    before = await terms_of(house, "A1")
    await bea.types("terms A1 grace 30")

    read = await bea.types(no)

    assert read.ids == ["office-unchanged"]
    assert await terms_of(house, "A1") == before


async def test_by_buttons(bea, nino, house):
    await bea.types("terms A1 grace 30")

    assert (await bea.presses("terms-yes:A7")).ids == ["office-too-late"]
    await bea.presses("terms-yes:A1")

    assert (await terms_of(house, "A1")).grace == 30 * M


async def test_a_yes_without_the_question_is_too_late(bea, nino, house):
    await bea.types("terms A1 grace 30")
    house.passes(minutes=31)

    assert (await bea.presses("terms-yes:A1")).ids == ["office-too-late"]


async def test_what_strengthens_holds_at_once_and_moves_no_promise(bea, mina, house):
    asked = await bea.types("terms A7 grace 60")
    assert "office-terms-now" in asked.ids

    await bea.types("1")

    routine = await mina.routine()
    assert routine.terms.grace == 60 * M
    assert routine.due_at == DUE
    assert kinds(await deliver(house), await mina.person())[-1] is Kind.CHANGE_SET


async def test_what_weakens_begins_late_and_the_office_is_told(bea, carl, mina, house):
    asked = await bea.types("terms A7 grace 3h")
    assert "office-terms-later" in asked.ids

    noted = await bea.types("yes")

    routine = await mina.routine()
    (pending,) = routine.pending
    assert routine.terms.grace == 120 * M
    assert pending.from_at >= house.now + routine.terms.cooling
    assert noted.deed.replies[0].words[1].args["at"] == pending.from_at
    said = await deliver(house)
    assert Kind.CHANGE_TOLD in kinds(said, await bea.person())
    assert Kind.CHANGE_PENDING in kinds(said, await mina.person())
    assert "Other terms begin" in await _all_pages(bea, "terms A7", "terms:A7")


async def test_while_a_note_is_open_it_waits_for_that_note(bea, mina, house):
    house.now = DUE
    await pass_time(house, minutes=1)

    asked = await bea.types("terms A7 grace 60")

    assert "office-terms-after-open" in asked.ids


async def test_medium_says_plainly_what_it_is_today(bea, mina):
    assert "inner-terms-medium" in (await bea.types("terms A7 medium")).ids


async def test_all_faults_are_said_at_once(bea, mina):
    read = await bea.types("terms A7 grace 0 times 25:00 zone Atlantis days someday early x foo")

    said = [words.args["key"] for words in read.deed.replies[0].words]
    assert sorted(said) == ["days", "early", "grace", "times", "zone"]
    assert read.deed.changes == ()


async def test_terms_that_cannot_be_are_refused(bea, mina):
    for text, fault in [
        ("grace 13h", "grace-too-long"),
        ("reminders 0 3h", "reminder-after-grace"),
        ("times 09:00 09:00", "duplicate-times"),
        ("times 09:00 10:00 grace 30 early 2h", "early-too-long"),
        ("times 09:00 10:00", "grace-too-long"),
        ("every 8d 07:00-22:00", "period-too-long"),
        ("every 6h 07:00-07:00", "never-asleep"),
        ("season 2027-01-02 2027-01-01 09:00", "season-backwards"),
        ("season 2027-01-01 2029-01-01 09:00", "season-too-long"),
        ("every 6h 07:00-22:00 season 2027-01-01 2027-01-03 09:00", "season-without-daily-times"),
    ]:
        read = await bea.types(f"terms A7 {text}")

        assert f"office-fault-{fault}" in read.ids
        assert read.deed.changes == ()


async def test_what_means_nothing_is_not_even_asked_about(bea, mina):
    for text in [
        "x" * 401,
        "foo",
        "season",
        "season 2027-01-01",
        "zone",
        "zone istanbul",
        "grace",
        "days",
    ]:
        read = await bea.types(f"terms A7 {text}")

        assert set(read.ids) <= {"office-fault-unreadable", "office-too-long"}
        assert read.deed.changes == ()


async def test_times_days_zones_and_spans_are_understood(bea, nino, house):
    for text, schedule in [
        ("times 9 2100", DailyAt(slots_at(time(9), time(21)), "UTC")),
        ("times 09:00, 21:00", DailyAt(slots_at(time(9), time(21)), "UTC")),
        (
            "times 09:00 days mon-fri",
            DailyAt(slots_at(time(9), weekdays=frozenset(range(5))), "UTC"),
        ),
        (
            "days mon,wed fri times \u06f0\u06f9:\u06f0\u06f0",
            DailyAt(slots_at(time(9), weekdays=frozenset({0, 2, 4})), "UTC"),
        ),
        ("days sat-mon", DailyAt(slots_at(time(19), weekdays=frozenset({5, 6, 0})), "UTC")),
        ("every 6h 07:00-22:00", Every(360 * M, "UTC", time(7), time(22))),
        ("every 6h 07:00 22:00", Every(360 * M, "UTC", time(7), time(22))),
        ("zone dushanbe", DailyAt(slots_at(time(19)), "Asia/Dushanbe")),
        ("zone Asia/Kathmandu", DailyAt(slots_at(time(19)), "Asia/Kathmandu")),
    ]:
        await bea.types("terms A1 low zone UTC")
        await bea.types("yes")

        await bea.types(f"terms A1 {text}")
        await bea.types("yes")

        kept = (await terms_of(house, "A1")).schedule
        assert kept == schedule
        person = await house.storage.readings.by_code("A1")
        assert person.zone == schedule.zone


async def test_a_season_has_its_own_times_and_ends_by_itself(bea, nino, house):
    await bea.types("terms A1 season 2027-02-08 2027-03-09 05:00 19:30")
    await bea.types("yes")

    (season,) = (await terms_of(house, "A1")).seasons
    assert season.slots == slots_at(time(5), time(19, 30))
    assert isinstance(season, Season)

    house.passes(days=150)
    await bea.types("/terms A1 grace 60")
    await bea.types("yes")

    assert (await terms_of(house, "A1")).seasons == ()


async def test_a_season_without_notes_and_none_at_all(bea, nino, house):
    await bea.types("terms A1 season 2027-02-08 2027-02-09 none")
    await bea.types("yes")
    assert (await terms_of(house, "A1")).seasons[0].slots == ()

    await bea.types("terms A1 season off")
    await bea.types("yes")
    assert (await terms_of(house, "A1")).seasons == ()


async def test_other_words_of_terms(bea, nino, house):
    await bea.types("terms A1 early 2h nudge off hold 45m deaf 60 reminders 0 20 40")
    await bea.types("yes")

    terms = await terms_of(house, "A1")
    assert (terms.early, terms.nudge, terms.hold) == (120 * M, None, 45 * M)
    assert terms.alarm_when_deaf == 60 * M
    assert [one.after for one in terms.reminders] == [0 * M, 20 * M, 40 * M]


async def test_an_early_window_that_would_reach_back_is_made_smaller(bea, nino, house):
    await bea.types("terms A1 times 09:00 11:00 13:00 grace 30")
    await bea.types("yes")

    assert (await terms_of(house, "A1")).early < 120 * M


# --- Who may, and about whom ---------------------------------------------------------------------


async def test_about_nobody_nothing_is_changed(bea, carl, mina):
    for text, answer in [
        ("terms", "office-form-terms"),
        ("ladder", "office-form-order"),
        ("terms A99", "office-nobody-called"),
        ("terms B2 medium", "office-not-yourself"),
        ("terms B3 medium", "office-sends-no-notes"),
    ]:
        read = await bea.types(text)

        assert read.ids == [answer]
        assert read.deed.changes == ()


async def test_nobody_weakens_their_own_terms(bea, house):
    her = await colleague_who_sends_notes(house)

    assert (await her.types("terms A9 grace 3h")).ids == ["office-not-yourself"]


async def test_somebody_from_outside_changes_no_terms(mina, house, bea):
    read = await Colleague(house, 100).types("/terms A7 grace 3h")

    assert read.deed.happenings == ()
    assert (await mina.routine()).pending == ()


@pytest.mark.parametrize("fault", [*Fault, *ScheduleFault, *Lack])
def test_every_fault_has_a_sentence(fault):
    assert Speech("en", "UTC", DUE).say(f"office-fault-{fault}")


async def _all_pages(somebody, text, more):
    read = await somebody.types(text)
    said = read.text
    page = 2
    while f"{more} {page} !" in read.buttons:
        read = await somebody.presses(f"{more} {page} !")
        said += read.text
        page += 1
    return said
