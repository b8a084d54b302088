"""The look that lies beside a plan is used where it is published and previewed, and one is told so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hosting import DANISH, SIZE, Host, lines_of, settled
from publishing import publish

from wizard.document.session import Session
from wizard.ui.pages.publish import PublishPage
from wizard.ui.screens.preview import PreviewScreen
from wizard.ui.widgets.wishes import Wishes


@pytest.fixture
def folder(full: Session) -> Path:
    return full.path.resolve().parent


async def test_the_publish_page_uses_the_look_beside_the_plan_and_says_so(full: Session, folder: Path) -> None:
    (folder / "brand.yaml").write_text("colours:\n  accent: '#0b5d4b'", encoding="utf-8")
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.pause()
        assert "Filerne får kommunens eget udtryk fra brand.yaml ved siden af planen." in lines_of(app)
        page.query_one(Wishes).chosen -= {"format.md", "format.docx"}
        await publish(pilot)
        assert "Færdig." in lines_of(app)
    assert "--blue: #0b5d4b;" in next(folder.glob("*.html")).read_text(encoding="utf-8")


async def test_a_look_that_is_wrong_is_told_of_and_nothing_is_made(full: Session, folder: Path) -> None:
    (folder / "brand.yaml").write_text("colours:\n  acent: '#0b5d4b'", encoding="utf-8")
    app = Host(PublishPage(full, DANISH, "publish"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await publish(pilot)
        said = " ".join(lines_of(app).split())
        assert "Kommunens udtryk kan ikke bruges. Linje 2, colours: Feltet »acent« findes ikke her." in said
    assert not list(folder.glob("*.html"))


async def test_the_preview_is_written_with_the_templates_of_ones_own(full: Session, folder: Path) -> None:
    (folder / "brand.yaml").write_text("templates: egne", encoding="utf-8")
    own = folder / "egne" / "documents"
    own.mkdir(parents=True)
    (own / "plan.md.j2").write_text("# Vores egen {{ context.title }}\n", encoding="utf-8")
    app = Host(PreviewScreen(full, DANISH, "front.title"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Vores egen" in lines_of(app)
    (own / "plan.md.j2").write_text("# {{ contxt.title }}\n", encoding="utf-8")
    app = Host(PreviewScreen(full, DANISH, "front.title"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        said = " ".join(lines_of(app).split())
        assert "documents/plan.md.j2, linje 1: Navnet »contxt« kendes ikke. Mente du »context«?" in said
