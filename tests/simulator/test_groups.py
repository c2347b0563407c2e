"""People and bots come and go in groups, are given rights, and are put out."""

import pytest
from telegram import ChatPermissions
from telegram.error import BadRequest, ChatMigrated, Forbidden

from simulator.circle import Circle
from simulator.people import Impossible

ALL = ["message", "my_chat_member", "chat_member", "chat_join_request"]
RIGHTS = [
    "can_delete_messages",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
]


@pytest.fixture
async def ana(stand, mina):
    await stand.limits(on=False)
    return await stand.person(8, "Ana")


@pytest.fixture
async def circle(stand, bot, mina, ana):
    """Mina and Ana, whose group it is; the bot is in it, and asks for everything."""
    await bot.get_updates(allowed_updates=ALL)
    return await Circle.founded(stand, -5, "Circle", [mina, ana], owner=ana)


@pytest.fixture
async def wide(stand, bot, mina, ana):
    """A supergroup that the bot helps to run."""
    await bot.get_updates(allowed_updates=ALL)
    circle = await Circle.founded(stand, -1_000_000_000_009, "Wide", [mina, ana], owner=ana,
                                  type="supergroup")  # fmt: skip
    await circle.appoints(ana, 4242, RIGHTS)
    await fresh(bot)
    return circle


