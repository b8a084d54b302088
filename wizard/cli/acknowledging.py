"""What is said of a public edition that waits for somebody to look at what seems private."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.checks import Finding
from schemas.describing import label_of
from schemas.language import Words

NAMED = 3
"""How many fields are named; of the others their number is."""


def waiting(name: str, found: Sequence[Finding], said: Words) -> str:
    """Name the fields and say how to go on; what stands in them is never repeated."""
    fields = list(dict.fromkeys(_field(finding.path, said) for finding in found))
    if len(fields) <= NAMED:
        return said("private.stopped", name=name, fields=said.join(fields))
    return said("private.stopped_more", name=name, fields=", ".join(fields[:NAMED]), more=len(fields) - NAMED)


def _field(path: str, said: Words) -> str:
    part = said.field("Plan", path.partition(".")[0])["label"]
    return f"{part} › {label_of(path, said)}"
