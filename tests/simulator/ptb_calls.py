"""What python-telegram-bot's own client calls for each method that the stand-in plays."""

from dataclasses import dataclass
from typing import Any

import telegram as t

from simulator.people import Person, Stand
from tests.simulator.pictures import png

MINA, ANA, BEA = 7, 8, 9
CIRCLE, SQUARE = -5, -1001000000001
KEYS = t.InlineKeyboardMarkup([[t.InlineKeyboardButton("Yes", callback_data="yes")]])
RIGHTS = t.ChatPermissions.all_permissions()


@dataclass
class World:
    """A bot, Mina who talks with it, a group, and a supergroup of hers that it administrates."""

    stand: Stand
    bot: t.Bot
    mina: Person

    async def text(self, chat_id=MINA, **more):
        return await self.bot.send_message(chat_id, "words", **more)

    async def link(self, **more):
        return await self.bot.create_chat_invite_link(SQUARE, **more)


async def answer_callback_query(w):
    await w.text(reply_markup=KEYS)
    tap = await w.mina.taps("Yes")
    return await w.bot.answer_callback_query(tap["callback_query_id"], "ok", show_alert=True)


async def answer_web_app_query(w):
    app = t.WebAppInfo("https://example.org/")
    await w.text(
        reply_markup=t.InlineKeyboardMarkup([[t.InlineKeyboardButton("App", web_app=app)]])
    )
    opened = await w.stand.tell("launch", **{"from": MINA, "button": "App"})
    query = opened["url"].partition("query_id%3D")[2].partition("%26")[0]
    said = t.InlineQueryResultArticle("1", "A", t.InputTextMessageContent("said"))
    return await w.bot.answer_web_app_query(query, said)


async def asks_to_join(w):
    link = await w.link(creates_join_request=True)
    asking = {"chat": SQUARE, "from": BEA, "link": link.invite_link}
    await w.stand.tell("ask_to_join", **asking)


async def approve_chat_join_request(w):
    await asks_to_join(w)
    return await w.bot.approve_chat_join_request(SQUARE, BEA)


async def decline_chat_join_request(w):
    await asks_to_join(w)
    return await w.bot.decline_chat_join_request(SQUARE, BEA)


async def close(w):
    await w.stand.push(601)
    return await w.bot.close()


async def delete_chat_photo(w):
    await w.bot.set_chat_photo(SQUARE, png())
    return await w.bot.delete_chat_photo(SQUARE)


async def edit_message_caption(w):
    sent = await w.bot.send_document(MINA, b"words", caption="a", filename="a.txt")
    return await w.bot.edit_message_caption(MINA, sent.message_id, caption="b", reply_markup=KEYS)


async def edit_message_media(w):
    sent = await w.bot.send_document(MINA, b"words", filename="a.txt")
    other = t.InputMediaPhoto(png(), caption="b")
    return await w.bot.edit_message_media(other, MINA, sent.message_id)


async def a_live_place(w):
    return (await w.bot.send_location(MINA, 35.7, 51.4, live_period=600)).message_id


async def edit_message_live_location(w):
    at = await a_live_place(w)
    return await w.bot.edit_message_live_location(MINA, at, latitude=35.8, longitude=51.5)


async def stop_message_live_location(w):
    return await w.bot.stop_message_live_location(MINA, await a_live_place(w))


async def get_file(w):
    sent = await w.bot.send_document(MINA, b"words", filename="a.txt")
    file = await w.bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"words"
    return file


async def get_updates(w):
    await w.mina.says("one", reply_to=1)
    await w.text(reply_markup=KEYS)
    await w.mina.taps("Yes")
    await w.mina.blocks()
    return await w.bot.get_updates()


async def promote_chat_member(w):
    return await w.bot.promote_chat_member(SQUARE, ANA, can_invite_users=True)


async def set_chat_administrator_custom_title(w):
    await promote_chat_member(w)
    return await w.bot.set_chat_administrator_custom_title(SQUARE, ANA, "Aunt")


async def restrict_chat_member(w):
    return await w.bot.restrict_chat_member(SQUARE, ANA, t.ChatPermissions.no_permissions())


async def stop_poll(w):
    sent = await w.bot.send_poll(MINA, "When?", ["now", "later"])
    return await w.bot.stop_poll(MINA, sent.message_id)


async def send_media_group(w):
    pictures = [t.InputMediaPhoto(png(), caption="a"), t.InputMediaPhoto(png(4, 4))]
    return await w.bot.send_media_group(MINA, pictures)


async def set_webhook(w):
    return await w.bot.set_webhook("http://127.0.0.1:1/hook", secret_token="s", max_connections=3)