async def fresh(bot):
    """The updates since the last look."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1)
    return updates


async def test_a_bot_in_privacy_mode_is_given_what_is_meant_for_it(stand, bot, mina, circle):
    said = await bot.send_message(-5, "Hello all")
    await stand.bot("99:other-bot-secret", username="other_bot")
    for text in (
        "nothing for it",
        "/start",
        "/stop@other_bot",
        "/go@bot4242_bot",
        "so @bot4242_bot?",
    ):
        await mina.says(text, chat=-5, bot=4242)
    await mina.says("an answer", chat=-5, bot=4242, reply_to=said.message_id)
    heard = [update.message.text for update in await bot.get_updates()]
    assert heard == ["/start", "/go@bot4242_bot", "so @bot4242_bot?", "an answer"]
    assert not (await bot.get_me()).can_read_all_group_messages


async def test_a_bot_without_privacy_or_with_rights_is_given_everything(
    stand, bot, mina, ana, circle
):
    await stand.tell("bots", token=bot.token, privacy=False)
    await mina.says("one", chat=-5)
    assert (await bot.get_me()).can_read_all_group_messages
    await stand.tell("bots", token=bot.token, privacy=True)
    await mina.says("two", chat=-5)
    await circle.appoints(ana, 4242, RIGHTS)
    await mina.says("three", chat=-5)
    texts = [u.message.text for u in await bot.get_updates() if u.message]
    assert texts == ["one", "three"]


async def test_joining_and_leaving_are_told(stand, bot, mina, ana, circle):
    zora = await stand.person(9, "Zora")
    with pytest.raises(Impossible, match="not in the group"):
        await zora.says("/hello", chat=-5)
    await circle.joins(zora, by=mina)
    await circle.leaves(zora)
    came, went = await fresh(bot)
    assert [user.id for user in came.message.new_chat_members] == [9]
    assert came.message.from_user.id == 7
    assert (went.message.left_chat_member.id, went.message.from_user.id) == (9, 9)
    assert await bot.get_chat_member_count(-5) == 3


async def test_a_bot_is_brought_put_out_and_brought_back(stand, bot, mina, ana):
    await stand.tell("groups", id=-6, title="Others", members=[7], without_bot=True)
    others = Circle(stand, -6)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(-6, "x")
    await others.brings(mina, 4242)
    brought, named = await fresh(bot)
    change = brought.my_chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("kicked", "member")
    assert named.message.new_chat_members[0].id == 4242
    sent = await bot.send_message(-6, "Hello")
    await others.puts_out(mina, 4242)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.delete_message(-6, sent.message_id)
    named, out = await fresh(bot)
    assert named.message.left_chat_member.id == 4242
    assert out.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Impossible, match="not in it"):
        await others.puts_out(mina, 4242)
    await others.brings(mina, 4242, RIGHTS)
    administrators = await bot.get_chat_administrators(-6)
    assert [one.user.id for one in administrators] == [4242]
    assert await bot.leave_chat(-6)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(-6, "x")


async def test_who_is_what_can_be_asked(stand, bot, mina, ana, circle):
    await stand.person(9, "Zora")
    await circle.appoints(ana, 7, RIGHTS)
    kinds = [(await bot.get_chat_member(-5, one)).status for one in (7, 8, 9, 4242)]
    assert kinds == ["administrator", "creator", "left", "member"]
    assert {one.user.id for one in await bot.get_chat_administrators(-5)} == {7, 8}
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(-5, 1234)
    await mina.opens_link("")
    with pytest.raises(BadRequest, match="There are no administrators in the private chat"):
        await bot.get_chat_administrators(7)


async def test_a_bot_without_rights_can_do_little(bot, circle):
    sent = await bot.send_message(-5, "x")
    for doing, words in (
        (bot.pin_chat_message(-5, sent.message_id), "Not enough rights to manage pinned messages"),
        (bot.set_chat_title(-5, "Mine"), "Not enough rights to change chat title"),
        (bot.set_chat_description(-5, "x"), "Not enough rights to set chat description"),
        (bot.ban_chat_member(-5, 7), "Chat_admin_required"),
        (bot.export_chat_invite_link(-5), "Not enough rights to manage chat invite link"),
        (bot.unban_chat_member(-5, 7), "Method is available for supergroup and channel chats only"),
        (
            bot.restrict_chat_member(-5, 7, ChatPermissions.no_permissions()),
            "Method is available only for supergroups",
        ),
    ):
        with pytest.raises(BadRequest, match=words):
            await doing


async def test_a_bot_with_rights_bans_lets_back_and_holds(stand, bot, mina, ana, wide):
    await bot.ban_chat_member(wide.id, 7)
    [told] = await fresh(bot)
    assert told.chat_member.new_chat_member.status == "kicked"
    assert told.chat_member.from_user.id == 4242
    with pytest.raises(Impossible, match="banned"):
        await wide.joins(mina)
    await bot.unban_chat_member(wide.id, 7)
    assert (await bot.get_chat_member(wide.id, 7)).status == "left"
    await wide.joins(mina)
    quiet = ChatPermissions.no_permissions()
    until = int((await stand.now()).timestamp()) + 3600
    await bot.restrict_chat_member(wide.id, 7, quiet, until_date=until)
    assert not (await bot.get_chat_member(wide.id, 7)).can_send_messages
    await stand.push(3600)
    assert (await bot.get_chat_member(wide.id, 7)).status == "member"
    with pytest.raises(BadRequest, match="Can't remove chat owner"):
        await bot.ban_chat_member(wide.id, 8)
    with pytest.raises(BadRequest, match="Can't restrict self"):
        await bot.ban_chat_member(wide.id, 4242)


async def test_a_ban_ends_when_its_time_has_come(stand, bot, mina, wide):
    until = int((await stand.now()).timestamp()) + 60
    await bot.ban_chat_member(wide.id, 7, until_date=until)
    assert (await bot.get_chat_member(wide.id, 7)).until_date.timestamp() == until
    await stand.push(60)
    assert (await bot.get_chat_member(wide.id, 7)).status == "left"
    await wide.joins(mina)


async def test_a_bot_gives_rights_it_has_and_titles_to_those_it_gave_them(bot, mina, ana, wide):
    assert await bot.promote_chat_member(wide.id, 7, can_pin_messages=True)
    mine = await bot.get_chat_member(wide.id, 7)
    assert (mine.status, mine.can_pin_messages, mine.can_be_edited) == ("administrator", True, True)
    with pytest.raises(BadRequest, match="Right_forbidden"):
        await bot.promote_chat_member(wide.id, 7, can_post_stories=True)
    await bot.set_chat_administrator_custom_title(wide.id, 7, "Keeper")
    assert (await bot.get_chat_member(wide.id, 7)).custom_title == "Keeper"
    with pytest.raises(BadRequest, match="User is an administrator of the chat"):
        await bot.ban_chat_member(wide.id, 7)
    await bot.promote_chat_member(wide.id, 7)
    assert (await bot.get_chat_member(wide.id, 7)).status == "member"
    with pytest.raises(BadRequest, match="User is not an administrator"):
        await bot.set_chat_administrator_custom_title(wide.id, 7, "x")


async def test_a_bot_with_rights_deletes_what_others_wrote(bot, mina, wide):
    said = await mina.says("hello", chat=wide.id)
    assert await bot.delete_message(wide.id, said["message_id"])


async def test_the_group_is_renamed_described_and_held(bot, mina, wide):
    await bot.set_chat_title(wide.id, "  Wider \n still ")
    [told] = await fresh(bot)
    assert told.message.new_chat_title == "Wider still"
    await bot.set_chat_description(wide.id, "About us")
    with pytest.raises(BadRequest, match="Chat description is not modified"):
        await bot.set_chat_description(wide.id, "About us")
    await bot.set_chat_permissions(wide.id, ChatPermissions(can_send_polls=True))
    chat = await bot.get_chat(wide.id)
    assert (chat.title, chat.description) == ("Wider still", "About us")
    assert (chat.permissions.can_send_messages, chat.permissions.can_pin_messages) == (True, False)


async def test_links_let_people_in_ask_first_and_end(stand, bot, mina, ana, wide):
    zora, lea = await stand.person(9, "Zora"), await stand.person(10, "Lea")
    first = await bot.create_chat_invite_link(wide.id, name="door", member_limit=1)
    await wide.joins(zora, link=first.invite_link)
    with pytest.raises(Impossible, match="used up"):
        await wide.joins(lea, link=first.invite_link)
    asking = await bot.create_chat_invite_link(wide.id, creates_join_request=True)
    await wide.asks(lea, asking.invite_link)
    request = (await fresh(bot))[-1].chat_join_request
    assert (request.from_user.id, request.user_chat_id) == (10, 10)
    await bot.approve_chat_join_request(wide.id, 10)
    assert (await bot.get_chat_member(wide.id, 10)).status == "member"
    with pytest.raises(BadRequest, match="User_already_participant"):
        await bot.approve_chat_join_request(wide.id, 10)
    main = await bot.export_chat_invite_link(wide.id)
    assert (await bot.get_chat(wide.id)).invite_link == main
    await bot.revoke_chat_invite_link(wide.id, first.invite_link)
    noor = await stand.person(11, "Noor")
    with pytest.raises(Impossible, match="no such link"):
        await wide.joins(noor, link=first.invite_link)


async def test_a_group_becomes_a_supergroup_and_nobody_is_lost(bot, mina, ana, circle):
    said = await bot.send_message(-5, "Hello")
    wide = await circle.grows(ana)
    assert wide.id < -1_000_000_000_000
    there, here = await fresh(bot)
    assert (there.message.chat.id, there.message.migrate_to_chat_id) == (-5, wide.id)
    assert (here.message.chat.type, here.message.migrate_from_chat_id) == ("supergroup", -5)
    assert here.message.message_id == 1
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-5, "x")
    assert moved.value.new_chat_id == wide.id
    assert await bot.get_chat_member_count(wide.id) == 3
    assert (await bot.send_message(wide.id, "Here we are")).message_id == 2
    with pytest.raises(Impossible, match="has become"):
        await mina.says("/hello", chat=-5)
    heard = await mina.says("/hello", chat=wide.id)
    assert heard["message_id"] == 3
    assert said.message_id < 3
