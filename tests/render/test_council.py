"""The council memo: the headings of an agenda, filled from what the plan knows, with the gaps left in plain sight."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from rendered_plans import plan_of, small, tokened

from schemas.language import words
from schemas.laws import CHECKED
from schemas.plan import Plan
from schemas.starter import starter
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.asked import PLAINLY, Asked
from wizard.render.documents import COUNCIL
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, MARKDOWN, PDF
from wizard.render.rendering import preview, render

HEADINGS = {
    "da": ["Sagsfremstilling", "Lovgrundlag", "Økonomi", "Høring", "Indstilling", "Beslutning", "Bilag"],
    "en": ["Case presentation", "Legal basis", "Finances", "Consultation", "Recommendation", "Decision", "Enclosures"],
}

BOX = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<')
"""A word of a page: its top, its foot and what it says."""

MEETINGS = {
    "sessions": [
        {
            "held_on": date(2026, 4, day),
            "present": [{"role": "SSP-leder", "unit": "Børn"}, {"role": f"Rådgiver {day}", "unit": "Voksne"}],
        }
        for day in (14, 21)
    ],
    "before": {"strategy": {"answer": "partly", "note": "Hemmelig mangel"}},
}


def memo(plan: Plan, edition: Edition = Edition.PUBLIC, asked: Asked = PLAINLY) -> str:
    """Give the memo as Markdown, without the escapes and with plain spaces."""
    return re.sub(" +", " ", preview(plan, COUNCIL, edition, asked).replace("\\", "").replace("\xa0", " "))


def part(text: str, heading: str) -> str:
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("language", HEADINGS)
def test_the_headings_are_those_of_an_agenda_also_for_an_empty_plan(language: str) -> None:
    for plan in (Plan.model_validate({"front": {"language": language}}), starter(words(language))):
        found = re.findall(r"^## (.*)$", memo(plan), re.MULTILINE)
        assert found == HEADINGS[language]


def test_recommendation_decision_and_papers_stay_on_one_page_in_word() -> None:
    made = docx.Document(io.BytesIO(render(starter(words("da")), COUNCIL, DOCX, Edition.INTERNAL))).paragraphs
    begins = next(at for at, one in enumerate(made) if one.text == "Indstilling")
    assert [one.text for one in made[begins:-1] if not one.paragraph_format.keep_with_next] == []
    assert made[-1].text == "Handlingsplan til forebyggelse af ekstremisme"


def test_the_law_stands_with_the_day_it_was_looked_up_and_no_verdict() -> None:
    law = part(memo(small()), "Lovgrundlag")
    assert "[Barnets lov § 15, stk. 3](https://www.retsinformation.dk/" in law
    assert words("da").date(CHECKED) in law
    assert "siger ikke, om planen opfylder loven" in law


def test_what_the_plan_holds_is_told_in_brief() -> None:
    statuses = ("new", "new", "expanded", "exists", None)
    measures = [{"name": f"Indsats {n}", "status": status} for n, status in enumerate(statuses)]
    found = part(memo(plan_of(measures={"measures": measures})), "Sagsfremstilling")
    assert "**Vision:** Ingen står **alene**." in found
    assert "- Alle kender kortet" in found
    assert "- Nye (2): Indsats 0; Indsats 1" in found
    assert "- Udvides (1): Indsats 2" in found
    assert "- Fortsætter (1): Indsats 3" in found
    assert "- Planen siger ikke, om de er nye (1): Indsats 4" in found
    assert "handlekort til akutte situationer (1)" in found


def test_the_recommendations_are_numbered_and_name_place_day_and_role() -> None:
    plan = plan_of(
        front={"published_at": "ny.example/plan", "next_revision": date(2030, 8, 25)},
        strategy={"follow_up_by": "c-00000002", "follow_up_when": "Hvert år i maj"},
    )
    found = part(memo(plan), "Indstilling")
    assert "Forvaltningen indstiller, at Byrådet" in found
    numbered = [line.split(maxsplit=1)[1] for line in found.splitlines() if re.match(r"\d\. ", line)]
    assert numbered == [
        "vedtager »Beredskab mod ekstremisme«, der gælder fra 1. september 2026,",
        "offentliggør planen på ny.example/plan,",
        "beslutter, at planen revideres senest 25. august 2030, og at Chef har ansvaret for det,",
        "giver Chef ansvaret for planen,",
        "tager til efterretning, at Tovholder følger op: Hvert år i maj.",
    ]


def test_what_the_plan_does_not_know_is_left_to_the_case_officer_in_plain_sight() -> None:
    text = memo(starter(words("da")))
    gaps = re.findall(r"\*\*\[(.*?)\]\*\*", text)
    assert len(gaps) >= 12
    for heading in ("Sagsfremstilling", "Økonomi", "Høring", "Indstilling", "Beslutning"):
        assert "**[" in part(text, heading), heading
    assert "Planen nævner ingen udgifter." in part(text, "Økonomi")
    assert "revideres senest **[Udfyldes af sagsbehandleren: dato]**" in part(text, "Indstilling")
    assert "- Kommunalbestyrelsen: **[beslutning og dato]**" in part(text, "Beslutning")


def test_each_committee_on_the_way_has_a_line_for_its_decision() -> None:
    plan = plan_of(front={"committees": ["Børneudvalget"], "status": "hearing"})
    text = memo(plan)
    assert re.findall(r"- (.*): \*\*\[beslutning", part(text, "Beslutning")) == ["Børneudvalget", "Byrådet"]
    assert "Planen er i høring." in part(text, "Høring")
    assert "undervejs i: Børneudvalget." in part(text, "Høring")


def test_the_economy_names_what_the_plan_names() -> None:
    resources = [{"what": "Tovholder", "money": "500.000 kr."}]
    found = part(memo(plan_of(strategy={"resources": resources})), "Økonomi")
    assert "| Tovholder | – | 500.000 kr. | – |" in found
    measures = [{"name": "Værksted", "status": "new", "resource": "20.000 kr."}]
    assert "| Værksted | 20.000 kr. |" in part(memo(plan_of(measures={"measures": measures})), "Økonomi")


def test_changes_since_an_earlier_plan_are_told() -> None:
    text = memo(plan_of(strategy={"vision": "Ingen står alene på øen."}), asked=Asked(earlier=small()))
    assert "- Strategi og vision: " in part(text, "Sagsfremstilling")
    assert "hvad der er ændret siden" not in text
    many = plan_of(concerns={"steps": [{"name": f"Skridt {n} " + "ord " * 20} for n in range(20)]})
    found = part(memo(many, asked=Asked(earlier=small())), "Sagsfremstilling")
    assert re.search(r"^- Arbejdsgange.*: \d+$", found, re.MULTILINE)


def test_who_was_at_the_meetings_stands_in_the_working_draft_alone() -> None:
    plan = plan_of(workshop=MEETINGS)
    public, draft = memo(plan), memo(plan, Edition.INTERNAL)
    assert "Rådgiver" not in public
    assert "14. april" not in public
    assert "møder (2): 14. april 2026; 21. april 2026." in draft
    assert "| Børn | SSP-leder |" in draft
    assert "| Voksne | Rådgiver 14, Rådgiver 21 |" in draft
    assert "hører ikke til på en åben dagsorden" in draft
    assert "Hemmelig mangel" not in draft


def test_nothing_internal_reaches_the_public_memo() -> None:
    plan, tokens = tokened()
    text = memo(plan, asked=Asked(earlier=Plan()))
    assert {token for token in tokens.internal if token in text} == set()


def test_hostile_texts_add_no_heading_and_stay_what_they_are() -> None:
    hostile = "# Kup\n\n## Kup\n\n<script>alert(1)</script> | a | **b** [x](javascript:1) \u202e\x07"
    plan = plan_of(
        front={"title": hostile, "municipality": hostile, "adopting_body": hostile, "committees": [hostile]},
        strategy={"vision": hostile, "mandate": hostile, "resources": [{"what": hostile}]},
        measures={"measures": [{"name": hostile, "status": "new", "resource": hostile}]},
    )
    text = preview(plan, COUNCIL, Edition.PUBLIC)
    assert re.findall(r"^#+ (.*)$", text, re.MULTILINE)[1:] == HEADINGS["da"]
    assert "\u202e" not in text
    assert b"<script>alert" not in render(plan, COUNCIL, HTML, Edition.PUBLIC)


def test_very_long_texts_are_cut_since_an_agenda_is_short() -> None:
    text = memo(plan_of(strategy={"vision": "ord " * 10_000, "mandate": "ord " * 10_000}))
    assert len(text) < 6_000
    assert "ord …" in text


def test_the_word_file_has_the_title_and_every_format_the_same_bytes_twice() -> None:
    found = docx.Document(io.BytesIO(render(small(), COUNCIL, DOCX, Edition.PUBLIC)))
    assert found.core_properties.title == "Sagsfremstilling Ny Ø Kommune"
    assert [one.text for one in found.paragraphs if one.style.name == "Heading 1"] == HEADINGS["da"]
    for format in (MARKDOWN, HTML, DOCX):
        assert render(small(), COUNCIL, format, Edition.PUBLIC) == render(small(), COUNCIL, format, Edition.PUBLIC)


def test_what_is_recommended_is_not_torn_from_who_recommends_it() -> None:
    found = docx.Document(io.BytesIO(render(small(), COUNCIL, DOCX, Edition.PUBLIC)))
    says = next(one for one in found.paragraphs if one.text.startswith("Forvaltningen indstiller"))
    assert says.style.paragraph_format.keep_with_next


def test_the_recommendation_stands_off_from_what_is_above_it_in_a_pdf(
    tmp_path: Path, tool: Callable[[str, str], str]
) -> None:
    target = tmp_path / "memo.pdf"
    target.write_bytes(render(small(), COUNCIL, PDF, Edition.PUBLIC))
    boxes = run([tool("pdftotext", "poppler-utils"), "-bbox", target, "-"]).output.decode()
    words_on = [(float(top), float(foot), word) for top, foot, word in BOX.findall(boxes)]
    for heading in ("Høring", "Indstilling"):
        place = next(index for index, (_, _, word) in enumerate(words_on) if word == heading)
        assert words_on[place][0] - words_on[place - 1][1] > 8, heading


def test_the_memo_of_every_example_is_short(checkout: Path) -> None:
    for path in (checkout / "examples").glob("*.plan.yaml"):
        assert len(memo(read_plan(path)).split()) < 900, path.name
