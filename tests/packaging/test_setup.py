"""Set-up says in one sentence what a machine lacks, and makes nothing half."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")

TOO_OLD = "#!/bin/sh\nexit 1\n"
NO_ENSUREPIP = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexit 0\n'


@pytest.fixture(autouse=True)
def clone(tmp_path):
    """What set-up needs of a clone, and no environment yet."""
    for file in ("Makefile", "requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        shutil.copy(ROOT / file, tmp_path)


def make(folder, *words):
    """Runs make as a newcomer does, not as a part of the make that runs the tests."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    return subprocess.run(
        [MAKE, "--directory", str(folder), *words],
        env=inherited,
        capture_output=True,
        text=True,
        check=False,
    )


def would_do(folder):
    return make(folder, "--dry-run", "setup-dev").stdout


def a_python(folder, script):
    fake = folder / "a-python"
    fake.write_text(script)
    fake.chmod(0o755)
    return fake


@pytest.mark.parametrize("target", ["demo", "run", "test", "check", "bench", "lock"])
def test_an_old_python_is_named_before_anything_is_made(tmp_path, target):
    said = make(tmp_path, target, f"PYTHON={a_python(tmp_path, TOO_OLD)}")

    assert said.returncode == 2
    assert "Vigil needs Python 3.11 or later" in said.stdout
    assert f"make {target} PYTHON=" in said.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_python_without_ensurepip_is_told_what_to_install(tmp_path):
    said = make(tmp_path, "demo", f"PYTHON={a_python(tmp_path, NO_ENSUREPIP)}")

    assert said.returncode == 2
    assert "apt-get install python3-venv" in said.stdout
    assert not (tmp_path / ".venv").exists()


def test_a_python_that_is_not_there_is_named(tmp_path):
    said = make(tmp_path, "demo", "PYTHON=python-of-another-machine")

    assert said.returncode == 2
    assert "'python-of-another-machine' is not that" in said.stdout


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_set_up_is_done_once_and_again_when_a_lock_is_newer(tmp_path, lock):
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    for stamp in ("installed", "installed-dev"):
        (tmp_path / ".venv" / stamp).touch()
    written, installed, changed = 100, 200, 300
    for file in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        os.utime(tmp_path / file, (written, written))
    for stamp in ("installed", "installed-dev"):
        os.utime(tmp_path / ".venv" / stamp, (installed, installed))

    settled = would_do(tmp_path)
    os.utime(tmp_path / lock, (changed, changed))
    renewed = would_do(tmp_path)

    assert "pip" not in settled
    assert f"-r {lock}" in renewed


_INSTALLED = 'for it in $LACKED; do case "$*" in *"$it"*) touch "$TOLD.$it";; esac; done\n'


@pytest.fixture
def without_browser(tmp_path):
    """A PATH on which there is everything that a test needs but a browser."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in (*PLAIN_TOOLS, "sh", "make", "git"):
        (folder / name).symlink_to(shutil.which(name))
    return str(folder)


def test_the_gate_says_plainly_that_it_needs_a_browser(tmp_path, without_browser):
    said = make(tmp_path, "browser", f"PATH={without_browser}")

    assert said.returncode == 2
    assert "there is no chromium here" in said.stdout
    assert "apt-get install chromium" in said.stdout


@pytest.mark.slow
@pytest.mark.parametrize("needed", [False, True])
def test_without_a_browser_the_page_is_skipped_plainly_or_fails(without_browser, needed):
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("VIGIL", "PYTEST", "COV"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "1", "tests/browser", "-k", "narrow"],
        cwd=ROOT,
        env=plain | {"PATH": without_browser} | ({"VIGIL_NEEDS_BROWSER": "1"} if needed else {}),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == (1 if needed else 0), done.stdout
    assert ("SKIPPED 1 tests of the page" in done.stdout) is not needed
    assert "there is no chromium here (on Debian: apt-get install" in done.stdout


TOOLS_OF_CI = {
    "python3": '#!/bin/sh\n[ -e "$TOLD.python3" ]\n',
    "fc-list": '#!/bin/sh\n[ ! -e "$TOLD.fonts" ] || echo "a font"\n',
    "make": '#!/bin/sh\necho "make $*" >>"$TOLD"\n',
    "apt-get": f'#!/bin/sh\necho "apt-get $*" >>"$TOLD"\n[ "$1" = update ] || {_INSTALLED}',
    "sudo": '#!/bin/sh\nshift\nexec "$@"\n',
    "chromium": "#!/bin/sh\n",
    "node": '#!/bin/sh\n[ -e "$TOLD.nodejs" ]\n',
    "npm": "#!/bin/sh\n",
}
#: The little that the script itself needs; nothing else of this machine is seen by it.
PLAIN_TOOLS = ("bash", "dirname", "id", "touch")


def run_ci(folder, *, tools, lacked=""):
    """Runs the script on a machine with those tools, and apt with what is lacked; what was done."""
    told = folder / "told"
    for name in tools:
        (folder / name).write_text(TOOLS_OF_CI[name])
        (folder / name).chmod(0o755)
    for name in PLAIN_TOOLS:
        (folder / name).symlink_to(shutil.which(name))
    for had in {"python3", "fonts", "nodejs"} - set(lacked.split()):
        Path(f"{told}.{had}").touch()
    done = subprocess.run(
        [ROOT / ".ci/run"],
        env={"PATH": str(folder), "TOLD": str(told), "LACKED": lacked, "CI": "true"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done, told.read_text().splitlines()


@pytest.mark.parametrize("lacked", ["", "python3", "fonts", "python3 fonts", "nodejs"])
def test_ci_installs_what_is_missing_and_runs_the_fast_tests_first(tmp_path, lacked):
    done, steps = run_ci(tmp_path, tools=TOOLS_OF_CI, lacked=lacked)

    assert done.returncode == 0, done.stderr
    assert steps[-2:] == ["make test", "make check"]
    assert any("python3-venv" in step for step in steps) is ("python3" in lacked)
    assert any("fonts-noto-core" in step for step in steps) is ("fonts" in lacked)
    assert any("nodejs npm" in step for step in steps) is ("nodejs" in lacked)


def test_ci_says_plainly_where_no_browser_is_to_be_had(tmp_path):
    done, steps = run_ci(tmp_path, tools=TOOLS_OF_CI.keys() - {"chromium"})

    assert done.returncode == 1
    assert "No chromium" in done.stderr
    assert steps[-1].endswith("--no-install-recommends chromium fontconfig fonts-noto-core")


def test_ci_says_plainly_where_no_node_is_to_be_had(tmp_path):
    done, steps = run_ci(tmp_path, tools=TOOLS_OF_CI.keys() - {"npm"})

    assert done.returncode == 1
    assert "No node 18 or later with npm" in done.stderr
    assert steps[-1].endswith("--no-install-recommends nodejs npm")
