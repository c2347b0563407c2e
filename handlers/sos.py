"""A person asks for help: one press, no question back that could betray them."""

from handlers.context import By, Hearing, Route
from rules.events import Cause
from rules.people import Role
from storage.deed import Cried, Deed


async def ask_for_help(hearing: Hearing) -> Deed:
    """Call for help at once; a second call joins the first. The rules say "Noted. Thank you."."""
    return Deed(happenings=(Cried(hearing.person.id, Cause.SOS, hearing.at),))


ROUTES = (
    Route(Role.DEFENDER, By.WORD, "help", ask_for_help, always=True, at_once=True),
    Route(Role.DEFENDER, By.BUTTON, "help", ask_for_help),
)
