"""What people do about groups: they come and go, bring bots, give rights, and let groups grow.

Source: https://core.telegram.org/bots/api#chatmemberupdated and
https://core.telegram.org/api/channel#migration.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from simulator.bots import Bot
from simulator.chats import Person, Standing
from simulator.delivery import announce, announce_to_all, deliver, inside
from simulator.groups import Group, Link
from simulator.members import appointed, is_inside, member, moved, regroup, rights_of, user_json
from simulator.town import CannotBeDone, NotThere, Town

#: Supergroups have ids below this.
SUPERGROUPS = -1_000_000_000_000


def group_of(town: Town, group_id: int) -> Group:
    """Find a group people can still write to."""
    group = town.groups.get(group_id)
    if group is None:
        raise NotThere(f"no group {group_id}")
    if group.migrated_to is not None:
        raise CannotBeDone(f"the group has become {group.migrated_to}")
    return group


def join(
    town: Town,
    group: Group,
    who: int,
    *,
    by: int | None = None,
    link: str = "",
    approved: bool = False,
) -> None:
    """Come into a group: by oneself, by a link, or brought by somebody who is in it."""
    before = member(town, group, who)
    if is_inside(before):
        raise CannotBeDone("they are in it already")
    if before["status"] == "kicked" and by is None:
        raise CannotBeDone("they are banned from it")
    used = _used(town, group, link) if link and not approved else None
    if used is not None and used.asks:
        raise CannotBeDone("that link lets nobody in without being asked")
    links = tuple(
        replace(one, joined=one.joined | {who}) if one.url == link else one for one in group.links
    )
    group = regroup(town, group, members=group.members | {who}, links=links)
    user = user_json(town, who)
    sender = user if by is None or approved else user_json(town, by)
    announce_to_all(town, group.id, sender, {"new_chat_members": [user]})
    more: dict[str, Any] = {"via_join_request": True} if approved else {}
    moved(town, group.id, who, who if by is None else by, before, more)


def ask_to_join(town: Town, group: Group, person: Person, link: str) -> None:
    """Ask to be let in by a link that asks; bots that may invite hear of it."""
    if not _used(town, group, link).asks:
        raise CannotBeDone("that link lets everybody in")
    if is_inside(member(town, group, person.id)):
        raise CannotBeDone("they are in it already")
    regroup(town, group, asking={**group.asking, person.id: link})
    request = {
        "chat": group.as_chat(),
        "from": person.as_user(),
        "user_chat_id": person.id,
        "date": town.clock.seconds(),
    }
    for bot, _ in inside(town, group.id):
        if "can_invite_users" in rights_of(group, bot.id):
            deliver(town, bot, "chat_join_request", request)


def part(town: Town, group: Group, who: int, *, by: int | None = None) -> None:
    """Leave a group, or be put out of it by somebody."""
    before = member(town, group, who)
    if not is_inside(before):
        raise CannotBeDone("they are not in it")
    banned = group.banned if by is None or not group.is_super else {**group.banned, who: 0}
    admins = {one: admin for one, admin in group.admins.items() if one != who}
    owner = None if group.owner == who else group.owner
    group = regroup(
        town, group, members=group.members - {who}, admins=admins, banned=banned, owner=owner
    )
    user = user_json(town, who)
    sender = user if by is None else user_json(town, by)
    announce_to_all(town, group.id, sender, {"left_chat_member": user})
    moved(town, group.id, who, who if by is None else by, before)


def bring(town: Town, group: Group, bot: Bot, by: int, rights: Iterable[str] | None = None) -> None:
    """Bring a bot into a group, as an administrator where rights are given."""
    before = member(town, group, bot.id)
    if is_inside(before):
        raise CannotBeDone("the bot is in it already")
    town.chat(bot, group.id).standing = Standing.OPEN
    admin = appointed(rights, by)
    if admin:
        group = regroup(town, group, admins={**group.admins, bot.id: admin})
    moved(town, group.id, bot.id, by, before)
    fields = {"new_chat_members": [bot.as_user()]}
    announce_to_all(town, group.id, user_json(town, by), fields)


def put_out(town: Town, group: Group, bot: Bot, by: int) -> None:
    """Put a bot out of a group."""
    before = member(town, group, bot.id)
    chat = town.chat(bot, group.id)
    if not is_inside(before):
        raise CannotBeDone("the bot is not in it")
    if not group.is_super:
        # In a supergroup the bot can no longer read what is said after it is gone.
        announce(town, bot, chat, user_json(town, by), {"left_chat_member": bot.as_user()})
    chat.standing = Standing.KICKED
    admins = {one: admin for one, admin in group.admins.items() if one != bot.id}
    regroup(town, group, admins=admins)
    moved(town, group.id, bot.id, by, before)
    town.stirred(chat)


def appoint(
    town: Town, group: Group, who: int, by: int, rights: Iterable[str] | None, title: str = ""
) -> None:
    """Give a member rights, or take them all."""
    before = member(town, group, who)
    if not is_inside(before):
        raise CannotBeDone("they are not in it")
    admin = appointed(rights, by, title)
    admins = {one: known for one, known in group.admins.items() if one != who}
    regroup(town, group, admins=admins | ({who: admin} if admin else {}))
    moved(town, group.id, who, by, before)


def migrate(town: Town, group: Group, by: int, to: int | None = None) -> Group:
    """Let a group become a supergroup; both chats are told, and nobody leaves.

    Afterwards the group's id is refused with `migrate_to_chat_id`.
    """
    if group.is_super:
        raise CannotBeDone("it is a supergroup already")
    new_id = SUPERGROUPS + group.id if to is None else to
    if new_id >= SUPERGROUPS or new_id in town.groups:
        raise CannotBeDone(f"a new supergroup's id is free and below {SUPERGROUPS}")
    sender = user_json(town, by)
    bots = list(inside(town, group.id))
    grown = replace(
        group, id=new_id, type="supergroup", migrated_from=group.id, links=(), asking={}
    )
    town.groups[new_id] = grown
    announce_to_all(town, group.id, sender, {"migrate_to_chat_id": new_id})
    regroup(town, group, migrated_to=new_id)
    for bot, _ in bots:
        chat = town.chat(bot, new_id)
        chat.standing = Standing.OPEN
        announce(town, bot, chat, sender, {"migrate_from_chat_id": group.id})
    return grown


def _used(town: Town, group: Group, url: str) -> Link:
    link = next((one for one in group.links if one.url == url), None)
    if link is None or link.revoked:
        raise CannotBeDone("there is no such link")
    if link.expire_date and town.clock.seconds() >= link.expire_date:
        raise CannotBeDone("the link has expired")
    if link.member_limit and len(link.joined & group.members) >= link.member_limit:
        raise CannotBeDone("the link has been used up")
    return link
