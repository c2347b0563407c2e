"""A page posts what was sealed on it: it is kept once, and nobody who looks on learns from whom."""

import asyncio
import logging
import os
import re
from urllib.parse import urlencode

import pytest

from bot import inlet as inlets
from bot.form import LONGEST_BODY
from bot.inlet import Inlet
from bot.running import build
from bot.web import Web, forms_at, listen
from handlers.dossier import posted
from handlers.words import languages
from storage.versions import CompareAndSwapMissed
from tests.bot.circle import HE, NIGHT, OFFICE, SHE
from tests.bot.conftest import PATIENCE
from tests.bot.posting import FORM, PATH, SERVES, b64, gives_key, sheet
from tests.sealing import age_witness

STRANGER = bytes(16)


@pytest.fixture
async def environ(environ):
    return environ | SERVES


def head_of(answer):
    """Everything that an answer shows but the second at which it was given."""
    return answer.status_code, [one for one in answer.headers.multi_items() if one[0] != "date"]


async def receipts(served):
    """What waits to be said to her that a page has brought about."""
    backlog = await served.storage.outbox.backlog(served.clock.now())
    return sum(backlog.due.values())


async def test_what_a_page_posts_is_kept_as_it_came_and_she_is_told_in_the_chat(
    served, challenged, post, kept
):
    challenge, file = await challenged(), sheet(OFFICE, NIGHT)
    waiting = await receipts(served)
    answer = await post(c=b64(challenge), sheet=b64(file))
    assert answer.status_code == 200
    assert await kept() == {0: file}
    assert await receipts(served) == waiting + 1
    assert age_witness.open_file(file, b"o" * 32).rstrip() == b"No penicillin"


async def test_every_section_may_be_a_sheet_of_its_own(served, challenged, post, kept):
    files = {number: sheet(OFFICE, words=b"%d" % number) for number in range(1, 8)}
    named = {f"sheet-{number}": b64(file) for number, file in files.items()}
    await post(c=b64(await challenged()), **named)
    assert await kept() == files


async def test_it_stands_before_the_answer_is_given(served, challenged, post, stack, settings):
    """Another process finds it, though the one that took it dies in the next moment."""
    await post(c=b64(await challenged()), sheet=b64(sheet(OFFICE)))
    other = await build(settings, stack, environ={})
    (seen,) = await other.storage.dossiers.kept(SHE)
    assert seen.gone_at is None


async def test_a_form_that_comes_twice_has_one_effect(served, challenged, post, kept):
    challenge, file = await challenged(), sheet(OFFICE)
    first = await post(c=b64(challenge), sheet=b64(file))
    waiting = await receipts(served)
    again = await post(c=b64(challenge), sheet=b64(file))
    other = await post(c=b64(challenge), sheet=b64(sheet(OFFICE, words=b"other")))
    assert first.content == again.content == other.content
    assert head_of(first) == head_of(again) == head_of(other)
    assert await kept() == {0: file}
    assert await receipts(served) == waiting


async def test_two_forms_at_the_same_moment_have_one_effect(served, challenged, post, kept):
    challenge = b64(await challenged())
    files = [sheet(OFFICE, words=b"%d" % number) for number in range(4)]
    waiting = await receipts(served)
    answers = await asyncio.gather(*(post(c=challenge, sheet=b64(file)) for file in files))
    assert len({answer.content for answer in answers}) == 1
    assert len(await served.storage.dossiers.kept(SHE)) == 1
    assert (await kept())[0] in files
    assert await receipts(served) == waiting + 1


async def test_the_challenge_of_a_note_is_none_for_a_sheet(served, challenged, post, kept):
    await post(c=b64(await challenged(screen="n")), sheet=b64(sheet(OFFICE)))
    assert await kept() == {}


async def test_a_page_that_lay_open_for_a_day_brings_nothing(
    served, challenged, post, kept, pushed, stand
):
    challenge = await challenged()
    await stand.push(86_401)
    await served.bot.get_me()
    await post(c=b64(challenge), sheet=b64(sheet(OFFICE)))
    assert await kept() == {}


