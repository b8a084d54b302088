"""What keeps the wizard from publishing, or makes it ask first, is said in a sentence with the way on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hosting import DANISH, SIZE, Host, lines_of, settled
from publishing import finished, publish
from textual.events import Key
from textual.widgets import Input

from schemas.checks import asking
from wizard.document.acknowledging import acknowledging
from wizard.document.session import Session
from wizard.ui.messages import Jump
from wizard.ui.pages.publish import PublishPage
from wizard.ui.widgets.wishes import Wishes


async def test_publishing_is_stopped_between_two_files(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        page.query_one(Wishes).chosen |= {"document.concern-citizens", "document.concern-staff"}
        app.post_message(Key("enter", "\r"))
        for _ in range(4000):
            if finished(tmp_path):
                break
            await asyncio.sleep(0.005)
        app.post_message(Key("escape", None))
        await settled(pilot)
        shown = lines_of(app)
    made = finished(tmp_path)
    assert 1 <= len(made) < 9
    assert f"Færdige filer: {len(made)}." in shown
    for path in made:
        assert path.stat().st_size > 0


async def test_a_file_is_replaced_only_after_saying_so(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        page.query_one(Wishes).chosen -= {"format.html", "format.docx"}
        (request,) = page.requests()
        from wizard.render.publishing import file_name

        there = tmp_path / file_name(full.plan, request)
        there.write_text("min egen", encoding="utf-8")
        await publish(pilot)
        assert "findes allerede" in lines_of(app)
        assert there.read_text(encoding="utf-8") == "min egen"
        await publish(pilot)
        assert "Færdig." in lines_of(app)
        assert there.read_text(encoding="utf-8") != "min egen"


async def test_what_looks_like_a_cpr_number_stops_the_public_edition(full: Session, tmp_path: Path) -> None:
    full.set("strategy.vision", "Se sagen om 010190-1234.")
    out = tmp_path / "ud"
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        app.query_one("#publish-folder", Input).value = str(out)
        await publish(pilot)
        shown = lines_of(app)
        assert "CPR-nummer" in shown
        assert "010190-1234" not in shown
        assert not out.exists()
        await pilot.press("enter")
        await pilot.pause()
        assert [wish.path for wish in app.wishes if isinstance(wish, Jump)] == ["strategy.vision"]
        page.query_one(Wishes).chosen ^= {"edition.public", "edition.internal"}
        await publish(pilot)
        assert "Færdig." in lines_of(app)


async def test_nothing_chosen_is_told(full: Session) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        page.query_one(Wishes).chosen -= {"document.plan"}
        await publish(pilot)
        assert "mindst ét dokument" in lines_of(app)


async def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(full: Session, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    app = Host(PublishPage(full, DANISH, "publish"))
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        app.query_one("#publish-folder", Input).value = str(tmp_path / "fil" / "ud")
        await publish(pilot)
        assert "Mappen findes ikke og kan ikke oprettes" in lines_of(app)


@pytest.mark.parametrize(("number", "sentence"), [(28, "ikke plads på disken"), (13, "Vælg en anden mappe")])
def test_a_full_disk_and_a_closed_folder_are_sentences(number: int, sentence: str, full: Session) -> None:
    from wizard.ui.pages.publish_told import explained

    assert sentence in explained(OSError(number, "x"), full.plan, DANISH)


async def test_what_looks_private_is_gone_to_or_acknowledged_once_for_all(full: Session, tmp_path: Path) -> None:
    full.set("strategy.vision", "Alle kan ringe på 20 30 40 50.")
    out = tmp_path / "ud"
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        app.query_one("#publish-folder", Input).value = str(out)
        await publish(pilot)
        shown = lines_of(app)
        assert "Ét sted ser ud til at rumme noget privat" in shown
        assert "ligner et privat nummer" in shown
        assert "20 30 40 50" not in shown
        assert not out.exists()
        await pilot.press("enter")
        await pilot.pause()
        assert [wish.path for wish in app.wishes if isinstance(wish, Jump)] == ["strategy.vision"]
        assert full.plan.acknowledged == {}
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Færdig." in lines_of(app)
    assert list(full.plan.acknowledged) == ["strategy.vision"]
    assert finished(out)
    full.undo()
    assert full.plan.acknowledged == {}


async def test_another_number_is_asked_about_again(full: Session, tmp_path: Path) -> None:
    full.set("strategy.vision", "Alle kan ringe på 20 30 40 50.")
    full.apply(acknowledging(full.plan, asking(full.plan)))
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await publish(pilot)
        assert "Færdig." in lines_of(app)
        full.set("strategy.vision", "Alle kan ringe på 21 30 40 50.")
        await publish(pilot)
        await publish(pilot)
        assert "noget privat" in lines_of(app)
