"""The page is served as it lies in its folder, fills its slots, and serves nobody else's pages."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from simulator.page_doors import PAGE
from simulator.people import Impossible
from tests.simulator.conftest import TOKEN

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}


@pytest.fixture
async def http(stand):
    async with httpx.AsyncClient(base_url=stand.url, timeout=60, trust_env=False) as http:
        yield http


async def test_the_page_may_load_only_what_lies_beside_it(http):
    answer = await http.get("/")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == KINDS[".html"]
    assert answer.headers["cache-control"] == "no-store"
    policy = dict(
        one.strip().split(" ", 1) for one in answer.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert policy["img-src"] == "'self' data: blob:"
    assert policy["frame-src"] == "http: https:"
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", answer.text)


async def test_every_file_of_the_page_is_served_as_what_it_is(http):
    files = [path for path in PAGE.iterdir() if path.is_file()]
    assert files
    for path in files:
        answer = await http.get(f"/page/{path.name}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == KINDS[path.suffix]
        assert answer.content == path.read_bytes()


@pytest.mark.parametrize(
    "name", ["none.js", "%2e%2e", "../stand.py", "..%2fstand.py", "..%5cstand.py", ".js", ""]
)
async def test_nothing_but_the_page_is_served(http, name):
    answer = await http.get(
        httpx.URL(str(http.base_url)).copy_with(raw_path=f"/page/{name}".encode())
    )
    assert answer.status_code == 404
    assert "Stand" not in answer.text


async def test_the_town_at_a_glance(stand, bot, mina):
    await mina.says("hello")
    await stand.tell("people", id=8, first_name="Ana", username="ana")
    await stand.tell("groups", id=-5, title="Circle", members=[7, 8])
    await bot.set_my_description("Notes for the office")
    await bot.set_my_commands([("note", "Write a note")])
    await stand.arm("latency", seconds=0.01)
    await stand.fill("status", {"text": "well"})
    town = await stand.ask("town")
    assert town["at"] == (await stand.ask("clock"))["at"]
    assert (town["speed"], town["frozen"], town["n"]) == (0, True, 1)
    (shown,) = town["bots"]
    assert (shown["id"], shown["name"], shown["description"]) == (
        4242,
        "Notes",
        "Notes for the office",
    )
    assert shown["commands"][0]["commands"] == [{"command": "note", "description": "Write a note"}]
    assert [(one["id"], one["username"]) for one in town["people"]] == [(7, ""), (8, "ana")]
    assert town["groups"][0]["members"] == [7, 8]
    assert {"bot": 4242, "chat_id": 7, "standing": "open", "last_n": 1} in town["chats"]
    assert [fault["kind"] for fault in town["faults"]] == ["latency"]
    assert town["slots"] == {"status": {"text": "well"}}
    assert TOKEN not in str(town)


async def test_slots_are_filled_and_emptied(stand):
    assert await stand.slots() == {}
    await stand.fill("phones", [{"person": 7}])
    await stand.fill("status", "well")
    await stand.fill("phones", [])
    assert await stand.slots() == {"phones": [], "status": "well"}
    await stand.fill("status", None)
    assert await stand.slots() == {"phones": []}


async def test_a_click_in_a_slot_reaches_whoever_waits_for_it(stand):
    await stand.fill("buttons", [{"id": "kill"}])
    waiting = asyncio.create_task(stand.wishes(wait=60))
    await stand.tell("wishes", slot="buttons", id="kill", more={"pressed": True})
    (wish,) = await waiting
    assert (wish["n"], wish["slot"], wish["id"], wish["more"]) == (
        1,
        "buttons",
        "kill",
        {"pressed": True},
    )
    assert wish["at"] == (await stand.ask("clock"))["at"]
    assert await stand.wishes(since=1) == []
    await stand.tell("wishes", slot="buttons", id="kill")
    assert [(one["n"], one["more"]) for one in await stand.wishes(since=1)] == [(2, {})]
    with pytest.raises(Impossible, match="404: nothing stands in the slot stories"):
        await stand.tell("wishes", slot="stories", id="sos")


async def test_a_file_that_the_bot_sent_can_be_opened(http, bot, mina):
    await mina.opens_link("")
    page = b"<script>fetch('/control/block')</script>"
    sent = await bot.send_document(7, page, filename="a page.html")
    given = {"file_id": sent.document.file_id}
    answer = await http.get("/control/file", params=given)
    assert answer.content == page
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''a%20page.html"
    assert (await http.get("/control/file", params={"file_id": "x"})).status_code == 404


async def test_pages_from_elsewhere_act_nobody(stand, http, mina):
    before = await stand.record()
    say = {"from": 7, "text": "I am well"}
    for headers in (
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Host": "elsewhere.example"},
        {"Host": "127.0.0.1.elsewhere.example:80"},
        {"Host": "["},
    ):
        answer = await http.post("/control/say", json=say, headers=headers)
        assert (answer.status_code, list(answer.json())) == (403, ["error"])
    assert (await http.get("/", headers={"Host": "elsewhere.example"})).status_code == 403
    assert await stand.record() == before
    ours = {"Origin": stand.url}
    assert (await http.post("/control/say", json=say, headers=ours)).status_code == 200


def test_the_page_is_carried_by_the_package():
    said = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    assert '"page/*"' in said
    assert not [path for path in PAGE.iterdir() if path.is_dir()]
