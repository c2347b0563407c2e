"""However long, slow or broken what comes to the page's own address is, and whatever goes wrong."""

import asyncio
from urllib.parse import urlencode

import pytest

from bot import inlet as inlets
from bot import web as webs
from bot.form import LONGEST_BODY
from bot.inlet import Inlet
from bot.web import Web, forms_at, listen
from handlers.dossier import posted
from storage.versions import CompareAndSwapMissed
from tests.bot.circle import OFFICE
from tests.bot.conftest import PATIENCE
from tests.bot.posting import FORM, PATH, SERVES, b64, sheet

STRANGER = bytes(16)


@pytest.fixture
async def environ(environ):
    return environ | SERVES


# --- Bounds ---------------------------------------------------------------------------------------


def begun(length, *lines):
    more = "".join(f"{one}\r\n" for one in lines)
    return (
        f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\n{more}"
        + (f"Content-Length: {length}\r\n" if length is not None else "")
        + "\r\n"
    ).encode()


async def test_a_form_that_says_it_is_too_long_is_answered_before_it_comes(post, raw):
    usual = await post(c=b64(STRANGER), sheet="")
    # Nothing of the body is sent: whoever reads it would wait for ever.
    said = await asyncio.to_thread(raw, begun(LONGEST_BODY + 1))
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert b"connection: close" in head.lower()
    assert body == usual.content


async def test_a_form_that_does_not_say_how_long_it_is_is_read_no_further_than_any(post, raw):
    usual = await post(c=b64(STRANGER), sheet="")
    piece = b"a" * 65_536
    pieces = LONGEST_BODY // len(piece) + 1
    chunk = b"%x\r\n" % len(piece) + piece + b"\r\n"
    said = await asyncio.to_thread(raw, begun(None, "Transfer-Encoding: chunked") + chunk * pieces)
    assert said.startswith(b"HTTP/1.1 200")
    assert said.endswith(usual.content)


async def test_the_longest_form_is_read_to_its_end(served, challenged, post, kept):
    file = sheet(OFFICE, words=b"x" * 40_000)
    sections = {f"sheet-{number}": b64(file) for number in range(1, 8)}
    await post(c=b64(await challenged()), **sections)
    assert await kept() == dict.fromkeys(range(1, 8), file)


@pytest.fixture
async def hasty(served):
    """An inlet with little patience."""
    inlet = Inlet(served.storage, _follows(served), patience=0.2)
    web = Web(listen(("127.0.0.1", 0)), [forms_at(PATH, inlet)])
    serving = asyncio.create_task(web.run())
    inlet.port = web.port
    yield inlet
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    web.close()


def _follows(served):
    return lambda *sheets: posted(served.intake.rooms, *sheets)


async def test_a_form_that_does_not_end_is_not_said_to_have_been_received(served, hasty):
    reader, writer = await asyncio.open_connection("127.0.0.1", hasty.port)
    writer.write(begun(100) + b"c=")
    said = await reader.read()
    assert said.startswith(b"HTTP/1.1 503")
    assert said.endswith(b"\r\n\r\n")
    writer.close()


@pytest.mark.parametrize("length", [10**9, 10**19, 10**40])
async def test_whatever_length_a_form_says_it_has(served, raw, length):
    said = await asyncio.to_thread(raw, begun(length))
    assert said.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))


async def test_while_there_is_no_room_nobody_is_told_that_it_was_received(
    served, hasty, monkeypatch
):
    monkeypatch.setattr("asyncio.Semaphore.acquire", lambda _: asyncio.Event().wait())
    reader, writer = await asyncio.open_connection("127.0.0.1", hasty.port)
    writer.write(begun(2) + b"c=")
    assert (await reader.readline()).startswith(b"HTTP/1.1 503")
    writer.close()


async def test_many_slow_forms_keep_nobody_out_for_long(
    served, hasty, challenged, kept, monkeypatch
):
    slow = [await asyncio.open_connection("127.0.0.1", hasty.port) for _ in range(inlets._AT_ONCE)]
    for _, writer in slow:
        writer.write(begun(100) + b"c=")
        await writer.drain()
    for reader, _ in slow:
        assert (await reader.read()).startswith(b"HTTP/1.1 503")
    hasty._patience = PATIENCE  # however slow this machine is
    file = sheet(OFFICE)
    body = urlencode({"c": b64(await challenged()), "sheet": b64(file)}).encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", hasty.port)
    writer.write(begun(len(body)) + body)
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    assert await kept() == {0: file}
    for _, one in (*slow, (reader, writer)):
        one.close()


async def test_many_slow_forms_keep_nobody_from_the_page(served, line):
    many, answers = webs._AT_ONCE - 1, asyncio.Queue()
    slow = [await asyncio.open_connection("127.0.0.1", served.web.port) for _ in range(many)]

    async def reads(reader):
        answers.put_nowait(await reader.read())

    reading = [asyncio.create_task(reads(reader)) for reader, _ in slow]
    for _, writer in slow:
        writer.write(begun(100) + b"c=")
        await writer.drain()
    async with asyncio.timeout(PATIENCE):  # ends one whose answer never comes
        for _ in range(many - inlets._AT_ONCE - inlets._WAITING):
            assert (await answers.get()).startswith(b"HTTP/1.1 503")
    assert (await line.get(PATH)).status_code == 200
    for _, writer in slow:
        writer.close()
    await asyncio.gather(*reading)


async def test_whoever_hangs_up_in_the_middle_leaves_nothing(served, challenged, kept, post):
    body = urlencode({"c": b64(await challenged()), "sheet": b64(sheet(OFFICE))}).encode()
    _, writer = await asyncio.open_connection("127.0.0.1", served.web.port)
    writer.write(begun(len(body)) + body[:-1])
    await writer.drain()
    writer.transport.abort()
    assert (await post(c=b64(STRANGER), sheet="")).status_code == 200
    assert await kept() == {}


# --- Trouble --------------------------------------------------------------------------------------


async def test_while_nothing_can_be_written_nobody_is_told_that_it_was_received(
    served, challenged, post, kept, monkeypatch
):
    challenge, file = b64(await challenged()), sheet(OFFICE)

    async def full(deed):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(type(served.storage.journal), "record", lambda self, deed: full(deed))
        answer = await post(c=challenge, sheet=b64(file))
    assert (answer.status_code, answer.content) == (500, b"")
    # The page is still there, and so is its challenge: she presses once more.
    assert (await post(c=challenge, sheet=b64(file))).status_code == 200
    assert await kept() == {0: file}


async def test_what_somebody_else_wrote_meanwhile_is_read_and_it_is_decided_again(
    served, challenged, post, kept, monkeypatch
):
    challenge, file = b64(await challenged()), sheet(OFFICE)
    record, missed = type(served.storage.journal).record, []

    async def late(self, deed):
        if len(missed) < 2:
            missed.append(deed)
            raise CompareAndSwapMissed
        await record(self, deed)

    monkeypatch.setattr(type(served.storage.journal), "record", late)
    await post(c=challenge, sheet=b64(file))
    assert await kept() == {0: file}
    assert len(missed) == 2
