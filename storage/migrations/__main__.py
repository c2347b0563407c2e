"""Carries a database over to the newest revision; its address comes over standard input."""

import sys

from storage.migrations.carrying import carry_over

if __name__ == "__main__":
    carry_over(sys.stdin.read().strip())
