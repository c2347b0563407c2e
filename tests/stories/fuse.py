"""A fuse between the house and the world: it counts every commit and request, and can blow at one.

Once it has blown there is no power: nothing more is committed and nothing more is sent until the
house is started again from what the disk holds.
"""

import threading
from collections import Counter
from dataclasses import dataclass, field

from tests.fakes import PowerCut

#: What a house that waits does again and again; twice the same with nothing in between is idle.
LISTENING = frozenset({"getUpdates", "inbox", "lease"})


@dataclass
class Fuse:
    """Counts within one step of a life. `blow_at`: at which touch of each it blows; 0: none."""

    blow_at: int = 0
    is_off: bool = False
    touches: int = 0  #: in this step, idle ones left out
    in_step: bool = False
    cuts: Counter = field(default_factory=Counter)  #: by kind and edge, where it has blown
    seen: Counter = field(default_factory=Counter)  #: by kind and edge, whatever was touched
    places: list = field(default_factory=list)  #: where it has blown, in order
    _spent: bool = False
    _idle: set = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin_step(self):
        """From here the touches are counted anew, and one of them may blow again."""
        with self._lock:
            self.touches, self.in_step, self._spent = 0, True, False
            self._idle.clear()

    def end_step(self):
        """Nothing blows between two steps. Returns whether it has blown in this one."""
        with self._lock:
            self.in_step = False
            return self._spent

    def commits(self, edge, kinds):
        """A commit of these jobs is about to be made, or has been."""
        self.touch(edge, "+".join(sorted(set(kinds))))

    def touch(self, edge, kind):
        """Something is about to reach the world, or has. Raises PowerCut."""
        with self._lock:
            if self.is_off:
                raise PowerCut(edge)
            if not self.in_step or self._is_idle(edge, kind):
                return
            self.touches += 1
            self.seen[kind, edge] += 1
            if self.touches == self.blow_at and not self._spent:
                self.is_off = self._spent = True
                self.cuts[kind, edge] += 1
                self.places.append((kind, edge))
                raise PowerCut(edge)

    def mend(self):
        """The power is back."""
        self.is_off = False

    def _is_idle(self, edge, kind):
        if kind not in LISTENING:
            self._idle.clear()
            return False
        again = (edge, kind) in self._idle
        self._idle.add((edge, kind))
        return again
