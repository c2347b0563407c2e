"""What a phone sent is opened once, means what its code means, and leaves the same trace whatever.

Amina has chosen two codes. Her phone is played here: it seals as the page does.
"""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from rules.events import State, Verdict
from sealing.checkin import seal_envelope
from sealing.choosing import CodeFault
from sealing.contents import Part, Recipient
from sealing.epochs import public_bytes
from sealing.keyring import Purpose
from storage.credentials import CHALLENGES, SEEN, Credentials, issue
from storage.deed import Deed, KeepCredentials
from storage.proofs import (
    Again,
    Chosen,
    Closed,
    Cried,
    Handed,
    Proven,
    Refused,
    Unfit,
    Wrong,
    deployment,
)
from storage.versions import CompareAndSwapMissed
from tests.storage.circle import a_circle, enrol

OWN, FORCED = "482915", "730164"


@pytest.fixture(scope="session")
def keyring(keyring):
    return keyring.with_epoch(11).with_epoch(12)


@pytest.fixture
async def amina(storage):
    circle = a_circle()
    await enrol(storage, circle, started=False)
    await keep(storage, Credentials(person=circle.amina.id))
    return circle.amina.id


async def keep(storage, credentials):
    await storage.journal.record(Deed(changes=(KeepCredentials(credentials),)))


async def challenge_for(storage, person):
    at = storage.clock()
    made = await storage.writer.do(lambda tx: issue(tx, [person], at), kind="effect")
    return made[person]


def sealed(storage, challenge, *, epoch=11, **fields):
    seed = storage.keys.held(Purpose.EPOCHS)[epoch]
    content = json.dumps({"v": 1, **fields}).encode()
    return seal_envelope(public_bytes(seed), deployment(storage.keys), challenge, content)


async def proof(storage, person, text, *, keeps=True):
    """Let a phone's words be looked at and, as the conversation does, keep what follows."""
    found = await storage.proofs.sealed(person, text, storage.clock())
    if keeps and hasattr(found, "credentials"):
        await keep(storage, found.credentials)
    return found


async def says(storage, person, **fields):
    return await proof(
        storage, person, sealed(storage, await challenge_for(storage, person), **fields)
    )


@pytest.fixture
async def coded(storage, amina):
    assert isinstance(await says(storage, amina, t="codes", code=OWN, forced=FORCED), Chosen)
    return amina


async def test_her_code_proves_a_free_sign_and_the_other_a_forced_one(storage, coded):
    free = await says(storage, coded, t="note", code=OWN, text="at home")
    forced = await says(storage, coded, t="note", code=FORCED, state="taken", place=[38.5, 68.8])
    assert (free.verdict, free.state, free.text) == (Verdict.GENUINE, State.CALM, "at home")
    assert (forced.verdict, forced.state, forced.place) == (
        Verdict.FORCED,
        State.TAKEN,
        (38.5, 68.8),
    )


async def test_an_envelope_under_the_next_epochs_key_opens_as_well(storage, coded):
    assert isinstance(await says(storage, coded, epoch=12, t="note", code=OWN), Proven)


async def test_the_same_envelope_twice_has_no_second_effect(storage, coded):
    envelope = sealed(storage, await challenge_for(storage, coded), t="note", code=OWN)
    assert isinstance(await proof(storage, coded, envelope), Proven)
    assert isinstance(await proof(storage, coded, envelope), Again)


async def test_a_used_challenge_kills_those_before_it_and_newer_ones_stay(storage, coded):
    old, used, newer = [await challenge_for(storage, coded) for _ in range(3)]
    assert isinstance(
        await proof(storage, coded, sealed(storage, used, t="note", code=OWN)), Proven
    )
    for dead in (old, used):
        late = sealed(storage, dead, t="note", code=OWN)
        assert isinstance(await proof(storage, coded, late), Refused)
    fresh = sealed(storage, newer, t="note", code=OWN)
    assert isinstance(await proof(storage, coded, fresh), Proven)


async def test_nobody_elses_envelope_opens(storage, coded):
    mine = sealed(storage, await challenge_for(storage, coded), t="note", code=OWN)
    other = (await storage.readings.person(coded)).contacts[0].id
    assert isinstance(await proof(storage, other, mine), Refused)
    await keep(storage, Credentials(person=other))
    await challenge_for(storage, other)
    assert isinstance(await proof(storage, other, mine), Refused)
    assert isinstance(await proof(storage, coded, "hello"), Refused)
    odd = sealed(storage, await challenge_for(storage, coded), t="moon")
    assert isinstance(await proof(storage, coded, odd), Refused)


