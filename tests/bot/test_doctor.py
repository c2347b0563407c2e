"""Every fault is named with its mend, beside a house that may be running; forgetting by hand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import state
from bot.clock import machine_now
from bot.doctor import Examined, examine
from bot.forget import Answer, forget_by_code
from rules.events import CheckedIn, TimePassed
from rules.terms import Level, Way
from sealing.cards import new_code
from storage.deed import Deed, KeepHouse, KeepPerson, Lived, MakeCards, Reply, Words
from storage.inbox import TRIES
from storage.persons import Standing
from tests.bot.circle import AMINA, BOT, SHE, TERMS, gather_into

# --- The doctor, beside a house ------------------------------------------------------------------


async def whats(environ):
    return {fault.what: fault for fault in (await examine(environ)).faults}


async def test_the_doctor_tells_what_the_house_worries_about(house, settings, environ):
    worries = ("deaf", "alarm-untaken-12", "dead-letters-3", "never-heard")
    said = state.State(said_at=machine_now().isoformat(), worries=worries, offset_seconds=-42.0)
    said.write(settings.state_file)
    found = await whats(environ)
    for what in (
        "Telegram cannot be heard.",
        "An alarm has not been taken.",
        "Messages could not be handled and were set aside.",
        "Nothing was heard from Telegram yet.",
        "The clock is off by 42 seconds.",
    ):
        assert found[what].grave
    assert "Telegram has not been heard for long." not in found


async def test_the_doctor_notices_that_nobody_runs(house, settings, environ):
    long_ago = machine_now() - timedelta(minutes=10)
    state.State(said_at=long_ago.isoformat()).write(settings.state_file)
    assert (await whats(environ))["Vigil is not running."].grave


async def test_the_doctor_looks_at_the_roster(house, environ):
    await gather_into(house)
    assert not any("coordinator" in what for what in await whats(environ))

    async def roster(change):
        kept = await house.storage.readings.house()
        changed = replace(kept, members=change(kept.members))
        await house.storage.journal.record(Deed(changes=(KeepHouse(changed),)))
        return await whats(environ)

    off = await roster(lambda all_: tuple(replace(one, on_duty=False) for one in all_))
    assert "No coordinator is on duty." in off
    lost = await roster(lambda all_: tuple(replace(one, reachable=False) for one in all_))
    assert "No coordinator can be reached over Telegram." in lost
    alone = await roster(lambda all_: (replace(all_[0], reachable=True, on_duty=True),))
    assert not alone[
        "There is a single coordinator: nobody stands in, and nothing needs two."
    ].grave


async def test_the_doctor_names_whoever_was_promised_what_cannot_be_kept_any_more(house, environ):
    paper = replace(TERMS, level=Level.HIGH, ways=frozenset({Way.CARD}))
    await gather_into(house, paper)
    no_numbers = "Only numbers on paper were agreed to, and none are left: A7."
    no_horn = "Level high was agreed to, and nobody can be called over another road: A7."
    found = await whats(environ | {"VIGIL_HORN_URLS": ""})
    assert found[no_numbers].grave
    assert found[no_horn].grave

    made = MakeCards(SHE, b"b" * 16, (new_code(),), ())
    await house.storage.journal.record(Deed(changes=(made,)))
    assert {no_numbers, no_horn}.isdisjoint(await whats(environ))


async def test_the_doctor_says_when_telegram_delivers_elsewhere(house, environ):
    await house.bot.set_webhook("https://somebody.example/hook")
    assert (await whats(environ))["A webhook is set, so polling hears nothing."].grave
    await house.bot.delete_webhook()


async def test_the_doctor_says_when_the_token_is_wrong(house, environ, tmp_path):
    (tmp_path / "token").write_text("4242:another_one_that_is_long_enough")
    found = await whats(environ)
    assert "Telegram could not be reached, and this cannot be done without it." in found


async def test_the_doctor_counts_what_waits_and_what_was_set_aside(house, environ, stand):
    await gather_into(house)
    storage, now = house.storage, house.clock.now()
    said = Reply(to=SHE, words=(Words("stranger-received"),))
    await storage.journal.record(Deed(replies=(said,)))
    fence = await storage.leases.take(f"ear:{BOT}", now, timedelta(days=1))
    poison = {"update_id": 1, "message": {"chat": {"id": AMINA}}}
    await storage.inbox.keep(BOT, [poison], asked_at=now, limit=100, fence=fence)
    later = now
    for _ in range(TRIES):
        (waiting,) = await storage.inbox.take(1, later)
        await storage.inbox.step_aside(waiting, later)
        later += timedelta(minutes=5)
    await stand.push((later - now).total_seconds())
    found = await whats(environ)
    assert "Messages could not be handled and were set aside. (1)" in found
    assert any(what.endswith("messages wait to be said.") for what in found)


async def test_the_doctor_sees_a_full_disk_and_a_place_it_may_not_write_to(
    house, environ, monkeypatch
):
    monkeypatch.setattr("bot.doctor._ROOM", 1 << 62)
    monkeypatch.setattr("bot.doctor.os.access", lambda *_: False)
    found = await whats(environ)
    assert any("MB are free" in what for what in found)
    assert "The data directory cannot be written to." in found


async def test_the_doctor_says_that_old_keys_are_still_held(house, environ):
    house.storage.rewrapping.rotate(house.housekeeping._keychain)
    assert (await whats(environ))["Old keys are still held."].mend == "vigil keys rewrap"


async def test_the_doctor_finds_no_fault_with_a_house_that_has_none(house, environ, tmp_path):
    await gather_into(house)
    state.State(said_at=machine_now().isoformat()).write(house.settings.state_file)
    unlock = tmp_path / "elsewhere" / "unlock"
    unlock.parent.mkdir()
    (house.settings.own_unlock_key_file).rename(unlock)
    whole = environ | {"VIGIL_PULSE_URL": "https://x.example", "VIGIL_UNLOCK_KEY_FILE": str(unlock)}
    assert await examine(whole) == Examined([])


async def test_the_doctor_still_speaks_when_the_database_does_not_open(house, environ, settings):
    settings.database_file.write_bytes(b"not a database at all, but long enough to be read as one")
    found = await whats(environ)
    assert any("The database does not open" in what for what in found)


# --- Forgetting by hand --------------------------------------------------------------------------


async def test_somebody_is_forgotten_at_the_operators_word(house, settings):
    await gather_into(house)
    assert await forget_by_code(settings, {}, "a7") is Answer.FORGOTTEN
    assert await forget_by_code(settings, {}, "A7") is Answer.UNKNOWN


@pytest.mark.parametrize("runs", [True, False])
async def test_nobody_is_forgotten_whose_note_has_just_come(house, settings, runs):
    await gather_into(house)
    if runs:
        await house.storage.leases.take("courier", house.clock.now(), timedelta(days=9))
    note = Lived(SHE, CheckedIn(house.clock.now()))
    await house.storage.journal.record(Deed(happenings=(note,)))
    assert await forget_by_code(settings, {}, "A7") is Answer.JUST_HEARD


async def test_while_a_house_runs_it_does_the_forgetting_itself(house, settings):
    await gather_into(house)
    fence = await house.storage.leases.take("courier", house.clock.now(), timedelta(hours=1))
    assert await forget_by_code(settings, {}, "A7") is Answer.LATER
    assert (await house.storage.readings.person(SHE)).standing is Standing.LEFT
    assert await house.storage.forgetting.waiting() == (SHE,)
    await house.storage.leases.leave(fence)


@pytest.mark.parametrize("runs", [True, False])
async def test_nobody_is_forgotten_who_is_still_needed(house, settings, runs, stand):
    await gather_into(house)
    if runs:
        await house.storage.leases.take("courier", house.clock.now(), timedelta(days=9))
    amina = await house.storage.readings.person(SHE)
    leaving = KeepPerson(replace(amina, standing=Standing.LEAVING))
    await house.storage.journal.record(Deed(changes=(leaving,)))
    assert await forget_by_code(settings, {}, "A7") is Answer.LEAVING
    await house.housekeeping.follow_keys()
    amina = await house.storage.readings.person(SHE)
    agreed = KeepPerson(replace(amina, standing=Standing.AGREED))
    await house.storage.journal.record(Deed(changes=(agreed,)))
    for hours in (15, 16):
        at = house.clock.now() + timedelta(hours=hours)
        await house.storage.journal.record(Deed(happenings=(Lived(SHE, TimePassed(at)),)))
    assert await house.storage.readings.open_alarms()
    assert await forget_by_code(settings, {}, "A7") is Answer.ALARM_OPEN
