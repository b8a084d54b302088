"""The start screen opens, makes, copies and brings back plans, by keyboard alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hosting import DANISH, ENGLISH, SIZE, Host, plan_in, shows, text_of

from schemas.language import Words
from wizard.document.session import Session
from wizard.files.examples import examples
from wizard.files.plan_file import read_plan
from wizard.ui.recent import Recent
from wizard.ui.screens.start import StartScreen

SUDDEN_END = """
import os, sys, pathlib
from wizard.document.session import Session
session = Session.open(pathlib.Path(sys.argv[1]), "Anne")
session.draft("strategy.vision", "Ingen står al")
os._exit(9)
"""


async def test_a_new_plan_is_named_after_its_municipality(folder: Path, recent: Recent) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.press(*"Ærø Kommune".replace(" ", "")[:3], "space", *"Kommune")
        await pilot.pause()
        assert "aeroe-kommune.plan.yaml" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    assert app.result == folder / "aeroe-kommune.plan.yaml"
    plan = read_plan(app.result)
    assert plan.front.municipality == "Ærø Kommune"
    assert plan.concerns.steps


async def test_a_new_plan_never_takes_the_place_of_a_file(folder: Path, recent: Recent) -> None:
    there = folder / "oe.plan.yaml"
    there.write_text("noget andet", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "Ø", "enter")
        await pilot.pause()
        assert "Der ligger allerede en fil" in text_of(app)
    assert app.result is ...
    assert there.read_text(encoding="utf-8") == "noget andet"


async def test_a_name_of_ones_own_is_kept_while_the_municipality_is_mended(folder: Path, recent: Recent) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "A", "tab", "end", *(["backspace"] * 20), *"vores", "shift+tab", "B", "enter")
        await pilot.pause()
    assert app.result == folder / "vores.plan.yaml"


@pytest.mark.parametrize(("name", "sentence"), [("a/b", "skråstreg"), ("", "foreslår"), ("...", "mindst ét bogstav")])
async def test_a_name_that_is_none_is_refused_with_a_sentence(
    folder: Path, recent: Recent, name: str, sentence: str
) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "tab", *(name.replace("/", " ").split(" ")[0]))
        app.screen.query_one("#new-name").value = name  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert sentence in text_of(app)
    assert app.result is ...
    assert list(folder.iterdir()) == []


async def test_a_folder_that_does_not_exist_is_told(folder: Path, recent: Recent) -> None:
    app = Host(StartScreen(DANISH, folder / "væk", recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "A", "enter")
        await pilot.pause()
        assert "Mappen findes ikke" in text_of(app)


async def test_plans_of_the_folder_and_recent_ones_stand_on_the_list(folder: Path, recent: Recent) -> None:
    here = plan_in(folder, "her.plan.yaml")
    other = folder.parent / "andet"
    other.mkdir()
    recent.remember(plan_in(other, "sidst.plan.yaml"))
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        shown = text_of(app)
        assert shown.index("sidst.plan.yaml") < shown.index("her.plan.yaml")
        await pilot.press("end", "enter")
        await pilot.pause()
    assert app.result == here


async def test_a_path_is_completed_and_opened(folder: Path, recent: Recent) -> None:
    path = plan_in(folder, "kommunens-plan.plan.yaml")
    (folder / "andet.txt").write_text("nej", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("å", "k", "tab", "enter")
        await pilot.pause()
    assert app.result == path


async def test_a_begun_name_opens_the_only_plan_it_can_mean(folder: Path, recent: Recent) -> None:
    wanted = plan_in(folder, "oeby.plan.yaml")
    plan_in(folder, "vest.plan.yaml")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("å", *"oe", "enter")
        await pilot.pause()
    assert app.result == wanted


async def test_a_plan_is_chosen_from_the_list_below_the_path(folder: Path, recent: Recent) -> None:
    (folder / "mappe").mkdir()
    path = plan_in(folder / "mappe", "dyb.plan.yaml")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("å", "down", "enter")
        await pilot.pause()
        assert "dyb.plan.yaml" in text_of(app)
        await pilot.press("down", "enter")
        await pilot.pause()
    assert app.result == path


@pytest.mark.parametrize(("typed", "sentence"), [("væk", "Filen findes ikke"), ("tekst.txt", "slutter på .plan.yaml")])
async def test_what_cannot_be_opened_is_told(folder: Path, recent: Recent, typed: str, sentence: str) -> None:
    (folder / "tekst.txt").write_text("nej", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("å", *typed, "enter")
        await pilot.pause()
        assert sentence in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Ny plan" in text_of(app)


async def test_an_example_opens_as_a_copy(folder: Path, recent: Recent) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.result.parent == folder
    original = next(path for path in examples() if path.name == app.result.name)
    assert app.result.read_bytes() == original.read_bytes()


@pytest.mark.parametrize(("said", "first"), [(DANISH, "Fjordborg"), (ENGLISH, "Havnsund")])
async def test_the_fullest_example_in_ones_own_language_stands_first(
    folder: Path, recent: Recent, said: Words, first: str
) -> None:
    app = Host(StartScreen(said, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        shown = text_of(app)
    names = [name for name in shown.split() if name in ("Fjordborg", "Havnsund", "Lilleø", "Engdal")]
    assert names[0] == first


@pytest.mark.parametrize("size", [(59, 24), (80, 19)])
async def test_a_window_too_small_for_the_start_is_told(folder: Path, recent: Recent, size: tuple[int, int]) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert " ".join(text_of(app).split()) == DANISH("interface.too_small")
        await pilot.resize_terminal(80, 24)
        await shows(pilot, "Ny plan")


async def test_a_second_copy_gets_a_name_of_its_own(folder: Path, recent: Recent) -> None:
    first = next(path for path in examples() if path.name == "storby.plan.yaml")
    (folder / first.name).write_text("min egen", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "enter")
        await pilot.pause()
    assert app.result.name == first.name.replace(".plan.yaml", "-2.plan.yaml")
    assert (folder / first.name).read_text(encoding="utf-8") == "min egen"


async def test_answers_a_sudden_end_left_behind_are_offered(folder: Path, recent: Recent) -> None:
    path = plan_in(folder, "tabt.plan.yaml")
    subprocess.run([sys.executable, "-c", SUDDEN_END, path], check=False, timeout=30)
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        assert "1 svar, der ikke nåede med" in text_of(app)
        await pilot.press("h")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.result == path
    session = Session.open(path, "Anne")
    assert session.plan.strategy.vision == "Ingen står al"
    session.close()


async def test_looking_for_what_was_left_behind_leaves_nothing(folder: Path, recent: Recent) -> None:
    path = plan_in(folder, "rolig.plan.yaml")
    Session.open(path, "Anne").close()
    before = sorted(folder.iterdir())
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE):
        assert "rolig.plan.yaml" in text_of(app)
    assert sorted(folder.iterdir()) == before


async def test_the_start_speaks_both_languages(folder: Path, recent: Recent) -> None:
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert ENGLISH("screens.start.new") in text_of(app)
        await pilot.press("q")
        await pilot.pause()
    assert app.result is None


@pytest.mark.parametrize("broken", ["", "{", "[1, null]", '{"a": 1}', "[" * 100_000])
def test_a_broken_list_of_recent_plans_is_an_empty_one(recent: Recent, broken: str) -> None:
    recent.file.parent.mkdir()
    recent.file.write_text(broken, encoding="utf-8")
    assert recent.paths() == []


def test_a_plan_that_is_gone_is_no_longer_listed(recent: Recent, folder: Path) -> None:
    path = plan_in(folder, "a.plan.yaml")
    recent.remember(path)
    recent.remember(plan_in(folder, "b.plan.yaml"))
    path.unlink()
    assert [path.name for path in recent.paths()] == ["b.plan.yaml"]
