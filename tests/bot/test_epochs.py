"""Keys to which phones seal are made in time and destroyed in time, and nothing is left of them."""

import asyncio
import base64
import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.epochs import Turned, turn_epochs
from bot.housekeeping import Housekeeping
from bot.init import Answers, first_run
from bot.keys import change_keys, open_keyring
from bot.running import build
from sealing import keyring as keyrings
from sealing.epochs import destroyed_at, epoch_at, kid, public_bytes, starts, wanted
from sealing.fields import unseal
from sealing.keyring import Keyring, KeyringChangedError, Purpose
from sealing.unlocking import create_unlock_key
from storage.keychain import Keychain
from storage.keys import Keys

ROOT = Path(__file__).parents[2]
EPOCH = 5
THEN = starts(EPOCH) + timedelta(days=1)


@pytest.fixture
def keychain(tmp_path):
    unlock = create_unlock_key(tmp_path / "elsewhere" / "unlock")
    Keyring.create(tmp_path / "keys" / "keyring", unlock)
    return Keychain(tmp_path / "keys" / "keyring", unlock)


@pytest.fixture
def process(keychain):
    """Opens the keyring as a process does that starts now."""
    return lambda: Keys(Keyring.open(keychain.path, keychain.unlock))


def epochs(keys):
    return sorted(keys.held(Purpose.EPOCHS))


def on_disk(keychain):
    return Keyring.open(keychain.path, keychain.unlock).all(Purpose.EPOCHS)


def everything_in(keychain):
    """What lies in the directory of the keyring, as it lies there and opened with the key."""
    found = []
    for file in keychain.path.parent.iterdir():
        raw = file.read_bytes()
        found += [raw, opened(keychain, raw)]
    return b"\n".join(found)


def opened(keychain, raw):
    secret = {1: keychain.unlock.secret}
    return unseal(secret, keyrings._PLACE, raw.removeprefix(keyrings._MAGIC))


def stands_in(secret, content):
    ways = (secret, base64.b64encode(secret), base64.urlsafe_b64encode(secret))
    return any(way in content for way in (*ways, secret.hex().encode()))


# --- Making and destroying ------------------------------------------------------------------------


def test_the_key_of_now_and_the_next_are_made_and_nothing_more(keychain, process):
    keys = process()
    assert turn_epochs(keychain, keys, THEN) == Turned(made=(EPOCH, EPOCH + 1), anew=True)
    assert epochs(keys) == sorted(on_disk(keychain)) == [EPOCH, EPOCH + 1]
    before = keychain.path.read_bytes()
    assert turn_epochs(keychain, keys, THEN) == Turned()
    assert keychain.path.read_bytes() == before


def test_a_key_is_destroyed_a_week_after_its_time_and_not_a_moment_earlier(keychain, process):
    keys = process()
    turn_epochs(keychain, keys, THEN)
    over = destroyed_at(EPOCH)
    turn_epochs(keychain, keys, over - timedelta(microseconds=1))
    assert epochs(keys) == [EPOCH, EPOCH + 1, EPOCH + 2]
    assert turn_epochs(keychain, keys, over) == Turned(destroyed=(EPOCH,))
    assert epochs(keys) == sorted(on_disk(keychain)) == [EPOCH + 1, EPOCH + 2]


def test_a_clock_that_nobody_has_agreed_with_destroys_nothing(keychain, process):
    """A machine that starts a year ahead would take the keys that phones are sealing to."""
    keys = process()
    turn_epochs(keychain, keys, THEN)

    ahead = turn_epochs(keychain, keys, THEN + timedelta(days=365), sure=False)

    assert ahead.made
    assert ahead.destroyed == ()
    assert {EPOCH, EPOCH + 1} < set(epochs(keys))
    right_again = turn_epochs(keychain, keys, THEN)
    assert right_again == Turned()


