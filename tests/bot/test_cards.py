"""A card looks like a list that anybody may carry; only who was told the rule can tell it apart."""

import asyncio
import io
import os
import re
import stat
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.cards.making import FileInTheWay, NobodyOfThisName, Order, make, styles
from bot.cards.mixing import FORCED_LETTERS, Line, NotMixed, Rule, first_letter, mix
from bot.cards.sheet import LONGEST_NAME, MOST_LINES, NotPrintable, draw
from bot.desk import desk
from bot.init import Answers, first_run
from bot.settings import load
from handlers.words import languages
from rules.events import Verdict
from rules.people import PersonId, Role
from rules.templates import TEMPLATES
from rules.terms import Level
from rules.watch import Sort, Watch, WatchId
from sealing.cards import code_in, grouped, new_code
from storage.deed import Deed, KeepPerson, OpenWatch
from storage.persons import Person, Standing
from tests.bot.conftest import TOKEN

LISTS = Path(sys.modules["bot.cards"].__path__[0]) / "lists"
TODAY = date(2026, 11, 22)
#: Twelve digits in groups of three, as they are printed and as nothing else here is.
NUMBER = re.compile(r"\d{3} \d{3} \d{3} \d{3}")


def names_of(style, language):
    return (LISTS / style / f"{language}.txt").read_text("utf-8").splitlines()


def codes(count):
    return [new_code() for _ in range(count)]


def text_of(pdf):
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    return page.extract_text()


# --- The rule ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("style", styles())
def test_in_every_language_the_rule_tells_the_forced_ones_and_nothing_else_does(
    style, language, rule
):
    drawn = codes(24)
    mixed = mix(names_of(style, language), drawn, 8, rule)

    assert (len(mixed.genuine), len(mixed.forced)) == (16, 8)
    assert sorted(mixed.genuine + mixed.forced) == sorted(drawn)
    assert sorted(one.code for one in mixed.lines) == sorted(drawn)
    assert {one.code for one in mixed.lines if _is_forced(mixed, one, rule)} == set(mixed.forced)
    if rule is Rule.LETTER:
        letters = Counter(first_letter(one.name) for one in mixed.lines)
        under = {first_letter(one.name) for one in mixed.lines if one.code in mixed.forced}
        assert len(under) <= FORCED_LETTERS
        # No letter stands out: those of the forced have as many names as the others.
        free = {letter: n for letter, n in letters.items() if letter not in under}
        assert max(letters[letter] for letter in under) <= max(free.values())


def _is_forced(mixed, line, rule):
    """What she reckons who was told nothing but the rule."""
    if rule is Rule.LETTER:
        said = mixed.rule.partition("begins with ")[2].rstrip(".")
        return first_letter(line.name) in said.split(" or ")
    begin, every = map(int, re.findall(r"\d+", mixed.rule))
    return mixed.lines.index(line) % every == begin - 1


def test_the_rule_differs_from_card_to_card():
    names = names_of("phones", "en")
    assert len({mix(names, codes(24), 8, Rule.LETTER).rule for _ in range(20)}) > 5
    assert len({mix(names, codes(24), 8, Rule.LINE).rule for _ in range(40)}) == 3


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize(("count", "forced"), [(1, 0), (6, 2), (6, 3), (30, 6), (24, 1), (24, 0)])
def test_fewer_and_more_can_be_made(rule, count, forced):
    mixed = mix(names_of("phones", "en"), codes(count), forced, rule)
    assert (len(mixed.lines), len(mixed.forced)) == (count, forced)
    found = [one.code for one in mixed.lines if forced and _is_forced(mixed, one, rule)]
    assert sorted(found) == sorted(mixed.forced)
    assert forced or "None" in mixed.rule


