"""Whether the way of a concern says who acts. Only acts toward somebody are looked at, and only where nobody is named.

A sentence that names a role, a unit, an authority or "we" is left in peace, even where the wrong one might be meant:
an alarm too few is better here than one too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding, Severity
from .sheet import Entry, Sheet

_ACTS = re.compile(
    r"\b(?:kontaktes|orienteres|informeres|underrettes|indkaldes|inddrages|tilbydes|adviseres"
    r"|(?:bliver|skal blive) (?:kontaktet|orienteret|informeret|underrettet|indkaldt|inddraget)"
    r"|(?:is|are|be) (?:contacted|informed|notified|invited|involved|offered|called in))\b",
    re.IGNORECASE,
)
_ACTORS = re.compile(
    r"\b(?:af|by|vi|os|we|us|man|du|jeg|you|den, der|\w*(?:leder|lederen|tovholder|tovholderen|medarbejder|medarbejdere"
    r"|medarbejderen|chef|chefen|rådgiver|rådgiveren|koordinator|koordinatoren|konsulent|konsulenten|politi|politiet"
    r"|vagt|vagten|afdeling|afdelingen|infohus|infohuset|forvaltning|forvaltningen|kommunen|jobcenter|jobcentret"
    r"|direktør|direktøren|modtagelsen|coordinator|manager|police|officer|team|adviser|unit|department|municipality"
    r"|centre|director|head|duty)s?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")


def passives(sheet: Sheet) -> Iterator[Finding]:
    """Find sentences on the way of a concern in which something is done to somebody and nobody does it."""
    for entry in sheet.written:
        if not entry.place.startswith("concerns.") or entry.mark.kind != "text" or _has_role(entry, sheet):
            continue
        if found := next((act for act in map(_act, _SENTENCE.findall(entry.value)) if act), None):
            yield Finding("nobody_acts", entry.path, Severity.ADVICE, {"act": found})


def _has_role(entry: Entry, sheet: Sheet) -> bool:
    """Tell whether the record says by itself who acts, as a step with a role does."""
    return entry.record is not None and f"{entry.record}.who" in sheet.answered


def _act(sentence: str) -> str | None:
    match = _ACTS.search(sentence)
    return None if match is None or _ACTORS.search(sentence) else match[0]
