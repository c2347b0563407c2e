"""Files that people send: a picture, a document, a voice."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from simulator.bots import Bot
from simulator.files import MEDIA, hand, keep, shown
from simulator.reading import Upload
from simulator.refusals import Refused
from simulator.town import CannotBeDone

#: What people send; nobody sends a thumbnail alone.
KINDS = tuple(name for name in MEDIA if name != "thumbnail")
_NAMES = {
    "photo": ("", "image/jpeg"),
    "voice": ("", "audio/ogg"),
    "video_note": ("", "video/mp4"),
    "sticker": ("", "image/webp"),
}


def enclosure(content: bytes, kind: str = "document", **about: Any) -> dict[str, Any]:
    """Write a file as the control road takes it."""
    return {"kind": kind, "base64": base64.b64encode(content).decode(), **about}


def enclosed(bot: Bot, given: Mapping[str, Any]) -> dict[str, Any]:
    """Show a file as fields of a `Message`, known to the bot by an id of its own.

    `given` has `kind`, `base64`, and where it matters `name`, `content_type`, the details of its
    kind (such as `duration`), and `size` in bytes, which may be more than what is really held.
    """
    kind = given.get("kind", "document")
    if kind not in KINDS:
        raise CannotBeDone(f"a file's kind is one of {', '.join(KINDS)}")
    name, content_type = _NAMES.get(kind, ("file", "application/octet-stream"))
    try:
        content = base64.b64decode(given.get("base64", ""), validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise CannotBeDone("a file's content is base64") from None
    upload = Upload(given.get("name", name), given.get("content_type", content_type), content)
    size = given.get("size")
    if size is not None and (not isinstance(size, int) or size < len(content)):
        raise CannotBeDone("a file's size is at least what it holds")
    try:
        kept = keep(MEDIA[kind], upload, given, size=size)
    except Refused as refused:
        raise CannotBeDone(refused.description.removeprefix("Bad Request: ")) from None
    return shown(bot.files, hand(bot.files, kept))
