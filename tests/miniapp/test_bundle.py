"""The committed page is one file that asks nobody for anything, and runs only what it names."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess

import pytest

from tests.miniapp.conftest import HOME, NO_NODE, missing

PAGE = (HOME / "page.html").read_text("utf-8")
LARGEST = 150 * 1024  #: bytes; a page over a slow network
POLICY = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', PAGE)[1]
BUILT = ("page.html", "NOTICES")
SOURCES = [*HOME.glob("*.mjs"), *(HOME / "src").rglob("*.js"), *(HOME / "tests").glob("*js")]


def parts(tag):
    return re.findall(rf"<{tag}>(.*?)</{tag}>", PAGE, re.DOTALL)


def hashed(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_policy_allows_one_script_one_style_and_no_connection():
    (script,), (style,) = parts("script"), parts("style")
    assert POLICY.split("; ") == [
        "default-src 'none'",
        f"script-src {hashed(script)}",
        f"style-src {hashed(style)}",
        "img-src data:",
        "connect-src 'none'",
        "form-action 'self'",
        "base-uri 'none'",
    ]


def test_there_is_one_empty_block_for_the_house_to_fill():
    assert PAGE.count('<script type="application/json" id="house">{}</script>') == 1
    assert len(re.findall(r"<script", PAGE)) == 2


def test_the_page_names_no_address_but_that_of_svg():
    assert set(re.findall(r"\w+://[^\s\"'`)]+", PAGE)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(src|href|srcset|action)=[\"'](?!data:)", PAGE)
    assert "telegram.org" not in PAGE


def test_the_page_is_small():
    assert len(PAGE.encode()) <= LARGEST


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_source_says_what_it_is_for_and_is_short(path):
    lines = path.read_text("utf-8").splitlines()
    assert re.match(r"// \S.*\.$|// \S.*[^.]$", lines[0])
    assert len(lines) < 250
    for line in lines:
        assert len(line) <= 130, line


@pytest.mark.parametrize("path", [one for one in SOURCES if "src" in one.parts], ids=str)
def test_no_source_makes_code_or_markup_from_text_nor_asks_the_network(path):
    forbidden = r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function"
    network = r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts"
    stores = r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\."
    assert not re.search(f"{forbidden}|{network}|{stores}", path.read_text("utf-8"))


def test_the_lock_names_no_address_and_pins_everything_by_hash():
    text = (HOME / "package-lock.json").read_text("utf-8")
    assert "://" not in text
    assert "resolved" not in text
    packages = json.loads(text)["packages"]
    installed = {name: one for name, one in packages.items() if name}
    assert installed
    assert all(one["integrity"].startswith("sha512-") for one in installed.values())


def test_what_is_asked_for_is_exact_and_is_what_the_lock_holds():
    wanted = json.loads((HOME / "package.json").read_text("utf-8"))
    locked = json.loads((HOME / "package-lock.json").read_text("utf-8"))["packages"]
    asked = wanted["dependencies"] | wanted["devDependencies"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
    of_ours = {name for name in locked if name and not locked[name].get("dev")}
    assert of_ours == {f"node_modules/{name}" for name in wanted["dependencies"]}
    assert wanted["overrides"].items() <= wanted["dependencies"].items()


def test_the_licences_of_all_that_stands_in_the_page_are_kept():
    notices = (HOME / "NOTICES").read_text("utf-8")
    wanted = json.loads((HOME / "package.json").read_text("utf-8"))["dependencies"]
    for name, version in wanted.items():
        assert f"\n{name} {version} (" in f"\n{notices}", name


def test_the_committed_page_is_what_these_sources_give(node, tmp_path):
    copy = tmp_path / "here"
    shutil.copytree(HOME, copy, ignore=shutil.ignore_patterns("node_modules", *BUILT))
    # esbuild names packages by where they lie; a link would lead out of this folder.
    shutil.copytree(HOME / "node_modules", copy / "node_modules", symlinks=True)
    subprocess.run([node, "build.mjs"], cwd=copy, check=True, capture_output=True)
    for built in BUILT:
        same = (copy / built).read_bytes() == (HOME / built).read_bytes()
        assert same, f"{built} is not of these sources: run `make miniapp`"


@pytest.mark.slow
def test_the_page_is_built_twice_and_is_the_committed_one(tmp_path):
    npm = shutil.which("npm")
    if npm is None:
        missing(NO_NODE, "VIGIL_NEEDS_NODE")
    for name in ("once", "and/once/more"):
        copy = tmp_path / name
        shutil.copytree(HOME, copy, ignore=shutil.ignore_patterns("node_modules", *BUILT))
        for command in ("ci", "--prefer-offline"), ("run", "build"):
            done = subprocess.run(
                [npm, *command],
                cwd=copy,
                env=os.environ | {"TZ": "Asia/Kabul", "LC_ALL": "C"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
        for built in BUILT:
            assert (copy / built).read_bytes() == (HOME / built).read_bytes(), built
