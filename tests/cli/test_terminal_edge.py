"""Sentences at a terminal's edge."""

import os
import pty
import subprocess
import sys
from pathlib import Path

OLD = "front:\n  municipality: Eksempelby Kommune\n"
NEW = OLD + "  scope: " + "Planen handler om ekstremisme, og en medarbejder kan altid ringe. " * 3 + "\n"


def on_a_terminal(folder: Path, *words: str) -> list[str]:
    """Give the lines a command writes on a terminal of 60 columns."""
    import wizard

    ours, theirs = pty.openpty()
    place = str(Path(wizard.__file__ or "").parents[1])
    variables = {**os.environ, "PYTHONPATH": place, "COLUMNS": "60", "TERM": "xterm"}
    subprocess.run([sys.executable, "-m", "wizard", *words], cwd=folder, env=variables, stdout=theirs, check=True)
    os.close(theirs)
    written = b""
    try:
        while data := os.read(ours, 65536):
            written += data
    except OSError:  # all is read, and nobody writes any more
        pass
    os.close(ours)
    return written.decode().splitlines()


def test_no_word_of_a_finding_or_a_difference_is_broken_at_the_edge(tmp_path: Path) -> None:
    (tmp_path / "old.plan.yaml").write_text(OLD, "utf-8")
    (tmp_path / "new.plan.yaml").write_text(NEW, "utf-8")
    found = on_a_terminal(tmp_path, "check", "old.plan.yaml")
    assert any("spring spørgsmålet over" in line or "med en grund" in line for line in found)
    changed = on_a_terminal(tmp_path, "diff", "old.plan.yaml", "new.plan.yaml")
    assert any("medarbejder" in line for line in changed)
    assert max(map(len, found + changed)) <= 60