@pytest.mark.parametrize(
    ("names", "count", "forced", "rule", "why"),
    [
        (["Anna", "Ben"], 3, 1, Rule.LETTER, "3 names are needed"),
        (["Anna", "Anna", " Anna "], 2, 1, Rule.LETTER, "2 names are needed"),
        (["Anna", "Ada", "Alf"], 3, 1, Rule.LETTER, "too few different letters"),
        (["Anna", "Ben"], 2, 2, Rule.LETTER, "given freely"),
        (["Anna", "Ben"], 2, -1, Rule.LINE, "given freely"),
        (["Anna", "Ben", "Cora", "Dan", "Eva"], 5, 2, Rule.LINE, "24 and 8"),
    ],
)
def test_what_cannot_be_mixed_is_said(names, count, forced, rule, why):
    with pytest.raises(NotMixed, match=why):
        mix(names, codes(count), forced, rule)


# --- The page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("style", styles())
def test_the_page_holds_names_and_numbers_and_nothing_more(style, language):
    mixed = mix(names_of(style, language), codes(24), 8, Rule.LETTER)
    pdf = draw(mixed.lines, TODAY)

    said = text_of(pdf)
    assert [code_in(one) for one in NUMBER.findall(said)] == [one.code for one in mixed.lines]
    left = NUMBER.sub("", said)
    assert not re.search(r"\d{4}", left)
    if language in ("en", "es", "fr", "ru"):
        assert sorted(left.split()) == sorted(" ".join(one.name for one in mixed.lines).split())
    for letter in ("begins", "forced", "genuine", "line ", "rule"):
        assert letter not in left.lower()


def test_the_file_names_nobody_and_no_time_but_the_day():
    mixed = mix(names_of("phones", "en"), codes(24), 8, Rule.LETTER)
    pdf = draw(mixed.lines, TODAY)

    reader = PdfReader(io.BytesIO(pdf))
    assert {name: str(value) for name, value in (reader.metadata or {}).items() if value} == {
        "/CreationDate": "D:20261122000000Z"
    }
    assert reader.xmp_metadata is None
    for word in (b"vigil", b"fpdf", b"forced", b"genuine", b"python", b"/Title", b"/Author"):
        assert word.lower() not in pdf.lower()
    width, height = reader.pages[0].mediabox[2:]
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (105, 148)


def test_the_page_is_drawn_from_names_and_numbers_alone():
    """The same lines make the same bytes: which of them are forced, the page was never told."""
    lines = [Line(f"Name {letter}", new_code()) for letter in "ABCDEFGH"]
    assert draw(lines, TODAY) == draw(lines, TODAY)
    assert set(Line.__slots__) == {"name", "code"}


def test_as_many_lines_as_may_be_fit_on_one_page():
    lines = [Line("M" * LONGEST_NAME, new_code()) for _ in range(MOST_LINES)]
    found = NUMBER.findall(text_of(draw(lines, TODAY)))
    assert [code_in(one) for one in found] == [one.code for one in lines]


@pytest.mark.parametrize(
    "name", ["M" * (LONGEST_NAME + 1), "\u6c34\u679c\u5e97", "Anna \U0001f33f"]
)
def test_a_name_that_cannot_be_printed_is_refused(name):
    with pytest.raises(NotPrintable):
        draw([Line(name, new_code())], TODAY)


# --- For somebody --------------------------------------------------------------------------------


@pytest.fixture
async def at_work(stand, planted, tmp_path):
    """The settings and surroundings of a house in which A7 sends notes."""
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
        for code, level in (("A7", Level.MEDIUM), ("A8", Level.LOW)):
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
                terms=TEMPLATES[level],
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
    assert (made.genuine, made.forced, made.left, made.agreed) == (16, 8, 24, True)
    assert (made.answer, made.fits) == ("This chat is not in use.", False)
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


async def test_names_of_ones_own_are_used_and_those_without_cards_are_named(at_work, tmp_path):
    own = tmp_path / "names.txt"
    own.write_text("\n".join(f"{letter}{n}" for letter in "ABCDEF" for n in range(4)), "utf-8")
    made = await make(*at_work, order(tmp_path, code="A8", names=own, count=12, forced=4))
    assert (made.left, made.agreed) == (12, False)
    said = NUMBER.sub("", text_of((tmp_path / "list.pdf").read_bytes()))
    assert re.fullmatch(r"(?:[A-F]\d\s*){12}", said)


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
