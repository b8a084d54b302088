"""A wizard whose screen nobody would see says so and ends."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import wizard
from schemas.language import words


def test_standard_error_in_a_file_is_told_there(tmp_path: Path) -> None:
    away = tmp_path / "fejl.txt"
    ours, theirs = pty.openpty()
    place = str(Path(wizard.__file__ or "").parents[1])
    environment = {**os.environ, "PYTHONPATH": place, "LANG": "da_DK.UTF-8"}
    with away.open("wb") as errors:
        ended = subprocess.run(
            [sys.executable, "-m", "wizard", "--lang", "da"],
            stdin=theirs, stdout=theirs, stderr=errors, cwd=tmp_path, env=environment, timeout=30, check=False,
        )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    assert ended.returncode != 0
    said = away.read_text(encoding="utf-8")
    assert words("da")("commands.opening.drawn_away") in " ".join(said.split())
    assert "\x1b[?1049h" not in said
