"""A revision is begun from the start screen, by keyboard alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hosting import DANISH, SIZE, Host, plan_in, text_of

from schemas.choices import Status
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.revising import begin, earlier_file
from wizard.document.session import Session
from wizard.files.plan_file import read_plan
from wizard.ui.recent import Recent
from wizard.ui.screens.start import StartScreen


def adopted(folder: Path, name: str) -> Path:
    """Put an adopted plan into a folder."""
    path = folder / name
    plan = starter(DANISH, "Prøveby")
    front = plan.front.model_copy(update={"status": Status.ADOPTED, "adopted_on": date(2022, 8, 25)})
    Keeper.create(path, plan.model_copy(update={"front": front}))
    return path


async def test_a_revision_of_an_adopted_plan_is_begun_beside_it(folder: Path, recent: Recent) -> None:
    old = adopted(folder, "vores.plan.yaml")
    before = old.read_bytes()
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "v", "tab", "enter")
        await pilot.pause()
        assert "Alle svar fra vores.plan.yaml følger med" in text_of(app)
        assert "ikke vedtaget" not in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    assert app.result == folder / f"vores-revision-{date.today().year}.plan.yaml"
    assert old.read_bytes() == before
    session = Session.open(app.result, "Anne")
    assert session.plan.front.status is Status.UNDER_REVISION
    assert session.plan.saved.plan != read_plan(old).saved.plan
    assert earlier_file(session) == old.resolve()
    session.close()


async def test_a_plan_nobody_adopted_can_be_revised_and_is_told_of(folder: Path, recent: Recent) -> None:
    plan_in(folder, "udkast.plan.yaml")
    (folder / f"udkast-revision-{date.today().year}.plan.yaml").write_text("optaget", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", *"udkast.plan.yaml", "enter")
        await pilot.pause()
        assert "er ikke vedtaget" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    assert app.result == folder / f"udkast-revision-{date.today().year}-2.plan.yaml"


async def test_a_revision_never_takes_the_place_of_a_file(folder: Path, recent: Recent) -> None:
    adopted(folder, "vores.plan.yaml")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "v", "tab", "enter")
        await pilot.pause()
        app.screen.query_one("#new-name").value = "vores"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Der ligger allerede en fil" in text_of(app)
    assert app.result is ...


async def test_what_is_wrong_with_a_revisions_name_is_seen_on_the_smallest_screen(folder: Path, recent: Recent) -> None:
    plan_in(folder, "udkast.plan.yaml")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("r", "u", "tab", "enter")
        await pilot.pause()
        assert "er ikke vedtaget" in text_of(app)
        app.screen.query_one("#new-name").value = ""  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert "Skriv et filnavn til revisionen." in text_of(app)


async def test_a_broken_plan_is_not_revised(folder: Path, recent: Recent) -> None:
    (folder / "itu.plan.yaml").write_text("front: [", encoding="utf-8")
    app = Host(StartScreen(DANISH, folder, recent))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "i", "tab", "enter")
        await pilot.pause()
        assert "på en linje højere oppe" in text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Ny plan" in text_of(app)


def test_the_earlier_plan_is_found_after_both_were_moved(folder: Path) -> None:
    old, new = adopted(folder, "a.plan.yaml"), folder / "b.plan.yaml"
    begin(read_plan(old), old, new, date(2026, 11, 24))
    moved = folder.parent / "flyttet"
    folder.rename(moved)
    session = Session.open(moved / "b.plan.yaml", "Anne")
    assert earlier_file(session) == moved / "a.plan.yaml"
    (moved / "a.plan.yaml").unlink()
    assert earlier_file(session) is None
    session.close()
