"""The page names those who can open a sheet: the office to anybody, her people to her alone."""

import asyncio
import json
import os
import re

import pytest

from bot import export as exports
from bot.doctor import examine
from bot.export import export_page
from bot.settings import load
from bot.stale import Trouble, troubles
from sealing.epochs import epoch_at, public_bytes
from sealing.keyring import Purpose
from sealing.recipients import fingerprint, recipient_of
from storage.deed import Deed, DropKey
from tests.bot.circle import HE, NIGHT, OFFICE
from tests.bot.posting import PATH, SEEDS, SERVES, b64, gives_key, sheet

OFFICE_KEYS = {"B1": recipient_of(SEEDS[OFFICE]), "B2": recipient_of(SEEDS[NIGHT])}
ELSEWHERE = {"VIGIL_PUBLIC_URL": "https://notes.example.org/x", "VIGIL_LISTEN": "none"}


@pytest.fixture
async def environ(environ):
    return environ | SERVES


@pytest.fixture
def named(line):
    """Opens the page; returns whom it names and their keys."""

    async def named(**query):
        return named_in((await line.get(PATH, params=query)).content)

    return named


def named_in(page):
    (block,) = re.findall(rb'(?<=id="house">)[^<]*(?=</script>)', page)
    return {one["name"]: one["recipient"] for one in json.loads(block)["recipients"]}


async def gone(house, *people):
    await house.storage.journal.record(Deed(changes=tuple(map(DropKey, people))))


async def test_the_page_names_the_office_by_its_codes_and_follows_at_once(served, named):
    assert await named() == OFFICE_KEYS
    await gone(served, NIGHT)
    assert await named() == {"B1": OFFICE_KEYS["B1"]}
    await gives_key(served, NIGHT)
    assert await named() == OFFICE_KEYS


async def test_her_own_key_to_the_page_shows_her_the_keys_of_her_people(
    served, named, challenged, line
):
    await gives_key(served, HE)
    challenge = b64(await challenged())
    hers = OFFICE_KEYS | {"A.": recipient_of(SEEDS[HE])}
    assert await named(c=challenge, m="d", k="00000000", l="en") == hers
    small = await line.get(PATH, params={"c": challenge, "m": "d"})
    assert small.headers["content-encoding"] == "gzip"
    assert named_in(small.content) == hers
    # And whoever comes next without it is shown nobody but the office.
    assert await named() == OFFICE_KEYS


@pytest.mark.parametrize("how", ["foreign", "of a note", "another screen", "used", "no challenge"])
async def test_any_other_address_shows_the_office_alone(served, named, challenged, post, how):
    await gives_key(served, HE)
    challenge, screen = b64(await challenged()), "d"
    match how:
        case "foreign":
            challenge = b64(os.urandom(16))
        case "of a note":
            challenge = b64(await challenged(screen="n"))
        case "another screen":
            screen = "n"
        case "used":
            await post(c=challenge, sheet=b64(sheet(OFFICE)))
        case "no challenge":
            challenge = "x" * 22
    assert await named(c=challenge, m=screen) == OFFICE_KEYS


async def test_a_day_later_the_address_shows_the_office_alone(served, named, challenged, stand):
    await gives_key(served, HE)
    challenge = b64(await challenged())
    await stand.push(86_401)
    await served.bot.get_me()
    assert await named(c=challenge, m="d") == OFFICE_KEYS


async def test_while_the_database_is_away_notes_can_be_sealed_and_no_sheet_for_too_few(
    served, named, challenged, line, monkeypatch, caplog
):
    challenge = b64(await challenged())
    assert await named() == OFFICE_KEYS

    async def away(*_):
        raise OSError("no such database")

    for door in ("office_keys", "keys_for", "behind_inlet"):
        monkeypatch.setattr(f"storage.dossiers.Dossiers.{door}", away)
    assert await named(c=challenge, m="n") == OFFICE_KEYS
    assert "page.people_unread" in caplog.messages
    sheets = await line.get(PATH, params={"c": challenge, "m": "d"})
    assert (sheets.status_code, sheets.content) == (500, b"")


async def test_while_the_database_says_nothing_at_all_notes_can_be_sealed(
    served, named, monkeypatch
):
    assert await named() == OFFICE_KEYS
    monkeypatch.setattr("storage.dossiers.Dossiers.office_keys", lambda _: asyncio.Event().wait())
    monkeypatch.setattr("bot.page_host._PATIENCE", 0.01)
    assert await named(m="n") == OFFICE_KEYS


async def test_but_for_those_keys_her_page_is_everybodys(served, challenged, line):
    await gives_key(served, HE)
    hers = (await line.get(PATH, params={"c": b64(await challenged()), "m": "d"})).content
    usual = (await line.get(PATH)).content
    assert hers != usual
    assert without_people(hers) == without_people(usual)


def without_people(page):
    return re.sub(rb'"recipients":\[.*?\]', b"", page)


# --- On another host ------------------------------------------------------------------------------


async def test_an_exported_page_names_the_office_and_nobody_else(served, settings, tmp_path):
    await gives_key(served, HE)
    await export_page(settings, {}, tmp_path / "site")
    assert named_in((tmp_path / "site" / "index.html").read_bytes()) == OFFICE_KEYS


async def test_when_the_office_has_other_keys_somebody_is_told_to_export_the_page_anew(
    served, environ, tmp_path
):
    there = load(environ | ELSEWHERE)
    await export_page(there, {}, tmp_path / "site")
    what = "The exported page names other keys of the office than there are now."

    async def faults():
        return {one.what: one for one in (await examine(environ | ELSEWHERE)).faults}

    assert what not in await faults()
    await gone(served, NIGHT)
    assert (await faults())[what].grave
    assert "vigil miniapp export" in (await faults())[what].mend
    # A running house sees it as well, and has somebody called.
    page = await served.worries._doors.page.page()
    exported = exports.read(there.export_file)
    assert Trouble.OFFICE in troubles(there, exported, page, served.clock.now())
    await export_page(there, {}, tmp_path / "site")
    assert what not in await faults()


async def test_a_page_that_an_earlier_vigil_exported_named_nobody(settings, served, environ):
    there = load(environ | ELSEWHERE)
    await gone(served, OFFICE, NIGHT)
    exported = await export_page(there, {}, settings.data_dir / "site")
    content = json.loads(there.export_file.read_text())
    del content["named"]
    there.export_file.write_text(json.dumps(content))
    assert exports.read(there.export_file) == exported


# --- What people compare --------------------------------------------------------------------------


async def test_the_doctor_shows_the_letters_of_every_key_that_phones_seal_to(served, environ):
    shown = (await examine(environ)).page
    said = "\n".join(shown.lines())
    for seed in (SEEDS[OFFICE], SEEDS[NIGHT]):
        assert fingerprint(public_bytes(seed)) in said
    house = served.storage.keys.held(Purpose.EPOCHS)
    letters = fingerprint(public_bytes(house[epoch_at(served.clock.now())]))
    assert f"({letters}): used until" in said
    told = json.loads(json.dumps(shown.as_json()))
    assert told["keys"][0]["letters"] == letters
    assert [one["name"] for one in told["office"]] == ["B1", "B2"]
    assert shown.page.data == (await served.worries._doors.page.page()).data
