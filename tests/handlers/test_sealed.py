"""A sealed note is heard and answered alike whatever it meant, and no forced one is lost."""

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import Arrived, Cause, CheckedIn, Started, State, Verdict
from rules.notices import Kind
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Watch, WatchId
from storage.deed import Cried, Deed, Lived, OpenWatch
from tests.handlers.phone import (
    FORCED,
    NEITHER,
    OWN,
    Phone,
    events,
    has_a_key,
    not_begun,
    seals_notes,
    what,
    with_a_key,
)
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


@pytest.fixture
async def mina(house, bea):
    """Mina, who seals her notes, two hours before one is due."""
    return await seals_notes(house)


# --- Notes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [OWN, FORCED])
async def test_a_note_keeps_the_promise_and_brings_the_next_key(mina, house, code):
    due, before = (await mina.routine()).due_at, mina.challenge

    heard = await mina.sends(t="note", code=code)

    assert (await mina.routine()).due_at > due
    assert heard.ids == []  # the receipt is the rules' to say
    assert heard.deed.unsays[0].at == house.now
    assert kinds(await mina.reads(), await mina.person()) == [Kind.RECEIPT]
    assert mina.challenge != before


async def test_a_free_and_a_forced_note_differ_in_the_verdict_alone(mina):
    free = await mina.sends(t="note", code=OWN)
    await mina.reads()
    forced = await mina.sends(t="note", code=FORCED)

    assert what(free) == what(forced)
    assert [one.verdict for one in events(free) + events(forced)] == list(Verdict)
    assert all(type(one) is CheckedIn and one.way is Way.SEALED for one in events(forced))


async def test_what_she_wrote_and_where_she_was_goes_to_the_diary_alone(mina):
    heard = await mina.sends(
        t="note", code=FORCED, state="taken", text="near the bridge", place=[38.5, 68.8]
    )

    assert list(heard.deed.notes.values()) == ["near the bridge · 38.50000, 68.80000"]
    assert events(heard)[0].state is State.TAKEN


async def test_a_forced_note_is_told_to_the_office_alone_after_the_hush(mina, house, bea):
    await mina.sends(t="note", code=FORCED, state="raid")
    assert await house.alarms() == []

    await pass_time(house, minutes=3)

    (alarm,) = await house.alarms()
    assert (alarm.kind, alarm.causes, alarm.state) == (
        AlarmKind.DURESS,
        (Cause.FORCED,),
        State.RAID,
    )
    said = await deliver(house)
    assert kinds(said, bea) == [Kind.ALARM]
    assert not [one for one in said if one.to is not None and one.to.chat == 200]


async def test_on_a_trip_a_note_says_that_she_has_arrived_and_a_change_of_codes_does_not(
    mina, house
):
    her = await mina.person()
    trip = Watch(
        id=WatchId(house.storage.chance.new_id()),
        owner=her.id,
        sort=Sort.JOURNEY,
        terms=TEMPLATES[Level.MEDIUM],
    )
    await house.storage.journal.record(
        Deed((Lived(her.id, Started(house.now)),), (OpenWatch(trip),))
    )
    await mina.reads()

    changed = await mina.sends(t="codes", code="338461", forced="905172", old=OWN)
    await mina.reads()
    assert [type(one) for one in events(changed)] == [CheckedIn]
    assert await mina.journey() is not None

    arrived = await mina.sends(t="note", code="338461")
    assert [type(one) for one in events(arrived)] == [Arrived]
    assert await mina.journey() is None


@pytest.mark.parametrize("code", [OWN, FORCED])
async def test_a_right_code_counts_also_where_another_way_has_been_agreed_on_since(house, code):
    her = await house.defender(level=Level.LOW)  # taps
    phone = Phone(house, 100)
    await has_a_key(house, her, phone)
    await phone.has_codes()
    await has_a_key(house, her, phone)

    heard = await phone.sends(t="note", code=code)

    assert [one.verdict for one in events(heard)] == [
        Verdict.GENUINE if code == OWN else Verdict.FORCED
    ]


@pytest.mark.parametrize(("code", "alarms"), [(OWN, []), (FORCED, [AlarmKind.DURESS])])
async def test_before_anything_has_begun_a_forced_note_is_not_lost_either(house, bea, code, alarms):
    phone = await not_begun(house)
    await phone.has_codes()
    await has_a_key(house, await phone.person(), phone)

    heard = await phone.sends(t="note", code=code)

    assert heard.ids == ["note-not-begun"]
    await pass_time(house, minutes=3)
    assert [one.kind for one in await house.alarms()] == alarms


# --- Cries ----------------------------------------------------------------------------------------


