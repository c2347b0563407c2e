"""Phones get the page at its one address; whoever asks for anything else gets nothing at all."""

import asyncio
import contextlib
import gzip
import logging
import socket
from datetime import timedelta

import httpx
import pytest

from bot.init import Answers, first_run
from bot.page import make_page, read_bundle
from bot.page_host import PageHost
from bot.running import build
from bot.settings import load
from bot.web import CannotListen, Web, listen, page_at
from sealing.epochs import wanted

PATH = "/notes/b7Qx_1~z.html"


@pytest.fixture
async def environ(environ):
    return environ | {
        "VIGIL_PUBLIC_URL": f"http://127.0.0.1:1{PATH}",
        "VIGIL_LISTEN": "127.0.0.1:0",
    }


@pytest.fixture
async def phone(house, turning):
    """What a phone's client, or anybody, sends to the house."""
    turning(house.web)
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{house.web.port}", trust_env=False
    ) as phone:
        yield phone


async def test_a_phone_gets_the_page_with_the_keys_of_now(phone, house):
    page = make_page(read_bundle(), house.storage.keys, house.clock.now(), post=PATH)
    got = await phone.get(PATH, params={"c": "x" * 22, "k": page.keys[0].kid, "m": "n", "l": "fa"})
    assert got.status_code == 200
    assert got.headers["content-type"] == "text/html; charset=utf-8"
    assert got.content == page.body
    assert tuple(one.epoch for one in page.keys) == wanted(house.clock.now())


async def test_over_a_bad_line_the_page_comes_small(phone):
    small = await phone.get(PATH, headers={"Accept-Encoding": "gzip, br"})
    plain = await phone.get(PATH, headers={"Accept-Encoding": "identity"})
    assert small.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert small.content == plain.content
    sent = int(small.headers["content-length"])
    assert sent == len(gzip.compress(plain.content, mtime=0)) < len(plain.content) / 2
    assert small.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


async def test_whoever_only_asks_for_the_head_gets_no_body(phone):
    got = await phone.head(PATH, headers={"Accept-Encoding": "identity"})
    assert got.status_code == 200
    assert got.content == b""
    assert (
        got.headers["content-length"]
        == (await phone.get(PATH, headers={"Accept-Encoding": "identity"})).headers[
            "content-length"
        ]
    )


ELSEWHERE = [
    ("GET", "/"),
    ("GET", "/notes"),
    ("GET", PATH + "/"),
    ("GET", PATH.lower()),
    ("GET", "/" + PATH),
    ("GET", "/notes/../notes/x"),
    ("GET", "/favicon.ico"),
    ("GET", "/robots.txt"),
    ("GET", "/health"),
    ("POST", PATH + "/"),
    ("PUT", PATH),
    ("DELETE", PATH),
    ("OPTIONS", PATH),
    ("TRACE", PATH),
    ("POST", "/"),
]


async def test_everything_else_gets_the_same_empty_answer(phone):
    nowhere = await phone.get("/nowhere")
    for method, path in ELSEWHERE:
        got = await phone.request(method, path)
        assert (got.status_code, got.content) == (404, b""), (method, path)
        assert _but_the_time(got) == _but_the_time(nowhere), (method, path)


async def test_every_answer_is_guarded_and_none_is_kept(phone):
    for path in (PATH, "/nowhere"):
        got = await phone.get(path)
        assert got.headers["cache-control"] == "no-store"
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.headers["referrer-policy"] == "no-referrer"
        assert got.headers["strict-transport-security"] == "max-age=31536000"
        assert got.headers["permissions-policy"].startswith("geolocation=(self)")
        assert not {"set-cookie", "server", "x-frame-options", "etag"} & set(got.headers)
        policy = dict(one.strip().split(" ", 1) for one in _policy(got).split(";"))
        assert policy["connect-src"] == policy["base-uri"] == "'none'"
        # The page names its scripts by their hashes itself; saying it here too would forbid them.
        assert "default-src" not in policy
        framed_by = policy["frame-ancestors"].split()
        assert {"https://web.telegram.org", "https://*.telegram.org"} <= set(framed_by)


