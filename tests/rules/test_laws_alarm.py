"""The laws of what an alarm says and how it ends, looked for in every turn of every life."""

from rules.alarm import Closed, Kind, Stage
from rules.events import (
    ClosingAsked,
    Confirmed,
    OwnerBack,
    Proof,
    Repeated,
    Reported,
    TimePassed,
    Told,
    Unreachable,
)
from rules.notices import Kind as Say
from tests.rules.living import alarm_turns, enough
from tests.rules.practice import COORDINATORS_ONLY, STRONG_WAYS, URGENT

#: All that a contact may ever hear, and in which facts it may come.
TO_CONTACTS = {
    Say.ASK: {"subject", "since", "cause"},
    Say.SHEET: {"subject", "sections"},
    Say.TAKEN_CONTACT: set(),
    Say.PASSED_ON: set(),
    Say.LOOKING: set(),
    Say.ALL_WELL: set(),
    Say.OFFICE_SPEAKS: set(),
    Say.IT_IS_OVER: set(),
}
ENDS = {Say.ALL_WELL, Say.OFFICE_SPEAKS, Say.IT_IS_OVER, Say.CLOSED}
GOOD = {"safe", "false-alarm"}
SILENCES = {"missed", "journey", "unheard", "still-silent"}


def actor(turn):
    match turn.event:
        case Told() | Unreachable():
            return turn.event.who
        case _:
            return getattr(turn.event, "by", None)


def ended(turn):
    return turn.before.stage is not Stage.CLOSED and turn.decision.alarm.stage is Stage.CLOSED


def said_to(turn, person):
    return [one.kind for one in turn.decision.notices if one.to == person]


# --- Law 6: whoever was told is told the end -----------------------------------------------------


def test_law_6_whoever_was_asked_or_told_is_told_the_end():
    seen = 0
    for turn in alarm_turns():
        if not ended(turn):
            continue
        for person in turn.before.asked | turn.before.told.keys():
            assert ENDS & set(said_to(turn, person)), turn.where
            seen += 1
        assert turn.decision.orders == (Closed(turn.decision.alarm.outcome),), turn.where
    enough(seen, 100)


def test_law_6_whoever_is_told_too_late_is_told_the_end_then():
    for turn in alarm_turns(Told):
        before, who = turn.before, turn.event.who
        if before.stage is not Stage.CLOSED or who == before.subject:
            continue
        late = who not in before.asked and who not in before.told
        assert bool(ENDS & set(said_to(turn, who))) is late, turn.where
        assert who in turn.decision.alarm.told, turn.where


def test_law_6_whoever_is_written_to_will_hear_the_end():
    for turn in alarm_turns():
        written = {one.to for one in turn.decision.notices if one.alarm is not None}
        assert written <= turn.decision.alarm.asked, turn.where


# --- Laws 8, 11, 17, 18, 20: what each may hear --------------------------------------------------


def test_law_8_an_alarm_says_nothing_to_the_one_whom_it_is_about():
    for turn in alarm_turns():
        hers = said_to(turn, turn.before.subject)
        assert hers in ([], [Say.SOS_SEEN]), turn.where
        assert not hers or turn.before.kind is Kind.SOS, turn.where
        assert turn.before.subject not in turn.decision.alarm.told, turn.where


def test_law_11_a_contact_hears_only_a_question_and_never_of_others_or_of_times():
    for turn in alarm_turns():
        for notice in turn.decision.notices:
            if turn.roster.is_coordinator(notice.to) or notice.to == turn.before.subject:
                continue
            assert set(notice.facts) == TO_CONTACTS[notice.kind], turn.where
            assert notice.facts.get("subject", turn.before.subject) == turn.before.subject
            assert notice.facts.get("since", turn.before.since) == turn.before.since, turn.where
            assert notice.alarm == turn.before.id, turn.where


