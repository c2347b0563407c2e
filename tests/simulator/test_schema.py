"""What breaks the Bot API's schema is written down, and nothing of ours does."""

from simulator.methods import table
from simulator.running import running
from simulator.schema import Schema
from tests.simulator.conftest import TOKEN


async def test_unknown_and_misread_parameters_are_ignored_and_listed():
    async with running(token=TOKEN) as stand:
        await (await stand.person(7, "Mina")).opens_link("")
        bad = {
            "chat_id": 7,
            "text": "x",
            "colour": "red",
            "disable_notification": "perhaps",
            "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b", "tint": 1}]]},
        }
        answer = await stand._http.post(f"/bot{TOKEN}/sendMessage", json=bad)
        assert answer.json()["ok"]
        await stand._http.post(f"/bot{TOKEN}/sendMessage", json=bad)
        found = {one["violation"]: one["times"] for one in await stand.violations()}
    assert found == {
        "sendMessage: colour: unknown parameter": 2,
        "sendMessage: disable_notification: no yes or no": 2,
        "sendMessage: reply_markup.inline_keyboard[0][0].tint: unknown field": 2,
    }


async def test_a_method_that_is_not_played_is_refused_in_no_words_of_telegrams_and_listed():
    async with running(token=TOKEN) as stand:
        answer = await stand._http.post(f"/bot{TOKEN}/sendInvoice", json={"chat_id": 7})
        assert answer.status_code == 501
        words = "Not Implemented: this stand-in does not play sendInvoice"
        assert answer.json() == {"ok": False, "error_code": 501, "description": words}
        [found] = await stand.violations()
    assert found["violation"] == f"sendInvoice: {words}"


async def test_a_method_that_nobody_knows_is_refused_as_telegram_does(stand, raw):
    refused = {"ok": False, "error_code": 404, "description": "Not Found: method not found"}
    assert await raw("sendKisses") == (404, refused)


def test_every_method_of_the_stand_in_stands_in_the_schema():
    assert set(table()) <= set(Schema.read().methods)


def test_every_type_of_the_schema_can_be_checked():
    schema = Schema.read()
    for kind in schema.types:
        assert isinstance(schema.faults(kind, 7), list)


def test_a_type_that_is_one_of_several_is_judged_by_the_nearest():
    schema = Schema.read()
    assert schema.faults("MenuButton", {"type": "commands"}) == []
    origin = {"type": "user", "date": 1}
    assert schema.faults("MessageOrigin", origin) == ["MessageOrigin.sender_user: missing"]
    assert schema.faults("Array of Array of Integer", [[1], [True]]) == [
        "Array of Array of Integer[1][0]: bool where Integer belongs"
    ]
