"""The image is built and started as the Dockerfile says, step by step, without an engine.

Each RUN is run; ENV, HEALTHCHECK, ENTRYPOINT and CMD are read and obeyed. Only the folders lie
elsewhere, and a fresh virtual environment stands for the Python of the base image.
"""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Stage:
    base: str
    steps: list[tuple[str, str]] = field(default_factory=list)

    def all(self, word):
        return [rest for each, rest in self.steps if each == word]


def stages(dockerfile):
    """The stages of a Dockerfile, each a list of instructions and what they are told."""
    text = re.sub(r"^#.*\n", "", dockerfile, flags=re.MULTILINE).replace("\\\n", " ")
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        word, rest = line.split(maxsplit=1)
        if word == "FROM":
            found.append(Stage(rest.split()[0]))
        else:
            found[-1].steps.append((word, rest))
    return found


BUILDER, IMAGE = stages((ROOT / "Dockerfile").read_text())


def allowed(dockerignore):
    """The names at the top of the repository that reach the builder."""
    lines = [line for line in dockerignore.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "*", "everything stays outside unless it is named"
    return [line[1:] for line in lines if line.startswith("!")]


class Machine:
    """One container's file system, under a folder of its own, with the base image's Python."""

    def __init__(self, root):
        self.root = root
        for folder in ("opt", "usr", "src", "tmp"):
            (root / folder).mkdir(parents=True)
        venv.create(root / "usr/local", with_pip=True, symlinks=True)

    def here(self, text):
        """The same words with this machine's folders in the place of the image's."""
        text = re.sub(r"(?<![\w.])/(opt|usr/local|src|data|tmp)\b", rf"{self.root}/\1", text)
        return text.replace("10001", str(os.getuid()))

    def run(self, command, **environment):
        path = f"{self.root}/usr/local/bin:/usr/bin:/bin"
        inherited = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "HTTP"))}
        return subprocess.run(
            command if isinstance(command, list) else ["/bin/sh", "-c", self.here(command)],
            cwd=self.root / "src",
            env={**inherited, "PATH": path, "HOME": f"{self.root}/tmp", **environment},
            capture_output=True,
            text=True,
            check=False,
        )


def copy_the_context(machine):
    for name in allowed((ROOT / ".dockerignore").read_text()):
        source, target = ROOT / name, machine.root / "src" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """Both stages one after the other; what the first leaves in /opt/vigil goes to the last."""
    machine = Machine(tmp_path_factory.mktemp("image"))
    copy_the_context(machine)
    for command in BUILDER.all("RUN") + IMAGE.all("RUN"):
        done = machine.run(command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    shutil.rmtree(machine.root / "src")
    (machine.root / "src").mkdir()
    return machine


@pytest.fixture(scope="module")
def environment(image):
    """What ENV says, in this machine's folders."""
    said = " ".join(IMAGE.all("ENV"))
    return {k: image.here(v) for k, v in re.findall(r"([A-Z0-9_]+)=(\S*)", said)}


@pytest.mark.slow
def test_the_entry_point_starts_and_knows_its_commands(image, environment):
    (entry,) = IMAGE.all("ENTRYPOINT")
    (default,) = IMAGE.all("CMD")
    (health,) = re.findall(r"CMD (\[.*\])", *IMAGE.all("HEALTHCHECK"))
    command = [image.here(word) for word in json.loads(entry)]

    said = image.run([*command, "--help"], **environment)

    assert said.returncode == 0, said.stderr
    for each in (json.loads(default)[0], json.loads(health)[1]):
        assert each in said.stdout
        helped = image.run([*command, each, "--help"], **environment)
        assert helped.returncode == 0, helped.stderr


@pytest.mark.slow
def test_an_image_that_was_never_set_up_is_not_healthy(image, environment):
    (health,) = re.findall(r"CMD (\[.*\])", *IMAGE.all("HEALTHCHECK"))

    said = image.run([image.here(word) for word in json.loads(health)], **environment)

    assert said.returncode == 1
    assert "Traceback" not in said.stderr


@pytest.mark.slow
def test_nothing_that_builds_or_installs_is_left(image):
    tools = re.compile(r"(pip|setuptools|wheel|uv|_distutils_hack)([-.].*)?")

    for place in ("opt/vigil", "usr/local"):
        packages = image.root / place / f"lib/python3.{sys.version_info.minor}/site-packages"
        assert packages.is_dir()
        assert [each.name for each in packages.iterdir() if tools.fullmatch(each.name)] == []
        assert list((image.root / place / "bin").glob("pip*")) == []


@pytest.mark.slow
def test_all_that_the_house_reads_at_run_time_is_in_the_image(image):
    packages = image.root / f"opt/vigil/lib/python3.{sys.version_info.minor}/site-packages"
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    shipped = set(allowed((ROOT / ".dockerignore").read_text()))
    read = [name for name in told if {name, name.split("/")[0]} & shipped and "/" in name]

    missing = [name for name in read if (ROOT / name).exists() and not (packages / name).exists()]

    assert "miniapp/page.html" in read
    assert missing == []


@pytest.mark.slow
def test_the_volumes_open_for_their_one_user_only(image):
    (volumes,) = IMAGE.all("VOLUME")

    for folder in json.loads(volumes):
        found = (image.root / folder.strip("/")).stat()
        assert found.st_mode & 0o777 == 0o700
        assert found.st_uid == os.getuid()


def test_the_image_runs_as_nobody_in_particular():
    (user,) = IMAGE.all("USER")

    assert re.fullmatch(r"[1-9]\d{4}:[1-9]\d{4}", user)
    assert f"-o {user.split(':')[0]} -g {user.split(':')[1]}" in " ".join(IMAGE.all("RUN"))


def test_only_the_installed_house_comes_from_the_builder():
    assert BUILDER.base == IMAGE.base
    assert IMAGE.all("COPY") == ["--from=builder /opt/vigil /opt/vigil"]


def test_no_database_key_or_history_reaches_the_builder():
    names = allowed((ROOT / ".dockerignore").read_text())

    for secret in (".git", ".venv", "db", "keys", "vigil.toml", ".env", "tests", "house.db"):
        assert not any(fnmatch.fnmatch(secret, name) for name in names), secret


def test_the_base_is_the_oldest_python_that_is_promised():
    assert re.fullmatch(r"python:3\.11-slim-\w+", IMAGE.base)
