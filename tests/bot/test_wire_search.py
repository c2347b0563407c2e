"""What a request costs that nobody asked for: httpcore's search for a library that is not here."""

import importlib.util
import sys

import httpcore._synchronization as httpcores
import pytest

from bot.clock import Clock
from bot.wire import Wire


@pytest.fixture
def looked_for(monkeypatch):
    """Note what an import has to look for, in every folder of the path."""
    looked = []

    class Looking:
        @staticmethod
        def find_spec(name, path=None, target=None):
            looked.append(name)

    monkeypatch.setattr(sys, "meta_path", [Looking, *sys.meta_path])
    return looked


def test_no_request_searches_the_path_for_a_library_that_is_not_installed(looked_for, monkeypatch):
    monkeypatch.delitem(sys.modules, "sniffio", raising=False)
    if importlib.util.find_spec("sniffio") is not None:
        pytest.skip("it is installed, and found at once")
    Wire("http://127.0.0.1:9", "4242:secret", Clock(), direct=True)
    looked_for.clear()
    assert httpcores.current_async_library() == "asyncio"
    assert looked_for == []
