"""The Bot API's methods that change a group itself: its title, words, picture and permissions.

Texts: `DialogManager::set_dialog_title` and its neighbours in https://github.com/tdlib/td.
"""

from typing import Any

from simulator.bots import Bot
from simulator.delivery import announce_to_all
from simulator.files import MEDIA, hand, keep, shown
from simulator.groups import Admin, Group
from simulator.members import may, member, moved, regroup
from simulator.membership import LONGEST_TITLE as LONGEST_CUSTOM_TITLE
from simulator.membership import SUPER_ONLY, read_permissions
from simulator.reading import Upload
from simulator.refusals import bad_request
from simulator.sending import Params
from simulator.town import Town

LONGEST_TITLE = 128
LONGEST_DESCRIPTION = 255
ABOUT_THE_SAME = "chat description is not modified"


def set_chat_title(town: Town, bot: Bot, params: Params) -> bool:
    """Give a group another title: https://core.telegram.org/bots/api#setchattitle."""
    title = " ".join(params.get("title", "").split())[:LONGEST_TITLE]
    group = _group(town, bot, params, "can_change_info", "not enough rights to change chat title")
    if not title:
        raise bad_request("title must be non-empty")
    if title != group.title:
        regroup(town, group, title=title)
        announce_to_all(town, group.id, bot.as_user(), {"new_chat_title": title})
    return True


def set_chat_description(town: Town, bot: Bot, params: Params) -> bool:
    """Describe a group: https://core.telegram.org/bots/api#setchatdescription."""
    words = params.get("description", "").strip()[:LONGEST_DESCRIPTION]
    group = _group(
        town, bot, params, "can_change_info", "not enough rights to set chat description"
    )
    if words == group.description:
        raise bad_request(ABOUT_THE_SAME)
    regroup(town, group, description=words)
    return True


def set_chat_photo(town: Town, bot: Bot, params: Params) -> bool:
    """Give a group a picture: https://core.telegram.org/bots/api#setchatphoto."""
    given = params.get("photo")
    if not given:
        raise bad_request("there is no photo in the request")
    if not isinstance(given, Upload):
        raise bad_request("photo must be uploaded as an InputFile")
    group = _group(town, bot, params, "can_change_info", "not enough rights to change chat photo")
    kept = keep(MEDIA["photo"], given, {})
    file_id = hand(bot.files, kept)
    regroup(town, group, photo=(file_id, file_id))
    seen = shown(bot.files, file_id)["photo"]
    announce_to_all(town, group.id, bot.as_user(), {"new_chat_photo": seen})
    return True


def delete_chat_photo(town: Town, bot: Bot, params: Params) -> bool:
    """Take a group's picture away: https://core.telegram.org/bots/api#deletechatphoto."""
    group = _group(town, bot, params, "can_change_info", "not enough rights to change chat photo")
    if group.photo is None:
        raise bad_request("CHAT_NOT_MODIFIED")
    regroup(town, group, photo=None)
    announce_to_all(town, group.id, bot.as_user(), {"delete_chat_photo": True})
    return True


def set_chat_permissions(town: Town, bot: Bot, params: Params) -> bool:
    """Say what members may do: https://core.telegram.org/bots/api#setchatpermissions."""
    permissions = read_permissions(params)
    words = "not enough rights to change chat permissions"
    group = _group(town, bot, params, "can_restrict_members", words)
    regroup(town, group, permissions=permissions)
    return True


def set_chat_administrator_custom_title(town: Town, bot: Bot, params: Params) -> bool:
    """Give an administrator a title: https://core.telegram.org/bots/api#setchatadministratorcustomtitle."""
    who = params.get("user_id", 0)
    if who <= 0:
        raise bad_request("invalid user_id specified")
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0 or not town.groups[chat.chat_id].is_super:
        raise bad_request(SUPER_ONLY)
    group = town.groups[chat.chat_id]
    if who not in town.people and who not in town.bots:
        raise bad_request("PARTICIPANT_ID_INVALID")
    before = member(town, group, who, bot.id)
    if before["status"] == "creator":
        raise bad_request("only creator can edit their custom title")
    if before["status"] != "administrator":
        raise bad_request("user is not an administrator")
    if not before["can_be_edited"]:
        raise bad_request("not enough rights to change custom title of the user")
    title = params.get("custom_title", "")
    if len(title) > LONGEST_CUSTOM_TITLE:
        raise bad_request("ADMIN_RANK_INVALID")
    admin = group.admins[who]
    regroup(town, group, admins={**group.admins, who: Admin(admin.rights, admin.by, title)})
    moved(town, group.id, who, bot.id, before)
    return True


def get_my_default_administrator_rights(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell the rights it asks for: https://core.telegram.org/bots/api#getmydefaultadministratorrights."""
    for_channels = params.get("for_channels", False)
    names = _RIGHTS[for_channels]
    given = bot.default_rights.get(for_channels, {})
    return {name: given.get(name, False) for name in names}


def set_my_default_administrator_rights(town: Town, bot: Bot, params: Params) -> bool:
    """Keep the rights it asks for: https://core.telegram.org/bots/api#setmydefaultadministratorrights."""
    given = params.get("rights")
    if isinstance(given, str):
        raise bad_request("can't parse ChatAdministratorRights JSON object")
    bot.default_rights[params.get("for_channels", False)] = {
        name: value is True for name, value in (given or {}).items()
    }
    return True


_EVERYWHERE = (
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
#: Which rights there are in channels, and in groups.
_RIGHTS = {
    True: (*_EVERYWHERE, "can_post_messages", "can_edit_messages", "can_manage_direct_messages"),
    False: (*_EVERYWHERE, "can_pin_messages", "can_manage_topics", "can_manage_tags"),
}


def _group(town: Town, bot: Bot, params: Params, right: str, words: str) -> Group:
    chat = town.writable(bot, params.get("chat_id"))
    if chat.chat_id > 0:
        raise bad_request(
            words.replace("not enough rights to", "can't").replace(" chat ", " private chat ")
        )
    if not may(town, bot, chat, right):
        raise bad_request(words)
    return town.groups[chat.chat_id]
