"""A bot leaves Telegram's own server for another."""

import pytest
from telegram.error import BadRequest, RetryAfter


async def test_whoever_has_logged_out_is_let_in_again_after_ten_minutes(stand, bot, mina):
    await mina.says("before")
    assert await bot.log_out()
    with pytest.raises(BadRequest, match="Logged out"):
        await bot.get_me()
    await stand.push(599)
    with pytest.raises(BadRequest, match="Logged out"):
        await bot.get_updates()
    await stand.push(1)
    assert await bot.get_updates() == ()


async def test_a_bot_is_not_closed_in_its_first_ten_minutes(stand, bot):
    with pytest.raises(RetryAfter):
        await bot.close()
    await stand.push(600)
    assert await bot.close()
    assert (await bot.get_me()).id == 4242


async def test_the_rights_a_bot_asks_for_are_kept(bot):
    assert not (await bot.get_my_default_administrator_rights()).can_pin_messages
    rights = await bot.get_my_default_administrator_rights()
    wanted = {**rights.to_dict(), "can_pin_messages": True}
    await bot.set_my_default_administrator_rights(type(rights).de_json(wanted, bot))
    assert (await bot.get_my_default_administrator_rights()).can_pin_messages
    for_channels = await bot.get_my_default_administrator_rights(for_channels=True)
    assert for_channels.can_pin_messages is None
    assert not for_channels.can_post_messages