async def test_a_cry_needs_no_code_and_is_told_at_once(mina, house, bea):
    heard = await mina.sends(t="sos", text="third floor")

    assert [one.cause for one in heard.deed.happenings if isinstance(one, Cried)] == [Cause.SOS]
    assert list(heard.deed.notes.values()) == ["third floor"]
    (alarm,) = await house.alarms()
    assert alarm.kind is AlarmKind.SOS
    said = await mina.reads()
    assert Kind.SOS_NOTED in kinds(said, await mina.person())
    assert Kind.ALARM in kinds(said, bea)


# --- What is wrong --------------------------------------------------------------------------------


async def test_a_wrong_code_is_asked_for_once_more_and_counts_nothing(mina):
    before = await mina.routine()

    heard = await mina.sends(t="note", code=NEITHER)

    assert heard.ids == ["once-more"]
    assert heard.deed.happenings == ()
    assert await mina.routine() == before
    await mina.reads()
    assert events(await mina.sends(t="note", code=OWN))


async def test_after_four_wrong_ones_it_says_when_and_looks_at_nothing_before(mina, house):
    for _ in range(4):
        await mina.sends(t="note", code=NEITHER)
        await mina.reads()

    closed = await mina.sends(t="note", code=OWN)
    assert closed.ids == ["once-more-at"]
    assert closed.deed.changes == ()
    # To the minute, and never too early: whoever tries then is heard.
    (at,) = (one.args["at"] for one in closed.deed.replies[0].words)
    assert (at.second, at.microsecond) == (0, 0)
    assert house.now < at
    house.passes(minutes=2)
    await mina.reads()
    assert events(await mina.sends(t="note", code=OWN))


async def test_five_wrong_ones_are_told_to_the_office_alone_and_nothing_shows(mina, house, bea):
    answers = []
    for _ in range(5):
        house.passes(minutes=11)
        await mina.reads()
        answers.append(await mina.sends(t="note", code=NEITHER))

    assert {tuple(one.ids) for one in answers} == {("once-more",)}
    (alarm,) = await house.alarms()
    assert (alarm.kind, alarm.causes) == (AlarmKind.LOCKED, (Cause.LOCKED,))
    said = await mina.reads()
    assert kinds(said, bea) == [Kind.ALARM]
    assert kinds(said, await mina.person()) == []
    assert not [one for one in said if one.to is not None and one.to.chat == 200]


async def test_the_same_envelope_twice_says_what_was_noted_and_moves_nothing(mina, house):
    envelope = mina.seals(t="note", code=FORCED)
    sent = house.now
    await mina.sends(envelope)
    await mina.reads()
    kept = await mina.life()
    house.passes(minutes=5)

    again = await mina.sends(envelope)

    assert again.deed.happenings == again.deed.changes == ()
    (receipt,) = again.deed.notices
    assert (receipt.kind, receipt.facts["at"]) == (Kind.RECEIPT, sent)
    assert await mina.life() == kept


async def test_a_wrong_one_sent_twice_is_never_said_to_be_noted(mina):
    envelope = mina.seals(t="note", code=NEITHER)
    await mina.sends(envelope)

    again = await mina.sends(envelope)

    assert again.ids == ["once-more"]
    assert again.deed.notices == ()


@pytest.mark.parametrize("broken", ["hello", "", "A" * 2204, "é" * 40])
async def test_what_opens_with_nothing_is_asked_for_once_more_with_a_fresh_key(mina, broken):
    before = mina.challenge

    heard = await mina.sends(broken)

    assert heard.ids == ["once-more"]
    assert heard.deed.happenings == heard.deed.changes == ()
    await mina.reads()
    assert mina.challenge != before


async def test_an_envelope_of_somebody_else_counts_for_nobody(mina, house):
    other = await house.defender(chat=101, code="A8", level=Level.MEDIUM)
    theirs = await with_a_key(house, other, chat=101)

    heard = await theirs.sends(mina.seals(t="note", code=OWN))

    assert heard.ids == ["once-more"]
    assert heard.deed.happenings == ()


# --- Who sends ------------------------------------------------------------------------------------


@pytest.mark.parametrize("chat", [200, 300])
async def test_what_a_contact_or_the_office_seals_is_no_note(mina, house, chat):
    heard = await Phone(house, chat).sends(mina.seals(t="note", code=OWN))

    assert heard.ids == ["once-more"]
    assert heard.deed.happenings == heard.deed.changes == ()
    assert heard.deed.unsays[0].at == house.now


async def test_a_stranger_gets_the_dull_answer(mina, house):
    stranger = await Phone(house, 666).sends(mina.seals(t="note", code=OWN))
    hello = await Somebody(house, 667).types("hello")

    assert stranger.ids == hello.ids == ["stranger-not-in-use"]
    assert stranger.deed.happenings == stranger.deed.changes == ()
    assert len(stranger.deed.unsays) == 1
