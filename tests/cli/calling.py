"""Calls the command line in a process of its own, as a shell does, without importing it all anew each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import wizard

PLACE = {"PYTHONPATH": str(Path(wizard.__file__ or "").parent.parent)}
"""Lets a new process import what this one does: the installed wheel under `make test`, else the checkout."""

NURSERY = """
import atexit, gc, importlib, json, os, pkgutil, runpy, sys, time, traceback

import wizard.cli, wizard.document, wizard.files, wizard.render

for package in (wizard.cli, wizard.document, wizard.files, wizard.render):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)

gc.freeze()
for line in sys.stdin.buffer:
    job = json.loads(line)
    if child := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        flags = os.O_RDONLY if mode == "r" else os.O_WRONLY
        os.dup2(os.open(os.path.join(job["streams"], name), flags), number)
        setattr(sys, name, open(number, mode, closefd=False))
    os.environ.clear()
    os.environ.update(job["env"])
    time.tzset()
    os.chdir(job["cwd"])
    sys.argv = ["wizard", *job["words"]]
    try:
        runpy.run_module("wizard", run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
"""


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    code: int
    stdout: str
    stderr: str


def call(words: list[str], cwd: Path, stdin: bytes, env: dict[str, str]) -> Done:
    """Start Python and run the command line in it."""
    run = [sys.executable, "-m", "wizard", *words]
    done = subprocess.run(
        run, cwd=cwd, input=stdin, capture_output=True, timeout=120, check=False, env={**os.environ, **PLACE, **env}
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


class Nursery:
    """A process that has imported the command line and is forked for every call, where there are forks."""

    def __init__(self) -> None:
        self.forks = hasattr(os, "fork")
        if not self.forks:
            return
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **PLACE},
        )

    def call(self, words: list[str], cwd: Path, stdin: bytes, env: dict[str, str]) -> Done:
        """Run the command line in a fork."""
        if not self.forks:
            return call(words, cwd, stdin, env)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with tempfile.TemporaryDirectory() as folder:
            streams = Path(folder)
            for name, content in (("stdin", stdin), ("stdout", b""), ("stderr", b"")):
                (streams / name).write_bytes(content)
            job = {"words": words, "cwd": str(cwd), "env": {**os.environ, **PLACE, **env}, "streams": folder}
            self.process.stdin.write(json.dumps(job).encode() + b"\n")
            self.process.stdin.flush()
            code = int(self.process.stdout.readline())
            return Done(code, (streams / "stdout").read_text("utf-8"), (streams / "stderr").read_text("utf-8"))

    def end(self) -> None:
        """Let the process go."""
        if not self.forks:
            return
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