async def test_help_is_asked_for_without_a_code_and_pieces_are_handed_in(storage, coded):
    assert (await says(storage, coded, t="sos", text="now")).text == "now"
    assert isinstance(await says(storage, coded, t="sos", code="999"), Cried)
    key = await says(storage, coded, t="key", recipient="age1pq1x")
    assert isinstance(key, Handed)
    assert key.content == Recipient("age1pq1x")
    part = await says(storage, coded, t="part", id="ZGRkZGRkZGRkZGRkZGRkZA", n=1, of=1, data="eA")
    assert part.content == Part(b"d" * 16, 1, 1, b"x")


# --- Wrong codes ----------------------------------------------------------------------------------


async def test_wrong_codes_slow_down_and_are_told_and_the_right_one_works_after_its_wait(
    storage, coded, clock
):
    locks = []
    for _ in range(4):
        wrong = await says(storage, coded, t="note", code="111222")
        locks.append(wrong.locks)
    assert isinstance(wrong, Wrong)
    closed = await says(storage, coded, t="note", code=OWN)
    assert closed == Closed(clock() + timedelta(seconds=30))
    clock.push(seconds=30)
    locks.append((await says(storage, coded, t="note", code="111222")).locks)
    assert locks == [False, False, False, False, True]
    clock.push(minutes=2)
    assert isinstance(await says(storage, coded, t="note", code=OWN), Proven)
    assert (await storage.proofs.credentials(coded)).wrong == 0


async def test_a_forced_code_ends_the_waiting_like_a_free_one(storage, coded):
    for _ in range(3):
        await says(storage, coded, t="note", code="111222")
    for code in (FORCED, OWN):
        await says(storage, coded, t="note", code="111222")
        kept = await storage.proofs.credentials(coded)
        await keep(storage, replace(kept, wrong=2))
        assert isinstance(await says(storage, coded, t="note", code=code), Proven)
        assert (await storage.proofs.credentials(coded)).wrong == 0


async def test_whoever_has_chosen_no_code_has_none_that_is_right(storage, amina):
    assert isinstance(await says(storage, amina, t="note", code=OWN), Wrong)


# --- Choosing and changing ------------------------------------------------------------------------


async def test_codes_that_are_easy_to_guess_are_not_taken(storage, amina):
    unfit = await says(storage, amina, t="codes", code="123456", forced="123457")
    assert isinstance(unfit, Unfit)
    assert unfit.faults == (CodeFault.ROW, CodeFault.ALIKE)
    assert (await storage.proofs.credentials(amina)).code is None


async def test_codes_are_changed_by_whoever_knows_the_old_one(storage, coded):
    new = {"t": "codes", "code": "905172", "forced": "338461"}
    assert isinstance(await says(storage, coded, **new), Wrong)
    assert isinstance(await says(storage, coded, **new, old="111222"), Wrong)
    changed = await says(storage, coded, **new, old=OWN)
    assert changed.verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code="905172")).verdict is Verdict.GENUINE
    assert (await says(storage, coded, t="note", code="338461")).verdict is Verdict.FORCED
    assert isinstance(await says(storage, coded, t="note", code=OWN), Wrong)


async def test_changed_under_force_it_seems_done_and_hers_stays(storage, coded):
    new = {"t": "codes", "code": "905172", "forced": "338461"}
    changed = await says(storage, coded, **new, old=FORCED)
    assert isinstance(changed, Chosen)
    assert changed.verdict is Verdict.FORCED
    for code in ("905172", "338461"):
        assert (await says(storage, coded, t="note", code=code)).verdict is Verdict.FORCED
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_who_tries_the_old_code_after_a_change_finds_it_wrong_free_or_forced(storage, coded):
    """Else whoever made her change it would learn by one more note that she gave the forced one."""
    new = {"t": "codes", "code": "905172", "forced": "338461"}
    await says(storage, coded, **new, old=FORCED)

    tried = await says(storage, coded, t="note", code=FORCED)

    assert isinstance(tried, Wrong)
    assert tried.locks  # and the office hears of it
    assert (await says(storage, coded, t="note", code="905172")).verdict is Verdict.FORCED


async def test_in_other_hands_the_old_code_looks_wrong_too_and_is_hers_again_later(storage, coded):
    async def there(**fields):
        envelope = sealed(storage, await challenge_for(storage, coded), **fields)
        found = await storage.proofs.sealed(coded, envelope, storage.clock(), seized=True)
        await keep(storage, found.credentials)
        return found

    await there(t="codes", code="905172", forced="338461", old=OWN)

    assert isinstance(await there(t="note", code=OWN), Wrong)
    assert (await there(t="note", code="905172")).verdict is Verdict.FORCED
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE
    assert (await there(t="note", code=OWN)).verdict is Verdict.FORCED


