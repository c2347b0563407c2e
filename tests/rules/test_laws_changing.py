"""Laws 9 and 19, in every turn of every life: what weakens begins late and is told."""

from dataclasses import replace

from rules.events import (
    ChangeAsked,
    ChangeTakenBack,
    TimePassed,
    Verdict,
)
from rules.notices import Kind
from rules.schedule import next_due
from rules.terms import Extend, Leave, NewTerms, Pause
from rules.watch import GoAway, Sort, Stage, TellOffice
from rules.weakening import weakens, weakens_by_zone_or_way
from tests.rules.living import watch_turns
from tests.rules.practice import LEAVING_LIMIT, WEAK_WAYS


def told_office(turn):
    return {one.kind for one in turn.decision.orders if isinstance(one, TellOffice)}


# --- Laws 9 and 19: what weakens begins late and is told -----------------------------------------


def test_law_9_what_weakens_by_tap_changes_nothing_now_and_is_told_to_the_office():
    for turn in watch_turns(ChangeAsked):
        before, after, event = turn.before, turn.decision.watch, turn.event
        if not _asks_for_terms(turn) or not weakens(before.terms, event.change.terms):
            continue
        assert Kind.CHANGE_TOLD in told_office(turn), turn.where
        if event.way in WEAK_WAYS or event.by is not None:
            assert after.terms == before.terms, turn.where
            [pending] = [one for one in after.pending if one.change == event.change]
            if before.stage in {Stage.RESTING, Stage.WAITING}:
                assert pending.from_at >= event.at + before.terms.cooling, turn.where
                assert pending.from_at >= (before.due_at or event.at), turn.where


def test_law_9_what_strengthens_takes_effect_at_once():
    for turn in watch_turns(ChangeAsked):
        before, after = turn.before, turn.decision.watch
        at_peace = before.stage in {Stage.RESTING, Stage.WAITING}
        if (
            _asks_for_terms(turn)
            and at_peace
            and not weakens(before.terms, turn.event.change.terms)
        ):
            assert after.terms == turn.event.change.terms, turn.where


def test_law_9_a_pending_change_begins_only_after_a_kept_deadline():
    for turn in watch_turns(TimePassed):
        before, after = turn.before, turn.decision.watch
        if after.terms == before.terms:
            continue
        assert before.stage in {Stage.WAITING, Stage.RESTING}, turn.where
        [used] = [one for one in before.pending if one.change == NewTerms(after.terms)]
        covered = turn.event.covered_until or turn.event.at
        later = before.due_at is None or before.due_at > used.from_at or before.due_at <= covered
        assert later, turn.where
        assert used.from_at <= turn.event.at, turn.where


def test_law_9_a_break_ends_by_itself_and_is_no_longer_than_agreed():
    for turn in watch_turns():
        after = turn.decision.watch
        if after.paused_until is not None and after.stage is Stage.RESTING:
            assert after.wake_at <= after.paused_until, turn.where
        if isinstance(turn.event, ChangeAsked) and isinstance(turn.event.change, Pause):
            terms, by = turn.before.terms, turn.event.by
            limit = terms.pause_alone if by is None else terms.pause_with_yes
            for one in after.pending:
                if one.change == turn.event.change and one not in turn.before.pending:
                    assert turn.event.change.until - one.from_at <= limit, turn.where
            if after.paused_until != turn.before.paused_until:
                assert after.paused_until - turn.event.at <= limit, turn.where
                assert turn.event.way not in WEAK_WAYS, turn.where


def test_law_9_no_break_follows_another_without_a_note():
    for turn in watch_turns(TimePassed):
        before, after = turn.before, turn.decision.watch
        if after.paused_until is None or after.paused_until == before.paused_until:
            continue
        [used] = [one for one in before.pending if one.change == Pause(after.paused_until)]
        covered = turn.event.covered_until
        if before.stage is Stage.WAITING:
            journey = before.due_at <= (covered or turn.event.at)
            assert before.due_at > used.from_at or journey, turn.where
        if before.stage is Stage.RESTING:
            # The rest before it ended in the same turn, and the first note after it could wait.
            terms, ended = before.terms, before.paused_until
            first = next_due(terms.schedule, ended, terms.seasons)
            assert covered is not None, turn.where
            assert ended < first <= covered, turn.where


