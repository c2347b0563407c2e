"""Vigil from the command line. Read this first: it says where everything is.

What comes from Telegram           bot/ear.py       polls, and commits it before it is confirmed
is taken in order per chat         bot/intake.py    and handlers/router.py says what follows
while time passes                  bot/tick.py      for promises and alarms alike
and what must be said              bot/courier.py   is carried, first things first.
All of it is put together          bot/running.py   and turns in bot/house.py;
when something is not right        bot/worries.py   finds it, bot/horn.py and bot/pulse.py tell.
The operator's commands            bot/cli.py
"""

from bot.cli import main

if __name__ == "__main__":
    main()
