"""The starting point: the seven questions, by keyboard alone."""

from __future__ import annotations

from hosting import DANISH, ENGLISH, SIZE, Host, at_the_seven, lines_of, text_of

from wizard.document.session import Session
from wizard.ui.pages.readiness import ReadinessPage


async def test_the_seven_questions_take_a_key_and_a_line_each(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("j", *"SSP-plan", "enter", "n", "d", *"mangler", "enter", "d", "enter")
        await pilot.pause()
        shown = lines_of(pilot.app)
        assert "SSP-plan" in shown
        assert "Begynd her: Strategi." in shown
        assert "Tag dernæst: Interessenter og Organisering." in shown
        assert "4 af 7 besvaret" in shown
    before = fresh.plan.workshop.before
    assert (before.understanding.answer, before.understanding.note) == ("yes", "SSP-plan")
    assert before.strategy.answer == "no"
    assert (before.stakeholders.answer, before.stakeholders.note) == ("partly", "mangler")


async def test_a_yes_without_evidence_says_so(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("j", "escape")
        await pilot.pause()
        assert "◐ Delvist ja – men hvor står det?" in lines_of(pilot.app)
        assert "Vises som delvist, til I har skrevet, hvor det står." in lines_of(pilot.app)
    assert fresh.plan.workshop.before.understanding.answer == "yes"


async def test_digits_answer_like_everywhere_else(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("1", "4", "enter", "2", "enter", "3")
    before = fresh.plan.workshop.before
    assert [before.understanding.answer, before.strategy.answer, before.stakeholders.answer] == ["yes", "partly", "no"]
    assert before.understanding.note == "4"


async def test_a_long_line_keeps_to_its_row(fresh: Session) -> None:
    fresh.set("workshop.before.understanding.answer", "partly")
    fresh.set("workshop.before.understanding.note", "Den gamle SSP-plan fra 2019 dækker kun de unge " * 4)
    async with at_the_seven(fresh) as pilot:
        rows = text_of(pilot.app).splitlines()
    first = next(number for number, row in enumerate(rows) if "Delvist" in row)
    assert "Den gamle SSP" in rows[first]
    assert rows[first + 1].lstrip().startswith("2 ")


async def test_english_answers_by_its_own_letters(fresh: Session) -> None:
    async with at_the_seven(fresh, ENGLISH) as pilot:
        await pilot.press("p", "enter", "y", "enter", "n")
    before = fresh.plan.workshop.before
    assert [before.understanding.answer, before.strategy.answer, before.stakeholders.answer] == ["partly", "yes", "no"]


async def test_an_answer_is_withdrawn_and_undone(fresh: Session) -> None:
    async with at_the_seven(fresh) as pilot:
        await pilot.press("n", "up", "delete")
        assert fresh.plan.workshop.before.understanding.answer is None
        fresh.undo()
        await pilot.pause()
        assert "✗ Nej" in text_of(pilot.app)


async def test_a_line_is_gone_on_with_when_its_answer_changes(fresh: Session) -> None:
    fresh.set("workshop.before.understanding.answer", "partly")
    fresh.set("workshop.before.understanding.note", "SSP-plan")
    async with at_the_seven(fresh) as pilot:
        await pilot.press("j", "end", "space", "s", "full_stop", "space", "4", "enter")
    assert fresh.plan.workshop.before.understanding.note == "SSP-plan s. 4"


async def test_a_finding_leads_to_the_line_that_lacks(fresh: Session) -> None:
    fresh.set("workshop.before.concerns.answer", "partly")
    async with at_the_seven(fresh) as pilot:
        pilot.app.query_one(ReadinessPage).enter("workshop.before.concerns.note")
        await pilot.pause()
        assert pilot.app.query_one(ReadinessPage).place == "workshop.before.concerns.note"
        await pilot.press(*"frist", "enter")
    assert fresh.plan.workshop.before.concerns.note == "frist"


async def test_seven_yeses_ask_for_nothing_but_a_short_look(fresh: Session) -> None:
    app = Host(ReadinessPage(fresh, DANISH, "readiness"))
    for name in type(fresh.plan.workshop.before).model_fields:
        fresh.set(f"workshop.before.{name}.answer", "yes")
        fresh.set(f"workshop.before.{name}.note", "SSP-planen")
    async with app.run_test(size=SIZE):
        assert "Alt er besvaret med ja" in lines_of(app)