def test_law_9_no_change_touches_a_promise_that_is_late_or_missed():
    for turn in watch_turns(ChangeAsked, ChangeTakenBack):
        before, after = turn.before, turn.decision.watch
        extended = getattr(turn.event, "change", None)
        if before.stage in {Stage.LATE, Stage.MISSED} and not isinstance(extended, Extend):
            assert replace(after, pending=before.pending) == before, turn.where


def test_law_19_the_screen_claims_no_effect_that_has_not_begun():
    for turn in watch_turns(ChangeAsked):
        for notice in turn.decision.notices:
            after, change = turn.decision.watch, turn.event.change
            match notice.kind:
                case Kind.CHANGE_PENDING | Kind.BREAK_PENDING:
                    assert notice.facts["from"] >= turn.event.at, turn.where
                    assert after.terms == turn.before.terms, turn.where
                    assert after.paused_until == turn.before.paused_until, turn.where
                case Kind.CHANGE_SET:
                    assert after.terms == change.terms, turn.where
                case Kind.BREAK_SET:
                    assert after.paused_until == change.until, turn.where
                case Kind.CHANGE_REFUSED:
                    assert after == turn.before, turn.where
                case _:
                    pass


def test_law_19_not_even_a_code_hurries_a_zone_or_a_weaker_way():
    for turn in watch_turns(ChangeAsked):
        before = turn.before
        if _asks_for_terms(turn) and weakens_by_zone_or_way(before.terms, turn.event.change.terms):
            assert turn.decision.watch.terms == before.terms, turn.where


def test_law_19_no_change_of_terms_moves_a_promised_deadline():
    for turn in watch_turns(ChangeAsked):
        if isinstance(turn.event.change, NewTerms):
            assert turn.decision.watch.due_at == turn.before.due_at, turn.where


def test_law_19_a_journey_is_extended_alone_only_within_its_allowance():
    for turn in watch_turns(ChangeAsked):
        before, after = turn.before, turn.decision.watch
        if not isinstance(turn.event.change, Extend) or after == before:
            continue
        assert before.sort is Sort.JOURNEY, turn.where
        assert turn.event.change.by <= before.terms.extension, turn.where
        if turn.event.by is None:
            assert after.extensions <= before.terms.extensions, turn.where


def test_law_19_leaving_ends_after_72_hours_at_the_latest_and_is_not_forgotten():
    for turn in watch_turns():
        before, after = turn.before, turn.decision.watch
        was = [one for one in before.pending if isinstance(one.change, Leave)]
        left = [one for one in after.pending if isinstance(one.change, Leave)]
        assert len(left) <= 1, turn.where
        if isinstance(turn.event, ChangeAsked) and left and not was:
            assert left[0].from_at == turn.event.at + LEAVING_LIMIT, turn.where
            assert Kind.LEAVING_ASKED in told_office(turn), turn.where
        if was and not left:
            gone = GoAway() in turn.decision.orders
            # What a phone in other hands wished seems to wait, and is over without her.
            doubted = was[0].verdict is Verdict.FORCED
            assert gone is not doubted or isinstance(turn.event, ChangeTakenBack), turn.where
            assert not gone or turn.event.at >= was[0].from_at, turn.where


def _asks_for_terms(turn):
    """Say whether other terms were asked for in a life that has begun and is not over."""
    change, before = turn.event.change, turn.before
    if not isinstance(change, NewTerms) or before.sort is Sort.JOURNEY:
        return False
    return before.begun_at is not None and before.left_at is None
