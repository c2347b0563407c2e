"""What people type for a time is read as they mean it, or not at all."""

from datetime import UTC, datetime, timedelta

import pytest

from handlers.moments import read_moment, read_span

#: A Monday, 13:20:30 in Dushanbe (UTC+5).
AT = datetime(2026, 11, 23, 8, 20, 30, tzinfo=UTC)
ZONE = "Asia/Dushanbe"


def utc(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18:30", utc(23, 13, 30)),
        ("1830", utc(23, 13, 30)),
        ("930", utc(24, 4, 30)),
        ("18.30", utc(23, 13, 30)),
        ("18h30", utc(23, 13, 30)),
        ("\u0662\u0660:\u0660\u0660", utc(23, 15)),
        ("\u06f2\u06f0:\u06f0\u06f0", utc(23, 15)),
        ("  18:30 ", utc(23, 13, 30)),
        ("13:20", utc(24, 8, 20)),  # has just passed: tomorrow
        ("09:00", utc(24, 4)),
        ("tomorrow 9", utc(24, 4)),
        ("Tomorrow 9:15", utc(24, 4, 15)),
        ("9 tomorrow", utc(24, 4)),
        ("today 18:30", utc(23, 13, 30)),
        ("today 9", utc(23, 4)),  # said so, and passed: whoever asks says so
        ("fri 20:00", utc(27, 15)),
        ("Friday 20", utc(27, 15)),
        ("mon 14:00", utc(23, 9)),
        ("mon 9", utc(30, 4)),
        ("+3", utc(23, 11, 21)),
        ("+ 3", utc(23, 11, 21)),
        ("+\u06f3", utc(23, 11, 21)),
        ("3h", utc(23, 11, 21)),
        ("3 hours", utc(23, 11, 21)),
        ("90m", utc(23, 9, 51)),
        ("90 min", utc(23, 9, 51)),
        ("+1:30", utc(23, 9, 51)),
        ("2d", utc(25, 8, 21)),
        ("2 days", utc(25, 8, 21)),
    ],
)
def test_what_people_type_for_a_time(text, moment):
    assert read_moment(text, "en", ZONE, AT) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "18",
        "25:00",
        "18:75",
        "2460",
        "+",
        "+0",
        "0h",
        "soon",
        "tomorrow",
        "fri",
        "3 weeks",
        "9999d",
        "99999999999999999999",
        "18:30:00",
        "18:30 21:00",
        "-3",
        "+3:75",
        "1e3",
        "noon",
        "\u0663",
    ],
)
def test_what_could_mean_two_things_means_nothing(text):
    assert read_moment(text, "en", ZONE, AT) is None


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "fa"])
def test_eighteen_h_is_no_span_where_it_is_a_time(language):
    assert read_span("18h", language) is None
    assert read_span("+18h", language) == timedelta(hours=18)
    assert read_span("2d", language) == timedelta(days=2)


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("3 часа", "ru", None),
        ("+3 часа", "ru", timedelta(hours=3)),
        ("2 дня", "ru", timedelta(days=2)),
        ("2 jours", "fr", timedelta(days=2)),
        ("2 días", "es", timedelta(days=2)),
        ("+2 ساعة", "ar", timedelta(hours=2)),
        ("2 يوم", "ar", timedelta(days=2)),
        ("\u0662 روز", "fa", timedelta(days=2)),
    ],
)
def test_units_in_their_own_languages(text, language, span):
    assert read_span(text, language) == span


def test_a_time_that_the_clocks_leave_out_is_the_moment_after():
    # In Berlin there is no 02:30 on 29 March 2026.
    before = datetime(2026, 3, 28, 20, tzinfo=UTC)

    read = read_moment("2:30", "en", "Europe/Berlin", before)

    assert read == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
