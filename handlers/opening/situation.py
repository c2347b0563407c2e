"""What the office reads of an alarm after "open": where it stands, what to do, what not to do."""

from handlers.context import button, long, say
from rules.alarm import Alarm, Kind, Stage, advice, matter, wants_a_word
from rules.events import Cause, Finding, State
from rules.people import Part, PersonId
from storage.deed import Button, Words
from storage.readings import AlarmSeen

_SHARED_PHONE = frozenset({Kind.DURESS, Kind.LOCKED})  #: somebody else may read along


def situation(seen: AlarmSeen, found: str) -> tuple[Words, ...]:
    """Return an alarm on one screen. `found`: a report that was opened, `<finding>:<who>`."""
    alarm, subject = seen.alarm, seen.subject
    if alarm.stage is Stage.CLOSED:
        outcome = str(alarm.outcome)
        return (say("inner-closed", number=alarm.number, subject=subject.code, outcome=outcome),)
    lines = [*_found(seen, found), _what(seen), *_state(alarm)]
    if wants_a_word(alarm):
        assert alarm.back_at is not None
        code, number = subject.code, alarm.number
        lines.append(say("inner-sign-came", at=alarm.back_at, subject=code, number=number))
    lines.append(say(f"inner-do-{advice(alarm)}", subject=subject.code))
    if Cause.STILL_SILENT in alarm.causes:
        lines.append(say("inner-still-silent"))
    lines += [*_whom_to_ask(seen), *_wanted(seen), *_whose_turn(seen)]
    return tuple(lines)


def buttons_for(seen: AlarmSeen, reader: PersonId) -> tuple[tuple[Button, ...], ...]:
    """Return what a coordinator can press under the situation."""
    alarm = seen.alarm
    if alarm.stage is Stage.CLOSED:
        return ()
    written = (button("button-office-wrote", "wrote", seen.subject.code),)
    if alarm.holder == reader:
        return ((button("button-hand-back", "handback", alarm.number),), written)
    take = button("button-take", "take", alarm.number)
    return ((take, button("button-not-me", "not-me", alarm.number)), written)


def _what(seen: AlarmSeen) -> Words:
    alarm = seen.alarm
    ending = matter(alarm)
    facts = {"subject": seen.subject.code, "level": str(alarm.level)}
    if alarm.kind is not Kind.MISSED:
        return say(f"inner-alarm-{ending}", since=alarm.since, **facts)
    last = max((one.last_sign_at for one in seen.watches if one.last_sign_at), default=None)
    if last is None:
        return say(f"inner-alarm-{ending}-no-last", **facts)
    return say(f"inner-alarm-{ending}", last=last, **facts)


def _state(alarm: Alarm) -> tuple[Words, ...]:
    """Say what she could tell of her situation; nothing where she said nothing."""
    return () if alarm.state is State.CALM else (say(f"inner-state-{alarm.state.name.lower()}"),)


def _found(seen: AlarmSeen, found: str) -> tuple[Words, ...]:
    place, _, who = found.partition(":")
    by = long(who)
    if not place.isdecimal() or int(place) >= len(Finding) or by is None:
        return ()
    finding = list(Finding)[int(place)]
    return (say("inner-found", by=_called(seen, PersonId(by)), finding=str(finding)),)


def _whom_to_ask(seen: AlarmSeen) -> list[Words]:
    lines = []
    subject, kind = seen.subject, seen.alarm.kind
    asked = (one for one in subject.contacts if one.part is Part.NEAR and one.is_asked)
    near = next((one.nick for one in asked), None)
    if near is not None and kind in {Kind.MISSED, Kind.CONCERN}:
        lines.append(say("inner-near", near=near))
    if "proxy" in subject.facts and kind in _SHARED_PHONE:
        lines.append(say("inner-proxy", proxy=subject.facts["proxy"]))
    if "publicity" in subject.facts:
        lines.append(say("inner-publicity", publicity=subject.facts["publicity"]))
    return lines


def _wanted(seen: AlarmSeen) -> list[Words]:
    """Return what somebody else of the office waits for."""
    alarm = seen.alarm
    if alarm.closing is not None:
        by, outcome = alarm.closing
        facts = {"by": _called(seen, by), "outcome": str(outcome)}
        return [say("inner-closing", number=alarm.number, **facts)]
    if alarm.confirmed_by:
        by = min(alarm.confirmed_by)
        return [say("inner-confirming", by=_called(seen, by), number=alarm.number)]
    return []


def _whose_turn(seen: AlarmSeen) -> list[Words]:
    alarm = seen.alarm
    if alarm.turn_at is None:
        return []
    if alarm.stage is Stage.HELD and alarm.holder is not None:
        holder = _called(seen, alarm.holder)
        return [say("inner-held", holder=holder, until=alarm.turn_at)]
    return [say("inner-next", at=alarm.turn_at)]


def _called(seen: AlarmSeen, who: PersonId) -> str:
    """Return a coordinator's code, or the name the person gave their contact."""
    nick = next((one.nick for one in seen.subject.contacts if one.id == who), "")
    name = seen.names.get(who)
    return nick or (name.code if name is not None else "") or "-"
