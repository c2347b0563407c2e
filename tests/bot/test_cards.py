"""Cards are made for somebody, kept where nobody else reads them, and never written over."""

import asyncio
import os
import re
import stat
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cards.making import FileInTheWay, NobodyOfThisName, Order, make
from bot.cards.mixing import NotMixed, Rule, first_letter
from bot.cards.sheet import MOST_LINES
from bot.desk import desk
from bot.init import Answers, first_run
from bot.settings import load
from rules.events import Verdict
from rules.people import PersonId, Role
from rules.templates import TEMPLATES
from rules.terms import Level, Way
from rules.watch import Sort, Watch, WatchId
from sealing.cards import grouped, new_code
from storage.deed import Deed, KeepPerson, OpenWatch
from storage.persons import Person, Standing
from tests.bot.conftest import TOKEN
from tests.bot.printed import NUMBER, names_of, text_of


@pytest.fixture
async def at_work(stand, planted, tmp_path):
    """The settings of a house in which A7 may send cards, A8 seals only, and B7 taps."""
    token = tmp_path / "token"
    token.write_text(TOKEN)
    token.chmod(0o600)
    environ = {
        "VIGIL_TELEGRAM_URL": stand.url,
        "VIGIL_TOKEN_FILE": str(token),
        "VIGIL_DATA_DIR": str(tmp_path / "data"),
    }
    settings = load(environ, None)
    await first_run(settings, environ, Answers(awake="07:00-23:00", zone="UTC", language="en"))
    async with desk(settings, environ) as house:
        medium = TEMPLATES[Level.MEDIUM]
        sealed = replace(medium, ways=frozenset({Way.SEALED}))
        for code, terms in (("A7", medium), ("A8", sealed), ("B7", TEMPLATES[Level.LOW])):
            person = Person(
                id=PersonId(os.urandom(16)),
                roles=frozenset({Role.DEFENDER}),
                code=code,
                language="fa",
                standing=Standing.AGREED,
            )
            watch = Watch(
                id=WatchId(os.urandom(16)),
                owner=person.id,
                sort=Sort.ROUTINE,
                terms=terms,
            )
            deed = Deed(changes=(KeepPerson(person), OpenWatch(watch)))
            await house.storage.journal.record(deed)
    return settings, environ


def order(tmp_path, **how):
    standard = {
        "code": "a7",
        "out": tmp_path / "list.pdf",
        "count": 24,
        "forced": 8,
        "style": "phones",
        "rule": Rule.LETTER,
        "language": None,
        "names": None,
        "revoke": False,
    }
    return Order(**(standard | how))


async def meanings(at_work, pdf):
    async with desk(*at_work) as house:
        found = [await house.storage.readings.card(one) for one in NUMBER.findall(text_of(pdf))]
    return [None if one is None else one.verdict for one in found]


async def test_what_stands_on_the_page_is_what_we_know_in_her_language(at_work, tmp_path):
    made = await make(*at_work, order(tmp_path))

    page = tmp_path / "list.pdf"
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    counted = Counter(await meanings(at_work, page.read_bytes()))
    assert counted == {Verdict.GENUINE: 16, Verdict.FORCED: 8}
    assert (made.genuine, made.forced, made.left, made.counts) == (16, 8, 24, True)
    assert (made.answer, made.fits) == ("Received.", True)
    letters = made.rule.partition("begins with ")[2].rstrip(".").split(" or ")
    assert set(letters) <= {first_letter(one) for one in names_of("phones", "fa")}


async def test_a_new_page_leaves_the_older_one_good_unless_it_is_revoked(at_work, tmp_path):
    await make(*at_work, order(tmp_path))
    more = await make(*at_work, order(tmp_path, out=tmp_path / "two.pdf"))
    assert more.left == 48
    last = await make(*at_work, order(tmp_path, out=tmp_path / "three.pdf", revoke=True))

    assert last.left == 24
    old, new = ((tmp_path / name).read_bytes() for name in ("list.pdf", "three.pdf"))
    assert set(await meanings(at_work, old)) == {None}
    assert None not in await meanings(at_work, new)


async def test_names_of_ones_own_are_used(at_work, tmp_path):
    own = tmp_path / "names.txt"
    own.write_text("\n".join(f"{letter}{n}" for letter in "ABCDEF" for n in range(4)), "utf-8")
    made = await make(*at_work, order(tmp_path, code="A8", names=own, count=12, forced=4))
    assert made.left == 12
    said = NUMBER.sub("", text_of((tmp_path / "list.pdf").read_bytes()))
    assert re.fullmatch(r"(?:[A-F]\d\s*){12}", said)


@pytest.mark.parametrize(("code", "counts"), [("A8", False), ("B7", True)])
async def test_whether_a_number_counts_is_said_as_it_will_be_judged(
    at_work, tmp_path, code, counts
):
    made = await make(*at_work, order(tmp_path, code=code))
    assert made.counts is counts


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"code": "A9"}, NobodyOfThisName),
        ({"count": 0, "forced": 0}, NotMixed),
        ({"count": MOST_LINES + 1}, NotMixed),
        ({"names": Path("/nowhere/names.txt")}, NotMixed),
        ({"out": Path("/nowhere/list.pdf")}, NotMixed),
    ],
)
async def test_what_cannot_be_made_leaves_nothing(at_work, tmp_path, wrong, refusal):
    with pytest.raises(refusal):
        await make(*at_work, order(tmp_path, **wrong))
    assert list(tmp_path.glob("*.pdf")) == []
    async with desk(*at_work) as house:
        person = await house.storage.readings.by_code("A7")
        assert await house.storage.readings.cards_left(person.id) == 0


async def test_nothing_is_written_over(at_work, tmp_path):
    (tmp_path / "list.pdf").write_text("mine")
    with pytest.raises(FileInTheWay):
        await make(*at_work, order(tmp_path))
    assert (tmp_path / "list.pdf").read_text() == "mine"


@pytest.mark.slow
async def test_the_command_says_the_rule_once_and_writes_it_nowhere(at_work, tmp_path):
    _, environ = at_work
    bare = {name: text for name, text in os.environ.items() if not name.startswith("VIGIL_")}
    words = [sys.executable, "-m", "bot", "cards", "A7", "--out", str(tmp_path / "list.pdf")]

    def type_it(*more):
        return subprocess.run(
            [*words, *more],
            cwd=Path(__file__).parents[2],
            env=bare | environ,
            capture_output=True,
            text=True,
            check=False,
        )

    # The stand-in answers in this very loop, so it must go on turning meanwhile.
    done = await _in_a_thread(type_it, "--style", "goods", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("The forced ones are") == 1
    rule = next(one for one in done.stdout.splitlines() if "The forced ones are" in one).strip()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert rule.encode() not in file.read_bytes(), file
    assert len(NUMBER.findall(text_of((tmp_path / "list.pdf").read_bytes()))) == 24
    assert grouped(new_code()) not in done.stdout

    again = await _in_a_thread(type_it)
    assert (again.returncode, again.stdout) == (1, "")
    assert "There is such a file already" in again.stderr
    for flags, said in ((("--style", "x"), "Which style?"), (("--language", "x"), "Which lang")):
        wrong = await _in_a_thread(type_it, *flags)
        assert (wrong.returncode, wrong.stdout) == (1, "")
        assert said in wrong.stderr


async def _in_a_thread(work, *words):
    return await asyncio.to_thread(work, *words)


def test_a_running_house_never_loads_what_draws():
    asked = (
        "import sys, bot.cli, bot.running; print({'fpdf', 'PIL', 'fontTools'} & set(sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
