"""The rows about documents: many plans at once, and what is done before pandoc."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment
from measuring import Row, interleaved
from plans import large, many
from terminal import python

from schemas.checks import check
from schemas.language import words
from wizard.render import markdown
from wizard.render.context import context
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.engine.program import program
from wizard.render.escape import DIALECT
from wizard.render.folder import templates


def rows(folder: Path, runs: int, long: bool) -> Iterator[Row]:
    """Measure every row in a folder of its own."""
    yield _batch(folder, 24, max(1, runs // 3))
    yield _before_pandoc(runs)
    if long:
        yield _thousand(folder)


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def rendered(paths: list[Path], output: Path) -> float:
    """Render plans to DOCX and HTML with the program's own command; milliseconds."""
    command = python("-m", "wizard", "render", *map(str, paths), "-f", "docx,html", "-o", str(output))
    return timed(lambda: subprocess.run(command, check=True, capture_output=True))


def _batch(folder: Path, count: int, runs: int) -> Row:
    plans = many(folder, count)
    texts = [folder / f"{path.name}.md" for path in plans]
    for path, text in zip(plans, texts, strict=True):
        done = subprocess.run(
            python("-m", "wizard", "render", str(path), "-f", "md", "-o", "-"), check=True, capture_output=True
        )
        text.write_bytes(done.stdout)
    commands = folder / "commands"
    commands.write_text(
        "".join(
            f"--from={DIALECT} --standalone --toc --output={text}.{kind} {text}\n"
            for text in texts
            for kind in ("docx", "html")
        )
    )
    ours, theirs = interleaved(
        runs,
        lambda: rendered(plans, folder / "out") / count,
        lambda: timed(lambda: _xargs(commands)) / count,
    )
    return Row(
        f"DOCX and HTML of {count} different plans, a plan",
        ours,
        theirs,
        "xargs -P2 pandoc on the same Markdown",
        "ms",
        2.5,
        least=True,
    )


def _xargs(commands: Path) -> None:
    with commands.open("rb") as lines:
        subprocess.run(["xargs", "-P2", "-L1", str(program())], stdin=lines, check=True, capture_output=True)


def _before_pandoc(runs: int) -> Row:
    """Compare the whole way to Markdown, with checks, with the template alone on a context that is ready."""
    plan = large()
    said = words(plan.front.language.value)
    ready = context(plan, Edition.PUBLIC)
    environment: ImmutableSandboxedEnvironment = markdown._environment()
    assert templates().is_dir()

    def ours() -> float:
        return timed(lambda: (check(plan, date(2026, 11, 23)), markdown.to_markdown(plan, PLAN, Edition.PUBLIC)))

    def template() -> float:
        page = environment.get_template(PLAN.template)
        return timed(lambda: page.render(context=ready, changes=None, say=lambda key, **values: said(key, **values)))

    mine, theirs = interleaved(max(20, runs), ours, template)
    return Row("checks and Markdown of the large example", mine, theirs, "the same template, context ready", "ms", 2.0)


def _thousand(folder: Path) -> Row:
    plans = many(folder, 1000)
    few = rendered(plans[:100], folder / "few")
    return Row("1,000 plans", rendered(plans, folder / "all"), few * 10, "ten times 100 plans", "ms", 1.05)
