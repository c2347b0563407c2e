"""An envelope says one of a few things, or nothing that anybody here would act on."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.checkin import EnvelopeRefusedError
from sealing.contents import Codes, Cry, Note, Pair, Part, Recipient, read


def said(**fields):
    return read(json.dumps({"v": 1, **fields}).encode())


def b64(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@pytest.mark.parametrize(
    ("fields", "content"),
    [
        ({"t": "note", "code": "482 915"}, Note("482915")),
        (
            {"t": "note", "code": "۴۸۲۹۱۵", "state": "raid", "text": "خوبم", "place": [38.5, 68]},
            Note("482915", 2, "خوبم", (38.5, 68.0)),
        ),
        ({"t": "note", "code": "482915", "state": "", "place": None}, Note("482915")),
        ({"t": "sos"}, Cry()),
        ({"t": "sos", "code": "482915", "text": "at home"}, Cry("at home")),
        ({"t": "codes", "code": "482915"}, Codes("482915")),
        (
            {"t": "codes", "code": "482915", "forced": "730164", "old": "555123"},
            Codes("482915", "730164", "555123"),
        ),
        ({"t": "pair", "forced": 2}, Pair(2)),
        ({"t": "pair", "forced": 1, "code": "482915"}, Pair(1, "482915")),
        (
            {"t": "part", "id": b64(b"d" * 16), "n": 2, "of": 9, "data": b64(b"x" * 1200)},
            Part(b"d" * 16, 2, 9, b"x" * 1200),
        ),
        ({"t": "key", "recipient": "age1pq1abc"}, Recipient("age1pq1abc")),
    ],
)
def test_what_may_be_said_is_understood(fields, content):
    assert said(**fields) == content


PART = {"t": "part", "id": b64(b"d" * 16), "n": 1, "of": 2, "data": b64(b"x")}


@pytest.mark.parametrize(
    "fields",
    [
        {"t": "hello"},
        {"t": ["note"]},
        {"t": "note"},
        {"t": "note", "code": ""},
        {"t": "note", "code": "  "},
        {"t": "note", "code": 482915},
        {"t": "note", "code": "4" * 129},
        {"t": "note", "code": "482915", "state": "fine"},
        {"t": "note", "code": "482915", "state": 1},
        {"t": "note", "code": "482915", "text": "x" * 201},
        {"t": "note", "code": "482915", "text": ["x"]},
        {"t": "note", "code": "482915", "text": "\ud800"},
        {"t": "note", "code": "482915", "place": [91, 0]},
        {"t": "note", "code": "482915", "place": [0, 181]},
        {"t": "note", "code": "482915", "place": [float("nan"), 0]},
        {"t": "note", "code": "482915", "place": [0, float("inf")]},
        {"t": "note", "code": "482915", "place": [10**400, 0]},
        {"t": "note", "code": "482915", "place": [1]},
        {"t": "note", "code": "482915", "place": "here"},
        {"t": "note", "code": "482915", "place": "12"},
        {"t": "note", "code": "482915", "place": ["1", "2"]},
        {"t": "note", "code": "482915", "place": [True, False]},
        {"t": "note", "code": "482915", "place": {"1": 0, "2": 0}},
        {"t": "note", "code": "482915", "place": [1, 2, 3]},
        {"t": "note", "code": "482915", "verdict": "genuine"},
        {"t": "pair", "forced": 3},
        {"t": "pair", "forced": 0},
        {"t": "pair", "forced": True},
        {"t": "pair", "forced": "1"},
        {"t": "pair"},
        {**PART, "n": 3},
        {**PART, "of": 65},
        {**PART, "id": b64(b"d" * 15)},
        {**PART, "id": 7},
        {**PART, "data": ""},
        {**PART, "data": "?"},
        {**PART, "data": b64(b"x" * 1201)},
        {"t": "key", "recipient": "a" * 2001},
        {"v": 2, "t": "sos"},
        {"v": True, "t": "sos"},
        {"v": 1.0, "t": "sos"},
        {"v": "1", "t": "sos"},
    ],
)
def test_anything_else_is_refused(fields):
    with pytest.raises(EnvelopeRefusedError):
        said(**fields)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        b"\xff",
        b'{"v":1}',
        b'{"t":"sos"}',
        b'{"v":1,"t":"sos","t":"note"}',
        b"[" * 100_000,
        b'{"v":1,"t":"note","code":"482915","place":{"a":{}}}',
    ],
)
def test_what_is_no_content_is_refused(content):
    with pytest.raises(EnvelopeRefusedError):
        read(content)


@given(st.binary(max_size=60))
def test_no_rubbish_breaks_the_reader(rubbish):
    with pytest.raises(EnvelopeRefusedError):
        read(rubbish)
