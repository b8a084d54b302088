"""Whatever a plan, its history or a file's name holds, nothing that steers a terminal is written to it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from calling import Done, Nursery
from filled_plans import filled
from hostile import HOSTILE, harmless

from schemas.ids import with_ids
from schemas.plan import Plan
from schemas.texts import fit
from wizard.document.session import Session
from wizard.files.dump import dump_plan

NAMES = ("a\x1b[2Jb.plan.yaml", "c\u202ed.plan.yaml", "e\u2066f\u200b.plan.yaml")
TEXT = " ".join(fit(text) for text in HOSTILE)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of plans, broken files and a history that hold all of it, in their names too."""
    made = tmp_path_factory.mktemp("plans")
    for name in NAMES:
        (made / name).write_bytes(dump_plan(with_ids(Plan.model_validate(filled(Plan, TEXT, times=1)))))
    (made / "old.plan.yaml").write_bytes(dump_plan(Plan()))
    (made / "x\x1b[31m.plan.yaml").write_bytes(b"front: [\x9b]\nfront: \xe2\x80\xae")
    (made / "y\u202e.plan.yaml").write_text("f\u202erontx: \u2066\nfront:\n  kind: \u202eabc\n", "utf-8")
    session = Session.create(made / "h\u202e.plan.yaml", Plan(), "A\u202ene\x1b[1m")
    session.set("strategy.vision", TEXT)
    session.add("measures.measures", {"name": TEXT})
    session.pass_by("front.scope", "skipped", TEXT)
    session.close()
    return made


@pytest.fixture
def folder(plans: Path, tmp_path: Path) -> Path:
    """The same folder anew, for a command that writes in it."""
    return Path(shutil.copytree(plans, tmp_path / "planer"))


COMMANDS = (
    ["check", "."],
    ["check", ".", "--json"],
    ["check", NAMES[1]],
    ["diff", "old.plan.yaml", NAMES[0], "--edition", "intern"],
    ["diff", "old.plan.yaml", NAMES[0], "--edition", "intern", "--json"],
    ["diff", "old.plan.yaml", NAMES[0], "--edition", "intern", "--markdown"],
    ["history", "h\u202e.plan.yaml"],
    ["history", "h\u202e.plan.yaml", "--json"],
    ["history", "h\u202e.plan.yaml", "--at", "n\u202e\x1b[1m"],
    ["render", ".", "-f", "md", "-o", "u\u202ed"],
    ["render", "\u202e\x1b[1m.plan.yaml"],
    ["render", "old.plan.yaml", "-f", "\u202e"],
    ["render", "old.plan.yaml", "--\u202ex"],
    ["\u202ecommand\x1b[1m"],
    ["new", "old.plan.yaml"],
    ["new", "n\u202e.plan.yaml", "-m", TEXT],
    ["revise", NAMES[0], "r\u202e.plan.yaml"],
    ["split", NAMES[1], "-o", "s\u202e"],
    ["forget", "h\u202e.plan.yaml", "--field", "\u202e"],
    ["info"],
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(map(ascii, words)))
def test_no_command_writes_it(nursery: Nursery, folder: Path, words: list[str]) -> None:
    done: Done = nursery.call(words, folder, b"", {"TERM": "xterm", "COLUMNS": "100"})
    assert harmless(done.stderr), ascii(done.stderr)
    if "--json" not in words:
        assert harmless(done.stdout), ascii(done.stdout)
    else:
        assert harmless(done.stdout.encode("ascii", "ignore").decode())
        assert not any(sign in done.stdout for sign in "\x1b\x9b\u202e\u2066\u200b\u2028\U000e0001")
        json.loads(done.stdout)
    assert "Traceback" not in done.stderr
    assert done.stdout or done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_utf8_is_told_without_a_half_character(nursery: Nursery, folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xff\x1b.plan.yaml", "wb") as file:
        file.write(b"front: [")
    done = nursery.call(["check", "."], folder, b"", {"TERM": "xterm", "COLUMNS": "100"})
    assert harmless(done.stdout + done.stderr)
