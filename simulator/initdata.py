"""What a Mini App is told about who opened it, signed as Telegram signs it.

Source: "Validating data received via the Mini App" and "Validating data for Third-Party Use",
https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from simulator.bots import Bot
from simulator.ed25519 import public_key, sign

#: The stand-in's key for third parties, in place of Telegram's; it protects nothing.
_SEED = hashlib.sha256(b"stand-in for Telegram: a test key").digest()
#: Its public half, in hex.
PUBLIC_KEY = public_key(_SEED).hex()


def signed(bot: Bot, fields: Mapping[str, Any]) -> str:
    """Give the fields as Telegram's `initData`: a query string with `signature` and `hash`."""
    shown = {
        name: value if isinstance(value, str) else _json(value) for name, value in fields.items()
    }
    third = sign(_SEED, f"{bot.id}:WebAppData\n{_lines(shown)}".encode())
    shown["signature"] = base64.urlsafe_b64encode(third).decode().rstrip("=")
    key = hmac.digest(b"WebAppData", bot.token.encode(), "sha256")
    shown["hash"] = hmac.digest(key, _lines(shown).encode(), "sha256").hex()
    return urlencode(shown, quote_via=quote)


def address(url: str, data: str, version: str, platform: str, theme: Mapping[str, Any]) -> str:
    """Give the address an app is opened at: its own, and what Telegram adds behind the `#`.

    An app opened from a reply keyboard is told nothing about who opened it: `data` is empty.
    """
    told = {"tgWebAppData": data} if data else {}
    told |= {
        "tgWebAppVersion": version,
        "tgWebAppPlatform": platform,
        "tgWebAppThemeParams": _json(theme),
    }
    _, hash_, fragment = url.partition("#")
    joint = "#" if not hash_ else "&" if "=" in fragment or "?" in fragment else "?"
    if hash_ and not fragment:
        joint = ""
    return url + joint + urlencode(told, quote_via=quote)


def _lines(fields: Mapping[str, str]) -> str:
    return "\n".join(f"{name}={fields[name]}" for name in sorted(fields))


def _json(value: object) -> str:
    # Telegram escapes slashes, as PHP does; whoever reads the JSON anew and signs that is caught.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("/", "\\/")
