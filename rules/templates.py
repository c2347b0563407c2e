"""The three templates of PRACTICE.md as a table: what an organisation starts from.

Ways in that a house cannot offer are taken out by `with_what_exists`: what is sealed, and the two
buttons, need the page. What a person is then told about it stands in the words.
"""

from dataclasses import replace
from datetime import time, timedelta

from rules.schedule import DailyAt, slots_at
from rules.terms import Group, Level, Reminder, Rung, Section, Terms, Way

_M = timedelta(minutes=1)
_H = timedelta(hours=1)
_D = timedelta(days=1)

#: The ways in that need the chat alone, paper, or somebody's ear.
WITHOUT_PAGE = frozenset({Way.TAP, Way.CARD, Way.HEARD})

#: Without one of these the level `high` is refused: a tap can be forced by anybody.
STRONG_WAYS = frozenset({Way.SEALED, Way.CARD})

#: What whoever looks for her needs first. Everything goes to coordinators alone, and at last; who
#: works openly discloses nothing by the clock, for there is time to ask.
_TO_HELP = (Section.CALL, Section.LAWYER, Section.HEALTH)

TEMPLATES: dict[Level, Terms] = {
    Level.LOW: Terms(
        level=Level.LOW,
        schedule=DailyAt(slots_at(time(19)), "UTC"),
        early=6 * _H,
        nudge=30 * _M,
        grace=120 * _M,
        reminders=(Reminder(0 * _M), Reminder(60 * _M)),
        ladder=(
            Rung((Group.DUTY,), 45 * _M),
            Rung((Group.FIRST_CONTACT,), 60 * _M),
            Rung((Group.ALL, Group.OTHER_CONTACTS), 60 * _M),
        ),
        hold=60 * _M,
        ways=frozenset({Way.TAP, Way.PAIR}),
        self_confirms=15 * _M,
        confirmers=1,
        closers=1,
        cooling=12 * _H,
        pause_alone=14 * _D,
        pause_with_yes=30 * _D,
        journey_longest=24 * _H,
        journey_grace=90 * _M,
        halfway=None,
        extensions=3,
        extension=2 * _H,
        sos_contacts_after=10 * _M,
        sos_family=True,
        chat_kept=24 * _H,
        practice=7 * _D,
        drill_every=90 * _D,
    ),
    Level.MEDIUM: Terms(
        level=Level.MEDIUM,
        schedule=DailyAt(slots_at(time(9), time(20)), "UTC"),
        early=4 * _H,
        nudge=30 * _M,
        grace=60 * _M,
        reminders=(Reminder(0 * _M), Reminder(30 * _M)),
        ladder=(
            Rung((Group.DUTY, Group.NEAR), 20 * _M),
            Rung((Group.SECOND, Group.SECOND_CONTACT), 30 * _M),
            Rung((Group.ALL, Group.LAWYER, Group.FAMILY), 30 * _M, _TO_HELP),
        ),
        hold=30 * _M,
        ways=frozenset({Way.SEALED, Way.CARD, Way.PAIR}),
        self_confirms=None,
        confirmers=1,
        closers=1,
        cooling=24 * _H,
        pause_alone=72 * _H,
        pause_with_yes=14 * _D,
        journey_longest=12 * _H,
        journey_grace=45 * _M,
        halfway=None,
        extensions=2,
        extension=1 * _H,
        sos_contacts_after=5 * _M,
        sos_family=True,
        chat_kept=6 * _H,
        practice=7 * _D,
        drill_every=60 * _D,
        question=True,
    ),
    Level.HIGH: Terms(
        level=Level.HIGH,
        schedule=DailyAt(slots_at(time(8), time(14), time(20)), "UTC"),
        early=2 * _H,
        nudge=None,
        grace=30 * _M,
        reminders=(Reminder(0 * _M, sound=False), Reminder(15 * _M, sound=False)),
        ladder=(
            Rung((Group.TWO, Group.NEAR), 10 * _M),
            Rung((Group.ALL, Group.LAWYER), 15 * _M, _TO_HELP),
            Rung((Group.ALL,), 15 * _M, (Section.WHOLE,)),
        ),
        hold=20 * _M,
        ways=frozenset({Way.SEALED, Way.CARD}),
        self_confirms=None,
        confirmers=2,
        closers=2,
        cooling=48 * _H,
        pause_alone=12 * _H,
        pause_with_yes=72 * _H,
        journey_longest=8 * _H,
        journey_grace=30 * _M,
        halfway=4 * _H,
        extensions=1,
        extension=1 * _H,
        sos_contacts_after=3 * _M,
        sos_family=False,
        chat_kept=1 * _H,
        practice=3 * _D,
        drill_every=30 * _D,
        question=True,
    ),
}


def from_template(level: Level, zone: str, *, page: bool = False) -> Terms:
    """Return the template of `level` with its times in `zone` (IANA), with the ways that exist.

    `page`: the house has a page that people open on their phones. Raises ValueError where the
    template's schedule has no wall times; ours all have.
    """
    terms = TEMPLATES[level]
    if not isinstance(terms.schedule, DailyAt):
        raise ValueError(level)  # noqa: TRY004  (the table is wrong, not the caller's type)
    in_zone = replace(terms, schedule=replace(terms.schedule, zone=zone))
    return with_what_exists(in_zone, page=page)


def with_what_exists(terms: Terms, *, page: bool = False) -> Terms:
    """Return `terms` with ways in that can be used in this house.

    Where paper alone is left, a tap is agreed in its place, but never in the greatest danger.
    """
    ways = terms.ways if page else terms.ways & WITHOUT_PAGE
    spare_only = ways <= {Way.CARD} and terms.level is not Level.HIGH
    return replace(terms, ways=frozenset({Way.TAP}) if spare_only else ways)
