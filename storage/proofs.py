"""Finds out what a sealed note, one of two buttons or a code proves. Reads, decides nothing.

It runs in threads of storage's own, for it hashes slowly. What comes back tells the conversation
what was meant and what must be kept; both are the same in size and number whatever it was.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from rules.events import State, Verdict
from rules.people import PersonId
from sealing.checkin import DEPLOYMENT_SIZE, EnvelopeRefusedError, digest_of, open_envelope
from sealing.choosing import CodeFault, faults
from sealing.codes import LOCKED_AFTER, Answer, Code, Tried
from sealing.contents import Codes, Cry, Note, Pair, Part, Recipient, read
from sealing.keyring import Purpose
from storage.credentials import Credentials, CredentialsDamagedError, credentials_of, in_place_of
from storage.keys import Keys
from storage.page_letters import PageLetters, page_letters
from storage.reading import Reader
from storage.transactions import Look

__all__ = ["Again", "Chosen", "Closed", "Cried", "Handed", "Proofs", "Proven", "Refused", "Wrong"]


@dataclass(frozen=True, slots=True)
class Proven:
    """A sign of life, and what it means."""

    verdict: Verdict
    credentials: Credentials
    state: State = State.CALM
    text: str = ""
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Cried:
    """A cry for help."""

    credentials: Credentials
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Codes or a pair were chosen, or seem to have been: under force everything looks done."""

    verdict: Verdict
    credentials: Credentials
    first: bool = False  #: no code was asked for: whoever held the phone may have chosen
    pair: bool = False  #: it was which of the two buttons is which, and no code


@dataclass(frozen=True, slots=True)
class Unfit:
    """The codes that were chosen cannot be taken."""

    faults: tuple[CodeFault, ...]
    credentials: Credentials
    verdict: Verdict | None = None  #: of the old code that came with them; None: none was asked for


@dataclass(frozen=True, slots=True)
class Handed:
    """Something that needs no code: a piece of a dossier, or a key."""

    content: Part | Recipient
    credentials: Credentials


