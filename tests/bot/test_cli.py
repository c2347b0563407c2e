"""The operator's commands, as a technician types them: real processes, real exit codes."""

import hashlib
import json
import re
import stat

import pytest

from tests.bot.shell import INIT, TOKEN

pytestmark = pytest.mark.slow  # starts real processes


async def test_init_sets_everything_up_and_prints_what_to_say_aloud(shell, tmp_path):
    code, said = await shell(*INIT)
    assert code == 0
    assert re.search(r"https://t\.me/\w+\?start=[\w-]{22}\n", said)
    assert re.search(r'Say aloud: "My number is \d{4}\.', said)
    for file in ("data/keys/unlock-key", "data/keys/keyring", "data/db/vigil.sqlite"):
        assert stat.S_IMODE((tmp_path / file).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert TOKEN not in said


async def test_init_again_changes_nothing_that_is_there(planted, shell, tmp_path):
    await shell(*INIT)
    kept = [(tmp_path / "data/keys" / name).read_bytes() for name in ("unlock-key", "keyring")]
    code, said = await shell("init", "--awake", "always", "--zone", "UTC")
    assert code == 0
    assert "made" not in said
    assert "everything was set up already" in said
    assert "start=" in said  # nobody has joined yet, so there is a new link
    assert kept == [
        (tmp_path / "data/keys" / name).read_bytes() for name in ("unlock-key", "keyring")
    ]


@pytest.mark.parametrize(
    ("flags", "answer"),
    [
        ((), "give --awake"),
        (("--awake", "always"), "give --zone"),
        (("--awake", "sometimes", "--zone", "UTC"), "When is somebody awake?"),
        (("--awake", "always", "--zone", "Dushanbe"), "Which zone?"),
        (("--awake", "always", "--zone", "UTC", "--language", "xx"), "Which language?"),
        (("--awake", "always", "--zone", "UTC", "--stranger", "x"), "Which answer to strangers?"),
    ],
)
async def test_init_that_is_not_told_enough_makes_nothing(shell, tmp_path, flags, answer):
    code, said = await shell("init", *flags)
    assert code == 1
    assert answer in said
    assert not (tmp_path / "data").exists()


async def test_init_refuses_keys_beside_the_database(shell, tmp_path):
    shell.environ["VIGIL_KEYS_DIR"] = str(tmp_path / "data" / "db")
    code, said = await shell(*INIT)
    assert code == 1
    assert "Keys lie beside the database" in said
    assert not (tmp_path / "data" / "db").exists()


async def test_init_names_what_the_bot_shows_and_should_not(planted, shell, stand, wire):
    bot = wire.bot()
    await bot.set_my_description("Emergency alarm for human rights defenders")
    await bot.set_my_commands([("board", "see who is missing")])
    code, said = await shell(*INIT)
    assert code == 1
    assert "inner words in its description" in said
    assert "took the menu of commands away" in said
    assert await bot.get_my_commands() == ()
    await bot.set_my_description("Notes for the office")
    assert (await shell(*INIT))[0] == 0


async def test_init_without_telegram_says_so(shell):
    shell.environ["VIGIL_TELEGRAM_URL"] = "http://127.0.0.1:9"
    code, said = await shell(*INIT)
    assert code == 1
    assert "Telegram could not be reached" in said


async def test_wrong_settings_are_all_named_at_once(shell):
    shell.environ |= {"VIGIL_LOG_LEVEL": "LOUD", "VIGIL_TOKEN_FILE": "/nowhere"}
    for command in (("run",), INIT, ("invite",), ("health",), ("forget", "A1", "--yes")):
        code, said = await shell(*command)
        # Container engines know 0 and 1 only.
        assert code == (1 if command == ("health",) else 2)
        assert "VIGIL_LOG_LEVEL" in said
        assert "VIGIL_TOKEN_FILE" in said
        assert "Traceback" not in said


async def test_doctor_names_each_fault_with_its_mend(shell):
    code, said = await shell("doctor")
    assert code == 1
    assert "No unlock key was found" in said
    await shell(*INIT)
    code, said = await shell("doctor", "--json")
    found = json.loads(said)
    assert code == 1
    assert not found["well"]
    faults = {fault["what"]: fault for fault in found["faults"]}
    assert faults["There is no coordinator yet."]["mend"] == "vigil invite, and hand over the link"
    assert all(fault["mend"] for fault in found["faults"])
    assert not faults["Vigil has never run here."]["grave"]


async def test_doctor_names_wrong_settings(shell):
    shell.environ["VIGIL_LOG_LEVEL"] = "LOUD"
    code, said = await shell("doctor", "--json")
    assert code == 1
    assert json.loads(said)["faults"][0]["what"].startswith("VIGIL_LOG_LEVEL must be")


async def test_doctor_sees_keys_that_do_not_fit(planted, shell, tmp_path):
    await shell(*INIT)
    (tmp_path / "data/keys/unlock-key").unlink()
    shell.environ["VIGIL_UNLOCK_KEY_FILE"] = str(tmp_path / "other")
    (tmp_path / "other").write_text("A" * 43 + "=\n")
    (tmp_path / "other").chmod(0o600)
    code, said = await shell("doctor")
    assert code == 1
    assert "The keyring does not open" in said


async def test_invite_makes_another_link(planted, shell):
    await shell(*INIT)
    code, said = await shell("invite", "--json")
    assert code == 0
    assert re.fullmatch(r"https://t\.me/\w+\?start=[\w-]{22}", json.loads(said)["link"])
    code, said = await shell("invite")
    assert "B3" in said
    assert (await shell("invite", "--language", "xx"))[0] == 1


async def test_invite_before_init_says_what_is_missing(shell):
    code, said = await shell("invite")
    assert code == 1
    assert "No unlock key was found" in said


async def test_forget_somebody_unknown(planted, shell):
    await shell(*INIT)
    code, said = await shell("forget", "A9", "--yes")
    assert code == 1
    assert "Nobody of this code name" in said


async def test_the_keyring_is_copied_and_what_it_lacks_is_said(planted, shell, tmp_path):
    await shell(*INIT)
    code, said = await shell("keys", "copy", str(tmp_path / "kept"))
    assert code == 0
    assert "It lacks the keys to which phones seal." in said
    assert (tmp_path / "kept").stat().st_size
    code, said = await shell("keys", "copy", str(tmp_path / "data/keys/keyring"))
    assert code == 1
    assert "Another file stands there" in said
    assert (await shell("doctor"))[1].count("no key to which") == 0


async def test_keys_are_rotated_and_everything_moves_to_them(planted, shell, tmp_path):
    await shell(*INIT)
    before = (tmp_path / "data/keys/keyring").read_bytes()
    assert (await shell("keys", "rotate"))[0] == 0
    assert (tmp_path / "data/keys/keyring").read_bytes() != before
    code, said = await shell("keys", "rewrap")
    assert code == 0
    assert re.search(r"Moved \d+ rows; destroyed [1-9]\d* old keys", said)
    assert (await shell("invite"))[0] == 0


PAGE = {"VIGIL_PUBLIC_URL": "http://127.0.0.1:8080/b7Qx", "VIGIL_LISTEN": "none"}


async def test_the_page_is_exported_with_what_to_do_with_it(planted, shell, tmp_path):
    await shell(*INIT)
    site = tmp_path / "site"
    code, said = await shell("miniapp", "export", str(site))
    assert code == 0
    page = (site / "index.html").read_bytes()
    assert f"SHA-256 of the whole file: {hashlib.sha256(page).hexdigest()}" in said
    assert "VIGIL_LISTEN=none" in said
    assert re.search(r"good until \d{4}-\d\d-\d\d", said)
    shell.environ |= PAGE
    _, said = await shell("doctor")
    assert "(on another host)" in said
    assert "never exported" not in said
    for line in (site / "page.txt").read_text().splitlines()[2:4]:
        assert line.split()[-1] in said
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").touch()
    code, said = await shell("miniapp", "export", str(tmp_path / "photos"))
    assert code == 1
    assert "The directory holds something that was not exported here" in said


async def test_help_is_given_and_an_unknown_command_refused(shell):
    code, said = await shell("--help")
    assert code == 0
    for command in (
        "run",
        "init",
        "doctor",
        "invite",
        "forget",
        "keys",
        "miniapp",
        "demo",
        "bench",
    ):
        assert command in said
    assert (await shell("fly"))[0] == 2
