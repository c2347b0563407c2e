"""What can be sent is said shortly, and every command that is named there is heard."""

import re
from dataclasses import replace

from handlers.context import By
from handlers.coordinator.helping import TOPICS
from handlers.words import Speech
from rules.people import Role
from tests.handlers.coordinator.conftest import DUE
from tests.handlers.coordinator.office import OFFICE, Colleague


async def test_the_list_names_every_command(bea):
    for text in ["help", "/help", "0", "menu"]:
        first = await bea.types(text)
        (more,) = [one for one in first.buttons if one.startswith("office-help")]
        listed = f"{first.text} {(await bea.presses(more)).text}"

        for topic in TOPICS:
            assert re.search(rf"\b{topic}\b", listed)


async def test_more_on_each(bea):
    for topic in [*TOPICS, *(also for more in TOPICS.values() for also in more)]:
        read = await bea.types(f"/help {topic}")

        assert read.ids[0].startswith("inner-help-")
        assert read.ids[0] != "inner-help-more"


async def test_help_on_anything(bea):
    for text in ["help something", "/help /take"]:
        assert (await bea.types(text)).ids[0].startswith("inner-help")


def test_what_help_tells_people_to_send_is_a_command():
    speech = Speech("en", "UTC", DUE)
    heard = {one.name for one in OFFICE if one.by is By.COMMAND} | {"open", "key", "keys"}

    for topic in TOPICS:
        first = re.findall(r'"/?(\w+)', speech.say(f"inner-help-{topic}"))
        assert first
        assert set(first) <= heard


async def test_help_from_somebody_who_also_sends_notes_is_a_cry_for_help(bea, mina, house):
    kept = await house.storage.readings.person((await mina.person()).id)
    await house.keeps(replace(kept, roles=kept.roles | {Role.COORDINATOR}))
    her = Colleague(house, 100)

    assert (await her.types("/help")).deed.happenings == ()
    assert (await her.types("help")).deed.happenings != ()
