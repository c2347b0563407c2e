"""Files that bots and people send: kept in memory, known to each bot by ids of its own.

Source: https://core.telegram.org/bots/api#sending-files and `Client::get_input_file` in
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp.
"""

import secrets
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from simulator.images import measure
from simulator.reading import Attached, Upload
from simulator.refusals import bad_request
from simulator.unplayed import not_played

#: A bot fetches files up to 20 MB, and a photo it sends has up to 10 MB.
LARGEST_FETCHED = 20 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_THUMBNAIL = 200 * 1024 - 1
LONGEST_SIDES = 10_000
WIDEST = 20


@dataclass(frozen=True, slots=True)
class Medium:
    """A kind of media: the field it stands in, and what the Bot API calls it."""

    field: str
    #: As in "there is no video note in the request".
    words: str
    #: As in "can't use file of type VideoNote as Document".
    type: str
    folder: str
    #: What its file is unless the upload says something of the same family.
    content_type: str = ""
    #: Whole numbers and texts that whoever sends it may say about it.
    numbers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    has_name: bool = True


MEDIA: Mapping[str, Medium] = {
    one.field: one
    for one in (
        Medium("photo", "photo", "Photo", "photos", "image/jpeg", has_name=False),
        Medium("document", "document", "Document", "documents"),
        Medium("video", "video", "Video", "videos", "video/mp4", ("duration", "width", "height")),
        Medium(
            "animation",
            "animation",
            "Animation",
            "animations",
            "video/mp4",
            ("duration", "width", "height"),
        ),
        Medium(
            "audio", "audio", "Audio", "music", "audio/mpeg", ("duration",), ("performer", "title")
        ),
        Medium("voice", "voice", "VoiceNote", "voice", "audio/ogg", ("duration",), has_name=False),
        Medium(
            "video_note",
            "video note",
            "VideoNote",
            "video_notes",
            "video/mp4",
            ("duration", "length"),
            has_name=False,
        ),
        Medium(
            "sticker",
            "sticker",
            "Sticker",
            "stickers",
            "image/webp",
            (),
            ("emoji",),
            has_name=False,
        ),
        Medium("thumbnail", "thumbnail", "Thumbnail", "thumbnails", "image/jpeg", has_name=False),
    )
}
#: The largest number each may have; larger ones are cut.
_MOST = {"duration": 24 * 60 * 60, "width": 10_000, "height": 10_000, "length": 640}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file; `unique_id` is the same for all who see it, and `size` may be more than is held."""

    medium: Medium
    name: str
    content_type: str
    content: bytes
    size: int
    unique_id: str
    details: Mapping[str, Any] = field(default_factory=dict)
    thumbnail: "Kept | None" = None


#: The files a bot knows, by the ids it knows them by.
Shelf = MutableMapping[str, Kept]


def keep(
    medium: Medium,
    upload: Upload,
    details: Mapping[str, Any],
    *,
    thumbnail: Upload | None = None,
    size: int | None = None,
) -> Kept:
    """Keep what was uploaded; raise Refused where Telegram would."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    size = len(upload.content) if size is None else size
    said: dict[str, Any] = {
        name: min(max(int(details.get(name, 0)), 0), _MOST[name]) for name in medium.numbers
    }
    said |= {name: details[name] for name in medium.texts if details.get(name)}
    if medium.field in {"photo", "sticker", "thumbnail"}:
        said |= _measured(medium, upload.content, size)
    family = medium.content_type.partition("/")[0]
    kind = upload.content_type
    if family and not kind.startswith(f"{family}/"):
        kind = medium.content_type
    small = _thumbnail(thumbnail) if thumbnail else None
    return Kept(medium, upload.name, kind, upload.content, size, secrets.token_hex(8), said, small)


def hand(shelf: Shelf, kept: Kept) -> str:
    """Make a file known to a bot and return the id it has there."""
    file_id = f"{kept.medium.field}{len(shelf) + 1:06d}{secrets.token_hex(8)}"
    shelf[file_id] = kept
    return file_id


def sent(
    shelf: Shelf, medium: Medium, given: object, details: Mapping[str, Any], missing: str = ""
) -> dict[str, Any]:
    """Find or keep the file that a request names and show it as fields of a `Message`.

    `given` is an upload, an attachment or the id of a file the bot knows. What Telegram would
    fetch from the web, the stand-in does not play.
    """
    if isinstance(given, Attached):
        given = given.upload
    if isinstance(given, Upload):
        thumbnail = details.get("thumbnail")
        if isinstance(thumbnail, Attached):
            thumbnail = thumbnail.upload
        small = thumbnail if isinstance(thumbnail, Upload) else None
        kept = keep(medium, given, details, thumbnail=small)
        return shown(shelf, hand(shelf, kept))
    if not isinstance(given, str) or not given.strip() or given.startswith("attach://"):
        raise bad_request(missing or f"there is no {medium.words} in the request")
    if "." in given:
        raise not_played("files fetched from the web")
    known = shelf.get(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.medium is not medium:
        raise bad_request(f"can't use file of type {known.medium.type} as {medium.type}")
    return shown(shelf, given)


def shown(shelf: Shelf, file_id: str) -> dict[str, Any]:
    """Show a file as the fields it has in a `Message`."""
    kept = shelf[file_id]
    medium = kept.medium
    one: dict[str, Any] = {
        "file_id": file_id,
        "file_unique_id": kept.unique_id,
        "file_size": kept.size,
        **kept.details,
    }
    if medium.field in {"photo", "thumbnail"}:
        # Telegram makes smaller sizes of it as well; the stand-in cannot draw.
        return {medium.field: [one] if medium.field == "photo" else one}
    if medium.has_name and kept.name:
        one["file_name"] = kept.name
    if medium.field not in {"video_note", "sticker"}:
        one["mime_type"] = kept.content_type
    if kept.thumbnail is not None:
        small = next((key for key, value in shelf.items() if value is kept.thumbnail), None)
        one |= shown(shelf, small or hand(shelf, kept.thumbnail))
    if medium.field == "sticker":
        video = kept.content_type.startswith("video/")
        one |= {"type": "regular", "is_animated": False, "is_video": video}
    if medium.field == "animation":
        # "For backward compatibility, when this field is set, the document field will also be."
        skipped = {"duration", "width", "height"}
        plain = {name: value for name, value in one.items() if name not in skipped}
        return {"animation": one, "document": plain}
    return {medium.field: one}


def path(file_id: str, kept: Kept) -> str:
    """Tell where a bot fetches it, below `/file/bot<token>/`."""
    ending = kept.name.rpartition(".")[2] if "." in kept.name else ""
    return f"{kept.medium.folder}/{file_id}" + (f".{ending}" if ending.isalnum() else "")


def _measured(medium: Medium, content: bytes, size: int) -> dict[str, Any]:
    if medium.field == "photo" and size > LARGEST_PHOTO:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo;"
            f" the maximum size is {LARGEST_PHOTO} bytes"
        )
    sides = measure(content)
    if sides is None:
        if medium.field == "sticker":
            return {"width": 512, "height": 512}
        raise bad_request("IMAGE_PROCESS_FAILED")
    if min(sides) < 1 or sum(sides) > LONGEST_SIDES or max(sides) > WIDEST * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"width": sides[0], "height": sides[1]}


def _thumbnail(upload: Upload) -> Kept | None:
    # One that Telegram cannot use is left out, and the file goes without.
    if len(upload.content) > LARGEST_THUMBNAIL or measure(upload.content) is None:
        return None
    return keep(MEDIA["thumbnail"], upload, {})
