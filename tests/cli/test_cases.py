"""The command line as people meet it: every block in cases/*.md is run and compared.

A case is a heading, a sentence, and fenced blocks: `sh` (one command), `stdin`, `file NAME`, `stdout`, `stderr`.
A block that is not there stands for silence. `…` stands for any text; alone on a line, for any lines. A line
`Exit code: N` says how it ends, 0 where there is none.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from calling import Nursery, call

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
    first: bool = False
    files: dict[str, str] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    cases = []
    for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        case = Case(f"{path.stem}: {part.partition(chr(10))[0]}", first=not cases)
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
def test_the_command_line_does_what_its_page_says(case: Case, tmp_path: Path, nursery: Nursery) -> None:
    for name, text in case.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8", newline="\n")
    variables, words = {}, shlex.split(case.command.replace("EXAMPLES", str(EXAMPLES)))
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        variables[name] = value
    assert words.pop(0) == "planbygger"
    # A page's first case starts Python as a user does; the others need not wait for that again.
    run = call if case.first else nursery.call
    done = run(words, tmp_path, case.stdin.encode(), {"TERM": "xterm", "COLUMNS": "100", "TZ": "UTC", **variables})
    stdout, stderr = (said.replace(str(EXAMPLES), "EXAMPLES") for said in (done.stdout, done.stderr))
    assert done.code == case.code, stderr
    assert matches(case.stdout, stdout), f"stdout was:\n{stdout}"
    assert matches(case.stderr, stderr), f"stderr was:\n{stderr}"


def test_the_cases_are_found() -> None:
    assert len(CASES) > 20
