"""Somebody sent something from the page on their phone: a note, a cry, codes; sealed until here.

What it meant changes nothing that can be seen from outside: the same answer, the same number of
writes, of the same size (law 7). Whatever does not open gets the words that a mistyped code gets.
"""

from handlers.context import By, Hearing, Route, button, say
from handlers.keys import SCREEN_CODES, SCREEN_NOTE, ways_for
from handlers.promise import Promise, promise_of
from rules.events import Arrived, Cause, CheckedIn, State
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
    proof = await hearing.rooms.proofs.sealed(hearing.person.id, hearing.sealed, hearing.now)
    match proof:
        case Proven():
            return await _note(hearing, proof)
        case CriedSealed(credentials, text):
            cried = Cried(hearing.person.id, Cause.SOS, hearing.at)
            return await _kept(hearing, credentials, cried, say("menu-keys"), note=text)
        case Chosen():
            return await _chosen(hearing, proof)
        case Unfit(_, credentials):
            return await _kept(hearing, credentials, None, say("codes-other"), SCREEN_CODES)
        case Wrong(credentials, locks):
            locked = Cried(hearing.person.id, Cause.LOCKED, hearing.at) if locks else None
            return await _kept(hearing, credentials, locked, say("once-more"))
        case Closed(until):
            return await _kept(hearing, None, None, say("once-more-at", at=until))
        case Again():
            return await _again(hearing)
        case Handed() | Refused():
            return await _kept(hearing, None, None, say("once-more"))


async def _note(hearing: Hearing, proof: Proven) -> Deed:
    """Count a sign of life; the rules say the receipt, which brings the keys."""
    promise = await promise_of(hearing)
    agreed = promise.routine is not None and Way.SEALED in promise.routine.terms.ways
    if not (promise.begun and agreed):
        return await _kept(hearing, proof.credentials, None, say("note-other-way"))
    sign = _sign(hearing, promise, proof)
    return await _kept(hearing, proof.credentials, sign, None, note=_written(proof))


async def _chosen(hearing: Hearing, proof: Chosen) -> Deed:
    """Say that it is done. Whoever had codes before has proven themselves: it is a sign as well.

    Under force nothing has changed, and the sign is a forced one; from outside both look alike.
    """
    promise = await promise_of(hearing)
    if not promise.begun:
        begin = Reply(
            to=hearing.visitor.address,
            words=(say("codes-kept-begin"),),
            buttons=((button("button-next", "begin", "next"),),),
        )
        return Deed(replies=(begin,), changes=(KeepCredentials(proof.credentials),))
    return await _kept(hearing, proof.credentials, _sign(hearing, promise, proof), None)


async def _again(hearing: Hearing) -> Deed:
    """Say the receipt once more: the same envelope has no second effect."""
    promise = await promise_of(hearing)
    due = promise.routine.due_at if promise.routine is not None else None
    facts: dict[str, Fact] = {"at": hearing.at, "ways": await ways_for(hearing)}
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


def _sign(hearing: Hearing, promise: Promise, proof: Proven | Chosen) -> Lived:
    state = proof.state if isinstance(proof, Proven) else State.CALM
    if promise.journey is None:
        return Lived(
            hearing.person.id, CheckedIn(hearing.at, Way.SEALED, proof.verdict, state=state)
        )
    return Lived(hearing.person.id, Arrived(hearing.at, Way.SEALED, proof.verdict, state=state))


def _written(proof: Proven) -> str:
    """Return what goes to the diary beside the sign: what she wrote, and where she was."""
    place = "" if proof.place is None else "{:.5f}, {:.5f}".format(*proof.place)
    return " · ".join(one for one in (proof.text, place) if one)


ROUTES = (Route(Role.DEFENDER, By.SEALED, "", heard),)
