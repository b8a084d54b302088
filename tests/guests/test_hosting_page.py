"""What docs/hosting.md tells an administrator to write, run as it stands there, and attempts to get out of it."""

from __future__ import annotations

import getpass
import os
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "ui"))
from ssh_server import SSHD, Server
from terminal import PROGRAM, START, Terminal

PAGE = Path(__file__).parents[2] / "docs" / "hosting.md"
FOLDER, PLANBYGGER = "/srv/planer/workshop", "/usr/local/bin/planbygger"

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not (Path(SSHD).exists() and shutil.which("ssh")), reason="needs openssh-server"),
]


def blocks(kind: str) -> list[str]:
    """Give the page's blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "workshop"
    folder.mkdir()
    (folder / "vores.plan.yaml").write_text("front:\n  municipality: Prøveby\n", "utf-8")
    (tmp_path / "ude.plan.yaml").write_text("front:\n  municipality: Hemmeligby\n", "utf-8")
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The little program that the page puts on the path, leading to the one that is tested."""
    script = next(block for block in blocks("sh") if block.startswith("#!/bin/sh"))
    ours = shlex.join(["env", "LANG=C.UTF-8", f"PYTHONPATH={PROGRAM}", sys.executable, "-c", START])
    path = tmp_path / "planbygger"
    path.write_text(script.replace("/opt/planbygger/bin/planbygger", ours))
    path.chmod(0o755)
    return path


class Guest:
    """Logs in as the page's guest, in the ways there are."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def terminal(self, *words: str, options: tuple[str, ...] = (), variables: dict[str, str] | None = None) -> Terminal:
        run = ("ssh", "-tt", "-p", str(self.server.port), *self.server.known, *options, self.server.who, *words)
        return Terminal(None, command=run, variables=variables)

    def run(self, program: str, *words: str, port: str = "-p", stdin: str = "") -> subprocess.CompletedProcess[str]:
        run = [program, port, str(self.server.port), *self.server.known, *words]
        return subprocess.run(run, input=stdin, capture_output=True, text=True, timeout=30, check=False)


@pytest.fixture
def guest(tmp_path: Path, house: Path, program: Path) -> Iterator[Guest]:
    """A server with the page's own block for guests, which lets any variable in, as no server should."""
    (tmp_path / "ssh").mkdir()
    [block] = blocks("sshd_config")
    block = block.replace("Match User gaest", f"Match User {getpass.getuser()}")
    block = block.replace(FOLDER, str(house)).replace(PLANBYGGER, str(program))
    block = block.replace("/etc/ssh/gaester/%u", str(tmp_path / "ssh" / "user.pub"))
    server = Server(tmp_path / "ssh", more=f"Subsystem sftp internal-sftp\nAcceptEnv *\n{block}")
    yield Guest(server)
    server.stop()


@pytest.mark.parametrize("words", [(), ("sh",), ("sh -c id",), ("cat /etc/passwd",), (f"{PLANBYGGER} --restricted /",)])
def test_whatever_a_guest_asks_for_it_is_the_wizard(guest: Guest, words: tuple[str, ...]) -> None:
    terminal = guest.terminal(*words)
    terminal.until("Hvem skriver her?")
    terminal.type("SSP\r")
    terminal.until("vores.plan.yaml")
    assert "ude.plan.yaml" not in terminal.text
    assert "uid=" not in terminal.text
    terminal.type("\x1b[F\r")
    terminal.until("Prøveby")
    terminal.end(signal.SIGHUP)


def test_without_a_terminal_there_is_a_sentence_and_nothing_else(guest: Guest) -> None:
    done = guest.run("ssh", guest.server.who, "id; cat /etc/passwd")
    assert done.returncode != 0
    assert "uid=" not in done.stdout
    assert "root:" not in done.stdout
    assert "ssh -t" in done.stderr


