"""A card that waits to be read holds silence back: of everybody, then of its owner alone."""

from datetime import timedelta

import pytest

from rules.events import CheckedIn
from rules.terms import Way
from rules.watch import Stage
from sealing.cards import grouped
from storage.deed import NOTHING, Deed, Lived, UseCard
from storage.ear import held_back
from tests.storage import mail
from tests.storage.cards.numbers import FORCED, GENUINE, rows, unlike, use
from tests.storage.circle import sweep_all
from tests.storage.mail import Post


@pytest.fixture
async def post(storage, clock, circle):
    return await Post.begin(storage, clock, circle)


async def test_a_card_from_a_strangers_phone_holds_the_ear_back_until_it_was_tried(post, clock):
    asked = clock.push(hours=3)
    told_at = asked - timedelta(hours=2)
    await post.brings(mail.text(1, post.stranger, told_at, grouped(FORCED[0])))
    assert await post.heard() == told_at

    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.settle(waiting, NOTHING)
    assert await post.heard() == asked
    assert await rows(post.storage, "SELECT card FROM inbox") == [(None,)]


async def test_a_card_that_could_not_be_handled_holds_back_its_owner_alone(post, clock):
    told_at = clock() - timedelta(minutes=1)
    await post.brings(mail.text(1, post.stranger, told_at, GENUINE[0]))
    (waiting,) = await post.storage.inbox.take(8, clock())
    await post.storage.inbox.step_aside(waiting, clock())

    assert await post.heard() == clock()
    held = await post.storage.reader.ask(held_back)
    assert held == {post.circle.amina.id: told_at}


async def test_a_number_that_is_no_card_holds_nothing_back(post, clock):
    asked, long_ago = clock.push(hours=3), clock() - timedelta(hours=1)
    used = await post.storage.readings.card(GENUINE[1])
    await use(post.storage, used)
    texts = [unlike(*GENUINE, *FORCED), GENUINE[1], f"my number is {GENUINE[0]}", "1", ""]
    strangers = [mail.text(n, 900_000 + n, long_ago, one) for n, one in enumerate(texts)]
    await post.brings(*strangers)
    assert await post.heard() == asked


async def test_of_two_with_one_code_the_second_holds_nothing_back(post, clock):
    asked = clock.push(hours=3)
    for n in (1, 2):
        await post.brings(mail.text(n, post.stranger + n, asked - timedelta(hours=1), GENUINE[0]))
    first, _ = await post.storage.inbox.take(8, clock())
    card = await post.storage.readings.card(GENUINE[0])
    await post.storage.inbox.settle(first, Deed(changes=(UseCard(card),)))
    assert await post.heard() == asked


async def test_a_card_that_waits_lets_no_alarm_open_and_then_keeps_the_promise(
    post, storage, clock
):
    """Sent before the deadline from a phone that was lent, handled long after it."""
    amina = post.circle.amina.id
    due = (await storage.readings.life(amina)).watches[0].due_at
    clock.push(seconds=(due - clock()).total_seconds() - 60)
    await post.brings()
    sent = clock()
    clock.push(hours=2)
    await post.brings(mail.text(1, post.stranger, sent, GENUINE[0]))
    await sweep_all(storage, await post.heard())
    life = await storage.readings.life(amina)
    assert (life.watches[0].stage, life.alarms) == (Stage.WAITING, ())

    (waiting,) = await storage.inbox.take(8, clock())
    card = await storage.readings.card(waiting.raw["message"]["text"])
    sign = CheckedIn(sent, Way.CARD, card.verdict, elsewhere=True)
    deed = Deed(happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
    await storage.inbox.settle(waiting, deed)
    await sweep_all(storage, await post.heard())
    life = await storage.readings.life(amina)
    assert (life.watches[0].stage, life.alarms) == (Stage.WAITING, ())
    assert life.watches[0].due_at > due + timedelta(hours=12)
