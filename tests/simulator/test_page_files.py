"""The files of the page: short, plain, whole, and nothing in them that a message could run."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "simulator" / "page"
MODULES = sorted(PAGE.glob("*.js"))
STYLES = sorted(PAGE.glob("*.css"))
PAPERS = sorted(PAGE.glob("*.html"))

#: What turns text into markup or code, or asks for something from elsewhere.
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment"
    r"|\beval\s*\(|new Function\b|setTimeout\(\s*[\"'`]|setHTML|srcdoc|javascript:"
    r"|setAttribute\(\s*[\"'](?:style|on\w+)"
    r"|\b(?:style|on(?:click|change|error|input|load|submit|(?:key|mouse|pointer)\w+))"
    r"[\"']?\s*:\s*[\"'`]"
)
#: Addresses that only name a vocabulary and are never asked for.
NAMES = {"http://www.w3.org/2000/svg"}
#: What index.html may hold of its own is landmarks; behaviour and looks stand in files.
INLINE = re.compile(r"<style|\sstyle\s*=|\son\w+\s*=|<script(?![^>]*\ssrc=)", re.IGNORECASE)

IMPORT = re.compile(
    r"""^(?:(?:im|ex)port\b[^;"']*\bfrom\s*|import\s*)["']([\w./-]+)["']""", re.MULTILINE
)
URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
LINK = re.compile(r"""(?:src|href)="([^"#]+)\"""")
#: A path such as "/page/icon.svg" in the text of a module.
PATH = re.compile(r"""["'`]/page/([\w.-]+)["'`]""")


def named(paths):
    return [pytest.param(path, id=path.name) for path in paths]


def without_comments(source):
    return re.sub(r"/\*.*?\*/|^\s*//.*$", "", source, flags=re.DOTALL | re.MULTILINE)


def referenced(path):
    """List the names of files that a file of the page needs, whatever way it asks for them."""
    source = path.read_text()
    if path.suffix == ".html":
        return [one for one in LINK.findall(source) if not one.startswith(("http", "data:"))]
    if path.suffix == ".css":
        return [one for one in URL.findall(source) if not one.startswith("data:")]
    return IMPORT.findall(source) + [f"/page/{one}" for one in PATH.findall(source)]


def missing(path):
    return [one for one in referenced(path) if not (PAGE / name(one)).is_file()]


def name(reference):
    return reference.removeprefix("/page/").removeprefix("./")


def test_there_is_a_page_to_look_at():
    assert PAGE / "index.html" in PAPERS
    assert {"api.js", "desk.js", "main.js", "phones.js"} <= {path.name for path in MODULES}


@pytest.mark.parametrize("path", named(MODULES))
def test_a_module_is_short_and_says_what_it_is_for(path):
    lines = path.read_text().splitlines()
    assert len(lines) < 250
    first = " ".join(lines[:3])
    assert re.match(r"/\*\*\s*(?:\*\s*)?[A-Z].{20,}", first), f"opens with: {lines[0]}"


@pytest.mark.parametrize("path", named(STYLES + PAPERS))
def test_a_style_sheet_or_paper_says_what_it_is_for(path):
    head = path.read_text()[:300]
    assert re.search(r"(?:/\*|<!--) ?[A-Z].{20,}", head)


@pytest.mark.parametrize(
    "source",
    [
        "bubble.innerHTML = text;",
        "row.insertAdjacentHTML('beforeend', text);",
        "eval(text)",
        "new Function(text)",
        "setTimeout('run()', 5)",
        'element.setAttribute("onclick", text)',
        'make("p", { style: "color: red" })',
        'make("p", { "onclick": `run()` })',
        'make("a", { href: "javascript:run()" })',
    ],
)
def test_the_search_finds_what_would_run_a_message(source):
    assert FORBIDDEN.search(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p style="color: red">',
        '<button onclick="run()">',
        "<script>run()</script>",
        '<script type="module">run()</script>',
        "<style>p { color: red }</style>",
    ],
)
def test_the_search_finds_what_a_paper_must_not_hold(source):
    assert INLINE.search(source)


def test_the_search_for_files_notices_one_that_is_not_there(tmp_path):
    module = tmp_path / "lost.js"
    module.write_text('/** Asks. */\nimport {\n  a,\n} from "./nowhere.js";\nimport "./api.js";\n')
    assert missing(module) == ["./nowhere.js"]
    style = tmp_path / "lost.css"
    style.write_text('@import url("nowhere.css");')
    assert missing(style) == ["nowhere.css"]
    paper = tmp_path / "lost.html"
    paper.write_text('<link href="/page/nowhere.css"><script src="/page/api.js"></script>')
    assert missing(paper) == ["/page/nowhere.css"]


@pytest.mark.parametrize("path", named(MODULES))
def test_no_text_of_a_message_is_ever_read_as_markup_or_code(path):
    found = FORBIDDEN.search(without_comments(path.read_text()))
    assert not found, f"{path.name}: {found.group()}"


@pytest.mark.parametrize("path", named(PAPERS))
def test_the_paper_holds_no_script_and_no_style_of_its_own(path):
    assert not INLINE.search(path.read_text())


@pytest.mark.parametrize("path", named(MODULES + STYLES + PAPERS))
def test_the_page_asks_nobody_but_its_own_stand_in(path):
    source = path.read_text()
    foreign = set(re.findall(r"https?://[\w.-]+\.[a-z]{2,}[\w./-]*", source)) - NAMES
    asked = {
        one
        for one in foreign
        if re.search(rf"(?:fetch|import|EventSource|url)\s*\(?\s*[\"'`(]*{re.escape(one)}", source)
        or re.search(rf"(?:src|href)=\"{re.escape(one)}", source)
    }
    assert not asked


@pytest.mark.parametrize("path", named(MODULES + STYLES + PAPERS))
def test_every_file_that_is_referred_to_is_there(path):
    assert not missing(path)


def test_no_file_lies_about_that_nobody_asks_for():
    asked = {name(one) for path in MODULES + STYLES + PAPERS for one in referenced(path)}
    lying = {path.name for path in PAGE.iterdir() if path.is_file()} - asked - {"index.html"}
    assert not lying


@pytest.mark.parametrize("path", named(MODULES))
def test_node_can_read_the_module(path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed here; the browser's tests read the modules instead")
    command = [node, "--input-type=module", "--check"]
    read = subprocess.run(command, input=path.read_bytes(), capture_output=True, check=False)
    assert read.returncode == 0, read.stderr.decode()
