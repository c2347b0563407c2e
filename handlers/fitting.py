"""Finds the conversations that what was typed may be meant for, the most fitting first.

While a question is open a bare digit belongs to it; but no question keeps a call for help, or a
note in words, from being heard.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.context import By, Hearing, Route
from handlers.understanding import Command, code_name
from rules.people import Role
from storage.readings import Visitor

#: Whose words come first when somebody is several: a note must never be taken for an answer.
ROLES = (Role.DEFENDER, Role.CONTACT, Role.COORDINATOR, None)

_CODE_NAME = re.compile(r"[A-Z][0-9]+")


def fitting(
    hearing: Hearing, typed: Command | None, routes: Sequence[Route]
) -> Iterator[tuple[Route, Hearing]]:
    """Return the routes that fit, the most fitting first, each with what it hears.

    While a question is open, what is always heard comes first, then the question, then the rest.
    """
    spoken = [*_spoken(hearing, typed, routes)]
    dialogue = hearing.visitor.dialogue
    if dialogue is not None:
        yield from (one for one in spoken if _heard_over_a_question(*one, typed))
        steps = [one for one in routes if one.by is By.STEP and _is_step(dialogue.step, one.name)]
        for route in sorted(steps, key=lambda one: -len(one.name)):
            if may_take(route, hearing.visitor):
                yield route, replace(hearing, word=route.name)
    yield from spoken
    for role in ROLES:
        for route in routes:
            if route.by is By.ANYTHING and route.role is role and may_take(route, hearing.visitor):
                yield route, hearing


def _spoken(
    hearing: Hearing, typed: Command | None, routes: Sequence[Route]
) -> Iterator[tuple[Route, Hearing]]:
    """Return the routes that a word or a command takes; whoever is several is a defender first."""
    slashed = typed is not None and typed.slashed
    for role in ROLES:
        mine = [one for one in routes if one.role is role and may_take(one, hearing.visitor)]
        for name, rest in () if slashed else hearing.meant.items():
            for route in mine:
                if route.by is By.WORD and route.name == name:
                    yield route, replace(hearing, word=name, rest=rest)
        for route in mine:
            if typed is not None and route.by is By.COMMAND and route.name == typed.name:
                yield route, replace(hearing, word=typed.name, rest=typed.rest)


def _heard_over_a_question(route: Route, heard: Hearing, typed: Command | None) -> bool:
    """Say whether this is heard although a question is open, whose answer it might be.

    A bare digit belongs to the question. So does a sentence that only begins with our word, unless
    it may be a call for help, or names somebody or an alarm as no answer would.
    """
    if typed is not None and (typed.slashed or _names_its_object(route, typed)):
        return True
    alone = heard.rest == "" or heard.rest[:1].isdecimal() or route.at_once
    return route.always and alone and not heard.text.isdecimal()


def _names_its_object(route: Route, typed: Command) -> bool:
    """Say whether a command says whom it is about (`seized A7`), or which alarm (`take 13`)."""
    first = (typed.rest.split() or [""])[0]
    of_somebody = _CODE_NAME.fullmatch(code_name(first)) is not None
    return route.by is By.COMMAND and (of_somebody or typed.rest.isdecimal())


def may_take(route: Route, visitor: Visitor) -> bool:
    """Say whether whoever is here may use this route."""
    if route.role is None:
        return True
    return visitor.person is not None and route.role in visitor.person.roles


def _is_step(step: str, name: str) -> bool:
    return step == name or step.startswith(f"{name}-")
