"""What the tests of the command line share."""

from __future__ import annotations

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
