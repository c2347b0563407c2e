"""The code of a card counts once, from whosever phone it comes; its trace is always the same."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import Engine, event, text

from rules.events import CheckedIn, Verdict
from rules.terms import Way
from rules.watch import Stage
from sealing.cards import grouped, new_code
from sealing.keyring import Keyring, Purpose
from sealing.unlocking import create_unlock_key
from storage.cards import is_card
from storage.deed import NOTHING, Deed, DropCards, Forget, KeepPerson, Lived, MakeCards, UseCard
from storage.ear import held_back
from storage.keychain import Keychain
from storage.opening import open_storage
from storage.tables import metadata
from storage.versions import CompareAndSwapMissed
from tests.storage import mail
from tests.storage.circle import a_circle, enrol, sweep_all
from tests.storage.mail import Post

GENUINE = tuple(new_code() for _ in range(6))
FORCED = tuple(new_code() for _ in range(3))
BATCH = b"b" * 16


def unlike(*known):
    """A code that is none of these, however small the chance."""
    return next(code for code in iter(new_code, None) if code not in known)


def _persian(code):
    return "".join(chr(0x06F0 + int(digit)) for digit in code)


@pytest.fixture
async def circle(storage):
    circle = a_circle()
    await enrol(storage, circle)
    await make(storage, circle)
    return circle


async def make(storage, circle, batch=BATCH, genuine=GENUINE, forced=FORCED):
    made = MakeCards(circle.amina.id, batch, genuine, forced)
    await storage.journal.record(Deed(changes=(made,)))


async def joined(storage, circle):
    """Write down a circle that comes to a house with people in it."""
    await storage.journal.record(Deed(changes=tuple(map(KeepPerson, circle.everybody))))
    return circle


async def use(storage, card):
    await storage.journal.record(Deed(changes=(UseCard(card),)))


# --- Once, and by nothing but the code -----------------------------------------------------------


async def test_a_code_is_found_however_it_was_typed_and_says_what_it_means(storage, circle):
    for codes, verdict in ((GENUINE, Verdict.GENUINE), (FORCED, Verdict.FORCED)):
        for code in codes:
            for typed in (code, grouped(code), f" {grouped(code)} ", _persian(code)):
                card = await storage.readings.card(typed)
                assert (card.person, card.verdict) == (circle.amina.id, verdict)
                assert card.meaning.batch == BATCH
                assert card.meaning.made_at == storage.clock()


async def test_no_other_text_finds_a_card(storage, circle):
    strange = unlike(*GENUINE, *FORCED)
    assert is_card(strange)
    wrong = str((int(strange[-1]) + 1) % 10)
    for typed in (strange, strange[:-1] + wrong, GENUINE[0][:-1], GENUINE[0] + "1", "1", ""):
        assert await storage.readings.card(typed) is None
    assert not is_card(strange[:-1] + wrong)


async def test_a_code_counts_once(storage, circle):
    card = await storage.readings.card(GENUINE[0])
    await use(storage, card)
    assert await storage.readings.card(GENUINE[0]) is None
    with pytest.raises(CompareAndSwapMissed):
        await use(storage, card)
    assert await storage.readings.cards_left(circle.amina.id) == len(GENUINE + FORCED) - 1


async def test_of_many_who_use_it_at_once_one_does(opened):
    houses, circle = [opened(), opened()], a_circle()
    await enrol(houses[0], circle)
    await make(houses[0], circle)
    card = await houses[0].readings.card(FORCED[0])
    sign = CheckedIn(houses[0].clock(), Way.CARD, card.verdict)
    deed = Deed(happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
    tried = [houses[n % 2].journal.record(deed) for n in range(16)]
    missed = [one for one in await asyncio.gather(*tried, return_exceptions=True) if one]
    assert len(missed) == 15
    assert all(isinstance(one, CompareAndSwapMissed) for one in missed)
    lines = await houses[0].readings.diary(circle.amina.id, 100)
    assert sum(isinstance(one.happening.event, CheckedIn) for one in lines) == 1


async def test_a_code_that_somebody_has_is_not_given_to_another(storage, circle):
    other = await joined(storage, a_circle(2))
    with pytest.raises(CompareAndSwapMissed):
        await make(storage, other, genuine=(GENUINE[0],), forced=())
    with pytest.raises(CompareAndSwapMissed):
        await make(storage, a_circle(3), genuine=(unlike(*GENUINE),), forced=())


async def test_an_older_batch_is_dropped_and_nobody_elses(storage, circle):
    other = await joined(storage, a_circle(2))
    theirs, newer = new_code(), new_code()
    await make(storage, other, genuine=(theirs,), forced=())
    await make(storage, circle, batch=b"n" * 16, genuine=(newer,), forced=())
    for _ in range(2):
        await storage.journal.record(Deed(changes=(DropCards(circle.amina.id, b"n" * 16),)))
        assert await storage.readings.card(GENUINE[0]) is None
        assert (await storage.readings.card(newer)).person == circle.amina.id
        assert (await storage.readings.card(theirs)).person == other.amina.id
    with pytest.raises(CompareAndSwapMissed):
        await storage.journal.record(Deed(changes=(DropCards(a_circle(3).amina.id, BATCH),)))


async def test_a_code_made_under_an_older_key_is_still_found(
    database, storage, circle, keyring, clock
):
    newer = open_storage(database, keyring.with_new_version(Purpose.CARDS), clock=clock)
    try:
        assert (await newer.readings.card(GENUINE[0])).person == circle.amina.id
        fresh = unlike(*GENUINE)
        await make(newer, circle, genuine=(fresh,), forced=())
        assert (await newer.readings.card(fresh)).person == circle.amina.id
    finally:
        await newer.close()


async def test_of_somebody_forgotten_no_card_is_kept(opened, tmp_path):
    unlock = create_unlock_key(tmp_path / "unlock" / "key")
    keychain = Keychain(tmp_path / "keyring", unlock)
    house = opened(keys=Keyring.create(keychain.path, unlock))
    gone, stays = a_circle(1), a_circle(2)
    await enrol(house, gone, stays, started=False)
    await make(house, gone)
    other = unlike(*GENUINE, *FORCED)
    await make(house, stays, genuine=(other,), forced=())
    await house.journal.record(Deed(changes=(Forget(gone.amina.id),)))
    await house.forgetting.forget([gone.amina.id], keychain)

    assert await house.readings.card(GENUINE[0]) is None
    assert await house.readings.cards_left(gone.amina.id) == 0
    assert (await house.readings.card(other)).person == stays.amina.id


# --- Nothing tells which is which ----------------------------------------------------------------


async def rows(storage, asked):
    return await storage.reader.ask(lambda look: look.connection.execute(text(asked)).all())


async def test_neither_size_nor_place_of_a_row_says_what_its_code_means(storage, circle):
    found = await rows(storage, 'SELECT id, blind, length(sealed_card) FROM cards ORDER BY "row"')
    assert len(found) == len(GENUINE + FORCED)
    assert len({size for *_, size in found}) == 1
    blinds = [bytes(blind) for _, blind, _ in found]
    assert blinds == sorted(blinds)
    assert not {bytes(one.id) for one in found} & set(blinds)


class Trace:
    """Everything that a deed asks of the database and leaves there, but not what is sealed."""

    def __init__(self) -> None:
        self.said = []

    def __call__(self, connection, cursor, statement, parameters, context, executemany):
        self.said.append((statement, executemany, _shape(parameters)))


def _shape(value):
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_shape(one) for one in value]
    return len(value) if isinstance(value, bytes) else type(value).__name__


async def sizes(storage):
    """How many rows every table has, and how long each of their values is."""
    found = {}
    for name, table in metadata.tables.items():
        kept = await storage.reader.ask(
            lambda look, t=table: look.connection.execute(t.select()).all()
        )
        found[name] = sorted(str([_shape(value) for value in row]) for row in kept)
    return found


@pytest.mark.parametrize("way", ["own", "elsewhere"])
async def test_a_forced_code_leaves_the_trace_of_a_free_one(opened, database, caplog, clock, way):
    """Of two people who are alike one is free: the same questions, writes and lines in the log."""
    caplog.set_level(logging.DEBUG)
    house, traces, sized, logged = opened(), [], [], []
    pair = [a_circle(1), a_circle(2)]
    await enrol(house, *pair)
    for circle in pair:
        codes = [unlike() for _ in range(4)]
        await make(house, circle, genuine=tuple(codes[:2]), forced=tuple(codes[2:]))
    for circle, verdict in zip(pair, (Verdict.GENUINE, Verdict.FORCED), strict=True):
        code = await _code_that_means(house, circle, verdict)
        before = await sizes(house)
        caplog.clear()
        trace = Trace()
        event.listen(Engine, "before_cursor_execute", trace)
        try:
            card = await house.readings.card(code)
            sign = CheckedIn(clock(), Way.CARD, card.verdict, elsewhere=way == "elsewhere")
            deed = Deed(happenings=(Lived(card.person, sign),), changes=(UseCard(card),))
            await house.journal.record(deed)
        finally:
            event.remove(Engine, "before_cursor_execute", trace)
        after = await sizes(house)
        traces.append(trace.said)
        sized.append({name: _without(after[name], before[name]) for name in after})
        logged.append([(one.levelno, one.name, one.msg) for one in caplog.records])
    assert traces[0] == traces[1]
    assert len(traces[0]) > 5
    assert sized[0] == sized[1]
    assert sum(map(len, sized[0].values())) > 1
    assert logged[0] == logged[1]


async def _code_that_means(house, circle, verdict):
    """One of the codes just made; which one it is, only the one who asks knows."""
    code = unlike()
    free, forced = ((code,), ()) if verdict is Verdict.GENUINE else ((), (code,))
    await make(house, circle, batch=b"m" * 16, genuine=free, forced=forced)
    return code


def _without(many, few):
    left = list(many)
    for one in few:
        if one in left:
            left.remove(one)
    return left


# --- Silence waits for it ------------------------------------------------------------------------


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
