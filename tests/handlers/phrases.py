"""Everything that can be read in handlers/words: each sentence in each of its shapes."""

from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import handlers.words

HOME = Path(handlers.words.__file__).with_name("words")
UNDERSTOOD = "understood.ftl"  #: what people type; nothing of it is ever said

#: As long as each may be: what goes into a sentence is measured with these.
LONG = {
    "link": "https://t.me/a_bot_with_a_name_of_thirty_two_b?start=" + "A" * 22,
    "number": "4821",
    "subject": "A1234",
    "code": "A1234",
    "by": "one of their people",
    "zone": "America/Argentina/ComodRivadavia",
    "nick": "N" * 24,
    "contact": "N" * 24,
    "near": "N" * 24,
    "publicity": "P" * 40,
    "proxy": "P" * 40,
}
LONG_VALUE = "Wed 20:00"


@dataclass(frozen=True)
class Phrase:
    """One sentence of one language."""

    language: str
    file: str
    id: str
    shapes: tuple[str, ...]  #: every variant, with long values in it
    variables: frozenset[str]
    references: frozenset[str]
    source: str  #: its text as it stands, without its id

    @property
    def outer(self):
        """Whether a locked screen may show it: what is inner says so in its id."""
        return not self.id.startswith("inner-")


def languages():
    """The languages that are there."""
    return handlers.words.languages()


@cache
def phrases(language):
    """Everything that is said in a language, by id."""
    found = {}
    for file in sorted((HOME / language).glob("*.ftl")):
        if file.name == UNDERSTOOD:
            continue
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            assert not isinstance(entry, ftl.Term), f"{file}: {entry.id.name}: say it in full"
            if isinstance(entry, ftl.Message):
                assert entry.value is not None, entry.id.name
                assert not entry.attributes, entry.id.name
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                found[entry.id.name] = _phrase(language, file.name, entry)
    return {name: _with_references(phrase, found) for name, phrase in found.items()}


def _with_references(phrase, found):
    """What a sentence names goes into it, with all that goes into that one."""
    named = [found[one] for one in phrase.references]
    return replace(phrase, variables=phrase.variables.union(*(one.variables for one in named)))


def _phrase(language, file, entry):
    names = list(_walk(entry.value))
    return Phrase(
        language,
        file,
        entry.id.name,
        tuple(_shapes(entry.value)),
        frozenset(one.id.name for one in names if isinstance(one, ftl.VariableReference)),
        frozenset(one.id.name for one in names if isinstance(one, ftl.MessageReference)),
        _text(entry.value),
    )


def _walk(node):
    yield node
    for value in vars(node).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ftl.BaseNode):
                yield from _walk(one)


def _text(pattern):
    return "".join(one.value for one in _walk(pattern) if isinstance(one, ftl.TextElement))


def _shapes(pattern):
    """Return what a pattern can look like: the product of all its variants."""
    parts = [
        [element.value] if isinstance(element, ftl.TextElement) else _placed(element.expression)
        for element in pattern.elements
    ]
    return ["".join(chosen) for chosen in product(*parts)]


def _placed(expression):
    match expression:
        case ftl.VariableReference():
            return [LONG.get(expression.id.name, LONG_VALUE)]
        case ftl.FunctionReference():
            return [{"SINCE": "since yesterday afternoon", "DATE": "28 May"}[expression.id.name]]
        case ftl.SelectExpression():
            return [shape for one in expression.variants for shape in _shapes(one.value)]
        case ftl.StringLiteral():
            return [expression.parse()["value"]]
        case ftl.MessageReference():
            return ["W" * 12]
        case ftl.Placeable():
            return _placed(expression.expression)
        case _:
            raise AssertionError(type(expression))