@dataclass(frozen=True, slots=True)
class Wrong:
    """The code was wrong; `locks`: the office must hear of it, for there were so many in a row.

    Or it was one that was given up under force: that must show nowhere else.
    """

    credentials: Credentials
    locks: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """No code is looked at before `until`."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Again:
    """The very same envelope was opened before; nothing follows from it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It opens with nothing that we hold."""


Proof = Proven | Cried | Chosen | Unfit | Handed | Wrong | Closed | Again | Refused


class Proofs:
    """The door to what proves a sign."""

    def __init__(self, reader: Reader, keys: Keys) -> None:
        self._reader = reader
        self._keys = keys

    async def sealed(
        self, person: PersonId, text: str, at: datetime, *, seized: bool = False
    ) -> Proof:
        """Return what an envelope from this person's phone proves at `at`.

        `seized`: the phone is in other hands, so that whatever is right is right under force.
        """
        return await self._reader.ask(lambda look: _sealed(look, person, text, at, seized=seized))

    async def credentials(self, person: PersonId) -> Credentials | None:
        """Return what somebody proves with. Raises CredentialsDamagedError."""
        return await self._reader.ask(lambda look: credentials_of(look, person))

    async def credentials_or_new(self, person: PersonId) -> Credentials:
        """Return what somebody proves with, or what takes its place, also where it is damaged."""
        return await self._reader.ask(lambda look: in_place_of(look, person))

    def page_letters(self, at: datetime) -> tuple[PageLetters, ...]:
        """Return by which letters the keys are known to which the page seals at `at` and after."""
        return page_letters(self._keys, at)


def _sealed(look: Look, person: PersonId, text: str, at: datetime, *, seized: bool) -> Proof:
    try:
        kept = credentials_of(look, person)
    except CredentialsDamagedError:
        # Whoever is asked for it once more can cry for help in another way; silence tells nothing.
        return Refused()
    if kept is None:
        return Refused()
    try:
        if kept.knows(digest_of(text)):
            return Again()
        opened = open_envelope(
            tuple(look.keys.held(Purpose.EPOCHS).values()),
            deployment(look.keys),
            (*(one.value for one in kept.challenges), *kept.spent),
            text,
        )
        content = read(opened.content)
    except EnvelopeRefusedError:
        return Refused()
    if isinstance(content, Part):
        # On a slow line the next piece leaves before the key that answers this one has come; and
        # pieces may come twice. So the key stays good, for pieces and for a note.
        return Handed(content, kept.heard(opened.digest))
    if opened.challenge in kept.spent:
        # Something else under the same key came before, or a newer one did.
        if isinstance(content, Cry):
            return Cried(kept.heard(opened.digest), content.text)
        return Refused()
    used = kept.used(opened.challenge, opened.digest)
    found = _prove(look, used, content, at, seized=seized)
    if isinstance(found, Wrong):
        # It has done nothing: whoever sends it again must not read that it was noted.
        return replace(found, credentials=replace(found.credentials, seen=kept.seen))
    return found


def _prove(
    look: Look,
    kept: Credentials,
    content: Note | Cry | Codes | Pair | Recipient,
    at: datetime,
    *,
    seized: bool,
) -> Proof:
    untried = Verdict.FORCED if seized else Verdict.GENUINE
    match content:
        case Cry(text):
            return Cried(kept, text)
        case Recipient():
            return Handed(content, kept)
        case Codes(code, forced, None) if kept.may_choose_first(at, seized=seized):
            return _choose(look, kept, untried, code, forced)
        case Pair(forced, None) if kept.code is None and kept.pair is None:
            # Only once: afterwards whoever holds the phone could turn the two round unseen.
            return Chosen(untried, replace(kept, pair=forced), first=True, pair=True)
    # From here on a code is asked for, and only one that was chosen can be right.
    until = kept.waits_until()
    if until is not None and at < until:
        return Closed(until)
    tried = _check(look, kept, _code_of(content), seized=seized)
    answer = tried.answer
    if answer in {Answer.WRONG, Answer.GIVEN_UP}:
        wrong = kept.was_wrong(at)
        given_up = answer is Answer.GIVEN_UP
        return Wrong(wrong, locks=given_up or wrong.wrong % LOCKED_AFTER == 0)
    verdict = Verdict.FORCED if seized or answer is Answer.FORCED else Verdict.GENUINE
    kept = kept.was_right(free=verdict is Verdict.GENUINE)
    match content:
        case Note(_, state, text, place):
            return Proven(verdict, kept, State(state), text, place)
        case Codes(code, forced):
            return _change(look, kept, tried, verdict, code, forced)
        case Pair(forced):
            return _choose_pair(kept, verdict, forced)


def _choose(
    look: Look, kept: Credentials, verdict: Verdict, code: str, forced: str | None
) -> Proof:
    """Choose the first codes; in other hands it seems done, and both of them count as forced."""
    if found := faults(code, forced):
        return Unfit(found, kept)
    before = kept.code
    if before is None or not before.hers:
        make = Code.in_other_hands if verdict is Verdict.FORCED else Code.make
    else:
        # A coordinator has let her choose anew; what she had counts until she has.
        seems = partial(before.after_force, own_given_up=True)
        make = seems if verdict is Verdict.FORCED else before.changed
    made = make(code, forced, pepper=_pepper(look), person=kept.person)
    return Chosen(verdict, replace(kept.was_right(), code=made, anew_until=None), first=True)


def _change(
    look: Look,
    kept: Credentials,
    old: Tried,
    verdict: Verdict,
    code: str,
    forced: str | None,
) -> Proof:
    """Change the codes; under force hers stay, and what was chosen becomes forced ones.

    As many slow hashes either way (law 7). `old`: what the code of before meant.
    """
    assert kept.code is not None
    if found := faults(code, forced):
        return Unfit(found, kept, verdict)
    pepper, person = _pepper(look), kept.person
    if verdict is Verdict.FORCED:
        typed_own = old.answer is Answer.GENUINE
        changed = kept.code.after_force(
            code,
            forced,
            pepper=pepper,
            person=person,
            given_up=None if typed_own else old.tag,
            own_given_up=typed_own,
        )
        return Chosen(verdict, replace(kept, code=changed))
    made = kept.code.changed(code, forced, pepper=pepper, person=person)
    return Chosen(verdict, replace(kept, code=made))


def _choose_pair(kept: Credentials, verdict: Verdict, forced: int) -> Chosen:
    """Choose which button is the forced one; under force it stays as it was, and seems done."""
    changed = kept if verdict is Verdict.FORCED else replace(kept, pair=forced)
    return Chosen(verdict, changed, pair=True)


def _check(look: Look, kept: Credentials, typed: str, *, seized: bool) -> Tried:
    """Return what a code means. Whoever has chosen none has none that is right."""
    if kept.code is None:
        return Tried(Answer.WRONG, b"")
    return kept.code.tried(typed, pepper=_pepper(look), person=kept.person, in_other_hands=seized)


def _code_of(content: Note | Codes | Pair) -> str:
    """Return the code that must be right."""
    match content:
        case Note(code):
            return code
        case Codes(old=old):
            return old or ""
        case Pair(code=code):
            return code or ""


def _pepper(look: Look) -> bytes:
    return look.keys.newest(Purpose.PEPPER).secret


def deployment(keys: Keys) -> bytes:
    """Return the 16 bytes that name this house in whatever a phone seals for it."""
    return keys.newest(Purpose.DEPLOYMENT).secret[:DEPLOYMENT_SIZE]
