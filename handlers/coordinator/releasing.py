"""A coordinator sees what is kept of somebody's sheet, and gives it by hand to one who may read it.

Nobody of the office can read it here: who has a key opens it on a phone or a computer of their own.
What has been read cannot be taken back, so it asks once more, and the others of the office hear it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handlers.context import By, Hearing, Route, button, say, short
from handlers.coordinator import (
    code_said,
    defender,
    is_note_or_help,
    me,
    never_told,
    open_alarms,
    others,
    page_in,
    shown,
    told,
    typed,
)
from rules.notices import Fact, Kind, Notice
from rules.people import PersonId, Role
from storage.deed import Deed, Noted, Words
from storage.dossiers import KEPT_AFTER, SECTIONS, WHOLE, DossierSeen
from storage.persons import Person, Standing, seized_until

_EARLIER = "earlier"
_YES, _NO = "yes", "no"
_ASKED = frozenset({Standing.AGREED, Standing.PROVEN})


@dataclass(frozen=True, slots=True)
class _Reader:
    """To whom it is to be given."""

    id: PersonId
    #: A code, or what their owner calls them: that is said only where it folds away (law 13), and
    #: elsewhere `id`, which reads as a code or as one of their people.
    called: str


# --- What is kept ---------------------------------------------------------------------------------


async def sheet(hearing: Hearing) -> Deed:
    """Show which parts are kept, since when and for how many; never what stands in them."""
    words = typed(hearing)
    if not words:
        return hearing.answer(say("office-form-sheet"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    kept = await hearing.rooms.dossiers.kept(found.id)
    page = page_in(words)
    lines = tuple(_lines(found, kept)) or (say("inner-office-sheet-none", code=found.code),)
    return shown(hearing, lines, again=("sheet", found.code), page=page)


def _lines(found: Person, kept: tuple[DossierSeen, ...]) -> Iterator[Words]:
    for one in kept:
        if one.seized:
            yield say("inner-office-sheet-seized", section=one.section, at=one.made_at)
        elif one.gone_at is None:
            yield say(
                "inner-office-sheet",
                code=found.code,
                section=one.section,
                at=one.made_at,
                count=one.recipients,
            )
            if one.anew:
                yield say("inner-office-sheet-anew", section=one.section)
        elif one.withdrawn:
            yield say("inner-office-sheet-withdrawn", section=one.section, at=one.gone_at)
        else:
            yield say(
                "inner-office-sheet-replaced",
                code=found.code,
                section=one.section,
                at=one.gone_at,
                until=one.gone_at + KEPT_AFTER,
            )


# --- Giving ---------------------------------------------------------------------------------------


async def release(hearing: Hearing) -> Deed:
    """Ask once more before a sheet, or parts of it, goes to one person by hand."""
    words = typed(hearing)
    if len(words) < 2:
        return hearing.answer(say("office-form-release"))
    found = await defender(hearing, words[0])
    if isinstance(found, Deed):
        return found
    named, sections, earlier = _read(words[1:])
    reader = await _reader(hearing, found, named)
    if reader is None:
        return hearing.answer(say("office-release-who", code=found.code))
    step = {
        "code": found.code,
        "who": named,
        "reader": short(reader.id),
        "sections": " ".join(map(str, sections)),
        "earlier": _YES if earlier else _NO,
        # Under another question the same buttons stand, for half an hour: each answers its own.
        "asked": str(hearing.message_id),
    }
    nothing = await _why_nothing(hearing, found, reader, step)
    if nothing is not None:
        return hearing.answer(nothing)
    yes = button("button-office-yes-release", "release-yes", step["asked"], who=reader.called)
    no = button("button-office-no", "release-no", step["asked"])
    return shown(
        hearing,
        (_sure(hearing, step, reader),),
        again=("sheet", found.code),
        buttons=((yes, no),),
        changes=(hearing.talk("office-release", step),),
    )


async def release_on(hearing: Hearing) -> Deed | None:
    """Hear the last yes or no, typed."""
    if is_note_or_help(hearing):
        return None
    return await _sent(hearing, hearing.choice(_YES, _NO))


async def sure(hearing: Hearing) -> Deed | None:
    """Hear the last yes or no by its button; without the question before it, nothing happens."""
    dialogue = hearing.visitor.dialogue
    open_here = dialogue is not None and dialogue.step == "office-release"
    if not open_here or hearing.dialogue.data["asked"] != hearing.arg:
        return hearing.answer(say("office-too-late"))
    return await _sent(hearing, _YES if hearing.verb == "release-yes" else _NO)


async def _sent(hearing: Hearing, answer: str | None) -> Deed | None:
    step = hearing.dialogue.data
    if answer is None:
        return None
    if answer == _NO:
        return hearing.answer(say("office-not-released"), changes=(hearing.end_talk(),))
    found = await defender(hearing, step["code"])
    if isinstance(found, Deed):
        return found
    reader = await _reader(hearing, found, step["who"])
    if reader is None or short(reader.id) != step["reader"]:
        # A number of "who A7" means somebody else once she has taken one of them out.
        return hearing.answer(say("office-release-who", code=found.code))
    nothing = await _why_nothing(hearing, found, reader, step)
    if nothing is not None:
        return hearing.answer(nothing, changes=(hearing.end_talk(),))
    unasked = await never_told(hearing, found.id)
    by = hearing.person.code
    words = say("office-released-told", code=found.code, who=reader.id, by=by)
    heard = (told(one.id, words) for one in others(hearing, found.id, reader.id, *unasked))
    by_hand = f"release {reader.called}: {step['sections']}"
    return Deed(
        happenings=(Noted(found.id, me(hearing), hearing.at),),
        changes=(hearing.end_talk(),),
        notices=(Notice(reader.id, Kind.SHEET, await _facts(hearing, found, reader, step)),),
        replies=(hearing.reply(say("office-released", who=reader.id)), *heard),
        notes={found.id: by_hand},
    )


async def _why_nothing(
    hearing: Hearing, found: Person, reader: _Reader, step: Mapping[str, str]
) -> Words | None:
    """Return why nothing would go to them. Asked after the yes as well: much may have changed."""
    if await hearing.rooms.dossiers.key_of(reader.id) is None:
        return say("office-release-no-key", who=reader.id)
    sections = tuple(int(one) for one in step["sections"].split())
    kept = await hearing.rooms.dossiers.kept(found.id)
    if not any(_goes(one, sections, earlier=step["earlier"] == _YES) for one in kept):
        return say("office-release-nothing", code=found.code)
    return None


async def _facts(
    hearing: Hearing, found: Person, reader: _Reader, step: Mapping[str, str]
) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"subject": found.id, "sections": step["sections"]}
    if step["earlier"] == _YES:
        facts["earlier"] = 1
    # Somebody of the office sees whose it is; whoever else holds a key reads no number.
    seen = [one for one in await open_alarms(hearing) if one.subject.id == found.id]
    if seen and any(one.id == reader.id for one in hearing.visitor.house.members):
        facts["number"] = seen[-1].alarm.number
    return facts


def _sure(hearing: Hearing, step: Mapping[str, str], reader: _Reader) -> Words:
    everything = step["sections"] == str(WHOLE)
    return say(
        "inner-office-release-all" if everything else "inner-office-release",
        code=step["code"],
        sections=step["sections"].replace(" ", ", "),
        who=reader.called,
        earlier=step["earlier"],
    )


# --- What was typed -------------------------------------------------------------------------------


def _read(words: tuple[str, ...]) -> tuple[str, tuple[int, ...], bool]:
    """Return the name, the sections and whether earlier ones go too; a name may have spaces."""
    rest = list(words)
    sections: set[int] = set()
    earlier = False
    while len(rest) > 1 and (_is_section(rest[-1]) or rest[-1].lower() == _EARLIER):
        last = rest.pop()
        if last.lower() == _EARLIER:
            earlier = True
        else:
            sections.add(int(last))
    if not sections or WHOLE in sections:
        sections = {WHOLE}
    return " ".join(rest), tuple(sorted(sections)), earlier


def _is_section(word: str) -> bool:
    return word.isdecimal() and len(word) == 1 and int(word) <= SECTIONS


async def _reader(hearing: Hearing, found: Person, named: str) -> _Reader | None:
    """Return whom a name means: one of the office by code, one of their people by nick or number.

    The number is that of "who A7": what they are called is shown to nobody there.

    Whoever must never hear of them is not there, nor is the person themselves, nor anybody whose
    phone is in other hands.
    """
    meant = await _meant(hearing, found, named)
    person = None if meant is None else await hearing.rooms.readings.person(meant.id)
    return None if person is None or seized_until(person, hearing.now) is not None else meant


async def _meant(hearing: Hearing, found: Person, named: str) -> _Reader | None:
    never = await never_told(hearing, found.id)
    code = code_said(named)
    for member in hearing.visitor.house.members:
        if member.code == code and member.id != found.id and member.id not in never:
            return _Reader(member.id, member.code)
    for number, link in enumerate(found.contacts, start=1):
        known = named.casefold() in {link.nick.casefold(), str(number)}
        if known and link.standing in _ASKED and link.id not in never:
            return _Reader(link.id, link.nick)
    return None


def _goes(one: DossierSeen, sections: tuple[int, ...], *, earlier: bool) -> bool:
    wanted = sections == (WHOLE,) or one.section in sections
    return wanted and not one.withdrawn and not one.seized and (earlier or one.gone_at is None)


_C = Role.COORDINATOR

ROUTES = (
    Route(_C, By.COMMAND, "sheet", sheet),
    Route(_C, By.BUTTON, "sheet", sheet),
    Route(_C, By.COMMAND, "release", release),
    Route(_C, By.STEP, "office-release", release_on),
    Route(_C, By.BUTTON, "release-yes", sure),
    Route(_C, By.BUTTON, "release-no", sure),
)
