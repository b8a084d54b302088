"""Whatever the terminal and the link to it do, no key that arrived is lost and the screen is right afterwards."""

from __future__ import annotations

import fcntl
import os
import random
import re
import signal
import subprocess
import sys
import termios
import time
from itertools import product
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

from terminal import PROGRAM, START, Terminal

from wizard.files.plan_file import read_plan

FIRST = "Hvilken kommune gælder planen for?"
TITLE = "Hvad skal planen hedde?"
STOCK = str(Path(__file__).parents[1] / "benchmarks" / "stock.py")
PGDN, PGUP, F5, F6 = "\x1b[6~", "\x1b[5~", "\x1b[15~", "\x1b[17~"
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
STALL = float(os.environ.get("PLANBYGGER_STALL", "0.75"))
"""Seconds that the link stalls while somebody types; PLANBYGGER_STALL=30 is what a train in a tunnel takes."""
LETTERS = "".join(chr(97 + number % 26) for number in range(150))


def at_the_title(plan: Path, **variables: str) -> Terminal:
    terminal = Terminal(plan, variables=variables)
    terminal.until("Prøveby")
    terminal.type(PGDN)
    terminal.until(TITLE)
    return terminal


def at_a_text(plan: Path) -> Terminal:
    terminal = Terminal(plan)
    terminal.until("Prøveby")
    terminal.type(F5)
    terminal.until("Gå til")
    terminal.type("Radikalisering\r")
    terminal.until("│  Hvad mener vi med radikalisering?")
    return terminal


def typed_while_stalled(terminal: Terminal) -> None:
    """Turn pages until the link is full, then type; nothing that comes back is read."""
    for _ in range(60):
        terminal.type(PGUP + PGDN)
        time.sleep(0.02)
    for letter in LETTERS:
        terminal.type(letter)
        time.sleep(STALL / len(LETTERS))


def gone(terminal: Terminal) -> int:
    """Wait for the end of a program whose terminal is gone."""
    for _ in range(1000):
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(terminal.pid, signal.SIGKILL)
    raise AssertionError("the program did not end")


def test_keys_typed_into_a_stalled_link_that_drops_are_all_in_the_plan(plan: Path) -> None:
    terminal = at_the_title(plan)
    typed_while_stalled(terminal)
    os.close(terminal.fd)
    assert gone(terminal) == 129
    assert read_plan(plan).front.title == LETTERS


@pytest.mark.full
def test_a_stalled_link_that_comes_back_shows_the_screen_as_it_is(plan: Path) -> None:
    terminal = at_the_title(plan)
    typed_while_stalled(terminal)
    time.sleep(0.3)
    terminal.until(LETTERS[-40:])
    assert TITLE in terminal.text
    assert terminal.end(signal.SIGTERM) == 143
    assert read_plan(plan).front.title == LETTERS


