"""Places, records and answers of a plan in words: for the history, the search and the comparison of two plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from .fields import Item, Marks, marks
from .language import Words
from .paths import NoSuchPath, get, is_empty, mark_at, parse, place
from .plan import Plan
from .specs import enumeration_of

SHORT = 60
"""Characters of a value that a line shows."""


def where(path: str, plan: Plan, words: Words) -> str:
    """Name the place of a path as people would: "Strategi og vision › Mål »Alle skoler …« › Frist".

    Raises `NoSuchPath` where no field of a plan has such a path; a record that is gone is said to be gone.
    """
    names: list[str] = []
    model, here = "Plan", ""
    for name, key in parse(path):
        mark = mark_at(f"{here}.{name}" if here else name)
        names.append(words.field(model, name, here)["label"])
        here = f"{here}.{name}" if here else name
        if key is not None:
            here += f"[{key}]"
            names[-1] += " " + words("document.edit.quoted", name=record_at(here, plan, words))
        model = mark.item.__name__ if mark.item else model
    return " › ".join(names)


def label_of(path: str, words: Words) -> str:
    """Name the field at a path by its label alone; raises `NoSuchPath` where there is none such."""
    mark = mark_at(path)
    above = place(path).removesuffix("[]").rpartition(".")[0]
    return words.field(mark.model.__name__, mark.name, above)["label"]


def record_at(path: str, plan: Plan, words: Words) -> str:
    """Name the record at a path, or say that it is gone."""
    try:
        return name_of(get(plan, path), plan, words)
    except NoSuchPath:
        return words("document.edit.gone")


def name_of(item: Item, plan: Plan, words: Words) -> str:
    """Name a record by what it points to or counts where that comes first, else by its first words or choice."""
    mark = naming(item)
    return shortened(shown(mark, getattr(item, mark.name), plan, words)) if mark else words("document.edit.unnamed")


def naming(item: Item) -> Marks | None:
    """Give the field that a record is named by; None where it holds nothing to name it by."""
    fields = [mark for mark in marks(type(item)) if not is_empty(getattr(item, mark.name))]
    first = marks(type(item))[0]
    leading = [mark for mark in fields if mark is first and mark.kind in ("reference", "number")]
    texts = [mark for mark in fields if mark.kind in ("line", "text")]
    others = [mark for mark in fields if mark.kind in ("choice", "reference", "number", "date")]
    return next(iter((*leading, *texts, *others)), None)


def shortened(text: str) -> str:
    """Cut a text to one short line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1].rstrip() + "…"


def shown(mark: Marks, value: Any, plan: Plan, words: Words) -> str:
    """Write a value, typed or as plain JSON, as people read it; a text or a line is given whole.

    A choice is written by its label, a reference by the name of what it points to, a date in words.
    """
    match mark.kind:
        case "choice":
            return words.choice(enumeration_of(mark).__name__, value)
        case "choices":
            return words.join([words.choice(enumeration_of(mark).__name__, one) for one in value])
        case "date":
            return words.date(value if isinstance(value, date) else date.fromisoformat(value))
        case "reference":
            return record_at(f"{mark.ask.to}[{value}]", plan, words)
        case "references":
            return words.join([record_at(f"{mark.ask.to}[{one}]", plan, words) for one in value])
        case "flag":
            return words("document.yes" if value else "document.no")
        case "lines":
            return " · ".join(value)
        case _:
            return str(value)
