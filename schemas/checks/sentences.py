"""What a finding says, in the language then chosen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ..fields import Item, marks
from ..language import Words
from ..paths import NoSuchPath, get, mark_at, parent, place
from ..plan import Plan
from ..specs import enumeration_of
from .cpr import masked
from .finding import Finding, Severity, Value

LONGEST = 60
"""How much of a record's own words a sentence quotes."""


def sentence(finding: Finding, plan: Plan, words: Words) -> str:
    """Say what a finding is about and what to do next; a number that may be a CPR number is never repeated."""
    key = f"checks.sentence.{finding.code}"
    record = _record_path(finding.path)
    if record is not None and words.has(f"{key}_in"):
        key += "_in"
    values = {name: _said(value, words) for name, value in finding.values.items()}
    if finding.blocks:
        values["what"] = words(f"checks.place.{'certain' if finding.values.get('certain') else 'possible'}")
    if "law" in finding.values:
        values["now"] = words(f"laws.{finding.values['law']}.text")
    return words(key, **{**_place(finding.path, record, plan, words), **values})


def severity_name(severity: Severity, words: Words) -> str:
    """Name a severity as people read it: *Lovkrav*, *Bør afklares* or *Godt råd*."""
    return words(f"checks.severity.{severity.value}")


def record_name(item: Item, words: Words) -> str:
    """Name a record by its first words, else by its first choice; empty where it has neither."""
    for mark in marks(type(item)):
        value = getattr(item, mark.name)
        if mark.kind in ("line", "text") and value.strip():
            return _short(masked(" ".join(value.split())))
    for mark in marks(type(item)):
        if mark.kind == "choice" and (value := getattr(item, mark.name)) is not None:
            return words.choice(enumeration_of(mark).__name__, value.value)
    return ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _said(value: Value, words: Words) -> object:
    if isinstance(value, StrEnum):
        return words.choice(type(value).__name__, value.value)
    if isinstance(value, date):
        return words.date(value)
    if isinstance(value, str):
        return _short(masked(" ".join(value.split()).rstrip("."))) or words("checks.place.unsaid")
    return value


def _record_path(path: str) -> str | None:
    end = path.rfind("]")
    return path[: end + 1] if end >= 0 and not path.startswith("reasons[") else None


def _place(path: str, record: str | None, plan: Plan, words: Words) -> dict[str, object]:
    """Name where a finding stands: its part, its field, and the record it belongs to."""
    part, above = path.partition(".")[0], parent(path)
    return {
        "part": words.field("Plan", part)["label"],
        "label": _label(path, words),
        "about": _label(above, words) if above else "",
        "list": _label(record.rpartition("[")[0], words) if record else "",
        "name": _record(record, plan, words) if record else "",
    }


def _label(path: str, words: Words) -> str:
    mark = mark_at(path)
    return words.field(mark.model.__name__, mark.name, place(path).removesuffix("[]").rpartition(".")[0])["label"]


def _record(path: str, plan: Plan, words: Words) -> str:
    """Name a record: its own words in quotation marks, else its number in the list."""
    try:
        items = get(plan, path.rpartition("[")[0])
        item = get(plan, path)
    except NoSuchPath:
        return words("checks.place.gone")
    if name := record_name(item, words):
        return words("checks.place.named", name=name)
    return words("checks.place.numbered", number=items.index(item) + 1)