def test_of_a_destroyed_key_nothing_is_left_in_any_file(keychain, process):
    keys = process()
    turn_epochs(keychain, keys, THEN)
    gone, stays = (keys.held(Purpose.EPOCHS)[one] for one in (EPOCH, EPOCH + 1))
    assert stands_in(gone, everything_in(keychain))
    old = os.open(keychain.path, os.O_RDONLY)  # the blocks on the disk, whatever their name
    size = os.fstat(old).st_size
    assert stands_in(gone, opened(keychain, os.pread(old, size, 0)))

    turn_epochs(keychain, keys, destroyed_at(EPOCH))

    assert os.pread(old, 2 * size, 0) == bytes(size)
    os.close(old)
    assert [one.name for one in keychain.path.parent.iterdir()] == ["keyring"]
    content = everything_in(keychain)
    assert not stands_in(gone, content)
    assert stands_in(stays, content)
    assert not any(gone in held.values() for held in keys._held.values())
    assert gone not in keys.keyring.all(Purpose.EPOCHS).values()


def test_a_house_that_stood_still_for_a_hundred_days_does_right_at_once(keychain, process):
    first = process()
    turn_epochs(keychain, first, THEN)
    old = dict(first.held(Purpose.EPOCHS))
    later = THEN + timedelta(days=100)

    started = process()
    turned = turn_epochs(keychain, started, later)

    assert turned == Turned(made=wanted(later), destroyed=tuple(old))
    assert tuple(epochs(started)) == wanted(later)
    content = everything_in(keychain)
    assert not any(stands_in(seed, content) for seed in old.values())


def test_whatever_the_clock_says_a_wanted_key_is_never_destroyed(keychain, process):
    keys = process()
    for days in (0, 400, 3, 36, 37, 38, 410, 5, 66, 67):
        now = THEN + timedelta(days=days)
        turn_epochs(keychain, keys, now)
        held = on_disk(keychain)
        assert set(wanted(now)) <= set(held)
        assert all(destroyed_at(epoch) > now for epoch in held)


# --- Several processes ----------------------------------------------------------------------------


def test_another_process_goes_on_with_the_same_keys(keychain, process):
    one, other = process(), process()
    turn_epochs(keychain, one, THEN)
    assert turn_epochs(keychain, other, THEN) == Turned()
    assert one.held(Purpose.EPOCHS) == other.held(Purpose.EPOCHS) == on_disk(keychain)


def test_who_is_a_moment_too_late_takes_up_what_the_other_did(keychain, process):
    one, other = process(), process()
    tried = []

    def late(keyring):
        if not tried:
            turn_epochs(keychain, other, THEN)
        tried.append(keyring)
        for epoch in wanted(THEN):
            keyring = keyring.with_epoch(epoch)
        return keyring

    change_keys(keychain, one, late)
    assert len(tried) == 2
    assert one.held(Purpose.EPOCHS) == other.held(Purpose.EPOCHS) == on_disk(keychain)


def test_who_is_too_late_every_time_says_so(keychain, process):
    keys, other = process(), process()

    def always_late(keyring):
        keychain.change(other, lambda standing: standing.with_new_version(Purpose.LINKS))
        return keyring.with_epoch(EPOCH)

    with pytest.raises(KeyringChangedError):
        change_keys(keychain, keys, always_late)
    assert on_disk(keychain) == {}


async def test_processes_that_start_together_agree_on_one_key_for_each_epoch(keychain):
    script = (
        "import sys\n"
        "from datetime import datetime\n"
        "from pathlib import Path\n"
        "from bot.epochs import turn_epochs\n"
        "from sealing.keyring import Keyring, Purpose\n"
        "from sealing.unlocking import find_unlock_key\n"
        "from storage.keychain import Keychain\n"
        "from storage.keys import Keys\n"
        "chain = Keychain(Path(sys.argv[1]), find_unlock_key(Path(sys.argv[2]), {}))\n"
        "keys = Keys(Keyring.open(chain.path, chain.unlock))\n"
        "sys.stdin.readline()\n"
        "turn_epochs(chain, keys, datetime.fromisoformat(sys.argv[3]))\n"
        "print(sorted(keys.held(Purpose.EPOCHS).items()))\n"
    )
    given = (str(keychain.path), str(keychain.unlock.path), THEN.isoformat())
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, *given, cwd=ROOT,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(3)
    ]  # fmt: skip
    said = await asyncio.gather(*(one.communicate(b"\n") for one in started))
    assert {out.decode().strip() for out, _ in said} == {str(sorted(on_disk(keychain).items()))}


