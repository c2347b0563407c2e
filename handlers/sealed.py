"""Somebody sent something from the page on their phone: a note, a cry, codes; sealed until here.

What it meant changes nothing that can be seen from outside: the same answer, the same number of
writes, of the same size (law 7). Whatever does not open gets the words that a mistyped code gets.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.context import By, Hearing, Route, button, say
from handlers.hands import in_other_hands
from handlers.keys import SCREEN_CHANGE, SCREEN_CODES, SCREEN_NOTE, agreed_ways, ways_for
from handlers.promise import promise_of
from rules.events import Arrived, Cause, CheckedIn, Verdict
from rules.life import terms_of
from rules.naming import duty
from rules.notices import Fact, Keep, Kind, Notice
from rules.people import Role
from rules.terms import Way
from storage.credentials import Credentials
from storage.deed import Cried, Deed, Happening, KeepCredentials, Lived, Reply, Words
from storage.proofs import Again, Chosen, Closed, Handed, Proven, Refused, Unfit, Wrong
from storage.proofs import Cried as CriedSealed


async def heard(hearing: Hearing) -> Deed | None:
    """Do what an envelope asks for."""
    assert hearing.sealed is not None
    seized = in_other_hands(hearing)
    who, proofs = hearing.person.id, hearing.rooms.proofs
    # By Telegram's clock: what waited for us while we were deaf was not typed all at once.
    proof = await proofs.sealed(who, hearing.sealed, hearing.at, seized=seized)
    match proof:
        case Proven():
            return await _note(hearing, proof)
        case CriedSealed(credentials, text):
            cried = Cried(hearing.person.id, Cause.SOS, hearing.at)
            return await _kept(hearing, credentials, cried, say("menu-keys"), note=text)
        case Chosen():
            return await _chosen(hearing, proof)
        case Unfit():
            return await _unfit(hearing, proof)
        case Wrong(credentials, locks):
            locked = Cried(hearing.person.id, Cause.LOCKED, hearing.at) if locks else None
            none = credentials.has_none(seized=seized)
            if none and Way.SEALED in await agreed_ways(hearing):
                # None can be right: once more would only be wrong once more.
                choose = say("codes-choose")
                return await _kept(hearing, credentials, locked, choose, SCREEN_CODES)
            return await _kept(hearing, credentials, locked, say("once-more"))
        case Closed(until):
            at = _whole_minute(until)
            return await _kept(hearing, None, None, say("once-more-at", at=at))
        case Again():
            return await _again(hearing)
        case Handed():
            # Another conversation's: a piece of a sheet, or a key.
            return None
        case Refused():
            return await _kept(hearing, None, None, say("once-more"))


async def _note(hearing: Hearing, proof: Proven) -> Deed:
    """Count a sign of life; the rules say the receipt, which brings the keys.

    A right code counts also where another way has been agreed on since, or nothing has begun: it is
    worth more than a tap, and a forced one must never be lost.
    """
    promise = await promise_of(hearing)
    sort = CheckedIn if promise.journey is None else Arrived
    event = sort(hearing.at, Way.SEALED, proof.verdict, state=proof.state)
    sign, note = Lived(hearing.person.id, event), _written(proof)
    deed = await _kept(hearing, proof.credentials, sign, None, note=note)
    return deed if promise.begun else _offer_to_begin(hearing, deed, "note-not-begun")


async def _chosen(hearing: Hearing, proof: Chosen) -> Deed:
    """Say that it is done. Whoever had codes before has proven themselves: it is a sign as well.

    Under force nothing has changed, and the sign is a forced one; from outside both look alike, and
    the office hears alike that something was chosen.
    """
    promise = await promise_of(hearing)
    sign = None if proof.first else _changing(hearing, proof.verdict)
    words = say("menu-keys") if promise.begun and sign is None else None
    deed = await _kept(hearing, proof.credentials, sign, words)
    deed = replace(deed, notices=await _told_to_office(hearing, proof))
    return deed if promise.begun else _offer_to_begin(hearing, deed, "codes-kept-begin")


async def _told_to_office(hearing: Hearing, proof: Chosen) -> tuple[Notice, ...]:
    """Return what whoever is on duty hears of a choice: nobody else could know whose it was."""
    life = await hearing.rooms.readings.life(hearing.person.id)
    if life is None:
        return ()
    codes = "codes-first" if proof.first else "codes"
    facts: dict[str, Fact] = {
        "subject": hearing.person.id,
        "change": "pair" if proof.pair else codes,
    }
    asked = duty(hearing.person.id, life.roster, terms_of(life).never_tell)
    return tuple(Notice(one, Kind.CODES_TOLD, facts) for one in asked)


def _offer_to_begin(hearing: Hearing, deed: Deed, words: str) -> Deed:
    """Return the deed with the offer to read the terms; beginning.py goes on from there."""
    asked = hearing.reply(say(words), buttons=((button("button-next", "begin", "next"),),))
    changes = (*deed.changes, hearing.talk("begin-terms"))
    return replace(deed, replies=(*deed.replies, asked), changes=changes)


async def _unfit(hearing: Hearing, proof: Unfit) -> Deed:
    """Ask for other codes; the old one that came with them is a sign all the same."""
    sign = None if proof.verdict is None else _changing(hearing, proof.verdict)
    screen = SCREEN_CODES if proof.verdict is None else SCREEN_CHANGE
    return await _kept(hearing, proof.credentials, sign, say("codes-other"), screen)


def _changing(hearing: Hearing, verdict: Verdict) -> Lived:
    """Return the sign that lies in proving oneself to change something: nobody arrives by it."""
    return Lived(hearing.person.id, CheckedIn(hearing.at, Way.SEALED, verdict))


async def _again(hearing: Hearing) -> Deed:
    """Say the receipt once more: the same envelope has no second effect."""
    promise = await promise_of(hearing)
    routine = promise.routine
    due = routine.due_at if routine is not None else None
    last = routine.last_sign_at if routine is not None else None
    # What is noted is the sign that counted: an envelope kept back must not look like a new one.
    facts: dict[str, Fact] = {"at": last or hearing.at, "ways": await ways_for(hearing)}
    if due is not None:
        facts["due"] = due
    return Deed(notices=(Notice(hearing.person.id, Kind.RECEIPT, facts),))


async def _kept(
    hearing: Hearing,
    credentials: Credentials | None,
    happening: Happening | None,
    words: Words | None,
    screen: str = SCREEN_NOTE,
    *,
    note: str = "",
) -> Deed:
    """Return the deed that keeps what is proven with, and answers with fresh keys."""
    replies: tuple[Reply, ...] = ()
    if words is not None:
        ways = await ways_for(hearing)
        replies = (hearing.reply(words, ways=ways, screen=screen, keep=Keep.DAY),)
    return Deed(
        happenings=() if happening is None else (happening,),
        changes=() if credentials is None else (KeepCredentials(credentials),),
        replies=replies,
        notes={hearing.person.id: note} if note else {},
    )


def _whole_minute(until: datetime) -> datetime:
    """Return the minute that has begun by then: what is said must not send anybody too early."""
    return (until + timedelta(minutes=1, microseconds=-1)).replace(second=0, microsecond=0)


def _written(proof: Proven) -> str:
    """Return what goes to the diary beside the sign: what she wrote, and where she was."""
    place = "" if proof.place is None else "{:.5f}, {:.5f}".format(*proof.place)
    return " · ".join(one for one in (proof.text, place) if one)


ROUTES = (Route(Role.DEFENDER, By.SEALED, "", heard),)
