"""The age tool opens what the page seals, and the page what the tool sealed, where there is one."""

import re
import shutil
import subprocess

import pytest

from sealing.recipients import recipient_of
from tests.miniapp.phone import age_identity, b64, unb64

AMAL, BEA = b"a" * 32, b"b" * 32
SAID = "[health] Health\nپنی‌سیلین نه"
#: The first version whose keys are of the kind that a sheet is sealed to.
SINCE = (1, 3)


@pytest.fixture
def age():
    """The age tool; other tests hold the page against a second implementation of the format."""
    found = shutil.which("age")
    if found is None:
        pytest.skip("the age tool is not here")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"(\d+)\.(\d+)", said)
    if version is None or tuple(map(int, version.groups())) < SINCE:
        pytest.skip(f"this age tool ({said.strip()}) does not know keys that begin age1pq1")

    def run(*words, given):
        return subprocess.run([found, *words], input=given, capture_output=True, check=True).stdout

    return run


@pytest.mark.parametrize("seed", [AMAL, BEA])
def test_the_tool_opens_what_the_page_sealed(age, desk, tmp_path, seed):
    file = unb64(desk("sheet", said=SAID, recipients=[recipient_of(AMAL), recipient_of(BEA)]))
    key = tmp_path / "key.txt"
    key.write_text(age_identity(seed) + "\n")
    assert age("-d", "-i", str(key), given=file).decode().rstrip() == SAID


def test_the_page_opens_what_the_tool_sealed(age, desk):
    whole = age("-r", recipient_of(AMAL), "-r", recipient_of(BEA), given=SAID.encode())
    armored = age("-a", "-r", recipient_of(AMAL), given=SAID.encode())
    for file in (whole, armored):
        assert desk("read", file=b64(file), identity=age_identity(AMAL)) == SAID
