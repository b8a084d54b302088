"""Real faults for the tests: a small disk, another user, a folder that takes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def small_disk(folder: Path, kilobytes: int = 300) -> Iterator[Path]:
    """Mount a disk of some hundred kilobytes; skip where this machine does not let us."""
    folder.mkdir(exist_ok=True)
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root on Linux")
    told = subprocess.run([mount, "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)], check=False)
    if told.returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(folder: Path) -> Path:
    """Fill a disk to the last byte, and give the file that does."""
    filler = folder / "fyld"
    with filler.open("ab", buffering=0) as file:
        try:
            while file.write(b"x" * 1024):
                pass
        except OSError:
            return filler
    return filler


@contextmanager
def common_folder() -> Iterator[Path]:
    """Give a folder that every login can reach; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="planbygger-prøve-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_somebody(
    work: Callable[[], None], uid: int = NOBODY, groups: tuple[int, ...] = (), state: Path | None = None
) -> None:
    """Do some work in a child process of another login; root may do anything, so its own faults are no faults.

    state: the folder of what the login keeps; one that goes with the child where none is given.
    """
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can take another login")
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 1
        kept = state
        try:
            os.setgroups(list(groups))
            os.setgid(uid)
            os.setuid(uid)
            kept = kept or Path(tempfile.mkdtemp(prefix="planbygger-state-"))
            os.environ["XDG_STATE_HOME"] = str(kept)
            work()
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            if kept is not None and kept != state:
                shutil.rmtree(kept, ignore_errors=True)
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
