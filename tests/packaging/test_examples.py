"""What the pages for people say can be typed, can be typed."""

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from simulator.running import running

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/stand-in.md").read_text("utf-8")


def request_of(line):
    """The method, the path with its query, and the body that a line for curl asks for."""
    words = shlex.split(line)
    (address,) = (word for word in words if word.startswith("localhost"))
    parts = urlsplit(f"http://{address}")
    body = words[words.index("-d") + 1] if "-d" in words else None
    method = words[words.index("-X") + 1] if "-X" in words else "POST" if body else "GET"
    return method, f"{parts.path}?{parts.query}", body


async def test_every_example_of_the_control_road_is_answered():
    examples = re.findall(r"^curl .+$", PAGE, re.MULTILINE)
    assert len(examples) >= 8
    async with running(token="4242:secret", speed=0) as stand:
        async with httpx.AsyncClient(base_url=stand.url) as http:
            for line in examples:
                method, path, body = request_of(line)
                answer = await http.request(method, path, content=body)
                assert answer.is_success, f"{line}: {answer.text}"
        assert await stand.violations() == []


@pytest.mark.parametrize("option", ["--port", "--at", "--speed", "--token", "--no-limits"])
def test_the_page_names_every_option(option):
    assert f"`{option}" in PAGE or f" {option} " in PAGE


def test_the_picture_of_the_page_is_small_and_is_told_to_whoever_cannot_see_it():
    told = re.search(r"!\[([^\]]+)\]\(docs/page\.png\)", (ROOT / "README.md").read_text("utf-8"))

    assert len(told[1].split()) > 20
    assert (ROOT / "docs/page.png").stat().st_size < 300_000
