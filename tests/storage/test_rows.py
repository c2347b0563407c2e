"""What is kept of a person must read the same for ever, by this Vigil and by every later one."""

import base64
import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.events import CheckedIn, Verdict
from rules.people import PersonId
from rules.terms import Way
from rules.watch import Hush
from storage.deed import Lived
from storage.diary import Line
from storage.persons import House, Person
from storage.rows import (
    Form,
    FormatUnknownError,
    form_of,
    read_noun,
    read_person,
    write_noun,
    write_person,
)
from storage.shapes import ShapeUnknownError, noun_shape, packed, shape_of
from tests.storage.samples import KEPT, NOUNS, said, samples

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


@pytest.mark.parametrize("noun", NOUNS)
def test_whatever_is_written_reads_as_it_was(noun: type) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.from_type(noun))
    def write_and_read(value: object) -> None:
        assert read_noun(noun, write_noun(value)) == value

    write_and_read()


@pytest.mark.parametrize("noun", NOUNS)
def test_rows_of_every_earlier_format_still_open(noun: type) -> None:
    rows = json.loads(KEPT.read_text())[noun.__name__]
    assert rows
    for row in rows:
        read = read_noun(noun, base64.b64decode(row))
        assert isinstance(read, noun)
        # Whatever it was then, it is now a row of today's format that says the same.
        assert read_noun(noun, write_noun(read)) == read


@pytest.mark.parametrize("noun", NOUNS)
def test_kept_rows_say_every_field_of_today(noun: type) -> None:
    """Where this fails, a noun has grown: run `python -m tests.storage.samples`."""
    rows = json.loads(KEPT.read_text())[noun.__name__]
    assert set().union(*map(said, rows)) == {field.name for field in fields(noun)}


@pytest.mark.parametrize("noun", NOUNS)
def test_full_examples_read_as_they_were_written(noun: type) -> None:
    for one in samples(noun):
        assert read_noun(noun, write_noun(one)) == one


def test_a_row_of_a_later_vigil_is_refused_and_not_guessed_at() -> None:
    written = json.loads(write_noun(House()))
    with pytest.raises(FormatUnknownError):
        read_noun(House, packed([form_of(House).number + 1, written[1]]))
    with pytest.raises(FormatUnknownError):
        read_noun(House, packed([0, written[1]]))


def test_a_field_only_a_later_vigil_knows_is_never_lost_quietly() -> None:
    number, written = json.loads(write_noun(House()))
    with pytest.raises(FormatUnknownError):
        read_noun(House, packed([number, {**written, "moon": 1}]))


@dataclass(frozen=True, slots=True)
class Lamp:
    colour: str
    watts: int = 5


def test_three_formats_of_one_noun_all_become_the_present_one() -> None:
    def named_otherwise(row: dict[str, object]) -> dict[str, object]:
        return {"hue": row["color"]}

    def in_english(row: dict[str, object]) -> dict[str, object]:
        return {"colour": row["hue"], "watts": 9}

    form = Form(noun_shape(Lamp), (named_otherwise, in_english))
    assert form.read(packed([1, {"color": "red"}])) == Lamp("red", 9)
    assert form.read(packed([2, {"hue": "red"}])) == Lamp("red", 9)
    assert form.read(packed([3, {"colour": "red"}])) == Lamp("red")
    assert form.write(Lamp("red")) == packed([3, {"colour": "red"}])


def test_a_forced_sign_takes_as_many_bytes_as_a_free_one() -> None:
    at = datetime(2026, 11, 21, 16, tzinfo=UTC)
    someone = PersonId(bytes(range(16)))
    lengths = {
        verdict: (
            len(packed(shape_of(Hush).encode(Hush(at, verdict)))),
            len(write_noun(Line(at, Lived(someone, CheckedIn(at, Way.TAP, verdict, at, at))))),
        )
        for verdict in Verdict
    }
    assert len(set(lengths.values())) == 1


def test_the_version_of_a_person_stands_in_the_row_alone() -> None:
    person = Person(id=PersonId(bytes(16)), version=7, code="A7")
    assert read_person(write_person(person), 9) == Person(
        id=PersonId(bytes(16)), version=9, code="A7"
    )


def test_a_type_nobody_taught_us_to_write_is_named() -> None:
    with pytest.raises(ShapeUnknownError, match="complex"):
        shape_of(complex)
    with pytest.raises(ShapeUnknownError):
        shape_of(list[int])
