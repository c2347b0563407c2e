"""Reads what a coordinator types about terms: `medium times 09:00 21:00 grace 30`.

What is written is the same in every language, as commands are; weekdays and parts of people may be
written in the coordinator's own. All that cannot be read is said at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.context import say
from handlers.coordinator import span_of, zones_like
from handlers.coordinator.terms.calendar import EN_DASH, Unreadable, clocks, day_of, weekdays
from rules.schedule import EVERY_DAY, DailyAt, Every, Routine, Season, Slot, local, slots_at
from rules.templates import from_template
from rules.terms import Level, Reminder, Terms, Way
from rules.weakening import Fault, faults
from storage.deed import Words

#: What names a way in; the same in every language, as commands are. "page" says less to whoever
#: looks at the chat than "sealed".
WAYS: Mapping[str, Way] = {
    "tap": Way.TAP,
    "pair": Way.PAIR,
    "card": Way.CARD,
    "cards": Way.CARD,
    "page": Way.SEALED,
    "sealed": Way.SEALED,
}
_LEVEL = "level"
_MINUTE = timedelta(minutes=1)
_SEASONS = 8  #: at most, so that nobody loses sight of them


@dataclass(frozen=True, slots=True)
class Read:
    """The terms as they would be, or everything that could not be read."""

    terms: Terms
    unread: tuple[Words, ...] = ()


def read_terms(old: Terms, text: str, language: str, at: datetime, *, page: bool = False) -> Read:
    """Return `old` with what `text` asks for.

    `at`: now, for seasons that are over. `page`: the house has one, for what a level agrees to.
    """
    parts, unread = _parts(text)
    terms = old
    for key, write in _ORDER.items():
        for words in parts.get(key, ()):
            try:
                if key == _LEVEL:
                    terms = _level(terms, words, page=page)
                else:
                    terms = write(terms, words, language)
            except Unreadable as error:
                unread.append(say("office-fault-unreadable", key=key, word=str(error)[:20]))
    return Read(_fitted(_in_season(terms, at), old, set(parts)), tuple(unread))


def _parts(text: str) -> tuple[dict[str, list[tuple[str, ...]]], list[Words]]:
    parts: dict[str, list[tuple[str, ...]]] = {}
    unread: list[Words] = []
    key, words = "", list[str]()
    for word in [*text.replace(";", " ").split(), ""]:
        known = _KEYS.get(word.lower().strip(",:"))
        if known is None and word:
            words.append(word)
            continue
        if key:
            parts.setdefault(key, []).append(tuple(words))
        elif words:
            unread.append(say("office-fault-unreadable", key="terms", word=words[0][:20]))
        key = known or ""
        words = [word.lower().strip(",:")] if known == _LEVEL else []
    return parts, unread


# --- One part each -------------------------------------------------------------------------------


def _level(terms: Terms, words: Sequence[str], *, page: bool) -> Terms:
    if len(words) > 1:
        raise Unreadable(words[1])
    new = from_template(Level(words[0]), _routine(terms).zone, page=page)
    return replace(
        new,
        seasons=terms.seasons,
        never_tell=terms.never_tell,
        alarm_when_deaf=terms.alarm_when_deaf,
    )


def _zone(terms: Terms, words: Sequence[str], language: str) -> Terms:
    found = zones_like(" ".join(words))
    if len(found) != 1:
        raise Unreadable(" ".join(words) or "-")
    return replace(terms, schedule=replace(_routine(terms), zone=found[0]))


def _times(terms: Terms, words: Sequence[str], language: str) -> Terms:
    times = clocks(words)
    if not times:
        raise Unreadable("-")
    return replace(
        terms,
        schedule=DailyAt(slots_at(*times, weekdays=_weekdays_of(terms)), _routine(terms).zone),
    )


def _days(terms: Terms, words: Sequence[str], language: str) -> Terms:
    schedule = _routine(terms)
    if not isinstance(schedule, DailyAt):
        raise Unreadable(" ".join(words) or "-")
    times = sorted({slot.at for slot in schedule.slots})
    slots = slots_at(*times, weekdays=weekdays(words, language))
    return replace(terms, schedule=replace(schedule, slots=slots))


def _every(terms: Terms, words: Sequence[str], language: str) -> Terms:
    period = span_of(words[0]) if words else None
    hours = [one for word in words[1:] for one in word.replace(EN_DASH, "-").split("-") if one]
    awake = clocks(hours)
    if period is None or len(awake) != 2:
        raise Unreadable(" ".join(words) or "-")
    return replace(terms, schedule=Every(period, _routine(terms).zone, awake[0], awake[1]))


def _season(terms: Terms, words: Sequence[str], language: str) -> Terms:
    if [word.lower() for word in words] == ["off"]:
        return replace(terms, seasons=())
    dates = [day_of(word) for word in words[:2]]
    rest = [word for word in words[2:] if word.lower() != "none"]
    if len(dates) < 2 or (not rest and len(words) == 2) or len(terms.seasons) >= _SEASONS:
        raise Unreadable(" ".join(words) or "-")
    season = Season(dates[0], dates[1], slots_at(*clocks(rest)))
    return replace(terms, seasons=(*terms.seasons, season))


def _grace(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, grace=_span(words))


def _reminders(terms: Terms, words: Sequence[str], language: str) -> Terms:
    after = [timedelta(0) if word == "0" else _span([word]) for word in words]
    sound = all(one.sound for one in terms.reminders)
    return replace(terms, reminders=tuple(Reminder(one, sound) for one in sorted(set(after))))


def _early(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, early=_span(words))


def _nudge(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, nudge=_span_or_off(words))


def _hold(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, hold=_span(words))


def _deaf(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, alarm_when_deaf=_span_or_off(words))


def _ways(terms: Terms, words: Sequence[str], language: str) -> Terms:
    named = [WAYS.get(word.lower().strip(",")) for word in words]
    if not named or None in named:
        unknown = (word for word, way in zip(words, named, strict=True) if way is None)
        raise Unreadable(next(unknown, "-"))
    # What a coordinator hears by voice is nobody's to choose: it stays as it is.
    heard = terms.ways & {Way.HEARD}
    return replace(terms, ways=heard | {one for one in named if one is not None})


def _question(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, question=_is_on(words))


def _place(terms: Terms, words: Sequence[str], language: str) -> Terms:
    return replace(terms, place=_is_on(words))


def _is_on(words: Sequence[str]) -> bool:
    said = [word.lower() for word in words]
    if said not in (["on"], ["off"]):
        raise Unreadable(" ".join(words) or "-")
    return said == ["on"]


_Write = Callable[[Terms, Sequence[str], str], Terms]


def _same(terms: Terms, words: Sequence[str], language: str) -> Terms:
    """Hold the place of the level, which is read with more than its words."""
    return terms


#: In which order the parts are written, whatever order they were typed in.
_ORDER: Mapping[str, _Write] = {
    _LEVEL: _same,
    "ways": _ways,
    "question": _question,
    "place": _place,
    "zone": _zone,
    "times": _times,
    "every": _every,
    "days": _days,
    "season": _season,
    "grace": _grace,
    "reminders": _reminders,
    "early": _early,
    "nudge": _nudge,
    "hold": _hold,
    "deaf": _deaf,
}
_KEYS: Mapping[str, str] = {key: key for key in _ORDER if key != _LEVEL} | {
    **{str(level): _LEVEL for level in Level},
    "way": "ways",
    "time": "times",
    "at": "times",
    "day": "days",
    "seasons": "season",
    "remind": "reminders",
}


# --- What fits together --------------------------------------------------------------------------


def _in_season(terms: Terms, at: datetime) -> Terms:
    today = local(at, _routine(terms).zone).date()
    return replace(terms, seasons=tuple(one for one in terms.seasons if one.last >= today))


def _fitted(terms: Terms, old: Terms, asked: set[str]) -> Terms:
    """Let reminders follow the grace and the early window the times, where nobody set them."""
    if "grace" in asked and "reminders" not in asked:
        sound = all(one.sound for one in terms.reminders)
        half = terms.grace // 2 // _MINUTE * _MINUTE
        after = sorted({timedelta(0), half})
        terms = replace(terms, reminders=tuple(Reminder(one, sound) for one in after))
    if "early" not in asked:
        while Fault.EARLY_TOO_LONG in faults(terms) and terms.early > _MINUTE:
            terms = replace(terms, early=max(terms.early // 2 // _MINUTE * _MINUTE, _MINUTE))
    return terms


def _routine(terms: Terms) -> Routine:
    assert isinstance(terms.schedule, DailyAt | Every)
    return terms.schedule


def _weekdays_of(terms: Terms) -> frozenset[int]:
    schedule = _routine(terms)
    slots: tuple[Slot, ...] = schedule.slots if isinstance(schedule, DailyAt) else ()
    return frozenset(day for slot in slots for day in slot.weekdays) or EVERY_DAY


def _span(words: Sequence[str]) -> timedelta:
    found = span_of(words[0]) if len(words) == 1 else None
    if found is None:
        raise Unreadable(" ".join(words) or "-")
    return found


def _span_or_off(words: Sequence[str]) -> timedelta | None:
    return None if [word.lower() for word in words] == ["off"] else _span(words)
