"""The starting point, the review, the preview, publishing and help, each by keyboard alone."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosting import DANISH, ENGLISH, Host, shows, text_of
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from schemas.checks import check
from schemas.language import words
from schemas.starter import starter
from wizard.document.keeping import Keeper
from wizard.document.session import Session
from wizard.files.examples import folder as examples
from wizard.ui.messages import Jump
from wizard.ui.pages.publish import PublishPage
from wizard.ui.pages.readiness import ReadinessPage
from wizard.ui.pages.review import ReviewPage
from wizard.ui.screens.help import HelpScreen
from wizard.ui.screens.preview import PreviewScreen
from wizard.ui.widgets.wishes import Wishes

SIZE = (80, 24)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "side.plan.yaml"
    Keeper.create(path, starter(DANISH, "Prøveby Kommune"))
    session = Session.open(path, "Anne")
    yield session
    session.close()


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "fuld.plan.yaml"
    path.write_bytes((examples() / "storby.plan.yaml").read_bytes())
    session = Session.open(path, "Anne")
    yield session
    session.close()


async def settled(pilot: Pilot[object]) -> None:
    """Wait for what runs in threads, and for its messages."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def lines_of(app: Host) -> str:
    """Give the screen as one line, so that a sentence is found wherever it breaks."""
    return " ".join(text_of(app).split())


# The starting point


async def test_the_seven_questions_take_a_key_and_a_line_each(session: Session) -> None:
    page = ReadinessPage(session, DANISH, "readiness")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session.subscribe(page.changed)
        await pilot.press("j", *"SSP-plan", "enter", "n", "d", *"mangler", "enter", "d", "enter")
        await pilot.pause()
        shown = lines_of(app)
        assert "SSP-plan" in shown
        assert "Begynd her: Strategi." in shown
        assert "Tag dernæst: Interessenter og Organisering." in shown
        assert "4 af 7 besvaret" in shown
    before = session.plan.workshop.before
    assert (before.understanding.answer, before.understanding.note) == ("yes", "SSP-plan")
    assert before.strategy.answer == "no"
    assert (before.stakeholders.answer, before.stakeholders.note) == ("partly", "mangler")


async def test_a_yes_without_evidence_says_so(session: Session) -> None:
    page = ReadinessPage(session, DANISH, "readiness")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session.subscribe(page.changed)
        await pilot.press("j", "escape")
        await pilot.pause()
        assert "◐ Delvist ja – men hvor står det?" in lines_of(app)
        assert "Vises som delvist, til I har skrevet, hvor det står." in lines_of(app)
    assert session.plan.workshop.before.understanding.answer == "yes"


