"""The installed program in a real terminal of 80 by 24."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.full


class Tmux:
    """One terminal with a shell in it."""

    def __init__(self, program: str, folder: Path) -> None:
        import wizard

        self.program = [program, "-S", str(folder / "socket")]
        place = Path(wizard.__file__ or "").parents[1]
        shell = f"env PYTHONPATH='{place}' XDG_STATE_HOME='{folder}' TERM=xterm-256color PS1='ready>' sh"
        self("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder), shell)
        self.until("ready>")

    def __call__(self, *arguments: str) -> str:
        return subprocess.run([*self.program, *arguments], check=True, capture_output=True, text=True).stdout

    def screen(self) -> str:
        return self("capture-pane", "-p")

    def type(self, text: str) -> None:
        self("send-keys", "-l", text)

    def press(self, *keys: str) -> None:
        self("send-keys", *keys)

    def until(self, words: str, seconds: float = 30) -> str:
        end = time.monotonic() + seconds
        while words not in (shown := self.screen()):
            assert time.monotonic() < end, f"{words!r} did not appear:\n{shown}"
            time.sleep(0.1)
        return shown


@pytest.fixture
def tmux(tool: Callable[[str, str], str], tmp_path: Path) -> Iterator[Tmux]:
    terminal = Tmux(tool("tmux", "tmux"), tmp_path)
    yield terminal
    terminal("kill-server")


def test_the_demo_opens_the_wizard_and_gives_the_terminal_back(tmux: Tmux, tmp_path: Path) -> None:
    tmux.type(f"{sys.executable} -m wizard demo -o ud; echo ended $?")
    tmux.press("Enter")
    shown = tmux.until("Fjordborg Kommune · ")
    assert "Hvilken kommune gælder planen for?" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert {path.suffix for path in (tmp_path / "ud").glob("storby.*")} == {".yaml", ".md", ".html", ".docx"}
    tmux.press("F10")
    assert "ready>" in tmux.until("ended 0")
    tmux.type("echo still here")
    tmux.press("Enter")
    tmux.until("\nstill here")


def test_a_terminal_that_shows_no_full_screen_is_told_what_to_do(tmux: Tmux) -> None:
    tmux.type(f"TERM=dumb {sys.executable} -m wizard; echo ended $?")
    tmux.press("Enter")
    assert "TERM=xterm-256color" in tmux.until("ended 1")