async def unban_chat_member(w):
    await w.bot.ban_chat_member(SQUARE, ANA)
    return await w.bot.unban_chat_member(SQUARE, ANA)


async def pinned(w):
    sent = await w.text()
    await sent.pin()
    return sent.message_id


async def unpin_chat_message(w):
    return await w.bot.unpin_chat_message(MINA, await pinned(w))


async def unpin_all_chat_messages(w):
    await pinned(w)
    return await w.bot.unpin_all_chat_messages(MINA)


async def edit_chat_invite_link(w):
    return await w.bot.edit_chat_invite_link(SQUARE, await w.link(), name="Friends")


async def revoke_chat_invite_link(w):
    return await w.bot.revoke_chat_invite_link(SQUARE, await w.link())


async def get_my_commands(w):
    await w.bot.set_my_commands([("note", "A note")])
    return await w.bot.get_my_commands()


async def message_id(w):
    return (await w.text()).message_id


#: What is called for each method, and what PTB makes of the answer.
CALLS: dict[str, tuple[Any, Any]] = {
    "answercallbackquery": (answer_callback_query, bool),
    "answerwebappquery": (answer_web_app_query, t.SentWebAppMessage),
    "approvechatjoinrequest": (approve_chat_join_request, bool),
    "banchatmember": (lambda w: w.bot.ban_chat_member(SQUARE, ANA), bool),
    "close": (close, bool),
    "copymessage": (lambda w: w.bot.copy_message(MINA, MINA, 1), t.MessageId),
    "copymessages": (lambda w: w.bot.copy_messages(MINA, MINA, [1]), (t.MessageId,)),
    "createchatinvitelink": (lambda w: w.link(name="Friends"), t.ChatInviteLink),
    "declinechatjoinrequest": (decline_chat_join_request, bool),
    "deletechatphoto": (delete_chat_photo, bool),
    "deletemessage": (lambda w: w.bot.delete_message(MINA, 1), bool),
    "deletemessages": (lambda w: w.bot.delete_messages(MINA, [1, 99]), bool),
    "deletemycommands": (lambda w: w.bot.delete_my_commands(), bool),
    "deletewebhook": (lambda w: w.bot.delete_webhook(), bool),
    "editchatinvitelink": (edit_chat_invite_link, t.ChatInviteLink),
    "editmessagecaption": (edit_message_caption, t.Message),
    "editmessagelivelocation": (edit_message_live_location, t.Message),
    "editmessagemedia": (edit_message_media, t.Message),
    "exportchatinvitelink": (lambda w: w.bot.export_chat_invite_link(SQUARE), str),
    "forwardmessage": (lambda w: w.bot.forward_message(MINA, MINA, 1), t.Message),
    "forwardmessages": (lambda w: w.bot.forward_messages(MINA, MINA, [1]), (t.MessageId,)),
    "getchat": (lambda w: w.bot.get_chat(SQUARE), t.ChatFullInfo),
    "getchatadministrators": (
        lambda w: w.bot.get_chat_administrators(SQUARE),
        (t.ChatMember,),
    ),
    "getchatmember": (lambda w: w.bot.get_chat_member(SQUARE, MINA), t.ChatMemberOwner),
    "getchatmembercount": (lambda w: w.bot.get_chat_member_count(SQUARE), int),
    "getchatmenubutton": (lambda w: w.bot.get_chat_menu_button(MINA), t.MenuButton),
    "getfile": (get_file, t.File),
    "getme": (lambda w: w.bot.get_me(), t.User),
    "getmycommands": (get_my_commands, (t.BotCommand,)),
    "getmydefaultadministratorrights": (
        lambda w: w.bot.get_my_default_administrator_rights(),
        t.ChatAdministratorRights,
    ),
    "getmydescription": (lambda w: w.bot.get_my_description(), t.BotDescription),
    "getmyname": (lambda w: w.bot.get_my_name(), t.BotName),
    "getmyshortdescription": (
        lambda w: w.bot.get_my_short_description(),
        t.BotShortDescription,
    ),
    "getupdates": (get_updates, (t.Update,)),
    "getuserprofileaudios": (lambda w: w.bot.get_user_profile_audios(MINA), t.UserProfileAudios),
    "getuserprofilephotos": (lambda w: w.bot.get_user_profile_photos(MINA), t.UserProfilePhotos),
    "getwebhookinfo": (lambda w: w.bot.get_webhook_info(), t.WebhookInfo),
    "leavechat": (lambda w: w.bot.leave_chat(CIRCLE), bool),
    "logout": (lambda w: w.bot.log_out(), bool),
    "promotechatmember": (promote_chat_member, bool),
    "restrictchatmember": (restrict_chat_member, bool),
    "revokechatinvitelink": (revoke_chat_invite_link, t.ChatInviteLink),
    "sendanimation": (lambda w: w.bot.send_animation(MINA, b"film", caption="a"), t.Message),
    "sendaudio": (lambda w: w.bot.send_audio(MINA, b"song", title="a"), t.Message),
    "sendchataction": (lambda w: w.bot.send_chat_action(MINA, "typing"), bool),
    "sendcontact": (lambda w: w.bot.send_contact(MINA, "123", "Ana"), t.Message),
    "senddice": (lambda w: w.bot.send_dice(MINA), t.Message),
    "senddocument": (lambda w: w.bot.send_document(MINA, b"a", filename="a.txt"), t.Message),
    "sendlocation": (lambda w: w.bot.send_location(MINA, 35.7, 51.4), t.Message),
    "sendmediagroup": (send_media_group, (t.Message,)),
    "sendmessagedraft": (lambda w: w.bot.send_message_draft(MINA, 1, "wor"), bool),
    "sendphoto": (lambda w: w.bot.send_photo(MINA, png(), has_spoiler=True), t.Message),
    "sendpoll": (lambda w: w.bot.send_poll(MINA, "When?", ["now", "later"]), t.Message),
    "sendsticker": (lambda w: w.bot.send_sticker(MINA, png()), t.Message),
    "sendvenue": (lambda w: w.bot.send_venue(MINA, 35.7, 51.4, "Office", "Street 1"), t.Message),
    "sendvideo": (lambda w: w.bot.send_video(MINA, b"film", width=64, height=48), t.Message),
    "sendvideonote": (lambda w: w.bot.send_video_note(MINA, b"film", length=240), t.Message),
    "sendvoice": (lambda w: w.bot.send_voice(MINA, b"words"), t.Message),
    "setchatadministratorcustomtitle": (set_chat_administrator_custom_title, bool),
    "setchatdescription": (lambda w: w.bot.set_chat_description(SQUARE, "Ours"), bool),
    "setchatmenubutton": (lambda w: w.bot.set_chat_menu_button(MINA), bool),
    "setchatpermissions": (lambda w: w.bot.set_chat_permissions(SQUARE, RIGHTS), bool),
    "setchatphoto": (lambda w: w.bot.set_chat_photo(SQUARE, png()), bool),
    "setchattitle": (lambda w: w.bot.set_chat_title(SQUARE, "Place"), bool),
    "setmessagereaction": (lambda w: w.bot.set_message_reaction(MINA, 1, "👍"), bool),
    "setmycommands": (lambda w: w.bot.set_my_commands([("note", "A note")]), bool),
    "setmydefaultadministratorrights": (
        lambda w: w.bot.set_my_default_administrator_rights(t.ChatAdministratorRights.no_rights()),
        bool,
    ),
    "setmydescription": (lambda w: w.bot.set_my_description("words"), bool),
    "setmyname": (lambda w: w.bot.set_my_name("Office"), bool),
    "setmyshortdescription": (lambda w: w.bot.set_my_short_description("words"), bool),
    "setwebhook": (set_webhook, bool),
    "stopmessagelivelocation": (stop_message_live_location, t.Message),
    "stoppoll": (stop_poll, t.Poll),
    "unbanchatmember": (unban_chat_member, bool),
    "unpinallchatmessages": (unpin_all_chat_messages, bool),
    "unpinchatmessage": (unpin_chat_message, bool),
}


async def send_message(w):
    keyboard = t.ReplyKeyboardMarkup([["Yes", "No"]], one_time_keyboard=True)
    reply = t.ReplyParameters(1)
    text = "<b>words</b> https://example.org"
    return await w.bot.send_message(
        MINA, text, "HTML", reply_markup=keyboard, reply_parameters=reply, protect_content=True
    )


async def edit_message_text(w):
    return await w.bot.edit_message_text("other", MINA, await message_id(w), reply_markup=KEYS)


async def edit_message_reply_markup(w):
    return await w.bot.edit_message_reply_markup(MINA, await message_id(w), reply_markup=KEYS)


async def pin_chat_message(w):
    return await w.bot.pin_chat_message(MINA, await message_id(w))


CALLS |= {
    "sendmessage": (send_message, t.Message),
    "editmessagetext": (edit_message_text, t.Message),
    "editmessagereplymarkup": (edit_message_reply_markup, t.Message),
    "pinchatmessage": (pin_chat_message, bool),
}
