"""python-telegram-bot's own client calls every method the stand-in plays and knows every answer.

Whatever PTB does not know in an answer it keeps in `api_kwargs`, which a faithful answer leaves
empty.
"""

import pytest
import telegram as t

from simulator.methods import table
from tests.simulator.ptb_calls import ANA, BEA, CALLS, CIRCLE, MINA, SQUARE, World

#: A witness speaks in the gate; at a desk the stand-in's own tests are enough.
pytestmark = pytest.mark.slow


@pytest.fixture
async def world(stand, bot, mina):
    await stand.person(ANA, "Ana", started=True)
    await stand.person(BEA, "Bea", started=True)
    await stand.tell("groups", id=CIRCLE, title="Circle", members=[MINA, ANA])
    square = {"id": SQUARE, "title": "Square", "type": "supergroup", "owner": MINA}
    await stand.tell("groups", **square, members=[MINA, ANA], admins=[bot.id])
    await mina.opens_link("")
    return World(stand, bot, mina)


def test_every_method_that_is_played_is_called():
    assert set(CALLS) == set(table())


@pytest.mark.parametrize("method", sorted(table()))
async def test_ptb_calls_it_and_knows_the_answer(world, method):
    call, kind = CALLS[method]
    answer = await call(world)
    if isinstance(kind, tuple):
        assert answer, "an empty list proves nothing"
        assert all(isinstance(one, kind) for one in answer)
    else:
        assert isinstance(answer, kind)
    assert unknown(answer) == []
    called = [one for one in await world.stand.calls() if one["method"].lower() == method]
    assert [one["status"] for one in called][-1:] == [200]


def unknown(answer, where="answer"):
    """List fields of an answer that PTB does not know, however deep they stand."""
    if isinstance(answer, list | tuple):
        return [found for n, one in enumerate(answer) for found in unknown(one, f"{where}.{n}")]
    if not isinstance(answer, t.TelegramObject):
        return []
    found = [f"{where}.{name}" for name in answer.api_kwargs]
    for name in answer.to_dict(recursive=False):
        found += unknown(getattr(answer, name, None), f"{where}.{name}")
    return found


def test_a_field_that_ptb_does_not_know_would_be_found():
    shown = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private", "moon": 1}}
    message = t.Message.de_json(shown, None)
    assert unknown([message]) == ["answer.0.chat.moon"]