def test_a_hangup_in_the_middle_of_a_burst_waits_for_every_key(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type(LETTERS * 2)
    assert terminal.end(signal.SIGHUP) == 129
    assert read_plan(plan).front.title == LETTERS * 2


@pytest.mark.full
def test_a_terminal_that_is_gone_without_a_word_ends_the_program(plan: Path) -> None:
    """Without a controlling terminal there is no SIGHUP: only reading and writing tell."""
    ours, theirs = os.openpty()
    os.environ["TERM"] = "xterm-256color"
    variables = {**os.environ, "PYTHONPATH": PROGRAM}
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(plan)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=variables, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while "Prøveby".encode() not in seen:
        seen += os.read(ours, 1 << 16)
    os.write(ours, b" og omegn")
    time.sleep(0.3)
    os.close(ours)
    assert process.wait(20) == 129
    assert read_plan(plan).front.municipality == "Prøveby og omegn"


def test_a_terminal_that_sends_latin_1_types_its_letters(plan: Path) -> None:
    terminal = at_the_title(plan)
    os.write(terminal.fd, "Tønder på Ærø ".encode("latin-1"))
    terminal.until("Tønder på Ærø")
    os.write(terminal.fd, "og æ".encode()[:-1])
    time.sleep(0.2)
    os.write(terminal.fd, "æ".encode()[-1:])
    terminal.until("Tønder på Ærø og æ")
    assert terminal.end(signal.SIGTERM) == 143
    assert read_plan(plan).front.title == "Tønder på Ærø og æ"


@pytest.mark.full
def test_100_kilobytes_are_pasted_into_a_text(plan: Path) -> None:
    terminal = at_a_text(plan)
    lines = [f"Linje {number}: børn og unge på Ærø skal vide, hvor de går hen." for number in range(1600)]
    terminal.type(PASTE)
    for line in lines:
        terminal.type(line + "\r")
        terminal.read(0)
    terminal.type(PASTED + "Slut")
    terminal.until("Slut", 60)
    terminal.end(signal.SIGTERM)
    assert read_plan(plan).understanding.radicalisation == "\n".join([*lines, "Slut"])


def test_what_is_pasted_into_a_line_is_joined_and_that_is_said(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type(f"{PASTE}Beredskab\r\n  mod ekstremisme\r\ri Prøveby{PASTED}")
    terminal.until("Beredskab mod ekstremisme i Prøveby")
    terminal.until("linjer er sat sammen til én")
    terminal.end(signal.SIGTERM)
    assert read_plan(plan).front.title == "Beredskab mod ekstremisme i Prøveby"


@pytest.mark.full
def test_a_window_of_nothing_and_back_shows_the_same(plan: Path) -> None:
    terminal = at_the_title(plan)
    terminal.type("Ærø")
    terminal.until("Ærø")
    terminal.until("Prøveby · Ærø")
    terminal.until("4/11")
    while terminal.read(0.5):
        pass
    before = terminal.text
    for columns, lines in ((1, 1), (132, 43), (80, 24), (2, 40), (200, 60), (200, 1), (0, 0), (13, 5)):
        terminal.screen.reset()
        terminal.resize(columns or 80, lines or 24)
        fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, bytes([lines, 0, columns, 0, 0, 0, 0, 0]))
        terminal.read(0.1)
        terminal.type("x\x7f")
        terminal.read(0.1)
    terminal.screen.reset()
    terminal.resize(80, 24)
    terminal.until("Ærø")
    while terminal.read(0.5):
        pass
    assert terminal.text == before
    assert terminal.end(signal.SIGTERM) == 143


@pytest.mark.parametrize("stop", [signal.SIGTSTP, pytest.param(signal.SIGSTOP, marks=pytest.mark.full)])
def test_a_stopped_program_goes_on_where_it_was(plan: Path, stop: signal.Signals) -> None:
    terminal = at_the_title(plan)
    terminal.type("Før")
    terminal.until("Før")
    os.kill(terminal.pid, stop)
    assert os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1])
    while terminal.read(0.1):
        pass
    if stop == signal.SIGTSTP:
        assert termios.tcgetattr(terminal.fd)[3] & termios.ICANON, "the shell has its terminal back"
    terminal.screen.reset()
    terminal.type("skt")
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.until("Førskt")
    terminal.until("F1")
    assert TITLE in terminal.text
    assert not termios.tcgetattr(terminal.fd)[3] & termios.ICANON
    assert terminal.end(signal.SIGTERM) == 143
    assert read_plan(plan).front.title == "Førskt"


def test_keys_typed_before_the_program_is_there_are_kept_in_their_order(plan: Path) -> None:
    terminal = Terminal(plan)
    terminal.type(f"\x1b[1~Nye {PGDN}Titlen\x7f\x7fl\r")
    terminal.until("Er det en handlingsplan")
    terminal.end(signal.SIGTERM)
    assert (read_plan(plan).front.municipality, read_plan(plan).front.title) == ("Nye Prøveby", "Titll")


@pytest.mark.full
@pytest.mark.parametrize("name", ["xterm", "screen", "tmux-256color", "linux", "vt100"])
def test_every_kind_of_terminal_shows_the_question(plan: Path, name: str) -> None:
    terminal = at_the_title(plan, TERM=name)
    terminal.type("Ærø")
    terminal.until("Ærø")
    assert terminal.end(signal.SIGTERM) == 143
    if name in ("linux", "screen", "vt100"):
        assert not re.search(rb"\x1b\[[<>=]|\x1b\[\?[0-9]*\$p|\x1b\]", terminal.sent), "asks what it may print"


