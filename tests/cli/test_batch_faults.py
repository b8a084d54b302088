"""A batch that is interrupted, killed, robbed of its workers or has nowhere to write."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from calling import PLACE
from sparing import sparing

sys.path.append(str(Path(__file__).parents[1] / "document"))
from faults import as_somebody, common_folder, small_disk

from wizard.cli.main import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc are those of Linux")

EXAMPLE = Path(__file__).parents[2] / "examples" / "storby.plan.yaml"
PATIENCE = 60.0


class Batch:
    """`render --json` in a process of its own, read line by line."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wizard", "render", *words, "--json"],
            cwd=folder,
            env={**os.environ, **PLACE},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # The tests themselves may run where Ctrl-C is not listened to.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )

    def line(self) -> dict[str, Any]:
        assert self.process.stdout
        text = self.process.stdout.readline()
        assert text, self.process.stderr.read() if self.process.stderr else ""
        read: dict[str, Any] = json.loads(text)
        return read

    def processes(self) -> dict[int, str]:
        """Find the processes that it has started, and those that these have, with their names."""
        return dict(_below(self.process.pid))

    def workers(self) -> list[int]:
        """Find the pandoc processes among them."""
        return [pid for pid, name in self.processes().items() if name == "pandoc"]

    def end(self) -> tuple[int, str, str]:
        """Read what is left of it; `communicate` would miss what was read ahead with a line."""
        assert self.process.stdout
        assert self.process.stderr
        out, err = self.process.stdout.read(), self.process.stderr.read()
        return self.process.wait(PATIENCE), out, err


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of large plans that are not alike."""
    (tmp_path / "planer").mkdir()
    for number in range(12):
        text = EXAMPLE.read_text("utf-8").replace("Fjordborg", f"By {number}")
        (tmp_path / "planer" / f"k{number:02}.plan.yaml").write_text(text, "utf-8")
    return tmp_path


def _below(pid: int) -> Iterator[tuple[int, str]]:
    for one in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, one.read_text().split()):
            yield child, Path(f"/proc/{child}/comm").read_text().strip()
            yield from _below(child)


def made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def all_end(pids: Iterable[int]) -> bool:
    """Wait a while for processes to be gone."""
    late = time.monotonic() + 10
    while any(map(alive, pids)) and time.monotonic() < late:
        time.sleep(0.05)
    return not any(map(alive, pids))


@pytest.mark.parametrize("number", sparing([signal.SIGTERM], [signal.SIGINT, signal.SIGHUP]))
def test_an_interrupted_batch_leaves_whole_files_and_the_next_goes_on_from_there(plans: Path, number: int) -> None:
    batch = Batch(plans, "planer", "-f", "docx", "-o", "ud", "-j", "2")
    batch.line()
    workers, others = batch.workers(), batch.processes()
    batch.process.send_signal(number)
    code, _, err = batch.end()
    assert code == 130
    assert "Afbrudt. Det, der er skrevet, er helt; næste gang laves kun resten." in err
    assert workers
    assert all_end(others), "no process is left behind"
    assert not list((plans / "ud").glob("*.tmp"))
    first = made(plans / "ud")
    assert 0 < len(first) < 12
    again = Batch(plans, "planer", "-f", "docx", "-o", "ud")
    told = [json.loads(line) for line in again.end()[1].splitlines()]
    assert {line["path"] for line in told if line["status"] == "unchanged"} == {f"ud/{name}" for name in first}
    assert Batch(plans, "planer", "-f", "docx", "-o", "alt").end()[0] == 0
    assert made(plans / "ud") == made(plans / "alt")


def test_a_killed_batch_leaves_no_half_file_under_a_documents_name(plans: Path) -> None:
    batch = Batch(plans, "planer", "-f", "html", "-o", "ud")
    batch.line()
    others = batch.processes()
    batch.process.kill()
    batch.process.wait()
    assert all_end(others), "no process is left behind"
    first = made(plans / "ud")
    assert Batch(plans, "planer", "-f", "html", "-o", "ud").end()[0] == 0
    whole = made(plans / "ud")
    assert {name: whole[name] for name in first} == first
    assert len(whole) == 12


@pytest.mark.parametrize("killed", ["pandoc", "all"])
def test_processes_that_are_killed_cost_no_document(plans: Path, killed: str) -> None:
    batch = Batch(plans, "planer", "-f", "docx", "-o", "ud")
    batch.line()
    for pid, name in batch.processes().items():
        if killed in ("all", name):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    code, out, err = batch.end()
    assert code == 0, err
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["made"] * 11


def test_a_full_disk_is_told_of_once_and_what_fitted_is_kept_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.plan.yaml").write_text("front:\n  municipality: Eksempelby Kommune\n", "utf-8")
    for name in "bc":
        Path(f"{name}.plan.yaml").write_bytes(EXAMPLE.read_bytes())
    assert main(["render", "a.plan.yaml", "b.plan.yaml", "-f", "html", "-o", "prøve"]) == 0
    sizes = {path.name: path.stat().st_size for path in Path("prøve").glob("*.html")}
    with small_disk(tmp_path / "ud", (sizes["a.html"] + sizes["b.html"] // 2) // 1024):
        assert main(["render", "a.plan.yaml", "-f", "html", "-o", "ud"]) == 0
        capsys.readouterr()
        assert main(["render", "*.plan.yaml", "-f", "html,docx", "-d", "plan,concern-staff", "-o", "ud"]) == 1
        told = capsys.readouterr()
        kept = made(tmp_path / "ud")
        assert not list((tmp_path / "ud").glob("*.tmp"))
    assert kept["a.html"] == Path("prøve/a.html").read_bytes()
    written = told.out.splitlines()
    assert sorted(kept) == sorted(["a.html", *(line.removeprefix("ud/") for line in written)])
    lost = 3 * 2 * 2 - len(kept)
    plans = {name: sum(one.startswith((f"{name}.", f"{name}-")) for one in kept) for name in "abc"}
    nothing, partly = sum(not count for count in plans.values()), sum(0 < count < 4 for count in plans.values())
    assert lost > 2, "the disk is full in the midst of it"
    assert told.err.count("Der er ikke plads på disken") == 1, "one sentence for all of them"
    head, *groups = told.err.splitlines()[-2:]
    said = [f"{nothing} af 3 planer kunne ikke laves."] * bool(nothing)
    said += [f"{partly} af 3 planer er kun delvis lavet."] * bool(partly)
    assert head == " ".join(said)
    short = [f"{name}.plan.yaml" for name, count in plans.items() if count < 4]
    assert groups == [f"- Filen kan ikke skrives ({lost} filer): {', '.join(short)}"]


def test_a_folder_that_takes_nothing_is_told_of(capfd: pytest.CaptureFixture[str]) -> None:
    with common_folder() as folder:
        (folder / "a.plan.yaml").write_text("front:\n  municipality: Eksempelby Kommune\n", "utf-8")
        (folder / "ud").mkdir(mode=0o755)

        def work() -> None:
            assert main(["render", str(folder / "a.plan.yaml"), "-f", "md", "-o", str(folder / "ud")]) == 6

        as_somebody(work)
        assert list((folder / "ud").iterdir()) == []
        assert "Ingen filer er skrevet." in capfd.readouterr().err


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Callable[..., Batch]]:
    """Watch a folder; whatever happens, nothing goes on watching."""
    begun: list[Batch] = []

    def begin(*words: str) -> Batch:
        begun.append(Batch(tmp_path, *words, "-f", "html", "-o", "ud", "--watch"))
        return begun[-1]

    yield begin
    for batch in begun:
        batch.process.kill()
        batch.process.wait()


def save(path: Path, municipality: str) -> None:
    """Save a plan as the wizard does: a new file takes the old one's place."""
    path.parent.mkdir(exist_ok=True)
    new = path.with_suffix(".ny")
    new.write_text(f"front:\n  municipality: {municipality}\n", "utf-8")
    os.replace(new, path)


