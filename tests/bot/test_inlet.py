"""A page posts what was sealed on it: it is kept once, and nobody who looks on learns from whom."""

import asyncio
import logging
import os
import re
from urllib.parse import urlencode

import pytest

from bot.running import build
from handlers.words import languages
from tests.bot.circle import HE, NIGHT, OFFICE, SHE
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
