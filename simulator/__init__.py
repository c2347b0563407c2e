"""A stand-in for Telegram: the Bot API over real HTTP, and people who can be acted.

`python -m simulator` runs it, `running.py` starts it in a test, `people.py` acts people and time,
and `/control/openapi.json` describes the control road they use. It keeps everything in memory and
listens on loopback only.
"""
