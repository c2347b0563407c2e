"""A contact or somebody of the office has a key of their own, to open what is meant for them.

It is made on their phone or by the age tool; only the half that anybody may see comes here. Its
letters are compared by voice, because whoever runs this house could put another key in its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import KEY, in_other_hands, seems_with_key
from handlers.keys import SCREEN_KEY, ways_for, with_page
from handlers.promise import pages
from handlers.words import Speech
from rules.notices import Keep, Kind, Notice
from rules.people import Role
from storage.deed import (
    Change,
    Deed,
    DropKey,
    KeepCredentials,
    KeepKey,
    KeepPerson,
    Reply,
    TryKey,
    Words,
)
from storage.dossiers import AgeKey, AgeKeyFault, HeldKey, Part, letters_of, read_key
from storage.proofs import Handed

LONGEST_FILE = 16 * 1024  #: bytes; what the age tool writes of a key is shorter by far

_COMMENT = "#"  #: begins a line of the age tool's files that holds no key


# --- On a phone -----------------------------------------------------------------------------------


async def key(hearing: Hearing) -> Deed | None:
    """Bring the key to the page on which one is made; say the letters of the one that is there."""
    if hearing.rest:
        return None
    there_is = await _shown(hearing)
    replies = []
    if hearing.rooms.pages_url is None:
        replies.append(hearing.reply(say("own-key-no-page")))
    else:
        replies.append(await _on_the_page(hearing, "own-key-first"))
    if there_is is not None:
        drops = ((button("button-own-key-drop", "own-key-drop"),),)
        there = say("own-key-there", at=there_is.since, letters=there_is.letters)
        replies.append(hearing.reply(there, buttons=drops))
    deed = Deed(replies=tuple(replies))
    if there_is is None or not there_is.unproven or in_other_hands(hearing):
        return deed
    # Every trial sheet has left the chat: it may be that they hold the key all the same.
    who, at = hearing.person.id, hearing.now
    trial = Notice(who, Kind.TRIAL, {"asked": at})
    return replace(deed, changes=(TryKey(who, at),), notices=(trial,))


@dataclass(frozen=True, slots=True)
class _Key:
    """What somebody is shown of their own key."""

    letters: str
    since: datetime
    unproven: bool = False


async def _shown(hearing: Hearing) -> _Key | None:
    """Return the key of whoever speaks; on a phone in other hands, the one that seems to be."""
    seems = hearing.person.facts.get(KEY) if in_other_hands(hearing) else None
    if seems is None:
        held = await hearing.rooms.dossiers.key_of(hearing.person.id)
        return None if held is None else _Key(held.letters, held.since, held.unproven)
    since, _, letters = seems.partition(" ")
    return _Key(letters, datetime.fromisoformat(since)) if letters else None


async def handed(hearing: Hearing) -> Deed:
    """Take the half of a key that a page sent; anything else is to be sent once more."""
    assert hearing.sealed is not None
    proof = await hearing.rooms.proofs.sealed(hearing.person.id, hearing.sealed, hearing.at)
    if not isinstance(proof, Handed) or isinstance(proof.content, Part):
        return Deed(replies=(await _on_the_page(hearing, "once-more"),))
    used = KeepCredentials(proof.credentials)
    return await _take(hearing, proof.content.recipient, (used,))


async def _on_the_page(hearing: Hearing, words: str) -> Reply:
    ways = with_page(await _ways(hearing))
    return hearing.reply(say(words), ways=ways, screen=SCREEN_KEY, keep=Keep.DAY)


async def _ways(hearing: Hearing) -> str:
    """Return the ways of somebody who also sends notes; none of anybody else."""
    return await ways_for(hearing) if Role.DEFENDER in hearing.person.roles else ""


# --- By hand --------------------------------------------------------------------------------------


async def keys(hearing: Hearing) -> Deed | None:
    """Hear what somebody of the office types about keys: none, `add` and a key, or `drop`."""
    word, _, rest = hearing.rest.partition(" ")
    match word.lower():
        case "":
            return await _office(hearing)
        case "add":
            return await _take(hearing, rest)
        case "drop":
            return await drop(hearing)
        case _:
            return None


async def document(hearing: Hearing) -> Deed:
    """Take the file that the age tool wrote of a key: the half that anybody may see."""
    attached = hearing.attached
    assert attached is not None
    too_long = attached.size is not None and attached.size > LONGEST_FILE
    file = None if too_long else await hearing.rooms.fetch(attached.id)
    return await _take(hearing, _in_file(file or b""))


async def _take(hearing: Hearing, given: str, changes: tuple[Change, ...] = ()) -> Deed:
    """Keep a key and say its letters. `changes`: what is kept of the envelope that brought it."""
    who, read = hearing.person.id, read_key(given)
    if isinstance(read, AgeKeyFault):
        return Deed(changes=changes, replies=(hearing.reply(say(f"own-key-fault-{read}")),))
    held, letters = await hearing.rooms.dossiers.key_of(who), letters_of(read)
    said = await _kept(hearing, say("own-key-kept", letters=letters))
    there_is = await _shown(hearing)
    if there_is is not None and there_is.letters == letters:
        return Deed(changes=changes, replies=(said,))
    if in_other_hands(hearing):
        # Whoever has that phone is not who should open what is meant for its owner.
        seems = KeepPerson(seems_with_key(hearing.person, hearing.at, letters))
        return Deed(changes=(*changes, seems), replies=(said,))
    version = 0 if held is None else held.version
    kept = KeepKey(AgeKey(who, read, hearing.at, version))
    told = _others_told(hearing, "office-key-told")
    return Deed(changes=(*changes, kept), replies=(said, *told))


async def _kept(hearing: Hearing, said: Words) -> Reply:
    """Say it, and take away the key that opened the page for this; notes keep theirs."""
    if hearing.sealed is None:
        return hearing.reply(said, keep=Keep.DAY)
    ways = await _ways(hearing)
    if ways:
        return hearing.reply(said, ways=ways, keep=Keep.DAY)
    return hearing.reply(said, keyboard=(), keep=Keep.DAY)


def _in_file(file: bytes) -> str:
    lines = file.decode("utf-8", "replace").splitlines()
    return "".join(line for line in lines if not line.lstrip().startswith(_COMMENT))


# --- Without one ----------------------------------------------------------------------------------


async def drop(hearing: Hearing) -> Deed | None:
    """Ask once more before a key goes: whatever was locked for it is to be locked anew."""
    if hearing.word == "own-key-drop" and hearing.rest:
        return None
    if await _shown(hearing) is None:
        return hearing.answer(say("own-key-none"))
    sure = button("button-own-key-yes", "own-key-yes")
    return hearing.answer(say("own-key-sure"), buttons=((sure,),))


async def dropped(hearing: Hearing) -> Deed | None:
    """Let the key go."""
    if hearing.rest:
        return None
    if await _shown(hearing) is None:
        return hearing.answer(say("own-key-none"))
    said = hearing.reply(say("own-key-gone"))
    if in_other_hands(hearing):
        seems = KeepPerson(seems_with_key(hearing.person, hearing.at, ""))
        return Deed(changes=(seems,), replies=(said,))
    told = _others_told(hearing, "office-key-gone-told")
    return Deed(changes=(DropKey(hearing.person.id),), replies=(said, *told))


# --- In the office --------------------------------------------------------------------------------


async def _office(hearing: Hearing) -> Deed:
    """Show the letters of every key of the office, to be compared by voice."""
    held = {one.person: one for one in await hearing.rooms.dossiers.office_keys()}
    members = hearing.visitor.house.members
    lines = [line for one in members for line in _lines(one.code, held.get(one.id))]
    if hearing.rooms.pages_url is not None:
        sealed_to = hearing.rooms.proofs.page_letters(hearing.now)
        lines += [say("inner-page-key", letters=one.letters, until=one.until) for one in sealed_to]
        lines += [say("inner-page-keys")] if sealed_to else []
    speech = Speech(hearing.language, hearing.person.zone, hearing.now)
    folds = (say("office-folded", again="keys"),)
    edits = hearing.message_id if hearing.pressed else None
    first, *more = pages((*lines, say("inner-office-keys")), speech)
    shown = hearing.reply(*first, keep=Keep.DAY, folds=folds, edits=edits)
    rest = (hearing.reply(*page, keep=Keep.DAY, folds=folds) for page in more)
    return Deed(replies=(shown, *rest))


def _lines(code: str, held: HeldKey | None) -> Iterator[Words]:
    if held is None:
        yield say("inner-office-key-none", code=code)
        return
    letters, at, proven = held.letters, held.since, held.proven_at
    if proven is None:
        yield say("inner-office-key", code=code, letters=letters, at=at)
    else:
        yield say("inner-office-key-proven", code=code, letters=letters, at=at, proven=proven)
    if held.unproven:
        yield say("inner-office-key-unproven", code=code)


def _others_told(hearing: Hearing, sentence: str) -> tuple[Reply, ...]:
    """Let the others of the office hear it: another key in somebody's place must show at once."""
    if Role.COORDINATOR not in hearing.person.roles:
        return ()
    words = (say(sentence, code=hearing.person.code),)
    others = (one for one in hearing.visitor.house.members if one.reachable)
    return tuple(
        Reply(to=one.id, words=words, keep=Keep.DAY, sound=True)
        for one in others
        if one.id != hearing.person.id
    )


_HOLDERS = (Role.CONTACT, Role.COORDINATOR)

ROUTES = (
    *(Route(role, By.WORD, "own-key", key) for role in _HOLDERS),
    *(Route(role, By.SEALED, "", handed) for role in _HOLDERS),
    *(Route(role, By.WORD, "own-key-drop", drop) for role in _HOLDERS),
    *(Route(role, By.BUTTON, "own-key-drop", drop) for role in _HOLDERS),
    *(Route(role, By.WORD, "own-key-yes", dropped) for role in _HOLDERS),
    *(Route(role, By.BUTTON, "own-key-yes", dropped) for role in _HOLDERS),
    Route(Role.COORDINATOR, By.COMMAND, "keys", keys, at_once=True),
    Route(Role.COORDINATOR, By.BUTTON, "keys", keys),
    Route(Role.COORDINATOR, By.DOCUMENT, "", document),
)
