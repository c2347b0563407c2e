"""The laws that hold between her promises and the alarms about her, in whole lives."""

from rules.alarm import Kind as AlarmKind
from rules.alarm import Stage as AlarmStage
from rules.events import Cause, TimePassed, Verdict
from rules.naming import reachable_coordinators
from rules.notices import LONGEST, MANNERS, Keep, Kind
from rules.people import Part
from rules.terms import Group
from rules.watch import Sort, Stage
from tests.rules.cast import SHE
from tests.rules.living import enough, steps, worlds
from tests.rules.practice import COORDINATORS_ONLY, SILENT, UNASKED


def open_of(life, *kinds):
    alarms = [one for one in life.alarms if one.stage is not AlarmStage.CLOSED]
    return [one for one in alarms if not kinds or one.kind in kinds]


def newly_opened(step):
    return [one for one in step.happened.life.alarms if one.id in step.happened.opened]


def is_hushed(life, *verdicts):
    hushes = [one.hush for one in life.watches if one.hush is not None]
    return any(one.verdict in (verdicts or Verdict) for one in hushes)


def test_law_3_no_note_that_was_sent_in_time_is_still_to_come_when_an_alarm_opens_for_silence():
    seen = 0
    for step in steps():
        for alarm in newly_opened(step):
            if alarm.causes[0] is not Cause.MISSED:
                continue
            seen += 1
            [missed] = [
                one
                for one in step.happened.life.watches
                if one.stage is Stage.MISSED and one.sort is Sort.ROUTINE
            ]
            on_the_way = [
                one
                for one in step.unheard
                if missed.due_at - missed.terms.early <= one.at <= step.event.at
            ]
            assert on_the_way == [], step.where
    enough(seen, 40)


def test_decision_7_at_most_one_alarm_of_a_kind_is_open():
    for step in steps():
        kinds = [one.kind for one in open_of(step.happened.life)]
        assert len(kinds) == len(set(kinds)), step.where


def test_a_missed_promise_is_never_without_somebody_looking():
    """Whoever is missed has an alarm about her silence, and the next deadline asks about it."""
    for step in steps():
        missed = [one for one in step.happened.life.watches if one.stage is Stage.MISSED]
        before = {one.id for one in step.before.watches if one.stage is Stage.MISSED}
        if any(one.id not in before for one in missed):
            assert open_of(step.happened.life, AlarmKind.MISSED), step.where
        for one in missed:
            assert one.silent_at is not None, step.where


def test_what_closes_without_an_end_is_carried_on_by_duress():
    for step in steps():
        for alarm in step.happened.life.alarms:
            if alarm.id not in step.happened.closed:
                continue
            heard_end = {one.to for one in step.happened.notices if one.alarm == alarm.id}
            silent = (alarm.asked | alarm.told.keys()) - heard_end
            for duress in open_of(step.happened.life, AlarmKind.DURESS):
                silent -= duress.asked
            assert silent == set(), step.where


def test_law_11_a_contact_hears_nothing_while_there_is_no_alarm():
    for step in steps():
        roster = step.before.roster
        office = {one.id for one in roster.coordinators}
        ids = {one.id for one in (*step.before.alarms, *step.happened.life.alarms)}
        for notice in step.happened.notices:
            if notice.to not in office and notice.to != SHE:
                assert notice.alarm in ids, step.where


def test_law_15_nothing_comes_unasked_while_she_is_missed_or_others_know_of_her_cry():
    for step in steps():
        if not isinstance(step.event, TimePassed):
            continue
        life = step.happened.life
        missed = any(one.stage is Stage.MISSED for one in life.watches)
        known = any(one.told for one in open_of(life, AlarmKind.SOS))
        hers = [one for one in step.happened.notices if one.to == SHE and one.alarm is None]
        if missed or known:
            assert not [one for one in hers if one.kind in UNASKED], step.where


def test_law_15_from_a_cry_on_and_while_she_is_missed_her_phone_makes_no_sound():
    for step in steps():
        life = step.happened.life
        missed = any(one.stage is Stage.MISSED for one in life.watches)
        if not missed and not open_of(life, AlarmKind.SOS):
            continue
        for notice in step.happened.notices:
            if notice.to == SHE and notice.alarm is None:
                assert notice.silent, step.where


def test_law_15_nudges_receipts_and_answers_to_a_cry_are_silent():
    for kind in SILENT:
        assert not MANNERS[kind].sound


def test_law_14_every_kind_says_how_long_it_stays_and_none_beyond_what_can_be_unsaid():
    assert set(MANNERS) == set(Kind)
    assert {manner.keep for manner in MANNERS.values()} <= set(Keep)
    assert LONGEST.total_seconds() <= 47 * 3600


def test_law_13_what_says_why_arrives_closed():
    for kind in (Kind.ASK, Kind.ALARM, Kind.FOUND, Kind.SIGN_CAME, Kind.STILL_SILENT):
        assert MANNERS[kind].opens


