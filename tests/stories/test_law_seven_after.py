"""Law 7 goes on: what somebody may try afterwards, or at another time, shows no more than the sign.

Whoever stands beside her can send again, try the old code, or try what was just chosen. The twins
of test_law_seven.py live on here, through several signs; the slow hashes are counted as well.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from telegram import Bot

from rules.alarm import Kind as AlarmKind
from rules.events import Verdict
from sealing import codes
from sealing.epochs import epoch_at
from simulator.running import running
from storage.deed import Deed, KeepCredentials
from tests.fakes import NINE
from tests.stories.traces import HERS, Wire
from tests.stories.twins import CODES, SEALED, TOKEN, Twins

NEW, SPARE = "338461", "905172"
#: The other one of her two.
OTHER = dict(zip(CODES.values(), reversed(CODES.values()), strict=True))


@pytest.fixture(scope="session")
def keyring(keyring):
    return keyring.with_epoch(epoch_at(NINE)).with_epoch(epoch_at(NINE) + 1)


@pytest.fixture
async def twins(opened, clock):
    async with running(token=TOKEN, at=clock(), limits=False) as stand:
        wire = Wire()
        async with Bot(TOKEN, base_url=stand.bot_url, request=wire) as bot:
            yield await Twins.begin(opened(), clock, stand, wire, bot)


@pytest.fixture
def hashed(monkeypatch):
    """How many slow hashes were taken: they are what a clock at the other end could measure."""
    taken = []
    honest = codes._slow

    def slow(*given):
        taken.append(1)
        return honest(*given)

    monkeypatch.setattr(codes, "_slow", slow)
    return taken


@pytest.fixture
def sends(twins, monkeypatch, hashed):
    """Let both send `fields(code)`, with the code that each means it by; return what each left."""

    async def sends(fields, *, seized=False):
        monkeypatch.setitem(SEALED, "now", fields)
        await twins.passes(timedelta(seconds=1))  # nobody sends two notes in one moment
        left, took = [], []
        verdicts = [Verdict.GENUINE] * 2 if seized else list(Verdict)
        for circle, verdict in zip(twins.people, verdicts, strict=True):
            before = len(hashed)
            left.append(await twins._does("now", circle, verdict))
            took.append(len(hashed) - before)
        assert took[0] == took[1]
        return left

    return sends


def hers(left):
    """What was said in her own chat."""
    return [rest for part, *rest in left.calls if part == HERS]


def changed(code):
    return {"t": "codes", "code": NEW, "forced": SPARE, "old": code}


def without_a_spare(code):
    return {"t": "codes", "code": NEW, "old": code}


def as_chosen(code):
    """What her hand alone can do: she takes one of her own two for a new one."""
    return {"t": "codes", "code": CODES[Verdict.GENUINE], "forced": SPARE, "old": code}


@pytest.mark.parametrize("choice", [changed, as_chosen])
async def test_who_had_codes_changed_may_try_all_of_them_and_learns_nothing(twins, sends, choice):
    await twins.comes_to("waiting")
    free, forced = await sends(choice)
    assert free == forced

    for code in (SPARE, choice("")["code"]):
        free, forced = await sends(lambda _, code=code: {"t": "note", "code": code})
        assert free == forced


@pytest.mark.parametrize("choice", [changed, without_a_spare])
async def test_who_has_both_of_hers_and_tries_the_other_one_learns_nothing(twins, sends, choice):
    await twins.comes_to("waiting")
    free, forced = await sends(choice)
    assert free == forced

    free, forced = await sends(lambda code: {"t": "note", "code": OTHER[code]})
    assert free == forced


@pytest.mark.parametrize("choice", [changed, without_a_spare])
@pytest.mark.parametrize("old", CODES.values())
async def test_nor_where_the_phone_is_in_other_hands(twins, sends, choice, old):
    await twins.comes_to("waiting")
    await twins.sends_as_free("note")
    free, seized = await sends(lambda _: choice(old), seized=True)
    assert free == seized

    for code in (*CODES.values(), NEW, SPARE):
        free, seized = await sends(lambda _, code=code: {"t": "note", "code": code}, seized=True)
        assert hers(free) == hers(seized)


async def test_the_old_one_is_wrong_for_both_and_the_office_hears_of_the_forced_one(twins, sends):
    await twins.comes_to("waiting")
    await sends(changed)

    free, forced = await sends(lambda code: {"t": "note", "code": code})

    assert hers(free) == hers(forced)
    assert [AlarmKind.LOCKED in await twins.alarms(one) for one in twins.people] == [False, True]


async def test_on_a_phone_in_other_hands_codes_seem_to_be_changed_and_chosen(twins, sends):
    await twins.comes_to("waiting")
    free, seized = await twins.sends_as_free("note")
    assert free == seized

    for fields in (
        changed,
        lambda _: {"t": "note", "code": NEW},
        lambda _: {"t": "note", "code": SPARE},
        lambda _: {"t": "pair", "forced": 1, "code": NEW},
    ):
        free, seized = await sends(fields, seized=True)
        assert free == seized
    # Her own, which was typed as the old one there, is wrong now; that it was given up is told.
    free, seized = await sends(lambda code: {"t": "note", "code": code}, seized=True)
    assert hers(free) == hers(seized)


async def test_first_codes_work_alike_on_a_phone_in_other_hands(twins, sends, monkeypatch):
    for circle in twins.people:
        kept = await twins.house.proofs.credentials(circle.amina.id)
        bare = replace(kept, code=None, pair=None)
        await twins.house.journal.record(Deed(changes=(KeepCredentials(bare),)))
    await twins.comes_to("waiting")
    monkeypatch.setitem(
        SEALED, "codes first", lambda _: {"t": "codes", "code": NEW, "forced": SPARE}
    )
    free, seized = await twins.sends_as_free("codes first")
    assert free == seized

    for fields in (
        lambda _: {"t": "note", "code": NEW},
        lambda _: {"t": "note", "code": SPARE},
        lambda _: {"t": "codes", "code": "771204"},
        lambda _: {"t": "pair", "forced": 2, "code": NEW},
    ):
        free, seized = await sends(fields, seized=True)
        assert free == seized


async def test_a_second_sign_within_the_hush_shows_no_more_than_the_first(twins, sends):
    await twins.comes_to("waiting")
    for _ in range(2):
        free, forced = await sends(lambda code: {"t": "note", "code": code})
        assert free == forced


async def test_while_nothing_is_looked_at_a_forced_code_waits_like_a_free_one(twins, sends):
    await twins.comes_to("waiting")
    for _ in range(4):
        await sends(lambda _: {"t": "note", "code": "111222"})

    for wait in (0, 31):
        await twins.passes(timedelta(seconds=wait))
        free, forced = await sends(lambda code: {"t": "note", "code": code})
        assert free == forced
