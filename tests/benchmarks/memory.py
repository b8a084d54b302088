"""How much memory a command takes with all that it starts."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path


def peak(command: list[str]) -> tuple[float, float]:
    """Run a command to its end; gives the milliseconds it took, and the most MiB that it and its children held."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_held, family(process.pid))))
        time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"failed: {command}")
    return (time.perf_counter() - start) * 1e3, most


def family(pid: int) -> list[int]:
    """Give a process and all that descend from it."""
    found = [pid]
    for one in found:
        for path in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, path.read_text().split())
            except OSError:
                continue
    return found


def _held(pid: int) -> float:
    """Give the MiB that a process holds, what it shares counted in part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
