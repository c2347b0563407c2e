"""What is to be said in the stories about the courier."""

from rules.notices import Rank
from storage.deed import Reply, Words
from storage.persons import Address
from tests.bot.circle import AMINA, BOT

RECEIVED, NOBODY = "stranger-received", "stranger-nobody-here"
SAID = {RECEIVED: "Received.", NOBODY: "Nobody reads here at the moment."}


def reply(chat=AMINA, words=RECEIVED, rank=Rank.REST):
    return Reply(to=Address(BOT, chat), words=(Words(words),), rank=rank)
