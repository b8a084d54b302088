"""The command line as people meet it: every block in cases/*.md is run and compared.

A case is a heading, a sentence, and fenced blocks: `sh` (one command), `stdin`, `file NAME`, `stdout`, `stderr`.
A block that is not there stands for silence. `…` stands for any text; alone on a line, for any lines. A line
`Exit code: N` says how it ends, 0 where there is none.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Case:
    name: str
    command: str = ""
    stdin: str = ""
    stdout: str = ""
    stderr: str = ""
    code: int = 0
    files: dict[str, str] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    cases = []
    for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        case = Case(f"{path.stem}: {part.partition(chr(10))[0]}")
        for kind, name, text in BLOCK.findall(part):
            if kind == "file":
                case.files[name] = text
            else:
                setattr(case, {"sh": "command"}.get(kind, kind), text)
        if code := re.search(r"^Exit code: (\d+)$", part, re.MULTILINE):
            case.code = int(code[1])
        cases.append(case)
    return cases


def matches(expected: str, found: str) -> bool:
    pattern = "".join(
        "(?s:.*)" if line == "…\n" else ".*".join(map(re.escape, line.split("…")))
        for line in expected.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, found) is not None


CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_line_does_what_its_page_says(case: Case, tmp_path: Path) -> None:
    for name, text in case.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8", newline="\n")
    variables, words = {}, shlex.split(case.command.replace("EXAMPLES", str(EXAMPLES)))
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        variables[name] = value
    assert words.pop(0) == "planbygger"
    done = subprocess.run(
        [sys.executable, "-m", "wizard", *words],
        cwd=tmp_path,
        input=case.stdin.encode(),
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, **_place(), "TERM": "xterm", "COLUMNS": "100", "TZ": "UTC", **variables},
    )
    stdout, stderr = done.stdout.decode().replace(str(EXAMPLES), "EXAMPLES"), done.stderr.decode()
    stderr = stderr.replace(str(EXAMPLES), "EXAMPLES")
    assert done.returncode == case.code, stderr
    assert matches(case.stdout, stdout), f"stdout was:\n{stdout}"
    assert matches(case.stderr, stderr), f"stderr was:\n{stderr}"


def _place() -> dict[str, str]:
    """Let the subprocess import what this one does: the installed wheel under `make test`, else the checkout."""
    import wizard

    return {"PYTHONPATH": str(Path(wizard.__file__ or "").parent.parent)}


def test_the_cases_are_found() -> None:
    assert len(CASES) > 20
