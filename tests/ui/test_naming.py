"""The name is asked for where a login is shared, and every key goes where it was meant to go."""

from __future__ import annotations

import getpass
import signal
import sqlite3
from pathlib import Path

import pytest
from driving import new_plan
from terminal import Terminal

from wizard.document.authors import login
from wizard.document.session import Session
from wizard.document.sharing import login_is_here
from wizard.files.plan_file import read_plan
from wizard.ui.access import tidy_name
from wizard.ui.naming import author

ASKED = "Hvem skriver her?"


def authors(plan: Path) -> set[str]:
    with sqlite3.connect(plan.with_name(f".{plan.name.removesuffix('.plan.yaml')}.plan.history")) as history:
        return {author for (author,) in history.execute("select author from changes")}


def test_who_is_alone_is_not_asked(tmp_path: Path) -> None:
    terminal = Terminal(new_plan(tmp_path))
    terminal.until("Prøveby")
    assert ASKED not in terminal.text
    terminal.end(signal.SIGHUP)


def test_a_second_session_of_a_login_is_asked_and_no_key_goes_astray(tmp_path: Path) -> None:
    """What was typed while the first question stood there goes to it; what is typed at the dialogue is the name."""
    plan = new_plan(tmp_path)
    first = Terminal(plan)
    first.until("Prøveby")
    second = Terminal(plan)
    second.type(" Kommune")  # before anything is read
    second.until(ASKED)
    assert login() in second.text
    second.type("SSP\rX")  # and on, before the plan is open
    second.until("Prøveby KommuneX")
    second.end(signal.SIGHUP)
    first.end(signal.SIGHUP)
    assert read_plan(plan).front.municipality == "Prøveby KommuneX"
    assert authors(plan) == {f"{getpass.getuser()} (SSP)"}


def test_escape_goes_on_under_the_login_alone(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    first, second = Terminal(plan), None
    first.until("Prøveby")
    second = Terminal(plan)
    second.until(ASKED)
    second.type("\x1b")
    second.until("Prøveby")
    second.type("X")
    second.until("PrøvebyX")
    second.end(signal.SIGHUP)
    first.end(signal.SIGHUP)
    assert authors(plan) == {getpass.getuser()}


def test_whoever_gives_a_name_is_not_asked(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    first = Terminal(plan)
    first.until("Prøveby")
    second = Terminal(plan, options=("--name", "SSP"))
    second.until("Prøveby")
    second.end(signal.SIGHUP)
    first.end(signal.SIGHUP)


def test_a_session_kept_to_a_folder_asks_first_of_all(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    terminal = Terminal(plan, options=("--restricted", str(tmp_path)))
    terminal.type("PolitietX\x7f\r")  # typed before the dialogue stood there: it is the first thing that is asked
    terminal.until("Prøveby")
    terminal.type("!")
    terminal.until("Prøveby!")
    terminal.end(signal.SIGHUP)
    assert authors(plan) == {f"{getpass.getuser()} (Politiet)"}


def test_what_looks_like_a_cpr_number_is_no_name(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    terminal = Terminal(plan, options=("--restricted", str(tmp_path)))
    terminal.until(ASKED)
    terminal.type("Ib 010190-1234\r")
    terminal.until("CPR-nummer")
    terminal.type("\x15Ib\r")
    terminal.until("Prøveby")
    terminal.end(signal.SIGHUP)


def test_a_session_that_ended_suddenly_shares_nothing(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    first = Terminal(plan)
    first.until("Prøveby")
    assert login_is_here(plan, login())
    assert not login_is_here(plan, "en-anden")
    first.end(signal.SIGKILL)
    assert not login_is_here(plan, login())


def test_a_named_session_of_the_login_counts_and_one_that_begins_alike_does_not(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    session = Session.open(plan, "anna (SSP)")
    assert login_is_here(plan, "anna")
    assert not login_is_here(plan, "ann")
    session.close()
    assert not login_is_here(plan, "anna")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("  Anne   Hansen ", "Anne Hansen"),
        ("a) (b", "a b"),
        ("x\x1b[2J\n\u202ey", "x [2J y"),
        ("æ" * 90, "æ" * 40),
        ("()", ""),
    ],
)
def test_a_name_is_made_fit_to_be_shown(given: str, name: str) -> None:
    assert tidy_name(given) == name


def test_the_author_is_the_login_and_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    from wizard.ui.access import Access

    monkeypatch.setenv("PLANBYGGER_AUTHOR", "skriptet")
    assert author(Access()) == "skriptet"
    assert author(Access(name="SSP")) == "skriptet (SSP)"
    monkeypatch.delenv("PLANBYGGER_AUTHOR")
    assert author(Access(name="SSP")) == f"{getpass.getuser()} (SSP)"