def test_law_17_of_duress_and_the_like_no_contact_hears_by_the_clock():
    for turn in alarm_turns(TimePassed):
        if turn.before.kind not in COORDINATORS_ONLY:
            continue
        for notice in turn.decision.notices:
            if not turn.roster.is_coordinator(notice.to):
                # Only whom a missed alarm has asked before, and only in the neutral words.
                assert notice.kind is Say.LOOKING, turn.where
                assert notice.to in turn.before.told, turn.where


def test_law_17_contacts_whom_no_missed_alarm_asked_never_hear_of_it_at_all():
    for turn in alarm_turns():
        before, roster = turn.before, turn.roster
        never_missed = set(before.causes).isdisjoint(SILENCES)
        known = before.asked | before.told.keys() | {actor(turn)}
        if before.kind in COORDINATORS_ONLY and never_missed:
            for notice in turn.decision.notices:
                assert roster.is_coordinator(notice.to) or notice.to in known, turn.where


def test_law_18_a_removed_contact_hears_only_that_it_is_over():
    for turn in alarm_turns():
        roster, subject = turn.roster, turn.before.subject
        for notice in turn.decision.notices:
            known = roster.is_contact(notice.to) or roster.is_coordinator(notice.to)
            assert known or notice.to == subject or notice.kind is Say.IT_IS_OVER, turn.where


def test_law_18_a_removed_contact_moves_nothing():
    for turn in alarm_turns():
        by = getattr(turn.event, "by", None)
        if by is None or turn.roster.is_contact(by) or turn.roster.is_coordinator(by):
            continue
        if by != turn.before.holder:
            assert turn.decision.alarm == turn.before, turn.where
            assert turn.decision.orders == (), turn.where


def test_law_20_no_contact_learns_an_outcome_and_all_that_is_good_sounds_alike():
    for turn in alarm_turns():
        for notice in turn.decision.notices:
            if turn.roster.is_coordinator(notice.to):
                continue
            assert not {"outcome", "by", "finding", "number"} & set(notice.facts), turn.where
            if notice.kind in {Say.ALL_WELL, Say.OFFICE_SPEAKS}:
                good = turn.decision.alarm.outcome in GOOD
                assert (notice.kind is Say.ALL_WELL) is good, turn.where


# --- Laws 12 and 16: a person confirms -----------------------------------------------------------


def test_law_12_she_moves_nothing_about_herself():
    seen = 0
    for turn in alarm_turns():
        if actor(turn) == turn.before.subject:
            decision = turn.decision
            assert (decision.alarm, decision.notices, decision.orders) == (turn.before, (), ())
            seen += 1
    enough(seen, 50)


def test_law_16_before_anybody_was_told_a_sign_closes_and_afterwards_it_holds():
    for turn in alarm_turns(OwnerBack):
        before, after = turn.before, turn.decision.alarm
        if before.kind is not Kind.MISSED or before.stage is Stage.CLOSED:
            assert (after, turn.decision.notices) == (before, ()), turn.where
        elif before.told:
            assert (after.stage, after.back_at) == (Stage.HELD, turn.event.at), turn.where
            assert (turn.decision.notices, turn.decision.orders) == ((), ()), turn.where
        else:
            assert (after.stage, after.outcome) == (Stage.CLOSED, "safe"), turn.where


def test_law_16_it_makes_no_difference_what_the_sign_meant():
    for turn in alarm_turns(OwnerBack):
        assert not any("verdict" in one.facts for one in turn.decision.notices), turn.where


def test_law_16_all_who_were_told_hear_the_same_words_once_at_the_same_moment():
    for turn in alarm_turns():
        before, after = turn.before, turn.decision.alarm
        worded = {one.to for one in turn.decision.notices if one.kind is Say.SIGN_CAME}
        looking = {one.to for one in turn.decision.notices if one.kind is Say.LOOKING}
        if isinstance(turn.event, TimePassed) and after.worded and not before.worded:
            assert turn.event.at >= before.words_at, turn.where
            known = {
                one
                for one in before.told
                if turn.roster.is_contact(one) or turn.roster.is_coordinator(one)
            }
            if before.kind is Kind.DURESS:
                # The office knows what it meant, and is not led to speak with her.
                known -= {one.id for one in turn.roster.coordinators}
            assert worded | looking == known, turn.where
        else:
            assert worded == set(), turn.where
            late = isinstance(turn.event, Told) and before.stage is Stage.CLOSED
            assert not looking or (ended(turn) and not before.worded) or late, turn.where