async def test_a_sheet_that_cannot_be_kept_is_answered_alike_and_said_in_the_chat(
    served, challenged, post, kept
):
    good = await post(c=b64(await challenged()), sheet=b64(sheet(OFFICE)))
    before, waiting = await kept(), await receipts(served)
    await gives_key(served, HE)
    # To more keys than there are people who may read it.
    strange = sheet(OFFICE, NIGHT, HE, OFFICE)
    for number, file in enumerate((strange, b"hello", age_witness.seal_file(b"x", [])), 1):
        challenge = await challenged()
        waiting += 1  # the key to the page itself
        bad = await post(c=b64(challenge), sheet=b64(file))
        assert (bad.content, head_of(bad)) == (good.content, head_of(good))
        assert await kept() == before
        assert await receipts(served) == waiting + number


# --- The same answer for everybody ----------------------------------------------------------------


async def test_whoever_posts_and_whatever_gets_the_same_answer(served, challenged, post, line):
    challenge, file = b64(await challenged()), b64(sheet(OFFICE))
    forms = [
        {"c": b64(STRANGER), "sheet": file},
        {"c": b64(os.urandom(16)), "sheet": file},
        {"c": challenge},
        {"c": challenge, "sheet": ""},
        {"c": challenge, "sheet": "%%%"},
        {"c": challenge, "sheet": file + "="},
        {"c": challenge, "sheet": file[:-1] + "\n"},
        {"c": challenge, "sheet-0": file},
        {"c": challenge, "sheet-8": file},
        {"c": challenge, "sheet": file, "sheet-1": file},
        {"c": challenge, "sheet": file, "more": "x"},
        {"c": challenge + "x", "sheet": file},
        {"c": "", "sheet": file},
        {"sheet": file},
        {},
    ]
    answers = [await post(**form) for form in forms]
    whole = urlencode({"c": challenge, "sheet": file}).encode()
    for body, kind in (
        (whole + b"&" + whole, FORM),
        (whole.replace(b"&", b";"), FORM),
        (whole + b"\xff", FORM),
        (b"&" * 999, FORM),
        (b"=&=", FORM),
    ):
        answers.append(await line.post(PATH, content=body, headers={"Content-Type": kind}))
    assert await served.storage.dossiers.kept(SHE) == ()
    answers.append(await post(c=challenge, sheet=file))
    assert len(await served.storage.dossiers.kept(SHE)) == 1
    assert len({(answer.content, str(head_of(answer))) for answer in answers}) == 1


async def test_what_is_no_form_is_not_read_and_looks_as_ever(served, challenged, post, line):
    challenge, file = b64(await challenged()), b64(sheet(OFFICE))
    whole = urlencode({"c": challenge, "sheet": file}).encode()
    good = await post(c=b64(STRANGER), sheet=file)
    for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json", ""):
        answer = await line.post(PATH, content=whole, headers={"Content-Type": kind})
        assert (answer.status_code, answer.content) == (200, good.content)
    assert await served.storage.dossiers.kept(SHE) == ()


async def test_the_page_that_answers_says_one_word_in_every_language_and_loads_nothing(post):
    answer = await post(c=b64(STRANGER), sheet=b64(b"x"))
    text = answer.content.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors" in answer.headers["content-security-policy"]
    assert re.findall(r'<p lang="(\w+)"', text) == list(languages())
    assert "Received." in text
    assert '<p lang="fa" dir="rtl">' in text
    assert "default-src 'none'" in text
    assert not re.search(r"https?:|src=|href=|<script|<form|<style", text)


async def test_no_visit_is_written_down(served, challenged, post, caplog):
    caplog.set_level(logging.DEBUG)
    challenge, file = await challenged(), sheet(OFFICE)
    await post(c=b64(challenge), sheet=b64(file))
    await post(c=b64(STRANGER), sheet=b64(file))
    ours = [
        one for one in caplog.records if one.name.partition(".")[0] not in {"httpx", "httpcore"}
    ]
    assert [one.message for one in ours if one.name == "bot.inlet"] == ["inlet.taken"]
    written = "\n".join(f"{one.getMessage()} {one.__dict__}" for one in ours)
    for what in (b64(challenge), challenge.hex(), b64(file)[:40], PATH, "127.0.0.1", SHE.hex()):
        assert what not in written
    # The control: what is looked for is in what was sent.
    assert b64(challenge) in urlencode({"c": b64(challenge)})


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
