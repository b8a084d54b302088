"""`overview`: a folder of plans as one table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from schemas.checks import masked
from schemas.dates import parse_date
from schemas.language import Words
from schemas.overview import SORTS, Line, Tally, line, ordered
from schemas.signs import message, spelled
from wizard.files.trouble import BrokenFile, CannotWrite, FileTrouble
from wizard.files.whole import write_whole

from .console import emit, emit_bytes
from .exits import Exit, Stop, together, write_code
from .inputs import Source, sources
from .overview_table import table
from .progress import progress

FORMAT = 1
"""The number of what `-f json` writes. It grows when a key changes its meaning or goes away, not when one comes."""

TEXT = "text"
FORMATS = (TEXT, "md", "html", "json")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wished for: the order, the day that counts as today, the form, and the file; None for the screen."""

    sort: str
    today: date
    format: str
    output: Path | None

    @classmethod
    def of(cls, sort: str, on: str, format: str, output: Path | None, said: Words) -> Wish:
        """Understand the words of the command line. Raises `Stop`."""
        if sort not in SORTS:
            raise Stop(Exit.USAGE, said("overview.unknown_sort", name=sort, choices=", ".join(SORTS)))
        suffix = output.suffix.removeprefix(".").lower() if output else ""
        named = format.strip().lower() or (suffix if suffix in FORMATS else TEXT)
        if named not in FORMATS:
            raise Stop(Exit.USAGE, said("overview.unknown_format", name=format, choices=", ".join(FORMATS)))
        day = parse_date(on) if on else date.today()
        if day is None:
            raise Stop(Exit.USAGE, said("overview.unknown_day", name=on))
        return cls(sort, day, named, None if str(output) == "-" else output)


def overview(names: list[str], wish: Wish, said: Words) -> Exit:
    """Look at every plan; one that cannot be read is told of in the table, and the rest go on."""
    found = sources(names, said)
    lines: list[Line] = []
    codes: list[Exit] = []
    with progress(said("commands.overview.progress"), len(found), said) as bar:
        for one, code in _looked(found, wish.today, said):
            lines.append(one)
            codes.append(code)
            bar.step()
    _write(ordered(lines, wish.sort), wish, said)
    return together(codes)


def _looked(found: Sequence[Source], today: date, said: Words) -> Iterator[tuple[Line, Exit]]:
    """Read one plan at a time and keep a line of it, so that a thousand need no more memory than ten."""
    for source in found:
        try:
            yield line(source.read(), source.name, today, _written(source)), Exit.OK
        except FileTrouble as trouble:
            code = Exit.BROKEN if isinstance(trouble, BrokenFile) else Exit.FAILURE
            yield Line(source.name, trouble=masked(message(trouble.sentence(said)))), code


def _written(source: Source) -> date | None:
    """Give the day a file was written; None for standard input, or where it is gone meanwhile."""
    try:
        return datetime.fromtimestamp(source.path.stat().st_mtime).date() if source.path else None
    except (OSError, OverflowError, ValueError):
        return None


def _write(lines: list[Line], wish: Wish, said: Words) -> None:
    if wish.output is None and wish.format == TEXT:
        for row in table(lines, said):
            emit(row)
        return
    data = _made(lines, wish, said)
    if wish.output is None:
        emit_bytes(data)
        return
    try:
        write_whole(wish.output, data)
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), f"{wish.output}: {trouble.sentence(said)}") from None
    emit(str(wish.output))


def _made(lines: list[Line], wish: Wish, said: Words) -> bytes:
    """Make the file that is wished for. Raises `Stop` where pandoc fails."""
    if wish.format == TEXT:
        return message("\n".join([*table(lines, said), ""])).encode()
    if wish.format == "json":
        data = json.dumps(_plain(lines, wish.today), ensure_ascii=False, indent=2)
        return f"{spelled(data)}\n".encode(errors="backslashreplace")
    from wizard.render.formats import FORMATS as WRITTEN
    from wizard.render.overview import printed
    from wizard.render.trouble import RenderTrouble

    try:
        return printed(lines, wish.today, WRITTEN[wish.format], said)
    except RenderTrouble as trouble:
        raise Stop(Exit.FAILURE, said(trouble.key, **trouble.values)) from None


def _plain(lines: list[Line], today: date) -> dict[str, object]:
    tally = Tally.of(lines)
    return {
        "format": FORMAT,
        "day": today.isoformat(),
        "counts": {
            "files": tally.files,
            "broken": tally.broken,
            "overdue": tally.overdue,
            "statuses": {status.value: count for status, count in tally.statuses},
        },
        "plans": [_plainly(one) for one in lines],
    }


def _plainly(one: Line) -> dict[str, object]:
    """Give a line as JSON values; of a file that is no plan its name and the sentence that says why."""
    if one.trouble:
        return {"file": one.file, "trouble": one.trouble}
    return {
        "file": one.file,
        "municipality": one.municipality,
        "status": one.status.value if one.status else None,
        "adopted_on": _iso(one.adopted_on),
        "next_revision": _iso(one.next_revision),
        "overdue": one.overdue,
        "matrix": {"met": one.matrix.met, "partly": one.matrix.partly, "missing": one.matrix.missing},
        "benefits": {"met": one.benefits.met, "partly": one.benefits.partly, "missing": one.benefits.missing},
        "findings": {"law": one.law, "clarify": one.clarify, "advice": one.advice},
        "changed": _iso(one.changed),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
