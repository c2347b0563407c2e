"""What a coordinator can send: a short list, and one line on each with an example."""

from handlers.context import By, Hearing, Route, button, say
from handlers.coordinator import page_in, shown, typed
from rules.people import Role
from storage.deed import Deed

#: What there is a line on, in the order of need, and what else may be typed for it.
TOPICS = {
    "board": (),
    "open": ("alarm",),
    "take": ("notme", "handback"),
    "next": ("escalate",),
    "confirm": (),
    "close": (),
    "heard": (),
    "worry": (),
    "duty": (),
    "who": (),
    "invite": (),
    "voice": (),
    "terms": (),
    "order": ("ladder",),
    "pause": ("resume",),
    "spoke": ("leave",),
    "move": (),
    "sheet": (),
    "release": (),
    "keys": ("key",),
    "seized": ("free",),
    "wrote": (),
    "pair": (),
    "code": (),
    "numbers": ("buttons",),
}


async def help_(hearing: Hearing) -> Deed:
    """Show the list, or the line on one thing."""
    words = typed(hearing)
    wanted = words[0].lower().removeprefix("/") if words else ""
    topic = next((one for one, also in TOPICS.items() if wanted in {one, *also}), None)
    rows = (
        (button("button-office-board", "board"), button("button-office-duty", "duty", "who")),
        (button("button-office-invite", "office-invite"),),
    )
    if topic is not None:
        lines = [say(f"inner-help-{topic}")]
        if topic == "numbers":
            lines.append(say("inner-help-numbers-how"))
        page = page_in(words)
        return shown(hearing, tuple(lines), again=("office-help", topic), page=page)
    return shown(
        hearing,
        (say("inner-help"), say("inner-help-more"), say("inner-help-sheets")),
        again=("office-help", ""),
        page=int(wanted) if wanted.isdecimal() else 1,
        buttons=rows,
    )


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "help", help_),
    Route(_C, By.WORD, "menu", help_),
    Route(_C, By.BUTTON, "office-help", help_),
)
