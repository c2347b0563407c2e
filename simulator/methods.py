"""The table of the Bot API's methods that the stand-in plays."""

from collections.abc import Callable
from typing import Any

from simulator import (
    albums,
    chatinfo,
    deleting,
    forwarding,
    gestures,
    hearing,
    invitations,
    launches,
    media,
    membership,
    messages,
    pins,
    places,
    polls,
    profile,
    sessions,
    settings,
)
from simulator.bots import Bot
from simulator.town import Town

Params = dict[str, Any]

#: These are counted against Telegram's limits, an album or a batch as one message: how Telegram
#: counts those is not documented, and it takes an album of ten without complaint.
LIMITED_NAMES = ("send", "edit", "forward", "copy", "stopmessage")
#: These name no message, or nobody would see it.
_FREE = frozenset({"sendchataction", "sendmessagedraft"})


def seen(act: Callable[[Town, Bot, Params], Any]) -> Callable[[Town, Bot, Params], Any]:
    """Let everybody who watches know that a bot's chats look different after this method."""

    def done(town: Town, bot: Bot, params: Params) -> Any:
        result = act(town, bot, params)
        if town.watchers:
            town.tell("town")
            for chat in town.chats.values():
                if chat.bot_id == bot.id:
                    town.stirred(chat)
        return result

    return done


def table() -> dict[str, Callable[[Town, Bot, Params], Any]]:
    """List the methods by their names in lower case."""

    def names(bot: Bot) -> dict[str, str]:
        return bot.names

    def descriptions(bot: Bot) -> dict[str, str]:
        return bot.descriptions

    def short_descriptions(bot: Bot) -> dict[str, str]:
        return bot.short_descriptions

    short = "short_description"
    return {
        "getme": profile.get_me,
        "getupdates": hearing.get_updates,
        "setwebhook": hearing.set_webhook,
        "deletewebhook": hearing.delete_webhook,
        "getwebhookinfo": hearing.get_webhook_info,
        "getchat": chatinfo.get_chat,
        "leavechat": membership.leave_chat,
        "getfile": chatinfo.get_file,
        "getuserprofilephotos": chatinfo.get_user_profile_photos,
        "getuserprofileaudios": chatinfo.get_user_profile_audios,
        "sendmessage": messages.send_message,
        "sendmessagedraft": messages.send_message_draft,
        "sendphoto": media.sender("photo", "sendPhoto"),
        "senddocument": media.sender("document", "sendDocument"),
        "sendvideo": media.sender("video", "sendVideo"),
        "sendanimation": media.sender("animation", "sendAnimation"),
        "sendaudio": media.sender("audio", "sendAudio"),
        "sendvoice": media.sender("voice", "sendVoice"),
        "sendvideonote": media.sender("video_note", "sendVideoNote"),
        "sendsticker": media.sender("sticker", "sendSticker"),
        "sendmediagroup": albums.send_media_group,
        "sendlocation": places.send_location,
        "editmessagelivelocation": places.edit_message_live_location,
        "stopmessagelivelocation": places.stop_message_live_location,
        "sendvenue": places.send_venue,
        "sendcontact": places.send_contact,
        "senddice": places.send_dice,
        "sendpoll": polls.send_poll,
        "stoppoll": polls.stop_poll,
        "forwardmessage": forwarding.forward_message,
        "forwardmessages": forwarding.forward_messages,
        "copymessage": forwarding.copy_message,
        "copymessages": forwarding.copy_messages,
        "pinchatmessage": pins.pin_chat_message,
        "unpinchatmessage": pins.unpin_chat_message,
        "unpinallchatmessages": pins.unpin_all_chat_messages,
        "editmessagetext": messages.edit_message_text,
        "editmessagecaption": messages.edit_message_caption,
        "editmessagemedia": media.edit_message_media,
        "editmessagereplymarkup": messages.edit_message_reply_markup,
        "deletemessage": deleting.delete_message,
        "deletemessages": deleting.delete_messages,
        "getchatmember": membership.get_chat_member,
        "getchatmembercount": membership.get_chat_member_count,
        "getchatadministrators": membership.get_chat_administrators,
        "banchatmember": membership.ban_chat_member,
        "unbanchatmember": membership.unban_chat_member,
        "restrictchatmember": membership.restrict_chat_member,
        "promotechatmember": membership.promote_chat_member,
        "setchattitle": settings.set_chat_title,
        "setchatdescription": settings.set_chat_description,
        "setchatphoto": settings.set_chat_photo,
        "deletechatphoto": settings.delete_chat_photo,
        "setchatpermissions": settings.set_chat_permissions,
        "setchatadministratorcustomtitle": settings.set_chat_administrator_custom_title,
        "exportchatinvitelink": invitations.export_chat_invite_link,
        "createchatinvitelink": invitations.create_chat_invite_link,
        "editchatinvitelink": invitations.edit_chat_invite_link,
        "revokechatinvitelink": invitations.revoke_chat_invite_link,
        "approvechatjoinrequest": invitations.approve_chat_join_request,
        "declinechatjoinrequest": invitations.decline_chat_join_request,
        "answerwebappquery": launches.answer_web_app_query,
        "getmydefaultadministratorrights": settings.get_my_default_administrator_rights,
        "setmydefaultadministratorrights": settings.set_my_default_administrator_rights,
        "logout": sessions.log_out,
        "close": sessions.close,
        "setmessagereaction": gestures.set_message_reaction,
        "sendchataction": gestures.send_chat_action,
        "answercallbackquery": gestures.answer_callback_query,
        "setmycommands": seen(profile.set_my_commands),
        "getmycommands": profile.get_my_commands,
        "deletemycommands": seen(profile.delete_my_commands),
        "setmyname": seen(profile.setter("name", names, profile.LONGEST_NAME)),
        "getmyname": profile.getter("name", names),
        "setmydescription": seen(
            profile.setter("description", descriptions, profile.LONGEST_DESCRIPTION)
        ),
        "getmydescription": profile.getter("description", descriptions),
        "setmyshortdescription": seen(
            profile.setter(short, short_descriptions, profile.LONGEST_SHORT_DESCRIPTION)
        ),
        "getmyshortdescription": profile.getter(short, short_descriptions),
        "setchatmenubutton": seen(profile.set_chat_menu_button),
        "getchatmenubutton": profile.get_chat_menu_button,
    }


LIMITED = frozenset(
    name for name in table() if name.startswith(LIMITED_NAMES) and name not in _FREE
)
