"""Says in one line what was found in the files of a batch."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice
from pathlib import Path

from schemas.language import Words
from schemas.signs import message

from .checking import faults
from .fault import Fault

FEW = 3
"""How many faults are named where there is little room."""


def told(found: Collection[tuple[Fault, ...]], words: Words) -> str:
    """Say how many files were looked at and what was found in all of them."""
    key = "files_one" if len(found) == 1 else "files"
    files = words(f"verify.told.{key}", count=len(found))
    count = sum(len(one) for one in found)
    return words(f"verify.told.{'faulty' if count else 'fine'}", files=files, found=count)


def looked_at(paths: Iterable[Path], words: Words) -> tuple[str, ...]:
    """Look at files that were just written; say in a line what was found, and below it the first few faults."""
    found = {path.name: faults(path.suffix, path.read_bytes()) for path in paths}
    named = (
        words("verify.told.line", file=message(name), sentence=message(fault.sentence(words)))
        for name, ones in found.items()
        for fault in ones
    )
    return (told(found.values(), words), *islice(named, FEW))
