"""The rows about documents: many plans at once, the same plan again, and what is done before pandoc."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypandoc
from measuring import Row, interleaved
from memory import peak
from plans import large, many
from terminal import python

from schemas.checks import check
from schemas.language import words
from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.render import markdown
from wizard.render.asked import PLAINLY
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.engine.job import Job
from wizard.render.engine.pool import convert, engine
from wizard.render.engine.program import program
from wizard.render.escape import DIALECT
from wizard.render.folder import templates
from wizard.render.formats import DOCX, HTML, MARKDOWN, Format
from wizard.render.rendering import preview, printed, write
from wizard.render.values import Reader

PLANS = 100
"""How many plans a batch has."""

KINDS = ("docx", "html")


def rows(folder: Path, runs: int, long: bool) -> Iterator[Row]:
    """Measure every row in a folder of its own."""
    yield from _batch(folder, max(1, runs // 3))
    yield from _one(folder, runs)
    yield _again(runs)
    yield _before_pandoc(runs)
    if long:
        yield from _thousand(folder)


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds a piece of work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def rendering(paths: list[Path], output: Path) -> list[str]:
    """Give the command that renders plans to DOCX and HTML."""
    return python("-m", "wizard", "render", *map(str, paths), "-f", "docx,html", "-o", str(output), "--force")


def rendered(paths: list[Path], output: Path) -> float:
    """Render plans to DOCX and HTML with the program's own command; milliseconds."""
    return timed(lambda: subprocess.run(rendering(paths, output), check=True, capture_output=True))


def published(folder: Path, plans: list[Path]) -> list[Path]:
    """Write the plans as the Markdown that the program publishes, for pandoc by itself."""
    subprocess.run(
        python("-m", "wizard", "render", *map(str, plans), "-f", "md", "-o", str(folder)),
        check=True,
        capture_output=True,
    )
    return [folder / path.name.replace(".plan.yaml", ".md") for path in plans]