def test_law_17_duress_locked_and_concern_begin_with_coordinators_only():
    for step in steps():
        for alarm in newly_opened(step):
            if alarm.causes[0] in {Cause.FORCED, Cause.LOCKED, Cause.CONCERN, Cause.WARNED}:
                assert alarm.kind in COORDINATORS_ONLY, step.where
                office = {one.id for one in step.before.roster.coordinators}
                assert alarm.asked <= office, step.where


def test_law_8_whoever_of_the_office_looks_for_her_hears_of_duress_at_once():
    looked = 0
    for step in steps():
        before = open_of(step.before)
        forced = {one.id for one in before if one.kind is AlarmKind.DURESS}
        for alarm in open_of(step.happened.life, AlarmKind.DURESS):
            if alarm.id not in forced:
                lost = alarm.never_tell | alarm.unreachable
                here = set(reachable_coordinators(SHE, step.before.roster, lost))
                known = {person for one in before for person in one.asked} & here
                assert known <= alarm.asked_now, step.where
                looked += bool(known)
    enough(looked, 20)


def test_law_25_practice_asks_coordinators_only():
    for step in steps():
        for alarm in newly_opened(step):
            routine = next(one for one in step.before.watches if one.sort is Sort.ROUTINE)
            until = routine.practice_until
            trips = [one for one in step.happened.life.watches if one.sort is Sort.JOURNEY]
            # A journey has no practice days: whoever goes on one may be looked for.
            silence = alarm.causes[0] is Cause.MISSED or (
                alarm.causes[0] is Cause.STILL_SILENT and not trips
            )
            if silence and until is not None and alarm.opened_at < until:
                groups = {group for rung in alarm.ladder for group in rung.whom}
                assert groups <= {Group.DUTY, Group.ALL}, step.where


def test_law_25_a_journey_covers_the_routine_until_its_end_and_grace():
    covered = 0
    for step in steps():
        for routine in step.before.watches:
            after = [one for one in step.happened.life.watches if one.id == routine.id]
            trips = [
                one.due_at + one.terms.journey_grace
                for one in step.before.watches
                if one.sort is Sort.JOURNEY and one.stage in {Stage.WAITING, Stage.LATE}
            ]
            waits = routine.sort is Sort.ROUTINE and routine.stage is Stage.WAITING
            passed = isinstance(step.event, TimePassed) and waits and trips
            if passed and routine.due_at <= min(max(trips), step.event.at):
                rested = after[0].stage is Stage.RESTING
                assert rested or after[0].due_at > routine.due_at, step.where
                covered += not rested
    enough(covered, 10)


def test_law_29_and_9_the_ladder_is_frozen_when_the_alarm_opens():
    for step in steps():
        before = {one.id: one for one in step.before.alarms}
        for alarm in step.happened.life.alarms:
            was = before.get(alarm.id)
            if was is not None and was.kind is alarm.kind:
                assert (alarm.ladder, alarm.hold) == (was.ladder, was.hold), step.where


def test_journeys_that_are_over_leave_the_life():
    for step in steps():
        ids = {one.id for one in step.happened.life.watches}
        assert ids.isdisjoint(step.happened.ended), step.where
        for one in step.happened.life.watches:
            over = one.begun_at is not None and one.stage is Stage.RESTING
            assert one.sort is Sort.ROUTINE or not over, step.where


def test_law_7_a_forced_sign_is_told_when_its_hush_is_over_whatever_else_happens():
    told = 0
    for step in steps():
        if is_hushed(step.before, Verdict.FORCED):
            assert not step.happened.gone, step.where
            if not is_hushed(step.happened.life, Verdict.FORCED):
                assert open_of(step.happened.life, AlarmKind.DURESS), step.where
                told += 1
    enough(told, 100)


def test_nobody_is_let_go_while_an_alarm_is_open_and_everybody_is_afterwards():
    gone = 0
    for world in worlds():
        for step in world.steps:
            left = any(one.left_at is not None for one in step.happened.life.watches)
            assert step.happened.gone <= left, step.where
            if step.happened.gone:
                assert open_of(step.happened.life) == [], step.where
                gone += 1
            if left and not open_of(step.happened.life):
                assert step.happened.gone is not is_hushed(step.happened.life), step.where
    enough(gone, 2)


def test_what_was_told_of_her_stays_where_it_may_be_known():
    """A promise says nothing to contacts; the office hears of it under her id alone."""
    for step in steps():
        office = {one.id for one in step.before.roster.coordinators}
        for notice in step.happened.notices:
            if notice.alarm is None and notice.to != SHE:
                assert notice.to in office, step.where


def test_whoever_may_be_asked_first_is_no_family():
    for step in steps():
        family = {one.id for one in step.before.roster.contacts if one.part is Part.FAMILY}
        for alarm in newly_opened(step):
            if alarm.rung == 0:
                office = {one.id for one in step.before.roster.coordinators}
                assert not alarm.asked_now & family - office, step.where