def test_no_file_is_fetched_or_put(guest: Guest, tmp_path: Path) -> None:
    got = tmp_path / "hentet"
    assert guest.run("sftp", "-b", "-", guest.server.who, port="-P", stdin="ls /\n").returncode != 0
    for how in ((), ("-O",)):
        assert guest.run("scp", *how, f"{guest.server.who}:{PAGE}", str(got), port="-P").returncode != 0
        assert guest.run("scp", *how, str(PAGE), f"{guest.server.who}:{got}", port="-P").returncode != 0
    assert not got.exists()


def test_no_port_is_passed_on(guest: Guest) -> None:
    """A service stands behind the server; nothing of what it says comes through."""
    with socket.create_server(("127.0.0.1", 0)) as service:
        heard: list[bool] = []

        def serve() -> None:
            service.settimeout(8)
            try:
                service.accept()[0].sendall(b"secret")
                heard.append(True)
            except OSError:
                heard.append(False)

        thread = threading.Thread(target=serve)
        thread.start()
        with socket.create_server(("127.0.0.1", 0)) as spare:
            near = spare.getsockname()[1]
        forward = f"{near}:127.0.0.1:{service.getsockname()[1]}"
        client = guest.terminal(options=("-L", forward))
        client.until("Hvem skriver her?")
        with socket.create_connection(("127.0.0.1", near)) as line:
            line.settimeout(8)
            try:
                said = line.recv(16)
            except OSError:
                said = b""
        thread.join()
        assert said == b""
        assert heard == [False]
        client.end(signal.SIGHUP)
    back = guest.run("ssh", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1", guest.server.who)
    assert back.returncode != 0


def test_variables_that_a_client_sends_change_nothing(guest: Guest, house: Path) -> None:
    sent = {
        "PLANBYGGER_AUTHOR": "borgmesteren",
        "PLANBYGGER_DEBUG": "1",
        "USER": "borgmesteren",
        "HOME": str(house.parent),
    }
    options = tuple(word for name in sent for word in ("-o", f"SendEnv={name}"))
    terminal = guest.terminal(options=options, variables=sent)
    terminal.until("Hvem skriver her?")
    terminal.type("SSP\r")
    terminal.until("vores.plan.yaml")
    terminal.type("\x1b[F\r")
    terminal.until("Prøveby")
    terminal.type(" X")
    time.sleep(1.5)
    terminal.end(signal.SIGHUP)
    time.sleep(1)
    with sqlite3.connect(house / ".vores.plan.history") as history:
        assert {author for (author,) in history.execute("select author from changes")} == {f"{getpass.getuser()} (SSP)"}


def test_two_keys_of_one_login_have_a_name_and_parts_of_their_own(tmp_path: Path, house: Path, program: Path) -> None:
    """The page's other way: a command before each key."""
    folder = tmp_path / "ssh"
    folder.mkdir()
    [block] = blocks("authorized_keys")
    server = Server(folder)
    key = (folder / "user.pub").read_text().split()[1]
    for line, name, reads in zip(block.splitlines(), ("Interessenter", "Du følger med"), (False, True), strict=True):
        line = re.sub(r"ssh-ed25519 \S+", f"ssh-ed25519 {key}", line)
        (folder / "user.pub").write_text(line.replace(FOLDER, str(house)).replace(PLANBYGGER, str(program)) + "\n")
        terminal = Guest(server).terminal("sh")
        terminal.until("vores.plan.yaml")
        assert ("Ny plan" in terminal.text) is False
        terminal.type("\x1b[F\r")
        terminal.until(name)
        assert ("Strategi" in terminal.text) is reads
        terminal.end(signal.SIGHUP)
        done = Guest(server).run("ssh", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1", server.who)
        assert done.returncode != 0
    server.stop()


def test_the_group_and_the_folder_of_the_page_are_what_the_tests_of_rights_use(tmp_path: Path) -> None:
    """The modes that the page names are those that two members worked in."""
    commands = "".join(blocks("sh"))
    assert "install -d -m 2770 -g planer" in commands
    assert "chmod 660" in commands
    assert "umask 007" in commands
    if os.geteuid() == 0:
        made = tmp_path / "planer"
        subprocess.run(["install", "-d", "-m", "2770", "-g", "nogroup", str(made)], check=True)
        assert oct(made.stat().st_mode)[-4:] == "2770"
