"""Somebody writes what others should know about them; it is kept, shown to them, and taken back.

Nobody here can read it. Each of the two roads, the chat and the page's own, ends in `sending`.
"""

from handlers.context import By, Route
from handlers.dossier.sending import document, part, posted, sheet
from handlers.dossier.showing import SHOW, keep, keys, show, withdraw
from rules.people import Role

__all__ = ["ROUTES", "posted"]

_D = Role.DEFENDER

ROUTES = (
    Route(_D, By.WORD, "sheet", sheet),
    Route(_D, By.SEALED, "", part),
    Route(_D, By.DOCUMENT, "", document),
    Route(_D, By.BUTTON, SHOW, show),
    Route(_D, By.WORD, "sheet-keys", keys),
    Route(_D, By.BUTTON, "sheet-keys", keys),
    Route(_D, By.WORD, "sheet-withdraw", withdraw),
    Route(_D, By.BUTTON, "sheet-withdraw", withdraw),
    Route(_D, By.WORD, "sheet-keep", keep),
    Route(_D, By.BUTTON, "sheet-keep", keep),
)
