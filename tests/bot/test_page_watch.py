"""Somebody is called in time about a page that stands on another host."""

from dataclasses import replace

import pytest

from bot import export as exports
from bot.export import export_page
from bot.page import PageMissing
from bot.running import build
from bot.settings import load
from bot.worries import Horn


@pytest.fixture
async def environ(environ):
    """A house whose page stands on another host."""
    return environ | {
        "VIGIL_PUBLIC_URL": "https://notes.example.org/b7Qx",
        "VIGIL_LISTEN": "none",
    }


@pytest.fixture
def looked(house, passes):
    """Looks for worries at a later time; returns those about the page."""

    async def looked(**by):
        await passes(**by)
        await house.look()
        return [one.name for one in house.found if one.name.startswith("page-")]

    return looked


async def test_somebody_is_called_before_an_exported_page_goes_stale_and_again_when_it_has(
    exported, house, ears, looked
):
    left = (exported.good_until - house.clock.now()).total_seconds()
    assert await looked(seconds=left - 7 * 86_400 - 60) == []
    assert await looked(minutes=2) == ["page-soon"]
    assert (await house.worries.look(house.clock.now()))[-1].horn is Horn.ONCE
    assert await looked(days=7) == ["page-stale"]
    assert (await house.worries.look(house.clock.now()))[-1].horn is Horn.AGAIN


async def test_a_horn_is_blown_for_a_page_that_nobody_exports_anew(exported, house, ears, until):
    replace(exported, good_until=house.clock.now()).write(house.settings.export_file)
    await house.look()
    await until(lambda: ears.heard)


async def test_a_page_that_we_serve_ourselves_is_no_worry_of_this_kind(
    house, settings, environ, site, stack
):
    await export_page(settings, {}, site)
    served = await build(load(environ | {"VIGIL_LISTEN": "127.0.0.1:0"}), stack, environ={})
    old = replace(exports.read(settings.export_file), good_until=house.clock.now())
    old.write(settings.export_file)
    names = {one.name for one in await served.worries.look(house.clock.now())}
    assert not any(name.startswith("page-") for name in names)


async def test_a_house_whose_page_is_elsewhere_starts_without_the_page(
    house, environ, stack, monkeypatch, caplog
):
    def missing():
        raise PageMissing

    monkeypatch.setattr("bot.running.read_bundle", missing)
    await build(load(environ), stack, environ={})
    assert "running.no_page" in caplog.messages
    with pytest.raises(PageMissing):
        await build(load(environ | {"VIGIL_LISTEN": "127.0.0.1:0"}), stack, environ={})
