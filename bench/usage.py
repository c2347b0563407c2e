"""Asks the system how much memory and processor another process uses."""

import os
from pathlib import Path


def cpu_seconds(pid: int) -> float:
    """Return how much processor, its own and the system's for it, a process has used."""
    # The name in the second field may hold spaces; what follows its bracket does not.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_bytes(pid: int) -> int:
    """Return the memory that a process has now."""
    return _memory(pid, "VmRSS")


def peak_bytes(pid: int) -> int:
    """Return the most memory that a process has had."""
    return _memory(pid, "VmHWM")


def _memory(pid: int, name: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    raise ProcessLookupError(pid)