@pytest.mark.full
def test_without_colours_the_cursor_and_the_title_stand_out(plan: Path) -> None:
    terminal = at_the_title(plan, NO_COLOR="1")
    assert not re.search(rb"\x1b\[[0-9;]*[34]8;", terminal.sent)
    assert all(terminal.screen.buffer[0][column].reverse for column in range(80))
    line = next(y for y, text in enumerate(terminal.screen.display) if "▌" in text)
    assert sum(terminal.screen.buffer[line][x].reverse for x in range(80)) == 1
    terminal.type(F5)
    terminal.until("Gå til")
    terminal.until("Titel")
    line = next(y for y, text in enumerate(terminal.screen.display) if "Titel" in text)
    assert terminal.screen.buffer[line][10].reverse, "the line that is pointed at"
    assert not terminal.screen.buffer[line + 1][10].reverse
    terminal.end(signal.SIGTERM)


@pytest.mark.full
def test_the_program_is_silent_while_nobody_types(plan: Path) -> None:
    terminal = at_the_title(plan)
    while terminal.read(1.5):
        pass
    before = len(terminal.sent)
    assert not terminal.read(2)
    terminal.type("x")
    terminal.read(0.5)
    assert 0 < len(terminal.sent) - before < 200
    terminal.end(signal.SIGTERM)


@pytest.mark.full
def test_several_lines_pasted_into_any_field_are_joined_and_elsewhere_it_is_said(plan: Path) -> None:
    terminal = Terminal(plan)
    terminal.until("Prøveby")
    terminal.type(F5)
    terminal.until("Gå til")
    terminal.type(f"{PASTE}Radikali\r\nsering{PASTED}")
    terminal.until("Radikali sering")
    terminal.type("\x1b")
    terminal.until(FIRST)
    terminal.type(PGDN + PGDN)
    terminal.until("Er det en handlingsplan")
    terminal.type(f"{PASTE}Beredskab{PASTED}")
    terminal.until("Det, du satte ind, kom ikke med")
    terminal.end(signal.SIGTERM)


@pytest.mark.full
def test_no_cursor_blinks_and_no_mouse_is_listened_to(tmp_path: Path) -> None:
    terminal = Terminal(None, folder=tmp_path)
    terminal.until("Ny plan")
    terminal.type("\r")
    terminal.until("Filnavn")
    while terminal.read(0.8):
        pass
    assert not terminal.read(1.2)
    assert not re.search(rb"\x1b\[\?(1000|1002|1003|1004|12)h", terminal.sent)
    terminal.end(signal.SIGTERM)


@pytest.mark.full
def test_what_something_else_wrote_across_the_screen_is_drawn_over_on_ctrl_l(plan: Path) -> None:
    terminal = at_the_title(plan)
    before = terminal.text
    terminal.stream.feed(b"\x1b[3;1HBroadcast message: the system goes down")
    assert terminal.text != before
    terminal.type("\x0c")
    terminal.read(1)
    while terminal.read(0.3):
        pass
    assert terminal.text == before
    terminal.end(signal.SIGTERM)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(int(os.environ.get("PLANBYGGER_SEEDS", "2"))))
def test_the_terminal_shows_what_it_shows_with_stock_textual(plan: Path, tmp_path: Path, seed: int) -> None:
    """The same keys in two terminals, one with Textual's own driver and output: every cell is the same in the end."""
    chance = random.Random(seed)
    keys = [chance.choice([PGDN, PGUP, "\t", "\r", "x", "Æ", "漢", "\x7f", "\x1b[A", "\x1b[B", F6]) for _ in range(40)]
    screens = []
    for name in ("ours", "stock"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / plan.name
        path.write_bytes(plan.read_bytes())
        command = (sys.executable, STOCK, str(path)) if name == "stock" else ()
        terminal = Terminal(path, 100, 30, command=command, variables={"COLUMNS": "100", "LINES": "30"})
        terminal.until("Prøveby")
        for key in keys:
            terminal.type(key)
            terminal.read(0.05)
        while terminal.read(0.7):
            pass
        screens.append(terminal.screen)
        terminal.end(signal.SIGTERM)
    ours, stock = screens
    for y, x in product(range(30), range(100)):
        assert ours.buffer[y][x] == stock.buffer[y][x], f"line {y}, column {x} after {keys}"
