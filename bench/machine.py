"""Says on which machine something was measured, and who else was using it at the time."""

import os
import platform
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_PROBE_SECONDS = 0.3
_BLOCK = b"\0" * 4096
#: With so much running beside us, a figure says little (load for each core, a minute's average).
BUSY = 0.5


@dataclass(frozen=True, slots=True)
class Machine:
    """Where we are."""

    processor: str
    cores: int
    memory: int  #: GiB
    system: str
    python: str
    syncs: float  #: how often a second 4 KiB reach the disk (fdatasync), where the databases lie
    load: float  #: processes that wanted to run, in the last minute's average

    @property
    def is_busy(self) -> bool:
        """Whether others use so much of it that the figures are worse than the truth."""
        return self.load > BUSY * self.cores

    def lines(self) -> list[str]:
        """Return it as people read it."""
        said = [
            f"{self.processor}, {self.cores} cores, {self.memory} GiB, {self.system}",
            f"Python {self.python}, {self.syncs:,.0f} fdatasync/s, load {self.load:.2f} before",
        ]
        if self.is_busy:
            said.append("others are using this machine: expect worse figures than the truth")
        return said

    def as_json(self) -> dict[str, Any]:
        """Return it for machines."""
        return asdict(self)


def this_machine(place: Path) -> Machine:
    """Look around; `place` is the directory the databases will lie in."""
    return Machine(
        processor=_processor(Path("/proc/cpuinfo")),
        cores=len(os.sched_getaffinity(0)),
        memory=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        syncs=_syncs_a_second(place / "probe"),
        load=os.getloadavg()[0],
    )


def _processor(listed: Path) -> str:
    if listed.exists():
        for line in listed.read_text().splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.machine()


def _syncs_a_second(probe: Path) -> float:
    handle = os.open(probe, os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < _PROBE_SECONDS:
            os.write(handle, _BLOCK)
            os.fdatasync(handle)
            count += 1
        return count / (time.perf_counter() - began)
    finally:
        os.close(handle)
        probe.unlink()
