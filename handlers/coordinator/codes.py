"""A coordinator lets somebody choose their codes anew, without those of before (law 19).

For whoever has forgotten hers, or cannot be sure that the first were her own. What she has counts
until she has chosen; it ends by itself. Never while that phone is in other hands or something is
open about her: nothing comes to her chat unasked then, and who would choose is not known. When it
is done the office hears of it, as of every choice, and asks by voice whether it was her.
"""

from dataclasses import replace
from datetime import timedelta

from handlers.context import By, Hearing, Route, button, say, short
from handlers.coordinator import defender, me, never_told, others, told, typed
from handlers.keys import SCREEN_CODES, ways_in, with_page
from handlers.promise import may_hear_unasked
from rules.life import Life
from rules.notices import Keep
from rules.people import Role
from storage.deed import Deed, KeepCredentials, Noted, Reply
from storage.persons import Person, seized_until

HOLDS = timedelta(hours=24)


async def code(hearing: Hearing) -> Deed:
    """Bring somebody the key behind which codes are chosen, and tell the others of the office."""
    words = typed(hearing)
    if len(words) != 1:
        return hearing.answer(say("office-form-code"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    life = await hearing.rooms.readings.life(found.id)
    if hearing.rooms.pages_url is None or life is None:
        return hearing.answer(say("office-code-no-page", code=found.code))
    if not found.chats:
        return hearing.answer(say("office-not-here-yet", code=found.code))
    if not any(one.reachable for one in found.chats):
        return hearing.answer(say("office-duty-cannot", code=found.code))
    if _not_now(hearing, found, life):
        return hearing.answer(say("office-code-not-now", code=found.code))
    kept = await hearing.rooms.proofs.credentials_or_new(found.id)
    until = hearing.now + HOLDS
    unasked = await never_told(hearing, found.id)
    words_told = say("office-code-told", code=found.code, by=hearing.person.code)
    opens = ((button("button-open", "open", f"p:{short(found.id)}"),),)
    asked = Reply(
        to=found.id,
        words=(say("codes-choose"),),
        ways=with_page(ways_in(life)),
        screen=SCREEN_CODES,
        keep=Keep.DAY,
    )
    return Deed(
        happenings=(Noted(found.id, me(hearing), hearing.at),),
        changes=(KeepCredentials(replace(kept, anew_until=until)),),
        replies=(
            hearing.reply(say("office-code-noted", code=found.code, until=until)),
            asked,
            *(
                told(one.id, words_told, buttons=opens)
                for one in others(hearing, found.id, *unasked)
            ),
        ),
        notes={found.id: "code"},
    )


def _not_now(hearing: Hearing, found: Person, life: Life) -> bool:
    """Say whether her chat must hear nothing unasked, or may not be hers.

    Nor while anything is open about her, also what is kept from whoever asks: she would read it.
    """
    seized = seized_until(found, hearing.now) is not None
    return seized or bool(life.alarms) or not may_hear_unasked(life)


ROUTES = (Route(Role.COORDINATOR, By.COMMAND, "code", code),)
