"""A session that keeps to a folder: the ways one might try to get out of it, through the real program in a terminal."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "ui"))
from terminal import Terminal

SECRET = "Hemmeligby"
DOWN, ESC, ENTER, TAB = "\x1b[B", "\x1b", "\r", "\t"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder to keep to, with a plan in it; plans of others outside, and links that lead to them."""
    folder = tmp_path / "workshop"
    folder.mkdir()
    (folder / "inde.plan.yaml").write_text("front:\n  municipality: Prøveby\n", "utf-8")
    (tmp_path / "ude.plan.yaml").write_text(f"front:\n  municipality: {SECRET}\n", "utf-8")
    (folder / "led.plan.yaml").symlink_to(tmp_path / "ude.plan.yaml")
    (folder / "ud").symlink_to(tmp_path)
    return folder


@pytest.fixture
def guest(house: Path) -> Iterator[Terminal]:
    """A guest at the start screen, named."""
    terminal = Terminal(None, options=("--restricted", str(house), "--name", "SSP"))
    terminal.until("inde.plan.yaml")
    yield terminal
    terminal.type("\x1b\x1b")
    assert terminal.end(signal.SIGHUP) in (0, 129, -signal.SIGHUP)


def at_the_plan(house: Path, *options: str, variables: dict[str, str] | None = None) -> Terminal:
    terminal = Terminal(Path("inde.plan.yaml"), options=("--restricted", str(house), *options), variables=variables)
    if "--name" in options:
        terminal.until("Prøveby")
    return terminal


def test_the_start_lists_what_is_inside_and_nothing_else(guest: Terminal) -> None:
    assert "inde.plan.yaml" in guest.text
    assert "ude.plan.yaml" not in guest.text
    assert "led.plan.yaml" not in guest.text


def test_a_plan_opened_lately_elsewhere_is_not_offered(house: Path, tmp_path: Path) -> None:
    before = Terminal(tmp_path / "ude.plan.yaml")
    before.until(SECRET)
    before.type("\x1b[21~")
    before.end()
    again = Terminal(None, folder=house)
    again.until("ude.plan.yaml")
    again.end(signal.SIGHUP)
    terminal = Terminal(None, options=("--restricted", str(house), "--name", "SSP"))
    terminal.until("inde.plan.yaml")
    assert "ude.plan.yaml" not in terminal.text
    terminal.end(signal.SIGHUP)


def test_no_path_out_is_opened_nor_told_of(guest: Terminal) -> None:
    """Whether something is there or not, the answer is the same."""
    guest.type("å")
    guest.until("Åbn en plan")
    for path in ("../ude.plan.yaml", "/etc/passwd", "~/.ssh", "ud/ude.plan.yaml", "led.plan.yaml", "/no/such"):
        guest.type(path + ENTER)
        guest.until("Du har kun adgang til")
        assert SECRET not in guest.text
        guest.type("\x15x")
        guest.gone("Du har kun adgang til")
        guest.type("\x15")


def test_typing_a_path_out_completes_nothing(guest: Terminal) -> None:
    guest.type("å")
    guest.until("Åbn en plan")
    guest.type("/etc/pass")
    guest.type(TAB)
    guest.until("/etc/pass")
    guest.read(0.3)
    assert "passwd" not in guest.text
    guest.type("\x15../" + TAB)
    guest.read(0.3)
    assert "ude.plan.yaml" not in guest.text


def test_no_plan_is_made_outside(guest: Terminal, tmp_path: Path) -> None:
    guest.type("n")
    guest.until("Ny plan")
    guest.type(f"Prøveby{TAB}\x15ny{TAB}\x15{tmp_path}{ENTER}")
    guest.until("Du har kun adgang til")
    guest.type(f"\x15{guest_folder(guest)}/ud{ENTER}")
    guest.until("Du har kun adgang til")
    assert not (tmp_path / "ny.plan.yaml").exists()


def guest_folder(terminal: Terminal) -> str:
    """Read off the screen which folder the guest is kept to, as a guest would."""
    said = " ".join(terminal.text.split())
    return said.partition("adgang til mappen ")[2].partition(" ")[0]


