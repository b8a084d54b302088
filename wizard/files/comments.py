"""Keeps the comments of a hand-edited plan file."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from schemas.plan import Plan
from wizard.process import ProcessTrouble, run

from .dump import MODELINE, dump_plan
from .mapping import decode
from .plan_file import parse_plan
from .trouble import BrokenFile
from .yaml_reader import Parser

TIMEOUT = 30.0
_MODELINE = f"{MODELINE}\n".encode()
_ROOT = Path(__file__).parents[2]
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from wizard.files.merge import main; main()"


def comments(data: bytes) -> list[str]:
    """List the comments of a YAML file, from `#` to the end of the line, but for the line that names the schema."""
    if b"#" not in data.removeprefix(_MODELINE):
        return []
    try:
        text = decode(data)
        gaps = list(_gaps(text))
    except (BrokenFile, yaml.YAMLError, ValueError):
        return []
    lines = (line for gap in gaps for line in gap.splitlines())
    found = (line[line.index("#") :].rstrip() for line in lines if "#" in line)
    return [comment for comment in found if comment != MODELINE]


def _gaps(text: str) -> Iterator[str]:
    """Yield what stands between the scalars of a file: signs, blanks and comments."""
    parser = Parser(text)
    after = 0
    while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent):
            start, end = _span(event)
            yield text[after:start]
            if event.style in ("|", ">"):
                yield text[start:end].partition("\n")[0]
            after = end
    yield text[after:]


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def merged_apart(previous: bytes, plan: Plan) -> bytes:
    """Merge in a process of its own, since it takes a tenth of a second and more; raises `ValueError`."""
    input = b"%d\n%s%s" % (len(previous), previous, dump_plan(plan, "json"))
    # Isolated, so that no file in the folder of the plan is taken for one of Python's modules.
    try:
        result = run([sys.executable, "-I", "-c", _CHILD, str(_ROOT)], input, TIMEOUT)
    except ProcessTrouble as trouble:
        raise ValueError(trouble.key) from trouble
    if result.code:
        raise ValueError(result.errors.decode(errors="replace"))
    return result.output


def with_comments(previous: bytes, plan: Plan, merge: Callable[[bytes, Plan], bytes] = merged_apart) -> bytes:
    """Write a plan as YAML in the manner of the previous file, with every comment that stood in it.

    A comment that finds no place is put at the top; so is every comment where the file cannot be merged.
    merge: what does the merging, with `ValueError` where it cannot.
    """
    kept = comments(previous)
    if not kept:
        return dump_plan(plan)
    plainly = dump_plan(plan)
    try:
        merged = _with_missing(kept, merge(previous, plan))
        if parse_plan(merged) == parse_plan(plainly):
            return merged
    except (BrokenFile, ValueError):
        pass
    return _with_missing(kept, plainly)


def _with_missing(kept: list[str], written: bytes) -> bytes:
    """Put the comments that are not in what was written at its top, below the line that names the schema."""
    missing = Counter(kept) - Counter(comments(written))
    head = b""
    for comment in kept:
        if missing[comment] > 0:
            missing[comment] -= 1
            head += f"{comment}\n".encode()
    top = _MODELINE if written.startswith(_MODELINE) else b""
    return top + head + written.removeprefix(top)
