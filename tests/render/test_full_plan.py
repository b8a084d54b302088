"""What the long way asks, as the document prints it: cards, grids, many fields, sections and the appendix."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rendered_plans import plan_of, small

from schemas.checks.benefits import benefits
from schemas.checks.matrix import matrix
from schemas.choices import Month
from schemas.language import words
from schemas.plan import Plan
from schemas.sections import Section
from wizard.files.plan_file import read_plan
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import HTML
from wizard.render.markdown import to_markdown
from wizard.render.rendering import preview, render

NATIONAL = (
    "Situation", "Alarmering", "Opgaver", "Handling", "Ledelse og organisation", "Bemanding og udstyr",
    "Kommunikation", "Kontaktoplysninger", "Andre vigtige opmærksomhedspunkter", "Oprettelse/revision",
)  # fmt: skip

CARD: dict[str, Any] = {
    "title": "Trussel på en skole",
    "kind": "threat",
    "urgency": "life",
    "situation": "Nogen truer.",
    "calls": ["112", "Chefen"],
    "tasks": ["Beskytte elever"],
    "actions": ["Ring 112", "Lås døren"],
    "leader": "c-00000001",
    "leading": "Til politiet kommer.",
    "staffing": "To voksne.",
    "press": "c-00000002",
    "communication": "Ingen andre svarer.",
    "contacts": ["c-00000001", "c-00000002"],
    "aftercare": "Samme dag.",
    "attention": "Bliv inde.",
    "created_on": date(2025, 5, 1),
    "tested_on": date(2026, 5, 1),
    "lessons": "Vi manglede nøgler.",
}


def public(plan: Plan) -> str:
    return to_markdown(plan, PLAN, Edition.PUBLIC)


def internal(plan: Plan) -> str:
    return to_markdown(plan, PLAN, Edition.INTERNAL)


def rows(text: str, caption: str) -> Iterator[tuple[str, str]]:
    """Give the rows of a table that is written as lists, as pairs of the first cell and the rest."""
    table = text.partition(f"\n{caption}\n")[2].partition("\n:::")[0]
    for row in table.strip().split("\n- - ")[1:]:
        first, _, rest = row.partition("\n  - ")
        yield first, rest


def test_a_card_has_the_headings_of_the_national_cards_in_their_order() -> None:
    found = dict(rows(internal(plan_of(acute={"cards": [CARD]})), "Handlekort: Trussel på en skole"))
    assert tuple(found) == NATIONAL
    assert "1. 112\n    2. Chefen" in found["Alarmering"]
    assert "1. Ring 112\n    2. Lås døren" in found["Handling"]
    assert found["Ledelse og organisation"].startswith("Hvem leder: Chef")
    assert "Afprøvet den: 01\\.05.2026" in found["Oprettelse/revision"]


def test_a_card_tells_everyone_only_the_numbers_that_are_public() -> None:
    plan = plan_of(acute={"cards": [CARD]})
    found = dict(rows(public(plan), "Handlekort: Trussel på en skole"))
    assert "12 34 56 71" in found["Kontaktoplysninger"]
    assert "- Chef, Børn\n" in found["Kontaktoplysninger"]
    assert "12 34 56 70" not in public(plan)
    assert "Chefen" not in found["Alarmering"]
    assert "Vi manglede nøgler" not in public(plan)


def test_a_card_named_after_its_kind_says_it_once() -> None:
    label = words("da").choice("CardKind", "threat")
    found = dict(rows(public(plan_of(acute={"cards": [{**CARD, "title": label}]})), f"Handlekort: {label}"))
    assert found["Situation"] == "Nogen truer."


def test_the_roles_are_a_grid_with_every_column() -> None:
    grid = [{"task": "Svare pressen", "performs": ["c-00000001", "c-00000002"], "decides": ["c-00000001"]}]
    text = public(plan_of(organisation={"responsibilities": grid}))
    assert "| Opgave | Udfører | Beslutter | Spørges | Orienteres |" in text
    assert "| Svare pressen | Chef, Tovholder | Chef | – | – |" in text


def test_whom_only_a_grid_names_is_named_and_not_reached() -> None:
    text = public(plan_of(organisation={"responsibilities": [{"task": "Svare", "told": ["c-00000003"]}]}))
    assert "Vikar" in text
    assert "12 34 56 72" not in text


def test_signs_stand_in_their_groups_below_how_they_are_read() -> None:
    signs = [{"text": "Truer"}, {"text": "Deler film", "group": "online", "note": "Gem den ikke"}]
    text = public(plan_of(understanding={"signs": signs}))
    assert re.search(
        r"Tegn skal læses sammen\.(?s:.*)#### Online\s+- Deler film – Gem den ikke\s+#### Andre tegn", text
    )


def test_signs_without_groups_are_one_list() -> None:
    assert "Andre tegn" not in public(small())


def test_a_goal_with_all_its_fields_shares_columns_and_names_what_is_in_them() -> None:
    goal = {
        "task": "general", "text": "Alle ved det", "level": "constructive", "indicator": "Andel", "baseline": "Ukendt",
        "goal_value": "90 procent", "owner": "c-00000002", "due": date(2027, 6, 1),
    }  # fmt: skip
    ((number, rest),) = rows(public(plan_of(strategy={"goals": [goal]})), "Mål")
    assert number == "1"
    for said in ("Opgave: Generel forebyggelse", "Udgangspunkt: Ukendt", "Målværdi: 90 procent", "Frist: 01\\.06.2027"):
        assert said in rest


def test_the_rest_of_a_step_stands_below_the_table_under_its_number() -> None:
    steps = [{"name": "Vi tager imod"}, {"name": "Vi ser på det", "what": "To går sammen.", "basis": ["exchange"]}]
    text = public(plan_of(concerns={"steps": steps}))
    assert "#### Trin 1" not in text
    part = text.partition("#### Trin 2: Vi ser på det")[2].partition("###")[0]
    assert "To går sammen." in part
    assert "- **Lovgrundlag:** Retsplejeloven § 115" in part


def test_the_annual_wheel_begins_in_january() -> None:
    events = [{"month": month.value, "activity": f"Møde {number}"} for number, month in enumerate(Month)][::-1]
    text = public(plan_of(coordination={"calendar": events}))
    assert [int(found) for found in re.findall(r"Møde (\d+)", text)] == list(range(12))


def test_ratings_of_stakeholders_are_for_the_working_group_alone() -> None:
    plan = plan_of(stakeholders={"parties": [{"name": "Foreningen", "handling": "Ring tit", "influence": "5"}]})
    assert "Ring tit" in internal(plan)
    assert "5 – meget" in internal(plan)
    assert not re.search("Ring tit|meget|Indflydelse|vurderinger", public(plan))


@pytest.mark.parametrize(
    "part", [name for name, info in Plan.model_fields.items() if hasattr(info.default, "sections")]
)
def test_a_free_section_stands_under_its_own_heading_in_its_part(part: str) -> None:
    shown, kept = Section(title="Baggrund", text="Vi har lært."), Section(title="Kladde", text="Vent.", public=False)
    model = getattr(small(), part).model_copy(update={"sections": (shown, kept)})
    plan = small().model_copy(update={part: model})
    assert re.search(r"### Baggrund\s+Vi har lært\.", public(plan))
    assert "Kladde" not in public(plan)
    assert re.search(
        r"### Kladde\s+::: intro\s+\*Dette afsnit står kun i den interne udgave\.\*\s+:::\s+Vent\.", internal(plan)
    )


def test_papers_are_listed_and_those_that_are_not_public_only_inside() -> None:
    papers = [{"title": "Guide", "address": "https://ny.example/guide"}, {"title": "Vagtliste", "public": False}]
    plan = plan_of(front={"attachments": papers})
    assert "## Bilag" in public(plan)
    assert "Vagtliste" not in public(plan)
    assert "Vagtliste" in internal(plan)
    assert "## Bilag" not in public(small())


def test_the_law_table_says_which_parts_rest_on_a_rule() -> None:
    plan = plan_of(strategy={"basis": ["exchange"]}, coordination={"sharing_rules": [{"basis": ["exchange"]}]})
    (row,) = [row for row, _ in rows(public(plan), "Regler bag planens spørgsmål") if "§ 115" in row]
    assert "**Bruges i Strategi og Koordinering**" in row
    assert "Bruges i" not in public(small()).partition("## Lovgrundlag")[2]


def test_a_rule_that_only_an_answer_names_is_printed() -> None:
    assert "Folkeskoleloven" not in public(small())
    plan = plan_of(measures={"measures": [{"name": "Værksted", "basis": ["school"]}]})
    assert "Folkeskoleloven" in public(plan).partition("## Lovgrundlag")[2]


def test_the_appendix_names_every_cell_and_benefit_with_what_is_missing() -> None:
    plan, today = small(), date(2026, 11, 20)
    text = internal(plan).partition("### Sporbarhed")[2]
    said = words("da")
    found = dict(rows(text, "De ni gevinster"))
    assert len(found) == len(benefits(plan, today)) == 9
    for one in benefits(plan, today):
        name = f"{said(f'trace.benefit.{one.id}')}: **{said(f'trace.standing.{one.standing.value}')}**"
        assert bool(one.missing) == (not found[name].endswith("\n  - –"))
    assert len(list(rows(text, "Hvad der er fundet, og hvad der mangler"))) == len(matrix(plan, today))
    assert "Sporbarhed" not in public(plan)


def test_readiness_before_and_after_stand_side_by_side_with_the_rooms_counts() -> None:
    before = {"strategy": {"answer": "no", "note": "Ingen mål", "count_yes": 1, "count_partly": 2, "count_no": 5}}
    after = {"strategy": {"answer": "yes", "note": "I planen", "count_yes": 8}}
    plan = plan_of(workshop={"before": before, "after": after})
    ((name, said),) = rows(internal(plan), "Svar på de syv spørgsmål før og efter arbejdet")
    assert name == "Strategi og vision"
    assert [cell.split("\\\n    ") for cell in said.split("\n  - ")] == [
        ["Nej", "1 ja, 2 delvist, 5 nej", "Ingen mål"],
        ["Ja", "8 ja", "I planen"],
    ]
    assert "Ingen mål" not in public(plan)


def test_what_nobody_owes_is_silent_and_a_reason_is_told() -> None:
    reasons = {"strategy.theory": {"state": "irrelevant", "reason": "Vi venter"}}
    plan = Plan.model_validate({"reasons": reasons})
    assert "### Politisk mandat" not in internal(plan)
    assert re.search(r"### Forandringsteori\s+\*Ikke relevant\*: Vi venter", internal(plan))


def test_the_published_markdown_loses_no_table(checkout: Path) -> None:
    """That kind of Markdown has one line a cell: what needs more is written out."""
    text = preview(plan_of(acute={"cards": [CARD]}), PLAN, Edition.INTERNAL)
    assert "[TABLE]" not in text
    assert re.search(r"\*\*Handling\*\*\s+1\.\s+Ring 112\s+2\.\s+Lås døren", text)
    assert "[TABLE]" not in preview(read_plan(checkout / "examples" / "storby.plan.yaml"), PLAN, Edition.INTERNAL)


def test_every_table_of_several_columns_has_its_frame_for_a_small_screen() -> None:
    page = render(small(), PLAN, HTML, Edition.PUBLIC).decode()
    assert 'class="frame wide"' in page
    assert re.search(r'class="frame" role="region"[^>]*Planens stamdata', page)
