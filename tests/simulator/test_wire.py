"""How requests may be written, and who is let in."""

import httpx
import pytest

from tests.simulator.conftest import TOKEN

JSON = "application/json"


@pytest.fixture
async def http(stand, mina):
    await mina.opens_link("")
    async with httpx.AsyncClient(base_url=stand.url, timeout=10) as http:
        yield http


@pytest.mark.parametrize("method", ["sendMessage", "SENDMESSAGE", "sendmessage"])
async def test_a_method_may_be_written_in_any_case(http, mina, method):
    answer = await http.get(f"/bot{TOKEN}/{method}", params={"chat_id": 7, "text": "hi"})
    assert answer.json()["result"]["text"] == "hi"


async def test_parameters_come_in_the_query_in_forms_in_json_and_in_parts(http, mina):
    url = f"/bot{TOKEN}/sendMessage"
    markup = '{"inline_keyboard": [[{"text": "Open", "callback_data": "o"}]]}'
    given = {"chat_id": "7", "text": "hi", "reply_markup": markup, "protect_content": "true"}
    answers = [
        await http.get(url, params=given),
        await http.post(url, params=given),
        await http.post(url, data=given),
        await http.post(url, json=given),
        await http.post(url, files={name: (None, value) for name, value in given.items()}),
    ]
    for answer in answers:
        result = answer.json()["result"]
        assert result["has_protected_content"] is True
        assert result["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "o"
    assert len((await mina.sees()).from_bot) == 5


@pytest.mark.parametrize(
    ("token", "status", "words"),
    [
        ("nonsense", 404, "Not Found"),
        ("4242:wrong-secret", 401, "Unauthorized"),
        ("1:unknown", 401, "Unauthorized"),
    ],
)
async def test_a_bad_token_opens_nothing(http, token, status, words):
    answer = await http.post(f"/bot{token}/getMe")
    assert answer.status_code == status
    assert answer.json() == {"ok": False, "error_code": status, "description": words}


async def test_what_telegram_does_not_know_is_not_found(http):
    answer = await http.post(f"/bot{TOKEN}/sendPigeon")
    assert (answer.status_code, answer.json()["description"]) == (
        404,
        "Not Found: method not found",
    )


@pytest.mark.parametrize(
    "body", [b"{", b"[1]", b"{1:2}", b'{"a" 1}', b'{"a":}', b'{"a":' + b"[" * 99999]
)
async def test_broken_json_says_nothing(http, body):
    url = f"/bot{TOKEN}/getMe"
    broken = await http.post(url, content=body, headers={"content-type": JSON})
    assert broken.json()["ok"]


async def test_parts_that_cannot_be_told_apart_are_answered_with_a_status_only(http):
    kind = {"content-type": "multipart/form-data"}
    answer = await http.post(f"/bot{TOKEN}/getMe", content=b"a", headers=kind)
    assert (answer.status_code, answer.content) == (400, b"")
    assert (await http.post(f"/bot{TOKEN}/getMe")).json()["ok"]


async def test_a_file_goes_up_and_comes_down_again(http, mina):
    parts = {"document": ("dossier.age", b"sealed", "application/age")}
    url = f"/bot{TOKEN}/sendDocument"
    answer = await http.post(url, data={"chat_id": 7, "caption": "for you"}, files=parts)
    document = answer.json()["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("dossier.age", 6)
    where = await http.get(f"/bot{TOKEN}/getFile", params={"file_id": document["file_id"]})
    path = where.json()["result"]["file_path"]
    assert (await http.get(f"/file/bot{TOKEN}/{path}")).content == b"sealed"
    assert (await http.get(f"/file/bot4242:wrong/{path}")).status_code == 401
    again = await http.post(url, json={"chat_id": 7, "document": document["file_id"]})
    assert again.json()["result"]["document"]["file_name"] == "dossier.age"
