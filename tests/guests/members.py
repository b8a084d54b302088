"""Other users of this machine, for tests run as root: processes that have imported the program and become somebody."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import wizard

PROGRAM = str(Path(wizard.__file__ or "").parents[1])
GROUP = 60010
"""The number of a group that nobody else is in."""

BECOME = """
import importlib, json, os, pkgutil, sys
import schemas.language, wizard.cli, wizard.document, wizard.files

for package in (schemas, wizard.cli, wizard.document, wizard.files):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)

import tempfile
from pathlib import Path
from schemas.plan import Plan
from wizard.document.session import Session

with tempfile.TemporaryDirectory() as folder:
    warm = Session.create(Path(folder) / "a.plan.yaml", Plan(), "a")
    warm.set("front.title", "A")
    warm.close()
schemas.language.words("da")

def become(uid, groups):
    os.setgroups(groups)
    os.setgid(uid)
    os.setuid(uid)
    os.umask(0o007)
    os.environ["HOME"] = os.environ["XDG_STATE_HOME"] = "/nonexistent"
"""
"""All is imported, and used once, before: another user may not be able to read where Python lies."""

WORK = """
become(*json.loads(sys.argv[1]))
from wizard.cli import console
from wizard.cli.main import main
from wizard.files.trouble import FileTrouble

session = None
for line in sys.stdin:
    name, *given = json.loads(line)
    try:
        if name == "open":
            session = Session.open(Path(given[0]), given[1])
            said = session.read_only
        elif name == "create":
            session = Session.create(Path(given[0]), Plan(), given[1])
            said = session.read_only
        elif name == "set":
            said = session.set(*given) is not None
        elif name == "see":
            session.catch_up()
            said = session.value(given[0])
        elif name == "save":
            said = session.save()
        elif name == "close":
            said = session.close()
        elif name == "main":
            told = []
            console.say = told.append
            said = [main(given), told[0].partition(".yaml.")[0] + ".yaml."]
    except (FileTrouble, OSError) as trouble:
        said = {"trouble": getattr(trouble, "key", type(trouble).__name__)}
    print(json.dumps(said), flush=True)
"""


@dataclass
class Member:
    """A process of another user that opens a plan and does with it what it is told."""

    process: subprocess.Popen[str]

    def __call__(self, name: str, *given: object) -> Any:
        """Have something done, and give what came of it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([name, *map(_plain, given)]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value


@contextmanager
def member(uid: int, *groups: int) -> Iterator[Member]:
    """Begin a process that is another user, in some groups."""
    run = [sys.executable, "-c", BECOME + WORK, json.dumps([uid, groups])]
    env = {**os.environ, "PYTHONPATH": PROGRAM}
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:
        yield Member(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)


@contextmanager
def shared_folder(mode: int) -> Iterator[Path]:
    """Make a folder of the group where others can get at it, with a mode."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs root, to become other users")
    top = Path(tempfile.mkdtemp(prefix="planer-"))
    top.chmod(0o755)
    folder = top / "planer"
    folder.mkdir()
    os.chown(folder, 0, GROUP)
    folder.chmod(mode)
    try:
        yield folder
    finally:
        shutil.rmtree(top)
