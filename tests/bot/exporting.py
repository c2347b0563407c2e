"""What tests of the exported page need: a site, the page in it, and days that go by."""

from datetime import timedelta

import pytest

from bot.export import export_page


@pytest.fixture
async def site(tmp_path):
    return tmp_path / "site"


@pytest.fixture
async def exported(house, settings, site):
    return await export_page(settings, {}, site)


@pytest.fixture
def passes(stand, house):
    """Lets days go by for the house and its machine."""

    async def passes(**by):
        await stand.push(timedelta(**by).total_seconds())
        await house.bot.get_me()
        house.housekeeping.turn_epochs()

    return passes
