"""A copy of the keyring for safekeeping lacks the keys that must be destroyed on time."""

import os
import shutil
import stat
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.copying import CopyInTheWay, CopyNotNoted, copy_keyring, is_too_old
from bot.desk import desk
from bot.doctor import examine
from bot.epochs import turn_epochs
from bot.export import export_page
from bot.init import Answers, first_run
from bot.keys import open_keyring
from bot.running import build
from sealing.epochs import destroyed_at, epoch_at, wanted
from sealing.keyring import Keyring, KeyringNotWrittenError, Purpose
from sealing.unlocking import KeysBesideDatabaseError, create_unlock_key
from storage.deed import Deed, KeepPerson
from storage.keys import Keys
from tests.bot.test_epochs import opened, stands_in
from tests.storage.circle import a_circle


@pytest.fixture
async def here(planted, settings, stand):
    """A house that was set up; its settings."""
    await first_run(settings, {}, Answers(awake="always", zone="UTC"))
    return settings


@pytest.fixture
async def place(tmp_path):
    return tmp_path / "stick" / "keyring.copy"


@pytest.fixture
async def copied(here, place):
    place.parent.mkdir()
    return copy_keyring(here, {}, place)


async def test_a_copy_holds_every_key_but_those_to_which_phones_seal(here, copied, place):
    keyring, keychain = open_keyring(here, {})
    assert keyring.all(Purpose.EPOCHS)
    assert not copied.all(Purpose.EPOCHS)
    for purpose in set(Purpose) - {Purpose.EPOCHS}:
        assert copied.all(purpose) == keyring.all(purpose)
    assert copied == Keyring.open(place, keychain.unlock)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


async def test_in_no_file_but_the_keyring_stands_an_epoch_key_sealed_or_open(
    here, copied, place, tmp_path
):
    keyring, keychain = open_keyring(here, {})
    raw, whole = place.read_bytes(), here.keyring_file.read_bytes()
    for seed in keyring.all(Purpose.EPOCHS).values():
        assert stands_in(seed, opened(keychain, whole))
        assert not stands_in(seed, opened(keychain, raw))
        for file in tmp_path.rglob("*"):
            if file.is_file():
                assert not stands_in(seed, file.read_bytes()), file
    # What is looked for is found where it is.
    pepper = keyring.current(Purpose.PEPPER).secret
    assert stands_in(pepper, opened(keychain, raw))


async def test_when_a_key_is_destroyed_no_copy_of_it_is_left_anywhere(here, copied, tmp_path):
    keyring, keychain = open_keyring(here, {})
    gone = dict(keyring.all(Purpose.EPOCHS))
    copy_keyring(here, {}, tmp_path / "stick" / "second.copy")
    turn_epochs(keychain, Keys(keyring), destroyed_at(max(gone)))
    kept = [file for file in tmp_path.rglob("*") if file.is_file()]
    for file in kept:
        raw = file.read_bytes()
        sealed = [] if b"vigil-keyring" not in raw else [opened(keychain, raw)]
        for content in (raw, *sealed):
            assert not any(stands_in(seed, content) for seed in gone.values()), file
    assert sum(b"vigil-keyring" in file.read_bytes() for file in kept) == 3


async def test_the_copy_of_last_week_is_replaced_and_blanked(here, copied, place):
    _, keychain = open_keyring(here, {})
    handle = os.open(place, os.O_RDONLY)  # the blocks on the disk, whatever their name
    size = os.fstat(handle).st_size
    keychain.change(Keys(copied), lambda keyring: keyring.with_new_version(Purpose.LINKS))
    again = copy_keyring(here, {}, place)
    assert sorted(again.all(Purpose.LINKS)) == [1, 2]
    assert os.pread(handle, 2 * size, 0) == bytes(size)
    os.close(handle)
    assert [one.name for one in place.parent.iterdir()] == [place.name]


async def test_a_whole_copy_that_somebody_made_by_hand_is_replaced_by_one_that_may_be_kept(
    here, place
):
    place.parent.mkdir()
    shutil.copy(here.keyring_file, place)
    assert not copy_keyring(here, {}, place).all(Purpose.EPOCHS)
    assert open_keyring(here, {})[0].all(Purpose.EPOCHS)


@pytest.mark.parametrize("how", ["itself", "linked", "a photo", "another house's"])
async def test_what_is_no_copy_of_ours_stays_as_it_is(here, place, tmp_path, how):
    place.parent.mkdir()
    _, keychain = open_keyring(here, {})
    match how:
        case "itself":
            place = here.keyring_file
        case "linked":
            place.symlink_to(here.keyring_file)
        case "a photo":
            place.write_bytes(b"\xff\xd8" * 99)
        case "another house's":
            Keyring.create(place, keychain.unlock)
    before = place.read_bytes()
    with pytest.raises(CopyInTheWay):
        copy_keyring(here, {}, place)
    assert place.read_bytes() == before


