"""The rows about the wizard: how soon it is there, how fast a key shows, what it sends, what it keeps."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

from baselines import LONG, SENTENCE
from measuring import Row, interleaved, spread
from terminal import Terminal, python

BASELINES = str(Path(__file__).with_name("baselines.py"))
STOCK = str(Path(__file__).with_name("stock.py"))
QUESTION = "Hvilken kommune gælder planen for?"
LAST_STEP = "Udgivelse"
NEXT, SEARCH, DEEP = b"\x1b[6~", b"\x1b[18~", b"\x1b[17~"
TYPED = {"line": "a line", "text": "a text of 20 KB", "field": "a field of a record of 18, uddybning open"}
"""What is typed in, and how the table names it."""
KEYS = [bytes([letter]) for letter in b"abcdefghijklmnopqrstuvwxyz"] * 2


def wizard(plan: Path) -> Terminal:
    """Open the wizard on a plan."""
    return Terminal(python("-m", "wizard", str(plan)), cwd=plan.parent)


def afresh(plan: Path) -> Path:
    """Copy the plan to a folder of its own: one that was open before opens where one was."""
    copy = Path(mkdtemp(dir=plan.parent)) / plan.name
    copy.write_bytes(plan.read_bytes())
    return copy


def bare(kind: str) -> Terminal:
    """Open the baseline of a kind."""
    return Terminal([*python(BASELINES), kind])


def rows(plan: Path, runs: int) -> Iterator[Row]:
    """Measure every row, the plan being the heavy one."""
    yield from _starting(plan, runs)
    yield from _typing(plan, "line", runs)
    yield from _typing(plan, "text", runs)
    yield from _typing(plan, "field", runs)
    yield from _pages(plan, DEEP)
    yield from _pages(plan)
    yield from _resting(plan)


def _starting(plan: Path, runs: int) -> Iterator[Row]:
    def steps() -> float:
        with wizard(afresh(plan)) as terminal:
            return terminal.until(LAST_STEP) * 1e3

    def question() -> float:
        with wizard(afresh(plan)) as terminal:
            return terminal.until(QUESTION) * 1e3

    def ready() -> float:
        with wizard(afresh(plan)) as terminal:
            os.write(terminal.wire, b"qxz")
            return terminal.until("qxz") * 1e3

    def empty() -> float:
        with bare("empty") as terminal:
            return terminal.until("READY") * 1e3

    first, asked, form, base = interleaved(runs, steps, question, ready, empty)
    against = "an empty Textual app"
    yield Row("the plan's steps on screen", first, base, against, "ms", 1.3)
    yield Row("the first question on screen", asked, base, against, "ms", 1.3)
    yield Row("form ready for keys; keys typed before are there", form, base, against, "ms", 2.2)


def _typing(plan: Path, kind: str, runs: int) -> Iterator[Row]:
    ours: list[tuple[float, int]] = []
    base: list[tuple[float, int]] = []
    for _ in range(max(2, runs // 2)):
        with wizard(afresh(plan)) as terminal:
            terminal.until(QUESTION)
            terminal.pump(2)
            _go_to(terminal, kind)
            ours += [terminal.press(key) for key in KEYS]
        with bare("text" if kind == "text" else "line") as terminal:
            terminal.until("READY")
            terminal.pump(1)
            base += [terminal.press(key) for key in KEYS]
    name = TYPED[kind]
    widget = "a bare TextArea, the same text" if kind == "text" else "a bare Input"
    for label, index, limit in (("median", 0, 1.2), ("95th percentile", 1, 1.5)):
        mine, theirs = (spread([time for time, _ in one])[index] for one in (ours, base))
        yield Row(f"key to screen in {name}, 200 measures in the plan, {label}", mine, theirs, widget, "ms", limit)
    mine, theirs = (spread([float(size) for _, size in one])[0] for one in (ours, base))
    yield Row(f"bytes a key in {name}, 120×40", mine, theirs, f"{widget}, stock Textual", "B", 0.2)
    if shutil.which("vim"):
        yield Row(f"bytes a key in {name}, 120×40", mine, _vim(plan.parent, kind), "vim", "B", 2.0)


def _vim(folder: Path, kind: str) -> float:
    """Give the bytes of a key typed at the end of the same text."""
    file = folder / "text.txt"
    file.write_text(LONG if kind == "text" else SENTENCE, "utf-8")
    with Terminal(["vim", "--clean", "-n", "-c", "normal G$", str(file)]) as terminal:
        terminal.pump(1)
        terminal.press(b"A", quiet=0.3)
        return spread([float(terminal.press(key)[1]) for key in KEYS])[0]


def _go_to(terminal: Terminal, kind: str) -> None:
    """Stand in the title, or by searching in the long text or in the name of a measure, everything of it asked."""
    if kind == "line":
        terminal.press(NEXT, quiet=0.3)
    elif kind == "field":
        terminal.press(SEARCH, quiet=0.3)
        terminal.press(b"Indsats nummer 100", quiet=0.5)
        terminal.press(b"\r", quiet=0.5)
        terminal.press(DEEP, quiet=0.5)
    else:
        terminal.press(SEARCH, quiet=0.3)
        terminal.press("En tidlig og sammenhængende".encode(), quiet=0.5)
        terminal.press(b"\r", quiet=0.5)
        terminal.press(b"\x1b[1;5F", quiet=0.3)
    terminal.pump(2)
    terminal.press(b"z", quiet=0.3)


def _pages(plan: Path, first: bytes = b"") -> Iterator[Row]:
    """Compare with the same wizard, the same keys, on stock Textual's own output.

    first: a key to begin with, such as the one that asks everything.
    """

    def change(terminal: Terminal) -> float:
        with terminal:
            terminal.until(QUESTION)
            terminal.pump(2)
            if first:
                terminal.press(first, quiet=0.5)
            return spread([float(terminal.press(NEXT, quiet=0.3)[1]) for _ in range(14)])[0]

    ours = change(wizard(afresh(plan)))
    stock = change(Terminal([*python(STOCK), str(afresh(plan))], cwd=plan.parent))
    deep = ", uddybning open" if first else ""
    yield Row(
        f"bytes of a change of question, 120×40{deep}", ours, stock, "the same on stock Textual's output", "B", 0.35
    )


def _resting(plan: Path, seconds: float = 8.0) -> Iterator[Row]:
    with wizard(afresh(plan)) as terminal, bare("empty") as empty:
        terminal.until(QUESTION)
        empty.until("READY")
        terminal.pump(4)
        empty.pump(0.5)
        sent, cpu = terminal.bytes(), terminal.cpu()
        terminal.pump(seconds)
        used = 100 * (terminal.cpu() - cpu) / seconds
        yield Row("bytes sent when idle", float(terminal.bytes() - sent), None, "nothing", "B", 0.0)
        yield Row("processor when idle", used, None, "nothing", "%", 0.2)
        yield Row(
            "memory (PSS) with the plan open", terminal.memory(), empty.memory(), "an empty Textual app", "MiB", 2.0
        )
