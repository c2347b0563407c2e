"""What a Mini App may keep in a client and in Telegram's cloud, with Telegram's quotas and words.

Sources: "DeviceStorage", "SecureStorage" and "CloudStorage" of
https://core.telegram.org/bots/webapps; `BotStorage.java` of Telegram for Android (sizes, error
words); `bot_attach_web_view.cpp` of Telegram Desktop (error words, no SecureStorage there).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

#: A bot's DeviceStorage, keys and values together, in bytes of UTF-8.
DEVICE_SIZE = 5 * 1024 * 1024
SECURE_ITEMS = 10
CLOUD_ITEMS = 1024
LONGEST_CLOUD_VALUE = 4096
#: Clients that have a keychain to put secrets into.
SECURE_PLATFORMS = frozenset({"android", "ios"})
#: Mini Apps have storages on the device since this version, in the cloud since the other.
DEVICE_SINCE = (9, 0)
CLOUD_SINCE = (6, 9)

_CLOUD_KEY = re.compile(r"[A-Za-z0-9_-]{1,128}")

Answer = dict[str, Any]


class StorageError(Exception):
    """Telegram's word for what a storage cannot do."""


@dataclass(slots=True)
class Device:
    """What a bot's app keeps on one device of one person."""

    items: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    #: Secrets of before the client was installed anew; they come back with the person's leave.
    left_behind: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Storages:
    """What a bot's app keeps for everybody; devices by person and name, the cloud by person."""

    devices: dict[tuple[int, str], Device] = field(default_factory=dict)
    cloud: dict[int, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The storages that one open app reaches."""

    device: Device
    cloud: dict[str, str]
    platform: str
    version: tuple[int, ...]

    def act(self, store: str, act: str, key: Any, value: Any) -> Answer:
        """Do what the app asks; the answer has what it gets, or Telegram's word for the error."""
        try:
            return self._supported(store, act)(self, key, value)
        except StorageError as problem:
            return {"error": str(problem)}

    def _supported(self, store: str, act: str) -> Callable[["Shelf", Any, Any], Answer]:
        since = CLOUD_SINCE if store == "cloud" else DEVICE_SINCE
        without_keychain = store == "secure" and self.platform not in SECURE_PLATFORMS
        if self.version < since or without_keychain or (store, act) not in _ACTS:
            raise StorageError("UNSUPPORTED")
        return _ACTS[store, act]


def _save_item(shelf: Shelf, key: Any, value: Any) -> Answer:
    kept = _with(shelf.device.items, _key(key), value)
    if sum(len(name.encode()) + len(text.encode()) for name, text in kept.items()) > DEVICE_SIZE:
        raise StorageError("QUOTA_EXCEEDED")
    shelf.device.items = kept
    return {"saved": True}


def _get_item(shelf: Shelf, key: Any, value: Any) -> Answer:
    return {"value": shelf.device.items.get(_key(key))}


def _remove_item(shelf: Shelf, key: Any, value: Any) -> Answer:
    shelf.device.items.pop(_key(key), None)
    return {"saved": True}


def _clear_items(shelf: Shelf, key: Any, value: Any) -> Answer:
    shelf.device.items.clear()
    return {"cleared": True}


def _save_secret(shelf: Shelf, key: Any, value: Any) -> Answer:
    kept = _with(shelf.device.secrets, _key(key), value)
    if len(kept) > SECURE_ITEMS:
        raise StorageError("QUOTA_EXCEEDED")
    shelf.device.secrets = kept
    shelf.device.left_behind.pop(key, None)
    return {"saved": True}


def _get_secret(shelf: Shelf, key: Any, value: Any) -> Answer:
    device = shelf.device
    return {"value": device.secrets.get(_key(key)), "can_restore": key in device.left_behind}


def _restore_secret(shelf: Shelf, key: Any, value: Any) -> Answer:
    if _key(key) not in shelf.device.left_behind:
        raise StorageError("RESTORE_UNAVAILABLE")
    secret = shelf.device.left_behind.pop(key)
    shelf.device.secrets[key] = secret
    return {"value": secret}


def _remove_secret(shelf: Shelf, key: Any, value: Any) -> Answer:
    shelf.device.secrets.pop(_key(key), None)
    return {"saved": True}


def _clear_secrets(shelf: Shelf, key: Any, value: Any) -> Answer:
    shelf.device.secrets.clear()
    shelf.device.left_behind.clear()
    return {"cleared": True}


def _save_in_cloud(shelf: Shelf, key: Any, value: Any) -> Answer:
    name = _cloud_key(key)
    if not isinstance(value, str) or len(value) > LONGEST_CLOUD_VALUE:
        raise StorageError("VALUE_INVALID")
    if name not in shelf.cloud and len(shelf.cloud) >= CLOUD_ITEMS:
        raise StorageError("QUOTA_EXCEEDED")
    shelf.cloud[name] = value
    return {"saved": True}


def _get_from_cloud(shelf: Shelf, key: Any, value: Any) -> Answer:
    if isinstance(key, list):
        return {"values": {name: shelf.cloud.get(name, "") for name in map(_cloud_key, key)}}
    return {"value": shelf.cloud.get(_cloud_key(key), "")}


def _remove_from_cloud(shelf: Shelf, key: Any, value: Any) -> Answer:
    for name in [_cloud_key(one) for one in (key if isinstance(key, list) else [key])]:
        shelf.cloud.pop(name, None)
    return {"removed": True}


def _cloud_keys(shelf: Shelf, key: Any, value: Any) -> Answer:
    return {"keys": list(shelf.cloud)}


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise StorageError("KEY_INVALID")
    return key


def _cloud_key(key: Any) -> str:
    if not isinstance(key, str) or not _CLOUD_KEY.fullmatch(key):
        raise StorageError("KEY_INVALID")
    return key


def _with(items: dict[str, str], key: str, value: Any) -> dict[str, str]:
    # A client that is given null for a value forgets the key.
    if value is None:
        return {name: text for name, text in items.items() if name != key}
    if not isinstance(value, str):
        raise StorageError("VALUE_INVALID")
    return {**items, key: value}


_ACTS: Mapping[tuple[str, str], Callable[[Shelf, Any, Any], Answer]] = {
    ("device", "save"): _save_item,
    ("device", "get"): _get_item,
    ("device", "remove"): _remove_item,
    ("device", "clear"): _clear_items,
    ("secure", "save"): _save_secret,
    ("secure", "get"): _get_secret,
    ("secure", "restore"): _restore_secret,
    ("secure", "remove"): _remove_secret,
    ("secure", "clear"): _clear_secrets,
    ("cloud", "save"): _save_in_cloud,
    ("cloud", "get"): _get_from_cloud,
    ("cloud", "remove"): _remove_from_cloud,
    ("cloud", "keys"): _cloud_keys,
}
STORES = ("device", "secure", "cloud")
ACTS = tuple(dict.fromkeys(act for _, act in _ACTS))
