"""The ready-made stories, in the order of the page; a new one adds a file, a page and a line."""

from collections.abc import Mapping

from bot.demo.stories.card import CARD
from bot.demo.stories.duress import DURESS
from bot.demo.stories.journey import JOURNEY
from bot.demo.stories.lost_phone import LOST_PHONE
from bot.demo.stories.many import MANY
from bot.demo.stories.outage import OUTAGE
from bot.demo.stories.sealed import SEALED
from bot.demo.stories.sheet import SHEET
from bot.demo.stories.silence import SILENCE
from bot.demo.stories.sos import SOS
from bot.demo.story import Story

STORIES: Mapping[str, Story] = {
    one.id: one
    for one in (SILENCE, JOURNEY, SOS, SEALED, DURESS, CARD, SHEET, OUTAGE, LOST_PHONE, MANY)
}
