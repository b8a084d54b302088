"""The PDF, opened and walked: what a screen reader finds in it, and that nothing of an answer becomes code."""

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import settings as steady
from hypothesis import strategies as st
from rendered_plans import TEXTS, editions, plan_of, small
from sparing import sparing
from walking import Pdf

from schemas.cards import ready_card, ready_cards
from schemas.language import words
from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render import pdf
from wizard.render.documents import CARDS, CITIZENS, PLAN, STAFF, Document
from wizard.render.edition import Edition
from wizard.render.engine.job import Job
from wizard.render.engine.pool import convert
from wizard.render.escape import escape
from wizard.render.formats import HTML, PDF, Format
from wizard.render.rendering import render
from wizard.render.trouble import RenderTrouble

HOSTILE = (
    '#read("/etc/passwd") #import "@preview/x:0.1.0": y $x^2$ @ref <mærke> ```x``` \\u{41} // væk /* væk */ '
    '= Kup\n\n== Kup\n\n#pagebreak()\n\n]#eval("1+1")[ ~ -- ... \'a\' "b" - + / 1. https://x.example/#a_b'
)


def opened(plan: Plan, document: Document = PLAN, edition: Edition = Edition.INTERNAL) -> Pdf:
    return Pdf(render(plan, document, PDF, edition))


@pytest.fixture(scope="module")
def plan() -> Pdf:
    return opened(small())


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("language", "code"), [("da", "da-DK"), ("en", "en-GB")])
def test_every_document_is_tagged_with_a_language_and_a_title_that_is_shown(
    document: Document, language: str, code: str
) -> None:
    found = opened(plan_of(front={"language": language}), document, editions(document)[0])
    assert found.root.Lang == code
    assert found.root.MarkInfo.Marked
    assert found.root.ViewerPreferences.DisplayDocTitle
    meta = found.file.open_metadata()
    assert meta["dc:title"] == str(found.file.docinfo["/Title"]) != ""
    assert meta["dc:language"] == {code}
    assert meta["pdfuaid:part"] == "1"
    assert found.file.docinfo["/Author"] == "Ny Ø Kommune"
    assert found.all("Title")


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_headings_are_tagged_in_order_and_tables_have_heads(document: Document) -> None:
    found = opened(small(), document, editions(document)[0])
    levels = [int(tag.name[1]) for tag in found.all("H1", "H2", "H3", "H4", "H5")]
    assert levels[:1] == [1]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in found.all("Table"):
        heads = [cell for part in table.all("THead") for cell in part.all("TH")]
        assert heads
        assert {str(cell.attributes["Scope"]) for cell in heads} == {"/Column"}
        assert all(cell.attributes["Headers"] for part in table.all("TBody") for cell in part.all("TD"))
        assert list(table.all("Caption"))


def test_every_page_says_that_it_is_internal_and_none_of_the_public_edition() -> None:
    internal, public = (opened(small(), CARDS, edition).pages_said() for edition in (Edition.INTERNAL, Edition.PUBLIC))
    assert all("Intern udgave" in page for page in internal)
    assert not any("Intern udgave" in page for page in public)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("example", sparing(["lilleoe"], ["storby", "english"]))
def test_no_heading_stands_at_the_foot_of_a_page_without_what_it_heads(
    checkout: Path, example: str, edition: Edition
) -> None:
    found = opened(read_plan(checkout / "examples" / f"{example}.plan.yaml"), edition=edition)
    (document,) = found.tags.inside
    pairs = [
        (heading, after)
        for heading, after in itertools.pairwise(document.inside)
        if re.match(r"H\d|Caption", heading.name)
    ]
    assert len(pairs) > 30
    assert [(heading.name, heading.page) for heading, after in pairs if after.page > heading.page] == []
    assert all(next(table.all("Caption")).page == next(table.all("TD")).page for table in found.all("Table"))


