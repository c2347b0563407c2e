"""Makes the keys to which phones seal in time, and destroys each when its time is over.

A house that stood still for long does right at its next start: what it needs is made, and nothing
that should be gone is held a moment longer.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.keys import change_keys
from sealing.epochs import destroyed_at, wanted
from sealing.keyring import Keyring, Purpose
from storage.keychain import Keychain
from storage.keys import Keys


@dataclass(frozen=True, slots=True)
class Turned:
    """The epochs whose keys were made, and those whose keys are no more."""

    made: tuple[int, ...] = ()
    destroyed: tuple[int, ...] = ()
    anew: bool = False  #: none was held at all: a new house, or a copy that was put back


def turn_epochs(keychain: Keychain, keys: Keys, now: datetime, *, sure: bool = True) -> Turned:
    """Make what `now` wants and destroy what it must not find; a second time it does nothing.

    `sure`: somebody else's clock agrees that it is `now`; else nothing is destroyed, for a machine
    that starts with a wrong one would take the keys that phones are sealing to. Raises one of
    sealing's KeyTroubleErrors; then what was held is still held.
    """
    turned = Turned()

    def at_now(keyring: Keyring) -> Keyring:
        nonlocal turned
        held = keyring.all(Purpose.EPOCHS)
        made = tuple(epoch for epoch in wanted(now) if epoch not in held)
        over = tuple(one for one in sorted(held) if sure and destroyed_at(one) <= now)
        turned = Turned(made, over, anew=not held)
        for epoch in made:
            keyring = keyring.with_epoch(epoch)
        # The newest is never among them: it is wanted, or of a time that is still to come.
        for epoch in over:
            keyring = keyring.without_version(Purpose.EPOCHS, epoch)
        return keyring

    change_keys(keychain, keys, at_now)
    return turned
