"""The Bot API's methods about who is in a group, and what they may do there.

Texts: `DialogParticipantManager` in https://github.com/tdlib/td and `Client.cpp` of the official
server.
"""

from typing import Any

from simulator.bots import Bot
from simulator.chats import Chat, Standing
from simulator.delivery import announce_to_all
from simulator.groups import PERMISSIONS, RIGHTS, Group, Held
from simulator.members import appointed, is_inside, may, member, moved, regroup, rights_of
from simulator.refusals import bad_request
from simulator.sending import Params
from simulator.town import Town

NO_RIGHTS = "not enough rights to restrict/unrestrict chat member"
SUPER_ONLY = "method is available only for supergroups"
SUPER_OR_CHANNEL = "method is available for supergroup and channel chats only"
#: A date nearer or farther than these means for ever.
SHORTEST_BAN = 30
LONGEST_BAN = 366 * 24 * 60 * 60
LONGEST_TITLE = 16
#: What some permissions bring along, unless each is to stand alone.
_MEDIA = tuple(name for name in PERMISSIONS if name.startswith("can_send_"))[:7]


def get_chat_member(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell what somebody is in a chat: https://core.telegram.org/bots/api#getchatmember."""
    who = _user_id(params)
    chat = (town.readable if who == bot.id else town.writable)(bot, params.get("chat_id"))
    if who not in town.people and who not in town.bots:
        raise bad_request("user not found")
    if chat.chat_id > 0:
        user = (town.people.get(who) or bot).as_user()
        return {"status": "member" if who in {bot.id, chat.chat_id} else "left", "user": user}
    return member(town, town.groups[chat.chat_id], who, bot.id)


def get_chat_member_count(town: Town, bot: Bot, params: Params) -> int:
    """Count who is in a chat: https://core.telegram.org/bots/api#getchatmembercount."""
    chat = town.writable(bot, params.get("chat_id"))
    return 2 if chat.chat_id > 0 else len(_everybody(town, town.groups[chat.chat_id]))


def get_chat_administrators(town: Town, bot: Bot, params: Params) -> list[dict[str, Any]]:
    """List who runs a group: https://core.telegram.org/bots/api#getchatadministrators."""
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request("there are no administrators in the private chat")
    group, others = town.groups[chat.chat_id], params.get("return_bots", False)
    shown = [member(town, group, who, bot.id) for who in _everybody(town, group)]
    return [
        one
        for one in shown
        if one["status"] in {"creator", "administrator"}
        and (others or not one["user"]["is_bot"] or one["user"]["id"] == bot.id)
    ]


def ban_chat_member(town: Town, bot: Bot, params: Params) -> bool:
    """Remove somebody for a while or for ever: https://core.telegram.org/bots/api#banchatmember."""
    group, who, before = _target(town, bot, params, "can_restrict_members")
    if before["status"] == "left" and not group.is_super:
        raise bad_request("USER_NOT_PARTICIPANT")
    until = _until(town, params)
    # A basic group keeps no list of those it banned.
    banned = {**group.banned, who: until} if group.is_super else group.banned
    _put_out(town, bot, group, who, before, banned=banned)
    return True


def unban_chat_member(town: Town, bot: Bot, params: Params) -> bool:
    """Let somebody come back; who is in it is removed: https://core.telegram.org/bots/api#unbanchatmember."""
    who = _user_id(params)
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0 or not town.groups[chat.chat_id].is_super:
        raise bad_request(SUPER_OR_CHANNEL)
    group, who, before = _target(town, bot, params, "can_restrict_members")
    if params.get("only_if_banned") and before["status"] != "kicked":
        return True
    banned = {one: until for one, until in group.banned.items() if one != who}
    _put_out(town, bot, group, who, before, banned=banned)
    return True


def restrict_chat_member(town: Town, bot: Bot, params: Params) -> bool:
    """Take permissions from a member: https://core.telegram.org/bots/api#restrictchatmember."""
    permissions = read_permissions(params)
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0 or not town.groups[chat.chat_id].is_super:
        raise bad_request(SUPER_ONLY)
    group, who, before = _target(town, bot, params, "can_restrict_members")
    held = dict(group.held)
    held.pop(who, None)
    if not all(permissions.values()):
        held[who] = Held(permissions, _until(town, params))
    regroup(town, group, held=held)
    moved(town, group.id, who, bot.id, before)
    return True


def promote_chat_member(town: Town, bot: Bot, params: Params) -> bool:
    """Give somebody rights, or take them all: https://core.telegram.org/bots/api#promotechatmember."""
    who = _user_id(params)
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0 or not town.groups[chat.chat_id].is_super:
        raise bad_request(SUPER_OR_CHANNEL)
    group = town.groups[chat.chat_id]
    before = _known(town, group, who, bot)
    wanted = {name for name in RIGHTS if params.get(name)}
    mine = rights_of(group, bot.id)
    if before["status"] == "creator":
        raise bad_request("can't remove chat owner")
    if "can_promote_members" not in mine:
        raise bad_request("not enough rights")
    if wanted - mine:
        raise bad_request("RIGHT_FORBIDDEN")
    if not is_inside(before):
        raise bad_request("USER_NOT_PARTICIPANT")
    if before["status"] == "administrator" and group.admins[who].by != bot.id:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    title = group.admins[who].title if who in group.admins else ""
    admin = appointed(wanted, bot.id, title)
    admins = {one: rights for one, rights in group.admins.items() if one != who}
    regroup(town, group, admins=admins | ({who: admin} if admin else {}))
    moved(town, group.id, who, bot.id, before)
    return True


def leave_chat(town: Town, bot: Bot, params: Params) -> bool:
    """Leave a group: https://core.telegram.org/bots/api#leavechat."""
    chat = town.addressed(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request("chat not found")
    group = town.groups[chat.chat_id]
    before = member(town, group, bot.id)
    chat.standing = Standing.LEFT
    announce_to_all(town, group.id, bot.as_user(), {"left_chat_member": bot.as_user()})
    moved(town, group.id, bot.id, bot.id, before)
    return True


def read_permissions(params: Params) -> dict[str, bool]:
    """Read `ChatPermissions`; a broad permission brings narrower ones along, unless told not to."""
    given = params.get("permissions")
    if isinstance(given, str) or given is None:
        raise bad_request("can't parse permissions JSON object")
    if not isinstance(given, dict):
        raise bad_request("object expected as permissions")
    said = {name: given.get(name) is True for name in PERMISSIONS}
    for name in ("can_manage_topics", "can_edit_tag"):
        said[name] = given.get(name, said["can_pin_messages"]) is True
    said["can_react_to_messages"] = given.get("can_react_to_messages", said[_MEDIA[0]]) is True
    if not params.get("use_independent_chat_permissions"):
        if said["can_send_other_messages"] or said["can_add_web_page_previews"]:
            said |= dict.fromkeys(_MEDIA, True)
        if said["can_send_polls"]:
            said[_MEDIA[0]] = True
    return said


def _target(town: Town, bot: Bot, params: Params, right: str) -> tuple[Group, int, dict[str, Any]]:
    who = _user_id(params)
    chat = _group(town, bot, params)
    group = town.groups[chat.chat_id]
    before = _known(town, group, who, bot)
    if who == bot.id:
        raise bad_request("can't restrict self")
    if before["status"] == "creator":
        raise bad_request("can't remove chat owner")
    if not may(town, bot, chat, right):
        raise bad_request(NO_RIGHTS if group.is_super else "CHAT_ADMIN_REQUIRED")
    if before["status"] == "administrator":
        raise bad_request("user is an administrator of the chat")
    return group, who, before


def _put_out(
    town: Town, bot: Bot, group: Group, who: int, before: dict[str, Any], **changes: Any
) -> None:
    was_inside = is_inside(before)
    if who in town.bots:
        town.chat(town.bots[who], group.id).standing = Standing.KICKED
    group = regroup(town, group, members=group.members - {who}, **changes)
    if was_inside and not group.is_super:
        user = before["user"]
        announce_to_all(town, group.id, bot.as_user(), {"left_chat_member": user})
    moved(town, group.id, who, bot.id, before)


def _group(town: Town, bot: Bot, params: Params) -> Chat:
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request("can't restrict users in private chats")
    return chat


def _known(town: Town, group: Group, who: int, bot: Bot) -> dict[str, Any]:
    if who not in town.people and who not in town.bots:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member(town, group, who, bot.id)


def _everybody(town: Town, group: Group) -> list[int]:
    bots = {
        bot_id
        for bot_id in town.bots
        if (chat := town.chats.get((bot_id, group.id))) and chat.standing is Standing.OPEN
    }
    owner = set() if group.owner is None else {group.owner}
    return sorted(group.members | owner | bots)


def _user_id(params: Params) -> int:
    who: int = params.get("user_id", 0)
    if who <= 0:
        raise bad_request("invalid user_id specified")
    return who


def _until(town: Town, params: Params) -> int:
    until: int = params.get("until_date", 0)
    ahead = until - town.clock.seconds()
    return until if SHORTEST_BAN <= ahead <= LONGEST_BAN else 0
