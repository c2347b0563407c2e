"""What somebody agreed to before there were sheets discloses nothing and asks no question."""

import base64
import json

from rules.alarm import Alarm
from rules.watch import Watch
from storage.rows import read_noun, write_noun
from tests.storage.samples import KEPT


def first_kept(noun):
    """The oldest row of this noun: it was written before rungs disclosed anything."""
    return base64.b64decode(json.loads(KEPT.read_text())[noun.__name__][0])


def test_terms_agreed_before_there_were_sheets_still_hold_as_they_were():
    written = first_kept(Watch)
    assert b"sections" not in written
    assert b"question" not in written

    watch = read_noun(Watch, written)

    assert [rung.sections for rung in watch.terms.ladder] == [()]
    assert not watch.terms.question
    assert read_noun(Watch, write_noun(watch)) == watch


def test_an_alarm_raised_before_there_were_sheets_goes_on():
    written = first_kept(Alarm)
    assert b"sections" not in written

    alarm = read_noun(Alarm, written)

    assert {rung.sections for rung in alarm.ladder} == {()}
    assert read_noun(Alarm, write_noun(alarm)) == alarm
