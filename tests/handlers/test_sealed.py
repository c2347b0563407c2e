"""A sealed note is heard and answered alike whatever it meant, and no forced one is lost."""

from datetime import timedelta

import pytest

from rules.alarm import Kind as AlarmKind
from rules.events import Arrived, Cause, CheckedIn, Started, State, Verdict
from rules.notices import Kind
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Stage, Watch, WatchId
from storage.credentials import issue
from storage.deed import Cried, Deed, Lived, OpenWatch
from storage.persons import Person
from tests.handlers.phone import FORCED, NEITHER, OWN, Phone, with_a_key
from tests.handlers.speaking import Somebody, deliver, kinds, pass_time


@pytest.fixture
async def bea(house):
    """Bea, who is on duty."""
    return await house.coordinator()


@pytest.fixture
async def mina(house, bea):
    """Mina, who seals her notes, two hours before one is due."""
    her = await house.defender(level=Level.MEDIUM)
    await house.contact(her, chat=200)
    (watch,) = (await house.storage.readings.life(her.id)).watches
    house.now = watch.due_at - timedelta(hours=2)
    phone = await with_a_key(house, her)
    await phone.has_codes()
    return phone


def events(heard):
    return [one.event for one in heard.deed.happenings if isinstance(one, Lived)]


def what(heard):
    """Everything of a deed that her chat or a thief of the disk could see."""
    deed = heard.deed
    return (
        [type(one) for one in deed.happenings],
        [type(one) for one in deed.changes],
        deed.notices,
        deed.replies,
        deed.unsays,
    )


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
    await _has_a_key(house, her, phone)
    await phone.has_codes()
    await _has_a_key(house, her, phone)

    heard = await phone.sends(t="note", code=code)

    assert [one.verdict for one in events(heard)] == [
        Verdict.GENUINE if code == OWN else Verdict.FORCED
    ]


@pytest.mark.parametrize(("code", "alarms"), [(OWN, []), (FORCED, [AlarmKind.DURESS])])
async def test_before_anything_has_begun_a_forced_note_is_not_lost_either(house, bea, code, alarms):
    phone = await _not_begun(house)
    await phone.has_codes()
    await _has_a_key(house, await phone.person(), phone)

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


# --- Codes ----------------------------------------------------------------------------------------


async def test_codes_are_chosen_before_the_first_note_and_then_it_can_begin(house):
    phone = await _not_begun(house)

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert heard.ids == ["codes-kept-begin"]
    assert heard.buttons == ["begin:next"]
    assert events(heard) == []
    assert (await phone.credentials()).code is not None
    for _ in range(12):
        heard = await phone.types("next")
        if "begin:yes" in heard.buttons:
            break
    await phone.types("yes")
    assert (await phone.routine()).stage is Stage.WAITING
    await phone.reads()
    assert [one.verdict for one in events(await phone.sends(t="note", code=FORCED))] == [
        Verdict.FORCED
    ]


async def test_whoever_chooses_codes_where_there_were_none_has_proven_nothing(house):
    her = await house.defender(level=Level.MEDIUM)
    phone = await with_a_key(house, her)

    heard = await phone.sends(t="codes", code=OWN, forced=FORCED)

    assert heard.deed.happenings == ()
    assert heard.ids == ["menu-keys"]


@pytest.mark.parametrize(
    "fields",
    [
        {"t": "codes", "code": "338461", "forced": "905172"},
        {"t": "pair", "forced": 2},
    ],
)
async def test_a_change_is_a_sign_and_looks_alike_free_or_forced(mina, fields):
    name = "old" if fields["t"] == "codes" else "code"
    forced = await mina.sends(**fields, **{name: FORCED})
    await mina.reads()
    free = await mina.sends(**fields, **{name: OWN})

    assert what(free) == what(forced)
    assert [one.verdict for one in events(forced) + events(free)] == [
        Verdict.FORCED,
        Verdict.GENUINE,
    ]


@pytest.mark.parametrize("old", [OWN, FORCED])
async def test_codes_that_cannot_be_taken_are_asked_anew_and_the_old_one_has_counted(mina, old):
    heard = await mina.sends(t="codes", code="123456", forced="338461", old=old)

    assert heard.ids == ["codes-other"]
    assert [one.verdict for one in events(heard)] == [
        Verdict.GENUINE if old == OWN else Verdict.FORCED
    ]
    await mina.reads()
    assert mina.screen == "c"


async def test_first_codes_that_cannot_be_taken_are_asked_anew(house):
    phone = await _not_begun(house)

    heard = await phone.sends(t="codes", code="123456")

    assert heard.ids == ["codes-other"]
    assert heard.deed.happenings == ()
    await phone.reads()
    assert phone.screen == "e"


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


@pytest.mark.parametrize(("chat", "ids"), [(200, ["only-typed"]), (300, ["only-typed"])])
async def test_a_contact_and_the_office_have_no_page(mina, house, chat, ids):
    heard = await Phone(house, chat).sends(mina.seals(t="note", code=OWN))

    assert heard.ids == ids
    assert heard.deed.happenings == heard.deed.changes == ()
    assert heard.deed.unsays[0].at == house.now


async def test_a_stranger_gets_the_dull_answer(mina, house):
    stranger = await Phone(house, 666).sends(mina.seals(t="note", code=OWN))
    hello = await Somebody(house, 667).types("hello")

    assert stranger.ids == hello.ids == ["stranger-not-in-use"]
    assert stranger.deed.happenings == stranger.deed.changes == ()
    assert len(stranger.deed.unsays) == 1


# --- People ---------------------------------------------------------------------------------------


async def _has_a_key(house, who, phone):
    """Let a key stand under the chat, as it did while notes were sealed."""
    at = house.now
    made = await house.storage.writer.do(lambda tx: issue(tx, [who.id], at), kind="effect")
    phone.challenge = made[who.id].hex()


async def _not_begun(house):
    """Somebody who has agreed to seal her notes, and has been asked to choose codes."""
    her: Person = await house.defender(level=Level.MEDIUM, begins=False)
    phone = Phone(house, 100)
    await _has_a_key(house, her, phone)
    return phone
