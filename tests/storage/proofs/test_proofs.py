"""What a phone sent is opened once, and means what its code means; wrong codes slow down."""

from dataclasses import replace
from datetime import timedelta

from rules.events import State, Verdict
from sealing.contents import Part, Recipient
from storage.credentials import Credentials
from storage.proofs import Again, Closed, Cried, Handed, Proven, Refused, Wrong
from tests.storage.proofs.proving import FORCED, OWN, challenge_for, keep, proof, says, sealed


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
