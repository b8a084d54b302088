"""The exit codes where a plain case cannot show them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import PLACE

from schemas.language import words
from wizard.cli import rendering
from wizard.cli.exits import Exit, Stop, together, write_code
from wizard.cli.main import guarded
from wizard.files.trouble import CannotWrite
from wizard.render.trouble import RenderTrouble


def test_a_batch_ends_with_the_code_of_its_failures_or_with_plain_failure() -> None:
    assert together([]) is Exit.OK
    assert together([Exit.OK, Exit.BROKEN, Exit.BROKEN]) is Exit.BROKEN
    assert together([Exit.BROKEN, Exit.FINDINGS]) is Exit.FAILURE


def test_a_write_protected_place_has_a_code_of_its_own() -> None:
    assert write_code(CannotWrite("no_write_access")) is Exit.LOCKED
    assert write_code(CannotWrite("no_space")) is Exit.FAILURE


def test_a_missing_pandoc_is_said_before_anything_is_rendered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.plan.yaml").write_text("front: {}", "utf-8")

    def missing() -> Path:
        raise RenderTrouble("no_pandoc")

    monkeypatch.setattr(rendering, "program", missing)
    said = words("da")
    with pytest.raises(Stop) as stopped:
        rendering.render([str(tmp_path)], rendering.Wish.of("md", "public", ["plan"], said), tmp_path, said)
    assert stopped.value.code is Exit.MISSING_TOOL
    assert stopped.value.text


def test_an_unexpected_fault_is_a_sentence_not_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def fault(_: object) -> int:
        raise ZeroDivisionError("x")

    assert guarded(words("en"), fault) == Exit.FAILURE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "ZeroDivisionError" in shown.err
    assert "Traceback" not in shown.err


def test_ctrl_c_ends_with_its_own_code() -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    assert guarded(words("da"), interrupted) == Exit.INTERRUPTED


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("schema", 0),
        ("render --help", 0),
        ("overview planer", 0),
        ("check planer", 0),
        ("check planer --json", 0),
        ("check planer væk.plan.yaml 2>&1", 1),
        ("render planer -f md -d plan,summary,homework -o ud", 0),
        ("render planer -f docx -d concern-staff -o -", 0),
    ],
)
def test_a_reader_that_has_seen_enough_is_no_fault_and_the_work_is_done(tmp_path: Path, words: str, code: int) -> None:
    (tmp_path / "planer").mkdir()
    (tmp_path / "planer" / "a.plan.yaml").write_text("front:\n  municipality: Eksempelby Kommune\n", "utf-8")
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m wizard {words} | true; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, **PLACE},
    )
    assert done.returncode == code
    assert b"rror" not in done.stderr
    if "-o ud" in words:
        assert {path.name for path in (tmp_path / "ud").glob("*.md")} == {
            "a.md", "a-kort-fortalt.md", "a-efter-moedet-intern.md",
        }  # fmt: skip
