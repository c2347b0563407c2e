"""Carries a database over to the newest revision; its address comes over standard input."""

import sys

from sqlalchemy.exc import DBAPIError

from storage.migrations.carrying import carry_over

if __name__ == "__main__":
    try:
        carry_over(sys.stdin.read().strip())
    except DBAPIError as error:
        sys.exit(str(error.orig).partition("\n")[0])