async def test_a_copy_under_another_unlock_key_is_not_ours_to_replace(here, place, tmp_path):
    other = create_unlock_key(tmp_path / "elsewhere" / "unlock")
    Keyring.create(place, other)
    with pytest.raises(CopyInTheWay):
        copy_keyring(here, {}, place)
    assert Keyring.open(place, other).all(Purpose.DEPLOYMENT)


async def test_a_copy_is_refused_beside_the_database_and_where_there_is_no_place(here, tmp_path):
    with pytest.raises(KeysBesideDatabaseError):
        copy_keyring(here, {}, here.database_file.with_name("copy"))
    with pytest.raises(KeyringNotWrittenError):
        copy_keyring(here, {}, tmp_path / "nowhere" / "copy")
    assert not (tmp_path / "nowhere").exists()


TOO_OLD = "The copy of the keyring lacks keys that were made since, and opens nothing kept now."


async def test_whoever_looks_the_house_over_hears_that_the_copy_opens_nothing_any_more(
    here, copied, place, environ
):
    """The house forgets by itself, and changes the keys with it; the copy lies in a drawer."""

    async def said():
        return TOO_OLD in {fault.what for fault in (await examine(environ)).faults}

    assert not await said()
    async with desk(here, {}) as open_desk:
        olga = replace(a_circle().olga, chats=())
        await open_desk.storage.journal.record(Deed(changes=(KeepPerson(olga),)))
        gone = await open_desk.storage.forgetting.forget([olga.id], open_desk.keychain)
        assert gone.gone == (olga.id,)
    assert await said()
    copy_keyring(here, {}, place)
    assert not await said()


@pytest.mark.parametrize("noted", [None, "", "[]", "{}", "7", '{"subjects": 1}'])
async def test_where_nobody_knows_of_a_copy_nothing_is_said(here, noted):
    if noted is not None:
        here.copy_file.write_text(noted)
    assert not is_too_old(here, open_keyring(here, {})[0])


async def test_a_copy_of_which_nothing_could_be_noted_is_said_to_be_one(here, place):
    place.parent.mkdir()
    here.copy_file.mkdir()
    with pytest.raises(CopyNotNoted):
        copy_keyring(here, {}, place)
    assert place.exists()


# --- Putting it back ------------------------------------------------------------------------------


@pytest.fixture
async def restored(here, copied, place):
    """The house after a fire: its keyring is the copy that was kept elsewhere."""
    before = open_keyring(here, {})[0]
    here.keyring_file.unlink()
    shutil.copy(place, here.keyring_file)
    return before


async def test_a_house_whose_copy_was_put_back_makes_new_keys_and_says_so(
    restored, here, stack, stand, caplog
):
    caplog.set_level("WARNING", "bot.housekeeping")
    house = await build(here, stack, environ={})
    keys = house.storage.keys
    assert tuple(sorted(keys.held(Purpose.EPOCHS))) == wanted(await stand.now())
    old = set(restored.all(Purpose.EPOCHS).values())
    assert not old & set(keys.held(Purpose.EPOCHS).values())
    assert keys.newest(Purpose.DEPLOYMENT) == restored.current(Purpose.DEPLOYMENT)
    (line,) = (one for one in caplog.records if one.message == "epochs.made_anew")
    assert line.made == 2
    # The next start finds them, and has nothing to say.
    caplog.clear()
    house.housekeeping.turn_epochs()
    assert caplog.messages == []


async def test_before_it_starts_the_doctor_says_what_is_missing_and_after_it_which_page_is(
    here, environ, tmp_path, copied, place, stack, stand
):
    there = environ | {"VIGIL_PUBLIC_URL": "https://notes.example.org/x", "VIGIL_LISTEN": "none"}
    await export_page(here, {}, tmp_path / "site")
    here.keyring_file.unlink()
    shutil.copy(place, here.keyring_file)
    found = {one.what: one.mend for one in (await examine(there)).faults}
    assert "start Vigil" in found["There is no key to which phones could seal."]
    await build(here, stack, environ={})
    found = {one.what for one in (await examine(there)).faults}
    assert "There is no key to which phones could seal." not in found
    assert "The exported page seals to keys that are not ours." in found


async def test_a_house_that_stood_still_for_long_does_not_say_that_it_was_restored(
    house, stand, caplog
):
    caplog.set_level("INFO", "bot.housekeeping")
    old = epoch_at(house.clock.now())
    await stand.push(timedelta(days=200).total_seconds())
    await house.bot.get_me()
    house.housekeeping.turn_epochs()
    assert caplog.messages == ["epochs.turned"]
    assert old not in house.storage.keys.held(Purpose.EPOCHS)