# --- In the house ---------------------------------------------------------------------------------


async def test_init_makes_the_keys_and_says_so(planted, settings, stand):
    made = await first_run(settings, {}, Answers(awake="always", zone="UTC"))
    assert "made the keys to which phones seal" in made.done
    keyring, _ = open_keyring(settings, {})
    assert tuple(sorted(keyring.all(Purpose.EPOCHS))) == wanted(await stand.now())


async def test_a_house_that_starts_has_its_keys_before_it_says_anything(house, stand):
    assert tuple(epochs(house.storage.keys)) == wanted(await stand.now())


async def test_each_hour_the_calendar_is_looked_at(house, stand, caplog):
    caplog.set_level("INFO", "bot.housekeeping")
    keys = house.storage.keys
    old = dict(keys.held(Purpose.EPOCHS))
    await stand.push(timedelta(days=100).total_seconds())
    await house.bot.get_me()  # we live in the stand-in's time as soon as it answers
    await house.housekeeping.each_hour()
    assert tuple(epochs(keys)) == wanted(house.clock.now())
    assert not set(old) & set(epochs(keys))
    (line,) = (one for one in caplog.records if one.message == "epochs.turned")
    assert (line.made, line.destroyed) == (2, 2)


async def test_a_keyring_that_cannot_be_written_to_does_not_stop_the_house(house, stand, caplog):
    kept = epochs(house.storage.keys)
    shutil.rmtree(house.settings.keyring_file.parent)
    await stand.push(timedelta(days=40).total_seconds())
    await house.bot.get_me()
    await house.housekeeping.each_hour()
    assert epochs(house.storage.keys) == kept
    assert "epochs.stand_still" in caplog.messages


def test_no_key_of_a_later_time_bears_the_name_of_one_that_is_gone(keychain, process):
    keys = process()
    turn_epochs(keychain, keys, THEN)
    named = {kid(public_bytes(seed)) for seed in keys.held(Purpose.EPOCHS).values()}
    turn_epochs(keychain, keys, starts(EPOCH + 2) + timedelta(days=7))
    assert epoch_at(THEN) == EPOCH
    assert not named & {kid(public_bytes(seed)) for seed in keys.held(Purpose.EPOCHS).values()}


# --- A keyring of an earlier Vigil ----------------------------------------------------------------

NEW = {Purpose.PEPPER, Purpose.CARDS, Purpose.DEPLOYMENT, Purpose.EPOCHS}


@pytest.fixture
async def earlier(planted, settings):
    """A house whose keyring was made before there were notes sealed on phones."""
    await first_run(settings, {}, Answers(awake="always", zone="UTC"))
    keyring, keychain = open_keyring(settings, {})
    old = {name: held for name, held in keyring._keys.items() if name not in NEW}
    whole = Keyring(old | {"of-a-later-vigil": {3: bytes(32)}}, keyring._file)
    return whole.save(keychain.path, keychain.unlock)


async def test_a_keyring_of_an_earlier_vigil_gets_what_it_lacks(earlier, settings, caplog):
    caplog.set_level("INFO", "bot.keys")
    keyring, keychain = open_keyring(settings, {})
    for purpose in NEW - {Purpose.EPOCHS}:
        assert not earlier.all(purpose)
        assert list(keyring.all(purpose)) == [1]
    for purpose in set(Purpose) - NEW:
        assert keyring.all(purpose) == earlier.all(purpose)
    assert keyring._keys["of-a-later-vigil"] == {3: bytes(32)}
    assert caplog.messages == ["keys.completed"]
    again, _ = open_keyring(settings, {})
    assert again == keyring == Keyring.open(keychain.path, keychain.unlock)
    assert caplog.messages == ["keys.completed"]


async def test_an_earlier_house_starts_with_all_keys(earlier, settings, stack, stand):
    house = await build(settings, stack, environ={})
    assert tuple(epochs(house.storage.keys)) == wanted(await stand.now())
    assert isinstance(house.housekeeping, Housekeeping)
    assert house.storage.keys.newest(Purpose.DEPLOYMENT).version == 1
