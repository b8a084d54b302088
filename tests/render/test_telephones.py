"""What a telephone's screen shows of cards and figures, and that no telephone number is torn in two."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from printing import PRINTERS, Tool

from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.documents import CARDS, PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import HTML, Format
from wizard.render.rendering import render

BREADTHS = """
const { chromium } = require(process.argv[2]);
(async () => {
  const browser = await chromium.launch({ executablePath: process.argv[3], args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.goto("file://" + process.argv[4]);
  console.log(JSON.stringify(await page.evaluate(() => ({
    cells: [...document.querySelectorAll(".card td")].map((one) => one.offsetWidth / one.closest(".frame").offsetWidth),
    numbers: [...document.querySelectorAll("a[href^='tel:']")].map((link) => link.getClientRects().length),
    figures: [...document.querySelectorAll("figure img")].map((one) => one.offsetWidth),
    page: document.documentElement.scrollWidth,
  }))));
  await browser.close();
})();
"""


@pytest.fixture
def on_a_telephone(
    checkout: Path, tmp_path: Path, tool: Tool, node_module: Callable[[str], Path]
) -> Callable[[Document], dict[str, Any]]:
    """Measure a document of the large example on a telephone's screen."""

    def measured(document: Document) -> dict[str, Any]:
        node, chromium, playwright = (
            tool("node", "nodejs"),
            tool("chromium", "chromium"),
            node_module("playwright-core"),
        )
        script, target = tmp_path / "breadths.cjs", tmp_path / "page.html"
        script.write_text(BREADTHS, encoding="utf-8")
        plan = read_plan(checkout / "examples" / "storby.plan.yaml")
        target.write_bytes(render(plan, document, HTML, Edition.INTERNAL))
        found: dict[str, Any] = json.loads(run([node, script, playwright, chromium, target], timeout=120).output)
        return found

    return measured


@pytest.mark.full
def test_a_card_on_a_telephone_takes_the_whole_breadth_and_tears_no_number(
    on_a_telephone: Callable[[Document], dict[str, Any]],
) -> None:
    found = on_a_telephone(CARDS)
    assert min(found["cells"]) > 0.95
    assert set(found["numbers"]) == {1}


@pytest.mark.full
def test_a_figure_on_a_telephone_keeps_letters_that_can_be_read_and_the_page_does_not_scroll(
    on_a_telephone: Callable[[Document], dict[str, Any]],
) -> None:
    found = on_a_telephone(PLAN)
    assert len(found["figures"]) > 3
    assert min(found["figures"]) > 500, "a figure's letters are nine points where it is 600 dots wide"
    assert found["page"] == 390


@pytest.mark.full
@pytest.mark.parametrize(("format", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
def test_a_number_stands_on_one_line_of_a_page(
    checkout: Path, tmp_path: Path, tool: Tool, format: Format, printer: Callable
) -> None:
    """The card about the press has the number of its officer where a line ends."""
    target = tmp_path / f"cards{format.suffix}"
    target.write_bytes(render(read_plan(checkout / "examples" / "storby.plan.yaml"), CARDS, format, Edition.PUBLIC))
    printer(target, tool)
    said = run([tool("pdftotext", "poppler-utils"), target.with_suffix(".pdf"), "-"]).output.decode()
    said = said.replace("\u00a0", " ")
    assert said.count("12 34 56 51") == said.replace("\n", " ").count("12 34 56 51") > 0
