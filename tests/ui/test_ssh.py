"""Two logins at one plan through a real OpenSSH server: what happens when a line is cut off or stalls."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from ssh_server import SSHD, Server

from wizard.files.plan_file import read_plan

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not (Path(SSHD).exists() and shutil.which("ssh")), reason="needs openssh-server"),
]

TITLE = "Hvad skal planen hedde?"
PGDN = "\x1b[6~"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "ssh"
    folder.mkdir()
    server = Server(folder)
    yield server
    server.stop()


def test_one_login_is_cut_off_in_the_middle_of_a_word_and_the_other_goes_on(server: Server, plan: Path) -> None:
    ane = server.login(plan, "--name", "Ane")
    ane.until("Prøveby")
    bo = server.login(plan, "--name", "Bo")
    bo.until("Prøveby")
    for one in (ane, bo):
        one.type(PGDN)
        one.until(TITLE)
    ane.type("Beredskab på Ær")
    ane.until("Beredskab på Ær")
    bo.type("x")
    bo.until("Ane")  # who types there
    assert "x" not in bo.text.partition(TITLE)[2].splitlines()[1]
    ane.end(signal.SIGKILL)
    bo.until("Beredskab på Ær", 30)
    bo.type("\x1b[Fø")  # his cursor stayed where it was; End takes it to the end
    bo.until("Beredskab på Ærø")
    assert bo.end(signal.SIGHUP) in (-signal.SIGHUP, 255)
    _until_it_stands_in(plan, "Beredskab på Ærø")


def test_every_key_that_arrived_is_kept_when_the_line_stalls_and_is_dropped(server: Server, plan: Path) -> None:
    ane = server.login(plan, "--name", "Ane")
    ane.until("Prøveby")
    ane.type(PGDN)
    ane.until(TITLE)
    typed = "Hvert tegn skal være der, også æ, ø og å. " * 8
    os.kill(ane.pid, signal.SIGSTOP)
    time.sleep(0.2)
    os.kill(ane.pid, signal.SIGCONT)
    ane.type(typed)
    time.sleep(0.3)  # the keys are on their way through the client
    os.kill(ane.pid, signal.SIGSTOP)
    _until_it_stands_in(plan, typed.strip())
    ane.end(signal.SIGKILL)


def _until_it_stands_in(plan: Path, title: str) -> None:
    end = time.monotonic() + 30
    while (read_plan(plan).front.title or "").strip() != title:
        assert time.monotonic() < end, read_plan(plan).front.title
        time.sleep(0.2)
