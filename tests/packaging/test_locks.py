"""The lock files pin everything that is asked for, by hash, and name no address."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["build"]]
DEV = PYPROJECT["dependency-groups"]["dev"]
LOCKS = {"requirements.lock": RUNTIME, "requirements-dev.lock": DEV}


@dataclass(frozen=True, slots=True)
class Pin:
    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def applies_here(self):
        return self.requirement.marker is None or self.requirement.marker.evaluate()


def pins(lock):
    found = {}
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(), flags=re.MULTILINE)
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", "").strip()):
        requirement, *hashes = re.split(r"\s+--hash=", entry.strip())
        pin = Pin(Requirement(requirement), tuple(hashes))
        found[canonicalize_name(pin.requirement.name)] = pin
    return found


def reached_from(asked_for):
    """Everything that what is asked for needs on this machine, by what is installed."""
    reached, ahead = set(), [Requirement(each) for each in asked_for]
    while ahead:
        asked = ahead.pop()
        key = (canonicalize_name(asked.name), frozenset(asked.extras))
        if key in reached:
            continue
        reached.add(key)
        for each in map(Requirement, requires(asked.name) or ()):
            extras = asked.extras or {""}
            if each.marker is None or any(each.marker.evaluate({"extra": e}) for e in extras):
                ahead.append(each)
    return {name for name, _ in reached}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock):
    text = (ROOT / lock).read_text()

    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "an option that is not a hash"


@pytest.mark.parametrize("lock", LOCKS)
def test_whatever_is_installed_is_pinned_to_one_version_and_its_hashes(lock):
    for name, pin in pins(lock).items():
        assert re.fullmatch(r"==[0-9][^,*]*", str(pin.requirement.specifier)), name
        assert pin.hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in pin.hashes), name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_fresh_it_answers_what_pyproject_asks_for(lock):
    pinned = pins(lock)

    for each in map(Requirement, LOCKS[lock]):
        (exactly,) = pinned[canonicalize_name(each.name)].requirement.specifier
        assert each.specifier.contains(exactly.version), f"{each}: run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_is_needed_here_and_nothing_more(lock):
    here = {name for name, pin in pins(lock).items() if pin.applies_here}

    assert here == reached_from(LOCKS[lock])


def test_what_is_tested_is_what_is_shipped():
    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")

    for name in runtime.keys() & dev.keys():
        assert runtime[name] == dev[name], name
    for name, pin in (runtime | dev).items():
        if pin.applies_here:
            assert pin.requirement.specifier.contains(version(name)), name


def test_the_build_backend_is_the_locked_one():
    (backend,) = map(Requirement, PYPROJECT["build-system"]["requires"])

    assert pins("requirements.lock")[backend.name].requirement.specifier == backend.specifier