async def test_first_codes_chosen_in_other_hands_work_there_and_are_never_hers(storage, amina):
    async def there(**fields):
        envelope = sealed(storage, await challenge_for(storage, amina), **fields)
        found = await storage.proofs.sealed(amina, envelope, storage.clock(), seized=True)
        await keep(storage, found.credentials)
        return found

    first = await there(t="codes", code=OWN, forced=FORCED)
    assert (first.verdict, first.first) == (Verdict.FORCED, True)
    for code in (OWN, FORCED):
        assert (await there(t="note", code=code)).verdict is Verdict.FORCED
    assert isinstance(await there(t="codes", code="905172"), Wrong)

    chosen = await says(storage, amina, t="codes", code="905172")

    assert (chosen.verdict, chosen.first) == (Verdict.GENUINE, True)
    assert (await says(storage, amina, t="note", code="905172")).verdict is Verdict.GENUINE


@pytest.mark.parametrize(
    "chosen",
    [{"code": OWN, "forced": "338461"}, {"code": "338461", "forced": OWN}, {"code": OWN}],
)
async def test_her_own_code_never_becomes_a_forced_one(storage, coded, chosen):
    assert isinstance(await says(storage, coded, t="codes", old=FORCED, **chosen), Chosen)
    assert (await says(storage, coded, t="note", code=OWN)).verdict is Verdict.GENUINE


async def test_unfit_codes_are_refused_alike_whatever_the_old_one_meant(storage, coded):
    new = {"t": "codes", "code": "123456"}
    free, forced = [await says(storage, coded, **new, old=one) for one in (OWN, FORCED)]
    assert free.faults == forced.faults == (CodeFault.ROW,)


async def test_the_forced_button_is_chosen_on_the_phone_and_stays_under_force(
    storage, amina, coded
):
    assert isinstance(await says(storage, coded, t="pair", forced=2), Wrong)
    await says(storage, coded, t="pair", forced=2, code=OWN)
    assert (await storage.proofs.credentials(coded)).pair == 2
    assert isinstance(await says(storage, coded, t="pair", forced=1, code=FORCED), Chosen)
    assert (await storage.proofs.credentials(coded)).pair == 2


async def test_without_a_code_the_forced_button_is_chosen_without_one(storage, amina):
    await says(storage, amina, t="pair", forced=1)
    assert (await storage.proofs.credentials(amina)).pair == 1


async def test_whoever_holds_the_phone_later_does_not_turn_the_buttons_round(storage, amina):
    await says(storage, amina, t="pair", forced=1)

    assert isinstance(await says(storage, amina, t="pair", forced=2), Wrong)

    assert (await storage.proofs.credentials(amina)).pair == 1


# --- What is kept ---------------------------------------------------------------------------------


async def rows(storage):
    asked = "SELECT version, length(sealed_credentials) FROM credentials"
    return await storage.reader.ask(lambda look: look.connection.execute(text(asked)).all())


async def test_every_row_has_the_same_size_whatever_is_kept_in_it(storage, amina):
    sizes = {(await rows(storage))[0][1]}
    await says(storage, amina, t="codes", code=OWN, forced=FORCED)
    sizes.add((await rows(storage))[0][1])
    for number in range(2 * SEEN):  # every third is wrong, and is not known again
        for _ in range(3):
            await challenge_for(storage, amina)
        code = (OWN, FORCED, "111222")[number % 3]
        kept = await storage.proofs.credentials(amina)
        await keep(storage, replace(kept, wrong=0, wrong_at=None))
        await says(storage, amina, t="note", code=code)
        sizes.add((await rows(storage))[0][1])
    for old, new in ((FORCED, "905172"), ("905172", "338461"), ("338461", FORCED)):
        await says(storage, amina, t="codes", code=new, old=old)
        sizes.add((await rows(storage))[0][1])
    kept = await storage.proofs.credentials(amina)
    assert len(kept.seen) == SEEN
    full = replace(kept, pair=2, wrong=10**6)
    for _ in range(CHALLENGES + 2):
        full = full.challenged(bytes(range(16)), storage.clock())
    assert len(full.challenges) == CHALLENGES
    await keep(storage, full)
    sizes.add((await rows(storage))[0][1])
    assert len(sizes) == 1


async def test_two_who_keep_at_once_do_not_overrule_each_other(storage, coded):
    read = await storage.proofs.credentials(coded)
    await challenge_for(storage, coded)
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, read.was_wrong(storage.clock()))
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, Credentials(person=coded))


async def test_nothing_is_kept_or_issued_for_somebody_who_is_not_here(storage, coded):
    stranger = a_circle().amina.id
    with pytest.raises(CompareAndSwapMissed):
        await keep(storage, Credentials(person=stranger))
    at = storage.clock()
    for people in ([stranger], []):
        made = await storage.writer.do(lambda tx, p=people: issue(tx, p, at), kind="effect")
        assert made == {}
    assert isinstance(await proof(storage, stranger, "x"), Refused)
