"""The Bot API's methods by which a bot hears: by polling, or at an address of its own.

Source: `Client.cpp` of https://github.com/tdlib/telegram-bot-api.
"""

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from simulator.bots import Bot, Webhook
from simulator.refusals import WEBHOOK_ACTIVE, WEBHOOK_SET, Accepted, Refused, bad_request
from simulator.town import Town
from simulator.updates import FULL_POLL

Params = dict[str, Any]

LONGEST_SECRET = 256
MOST_CONNECTIONS = 100
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = {None, 80, 88, 443, 8443}


async def get_updates(town: Town, bot: Bot, params: Params) -> bytes:
    """Return the JSON array of https://core.telegram.org/bots/api#getupdates."""
    if bot.webhook.url:
        raise Refused(409, WEBHOOK_ACTIVE)
    bot.queue.allow(params.get("allowed_updates"))
    return await bot.queue.poll(
        params.get("offset", 0), params.get("limit", FULL_POLL), params.get("timeout", 0)
    )


def set_webhook(town: Town, bot: Bot, params: Params) -> Accepted:
    """Post updates to an address: https://core.telegram.org/bots/api#setwebhook.

    Plain HTTP is taken on loopback only, where Telegram wants HTTPS everywhere.
    """
    url, secret = params.get("url", ""), params.get("secret_token", "")
    if not url:
        return delete_webhook(town, bot, params)
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    address = _address(url)
    most = min(max(params.get("max_connections", 40), 1), MOST_CONNECTIONS)
    bot.queue.allow(params.get("allowed_updates"))
    now = bot.webhook
    dropped = params.get("drop_pending_updates", False)
    if (now.url, now.secret_token, now.max_connections) == (url, secret, most) and not dropped:
        return Accepted(result=True, words="Webhook is already set")
    if dropped:
        bot.queue.clear()
    bot.webhook = Webhook(url, secret, most, address)
    bot.queue.release(Refused(409, WEBHOOK_SET))
    town.postman.begin(bot)
    return Accepted(result=True, words="Webhook was set")


def delete_webhook(town: Town, bot: Bot, params: Params) -> Accepted:
    """Go back to polling: https://core.telegram.org/bots/api#deletewebhook."""
    if params.get("drop_pending_updates"):
        bot.queue.clear()
    words = "Webhook was deleted" if bot.webhook.url else "Webhook is already deleted"
    bot.webhook = Webhook()
    town.postman.end(bot.id)
    return Accepted(result=True, words=words)


def get_webhook_info(town: Town, bot: Bot, params: Params) -> dict[str, Any]:
    """Tell about the webhook and the queue: https://core.telegram.org/bots/api#getwebhookinfo."""
    info = bot.webhook.as_info() | {
        "has_custom_certificate": False,
        "pending_update_count": bot.queue.count(),
    }
    if bot.queue.allowed:
        info["allowed_updates"] = sorted(bot.queue.allowed)
    return info


def _address(url: str) -> str:
    """Check where a webhook is; give its IP address, empty where it has only a name."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host:
        raise bad_request("invalid webhook URL specified")
    if host in {"127.0.0.1", "localhost"}:
        return "127.0.0.1"
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if address.version != 4:
        raise bad_request("bad webhook: IPv6-only addresses are not allowed")
    if address.is_private or address.is_reserved:
        raise bad_request(f"bad webhook: IP address {address} is reserved")
    return host