def test_nothing_is_published_outside(house: Path, tmp_path: Path) -> None:
    terminal = at_the_plan(house, "--name", "SSP")
    terminal.type("\x1b[15~udgiv" + ENTER)
    terminal.until("Formater")
    for folder in (str(tmp_path), f"{house}/ud", "..", "~"):
        terminal.type(TAB)
        terminal.read(0.2)
        terminal.type(f"\x15{folder}{ENTER}")
        terminal.until("Du har kun adgang til")
        terminal.type("\x1b[Z")
        terminal.read(0.2)
    assert {path.name for path in tmp_path.iterdir()} == {"workshop", "ude.plan.yaml"}
    terminal.end(signal.SIGHUP)


def test_it_can_not_be_stopped_nor_broken_off(house: Path) -> None:
    terminal = at_the_plan(house, "--name", "SSP")
    for number in (signal.SIGTSTP, signal.SIGQUIT):
        os.kill(terminal.pid, number)
    terminal.type("\x1a\x1c\x03")
    terminal.read(0.5)
    assert os.waitpid(terminal.pid, os.WNOHANG | os.WUNTRACED) == (0, 0)
    terminal.type("\x1b[19~")
    terminal.until("Prøveby")
    terminal.end(signal.SIGHUP)


def test_what_a_client_sends_along_makes_nobody_else_of_a_guest(house: Path, tmp_path: Path) -> None:
    import getpass

    log = tmp_path / "log"
    sent = {
        "PLANBYGGER_AUTHOR": "borgmesteren", "PLANBYGGER_DEBUG": "1", "LOGNAME": "borgmesteren", "USER": "borgmesteren",
        "TEXTUAL_LOG": str(log), "TEXTUAL_SCREENSHOT": "1", "TEXTUAL": "debug,devtools",
        "XDG_STATE_HOME": str(tmp_path), "_PLANBYGGER_COMPLETE": "complete_bash",
    }  # fmt: skip
    terminal = at_the_plan(house, "--name", "SSP", variables=sent)
    terminal.type("X")
    time.sleep(1.5)
    terminal.type("\x1b[21~")
    terminal.end()
    with sqlite3.connect(house / ".inde.plan.history") as history:
        authors = {author for (author,) in history.execute("select author from changes")}
    assert authors
    assert all(author.endswith(" (SSP)") and "borgmester" not in author for author in authors), authors
    assert {path.name for path in tmp_path.iterdir()} == {"workshop", "ude.plan.yaml"}
    assert getpass.getuser()


def test_an_error_nobody_thought_of_shows_no_trace(house: Path) -> None:
    """A screen's words are taken away, so that the program fails where it never should."""
    code = (
        "import sys; from wizard.cli.main import main; from wizard.ui.screens.help import HelpScreen;"
        "HelpScreen.compose = lambda self: [1 / 0]; sys.exit(main(sys.argv[1:]))"
    )
    options = ("inde.plan.yaml", "--restricted", str(house), "--name", "SSP")
    run = (sys.executable, "-c", code, *options)
    terminal = Terminal(None, command=run, variables={"PLANBYGGER_DEBUG": "1"})
    terminal.until("Prøveby")
    terminal.type("\x1bOP")
    assert terminal.end() == 1
    assert "Noget gik galt" in terminal.text
    assert b"Traceback" not in terminal.sent
    assert b".py" not in terminal.sent


@pytest.mark.parametrize(
    "line",
    [
        ["render", "inde.plan.yaml", "-o", "/tmp"],
        ["led.plan.yaml"],
        *(pytest.param(one, marks=pytest.mark.full) for one in (["../ude.plan.yaml"], ["--restricted", "/"], ["demo"])),
    ],
)
def test_words_a_client_adds_open_nothing(house: Path, line: list[str]) -> None:
    terminal = Terminal(None, options=("--restricted", str(house), *line), folder=house)
    assert terminal.end() in (1, 2)
    assert SECRET not in terminal.text
    assert "municipality" not in terminal.text


def test_who_follows_along_in_a_folder_makes_nothing_there(house: Path) -> None:
    terminal = Terminal(None, options=("--restricted", str(house), "--name", "SSP", "--read-only"))
    terminal.until("inde.plan.yaml")
    assert "Ny plan" not in terminal.text
    terminal.type("n")
    terminal.read(0.3)
    assert "inde.plan.yaml" in terminal.text
    terminal.end(signal.SIGHUP)
    assert {path.name for path in house.iterdir()} == {"inde.plan.yaml", "led.plan.yaml", "ud"}
