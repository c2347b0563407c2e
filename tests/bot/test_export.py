"""The page for a static host is written whole, never among foreign files, and not forgotten."""

import hashlib
import json
import stat
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import export as exports
from bot.doctor import examine
from bot.export import PAGE, SUMS, ForeignDirectory, NotExported, export, export_page
from bot.page import PageMissing, make_page, read_bundle
from rules.terms import Way
from sealing.epochs import epoch_at, starts
from sealing.keyring import Purpose
from storage.deed import Deed, OpenWatch
from tests.bot.circle import gather_into


@pytest.fixture
async def environ(environ):
    """A house whose page stands on another host."""
    return environ | {
        "VIGIL_PUBLIC_URL": "https://notes.example.org/b7Qx",
        "VIGIL_LISTEN": "none",
    }


async def faults_of(environ):
    """What is wrong with the page, and whether it is grave."""
    found = (await examine(environ)).faults
    return {one.what: one.grave for one in found if "page" in one.what or "phones" in one.what}


# --- Writing --------------------------------------------------------------------------------------


async def test_the_page_of_now_lies_there_for_all_to_read(exported, house, site):
    page = make_page(read_bundle(), house.storage.keys, house.clock.now())
    assert (site / PAGE).read_bytes() == page.body
    assert sorted(one.name for one in site.iterdir()) == [PAGE, SUMS]
    for name in (PAGE, SUMS):
        assert stat.S_IMODE((site / name).stat().st_mode) == 0o644
    sums = (site / SUMS).read_text()
    for each in (hashlib.sha256(page.body).hexdigest(), page.bundle, page.data):
        assert each in sums
    assert f"good until {page.good_until:%Y-%m-%d}" in sums
    assert not {"vigil", "alarm", "defender"} & set(sums.lower().split())


async def test_with_it_goes_nothing_that_opens_anything(exported, house, site):
    whole = b"".join(one.read_bytes() for one in site.iterdir())
    keyring = house.storage.keys.keyring
    secrets = [(one, secret) for one in Purpose for secret in keyring.all(one).values()]
    assert len(secrets) > len(Purpose)
    for purpose, secret in secrets:
        if purpose is not Purpose.DEPLOYMENT:
            assert secret.hex().encode() not in whole
            assert secret not in whole


async def test_it_is_written_anew_where_it_was_written(exported, settings, site, passes):
    (site / "CNAME").write_text("notes.example.org")
    old = (site / PAGE).read_bytes()
    await passes(days=45)
    again = await export_page(settings, {}, site)
    assert (site / PAGE).read_bytes() != old
    assert again.good_until > exported.good_until
    assert sorted(one.name for one in site.iterdir()) == ["CNAME", PAGE, SUMS]
    assert exports.read(settings.export_file) == again


@pytest.mark.parametrize(
    ("name", "text"),
    [(PAGE, "<h1>our shop</h1>"), ("thesis.odt", "x"), (SUMS, "notes of mine"), (".git", "x")],
)
async def test_nothing_is_written_among_foreign_files(house, settings, site, name, text):
    site.mkdir()
    (site / name).write_text(text)
    with pytest.raises(ForeignDirectory):
        await export_page(settings, {}, site)
    assert [one.name for one in site.iterdir()] == [name]
    assert (site / name).read_text() == text
    assert not settings.export_file.exists()


async def test_a_file_is_no_directory(house, settings, tmp_path):
    (tmp_path / "site").write_text("x")
    with pytest.raises(ForeignDirectory):
        await export_page(settings, {}, tmp_path / "site")


async def test_a_disk_that_is_full_leaves_the_old_page_whole(house, settings, site, monkeypatch):
    await export_page(settings, {}, site)
    old = (site / PAGE).read_bytes()
    page = make_page(read_bundle() + b" ", house.storage.keys, house.clock.now())

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.export.os.fsync", full)
    with pytest.raises(NotExported, match="No space left"):
        export(page, site, house.clock.now())
    assert (site / PAGE).read_bytes() == old
    assert sorted(one.name for one in site.iterdir()) == [PAGE, SUMS]


async def test_whoever_could_not_be_warned_is_told_at_once(house, settings, site):
    settings.export_file.mkdir()
    with pytest.raises(NotExported, match="nobody would be warned"):
        await export_page(settings, {}, site)


# --- What the doctor says -------------------------------------------------------------------------


