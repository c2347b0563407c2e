"""A sheet that came over the page is handed on as it came, through the real courier."""

import pytest

from rules.notices import Kind, Notice
from storage.deed import Deed, WithdrawDossier
from tests.bot.circle import CORA, OFFICE, SHE
from tests.bot.posting import SEEDS, SERVES, b64, sheet
from tests.sealing import age_witness


@pytest.fixture
async def environ(environ):
    return environ | SERVES


@pytest.fixture
def documents(stand):
    """The files on Cora's phone: name to content."""

    async def documents():
        found = {}
        for one in (await stand.ask("chat", person=CORA))["messages"]:
            if file := one["more"].get("document"):
                answer = await stand._http.get("/control/file", params={"file_id": file["file_id"]})
                found[file["file_name"]] = answer.content
        return found

    return documents


@pytest.fixture
def at_rest(served, until):
    """Waits until the courier has written down what it has told: only then may the house close."""

    async def at_rest():
        await until(lambda: not served.courier._in_hand and not served.courier._settled)

    return at_rest


async def release(house, sections="0"):
    facts = {"subject": SHE, "sections": sections}
    await house.storage.journal.record(Deed(notices=(Notice(OFFICE, Kind.SHEET, facts),)))


async def test_what_she_sealed_reaches_the_office_and_opens_with_its_key(
    served, challenged, post, documents, stand, turning, until, at_rest
):
    file = sheet(OFFICE, words=b"[call] Whom to call")
    await post(c=b64(await challenged()), sheet=b64(file))
    await release(served)
    turning(*served.holds, served.courier)
    await until(documents)
    assert await documents() == {"sheet.age": file}
    opened = age_witness.open_file(file, SEEDS[OFFICE])
    assert opened.rstrip() == b"[call] Whom to call"
    assert await stand.violations() == []
    await at_rest()


async def test_of_sections_only_those_that_are_released_are_handed_on(
    served, challenged, post, documents, turning, until, at_rest
):
    files = {f"sheet-{number}": sheet(OFFICE, words=b"%d" % number) for number in (1, 3, 5)}
    named = {name: b64(file) for name, file in files.items()}
    await post(c=b64(await challenged()), **named)
    await release(served, "1 5")
    turning(*served.holds, served.courier)

    async def both():
        return len(await documents()) == 2

    await until(both)
    assert await documents() == {f"sheet-{n}.age": files[f"sheet-{n}"] for n in (1, 5)}
    await at_rest()


async def test_what_she_takes_back_before_it_was_told_is_never_told(
    served, challenged, post, documents, turning, until, clock
):
    await post(c=b64(await challenged()), sheet=b64(sheet(OFFICE)))
    await release(served)
    await served.storage.journal.record(Deed(changes=(WithdrawDossier(SHE, served.clock.now()),)))
    turning(*served.holds, served.courier)

    async def settled():
        backlog = await served.storage.outbox.backlog(served.clock.now())
        return not sum(backlog.due.values())

    await until(settled)
    assert await documents() == {}
    assert served.courier.unsayable == 0


async def test_a_sheet_that_does_not_get_through_keeps_no_other_word_from_its_reader(
    served, challenged, post, stand, turning, until, documents, at_rest
):
    """On a thin line words pass where a file does not."""
    await post(c=b64(await challenged()), sheet=b64(sheet(OFFICE)))
    number = await stand.arm("bad_gateway", methods=["senddocument"])
    await release(served)
    turning(*served.holds, served.courier)

    async def tried():
        at = await served.storage.outbox.next_try()
        return at is not None and at > served.clock.now() and not served.courier._in_hand

    await until(tried)
    there = len((await stand.ask("chat", person=CORA))["messages"])
    worry = Notice(OFFICE, Kind.NO_WATCH, {"subject": SHE})
    await served.storage.journal.record(Deed(notices=(worry,)))

    async def said():
        return len((await stand.ask("chat", person=CORA))["messages"]) > there

    await until(said)
    assert served.courier.failures == 0
    assert await documents() == {}
    await at_rest()
    await stand.disarm(number)