@pytest.mark.full
def test_only_very_long_words_are_parted_and_no_sentence_is_torn_from_its_list(
    checkout: Path, tmp_path: Path, tool: Callable[[str, str], str]
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(render(read_plan(checkout / "examples" / "storby.plan.yaml"), PLAN, PDF, Edition.PUBLIC))
    said = run([tool("pdftotext", "poppler-utils"), "-raw", target, "-"]).output.decode()
    parted = [before + after for before, after in re.findall(r"(\w+)\xad\s+(\w+)", said)]
    assert parted
    assert [word for word in parted if len(word) < 15] == []
    (page,) = [page for page in said.split("\f") if "Det er ikke en bekymring efter denne plan, at nogen" in page]
    assert "har holdninger, som de fleste er uenige i" in page


def test_lists_contents_and_links_are_what_they_are(plan: Pdf) -> None:
    assert all([part.name for part in item.inside] == ["Lbl", "LBody"] for item in plan.all("LI"))
    assert len(plan.all("L")) >= 2
    assert len(plan.all("Link")) > 5
    assert len(plan.all("TOCI")) == len(plan.bookmarks())


def test_the_bookmarks_are_the_chapters(plan: Pdf) -> None:
    html = render(small(), PLAN, HTML, Edition.INTERNAL).decode()
    chapters = [re.sub("<[^>]*>", "", text) for text in re.findall(r"<h2[^>]*>(.*?)</h2>", html)]
    assert plan.bookmarks() == chapters


@pytest.mark.parametrize("document", TEXTS.values(), ids=TEXTS)
def test_the_same_plan_gives_the_same_bytes(document: Document) -> None:
    once, twice = (render(small(), document, PDF, editions(document)[0]) for _ in range(2))
    assert once == twice


def test_the_date_is_when_the_plan_was_saved_or_source_date_epoch(monkeypatch: pytest.MonkeyPatch, plan: Pdf) -> None:
    assert str(plan.file.docinfo["/CreationDate"]).startswith("D:20261120100000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    stamped = opened(small())
    assert str(stamped.file.docinfo["/CreationDate"]).startswith("D:20231114221320")


def test_fonts_are_our_own_and_inside_the_file(plan: Pdf) -> None:
    fonts = [font for page in plan.file.pages for font in page.Resources.get("/Font", {}).values()]
    assert {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in fonts} == {"Arimo"}
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)


@pytest.mark.parametrize("text", ["عرب 語 😀 ✓", "\U0001f6d1" * 3, "\u0e01\u0e33 ☎"])
def test_letters_that_no_font_has_stop_no_document(text: str) -> None:
    found = opened(plan_of(strategy={"vision": f"Se her: {text}"}, front={"title": f"Plan {text}"}))
    assert found.all("H1")


def test_words_of_another_language_say_so() -> None:
    found = opened(plan_of(front={"language": "en"}), edition=Edition.PUBLIC)
    assert {text for lang, text in found.spoken() if lang == "da-DK"} >= {"barnets lov", "serviceloven"}


def test_hostile_answers_are_text() -> None:
    fields = {"vision": HOSTILE, "follow_up_when": HOSTILE}
    data = render(
        plan_of(strategy=fields, front={"municipality": HOSTILE, "title": HOSTILE}), PLAN, PDF, Edition.PUBLIC
    )
    hostile, plain = Pdf(data), opened(plan_of(strategy={"vision": "x", "follow_up_when": "x"}), edition=Edition.PUBLIC)
    assert hostile.bookmarks() == plain.bookmarks()
    assert len(hostile.all("Table")) == len(plain.all("Table"))
    said = "".join(hostile.said.split())
    assert '#read("/etc/passwd")#import"@preview/x:0.1.0":y$x^2$@ref<mærke>' in said
    assert "//væk/*væk*/" in said


TYPST_TEXT = {
    "text",
    "symbol",
    "h",
    "space",
    "parbreak",
    "sequence",
    "strong",
    "emph",
    "link",
    "linebreak",
    "smartquote",
    "styled",
}


def _content(source: str) -> list[dict]:
    """Give the functions that a typst source calls when it is read, with the text they hold."""
    data = typst.query(f"#metadata([\n{source}\n])<x>".encode(), "<x>", field="value", one=True)
    todo, found = [json.loads(data)], []
    while todo:
        one = todo.pop()
        found.append(one)
        todo += [*reversed(one.get("children", []))] + [one[key] for key in ("body", "child") if key in one]
    return found


@steady(max_examples=60)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])) | st.sampled_from(
    ["#x", "#", "$", "$x$", "@a", "<a>", "]", "[", "*", "_", "`", "//", "/*", "*/", "\\", "= a", "- a", "1. a", "+ a",
     "https://a.b/c#d", "#[", "--", "...", "~", "’", "‘", "'", '"', "/ a: b", "\\u{1}", "\u200b", "http://x.y_z*"]
), max_size=6))  # fmt: skip
def test_whatever_is_typed_is_typst_text_and_never_code(parts: list[str]) -> None:
    """Read pandoc's typst with typst itself: nothing but text, and letter by letter what was typed."""
    typed = " ".join(parts)
    source = convert(Job(f"a {escape(typed)} z", Format("typst", ".typ", "typst"), page=False, metadata={})).file
    found = _content("#let address(it) = it\n" + source.decode())
    assert {one["func"] for one in found} <= TYPST_TEXT
    said = "".join(one.get("text", " " if one["func"] == "space" else "") for one in found)
    assert said.split() == f"a {HTML_SPACES.sub(' ', _as_escaped(typed))} z".split()