def test_law_16_a_sign_holds_it_until_coordinators_had_time_to_hear_of_it():
    for turn in alarm_turns(OwnerBack):
        before, after = turn.before, turn.decision.alarm
        if after.stage is Stage.HELD and before.stage is Stage.RAISED:
            assert after.turn_at > turn.event.words_at, turn.where
            assert after.turn_at >= turn.event.at + before.hold, turn.where


def test_law_16_only_a_coordinator_ends_what_somebody_was_told():
    for turn in alarm_turns():
        if not ended(turn) or not turn.before.told:
            continue
        before, event = turn.before, turn.event
        match event:
            case Confirmed():
                assert before.back_at is not None, turn.where
                assert turn.roster.is_coordinator(event.by), turn.where
            case ClosingAsked():
                assert turn.roster.is_coordinator(event.by), turn.where
            case _ if before.kind is Kind.DRILL:
                pass
            case _:
                # Only where terms let a strong sign confirm itself.
                assert isinstance(event, TimePassed), turn.where
                assert before.confirms_at <= event.at, turn.where
                assert before.self_confirms is not None, turn.where


def test_law_16_only_a_strong_sign_that_nobody_doubts_confirms_itself():
    for turn in alarm_turns():
        before, after = turn.before, turn.decision.alarm
        if after.confirms_at is not None and after.confirms_at != before.confirms_at:
            assert isinstance(turn.event, OwnerBack), turn.where
            assert turn.event.way in STRONG_WAYS, turn.where
            soonest = max(turn.event.at + before.self_confirms, turn.event.words_at)
            assert after.confirms_at == soonest, turn.where
        doubt = isinstance(turn.event, Repeated) or (
            isinstance(turn.event, Reported)
            and turn.event.finding == "in-danger"
            and turn.decision.notices
        )
        if doubt and before.stage is not Stage.CLOSED:
            assert after.confirms_at is None, turn.where


def test_law_16_unconfirmed_when_the_hold_ends_the_ladder_goes_on():
    for turn in alarm_turns(TimePassed):
        before, after = turn.before, turn.decision.alarm
        if before.stage is Stage.HELD and before.turn_at <= turn.event.at:
            assert after.stage in {Stage.RAISED, Stage.CLOSED}, turn.where
            assert after.holder is None, turn.where


def test_law_16_where_two_must_be_sure_one_knows_the_voice():
    for turn in alarm_turns(Confirmed):
        before, after = turn.before, turn.decision.alarm
        if not ended(turn):
            continue
        assert len(after.confirmed_by) >= before.confirmers, turn.where
        known = before.voice_known or turn.event.proof in {Proof.VOICE, Proof.SEEN}
        assert known or before.confirmers == 1, turn.where


def test_two_coordinators_who_agree_close_an_urgent_alarm_where_terms_say_two():
    for turn in alarm_turns(ClosingAsked):
        before, event = turn.before, turn.event
        may = turn.roster.is_coordinator(event.by) and event.by != before.subject
        if before.stage is Stage.CLOSED or not may:
            continue
        two = before.kind in URGENT and before.closers == 2
        agreed = before.closing is not None and (
            before.closing[0] != event.by and before.closing[1] == event.outcome
        )
        assert ended(turn) is (agreed or not two), turn.where


def test_what_is_closed_stays_closed_and_asks_nobody():
    for turn in alarm_turns():
        if turn.before.stage is Stage.CLOSED:
            assert turn.decision.alarm.stage is Stage.CLOSED, turn.where
            assert turn.decision.alarm.outcome == turn.before.outcome, turn.where
            kinds = {one.kind for one in turn.decision.notices}
            assert kinds <= ENDS | {Say.LOOKING}, turn.where
