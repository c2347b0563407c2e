"""What goes wrong on the way to Telegram, switched on and off while the stand-in runs."""

import math
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a request goes wrong."""

    LATENCY = "latency"  #: it is answered `seconds` later
    BLACK_HOLE = "black_hole"  #: it is swallowed: not processed, never answered
    DROP = "drop"  #: it is processed, but the connection breaks before the answer
    REFUSE = "refuse"  #: the connection breaks before it is processed
    BAD_GATEWAY = "bad_gateway"  #: 502 with HTML: Telegram is down; not processed
    REFUSAL = "refusal"  #: an error of your own in Telegram's shape; not processed
    DUPLICATE = "duplicate"  #: updates are handed out once more after they were confirmed
    OUT_OF_ORDER = "out_of_order"  #: an update is overtaken by the next one of another chat


#: What strikes a request.
REQUESTS = frozenset(Kind) - {Kind.OUT_OF_ORDER}
#: What strikes an update on its way to a bot that polls, and to a webhook.
ARRIVALS = frozenset({Kind.OUT_OF_ORDER})
POSTED = ARRIVALS | {Kind.DUPLICATE}


@dataclass(frozen=True, slots=True)
class Fault:
    """Which requests go wrong, and how; what is left open matches everything."""

    kind: Kind
    #: Methods, in lower case; none means all.
    methods: frozenset[str] = frozenset()
    bot: int | None = None
    chat_id: int | None = None
    #: So many matching requests pass first.
    skip: int = 0
    #: So many are struck then; none means all.
    times: int | None = None
    #: Until this virtual moment.
    until: datetime | None = None
    #: Until this moment on the real, monotonic clock.
    real_until: float = math.inf
    #: Latency in real seconds.
    seconds: float = 0.0
    code: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None


@dataclass(slots=True)
class Armed:
    """A fault that is switched on, and what it did so far."""

    id: int
    fault: Fault
    seen: int = 0
    struck: int = 0

    def over(self, now: datetime, real_now: float) -> bool:
        """Tell whether it will strike no more."""
        fault = self.fault
        return (
            (fault.times is not None and self.struck >= fault.times)
            or (fault.until is not None and now >= fault.until)
            or real_now >= fault.real_until
        )

    def as_json(self) -> dict[str, Any]:
        """Show it to whoever asks."""
        fault = self.fault
        return {
            "id": self.id,
            "kind": fault.kind.value,
            "methods": sorted(fault.methods),
            "bot": fault.bot,
            "chat_id": fault.chat_id,
            "skip": fault.skip,
            "times": fault.times,
            "until": fault.until.isoformat() if fault.until else None,
            "seen": self.seen,
            "struck": self.struck,
        }


@dataclass(slots=True)
class Faults:
    """All faults that were switched on, those that are over as well, until they are disarmed."""

    armed: list[Armed] = field(default_factory=list)
    _last_id: int = 0

    def arm(self, fault: Fault) -> Armed:
        """Switch a fault on."""
        self._last_id += 1
        armed = Armed(self._last_id, fault)
        self.armed.append(armed)
        return armed

    def disarm(self, fault_id: int | None = None) -> None:
        """Switch one fault off, or all."""
        self.armed = [one for one in self.armed if fault_id is not None and one.id != fault_id]

    def strike(
        self,
        method: str,
        bot: int | None,
        chat_id: object,
        now: datetime,
        real_now: float,
        kinds: frozenset[Kind] = REQUESTS,
    ) -> dict[Kind, Fault]:
        """Tell which of these kinds strike a request or an update, and count it."""
        struck: dict[Kind, Fault] = {}
        for one in self.armed:
            fault = one.fault
            if (
                one.over(now, real_now)
                or fault.kind not in kinds
                or (fault.methods and method not in fault.methods)
                or (fault.bot is not None and fault.bot != bot)
                or (fault.chat_id is not None and fault.chat_id != chat_id)
            ):
                continue
            one.seen += 1
            if one.seen > fault.skip:
                one.struck += 1
                struck[fault.kind] = fault
        return struck
