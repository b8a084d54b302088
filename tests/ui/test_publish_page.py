"""Publishing from the wizard, by keyboard alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hosting import DANISH, ENGLISH, SIZE, Host, lines_of, settled, text_of
from publishing import finished, publish
from sparing import sparing
from textual.widgets import Input

from schemas.language import Words
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.render.documents import DOCUMENTS
from wizard.ui.pages.publish import PublishPage
from wizard.ui.widgets.wishes import Wishes


async def test_the_files_are_made_and_their_place_is_told(full: Session, tmp_path: Path) -> None:
    out = tmp_path / "udgivet" / "her"
    app = Host(PublishPage(full, DANISH, "publish"))
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        app.query_one("#publish-folder", Input).value = str(out)
        await publish(pilot)
        shown = text_of(app)
        assert str(out) in "".join(shown.split())
        assert "Åbn .docx i Word" in lines_of(app)
        assert "Kontrolleret: 3 filer. Der er ikke fundet noget." in lines_of(app)
        assert "Ikke med i den offentlige udgave" in lines_of(app)
    made = sorted(path.suffix for path in out.iterdir())
    assert made == [".docx", ".html", ".md"]
    text = next(out.glob("*.md")).read_text(encoding="utf-8")
    assert full.plan.strategy.vision.split(".")[0] in text
    with zipfile.ZipFile(next(out.glob("*.docx"))) as word:
        assert "word/document.xml" in word.namelist()


async def test_choices_by_space_decide_what_is_made(full: Session, tmp_path: Path) -> None:
    app = Host(PublishPage(full, DANISH, "publish"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(
            "down", "space", "down", "down", "space", *["down"] * len(DOCUMENTS), "space", "down", "space"
        )
        wishes = app.query_one(Wishes)
        assert wishes.of("edition") == ["internal"]
        assert wishes.of("document") == ["plan", "summary"]
        assert wishes.of("format") == ["md", "csv", "xlsx", "ics"]


async def test_enter_publishes_and_leaves_the_choices_alone(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("end", "enter")
        await settled(pilot)
        assert page.query_one(Wishes).of("format") == ["md", "html", "docx", "csv", "xlsx", "ics"]
        assert "Færdig." in lines_of(app)
        (named,) = [line.strip() for line in text_of(app).splitlines() if ".docx" in line and "Åbn" not in line]
        assert named.split() == [next(tmp_path.glob("*.md")).stem, ".md", ".html", ".docx"]


async def test_work_papers_are_made_in_the_internal_edition_alone(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        wishes = page.query_one(Wishes)
        wishes.chosen = {"edition.public", "document.homework", "document.minutes", "format.md"}
        await publish(pilot)
        assert "derfor ikke lavet: Efter mødet – hjemmearbejde og Referat af det seneste møde" in lines_of(app)
        assert list(tmp_path.glob("*.md")) == []
        wishes.chosen |= {"document.concern-citizens"}
        await publish(pilot)
        assert "Vælg den interne udgave øverst" in lines_of(app)
        assert [path.name.rpartition("-")[2] for path in tmp_path.glob("*.md")] == ["borgere.md"]
        wishes.chosen = wishes.chosen - {"edition.public", "document.concern-citizens"} | {"edition.internal"}
        await publish(pilot)
        assert "Færdig." in lines_of(app)
    names = [path.name for path in sorted(tmp_path.glob("*.md"))]
    assert any(name.endswith("efter-moedet-intern.md") for name in names)
    assert any("referat" in name and name.endswith("-intern.md") for name in names)


async def test_a_document_is_made_in_the_formats_it_has_and_else_these_are_told(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        wishes = page.query_one(Wishes)
        wishes.chosen = {"edition.public", "document.measures", "format.md"}
        await publish(pilot)
        assert "Ikke lavet: Indsatserne – tabel. Vælg et af formaterne CSV og XLSX" in lines_of(app)
        wishes.chosen |= {"document.concern-citizens", "format.csv"}
        await publish(pilot)
        assert "Færdig." in lines_of(app)
    assert sorted(path.suffix for path in tmp_path.iterdir() if "plan" not in path.name) == [".csv", ".md"]


async def test_the_plan_tells_what_has_changed_since_an_earlier_one(full: Session, tmp_path: Path) -> None:
    earlier = tmp_path / "gammel.plan.yaml"
    Keeper.create(earlier, full.plan)
    full.set("strategy.vision", "Ingen står alene på øen.")
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        page.query_one(Wishes).chosen -= {"format.html", "format.docx"}
        app.query_one("#publish-earlier", Input).value = "findes-ikke.plan.yaml"
        await publish(pilot)
        assert "findes ikke" in lines_of(app)
        app.query_one("#publish-earlier", Input).value = "gammel.plan.yaml"
        await publish(pilot)
        assert "Færdig." in lines_of(app)
    (made,) = tmp_path.glob("*.md")
    text = made.read_text("utf-8")
    section = text.partition("## Ændringer siden sidst")[2].partition("\n## ")[0]
    assert "**Vision**" in section
    assert "Ingen står alene på øen." in section


@pytest.mark.parametrize("said", sparing([DANISH], [ENGLISH]), ids=["da", "en"])
async def test_every_wish_comes_into_view_with_the_arrows_and_is_read_whole(full: Session, said: Words) -> None:
    page = PublishPage(full, said, "publish")
    app = Host(page)
    async with app.run_test(size=(52, 20)) as pilot:
        await pilot.pause()
        wishes = page.query_one(Wishes)
        for way in ("down", "up"):
            for _ in range(wishes.option_count):
                option = wishes.highlighted_option
                assert option is not None
                assert str(option.prompt) in text_of(app)
                if wishes.highlighted == (wishes.option_count - 1 if way == "down" else 1):
                    break
                await pilot.press(way)
                await pilot.pause()


async def test_the_last_line_counts_the_files_that_enter_makes(full: Session) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Enter udgiver 3 filer" in lines_of(app)
        page.query_one(Wishes).choose({"format.md"})
        await pilot.pause()
        assert "Enter udgiver 1 fil" in lines_of(app)


async def test_a_calendar_without_dates_is_left_out_and_the_rest_is_made(tmp_path: Path) -> None:
    Keeper.create(tmp_path / "ny.plan.yaml", starter(DANISH, "Ny Kommune"))
    session = Session.open(tmp_path / "ny.plan.yaml", "Anne")
    page = PublishPage(session, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        page.query_one(Wishes).choose({"document.plan", "document.dates", "format.md", "format.ics"})
        await publish(pilot)
        assert "Færdig." in lines_of(app)
        assert "Ikke lavet: Datoer og frister – kalender. Planen nævner ingen datoer endnu" in lines_of(app)
    assert finished(tmp_path)
    assert list(tmp_path.glob("*.ics")) == []


async def test_what_was_chosen_is_chosen_again_when_the_page_is_come_back_to_but_the_edition_is_public(
    full: Session,
) -> None:
    async with Host(page := PublishPage(full, DANISH, "publish")).run_test(size=SIZE) as pilot:
        await pilot.pause()
        page.query_one(Wishes).choose({"edition.internal", "document.cards", "format.pdf"})
        await pilot.pause()
    async with Host(page := PublishPage(full, DANISH, "publish")).run_test(size=SIZE) as pilot:
        await pilot.pause()
        page.enter("publish.homework")
        await pilot.pause()
        assert page.query_one(Wishes).of("document") == ["homework"]
    async with Host(page := PublishPage(full, DANISH, "publish")).run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert page.query_one(Wishes).chosen == {"edition.public", "document.cards", "format.pdf"}
