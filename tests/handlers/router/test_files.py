"""A file that somebody sends reaches whoever takes files, and goes from the chat at once."""

import pytest

from handlers.context import By, Route
from rules.people import Role
from tests.handlers.router.routes import ROUTES, called, route


def file(name="a.age", size=12):
    return {"file_id": "f", "file_unique_id": "u", "file_name": name, "file_size": size}


TAKES = (*ROUTES, route(Role.DEFENDER, By.DOCUMENT, "", called="file"))


async def test_a_file_is_heard_by_whoever_takes_files_and_gone_at_once(house):
    await house.defender(chat=100)

    deed = await house.hears(100, "", routes=TAKES, document=file())

    assert called(deed) == ["file"]
    assert deed.unsays[0].at == house.now


async def test_it_is_handed_over_with_its_name_and_size(house):
    heard = []

    async def listen(hearing):
        heard.append(hearing.attached)
        return hearing.answer()

    await house.defender(chat=100)
    routes = (Route(Role.DEFENDER, By.DOCUMENT, "", listen),)
    await house.hears(100, "", routes=routes, document=file("sheet-3.age", 99))

    (attached,) = heard
    assert (attached.id, attached.name, attached.size) == ("f", "sheet-3.age", 99)


@pytest.mark.parametrize("routes", [ROUTES, (route(Role.DEFENDER, By.DOCUMENT, "", passes=True),)])
async def test_where_nobody_takes_it_only_what_is_typed_is_read(house, routes):
    await house.defender(chat=100)

    deed = await house.hears(100, "", routes=routes, document=file())

    assert called(deed) == ["only-typed"]
    assert deed.unsays[0].at == house.now


async def test_a_file_of_one_role_is_nothing_in_another_hand(house):
    await house.coordinator(chat=300)

    deed = await house.hears(300, "", routes=TAKES, document=file())

    assert called(deed) == ["only-typed"]


async def test_a_file_with_a_note_under_it_is_no_note(house):
    await house.defender(chat=100)

    deed = await house.hears(100, "", routes=TAKES, document=file(), caption="1")

    assert called(deed) == ["file"]


async def test_a_file_in_a_group_is_not_looked_at(house):
    await house.defender(chat=100)
    group = {"id": -5, "type": "group", "title": "x"}

    deed = await house.hears(100, "", routes=TAKES, document=file(), chat=group)

    assert (deed.replies, deed.unsays, deed.changes) == ((), (), ())
