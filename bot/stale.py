"""Says what is the matter with a page that another host hands out: in time, before it fails her."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot import export
from bot.export import Exported
from bot.page import Page
from bot.settings import Settings

#: So long before an exported page goes stale somebody is told to export it anew.
SOON = timedelta(days=7)


class Trouble(StrEnum):
    """What may be wrong with it; the value is a worry's name."""

    NOWHERE = "page-nowhere"  #: nobody serves it, for it was never exported
    STALE = "page-stale"  #: buttons name a key that it does not hold
    FOREIGN = "page-foreign"  #: it seals notes to keys that are not ours
    OFFICE = "page-office"  #: sheets are sealed to other people of the office than there are now
    SOON = "page-soon"  #: within days, buttons name a key that it does not hold
    OLDER = "page-older"  #: it is of another version of ours


def troubles(
    settings: Settings, exported: Exported | None, page: Page, now: datetime
) -> list[Trouble]:
    """Return what is wrong with what was exported, held against the page of `now`."""
    if exported is None:
        return [Trouble.NOWHERE] if settings.listen is None else []
    if exported.good_until <= now:
        return [Trouble.STALE]
    in_use = next((one.kid for one in page.keys if one.used_until > now), None)
    if in_use is not None and in_use not in exported.kids:
        return [Trouble.FOREIGN]
    found = (
        (exported.named != page.named, Trouble.OFFICE),
        (exported.good_until - now <= SOON, Trouble.SOON),
        (exported.bundle != page.bundle, Trouble.OLDER),
    )
    return [trouble for is_so, trouble in found if is_so]


@dataclass(frozen=True, slots=True)
class PageWatch:
    """Looks after a page that stands on another host, for as long as the house runs."""

    settings: Settings
    page: Callable[[], Awaitable[Page]]

    async def look(self, now: datetime) -> list[Trouble]:
        """Return what is wrong with it; nothing where we serve the page ourselves."""
        if self.settings.listen is not None:
            return []
        exported = export.read(self.settings.export_file)
        return troubles(self.settings, exported, await self.page(), now)
