"""Compares what a running stand-in answered with what is documented."""

import json
import re

#: What a step may expect of an answer.
EXPECTS = (
    "status", "says", "gives", "lacks", "count", "texts", "parameters", "headers", "body",
    "refused", "most_open",
)  # fmt: skip
_NAMED = re.compile(r"\{([a-z_]+(?:\.[a-z_0-9]+)*)([+-]\d+)?\}")
_NOTHING = object()


class Different(Exception):
    """The stand-in does not do what is documented."""


def compare(answer, wanted):
    """Look at everything that a step expects; raise Different at the first that is not so."""
    result = answer.get("result")
    for name, expected in wanted.items():
        if name == "gives":
            _holds(result, expected, "result")
        elif name == "lacks":
            for path in expected:
                same(find(result, path), _NOTHING, f"result.{path}")
        elif name == "count":
            same(len(result or ()), expected, "length of the result")
        elif name == "texts":
            same([_text(one) for one in result or ()], expected, "texts")
        elif name == "says":
            same(answer.get("description"), expected, "description")
        else:
            _holds(answer.get(name), expected, name)


def same(given, wanted, where):
    """Raise Different unless both are equal; true and 1 are not."""
    if given != wanted or isinstance(given, bool) != isinstance(wanted, bool):
        shown, hoped = ("nothing" if one is _NOTHING else repr(one) for one in (given, wanted))
        raise Different(f"{where} is {shown}, not {hoped}")


def find(place, path):
    """Follow a path such as `0.message.text` into JSON."""
    for name in path.split("."):
        if isinstance(place, list) and name.isdecimal() and int(name) < len(place):
            place = place[int(name)]
        elif isinstance(place, dict) and name in place:
            place = place[name]
        else:
            return _NOTHING
    return place


def filled(given, kept):
    """Replace `{kept.field}` and `{kept.field+1}` by what was kept, {of, times} by many of it."""
    if isinstance(given, dict):
        if set(given) == {"of", "times"}:
            return given["of"] * given["times"]
        return {name: filled(one, kept) for name, one in given.items()}
    if isinstance(given, list):
        return [filled(one, kept) for one in given]
    if not isinstance(given, str):
        return given
    whole = _NAMED.fullmatch(given)
    if whole:
        found = find(kept, whole[1])
        return found + int(whole[2]) if whole[2] else found
    return _NAMED.sub(lambda named: str(find(kept, named[1])), given)


def plain(given):
    """Write parameters as a form does: what is no text as JSON."""
    return {n: one if isinstance(one, str) else json.dumps(one) for n, one in given.items()}


def _text(shown):
    """Find the text of a message, of an update, of a post to a webhook."""
    for name in ("message", "edited_message"):
        if name in shown:
            return shown[name].get("text")
    return shown.get("text") or shown.get("callback_query", {}).get("data")


def _holds(given, wanted, where):
    """Find everything that is wanted in what was given; there may be more of it.

    `*` stands for anything at all.
    """
    if wanted == "*" and given is not _NOTHING:
        return
    if isinstance(wanted, dict) and isinstance(given, dict):
        for name, one in wanted.items():
            _holds(given.get(name, _NOTHING), one, f"{where}.{name}")
    elif isinstance(wanted, list) and isinstance(given, list):
        same(len(given), len(wanted), f"length of {where}")
        for place, one in enumerate(wanted):
            _holds(given[place], one, f"{where}[{place}]")
    else:
        same(given, wanted, where)
