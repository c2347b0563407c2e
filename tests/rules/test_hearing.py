"""Until when we have surely heard everything (law 3; DECISIONS.md, 5 and 6)."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules.hearing import ALARM_PATIENCE, Poll, alarm_time, heard_until, proven_by
from tests.rules.cast import at

SECOND = timedelta(seconds=1)
moments = st.integers(0, 10_000).map(lambda n: at("12:00") + n * SECOND)


def test_a_poll_that_could_have_brought_more_has_brought_everything():
    assert proven_by(Poll(at("20:00"), limit=100, count=99, newest=at("19:00"))) == at("20:00")
    assert proven_by(Poll(at("20:00"), limit=100, count=0, newest=None)) == at("20:00")


def test_a_full_poll_proves_what_is_older_than_its_newest_date():
    full = Poll(at("20:00"), limit=100, count=100, newest=at("19:00"))
    assert proven_by(full) == at("19:00") - SECOND
    ahead = Poll(at("20:00"), limit=100, count=100, newest=at("20:30"))
    assert proven_by(ahead) == at("20:00")
    undated = Poll(at("20:00"), limit=100, count=100, newest=None)
    assert proven_by(undated) is None


def test_what_has_not_been_tried_has_not_been_heard():
    assert heard_until(at("20:00"), None) == at("20:00")
    assert heard_until(at("20:00"), at("19:58")) == at("19:58")
    assert heard_until(at("20:00"), at("20:01")) == at("20:00")


def test_a_running_ladder_does_not_freeze_while_telegram_is_away():
    assert alarm_time(None, at("20:00")) == at("19:55")
    assert alarm_time(at("12:00"), at("20:00")) == at("19:55")
    assert alarm_time(at("19:59"), at("20:00")) == at("19:59")


@given(moments, st.lists(moments, max_size=200), st.integers(1, 100))
def test_nobody_is_taken_for_silent_whose_message_is_still_to_come(asked, queue, limit):
    """Play Telegram's end: what a poll leaves in the queue was sent after what it proves."""
    sent = sorted(one for one in queue if one <= asked)
    brought, left = sent[:limit], sent[limit:]
    poll = Poll(asked, limit, len(brought), max(brought, default=None))

    proven = proven_by(poll)
    assert proven is None or all(one > proven for one in left)
    assert alarm_time(proven, asked) >= asked - ALARM_PATIENCE
