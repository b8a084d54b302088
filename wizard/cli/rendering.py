"""`render`: documents of plans, one or a folder full."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from schemas.language import Words, words
from schemas.plan import Plan
from wizard.files.names import inside, safe_name
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.engine.program import program
from wizard.render.formats import Format
from wizard.render.publishing import document_names
from wizard.render.rendering import Text, printed, write
from wizard.render.trouble import Blocked, RenderTrouble, Unacknowledged

from .acknowledging import waiting
from .console import emit, emit_bytes, say
from .exits import Exit, Stop, together, write_code
from .inputs import Source, readable, sources
from .progress import progress
from .verifying import Verifier
from .wishing import Wish


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be made."""

    source: Source
    text: Text
    format: Format
    path: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file went: its path where it was written, else why not."""

    code: Exit
    text: str


def render(names: list[str], wish: Wish, output: Path | None, said: Words) -> Exit:
    """Render every plan; what goes wrong with one is reported and the rest go on."""
    found = sources(names, said)
    if wish.asked.earlier is not None and len(found) > 1:
        raise Stop(Exit.USAGE, said("commands.usage.since_one"))
    if not wish.document.data:
        _pandoc(said)
    if str(output) == "-":
        return _to_stream(found, wish, said)
    folder = _folder(output or Path(), said)
    codes: list[Exit] = []
    verifier = Verifier(said)
    with progress(said("commands.render.progress"), len(found) * len(wish.formats)) as step:
        for outcome in _batch(_jobs(found, wish, folder, said, codes), said):
            codes.append(_tell(outcome))
            if wish.verify and outcome.code is Exit.OK:
                verifier.look(Path(outcome.text))
            step()
    _conclude(codes, folder, said)
    return together((*codes, *verifier.conclude()))


def _pandoc(said: Words) -> None:
    try:
        program()
    except RenderTrouble as trouble:
        raise Stop(Exit.MISSING_TOOL, said(trouble.key, **trouble.values)) from None


def _folder(folder: Path, said: Words) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Stop(Exit.FAILURE, said("commands.cannot_write", name=folder)) from None
    return folder


def _to_stream(found: list[Source], wish: Wish, said: Words) -> Exit:
    if len(found) > 1 or len(wish.formats) > 1:
        raise Stop(Exit.USAGE, said("commands.usage.one_stream"))
    plan = readable(found[0], said)
    if isinstance(plan, Exit):
        return plan
    verifier = Verifier(said)
    try:
        data = printed(_text(found[0], plan, wish, said), wish.formats[0])
    except RenderTrouble as trouble:
        return _tell(_failed(found[0], trouble, said))
    emit_bytes(data)
    if wish.verify:
        verifier.look_at(found[0].name, wish.formats[0].suffix, data)
    return together(verifier.conclude())


def _jobs(found: list[Source], wish: Wish, folder: Path, said: Words, codes: list[Exit]) -> Iterator[Job]:
    """Read and write one plan at a time, so that a folder of a thousand needs no more memory than one of ten."""
    taken: set[str] = set()
    for source in found:
        plan = readable(source, said)
        if isinstance(plan, Exit):
            codes.append(plan)
            continue
        try:
            text = _text(source, plan, wish, said)
            stem = _unique(_stem(source, plan, wish), taken)
        except RenderTrouble as trouble:
            codes.append(_tell(_failed(source, trouble, said)))
            continue
        for format in wish.formats:
            yield Job(source, text, format, inside(folder, stem + format.suffix))


def _text(source: Source, plan: Plan, wish: Wish, said: Words) -> Text:
    return write(plan, wish.document, wish.edition, wish.asked, wish.looks.of(source.path, said))


def _stem(source: Source, plan: Plan, wish: Wish) -> str:
    """Name the files after the plan's file, with what they are if not the plan in its public edition."""
    named = words(plan.front.language.value)
    parts = [source.path.name.partition(".")[0] if source.path else plan.front.municipality]
    if wish.document is not PLAN:
        parts += document_names(plan, wish.document, wish.asked)
    if wish.document.edition(wish.edition) is Edition.INTERNAL:
        parts.append(named("documents.names.internal"))
    return safe_name(" ".join(parts))


def _unique(stem: str, taken: set[str]) -> str:
    """Number a name that another plan of the batch has taken already."""
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def _batch(jobs: Iterable[Job], said: Words) -> Iterator[Outcome]:
    """Make the files, one a core at a time, and give how they went in order."""
    cores = os.cpu_count() or 1
    waiting: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(cores) as pool:
        for job in jobs:
            waiting.append(pool.submit(_written, job, said))
            if len(waiting) > 2 * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _written(job: Job, said: Words) -> Outcome:
    """Make one file and write it, or say why not."""
    try:
        write_whole(job.path, printed(job.text, job.format))
    except RenderTrouble as trouble:
        return _failed(job.source, trouble, said)
    except CannotWrite as trouble:
        return Outcome(write_code(trouble), f"{job.path}: {trouble.sentence(said)}")
    return Outcome(Exit.OK, str(job.path))


def _failed(source: Source, trouble: RenderTrouble, said: Words) -> Outcome:
    if isinstance(trouble, Blocked):
        key = "blocked" if trouble.findings else "blocked_made"
        return Outcome(Exit.FINDINGS, said(f"commands.render.{key}", name=source.name))
    if isinstance(trouble, Unacknowledged):
        return Outcome(Exit.FINDINGS, waiting(source.name, trouble.findings, said))
    return Outcome(Exit.FAILURE, f"{source.name}: {said(trouble.key, **trouble.values)}")


def _tell(outcome: Outcome) -> Exit:
    (emit if outcome.code is Exit.OK else say)(outcome.text)
    return outcome.code


def _conclude(codes: list[Exit], folder: Path, said: Words) -> None:
    made = codes.count(Exit.OK)
    if made:
        say(said("commands.render.done" if made > 1 else "commands.render.done_one", count=made, folder=folder))
    else:
        say(said("commands.render.none"))
    if failed := len(codes) - made:
        say(said("commands.render.some_failed", count=failed, total=len(codes)))
