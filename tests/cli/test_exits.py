"""The exit codes where a plain case cannot show them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    import wizard

    done = subprocess.run(
        f"'{sys.executable}' -m wizard schema | head -c 1",
        shell=True,
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(wizard.__file__ or "").parents[1]), "PATH": "/usr/bin:/bin"},
    )
    assert done.stdout == b"{"
    assert done.stderr == b""
