"""The page at `/`: each chat as its person sees it, and the record; it only shows."""

from html import escape
from typing import Any

from simulator.town import Town

_ENTRIES_SHOWN = 200
_STYLE = """
body{font:14px/1.4 system-ui,sans-serif;margin:1rem;background:#eef1f4;color:#111}
main{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}
section{background:#fff;border-radius:8px;padding:.8rem;width:22rem}
h2{font-size:1rem;margin:0 0 .5rem}
p{margin:.3rem 0;padding:.4rem .6rem;border-radius:8px;white-space:pre-wrap;unicode-bidi:plaintext}
.out{background:#e8f0fe;margin-right:2rem}.in{background:#e3f7e3;margin-left:2rem}
.gone{opacity:.45;text-decoration:line-through}
b.key{display:inline-block;border:1px solid #99a;border-radius:6px;padding:0 .5rem;margin:.1rem}
small{color:#667}table{border-collapse:collapse;background:#fff}
td{padding:.15rem .5rem;border-bottom:1px solid #dde;unicode-bidi:plaintext}
"""


def page(town: Town) -> str:
    """Write the page as HTML; it asks for itself again every two seconds."""
    chats = "".join(
        _chat(town.name(chat.chat_id), town.bots[chat.bot_id].username, chat.as_seen())
        for chat in town.chats.values()
        if chat.bot_id in town.bots
    )
    rows = "".join(
        f"<tr><td>{escape(entry.at[:19])}</td><td>{escape(entry.person)}</td>"
        f"<td>{escape(entry.direction)}</td><td>{escape(entry.text)}</td>"
        f"<td>{_keys(entry.buttons)}</td><td>{escape(entry.method)}</td></tr>"
        for entry in reversed(town.record.entries[-_ENTRIES_SHOWN:])
    )
    now = town.clock.now().isoformat(timespec="seconds")
    return (
        "<!doctype html><html lang=en><meta charset=utf-8>"
        '<meta http-equiv="refresh" content="2"><title>Stand-in for Telegram</title>'
        f"<style>{_STYLE}</style><h1>{escape(now)}</h1>"
        f"<main>{chats or '<p>Nobody has written yet.</p>'}</main>"
        f"<h2>Record, newest first</h2><table>{rows}</table></html>"
    )


def _chat(name: str, bot: str, seen: dict[str, Any]) -> str:
    shown = sorted(seen["messages"] + seen["deleted"], key=lambda one: one["message_id"])
    standing = "" if seen["standing"] == "open" else f" ({seen['standing']})"
    return (
        f"<section><h2>{escape(name)} <small>@{escape(bot)}{standing}</small></h2>"
        f"{''.join(map(_message, shown))}<div>{_keys(seen['keyboard'])}</div></section>"
    )


def _message(one: dict[str, Any]) -> str:
    gone = " gone" if one["deleted_by"] else ""
    marks = [
        word
        for word, holds in (
            ("silent", one["silent"]),
            ("protected", one["protected"]),
            ("edited", one["edited"]),
        )
        if holds
    ]
    return (
        f'<p class="{one["direction"]}{gone}">{escape(one["text"])}'
        f" {_keys(one['buttons'])} <small>{' '.join(marks)}</small></p>"
    )


def _keys(rows: list[list[str]]) -> str:
    return " ".join(f"<b class=key>{escape(label)}</b>" for row in rows for label in row)
