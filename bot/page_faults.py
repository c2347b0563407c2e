"""Says how it stands with the page on which phones seal: what it is made of, and what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import export
from bot.export import Exported
from bot.fault import Fault, sentence
from bot.page import (
    Page,
    PageMisshapen,
    PageMissing,
    make_page,
    read_bundle,
    recipients_in,
)
from bot.settings import Settings
from bot.stale import Trouble, troubles
from rules.terms import Way
from sealing.epochs import epoch_at
from sealing.keyring import Purpose
from sealing.recipients import fingerprint
from storage.board import BoardLine
from storage.dossiers import HeldKey
from storage.keys import Keys

_RENEW = "vigil miniapp export DIR, and put it where phones reach it"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the operator is shown of the page, to be compared with what phones get."""

    url: str
    served: bool  #: by `vigil run`; else another host hands it out
    page: Page
    exported: Exported | None
    office: Sequence[HeldKey] = ()  #: to whom sheets are sealed, and by which letters to tell

    def lines(self) -> list[str]:
        """Return it as it is said on the screen."""
        how = "served by vigil run" if self.served else "on another host"
        keys = (
            f"key {one.kid} ({fingerprint(one.public)}): "
            f"used until {one.used_until:%Y-%m-%d}, destroyed {one.destroyed_at:%Y-%m-%d}"
            for one in self.page.keys
        )
        lines = [
            f"page: {self.url} ({how})",
            f"SHA-256 of the bundle: {self.page.bundle}",
            f"SHA-256 of the data block: {self.page.data}",
            *keys,
            *(f"sheets are sealed to {one.code_or_nick} ({one.letters})" for one in self.office),
        ]
        if self.exported is not None:
            at, until = self.exported.at, self.exported.good_until
            lines.append(f"exported {at:%Y-%m-%d}, good until {until:%Y-%m-%d}")
            if self.exported.data != self.page.data:
                lines.append(f"SHA-256 of the exported data block: {self.exported.data}")
        return lines

    def as_json(self) -> dict[str, object]:
        """Return it as JSON takes it."""
        exported = self.exported
        return {
            "url": self.url,
            "served": self.served,
            "bundle": self.page.bundle,
            "data": self.page.data,
            "good_until": self.page.good_until.isoformat(),
            "keys": [
                {
                    "kid": one.kid,
                    "letters": fingerprint(one.public),
                    "used_until": one.used_until.isoformat(),
                    "destroyed_at": one.destroyed_at.isoformat(),
                }
                for one in self.page.keys
            ],
            "office": [{"name": one.code_or_nick, "letters": one.letters} for one in self.office],
            "exported": None
            if exported is None
            else {
                "at": exported.at.isoformat(),
                "good_until": exported.good_until.isoformat(),
                "bundle": exported.bundle,
                "data": exported.data,
                "kids": list(exported.kids),
            },
        }


def look_at_page(
    settings: Settings,
    keys: Keys,
    office: Sequence[HeldKey],
    lines: Iterable[BoardLine],
    now: datetime,
) -> tuple[Shown | None, list[Fault]]:
    """Return what there is to show of the page, if there is one, and every fault of it."""
    if settings.public_url is None:
        return None, _without_page(lines)
    faults = []
    if epoch_at(now) not in keys.held(Purpose.EPOCHS):
        mend = "start Vigil: it makes them if it may write to the directory of the keyring"
        faults.append(Fault("There is no key to which phones could seal.", mend))
    if settings.page_path == "/":
        what = "The page stands at the root of its host, where everybody looks."
        faults.append(Fault(what, "add a path nobody guesses to VIGIL_PUBLIC_URL", grave=False))
    served = settings.listen is not None
    post = settings.page_path if served else None
    try:
        page = make_page(read_bundle(), keys, now, post=post, recipients=recipients_in(office))
    except (PageMissing, PageMisshapen) as error:
        return None, [*faults, Fault(sentence(error), "make miniapp, or install Vigil anew")]
    exported = export.read(settings.export_file)
    faults += _about_export(settings, exported, page, now)
    return Shown(settings.public_url, served, page, exported, office), faults


def _without_page(lines: Iterable[BoardLine]) -> list[Fault]:
    sealed = sum(any(Way.SEALED in one.terms.ways for one in line.watches) for line in lines)
    if not sealed:
        return []
    what = f"Sealed notes were agreed to, and there is no page to seal them on. ({sealed})"
    return [Fault(what, "set VIGIL_PUBLIC_URL: docs/operating.md, The page")]


def _about_export(
    settings: Settings, exported: Exported | None, page: Page, now: datetime
) -> list[Fault]:
    mend = _RENEW
    if settings.listen is not None:
        mend += f"; if only vigil run serves the page now, remove {settings.export_file}"
    until = "" if exported is None else f"{exported.good_until:%Y-%m-%d}"
    found = ((_SAID[one], one in _GRAVE) for one in troubles(settings, exported, page, now))
    return [Fault(what.format(until=until), mend, grave=grave) for what, grave in found]


_SAID: Mapping[Trouble, str] = {
    Trouble.NOWHERE: "The page is served by nobody: it was never exported.",
    Trouble.STALE: "The exported page is stale: nobody can send a note with it.",
    Trouble.FOREIGN: "The exported page seals to keys that are not ours.",
    Trouble.OFFICE: "The exported page names other keys of the office than there are now.",
    Trouble.SOON: "The exported page goes stale on {until}.",
    Trouble.OLDER: "The exported page is of another version.",
}
_GRAVE = {Trouble.NOWHERE, Trouble.STALE, Trouble.FOREIGN, Trouble.OFFICE}
