"""Gives every message that brings a sealed key its challenge, as it is written down.

The key carries the challenge in its address; what the phone seals is bound to it. One is made for
each such message, whatever the sign that it answers meant (law 7).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from rules.notices import Notice
from rules.people import PersonId
from sealing.epochs import epoch_at, kid, public_bytes
from sealing.keyring import Purpose
from storage.credentials import issue
from storage.deed import Reply
from storage.inlets import open_inlets
from storage.letters import Letter
from storage.people import person_behind
from storage.persons import Address
from storage.transactions import Look, Tx

#: Among the ways for which a message brings keys: those that open the page (handlers/keys.py).
_PAGES = frozenset({"sealed", "page"})
_DOSSIER = "d"  #: the screen of the page on which a dossier is written


def with_challenges(tx: Tx, letters: Iterable[Letter], now: datetime) -> list[Letter]:
    """Return the letters; those that bring a sealed key carry a challenge and name the key.

    None is made where this epoch has no key.
    """
    written = list(letters)
    readers = {n: reader for n, one in enumerate(written) if (reader := _reader(tx, one))}
    seed = tx.keys.held(Purpose.EPOCHS).get(epoch_at(now)) if readers else None
    if seed is None:
        return written
    named = kid(public_bytes(seed)).hex()
    made = issue(tx, readers.values(), now)
    inlets: dict[bytes, PersonId] = {}
    for n, reader in readers.items():
        if reader in made:
            act = _bearing(written[n], made[reader].hex(), named)
            written[n] = replace(written[n], act=act)
            if isinstance(act, Reply) and act.screen == _DOSSIER:
                inlets[made[reader]] = reader
    open_inlets(tx, inlets, now)
    return written


def _reader(look: Look, letter: Letter) -> PersonId | None:
    """Return who gets a sealed key with this letter."""
    match letter.act:
        case Notice(to=to, facts=facts) if _PAGES & {*str(facts.get("ways", "")).split()}:
            return to
        case Reply(to=to, ways=ways) if _PAGES & {*ways.split()}:
            return person_behind(look, to) if isinstance(to, Address) else to
        case _:
            return None


def _bearing(letter: Letter, challenge: str, named: str) -> Notice | Reply:
    act = letter.act
    if isinstance(act, Notice):
        return replace(act, facts={**act.facts, "challenge": challenge, "kid": named})
    assert isinstance(act, Reply)
    return replace(act, challenge=challenge, kid=named)
