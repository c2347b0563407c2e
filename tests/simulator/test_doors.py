"""Every door of the control road is described, answers as described, and says what it refuses."""

import json
import re

import httpx
import pytest
from telegram import KeyboardButton, ReplyKeyboardMarkup, WebAppInfo

WRONG = {
    "string": 5,
    "integer": "five",
    "number": "five",
    "boolean": "yes",
    "object": [],
    "array": {},
}
TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
#: What fits a field of this name in the town that `furnished` makes.
GOOD = {
    "from": 7, "person": 7, "id": 7, "chat": 7, "message_id": 1, "bot": 4242, "text": "hello",
    "token": "4242:secret-of-the-bot", "title": "Circle", "update": {"x": 1}, "kind": "latency",
    "slot": "status", "name": "status", "button": "Go", "launch": "4242-1", "data": "x",
    "store": "cloud", "act": "keys", "keep": True, "callback_query_id": "1", "user": 7,
    "device": "android", "first_name": "Mina", "file_id": "x",
}  # fmt: skip
#: Ids that differ from what the name alone says.
OTHERWISE = {
    "/control/say": {"text": "hello"},
    "/control/edit": {"text": "changed"},
    "/control/wishes": {"id": "kill"},
    "/control/groups": {"id": -5},
    "/control/launch": {"button": "Go"},
    "/control/quiet": {"within": 0.05},
    "/page/{name}": {"name": "index.html"},
}
#: The page needs these to succeed.
SUCCEEDS = [
    ("GET", "/"), ("GET", "/page/{name}"), ("GET", "/control/town"), ("GET", "/control/chat"),
    ("GET", "/control/record"), ("GET", "/control/calls"), ("GET", "/control/clock"),
    ("POST", "/control/clock"), ("GET", "/control/faults"), ("POST", "/control/faults"),
    ("DELETE", "/control/faults"), ("GET", "/control/limits"), ("POST", "/control/limits"),
    ("POST", "/control/restart"), ("POST", "/control/say"), ("POST", "/control/start"),
    ("POST", "/control/edit"), ("POST", "/control/delete"), ("POST", "/control/block"),
    ("POST", "/control/unblock"), ("GET", "/control/slots"), ("POST", "/control/slots"),
    ("GET", "/control/wishes"), ("POST", "/control/wishes"), ("POST", "/control/launch"),
    ("POST", "/control/storage"), ("POST", "/control/web_app_data"), ("POST", "/control/people"),
    ("GET", "/control/counts"), ("GET", "/control/violations"), ("GET", "/control/storage"),
]  # fmt: skip
#: It answers for as long as somebody listens; tests/simulator/test_stream.py reads it.
ENDLESS = ("GET", "/control/stream")


@pytest.fixture
async def described(stand):
    paths = (await stand.ask("openapi.json"))["paths"]
    return {
        (method.upper(), path): operation
        for path, methods in paths.items()
        for method, operation in methods.items()
    }


@pytest.fixture
async def furnished(stand, bot, mina):
    """Mina has written, has a key that opens an app, which is open; a slot is filled."""
    await mina.says("hello")
    keys = [[KeyboardButton("Go", web_app=WebAppInfo("https://app.example/"))]]
    await bot.send_message(7, "Hello", reply_markup=ReplyKeyboardMarkup(keys))
    await mina.opens_app("Go")
    await stand.fill("status", "well")
    return stand


@pytest.fixture
async def http(stand):
    async with httpx.AsyncClient(base_url=stand.url, timeout=60, trust_env=False) as http:
        yield http


def fields(operation):
    """List what a door takes: name, schema, whether it is needed."""
    if "requestBody" in operation:
        said = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"][0]
        return [(n, one, n in said["required"]) for n, one in said["properties"].items()]
    return [(p["name"], p["schema"], p["required"]) for p in operation.get("parameters", ())]