def test_watching_renders_what_is_saved_what_is_new_and_what_looks_otherwise(
    tmp_path: Path, watching: Callable[..., Batch]
) -> None:
    save(tmp_path / "planer/a.plan.yaml", "Andeby Kommune")
    batch = watching("planer")
    assert batch.line()["path"] == "ud/a.html"
    save(tmp_path / "planer/a.plan.yaml", "Nyby Kommune")
    assert batch.line()["path"] == "ud/a.html"
    assert "Nyby Kommune" in (tmp_path / "ud/a.html").read_text("utf-8")
    save(tmp_path / "planer/b.plan.yaml", "Bøgeby Kommune")
    assert [batch.line()["status"] for _ in range(2)] == ["unchanged", "made"]
    (tmp_path / "planer/c.plan.yaml").write_text("front: [\n", "utf-8")
    assert [batch.line()["status"] for _ in range(3)] == ["unchanged", "unchanged", "failed"]
    save(tmp_path / "planer/c.plan.yaml", "Cederby Kommune")
    assert batch.line()["status"] == "made"
    (tmp_path / "planer/brand.yaml").write_text("name: Eksempelby\nfooter: Vores bund\n", "utf-8")
    assert [batch.line()["status"] for _ in range(3)] == ["made"] * 3
    assert "Vores bund" in (tmp_path / "ud/b.html").read_text("utf-8")
    batch.process.send_signal(signal.SIGINT)
    code, out, err = batch.end()
    assert (code, out) == (0, "")
    assert "Ændret: planer/brand.yaml\n" in err
    assert err.endswith("Holder ikke længere øje.\n")


def test_watching_an_empty_folder_waits_for_its_first_plan(tmp_path: Path, watching: Callable[..., Batch]) -> None:
    (tmp_path / "planer").mkdir()
    batch = watching("planer")
    time.sleep(0.5)
    save(tmp_path / "planer/a.plan.yaml", "Andeby Kommune")
    assert batch.line()["path"] == "ud/a.html"
