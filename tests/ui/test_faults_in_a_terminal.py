"""What the user sees when the disk fails: a calm sentence, typing that goes on, and everything back afterwards."""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a Unix terminal", allow_module_level=True)

sys.path.append(str(Path(__file__).parents[1] / "document"))

from faults import fill, small_disk
from terminal import Terminal

from schemas.language import words
from schemas.starter import starter
from wizard.document.history import history_path
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

TITLE, PGDN, QUIT = "Hvad skal planen hedde?", "\x1b[6~", "\x11"
SEEDS = range(int(os.environ.get("PLANBYGGER_SEEDS", "3")))


def new(folder: Path) -> Path:
    plan = folder / "øby.plan.yaml"
    Keeper.create(plan, starter(words("da"), "Øby"))
    return plan


def at_the_title(plan: Path) -> Terminal:
    terminal = Terminal(plan)
    terminal.until("Stamblad")
    terminal.type(PGDN)
    terminal.until(TITLE)
    return terminal


def said(terminal: Terminal) -> str:
    """Give what stood on the screen in one line, and what was said after it was left."""
    return " ".join(terminal.text.split())


@pytest.mark.full
def test_on_a_full_disk_a_banner_says_so_until_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        plan = new(disk)
        terminal = at_the_title(plan)
        filler = fill(disk)
        terminal.type("Beredskab på Ærø " * 4)
        terminal.until("Beredskab på Ærø Beredskab")
        terminal.type("x" * 3000)
        terminal.until("Disken er fuld")
        filler.unlink()
        terminal.gone("Disken er fuld")
        assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert read_plan(plan).front.title.startswith("Beredskab på Ærø Beredskab")


@pytest.mark.full
def test_leaving_a_full_disk_names_the_copy_and_the_next_start_brings_it_back(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1500) as disk:
        plan = new(disk)
        terminal = at_the_title(plan)
        filler = fill(disk)
        terminal.type("Beredskab " + "x" * 3000)
        terminal.until("Disken er fuld")
        terminal.type(QUIT)
        assert terminal.end() == 1
        left = said(terminal).replace(" ", "")
        assert "Heleplanenergemther" in left
        assert "rescued" in left
        assert read_plan(plan).front.title == ""
        start = Terminal(None, folder=disk)
        start.until("Hent svar frem")
        start.until("1 svar, der ikke nåede med")
        filler.unlink()
        start.type("h")
        start.until("Disse planer har svar")
        start.type("\r")
        start.until("er kommet med i planen")
        start.until("Beredskab xxx")
        assert start.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert read_plan(plan).front.title.startswith("Beredskab xxx")


@pytest.mark.full
def test_a_plan_whose_folder_is_gone_for_good_is_offered_as_a_copy(tmp_path: Path) -> None:
    folder, here = tmp_path / "drev", tmp_path / "her"
    folder.mkdir()
    here.mkdir()
    terminal = at_the_title(new(folder))
    terminal.type("Beredskab")
    terminal.until("Beredskab")
    folder.rename(tmp_path / "væk")
    terminal.until("Planens mappe er væk")
    terminal.type(" på Ærø")
    terminal.until("Beredskab på Ærø")
    terminal.type(QUIT)
    assert terminal.end() == 1
    start = Terminal(None, folder=here)
    start.until("Hent svar frem")
    start.type("h")
    start.until("kopi af planen")
    start.type("\r")
    start.until("Beredskab på Ærø")
    assert start.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert read_plan(here / "øby.plan.yaml").front.title == "Beredskab på Ærø"


@pytest.mark.full
def test_a_folder_that_comes_back_is_written_without_a_word_more(tmp_path: Path) -> None:
    folder = tmp_path / "drev"
    folder.mkdir()
    plan = new(folder)
    terminal = at_the_title(plan)
    folder.rename(tmp_path / "væk")
    terminal.type("Beredskab")
    terminal.until("Planens mappe er væk")
    (tmp_path / "væk").rename(folder)
    terminal.gone("Planens mappe er væk")
    assert read_plan(plan).front.title == "Beredskab"
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM


@pytest.mark.full
def test_a_damaged_history_is_said_in_a_line_that_goes_when_it_is_read(tmp_path: Path) -> None:
    plan = new(tmp_path)
    session = Session.open(plan, "Ane")
    session.set("front.title", "Beredskab")
    session.close()
    path = history_path(plan)
    path.write_bytes(b"x" * 4096 + path.read_bytes()[4096:])
    terminal = Terminal(plan)
    terminal.until("Planens historik var beskadiget")
    terminal.until("Beredskab")
    assert terminal.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert len(list(tmp_path.glob(".*damaged-*"))) >= 1
    again = Terminal(plan)
    again.until("Beredskab")
    again.read(0.3)
    assert "beskadiget" not in again.text
    assert again.end(signal.SIGTERM) == 128 + signal.SIGTERM


@pytest.mark.full
@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_while_the_disk_fills_loses_a_second_at_most(tmp_path: Path, seed: int) -> None:
    """What was typed until a second before the end is there again, when there is room."""
    chance = random.Random(seed)
    with small_disk(tmp_path / "disk", chance.choice((1000, 1500))) as disk:
        plan = new(disk)
        terminal = at_the_title(plan)
        text = "".join(chance.choice("abcdæøå ") for _ in range(60))
        filler = None
        full_at = chance.randrange(len(text))
        for n, char in enumerate(text):
            if n == full_at:
                filler = fill(disk)
            terminal.type(char)
            terminal.read(chance.choice((0, 0.01, 0.05)))
        end = text.rstrip()[-20:]
        terminal.until(end)
        for _ in range(30):
            terminal.read(0.05)
        assert terminal.end(signal.SIGKILL) == -signal.SIGKILL
        assert filler is not None
        filler.unlink()
        session = Session.open(plan, "Ane")
        assert session.plan.front.title.strip() == text.strip()
        session.close()