async def test_only_a_stand_ins_phones_may_frame_it_from_this_machine(house, storage):
    line = listen(("127.0.0.1", 0))
    abroad = Web(line, [])
    async with _served(abroad) as client:
        policy = _policy(await client.get("/"))
    assert policy.endswith("frame-ancestors 'self' https://web.telegram.org https://*.telegram.org")
    assert "http:" not in policy


async def test_no_visit_is_written_down(phone, caplog):
    caplog.set_level(logging.DEBUG)
    await phone.get(PATH, params={"c": "challenge-of-amina"}, headers={"Referer": "https://r.es"})
    await phone.get("/guessed-by-somebody")
    caplog.handler.records = [
        one for one in caplog.records if one.name.partition(".")[0] not in {"httpx", "httpcore"}
    ]
    written = "\n".join(f"{one.getMessage()} {one.__dict__}" for one in caplog.handler.records)
    for what in ("challenge-of-amina", PATH, "guessed-by-somebody", "r.es", "127.0.0.1:"):
        assert what not in written


async def test_a_fault_of_ours_shows_as_nothing_but_its_number(phone, house, monkeypatch, caplog):
    def fails(self):
        raise RuntimeError("a secret")

    monkeypatch.setattr("bot.page_host.PageHost._latest", fails)
    got = await phone.get(PATH)
    assert (got.status_code, got.content) == (500, b"")
    assert got.headers["cache-control"] == "no-store"


async def test_the_page_follows_the_calendar_without_a_restart(phone, house, stand):
    before = (await phone.get(PATH)).content
    await stand.push(timedelta(days=60).total_seconds())
    await house.bot.get_me()
    await house.housekeeping.each_hour()
    after = (await phone.get(PATH)).content
    assert after != before
    page = make_page(read_bundle(), house.storage.keys, house.clock.now(), post=PATH)
    assert after == page.body


# --- With the house -------------------------------------------------------------------------------


@pytest.fixture
async def made(planted, settings):
    return await first_run(settings, {}, Answers(awake="always", zone="UTC"))


async def test_it_is_served_while_the_house_runs_and_ends_with_it(made, settings, stack):
    house = await build(settings, stack, environ={})
    stop = asyncio.Event()
    running = asyncio.create_task(house.turn(stop))
    port = house.web.port
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
        assert (await client.get(PATH)).status_code == 200
        stop.set()
        await running
        with pytest.raises(httpx.TransportError):
            await client.get(PATH)
    listen(("127.0.0.1", port)).close()  # the address is free for the next start


async def test_a_visitor_who_says_nothing_does_not_keep_the_house_from_stopping(
    made, settings, stack
):
    house = await build(settings, stack, environ={})
    stop = asyncio.Event()
    running = asyncio.create_task(house.turn(stop))
    reader, writer = await asyncio.open_connection("127.0.0.1", house.web.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: ")
    await writer.drain()
    stop.set()
    await running
    assert await reader.read() == b""
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


async def test_an_address_that_is_taken_is_said_at_the_start(made, environ, stack):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = load(environ | {"VIGIL_LISTEN": f"127.0.0.1:{port}"})
        with pytest.raises(CannotListen, match=f"port {port} .* set VIGIL_LISTEN"):
            await build(settings, stack, environ={})


async def test_an_address_of_another_machine_is_said_at_the_start():
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1 port 8080"):
        listen(("192.0.2.1", 8080))


@pytest.mark.parametrize(
    "without", [{"VIGIL_PUBLIC_URL": ""}, {"VIGIL_LISTEN": "none"}], ids=["no page", "elsewhere"]
)
async def test_nobody_listens_where_no_phone_is_to_come(made, environ, stack, without):
    house = await build(load(environ | without), stack, environ={})
    assert house.web is None


async def test_it_is_served_at_the_newer_kind_of_address_too(house, settings):
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    web = Web(listen(("::1", 0)), [page_at("/x", _host(house))])
    async with _served(web, "[::1]") as client:
        assert (await client.get("/x")).status_code == 200


def _host(house):
    return PageHost(read_bundle(), house.storage)


def _but_the_time(answer):
    return {name: value for name, value in answer.headers.items() if name != "date"}


def _policy(answer):
    return answer.headers["content-security-policy"]


@contextlib.asynccontextmanager
async def _served(web, host="127.0.0.1"):
    serving = asyncio.create_task(web.run())
    try:
        url = f"http://{host}:{web.port}"
        async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
            yield client
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
