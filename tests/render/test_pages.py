"""Where a printed document breaks: from Word's file by LibreOffice, from a browser, and in our PDF."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from printing import PRINTERS, Tool
from rendered_plans import plan_of

from schemas.acute import Acute, Card
from schemas.cards import ready_card, ready_cards
from schemas.ids import with_ids
from schemas.language import words
from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.documents import CARDS, PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import HTML, Format
from wizard.render.rendering import render

EXAMPLES = ("storby", "lilleoe", "english")


def pages(plan: Plan, edition: Edition, format: Format, printer: Callable, folder: Path, tool: Tool) -> list[str]:
    """Print a plan and give the words of each page, single spaced."""
    target = folder / f"plan{format.suffix}"
    target.write_bytes(render(plan, PLAN, format, edition))
    pdftotext = tool("pdftotext", "poppler-utils")
    printer(target, tool)
    text = run([pdftotext, "-raw", target.with_suffix(".pdf"), "-"]).output.decode()
    found = [" ".join(page.split()) for page in text.split("\f")[:-1]]
    assert len(found) > 5
    return found


@pytest.mark.full
@pytest.mark.parametrize(("format", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("example", EXAMPLES)
def test_no_card_is_torn(
    checkout: Path, tmp_path: Path, tool: Tool, example: str, edition: Edition, format: Format, printer: Callable
) -> None:
    plan = read_plan(checkout / "examples" / f"{example}.plan.yaml")
    found = pages(plan, edition, format, printer, tmp_path, tool)
    caption = words(plan.front.language.value)("documents.cards.caption", title="{}")
    roles = {contact.id: contact.role for contact in plan.organisation.contacts}
    for card in plan.acute.cards:
        (page,) = [page for page in found if caption.format(card.title) in page]
        before, _, after = page.partition(caption.format(card.title))
        # Large letters stand so close that the reader of a PDF may miss a space.
        assert card.title.replace(" ", "") in before.replace(" ", "")
        assert roles[card.press] in after
        assert edition is Edition.PUBLIC or all(call in after for call in card.calls)


@pytest.mark.full
@pytest.mark.parametrize(("format", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_chapter_of_cards_begins_on_the_page_of_its_first_card(
    checkout: Path, tmp_path: Path, tool: Tool, example: str, format: Format, printer: Callable
) -> None:
    plan = read_plan(checkout / "examples" / f"{example}.plan.yaml")
    said = words(plan.front.language.value)
    found = pages(plan, Edition.INTERNAL, format, printer, tmp_path, tool)
    (page,) = [page for page in found if said("documents.intro.acute") in page]
    assert said("documents.cards.caption", title=plan.acute.cards[0].title) in page


@pytest.mark.full
@pytest.mark.parametrize(("format", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
def test_a_card_to_start_from_keeps_to_one_page(tmp_path: Path, tool: Tool, format: Format, printer: Callable) -> None:
    said = words("da")
    cards = tuple(Card.model_validate(ready_card(kind, said)) for kind in ready_cards())
    found = pages(with_ids(Plan(acute=Acute(cards=cards))), Edition.INTERNAL, format, printer, tmp_path, tool)
    for card in cards:
        (page,) = [page for page in found if said("documents.cards.caption", title=card.title) in page]
        assert " ".join(card.situation.split()) in page
        assert " ".join(card.attention.split()) in page


@pytest.mark.full
@pytest.mark.parametrize("document", [PLAN, CARDS], ids=lambda one: one.name)
@pytest.mark.parametrize(("format", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
def test_no_word_is_so_long_that_a_table_leaves_the_page(
    tmp_path: Path, tool: Tool, document: Document, format: Format, printer: Callable
) -> None:
    word = "Ekstremismeforebyggelsesberedskabskoordinationsudvalgsmedlemssekretariatsbetjeningsforpligtelse"
    post = {"what": word, "hours": word, "money": "Seksten", "source": word}
    card = {"title": "Kort", "urgency": "life", "actions": [f"{word} ringer"]}
    target = tmp_path / f"long{format.suffix}"
    plan = plan_of(strategy={"resources": [post]}, acute={"cards": [card]})
    target.write_bytes(render(plan, document, format, Edition.INTERNAL))
    printer(target, tool)
    boxes = run([tool("pdftotext", "poppler-utils"), "-bbox", target.with_suffix(".pdf"), "-"]).output.decode()
    right = [float(one) for one in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert 400 < max(right) < 210 / 25.4 * 72 - 30


@pytest.mark.full
@pytest.mark.parametrize(("format", "printer"), PRINTERS[:2], ids=["word", "browser"])
@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("example", EXAMPLES)
def test_no_page_ends_with_a_heading_and_none_is_nearly_empty(
    checkout: Path, tmp_path: Path, tool: Tool, example: str, edition: Edition, format: Format, printer: Callable
) -> None:
    plan = read_plan(checkout / "examples" / f"{example}.plan.yaml")
    html = render(plan, PLAN, HTML, edition).decode()
    said = {
        tag: [
            re.sub(r"<[^>]*>|\s+", " ", text).strip() for text in re.findall(rf"<{tag}[^>]*>(.*?)</[hft]", html, re.S)
        ]
        for tag in ("h[2-4]", "td", "figcaption")
    }
    # A measure may bear the name of a role, which may be the last cell of a page's table.
    headings = [text for text in said["h[2-4]"] if text not in said["td"]]
    found = pages(plan, edition, format, printer, tmp_path, tool)
    footer = re.compile(rf"\s*{re.escape(plan.front.municipality)} (Side|Page) \d+ (af|of) \d+\s*$")
    bodies = [footer.sub("", page) for page in found]
    assert [body[-80:] for body in bodies if body.endswith(tuple(headings))] == []
    # The letters of a drawing are no text.
    drawn = said["figcaption"]
    assert [body for body in bodies[1:-1] if len(body) < 500 and not any(text in body for text in drawn)] == []
