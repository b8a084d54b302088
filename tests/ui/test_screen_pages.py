"""The review, the preview and help, each by keyboard alone."""

from __future__ import annotations

import pytest
from hosting import DANISH, SIZE, Host, lines_of, settled, shows, text_of
from sparing import sparing
from textual.widgets import OptionList

from schemas.checks import check
from schemas.language import words
from wizard.document.session import Session
from wizard.ui.messages import Jump
from wizard.ui.pages.review import ReviewPage
from wizard.ui.screens.help import HelpScreen
from wizard.ui.screens.preview import PreviewScreen

# The review


async def test_findings_lead_to_their_fields(fresh: Session) -> None:
    app = Host(ReviewPage(fresh, DANISH, "review"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "Bør afklares · Stamblad" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
    (jump,) = app.wishes
    assert isinstance(jump, Jump)
    assert jump.path == "front.title"


async def test_the_review_follows_the_plan_and_the_cursor_stays(fresh: Session) -> None:
    page = ReviewPage(fresh, DANISH, "review")
    app = Host(page)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("down", "down")
        rows = page.query_one(OptionList)
        marked = rows.highlighted_option
        assert marked is not None
        fresh.set("front.title", "Beredskab")
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


async def test_an_answer_cannot_style_the_review(fresh: Session) -> None:
    fresh.add("strategy.goals", {"text": "[red]rød[/red] \u202eabc"})
    app = Host(ReviewPage(fresh, DANISH, "review"))
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


async def test_answers_are_text_in_the_preview(fresh: Session) -> None:
    fresh.set("strategy.vision", "[b]fed[/b] <b>x</b> [link](https://eksempel.dk) \u202eabc")
    app = Host(PreviewScreen(fresh, DANISH, "strategy.vision"))
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "[b]fed[/b]")
        assert "https://eksempel.dk" in shown
        assert "\u202e" not in shown


# Help


async def test_help_explains_the_question_its_law_and_every_key(fresh: Session) -> None:
    app = Host(HelpScreen(fresh, DANISH, "concerns.steps"))
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


@pytest.mark.parametrize("language", sparing(["da"], ["en"]))
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
async def test_help_has_something_to_say_everywhere(fresh: Session, path: str, language: str) -> None:
    app = Host(HelpScreen(fresh, words(language), path))
    async with app.run_test(size=SIZE):
        assert words(language)("screens.help.title") in text_of(app)


def test_the_examples_show_the_review_at_rest(full: Session) -> None:
    """The large example has nothing that a review would call law or unsettled."""
    from datetime import date

    assert not [one for one in check(full.plan, date(2026, 11, 23)) if one.severity != "advice"]