async def test_a_page_that_was_just_exported_is_well_and_shown(exported, environ, house):
    examined = await examine(environ)
    assert await faults_of(environ) == {}
    lines = examined.page.lines()
    assert lines[0] == "page: https://notes.example.org/b7Qx (on another host)"
    for each in (exported.bundle, exported.data, *exported.kids):
        assert any(each in line for line in lines)
    now = house.clock.now()
    first = starts(epoch_at(now) + 1)
    assert any(
        f"used until {first:%Y-%m-%d}, destroyed {first + timedelta(days=7):%Y-%m-%d}" in line
        for line in lines
    )
    told = json.loads(json.dumps(examined.page.as_json()))
    assert told["bundle"] == told["exported"]["bundle"] == exported.bundle
    assert [one["kid"] for one in told["keys"]] == told["exported"]["kids"] == list(exported.kids)


async def test_a_page_that_stands_elsewhere_and_was_never_exported_is_a_fault(house, environ):
    never = "The page is served by nobody: it was never exported."
    assert await faults_of(environ) == {never: True}


async def test_somebody_is_warned_a_week_before_an_exported_page_goes_stale(
    exported, environ, house, passes
):
    left = exported.good_until - house.clock.now()
    what = f"The exported page goes stale on {exported.good_until:%Y-%m-%d}."
    await passes(seconds=(left - timedelta(days=7, minutes=1)).total_seconds())
    assert await faults_of(environ) == {}
    await passes(minutes=2)
    assert await faults_of(environ) == {what: False}
    await passes(days=7)
    stale = "The exported page is stale: nobody can send a note with it."
    assert await faults_of(environ) == {stale: True}


async def test_a_page_with_foreign_keys_is_a_fault(exported, settings, environ):
    replace(exported, kids=("00000000",)).write(settings.export_file)
    foreign = "The exported page seals to keys that are not ours."
    assert await faults_of(environ) == {foreign: True}


async def test_after_an_update_the_page_is_of_another_version(exported, settings, environ):
    replace(exported, bundle="0" * 64).write(settings.export_file)
    assert await faults_of(environ) == {"The exported page is of another version.": False}


@pytest.mark.parametrize(
    "broken", ["", "[]", "{}", '{"at": "soon"}', '{"at": "2026-03-02T00:00:00"}', "\0"]
)
async def test_what_is_remembered_and_cannot_be_read_is_as_nothing(settings, broken):
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    settings.export_file.write_text(broken)
    assert exports.read(settings.export_file) is None


async def test_a_page_that_we_serve_needs_no_export_but_an_old_one_is_not_forgotten(
    house, environ, settings, site, passes
):
    served = environ | {"VIGIL_LISTEN": "127.0.0.1:0"}
    assert await faults_of(served) == {}
    examined = await examine(served)
    assert examined.page.lines()[0].endswith("(served by vigil run)")
    assert examined.page.exported is None
    await export_page(settings, {}, site)
    await passes(days=70)
    (stale,) = [one for one in (await examine(served)).faults if "stale" in one.what]
    assert stale.mend.endswith(f"remove {settings.export_file}")


async def test_a_house_without_a_key_for_phones_is_a_fault(house, environ, stand):
    served = environ | {"VIGIL_LISTEN": "127.0.0.1:0"}
    await stand.push(timedelta(days=70).total_seconds())
    assert await faults_of(served) == {"There is no key to which phones could seal.": True}


async def test_a_page_at_the_root_of_its_host_is_found_by_everybody(house, environ):
    root = environ | {
        "VIGIL_PUBLIC_URL": "https://notes.example.org/",
        "VIGIL_LISTEN": "127.0.0.1:0",
    }
    found = await faults_of(root)
    assert found == {"The page stands at the root of its host, where everybody looks.": False}


async def test_an_installation_without_the_page_is_a_fault(house, environ, monkeypatch):
    def missing():
        raise PageMissing

    monkeypatch.setattr("bot.page_faults.read_bundle", missing)
    examined = await examine(environ)
    assert examined.page is None
    assert any(one.grave and "not part of this installation" in one.what for one in examined.faults)


async def test_whoever_agreed_to_sealed_notes_needs_a_page(house, environ):
    without = environ | {"VIGIL_PUBLIC_URL": ""}
    await gather_into(house)
    assert await faults_of(without) == {}
    board = await house.storage.readings.board()
    (watch,) = board.lines[0].watches
    terms = replace(watch.terms, ways=frozenset({Way.SEALED}))
    journey = replace(watch, id=b"another watch...", terms=terms)
    await house.storage.journal.record(Deed(changes=(OpenWatch(journey),)))
    what = "Sealed notes were agreed to, and there is no page to seal them on. (1)"
    assert await faults_of(without) == {what: True}
    assert what not in await faults_of(environ)
