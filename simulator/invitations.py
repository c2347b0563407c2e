"""The Bot API's methods about links by which people join a group, and who asks to join.

Source: `DialogInviteLinkManager` in https://github.com/tdlib/td.
"""

import secrets
from dataclasses import replace
from typing import Any

from simulator.bots import Bot
from simulator.groups import Group, Link
from simulator.joining import join
from simulator.members import may, regroup, user_json
from simulator.refusals import bad_request
from simulator.sending import Params
from simulator.town import Town

NO_RIGHTS = "not enough rights to manage chat invite link"
MOST_MEMBERS = 99_999
LONGEST_NAME = 32


def export_chat_invite_link(town: Town, bot: Bot, params: Params) -> str:
    """Make the bot's main link anew: https://core.telegram.org/bots/api#exportchatinvitelink."""
    group = _group(town, bot, params)
    links = [
        replace(one, revoked=True) if one.primary and one.by == bot.id else one
        for one in group.links
    ]
    fresh = Link(_address(), bot.id, primary=True)
    regroup(town, group, links=(*links, fresh))
    return fresh.url


def create_chat_invite_link(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Make a further link: https://core.telegram.org/bots/api#createchatinvitelink."""
    group = _group(town, bot, params)
    fresh = _said(Link(_address(), bot.id), params)
    regroup(town, group, links=(*group.links, fresh))
    return link_json(town, group, fresh)


def edit_chat_invite_link(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Change a link of its own: https://core.telegram.org/bots/api#editchatinvitelink."""
    group = _group(town, bot, params)
    before = _own(group, bot, params)
    if before.primary:
        raise bad_request("CHAT_INVITE_PERMANENT")
    return _put(town, group, before, _said(before, params))


def revoke_chat_invite_link(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """End a link of its own; the main one is made anew: https://core.telegram.org/bots/api#revokechatinvitelink."""
    group = _group(town, bot, params)
    before = _own(group, bot, params)
    shown = _put(town, group, before, replace(before, revoked=True))
    if before.primary:
        fresh = Link(_address(), bot.id, primary=True)
        group = town.groups[group.id]
        regroup(town, group, links=(*group.links, fresh))
    return shown


def approve_chat_join_request(town: Town, bot: Bot, params: Params) -> bool:
    """Let somebody in who asked: https://core.telegram.org/bots/api#approvechatjoinrequest."""
    group, who = _asking(town, bot, params)
    url = group.asking[who]
    asking = {one: link for one, link in group.asking.items() if one != who}
    group = regroup(town, group, asking=asking)
    join(town, group, who, by=bot.id, link=url, approved=True)
    return True


def decline_chat_join_request(town: Town, bot: Bot, params: Params) -> bool:
    """Let somebody not in who asked: https://core.telegram.org/bots/api#declinechatjoinrequest."""
    group, who = _asking(town, bot, params)
    regroup(town, group, asking={k: link for k, link in group.asking.items() if k != who})
    return True


def link_json(town: Town, group: Group, link: Link) -> dict[str, Any]:
    """Show a link as a `ChatInviteLink`."""
    shown: dict[str, Any] = {
        "invite_link": link.url,
        "creator": user_json(town, link.by),
        "creates_join_request": link.asks,
        "is_primary": link.primary,
        "is_revoked": link.revoked,
    }
    waiting = sum(1 for one in group.asking.values() if one == link.url)
    given = {
        "name": link.name,
        "expire_date": link.expire_date,
        "member_limit": link.member_limit,
        "pending_join_request_count": waiting,
    }
    return shown | {name: value for name, value in given.items() if value}


def _said(link: Link, params: Params) -> Link:
    limit, asks = params.get("member_limit", 0), params.get("creates_join_request", False)
    if limit and asks:
        raise bad_request(
            "member limit can't be specified for links requiring administrator approval"
        )
    return replace(
        link,
        name=params.get("name", "")[:LONGEST_NAME],
        expire_date=max(params.get("expire_date", 0), 0),
        member_limit=min(max(limit, 0), MOST_MEMBERS),
        asks=asks,
    )


def _put(town: Town, group: Group, before: Link, after: Link) -> dict[str, Any]:
    links = tuple(after if one.url == before.url else one for one in group.links)
    return link_json(town, regroup(town, group, links=links), after)


def _own(group: Group, bot: Bot, params: Params) -> Link:
    url = params.get("invite_link", "")
    if not url:
        raise bad_request("invite link must be non-empty")
    found = next((one for one in group.links if one.url == url), None)
    if found is None:
        raise bad_request("INVITE_HASH_EXPIRED")
    if found.by != bot.id:
        raise bad_request("CHAT_ADMIN_REQUIRED")
    return found


def _asking(town: Town, bot: Bot, params: Params) -> tuple[Group, int]:
    who = params.get("user_id", 0)
    if who <= 0:
        raise bad_request("invalid user_id specified")
    group = _group(town, bot, params)
    if who in group.members:
        raise bad_request("USER_ALREADY_PARTICIPANT")
    if who not in group.asking:
        raise bad_request("HIDE_REQUESTER_MISSING")
    return group, who


def _group(town: Town, bot: Bot, params: Params) -> Group:
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request("can't invite members to a private chat")
    if not may(town, bot, chat, "can_invite_users"):
        raise bad_request(NO_RIGHTS)
    return town.groups[chat.chat_id]


def _address() -> str:
    return f"https://t.me/+{secrets.token_urlsafe(12)}"
