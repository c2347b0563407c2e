"""Sentences are said in the reader's language and on the reader's clock; nothing turns them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.words import FSI, PDI, SentenceBroken, SentenceMissing, Speech, plain

#: A Monday; in Dushanbe (UTC+5) it is 21:05.
NOW = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)


def speech(language="en", zone="Asia/Dushanbe", at=NOW):
    return Speech(language, zone, at)


def test_a_time_is_that_on_the_readers_wall():
    assert speech().say("notice-nudge", {"due": NOW}) == "A note, by 21:05."
    assert speech(zone="Asia/Kathmandu").say("notice-nudge", {"due": NOW}) == "A note, by 21:50."


@pytest.mark.parametrize(
    ("away", "said"),
    [
        (timedelta(hours=0), "21:05"),
        (timedelta(hours=20), "17:05"),
        (timedelta(hours=-20), "01:05"),
        (timedelta(hours=20, minutes=1), "Tue 17:06"),
        (timedelta(hours=-21), "Mon 00:05"),
        (timedelta(days=6), "Sun 21:05"),
        (timedelta(days=6, minutes=1), "29 Nov 21:06"),
        (timedelta(days=-40), "14 Oct 21:05"),
    ],
)
def test_a_day_is_named_only_where_the_hour_alone_would_mislead(away, said):
    assert speech().moment(NOW + away) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "since this evening"),
        (5, "since this afternoon"),
        (13, "since this morning"),
        (18, "since last night"),
        (25, "since yesterday evening"),
        (37, "since yesterday morning"),
        (24 * 3, "since Friday"),
        (24 * 6, "since Tuesday"),
        (24 * 8, "since 15 Nov"),
    ],
)
def test_a_contact_hears_roughly_since_when_and_never_the_hour(hours, said):
    since = NOW - timedelta(hours=hours)
    asked = speech().say("inner-ask", {"nick": "Mina", "since": since})

    assert said in asked
    assert not any(sign.isdigit() for sign in asked.replace(speech().date(since), ""))


def test_a_name_in_another_script_cannot_turn_a_line_around():
    asked = speech().say("inner-ask", {"nick": "سارا", "since": NOW})

    assert f"from {FSI}سارا{PDI} since" in asked
    assert f"from {FSI}" not in speech().say("inner-ask", {"nick": "Sara", "since": NOW})


@pytest.mark.parametrize(
    "sign", list("\u202e\u202d\u202a\u2066\u2067\u2068\u2069\u200f\u061c\u2028")
)
def test_a_name_cannot_carry_signs_that_turn_or_break_the_line(sign):
    asked = speech().say("inner-ask", {"nick": f"Mi{sign}na", "since": NOW})

    assert sign not in asked
    assert "Mina" in asked


@given(st.text())
def test_whatever_a_name_holds_isolates_are_balanced(nick):
    asked = speech().say("inner-ask", {"nick": nick[:200], "since": NOW})

    depth = 0
    for sign in asked:
        depth += (sign == FSI) - (sign == PDI)
        assert depth in {0, 1}
    assert depth == 0


def test_plain_text_keeps_its_lines_and_loses_its_controls():
    assert plain("a\nb\x07c\u202e") == "a\nb c"


def test_a_number_that_is_copied_carries_nothing_along():
    said = speech("fa").say("notice-taken", {"number": 4821, "by": "B2", "until": NOW})

    assert "4821" in said
    assert f"{FSI}4821" not in said


def test_numbers_have_no_separators_for_thousands():
    said = speech().say("notice-drill-report", {"number": 3, "asked": 12345, "answered": 1})

    assert "12345" in said


def test_one_hour_is_not_two_hours():
    one = speech().say("notice-change-refused-extension-too-long", {"limit": 1})
    two = speech().say("notice-change-refused-extension-too-long", {"limit": 2})

    assert "1 hour at" in one
    assert "2 hours at" in two


def test_a_language_nobody_has_translated_is_spoken_in_english():
    assert speech("xx").say("notice-ask") == speech("en").say("notice-ask")


def test_a_sentence_that_does_not_exist_is_a_fault():
    with pytest.raises(SentenceMissing):
        speech().say("no-such-sentence")


def test_a_sentence_that_lacks_what_it_says_is_a_fault():
    with pytest.raises(SentenceBroken):
        speech().say("notice-nudge")