async def test_digits_answer_like_everywhere_else(session: Session) -> None:
    app = Host(ReadinessPage(session, DANISH, "readiness"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("1", "4", "enter", "2", "enter", "3")
    before = session.plan.workshop.before
    assert [before.understanding.answer, before.strategy.answer, before.stakeholders.answer] == ["yes", "partly", "no"]
    assert before.understanding.note == "4"


async def test_a_long_line_keeps_to_its_row(session: Session) -> None:
    session.set("workshop.before.understanding.answer", "partly")
    session.set("workshop.before.understanding.note", "Den gamle SSP-plan fra 2019 dækker kun de unge " * 4)
    app = Host(ReadinessPage(session, DANISH, "readiness"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = text_of(app).splitlines()
    first = next(number for number, row in enumerate(rows) if "Delvist" in row)
    assert "Den gamle SSP" in rows[first]
    assert rows[first + 1].lstrip().startswith("2 ")


async def test_english_answers_by_its_own_letters(session: Session) -> None:
    app = Host(ReadinessPage(session, ENGLISH, "readiness"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("p", "enter", "y", "enter", "n")
    before = session.plan.workshop.before
    assert [before.understanding.answer, before.strategy.answer, before.stakeholders.answer] == ["partly", "yes", "no"]


async def test_an_answer_is_withdrawn_and_undone(session: Session) -> None:
    page = ReadinessPage(session, DANISH, "readiness")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        session.subscribe(page.changed)
        await pilot.press("n", "up", "delete")
        assert session.plan.workshop.before.understanding.answer is None
        session.undo()
        await pilot.pause()
        assert "✗ Nej" in text_of(app)


async def test_a_line_is_gone_on_with_when_its_answer_changes(session: Session) -> None:
    session.set("workshop.before.understanding.answer", "partly")
    session.set("workshop.before.understanding.note", "SSP-plan")
    app = Host(ReadinessPage(session, DANISH, "readiness"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("j", "end", "space", "s", "full_stop", "space", "4", "enter")
    assert session.plan.workshop.before.understanding.note == "SSP-plan s. 4"


async def test_a_finding_leads_to_the_line_that_lacks(session: Session) -> None:
    session.set("workshop.before.concerns.answer", "partly")
    page = ReadinessPage(session, DANISH, "readiness")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        page.enter("workshop.before.concerns.note")
        await pilot.pause()
        assert page.place == "workshop.before.concerns.note"
        await pilot.press(*"frist", "enter")
    assert session.plan.workshop.before.concerns.note == "frist"


async def test_seven_yeses_ask_for_nothing_but_a_short_look(session: Session) -> None:
    app = Host(ReadinessPage(session, DANISH, "readiness"))
    for name in type(session.plan.workshop.before).model_fields:
        session.set(f"workshop.before.{name}.answer", "yes")
        session.set(f"workshop.before.{name}.note", "SSP-planen")
    async with app.run_test(size=SIZE):
        assert "Alt er besvaret med ja" in lines_of(app)


# The review


async def test_findings_lead_to_their_fields(session: Session) -> None:
    app = Host(ReviewPage(session, DANISH, "review"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Bør afklares · Stamblad" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    (jump,) = app.wishes
    assert isinstance(jump, Jump)
    assert jump.path == "front.title"


async def test_the_review_follows_the_plan_and_the_cursor_stays(session: Session) -> None:
    page = ReviewPage(session, DANISH, "review")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("down", "down")
        rows = page.query_one(OptionList)
        marked = rows.highlighted_option
        assert marked is not None
        session.set("front.title", "Beredskab")
        page.calm()
        await settled(pilot)
        assert "»Titel«" not in text_of(app)
        assert rows.highlighted_option is not None
        assert rows.highlighted_option.id == marked.id


async def test_where_nothing_is_open_the_review_is_calm_and_promises_no_law(full: Session) -> None:
    page = ReviewPage(full, DANISH, "review")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        from wizard.ui.pages.review import Look, Looked, looked_through

        look = looked_through(full.plan, DANISH)
        assert look is not None

        page.post_message(Looked(Look(full.plan, (), look.matrix, look.benefits)))
        await pilot.pause()
        assert "ikke noget at bemærke" in lines_of(app)
        assert "må kommunen selv vurdere" in lines_of(app)


async def test_an_answer_cannot_style_the_review(session: Session) -> None:
    session.add("strategy.goals", {"text": "[red]rød[/red] \u202eabc"})
    app = Host(ReviewPage(session, DANISH, "review"))
    async with app.run_test(size=(120, 200)) as pilot:
        await settled(pilot)
        assert "[red]rød[/red]" in lines_of(app)
        assert "\u202e" not in text_of(app)


# The preview


async def test_the_preview_opens_at_the_chapter_one_came_from(full: Session) -> None:
    app = Host(PreviewScreen(full, DANISH, "measures.measures"))
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "7 Indsatser")
        await pilot.press("p")
        await shows(pilot, "6 Koordinering")
        await pilot.press("escape")
        await pilot.pause()
    assert app.result is None


async def test_the_preview_shows_either_edition(full: Session) -> None:
    full.set("workshop.before.strategy.note", "Kun til os selv")
    app = Host(PreviewScreen(full, DANISH, "front.title"))
    async with app.run_test(size=(100, 400)) as pilot:
        shown = await shows(pilot, "Lovgrundlag")
        assert "Offentlig udgave" in shown
        assert "Kun til os selv" not in shown
        await pilot.press("u")
        assert "Intern udgave" in await shows(pilot, "Arbejdsredskab")


async def test_answers_are_text_in_the_preview(session: Session) -> None:
    session.set("strategy.vision", "[b]fed[/b] <b>x</b> [link](https://eksempel.dk) \u202eabc")
    app = Host(PreviewScreen(session, DANISH, "strategy.vision"))
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "[b]fed[/b]")
        assert "https://eksempel.dk" in shown
        assert "\u202e" not in shown


# Publishing


async def publish(pilot: Pilot[object]) -> None:
    """Press the button, as one who has read what stood there; a second press at once is taken for a slip."""
    pilot.app.query_one("#publish-go").focus()
    await pilot.pause(0.25)
    await pilot.press("enter")
    await settled(pilot)


def finished(folder: Path) -> list[Path]:
    """Give the documents that were made in a folder."""
    return [path for path in folder.iterdir() if path.suffix in (".md", ".html", ".docx")]


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
        await pilot.press("down", "space", "down", "down", "space", *["down"] * 6, "space", "down", "space")
        wishes = app.query_one(Wishes)
        assert wishes.of("edition") == ["internal"]
        assert wishes.of("document") == ["plan", "concern-citizens"]
        assert wishes.of("format") == ["md"]


async def test_enter_publishes_and_leaves_the_choices_alone(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("end", "enter")
        await settled(pilot)
        assert page.query_one(Wishes).of("format") == ["md", "html", "docx"]
        assert "Færdig." in lines_of(app)
        (named,) = [line.strip() for line in text_of(app).splitlines() if ".docx" in line and "Åbn" not in line]
        assert named.split() == [next(tmp_path.glob("*.md")).stem, ".md", ".html", ".docx"]


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


async def test_work_papers_are_made_in_the_internal_edition_alone(full: Session, tmp_path: Path) -> None:
    page = PublishPage(full, DANISH, "publish")
    app = Host(page)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.pause()
        wishes = page.query_one(Wishes)
        wishes.chosen = {"edition.public", "document.homework", "document.minutes", "format.md"}
        await publish(pilot)
        assert "Vælg den interne udgave" in lines_of(app)
        assert list(tmp_path.glob("*.md")) == []
        wishes.chosen |= {"document.concern-citizens"}
        await publish(pilot)
        assert "Hjemmearbejde og referat er ikke lavet" in lines_of(app)
        assert [path.name.rpartition("-")[2] for path in tmp_path.glob("*.md")] == ["borgere.md"]
        wishes.chosen = wishes.chosen - {"edition.public", "document.concern-citizens"} | {"edition.internal"}
        await publish(pilot)
        assert "Færdig." in lines_of(app)
    names = [path.name for path in sorted(tmp_path.glob("*.md"))]
    assert any(name.endswith("efter-moedet-intern.md") for name in names)
    assert any("referat" in name and name.endswith("-intern.md") for name in names)


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
    from wizard.ui.pages.publish import explained

    assert sentence in explained(OSError(number, "x"), full.plan, DANISH)


# Help


async def test_help_explains_the_question_its_law_and_every_key(session: Session) -> None:
    app = Host(HelpScreen(session, DANISH, "concerns.steps"))
    async with app.run_test(size=(80, 300)) as pilot:
        shown = lines_of(app)
        asked = DANISH.field("Concerns", "steps")
        assert asked["question"] in shown
        assert "Barnets lov" in shown
        assert "kontrolleret 23. november 2026" in shown
        assert "F1" in shown
        await pilot.press("escape")
        await pilot.pause()
    assert app.result is None


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "review",
        "review[findings 3 missing strategy.goals[g-00000001].owner]",
        "front.kind",
        "strategy.goals[g-00000001].owner",
        "workshop.before.strategy.answer",
    ],
)
async def test_help_has_something_to_say_everywhere(session: Session, path: str, language: str) -> None:
    app = Host(HelpScreen(session, words(language), path))
    async with app.run_test(size=SIZE):
        assert words(language)("screens.help.title") in text_of(app)


def test_the_examples_show_the_review_at_rest(full: Session) -> None:
    """The large example has nothing that a review would call law or unsettled."""
    from datetime import date

    assert not [one for one in check(full.plan, date(2026, 11, 23)) if one.severity != "advice"]