def _batch(folder: Path, runs: int) -> Iterator[Row]:
    """Compare the program's command with the ways there are without it, on the same plans in the same run."""
    plans = many(folder, PLANS)
    texts = published(folder / "md", plans)
    trees = [_tree(folder, path) for path in plans]
    few = texts[: PLANS // 5]
    ours, plainly, each, xargs, floor = interleaved(
        runs,
        lambda: rendered(plans, folder / "out") / PLANS,
        lambda: timed(lambda: [_plainly(text) for text in few]) / len(few),
        lambda: timed(lambda: [_each(text) for text in few]) / len(few),
        lambda: timed(lambda: _xargs(folder, texts)) / PLANS,
        lambda: timed(lambda: _floor(trees)) / PLANS,
    )
    what = f"DOCX and HTML of {PLANS} different plans, a plan"
    yield Row(what, ours, xargs, "xargs -P2 pandoc on the same Markdown", "ms", 2.5, least=True)
    yield Row(what, ours, plainly, "pypandoc called plainly", "ms", 5, least=True)
    yield Row(what, ours, each, "one pandoc process an output", "ms", 5, least=True)
    yield Row(what, ours, floor, "the floor: warm pandoc fed ready JSON", "ms", 0.7, least=True)


def _tree(folder: Path, path: Path) -> Path:
    """Write a plan's document as pandoc's JSON."""
    text = write(read_plan(path), PLAN, Edition.PUBLIC)
    target = folder / f"{path.name}.json"
    job = Job(text.markdown, Format("json", ".json", "json"), page=False, metadata={"title": "x"})
    target.write_bytes(convert(job).file)
    return target


def _plainly(text: Path) -> None:
    for kind in KINDS:
        pypandoc.convert_file(
            str(text), kind, format=DIALECT, outputfile=f"{text}.{kind}", extra_args=["--standalone", "--toc"]
        )


def _command(text: Path, kind: str) -> list[str]:
    return [f"--from={DIALECT}", "--standalone", "--toc", f"--output={text}.{kind}", str(text)]


def _each(text: Path) -> None:
    for kind in KINDS:
        subprocess.run([program(), *_command(text, kind)], check=True, capture_output=True)


def _xargs(folder: Path, texts: list[Path]) -> None:
    commands = folder / "commands"
    commands.write_text("".join(" ".join(_command(text, kind)) + "\n" for text in texts for kind in KINDS))
    with commands.open("rb") as lines:
        subprocess.run(["xargs", "-P2", "-L1", str(program())], stdin=lines, check=True, capture_output=True)


def _floor(trees: list[Path]) -> None:
    cores = len(os.sched_getaffinity(0))
    script = Path(__file__).with_name("floor.lua")
    styles = (templates() / HTML.template, templates() / DOCX.reference)
    running = [
        subprocess.Popen(list(map(str, (program(), "lua", "+RTS", "-A64m", "-RTS", script, *styles, *trees[n::cores]))))
        for n in range(cores)
    ]
    for process in running:
        if process.wait():
            raise SystemExit("the floor fell in")


def _one(folder: Path, runs: int) -> Iterator[Row]:
    """Compare one plan in an engine that is warm with a pandoc process for each file."""
    plan = large()
    source = folder / "large.plan.yaml"
    source.write_bytes((Path(__file__).parents[2] / "examples" / "storby.plan.yaml").read_bytes())
    text = published(folder / "one", [source])[0]
    ours, theirs = interleaved(max(5, runs), lambda: timed(lambda: _printed(plan)), lambda: timed(lambda: _each(text)))
    yield Row("DOCX and HTML of the large example", ours, theirs, "a pandoc process for each", "ms", 2.5, least=True)


def _printed(plan: Plan) -> None:
    text = write(plan, PLAN, Edition.PUBLIC)
    for format in (DOCX, HTML):
        printed(text, format)


def _again(runs: int) -> Row:
    """Compare the preview of a plan after one edit with the first one, by a worker that knows nothing of the plan."""
    pairs = [_first_and_second(number) for number in range(max(5, runs))]
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Row("preview of the same plan after one edit", second, first, "the first preview of it", "ms", 0.5)


def _first_and_second(number: int) -> tuple[float, float]:
    plan = large()
    first, edited = (
        plan.model_copy(update={"strategy": plan.strategy.model_copy(update={"vision": f"{text} {number}"})})
        for text in ("Alle kender vejen", "Alle kender kortet")
    )
    engine().close()
    convert(Job("x", MARKDOWN, page=False, metadata={}))
    return (
        timed(lambda: preview(first, PLAN, Edition.PUBLIC)),
        timed(lambda: preview(edited, PLAN, Edition.PUBLIC)),
    )


def _before_pandoc(runs: int) -> Row:
    """Compare the whole way to Markdown, with checks, with the template alone on a context that is ready."""
    plan = large()
    said = words(plan.front.language.value)
    ready = markdown._contents(plan, PLAN, Edition.PUBLIC, PLAINLY, Reader, 1.0)
    environment = markdown._environment()

    def ours() -> float:
        return timed(lambda: (check(plan, date(2026, 11, 23)), markdown.to_markdown(plan, PLAN, Edition.PUBLIC)))

    def template() -> float:
        page = environment.get_template(PLAN.template)
        return timed(lambda: page.render(ready, say=lambda key, **values: said(key, **values)))

    mine, theirs = interleaved(max(20, runs), ours, template)
    return Row("checks and Markdown of the large example", mine, theirs, "the same template, context ready", "ms", 2.0)


def _thousand(folder: Path) -> Iterator[Row]:
    """Compare a thousand plans with ten times a hundred, in time and in memory."""
    plans = many(folder, 1000)
    few, little = peak(rendering(plans[:100], folder / "few"))
    all_, much = peak(rendering(plans, folder / "all"))
    yield Row("1,000 plans", all_, few * 10, "ten times 100 plans", "ms", 1.05)
    yield Row("memory at 1,000 plans, all processes", much, little, "at 100 plans", "MiB", 1.1)
