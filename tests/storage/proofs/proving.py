"""A phone with our page on it, played where it is opened: it seals as the page does."""

import json

from sealing.checkin import seal_envelope
from sealing.epochs import public_bytes
from sealing.keyring import Purpose
from storage.credentials import issue
from storage.deed import Deed, KeepCredentials
from storage.proofs import deployment

OWN, FORCED = "482915", "730164"
NEW, SPARE = "905172", "338461"


async def keep(storage, credentials):
    """Write down what somebody proves with."""
    await storage.journal.record(Deed(changes=(KeepCredentials(credentials),)))


async def challenge_for(storage, person):
    """Return a new challenge, as a message that brings a key carries it."""
    at = storage.clock()
    made = await storage.writer.do(lambda tx: issue(tx, [person], at), kind="effect")
    return made[person]


def sealed(storage, challenge, *, epoch=11, **fields):
    """Return what the page would send."""
    seed = storage.keys.held(Purpose.EPOCHS)[epoch]
    content = json.dumps({"v": 1, **fields}).encode()
    return seal_envelope(public_bytes(seed), deployment(storage.keys), challenge, content)


async def proof(storage, person, text, *, seized=False):
    """Let a phone's words be looked at and, as the conversation does, keep what follows."""
    found = await storage.proofs.sealed(person, text, storage.clock(), seized=seized)
    if hasattr(found, "credentials"):
        await keep(storage, found.credentials)
    return found


async def says(storage, person, *, seized=False, **fields):
    """Send one message from a phone that has its key; `seized`: it is in other hands."""
    envelope = sealed(storage, await challenge_for(storage, person), **fields)
    return await proof(storage, person, envelope, seized=seized)
