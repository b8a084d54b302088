"""The one place that starts a process: bytes in, bytes out, a time limit, no shell."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PASSED_ON = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "SOURCE_DATE_EPOCH")
"""What a child sees of our environment: nothing that changes what it does, and no secrets."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a process left behind; code 0 means that it went well."""

    code: int
    output: bytes
    errors: bytes


class ProcessTrouble(Exception):
    """A process that did not run to its end; `key` leads to its sentence in `words/`."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = f"files.{key}"
        self.values = values


def run(
    args: Sequence[str | os.PathLike[str]],
    input: bytes = b"",
    timeout: float = 60,
    env: Mapping[str, str] | None = None,
    cwd: str | os.PathLike[str] | None = None,
) -> Result:
    """Run a program to its end and give what it wrote, whatever its exit code.

    timeout: seconds, after which it and all that it started are killed. env: added to the little that is passed on.
    Raises `ProcessTrouble`: `files.no_program` where it cannot be started, `files.too_slow` where it took too long.
    """
    name = Path(args[0]).name
    try:
        process = subprocess.Popen(
            [os.fspath(arg) for arg in args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(env or {}),
            cwd=cwd,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise ProcessTrouble("no_program", name=name) from error
    with process:
        try:
            output, errors = process.communicate(input, timeout)
        except subprocess.TimeoutExpired:
            _kill(process)
            raise ProcessTrouble("too_slow", name=name, seconds=round(timeout)) from None
        except BaseException:
            # An interrupted wait leaves no orphan behind.
            _kill(process)
            raise
    return Result(process.returncode, output, errors)


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", **extra}


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process with everything that it started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


class Standing:
    """A process that stays: bytes go in, bytes come out, until it is closed.

    Raises `ProcessTrouble` (`files.no_program`) where it cannot be started. Writing to one that has ended
    raises `OSError`, and reading more than it wrote `EOFError`.
    """

    def __init__(self, args: Sequence[str | os.PathLike[str]]) -> None:
        try:
            self._process = subprocess.Popen(
                [os.fspath(arg) for arg in args],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment({}),
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise ProcessTrouble("no_program", name=Path(args[0]).name) from error
        assert self._process.stdin
        assert self._process.stdout
        self._input, self._output = self._process.stdin, self._process.stdout

    @property
    def pid(self) -> int:
        """Give the number the system knows it by."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Tell whether it has not ended."""
        return self._process.poll() is None

    def write(self, *parts: bytes) -> None:
        """Send bytes, all of them at once."""
        self._input.writelines(parts)
        self._input.flush()

    def line(self) -> bytes:
        """Read a line, without its end."""
        line = self._output.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        return line.rstrip()

    def read(self, length: int) -> bytes:
        """Read so many bytes."""
        data = self._output.read(length)
        if len(data) != length:
            raise EOFError
        return data

    def kill(self) -> None:
        """End it at once; may be called from another thread, which its reader then learns by `EOFError`."""
        _kill(self._process)

    def close(self) -> int:
        """End it and give its exit code: its own where it had ended before."""
        with contextlib.suppress(subprocess.TimeoutExpired, OSError):
            # Who has ended by itself may take a moment to be seen.
            self._input.close()
            self._process.wait(0.5)
        if self.alive:
            _kill(self._process)
        code = self._process.wait()
        self._output.close()
        return code
