"""What tests of the inlet need: people with keys, a challenge, and somebody who posts."""

import base64
import socket
from urllib.parse import urlencode

import httpx
import pytest

from sealing.epochs import public_bytes
from storage.deed import Deed, KeepKey, Reply, Words
from storage.dossiers import AgeKey
from storage.persons import Address, ChatId
from tests.bot.circle import AMINA, BOT, HE, NIGHT, OFFICE, SHE, gather_into
from tests.sealing import age_witness

PATH = "/notes/b7Qx_1~z.html"
FORM = "application/x-www-form-urlencoded"
#: What makes a house serve its page.
SERVES = {"VIGIL_PUBLIC_URL": f"http://127.0.0.1:1{PATH}", "VIGIL_LISTEN": "127.0.0.1:0"}
#: Whose key opens what.
SEEDS = {OFFICE: b"o" * 32, NIGHT: b"n" * 32, HE: b"h" * 32}


def b64(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def sheet(*readers, words=b"No penicillin"):
    """An age file for these people."""
    return age_witness.seal_file(words.ljust(2048), [public_bytes(SEEDS[one]) for one in readers])


async def gives_key(house, *people):
    """Let these people hold keys."""
    at = house.clock.now()
    keys = [AgeKey(one, public_bytes(SEEDS[one]), at) for one in people]
    await house.storage.journal.record(Deed(changes=tuple(map(KeepKey, keys))))


@pytest.fixture
async def served(house, turning):
    """A house in which Amina sends notes and Cora and David hold keys, while its page is served."""
    await gather_into(house)
    await gives_key(house, OFFICE, NIGHT)
    turning(house.web)
    return house


@pytest.fixture
def challenged(served):
    """Gives Amina a key to a screen of the page; returns the challenge in its address."""

    async def challenged(screen="d", at=AMINA):
        said = Reply(
            to=Address(BOT, ChatId(at)), words=(Words("once-more"),), ways="sealed", screen=screen
        )
        await served.storage.journal.record(Deed(replies=(said,)))
        kept = await served.storage.proofs.credentials(SHE)
        return kept.challenges[0].value

    return challenged


@pytest.fixture
async def line(served):
    """Somebody's line to the house."""
    base = f"http://127.0.0.1:{served.web.port}"
    async with httpx.AsyncClient(base_url=base, trust_env=False, timeout=60) as line:
        yield line


@pytest.fixture
def post(line):
    """Sends a form as a browser does."""

    async def post(**fields):
        body = urlencode(fields).encode()
        return await line.post(PATH, content=body, headers={"Content-Type": FORM})

    return post


@pytest.fixture
def kept(served):
    """What is kept of Amina's sheets: section to file, those that stand."""

    async def kept():
        dossiers = served.storage.dossiers
        seen = [one for one in await dossiers.kept(SHE) if one.gone_at is None]
        return {one.section: (await dossiers.file(one.id)).file for one in seen}

    return kept


@pytest.fixture
def raw(served):
    """Sends bytes as they are and reads until the house closes the line, or has said enough."""

    def raw(content, *, patience=30.0):
        with socket.create_connection(("127.0.0.1", served.web.port), timeout=patience) as line:
            line.sendall(content)
            said = b""
            while piece := line.recv(65536):
                said += piece
        return said

    return raw
