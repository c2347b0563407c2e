"""Who is what in a group: shown as the Bot API's `ChatMember`, and told to bots when it changes.

Source: https://core.telegram.org/bots/api#chatmember.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from simulator.bots import Bot
from simulator.chats import Chat, Standing
from simulator.delivery import deliver
from simulator.groups import BASIC_RIGHTS, PERMISSIONS, RIGHTS, Admin, Group
from simulator.town import NotThere, Town

#: These are told only in supergroups.
_SUPER_ONLY = frozenset({"can_manage_topics"})
_IN = frozenset({"creator", "administrator", "member"})


def user_json(town: Town, user_id: int) -> dict[str, Any]:
    """Show a person or bot as a `User`."""
    if user_id in town.bots:
        return town.bots[user_id].as_user()
    return town.person(user_id).as_user()


def rights_of(group: Group, user_id: int) -> frozenset[str]:
    """Tell what somebody may do in a group as its administrator."""
    if user_id == group.owner:
        return frozenset(RIGHTS) - {"is_anonymous"}
    admin = group.admins.get(user_id)
    if admin is None:
        return frozenset()
    return admin.rights if group.is_super else BASIC_RIGHTS


def may(town: Town, bot: Bot, chat: Chat, right: str) -> bool:
    """Tell whether a bot has a right in a chat; in private chats it needs none."""
    return chat.chat_id > 0 or right in rights_of(town.groups[chat.chat_id], bot.id)


def member(town: Town, group: Group, user_id: int, asker: int | None = None) -> dict[str, Any]:
    """Show somebody as a `ChatMember`; `asker` is the bot that wants to know."""
    user = user_json(town, user_id)
    now = town.clock.seconds()
    here = _is_in(town, group, user_id)
    if user_id == group.owner:
        return {"status": "creator", "user": user, "is_anonymous": False}
    if user_id in town.bots and not here:
        chat = town.chats.get((user_id, group.id))
        if chat is not None and chat.standing is Standing.KICKED:
            return {"status": "kicked", "user": user, "until_date": 0}
        return {"status": "left", "user": user}
    if user_id in group.banned and (not group.banned[user_id] or now < group.banned[user_id]):
        return {"status": "kicked", "user": user, "until_date": group.banned[user_id]}
    if here and user_id in group.admins:
        return _administrator(group, user_id, user, asker)
    held = group.held.get(user_id)
    if held is not None and (not held.until or now < held.until):
        said = {name: held.permissions.get(name, False) for name in PERMISSIONS}
        restricted = {"status": "restricted", "user": user, "is_member": here}
        return restricted | said | {"until_date": held.until}
    return {"status": "member" if here else "left", "user": user}


def regroup(town: Town, group: Group, **changes: Any) -> Group:
    """Replace a group by a changed one."""
    changed = town.groups[group.id] = replace(group, **changes)
    town.tell("town")
    return changed


def moved(
    town: Town,
    group_id: int,
    who: int,
    by: int,
    before: dict[str, Any],
    more: dict[str, Any] | None = None,
) -> None:
    """Tell bots that somebody is something else now than `before`; nothing where they are not.

    A bot is told of itself by `my_chat_member`; of others by `chat_member`, if it is an
    administrator and asks for such updates.
    """
    group = town.groups[group_id]
    after = member(town, group, who)
    if after == before:
        return
    change = {
        "chat": group.as_chat(),
        "from": user_json(town, by),
        "date": town.clock.seconds(),
        "old_chat_member": before,
        "new_chat_member": after,
        **(more or {}),
    }
    for bot in town.bots.values():
        chat = town.chats.get((bot.id, group_id))
        if bot.id == who:
            deliver(town, bot, "my_chat_member", change)
        elif chat is not None and chat.standing is Standing.OPEN and bot.id in group.admins:
            deliver(town, bot, "chat_member", change)
    _write(town, group, who, before["status"], after["status"])


def is_inside(shown: dict[str, Any]) -> bool:
    """Tell whether a `ChatMember` is in the chat."""
    return shown["status"] in _IN or shown.get("is_member", False)


def appointed(rights: Iterable[str] | None, by: int | None, title: str = "") -> Admin | None:
    """Make an administrator with these rights; without any, none."""
    kept = frozenset(rights or ()) & frozenset(RIGHTS)
    return Admin(kept | {"can_manage_chat"}, by, title) if kept else None


def _is_in(town: Town, group: Group, user_id: int) -> bool:
    if user_id in town.bots:
        chat = town.chats.get((user_id, group.id))
        return chat is not None and chat.standing is Standing.OPEN
    return user_id in group.members or user_id == group.owner


def _administrator(
    group: Group, user_id: int, user: dict[str, Any], asker: int | None
) -> dict[str, Any]:
    admin, rights = group.admins[user_id], rights_of(group, user_id)
    told = {n: n in rights for n in RIGHTS if group.is_super or n not in _SUPER_ONLY}
    shown = {"status": "administrator", "user": user, **told}
    shown["can_be_edited"] = asker is not None and admin.by == asker
    return shown | ({"custom_title": admin.title} if admin.title else {})


def _write(town: Town, group: Group, who: int, before: str, after: str) -> None:
    try:
        name = user_json(town, who)["first_name"]
    except NotThere:
        name = str(who)
    for bot in town.bots.values():
        if (bot.id, group.id) in town.chats:
            said = f"{name}: {before} -> {after}"
            town.record.write(
                "in", "member", bot=bot.id, chat_id=group.id, person=name, text=said, by="person"
            )
