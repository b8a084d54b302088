"""Many plans as one table, as Markdown or as a page for a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.language import LOCALES, Words
from schemas.overview import Counts, Line, Tally

from . import web
from .engine.job import Job
from .engine.pool import convert
from .escape import Markdown, escape
from .formats import HTML, Format
from .markdown import page

HEADS = ("municipality", "status", "adopted", "revision", "matrix", "benefits", "gaps", "changed", "file")


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page prints."""

    day: str
    summary: tuple[str, ...]
    heads: tuple[Markdown, ...]
    rows: tuple[tuple[Markdown, ...], ...]
    broken: tuple[tuple[Markdown, ...], ...]


def printed(lines: Sequence[Line], today: date, format: Format, said: Words) -> bytes:
    """Print lines in their order. Raises `RenderTrouble` where pandoc fails."""
    data = convert(Job(_markdown(lines, today, said), format, page=False, metadata=_metadata(said))).file
    return web.finish(data, {}) if format is HTML else data


def _markdown(lines: Sequence[Line], today: date, said: Words) -> str:
    names = short_names([one.file for one in lines])
    overview = Overview(
        said.date(today),
        summary(Tally.of(lines), said),
        tuple(escape(said(f"overview.head.{name}")) for name in HEADS[:4])
        + tuple(escape(said(f"overview.full.{name}")) for name in HEADS[4:7])
        + tuple(escape(said(f"overview.head.{name}")) for name in HEADS[7:]),
        tuple(_row((*cells(one, said), names[one.file])) for one in lines if not one.trouble),
        tuple((escape(names[one.file]), escape(one.trouble)) for one in lines if one.trouble),
    )
    return page("overview", said, overview=overview)


def _row(written: Sequence[str]) -> tuple[Markdown, ...]:
    """Escape cells; counts stay on one line."""
    return tuple(escape(text.replace(" / ", "\u00a0/\u00a0")) for text in written)


def _metadata(said: Words) -> dict[str, str]:
    title = said("overview.title")
    return {
        "title": title,
        "pagetitle": title,
        "author": "planbygger",
        "lang": LOCALES[said.language].replace("_", "-"),
        "document": "overview",
        "skip": said("documents.skip"),
        "table-word": said("documents.table"),
        "footer": said("overview.footer"),
    }


def cells(one: Line, said: Words) -> tuple[str, ...]:
    """Write a line, cell by cell, as `HEADS` names them, but for the file."""
    return (
        one.municipality or said("documents.no_municipality"),
        said.choice("Status", one.status.value) if one.status else "–",
        _day(one.adopted_on, said),
        revision(one, said),
        counts(one.matrix),
        counts(one.benefits),
        f"{one.law} / {one.clarify} / {one.advice}",
        _day(one.changed, said),
    )


def revision(one: Line, said: Words) -> str:
    """Write when a plan is to be revised, and in words where that day has passed."""
    day = _day(one.next_revision, said)
    return f"{day} {said('overview.overdue')}" if one.overdue else day


def counts(found: Counts) -> str:
    """Write how many are met, partly met and missing."""
    return f"{found.met} / {found.partly} / {found.missing}"


def short_names(files: Sequence[str]) -> dict[str, str]:
    """Name files without the folder that all of them lie in: where they lie on a disk is nobody else's business."""
    folders = [os.path.dirname(name) for name in files]
    try:
        common = os.path.commonpath(folders) if all(folders) else ""
    except ValueError:  # two drives, or some names with a root and some without
        common = ""
    return {name: os.path.relpath(name, common) if common else name for name in files}


def _day(day: date | None, said: Words) -> str:
    return said.date(day, "short") if day else "–"


def summary(tally: Tally, said: Words) -> tuple[str, ...]:
    """Say how many there are, by status, how many wait for their revision, and how many cannot be read."""
    return tuple(_sentences(tally, said))


def _sentences(tally: Tally, said: Words) -> Iterator[str]:
    plans = tally.files - tally.broken
    parts = [
        f"{count} " + said(f"overview.status{'_one' if count == 1 else ''}.{status.value}")
        for status, count in tally.statuses
    ]
    yield said("overview.plans_one" if plans == 1 else "overview.plans", count=plans, parts=said.join(parts) or "–")
    yield said("overview.late" if tally.overdue else "overview.late_none", count=tally.overdue)
    if tally.broken:
        yield said("overview.broken_one" if tally.broken == 1 else "overview.broken", count=tally.broken)
