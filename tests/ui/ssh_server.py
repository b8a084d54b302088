"""A real OpenSSH server on the loopback, with keys and a port of its own."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from terminal import PROGRAM, START, Terminal

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
ALIVE = 2
"""Seconds between two questions to a client whether it is still there; after two without an answer it is cut off."""

CONFIG = """
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin yes
MaxStartups 100
ClientAliveInterval {alive}
ClientAliveCountMax 2
"""


class Server:
    """Runs until `stop` is called; `login` gives a terminal in which the program runs at the other end.

    more: what stands last in the server's configuration.
    """

    def __init__(self, folder: Path, port: int | None = None, more: str = "") -> None:
        self.folder = folder
        self.port = port or _free_port()
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)],
                check=True,
                stdin=subprocess.DEVNULL,
            )
        (folder / "config").write_text(CONFIG.format(port=self.port, folder=folder, alive=ALIVE) + more)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            [SSHD, "-D", "-e", "-f", str(folder / "config")],
            stderr=(folder / "log").open("w"),
            stdin=subprocess.DEVNULL,
        )
        self._wait()

    def _wait(self) -> None:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text())

    def login(self, plan: Path, *options: str, columns: int = 80, lines: int = 24) -> Terminal:
        """Log in and open a plan at the other end."""
        ours = shlex.join([sys.executable, "-c", START, str(plan), *options])
        far = f"cd {shlex.quote(PROGRAM)} && LANG=C.UTF-8 PYTHONPATH={shlex.quote(PROGRAM)} exec {ours}"
        command = ("ssh", "-tt", "-p", str(self.port), *self.known, self.who, far)
        return Terminal(None, columns, lines, command=command)

    @property
    def known(self) -> tuple[str, ...]:
        """Give the options by which a client knows this server and is known to it."""
        options = ("UserKnownHostsFile=/dev/null", "StrictHostKeyChecking=no", "LogLevel=ERROR", "IdentitiesOnly=yes")
        return ("-i", str(self.folder / "user"), *(word for one in options for word in ("-o", one)))

    @property
    def who(self) -> str:
        """Name the login and the host."""
        return f"{getpass.getuser()}@127.0.0.1"

    def stop(self) -> None:
        """End the server and every login."""
        self.process.terminate()
        self.process.wait(10)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
