"""The names of plan files."""

from __future__ import annotations

from pathlib import Path

PLAN_SUFFIXES = (".plan.yaml", ".plan.yml", ".plan.json")
"""What the name of a plan file ends with."""


def is_plan(path: Path) -> bool:
    """Tell by its name whether a file is a plan."""
    return path.name.endswith(PLAN_SUFFIXES) and not path.name.startswith(".")


def plans_in(folder: Path) -> list[Path]:
    """List the plan files of a folder by name; a folder that cannot be read has none."""
    try:
        return sorted(path for path in folder.iterdir() if is_plan(path) and path.is_file())
    except OSError:
        return []


def unused(path: Path) -> Path:
    """Give the path, or the first like it that is free: `oe.plan.yaml`, `oe-2.plan.yaml` …"""
    suffix = next((suffix for suffix in PLAN_SUFFIXES if path.name.endswith(suffix)), path.suffix)
    stem = path.name.removesuffix(suffix)
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{stem}-{number}{suffix}")
        number += 1
    return free
