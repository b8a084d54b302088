"""The HTML page, read as a browser and a screen reader read it."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from arial import arial
from rendered_plans import TEXTS, editions, plan_of, small

from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.documents import CITIZENS, PLAN, STAFF, Document
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, Format
from wizard.render.rendering import render

VOID = {"meta", "br", "col", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Gathers a page's elements as (name, attributes, the names of those around it), and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data

    def all(self, *names: str) -> list[tuple[str, dict[str, str], tuple[str, ...]]]:
        return [element for element in self.elements if element[0] in names]

    @property
    def frames(self) -> list[dict[str, str]]:
        """Give the attributes of the frames that tables scroll in."""
        divisions = (attributes for _, attributes, _ in self.all("div"))
        return [one for one in divisions if "frame" in one.get("class", "").split()]


def page(document: Document = PLAN, edition: Edition = Edition.INTERNAL, **changes: dict) -> Page:
    return Page(render(plan_of(**changes), document, HTML, edition).decode())


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_a_page_has_one_title_one_main_and_headings_in_order(document: Document) -> None:
    found = page(document)
    levels = [int(name[1]) for name, _, _ in found.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert len(found.all("main")) == 1


@pytest.mark.parametrize(("language", "code"), [("da", "da-DK"), ("en", "en-GB")])
def test_language_and_title_are_set(language: str, code: str) -> None:
    found = page(front={"language": language})
    assert found.all("html")[0][1]["lang"] == code
    assert "<title>Beredskab mod ekstremisme</title>" in render(small(), PLAN, HTML, Edition.PUBLIC).decode()


def test_words_of_another_language_say_so() -> None:
    found = page(front={"language": "en"}, strategy={"vision": "Barnets lov, beredskab og serviceloven."})
    marked = [attributes["lang"] for name, attributes, _ in found.all("span") if "lang" in attributes]
    assert len(marked) > 8
    assert set(marked) == {"da-DK"}
    html = render(
        plan_of(strategy={"vision": "Vi deler kun, hvad man har **need to know** om."}), PLAN, HTML, Edition.PUBLIC
    )
    assert b'<span lang="en-GB">need to know</span>' in html
    assert not page().all("span")


def test_the_first_link_leads_past_the_contents() -> None:
    found = page()
    first = found.all("a")[0][1]
    assert first["href"] == "#" + found.all("main")[0][1]["id"]


def test_the_contents_lead_to_every_chapter() -> None:
    found = page()
    targets = [attributes["href"][1:] for _, attributes, around in found.all("a") if "nav" in around]
    assert targets == [attributes["id"] for _, attributes, _ in found.all("h2")]


def test_tables_have_captions_scopes_and_a_frame_as_figures_have_that_keys_can_scroll() -> None:
    found = page()
    tables = found.all("table")
    assert len(tables) == len(found.all("caption")) > 8
    assert {attributes.get("scope") for _, attributes, _ in found.all("th")} == {"col", "row"}
    assert len(found.frames) == len(tables) + len(found.all("figure"))
    assert all(frame["tabindex"] == "0" and frame["role"] == "region" for frame in found.frames)


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_no_two_frames_of_a_page_are_called_the_same(checkout: Path, document: Document) -> None:
    plan = read_plan(checkout / "examples" / "lilleoe.plan.yaml")
    found = Page(render(plan, document, HTML, Edition.INTERNAL).decode())
    called = Counter(frame["aria-label"] for frame in found.frames)
    assert [name for name, count in called.items() if count > 1] == []


def drawn(image: tuple[str, dict[str, str | None], tuple[str, ...]]) -> bool:
    """Tell whether an image is one of our figures, which stand in the file itself."""
    return (image[1].get("src") or "").startswith("data:image/svg+xml;base64,") and "onerror" not in image[1]


def test_only_a_table_whose_words_have_no_room_may_part_them_anywhere() -> None:
    def parted(word: str) -> list[str]:
        post = {"what": word, "hours": word, "money": "Seksten", "source": word}
        frames = page(strategy={"resources": [post]}).frames
        return [frame["aria-label"] for frame in frames if "parted" in frame["class"].split()]

    assert parted("Bekymringsunderretning") == []
    assert ["Ressourcer" in label for label in parted("Bekymringsunderretning" * 3)] == [True]


def test_the_file_stands_alone_and_runs_nothing() -> None:
    found = page()
    assert not found.all("script", "link", "iframe", "object")
    assert all(drawn(image) for image in found.all("img"))
    assert not re.search(r"url\(|@import", render(small(), PLAN, HTML, Edition.PUBLIC).decode())


def test_a_hostile_answer_is_text() -> None:
    hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> "><h1>Kup</h1>'
    found = page(strategy={"vision": hostile}, front={"title": hostile, "municipality": hostile})
    assert not found.all("script")
    assert all(drawn(image) for image in found.all("img"))
    assert len(found.all("h1")) == 1
    assert "<script>alert(1)</script>" in found.said


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_the_same_plan_gives_the_same_bytes(document: Document) -> None:
    once, twice = (render(small(), document, HTML, editions(document)[0]) for _ in range(2))
    assert once == twice


def _contrast(one: str, other: str) -> float:
    def light(color: str) -> float:
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_of_text_is_read_on_its_ground(checkout: Path) -> None:
    css = (checkout / "templates" / "plan.css").read_text(encoding="utf-8")
    color = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", css))
    pairs = [
        ("ink", "#ffffff"),
        ("quiet", "#ffffff"),
        ("blue", "#ffffff"),
        ("blue", color["shade"]),
        ("red", color["warn"]),
    ]
    assert all(_contrast(color[name], ground) >= 4.5 for name, ground in pairs)


def _examples(checkout: Path, tmp_path: Path) -> list[Path]:
    """Print every example, every document and edition; give the pages."""
    pages: list[Path] = []
    for path in sorted((checkout / "examples").glob("*.plan.yaml")):
        plan = read_plan(path)
        for document in TEXTS.values():
            for edition in (Edition.PUBLIC,) if document.page else editions(document):
                target = tmp_path / f"{path.name.partition('.')[0]}-{document.name}-{edition.value}.html"
                target.write_bytes(render(plan, document, HTML, edition))
                pages.append(target)
    return pages


@pytest.mark.full
def test_the_nu_validator_finds_nothing(
    checkout: Path, tmp_path: Path, tool: Callable[[str, str], str], node_module: Callable[[str], Path]
) -> None:
    java = tool("java", "default-jre-headless")
    jar = next(node_module("vnu-jar").rglob("vnu.jar"))
    result = run([java, "-jar", jar, "--format", "json", *_examples(checkout, tmp_path)], timeout=120)
    assert json.loads(result.errors)["messages"] == []


AXE = """
const { chromium } = require(process.argv[2]);
(async () => {
  const browser = await chromium.launch({ executablePath: process.argv[4], args: ["--no-sandbox"] });
  const context = await browser.newContext();
  const found = [];
  for (const file of process.argv.slice(5)) {
    for (const [width, media] of [[1280, "screen"], [320, "screen"], [794, "print"]]) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      await page.goto("file://" + file);
      await page.addScriptTag({ path: process.argv[3] });
      const result = await page.evaluate(async () => await axe.run());
      const over = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
      });
      if (over > 0) found.push([file.split("/").pop(), width, "wider than the screen", over]);
      for (const one of result.violations)
        found.push([file.split("/").pop(), width, media, one.id, one.nodes.slice(0, 3).map((node) => node.html)]);
      await page.close();
    }
  }
  await browser.close();
  console.log(JSON.stringify(found));
})();
"""


@pytest.mark.full
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    checkout: Path, tmp_path: Path, tool: Callable[[str, str], str], node_module: Callable[[str], Path]
) -> None:
    node, chromium = tool("node", "nodejs"), tool("chromium", "chromium")
    playwright, axe = node_module("playwright-core"), node_module("axe-core")
    script = tmp_path / "axe.cjs"
    script.write_text(AXE, encoding="utf-8")
    pages = _examples(checkout, tmp_path)
    result = run([node, script, playwright, axe / "axe.min.js", chromium, *pages], timeout=600)
    assert json.loads(result.output or b"null") == [], result.errors.decode()


def _pages(checkout: Path, tmp_path: Path, format: Format) -> list[Path]:
    """Print the one-page documents of every example."""
    targets: list[Path] = []
    for path in sorted((checkout / "examples").glob("*.plan.yaml")):
        for document in (CITIZENS, STAFF):
            targets.append(tmp_path / f"{path.name.partition('.')[0]}-{document.name}{format.suffix}")
            targets[-1].write_bytes(render(read_plan(path), document, format, Edition.PUBLIC))
    return targets


def _is_one_sheet(pdf: Path, pdfinfo: str) -> bool:
    told = run([pdfinfo, pdf]).output.decode()
    return bool(re.search(r"Pages:\s+1\n", told)) and "A4" in told


@pytest.mark.full
def test_the_pages_keep_to_one_sheet_in_word(checkout: Path, tmp_path: Path, tool: Callable[[str, str], str]) -> None:
    soffice, pdfinfo = tool("soffice", "libreoffice-writer-nogui"), tool("pdfinfo", "poppler-utils")
    targets = _pages(checkout, tmp_path, DOCX)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *targets],
        timeout=180,
        env=arial(tmp_path),
    )
    assert [one.name for one in targets if not _is_one_sheet(one.with_suffix(".pdf"), pdfinfo)] == []


@pytest.mark.full
def test_the_pages_keep_to_one_sheet_from_a_browser(
    checkout: Path, tmp_path: Path, tool: Callable[[str, str], str]
) -> None:
    chromium, pdfinfo = tool("chromium", "chromium"), tool("pdfinfo", "poppler-utils")
    targets = _pages(checkout, tmp_path, HTML)
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/c"]
    for target in targets:
        run(
            [chromium, *options, f"--print-to-pdf={target.with_suffix('.pdf')}", f"file://{target}"],
            timeout=60,
            env=arial(tmp_path),
        )
    assert [one.name for one in targets if not _is_one_sheet(one.with_suffix(".pdf"), pdfinfo)] == []


def test_a_page_for_citizens_has_no_contents() -> None:
    assert not page(CITIZENS).all("nav")
