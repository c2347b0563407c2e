"""The Bot API's methods by which a bot leaves a server: log out, close.

Source: `Client::on_cmd` and `Client::get_closing_error` in
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp.
"""

from simulator.bots import Bot
from simulator.refusals import Refused, too_many_requests
from simulator.sending import Params
from simulator.town import Town

#: A bot is not closed in the first ten minutes, nor let in again so soon after it logged out.
TEN_MINUTES = 10 * 60


def log_out(town: Town, bot: Bot, params: Params) -> bool:
    """Leave Telegram's own server for another: https://core.telegram.org/bots/api#logout."""
    bot.logged_out_at = town.clock.timestamp()
    bot.queue.clear()
    bot.queue.release(logged_out())
    return True


def close(town: Town, bot: Bot, params: Params) -> bool:
    """Be closed before moving between servers: https://core.telegram.org/bots/api#close."""
    wait = bot.launched_at + TEN_MINUTES - town.clock.timestamp()
    if wait > 0:
        raise too_many_requests(int(wait) + 1)
    bot.launched_at = town.clock.timestamp()
    return True


def is_out(town: Town, bot: Bot) -> bool:
    """Tell whether a bot has logged out too recently to be let in."""
    since = bot.logged_out_at
    if since is not None and town.clock.timestamp() >= since + TEN_MINUTES:
        bot.logged_out_at = since = None
        bot.launched_at = town.clock.timestamp()
    return since is not None


def logged_out() -> Refused:
    """Refuse a bot that has logged out."""
    return Refused(400, "Logged out")
