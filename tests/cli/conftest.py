"""What the tests of the command line share."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from batching import Render, Told
from calling import Nursery

from wizard.cli.main import main


@pytest.fixture
def render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Render:
    """Render in a folder of one's own, as Markdown into `ud` unless something else is said."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Told:
        usual = [] if "-f" in words else ["-f", "md"]
        code = main(["render", *words, *usual, *([] if "-o" in words else ["-o", "ud"])])
        told = capsys.readouterr()
        return Told(code, told.out.splitlines(), told.err.splitlines())

    return run


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Calls the command line in a process of its own each time, without importing it all anew."""
    started = Nursery()
    yield started
    started.end()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan, its history, and the document that was made of it."""
    from back_from_hearing import EXAMPLE, FILE, work

    folder = tmp_path_factory.mktemp("office")
    with contextlib.chdir(folder):
        Path(FILE).write_bytes(EXAMPLE.read_bytes())
        work(lambda session: session.set("front.title", "Planen på øen"))
        assert main(["render", FILE, "-f", "docx", "-o", "ud"]) == 0
    return folder


@pytest.fixture
def sent(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan with a history, and the document that was made of it; gives the document."""
    folder = shutil.copytree(office, tmp_path / "kontor")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PLANBYGGER_AUTHOR", "mette")
    (path,) = Path("ud").glob("*.docx")
    return path
