"""What the bot shows of itself before anybody has pressed a button: it must say nothing (law 13).

The name, the descriptions and the commands stand with Telegram; whoever finds the bot, or the phone
of somebody who uses it, reads them.
"""

from telegram import Bot, BotCommandScopeAllPrivateChats, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.fault import Fault
from handlers.inner import inner_words_in
from handlers.words import languages

_SCOPES = (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats())
_ASK_BOTFATHER = "change it with @BotFather, to words such as office, note or your people"


async def faults_in_profile(bot: Bot) -> list[Fault]:
    """Return what the bot says about itself that it should not. Raises TelegramError."""
    me = await bot.get_me()
    shown = {f"@{me.username}": me.username or "", "its name": me.first_name}
    for language in (None, *languages()):
        where = f" in {language}" if language else ""
        name = await bot.get_my_name(language_code=language)
        long = await bot.get_my_description(language_code=language)
        short = await bot.get_my_short_description(language_code=language)
        shown[f"its name{where}"] = name.name
        shown[f"its description{where}"] = long.description
        shown[f"its short description{where}"] = short.short_description
    faults = [
        Fault(f"The bot shows inner words in {what}: {', '.join(found)}.", _ASK_BOTFATHER)
        for what, text in shown.items()
        if (found := inner_words_in(text))
    ]
    for scope in _SCOPES:
        for language in (None, *languages()):
            if await bot.get_my_commands(scope=scope, language_code=language):
                faults.append(
                    Fault("Everybody who opens the bot sees a menu of commands.", "run vigil init")
                )
                return faults
    return faults


async def take_menu_away(bot: Bot) -> bool:
    """Take the command menu away; say whether there was one. Raises TelegramError."""
    there_was = False
    for scope in _SCOPES:
        for language in (None, *languages()):
            if await bot.get_my_commands(scope=scope, language_code=language):
                await bot.delete_my_commands(scope=scope, language_code=language)
                there_was = True
    return there_was


async def webhook_fault(bot: Bot) -> Fault | None:
    """Return what is wrong when Telegram delivers to another program. Raises TelegramError."""
    hook = await bot.get_webhook_info()
    if not hook.url:
        return None
    return Fault(
        "A webhook is set, so polling hears nothing.",
        "start vigil run, which takes it away, and find out who set it: they hold the token",
    )


def refusal(error: TelegramError) -> Fault:
    """Return what is wrong when Telegram cannot be asked."""
    if type(error).__name__ == "InvalidToken":
        return Fault("Telegram does not know the token.", "copy it again from @BotFather")
    return Fault(
        "Telegram could not be reached.", "check the network, the proxy and VIGIL_TELEGRAM_URL"
    )
