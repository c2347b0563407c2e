"""Hands the page out as a file for any static host, and remembers which one it was.

What is remembered holds nothing about anybody: sums, names of keys, dates.
"""

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.desk import desk
from bot.epochs import turn_epochs
from bot.page import Page, make_page, read_bundle, recipients_in, sum_of
from bot.settings import Settings

PAGE, SUMS = "index.html", "page.txt"
_SUMS_BEGIN = "What index.html is made of."


class ForeignDirectory(Exception):
    """The directory holds something that was not exported here; name an empty or a new one."""


class NotExported(Exception):
    """The page could not be written there."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The page that was handed out last."""

    at: datetime
    good_until: datetime
    kids: tuple[str, ...]
    whole: str
    bundle: str
    data: str
    named: str = sum_of(())  #: of whom a sheet may be sealed to; an earlier Vigil named nobody

    def write(self, path: Path) -> None:
        """Remember it, whole or not at all."""
        moments = {"at": self.at.isoformat(), "good_until": self.good_until.isoformat()}
        _put(path, json.dumps(asdict(self) | moments).encode(), 0o600)


def read(path: Path) -> Exported | None:
    """Return the page that was handed out last; None when none was, or it cannot be read."""
    try:
        content: dict[str, Any] = json.loads(path.read_text("utf-8"))
        at, until = (datetime.fromisoformat(content[name]) for name in ("at", "good_until"))
        kids = tuple(map(str, content["kids"]))
        exported = Exported(**(content | {"at": at, "good_until": until, "kids": kids}))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    # A moment without its zone could be compared with nothing.
    return exported if at.tzinfo is not None and until.tzinfo is not None else None


async def export_page(settings: Settings, environ: Mapping[str, str], directory: Path) -> Exported:
    """Write the page of now to `directory` and remember it.

    Raises what `export` raises, PageMissing, PageMisshapen, and key and database errors.
    """
    bundle = read_bundle()
    async with desk(settings, environ) as open_desk:
        keys, now = open_desk.storage.keys, open_desk.clock.now()
        # Nobody has told us here that our clock is right; the house destroys what is over.
        turn_epochs(open_desk.keychain, keys, now, sure=False)
        recipients = recipients_in(await open_desk.storage.dossiers.office_keys())
        page = make_page(bundle, keys, now, recipients=recipients)
        exported = export(page, directory, now)
    try:
        exported.write(settings.export_file)
    except OSError as error:
        raise NotExported(
            f"The page was written, but {settings.export_file} was not ({error.strerror}), so that "
            "nobody would be warned before it goes stale"
        ) from error
    return exported


def export(page: Page, directory: Path, now: datetime) -> Exported:
    """Write the page and its sums to `directory`, each whole or not at all, readable by all.

    Raises ForeignDirectory rather than write among what is not ours, NotExported.
    """
    if not _is_ours(directory):
        raise ForeignDirectory
    exported = Exported(
        at=now,
        good_until=page.good_until,
        kids=tuple(one.kid for one in page.keys),
        whole=page.whole,
        bundle=page.bundle,
        data=page.data,
        named=page.named,
    )
    try:
        directory.mkdir(parents=True, exist_ok=True)
        # The sums first: a directory that holds the page without them would be foreign to us.
        _put(directory / SUMS, _sums(exported).encode(), 0o644)
        _put(directory / PAGE, page.body, 0o644)
    except OSError as error:
        raise NotExported(f"{directory} cannot be written to: {error.strerror}") from error
    return exported


def _is_ours(directory: Path) -> bool:
    try:
        if not any(directory.iterdir()):
            return True
        return (directory / SUMS).read_text("utf-8").startswith(_SUMS_BEGIN)
    except FileNotFoundError:
        return not directory.exists()
    except (OSError, UnicodeDecodeError):
        return False


def _sums(exported: Exported) -> str:
    # Whoever finds it on the host learns what the page shows anyway.
    return (
        f"{_SUMS_BEGIN}\n"
        f"SHA-256 of the whole file      {exported.whole}\n"
        f"SHA-256 of the bundle          {exported.bundle}\n"
        f"SHA-256 of the data block      {exported.data}\n"
        f"written {exported.at:%Y-%m-%d}, good until {exported.good_until:%Y-%m-%d}\n"
    )


def _put(path: Path, content: bytes, mode: int) -> None:
    handle, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), mode)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(fresh).unlink()
        raise
