"""What a log may hold, whoever wrote to it and however loud it is."""

import io
import json
import logging
import sys
import warnings

import httpx
import pytest

from bot.logs import HIDDEN, set_up, trail
from bot.settings_faults import LogFormat

TOKEN = "4242424242:AAE-some_Thing_that_is_long_enough_to_be_real"
OURS = logging.getLogger("bot.somewhere")


@pytest.fixture
def logged():
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook)
    levels = {one: logging.getLogger(one).level for one in ("httpx", "telegram", "sqlalchemy")}
    out = io.StringIO()
    yield out
    logging.captureWarnings(capture=False)
    root.handlers[:], root.level, sys.excepthook = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def blow_up():
    try:
        return {}["Amina is at home"]
    except KeyError as cause:
        raise ValueError("a text of hers") from cause


def test_a_plain_line_has_an_action_and_counts(logged):
    set_up("INFO", LogFormat.PLAIN, out=logged)
    OURS.info("inbox.kept", extra={"count": 3})
    assert logged.getvalue().endswith("Z INFO bot.somewhere: inbox.kept count=3\n") or (
        "+00:00 INFO bot.somewhere: inbox.kept count=3\n" in logged.getvalue()
    )


def test_a_line_for_machines_is_json(logged):
    set_up("INFO", LogFormat.JSON, out=logged)
    OURS.warning("horn.blown", extra={"reached": 1, "of": 2})
    line = json.loads(logged.getvalue())
    assert line["action"] == "horn.blown"
    assert (line["level"], line["from"]) == ("WARNING", "bot.somewhere")
    assert (line["reached"], line["of"]) == (1, 2)


@pytest.mark.parametrize("form", list(LogFormat))
def test_an_exception_is_logged_without_its_words(logged, form):
    set_up("DEBUG", form, out=logged)
    try:
        blow_up()
    except ValueError:
        OURS.exception("intake.failed", extra={"update_id": 7})
    line = logged.getvalue()
    assert "ValueError from KeyError at test_logs.py:" in line
    assert "Amina" not in line
    assert "text of hers" not in line
    assert line.count("\n") == 1


def test_what_others_log_is_cut_before_anything_was_filled_in(logged):
    set_up("DEBUG", LogFormat.PLAIN, out=logged)
    others = logging.getLogger("somebody.else")
    others.warning("could not send %r", "Amina is at home")
    others.error("Task exception was never retrieved\nfuture: ValueError('Amina')")
    assert "could not send %r" in logged.getvalue()
    assert "Task exception was never retrieved" in logged.getvalue()
    assert "Amina" not in logged.getvalue()


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "sqlalchemy.engine", "asyncio"])
def test_the_talkative_are_quiet_even_at_debug(logged, name):
    set_up("DEBUG", LogFormat.PLAIN, out=logged)
    logging.getLogger(name).info("said")
    logging.getLogger(name).debug("said")
    assert logged.getvalue() == ""
    logging.getLogger(name).warning("troubled")
    assert "troubled" in logged.getvalue()


def test_telegrams_client_never_logs_at_all(logged):
    set_up("DEBUG", LogFormat.PLAIN, out=logged)
    logging.getLogger("telegram.ext.Updater").critical("the raw update")
    assert logged.getvalue() == ""


@pytest.mark.parametrize("form", list(LogFormat))
def test_no_secret_is_ever_written(logged, form):
    set_up("DEBUG", form, ["mailtos://me:pw@mail", ""], out=logged)
    OURS.info("asked %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    OURS.info(
        "asked", extra={"url": f"/bot{TOKEN.replace(':', '%3A')}/", "to": "mailtos://me:pw@mail"}
    )
    assert TOKEN not in logged.getvalue()
    assert TOKEN.partition(":")[2] not in logged.getvalue()
    assert "me:pw" not in logged.getvalue()
    assert logged.getvalue().count(HIDDEN) == 3


async def test_a_real_request_leaves_no_address_in_the_log(logged):
    set_up("DEBUG", LogFormat.PLAIN, out=logged)
    async with httpx.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://127.0.0.1:9/bot{TOKEN}/getMe")
    assert "127.0.0.1" not in logged.getvalue()


def test_warnings_are_cut_too(logged):
    set_up("DEBUG", LogFormat.PLAIN, out=logged)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("Amina", stacklevel=1)
    assert "py.warnings" in logged.getvalue()
    assert "Amina" not in logged.getvalue()


def test_the_last_word_of_a_dying_process_holds_nothing_either(logged):
    set_up("INFO", LogFormat.PLAIN, out=logged)
    try:
        blow_up()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert logged.getvalue().count("\n") == 1
    assert "CRITICAL bot: ended error=ValueError from KeyError" in logged.getvalue()
    assert "Amina" not in logged.getvalue()


def test_a_long_chain_of_causes_is_cut():
    error = ValueError()
    for _ in range(9):
        error, error.__cause__ = ValueError(), error
    assert trail(error) == "ValueError from ValueError from ValueError from ValueError"
