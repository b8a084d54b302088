"""The small documents of a plan: on two pages, on cards, on a sheet; and the blank workbook."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as open_docx
from docx.document import Document as Docx
from docx.oxml.ns import qn
from printing import PRINTERS, Tool
from rendered_plans import plan_of, small, tokened

from schemas.choices import Language, Urgency
from schemas.language import words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.specs import specs
from schemas.starter import starter
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.brand.brand import Brand
from wizard.render.documents import CARDS, CONTACT_CARD, PLAN, SUMMARY, WORKBOOK, Document
from wizard.render.edition import Edition
from wizard.render.escape import Markdown
from wizard.render.formats import DOCX, HTML, Format
from wizard.render.look import PLAIN, Look
from wizard.render.markdown import to_markdown
from wizard.render.measuring import lines, plain, shortened
from wizard.render.rendering import render

SENTENCE = "Den øverste leder på stedet leder, til politiet kommer, og BEREDSKABSKOORDINATOREN træder til bagefter. "
REST = "Resten står i planens kapitel »Akutte situationer«."


def long_plan(letters: int, count: int = 12) -> Plan:
    """Make a plan whose texts, lines and lists are all long, with two acute cards and one that is not."""
    text = (SENTENCE * (letters // len(SENTENCE) + 1))[:letters]
    contacts = [
        {
            "id": f"c-{n:08}", "role": text, "unit": text, "phone": "12 34 56 78", "hours": text, "public": True,
            "mail": "et.langt.navn.paa.en.postkasse@forebyggelse.eksempel.example", "checked_on": "2026-08-03",
        }
        for n in range(8)
    ]  # fmt: skip
    names = [one["id"] for one in contacts]
    lists = {name: [text] * count for name in ("calls", "tasks", "actions")}
    texts = dict.fromkeys(("situation", "leading", "staffing", "communication", "attention", "aftercare"), text * 2)
    card = {"title": text, "contacts": names, "leader": names[0], "created_on": "2022-08-23", **lists, **texts}
    goals = [{"task": task, "text": text, "due": "2027-06-30"} for task in ("general", "concern", "acute")] * count
    return plan_of(
        front={"municipality": text, "title": text, "adopting_body": text, "published_at": text},
        strategy={"vision": text * 3, "goals": goals},
        organisation={
            "contacts": contacts, "coordinator": names[0], "deputy": names[1], "out_of_hours": names[2],
            "police": names[3], "rhythm": text, "disagreement": text,
        },
        concerns={
            "entry_citizen": names[4], "entry_professional": names[5],
            "steps": [{"name": text, "who": names[0], "limit": text}] * count,
        },
        measures={"measures": [{"name": text, "level": "constructive"}] * count},
        acute={"cards": [{**card, "urgency": urgency} for urgency in Urgency]},
    )  # fmt: skip


def opened(plan: Plan, document: Document, edition: Edition = Edition.INTERNAL) -> Docx:
    return open_docx(io.BytesIO(render(plan, document, DOCX, edition)))


def printed(
    plan: Plan, document: Document, edition: Edition, made: Format, printer: Callable, at: Path, tool: Tool
) -> int:
    """Print a document and count its pages."""
    target = at / f"sheet{made.suffix}"
    target.write_bytes(render(plan, document, made, edition))
    printer(target, tool)
    told = run([tool("pdfinfo", "poppler-utils"), target.with_suffix(".pdf")]).output.decode()
    assert "A4" in told
    return int(re.findall(r"Pages:\s+(\d+)", told)[0])


@pytest.mark.full
@pytest.mark.parametrize(("made", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
@pytest.mark.parametrize("letters", [60, 130, 1500])
def test_however_long_the_answers_no_sheet_becomes_two(
    tmp_path: Path, tool: Tool, letters: int, made: Format, printer: Callable
) -> None:
    plan = long_plan(letters)
    assert printed(plan, SUMMARY, Edition.PUBLIC, made, printer, tmp_path, tool) == 2
    for edition in Edition:
        assert printed(plan, CARDS, edition, made, printer, tmp_path, tool) == 3
        assert printed(plan, CONTACT_CARD, edition, made, printer, tmp_path, tool) == 1


@pytest.mark.full
@pytest.mark.parametrize(("made", "printer"), PRINTERS, ids=["word", "browser", "pdf"])
@pytest.mark.parametrize("example", ["storby", "lilleoe", "english", ""])
def test_the_examples_and_a_new_plan_keep_to_their_sheets(
    checkout: Path, tmp_path: Path, tool: Tool, example: str, made: Format, printer: Callable
) -> None:
    path = checkout / "examples" / f"{example}.plan.yaml"
    plan = read_plan(path) if example else starter(words("da"))
    assert printed(plan, SUMMARY, Edition.PUBLIC, made, printer, tmp_path, tool) <= 2
    assert printed(plan, CONTACT_CARD, Edition.INTERNAL, made, printer, tmp_path, tool) == 1
    assert printed(plan, CARDS, Edition.INTERNAL, made, printer, tmp_path, tool) == len(plan.acute.cards)


def test_every_card_is_a_section_of_its_own_and_a_heavy_frame_goes_around_the_acute_ones() -> None:
    found = opened(long_plan(60), CARDS)
    framed = [section._sectPr.find(qn("w:pgBorders")) is not None for section in found.sections]
    assert framed == [True, True, False]
    titles = [p for p in found.paragraphs if p.style.name == "Heading 1"]
    assert len(titles) == 3
    assert all(run.font.size.pt >= 20 for p in titles for run in p.runs)
    assert [p.style.name for p in found.paragraphs if not p.text.strip()] == []
    assert "SheetEnds" not in found.element.xml


def test_a_title_of_one_long_word_is_cut_within_the_word() -> None:
    word = "Bekymringsunderretningskoordinering" * 3
    found = opened(plan_of(acute={"cards": [{"title": word}]}), CARDS)
    (title,) = [p.text for p in found.paragraphs if p.style.name == "Heading 1"]
    assert title == f"{word[:79]}…"


def test_an_acute_card_says_in_words_and_large_what_to_call() -> None:
    said = {p.text: p.style for p in opened(long_plan(60), CARDS).paragraphs if p.style.name.startswith("Banner")}
    assert [*said] == ["AKUT – RING 112", "AKUT – RING 114"]
    assert all(style.font.size.pt >= 24 for style in said.values())


def test_the_foot_of_a_card_bears_title_municipality_and_dates() -> None:
    plan = plan_of(acute={"cards": [{"title": "Fare for liv", "urgency": "life", "revised_on": "2026-06-02"}]})
    foot = opened(plan, CARDS).paragraphs[-1].text
    assert foot == "Handlekort: Fare for liv · Ny Ø Kommune · Revideret den: 02.06.2026"


def test_a_card_with_little_text_is_set_in_large_type_and_one_with_much_in_small() -> None:
    few, many = to_markdown(small(), CARDS, Edition.PUBLIC), to_markdown(long_plan(130), CARDS, Edition.PUBLIC)
    assert 'type="large"' in few
    assert 'type="close"' in many


@pytest.mark.parametrize("edition", Edition)
def test_a_large_municipalitys_cards_have_room_for_all_they_say(checkout: Path, edition: Edition) -> None:
    plan = read_plan(checkout / "examples" / "storby.plan.yaml")
    assert REST not in plain(to_markdown(plan, CARDS, edition))
    assert "Resten står efter handlekortene." not in plain(to_markdown(plan, PLAN, edition))


def test_a_brands_own_font_may_be_wider_so_that_less_has_room(checkout: Path) -> None:
    plan = read_plan(checkout / "examples" / "storby.plan.yaml")
    branded = Look(brand=Brand(font="Verdana"))
    ours, wider = (to_markdown(plan, CARDS, Edition.PUBLIC, look=look) for look in (PLAIN, branded))
    assert ours.count('type="large"') > wider.count('type="large"')


def test_what_has_no_room_on_a_card_is_said_to_be_in_the_plan_and_the_first_calls_stay() -> None:
    text = to_markdown(long_plan(130), CARDS, Edition.INTERNAL)
    assert REST in plain(text)
    assert text.count("1. Den øverste leder") >= 3


def test_in_the_plan_a_card_keeps_to_its_page_and_the_whole_of_it_follows() -> None:
    text = plain(to_markdown(long_plan(130), PLAN, Edition.INTERNAL))
    assert "Resten står efter handlekortene." in text
    assert text.count("Mere til handlekortet »") == 3
    calls = re.findall(r"12\. Den øverste leder", text)
    assert len(calls) >= 3


def test_a_public_contact_card_has_public_numbers_alone_and_the_internal_one_has_all() -> None:
    public, internal = (to_markdown(small(), CONTACT_CARD, edition) for edition in Edition)
    assert "12 34 56 71" in public
    assert "12 34 56 71" in internal
    assert "12 34 56 70" not in public
    assert "12 34 56 70" in internal
    assert "Vikar" not in public
    assert "Vikar" in internal
    assert "Kontrolleret den 3. august 2026" in plain(public)
    assert "Nummeret er ikke offentligt." in plain(public)
    assert public.count("**112**") == public.count("**114**") == 1


def test_a_contact_that_is_called_for_several_things_stands_once() -> None:
    assert "**Borgere og koordinator:** Tovholder" in to_markdown(small(), CONTACT_CARD, Edition.PUBLIC)


def test_the_summary_is_public_and_says_what_the_plan_does_for_each_task() -> None:
    text = plain(to_markdown(small(), SUMMARY, Edition.INTERNAL))
    assert render(small(), SUMMARY, HTML, Edition.INTERNAL) == render(small(), SUMMARY, HTML, Edition.PUBLIC)
    for wanted in ("Ingen står alene.", "Alle kender kortet", "Værksted", "Exit", "Fare for liv", "12 34 56 71"):
        assert wanted in text
    assert "12 34 56 70" not in text
    assert "Vedtaget af Byrådet den 25. august 2026." in text


def test_the_summary_shows_no_marks_that_a_writer_typed() -> None:
    plan = plan_of(
        strategy={"goals": [{"task": "general", "text": "**Alle** kender *kortet*"}]},
        measures={"measures": [{"name": "Et **åbent** værksted", "level": "constructive"}]},
        acute={"cards": [{"title": "**Fare** for liv"}]},
    )
    text = plain(to_markdown(plan, SUMMARY, Edition.PUBLIC))
    for wanted in ("Alle kender kortet", "Et åbent værksted", "Fare for liv"):
        assert wanted in text
    assert "*" not in text


def test_a_summary_that_has_room_on_one_page_is_not_parted_into_two(checkout: Path) -> None:
    large = read_plan(checkout / "examples" / "storby.plan.yaml")
    assert ":::: newpage" in to_markdown(large, SUMMARY, Edition.PUBLIC)
    assert ":::: newpage" not in to_markdown(starter(words("da")), SUMMARY, Edition.PUBLIC)


def test_the_summary_tells_as_much_of_a_concerns_way_as_it_has_room_for(checkout: Path) -> None:
    plan = read_plan(checkout / "examples" / "storby.plan.yaml")
    text = plain(to_markdown(plan, SUMMARY, Edition.PUBLIC))
    assert "Vi samler det, vi ved – Fagkonsulent i infohuset · Inden for 24 timer" in text
    assert plan.concerns.steps[5].name in text


def test_what_the_summary_leaves_out_is_named_by_its_chapter() -> None:
    text = to_markdown(long_plan(130), SUMMARY, Edition.PUBLIC)
    assert "Læs mere i planens kapitel »Strategi og vision«." in plain(text)
    assert not re.search(r"BEREDSKABSK[A-ZÆØÅ]* …", text.replace("BEREDSKABSKOORDINATOREN", ""))


@pytest.mark.parametrize("language", Language)
def test_the_workbook_asks_every_question_of_the_short_way_and_tells_nothing_of_the_plan(language: Language) -> None:
    said = words(language.value)
    filled, tokens = tokened()
    plan = filled.model_copy(update={"front": filled.front.model_copy(update={"language": language})})
    text = plain(to_markdown(plan, WORKBOOK, Edition.PUBLIC))
    for group in specs(Plan, said):
        if group.name in (*COMPONENTS, "acute"):
            missing = [one.place for one in group.fields if one.depth == "core" and one.question not in text]
            assert missing == []
    assert {"da": "Indsatser: nr. 2", "en": "Measures: no. 2"}[language.value] in text
    shown = {place for token, place in {**tokens.public, **tokens.internal}.items() if token in text}
    assert shown == {".front.municipality", ".front.title"}


def test_the_workbook_has_room_to_write_and_no_empty_paragraph() -> None:
    found = opened(small(), WORKBOOK, Edition.PUBLIC)
    ruled = [p for p in found.paragraphs if p.style.name == "Ruled"]
    assert len(ruled) > 15
    assert all(p.text.strip() and p._p.findall(f".//{qn('w:tab')}") for p in ruled)
    assert [p.style.name for p in found.paragraphs if not p.text.strip()] == []
    parts = [p for p in found.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in parts if p.paragraph_format.page_break_before] == ["Åbne punkter"]
    assert "NewPage" not in found.element.xml
    assert [cell.text for cell in found.tables[-1].rows[0].cells] == ["Nr.", "Opgave", "Hvem (rolle)", "Frist"]


def test_text_is_cut_between_words_and_measured_without_its_marks() -> None:
    text = Markdown("**Ring** til [vagten](<tel:12345678>) \\*nu\\*, og vent på svar")
    assert plain(text) == "Ring til vagten *nu*, og vent på svar"
    assert shortened(text, 60) == (text, False)
    assert shortened(text, 22) == (Markdown("Ring til vagten \\*nu\\* …"), True)
    assert lines("et to tre", 100) == 1
    assert lines("x" * 300, 20) > 5