HTML_SPACES = re.compile(r"\s+")


def _as_escaped(text: str) -> str:
    from wizard.render.escape import one_line

    return one_line(text)


def test_a_source_reads_nothing_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelig", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    made = datetime(2026, 1, 1, tzinfo=UTC)
    for name in ("/etc/passwd", "hemmelig.txt", "../hemmelig.txt", str(tmp_path / "hemmelig.txt")):
        with pytest.raises(RenderTrouble):
            pdf.finish(f'#set document(title: "x")\n#read("{name}")'.encode(), {}, made)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    source = b'#set document(title: "x")\n#image("figure-path.svg", alt: "En trekant")'
    assert pdf.finish(source, {}, made, {"figure-path.svg": svg}).startswith(b"%PDF")


def test_typst_is_imported_only_for_a_pdf() -> None:
    script = "import sys, wizard.render.rendering; print('typst' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )


LONG = "Kontakt den faste vagt, og aftal, hvem der gør hvad, inden nogen ringer hjem. " * 4


@pytest.mark.parametrize("document", [CITIZENS, STAFF], ids=lambda one: one.name)
@pytest.mark.parametrize("length", [1, 7])
def test_a_page_keeps_to_one_sheet_whatever_its_answers(document: Document, length: int) -> None:
    text = (LONG * length)[:590]
    concerns = {"anonymity": text, "adults": text, "steps": [{"name": "Vi ser på det", "limit": "Tre dage"}] * 10}
    fields = {key: value for key, value in concerns.items() if key in type(small().concerns).model_fields}
    assert len(opened(plan_of(concerns=fields), document).file.pages) == 1


def test_a_card_fills_no_more_than_one_page_unless_it_is_far_too_long() -> None:
    said = words("da")
    cards = [ready_card(kind, said) for kind in ready_cards()]
    cards.append({**cards[0], "title": "Langt kort", "attention": LONG * 6})
    plan = plan_of(acute={"cards": cards})
    pages = ["".join(page.split()).replace("\xad", "") for page in opened(plan).pages_said()]
    for card in plan.acute.cards:
        caption = "".join(said("documents.cards.caption", title=card.title).split())
        (page,) = [page for page in pages if caption in page]
        after, whole = page.partition(caption)[2], "".join(card.aftercare.split())
        assert whole in after if card.title != "Langt kort" else "Restenstår" in after and whole in "".join(pages)


def test_a_card_of_many_pages_is_printed_whole() -> None:
    found = opened(plan_of(acute={"cards": [{"title": "Langt", "attention": LONG * 60}]}))
    assert "".join(found.said.split()).replace("\xad", "").count("indennogenringerhjem.") >= 240


@pytest.mark.parametrize("before", ["", "**Vi vil** "])
def test_a_run_as_long_as_an_answer_may_be_is_printed_whole(before: str) -> None:
    names = [f"navn{number}" for number in range(20_000)]
    found = opened(plan_of(strategy={"vision": before + " ".join(names)}), PLAN, Edition.PUBLIC)
    assert set(names) <= set(re.findall(r"navn\d+", found.said))


@pytest.mark.full
def test_a_long_word_breaks_within_the_line(tmp_path: Path, tool: Callable[[str, str], str]) -> None:
    address = "https://ny.example/" + "et-langt-navn_" * 20 + "x" * 150
    data = render(plan_of(strategy={"vision": address, "follow_up_when": address}), PLAN, PDF, Edition.PUBLIC)
    assert "".join(Pdf(data).said.split()).count(address) == 2
    (tmp_path / "a.pdf").write_bytes(data)
    boxes = run([tool("pdftotext", "poppler-utils"), "-bbox", tmp_path / "a.pdf", "-"]).output.decode()
    assert max(float(right) for right in re.findall(r'xMax="([\d.]+)"', boxes)) < 595 - 50