def good(path, operation, *, everything=False):
    given = GOOD | OTHERWISE.get(path, {})
    return {
        name: given[name]
        for name, _, needed in fields(operation)
        if needed or name in OTHERWISE.get(path, {}) or (everything and name in given)
    }


async def ask(http, method, path, given):
    if method == "GET":
        named = {name: str(given[name]) for name in given if f"{{{name}}}" in path}
        rest = {name: value for name, value in given.items() if name not in named}
        return await http.get(path.format(**named), params=rest)
    return await http.request(method, path, json=given)


def misfits(shape, value, where="answer"):
    """Say what of a value is not as a JSON Schema describes it."""
    if "oneOf" in shape:
        tried = [misfits(one, value, where) for one in shape["oneOf"]]
        return [] if [] in tried else tried[0]
    kinds = shape.get("type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    numeric = isinstance(value, bool) and "boolean" not in kinds
    if kinds and (numeric or not any(isinstance(value, TYPES[kind]) for kind in kinds)):
        return [f"{where} is {value!r}, not {kinds}"]
    found = []
    if "enum" in shape and value not in shape["enum"]:
        found.append(f"{where} is {value!r}, not one of {shape['enum']}")
    if isinstance(value, dict):
        found += [
            f"{where} lacks {name}" for name in shape.get("required", ()) if name not in value
        ]
        known = shape.get("properties", {})
        for name, inner in value.items():
            of = known.get(name, shape.get("additionalProperties", {}))
            found += misfits(of, inner, f"{where}.{name}")
        if known and shape.get("required"):
            found += [
                f"{where} has {name} besides"
                for name in value
                if name not in known and name not in BESIDES
            ]
    if isinstance(value, list) and "items" in shape:
        for number, inner in enumerate(value):
            found += misfits(shape["items"], inner, f"{where}[{number}]")
    return found


#: Objects of the Bot API that the shapes name only a part of.
BESIDES = {
    "web_app", "url", "callback_data", "style", "chat_id", "user_id", "user", "language",
    "icon_custom_emoji_id", "request_contact", "request_location", "request_poll", "text",
}  # fmt: skip


async def test_every_door_is_described_with_what_it_takes_and_gives(described):
    for (method, path), operation in described.items():
        where = f"{method} {path}"
        assert operation["summary"].endswith("."), where
        assert set(operation["responses"]) == {"200", "400", "403", "404", "409"}, where
        for name, schema, _ in fields(operation):
            assert schema["description"], f"{where} {name}"
    missing = [
        door
        for door in SUCCEEDS
        if "application/json" in (content := described[door]["responses"]["200"]["content"])
        and not content["application/json"]["schema"]
        and door != ("POST", "/control/people")
    ]
    assert missing == []


@pytest.mark.parametrize("door", SUCCEEDS, ids=" ".join)
async def test_what_the_page_asks_is_answered_as_described(furnished, described, http, door):
    method, path = door
    answer = await ask(http, method, path, good(path, described[door]))
    assert answer.status_code == 200, answer.text
    (kind,) = described[door]["responses"]["200"]["content"]
    assert kind == "*/*" or answer.headers["content-type"].startswith(kind)
    if kind == "application/json":
        shape = described[door]["responses"]["200"]["content"][kind]["schema"]
        assert misfits(shape, answer.json()) == []


async def test_the_check_of_shapes_finds_what_does_not_fit(described):
    shape = described["GET", "/control/clock"]["responses"]["200"]["content"]["application/json"]
    right = {"at": "2026-03-02T05:00:00Z", "speed": 1, "frozen": False}
    assert misfits(shape["schema"], right) == []
    for wrong in ({"speed": True}, {"at": 5}, {"frozen": None}, {"besides": 1}):
        assert misfits(shape["schema"], right | wrong)
    assert misfits(shape["schema"], {"at": "x"})


async def test_every_door_answers(furnished, described, http):
    for (method, path), operation in described.items():
        if (method, path) == ENDLESS:
            continue
        for everything in (False, True):
            given = good(path, operation, everything=everything)
            answer = await ask(http, method, path, given)
            where = f"{method} {path} {given}: {answer.text[:300]}"
            assert answer.status_code in {200, 400, 404, 409}, where
            if answer.status_code != 200:
                assert len(answer.json()["error"]) > 5, where


async def snapshot(stand):
    town = await stand.ask("town")
    town.pop("real_at")
    seen = [town, await stand.ask("limits"), await stand.record(), await stand.ask("queue")]
    for chat in town["chats"]:
        seen += [await stand.ask("chat", person=chat["chat_id"], bot=chat["bot"])]
    return json.dumps(seen)


async def test_what_is_not_understood_is_said_and_changes_nothing(furnished, described, http):
    before, tried = await snapshot(furnished), 0
    for (method, path), operation in described.items():
        if (method, path) == ENDLESS or "{" in path:
            continue
        taken, right = fields(operation), good(path, operation)
        cases = [({**right, "locution": 1}, "takes no locution")]
        cases += [
            ({**right, name: WRONG[schema["type"]]}, f"{name} should be")
            for name, schema, _ in taken
            if "type" in schema and not (method == "GET" and schema["type"] == "string")
        ]
        cases += [
            ({n: value for n, value in right.items() if n != name}, "needs")
            for name, _, needed in taken
            if needed
        ]
        for given, words in cases:
            answer = await ask(http, method, path, given)
            where = f"{method} {path} {given}: {answer.text[:200]}"
            assert answer.status_code == 400, where
            assert words in answer.json()["error"], where
            tried += 1
        if method != "GET":
            for body in (b"{", b"5", b'[{"locution":1}]', b'{"x":NaN}', b"\xff"):
                answer = await http.request(method, path, content=body)
                assert answer.status_code == 400, f"{method} {path} {body!r}: {answer.text[:200]}"
                tried += 1
    assert tried > 200
    assert await snapshot(furnished) == before


@pytest.mark.parametrize(
    ("path", "given", "words"),
    [
        ("clock", {"push_seconds": 1e300}, "push_seconds should be at most 1e[+]10"),
        ("clock", {"push_seconds": 60, "set": "monday"}, "set should be a moment with its zone"),
        ("clock", {"push_seconds": 60, "set": "2026-03-02T05:00:00"}, "set should be a moment"),
        ("clock", {"set": "2300-01-01T00:00:00Z"}, "set should be a moment"),
        ("clock", {"push_seconds": 9e9}, "the clock goes from 1970 to 2200"),
        ("clock", {"push_seconds": 60, "speed": -1}, "speed should be at least 0"),
        ("faults", {"kind": "gremlins"}, "kind should be one of latency, black_hole"),
        ("faults", {"kind": "drop", "methods": [5]}, "methods should be an array of string"),
        ("faults", {"kind": "refusal", "code": 200}, "code should be at least 400"),
        ("limits", {"chat_rate": 0}, "chat_rate should be at least 0.01"),
        ("slots", {"name": ""}, "name should be at least 1 characters long"),
        ("slots", {"name": "x" * 65}, "name should be at most 64 characters long"),
        ("wishes", {"slot": "status", "id": ""}, "id should be at least 1 characters long"),
        ("bots", {"token": "none"}, "a token is digits, a colon"),
    ],
)
async def test_what_cannot_be_is_said_and_changes_nothing(furnished, http, path, given, words):
    before = await snapshot(furnished)
    answer = await http.post(f"/control/{path}", json=given)
    assert answer.status_code == 400
    assert re.search(words, answer.json()["error"])
    assert await snapshot(furnished) == before


async def test_several_are_understood_before_the_first_is_done(furnished, http):
    before = await snapshot(furnished)
    several = [{"from": 7, "text": "one"}, {"from": 7, "text": 2}]
    answer = await http.post("/control/say", json=several)
    assert (answer.status_code, answer.json()) == (400, {"error": "text should be string"})
    assert await snapshot(furnished) == before
