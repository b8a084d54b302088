"""References to the law are found as people write them, and the former rules are known."""

from __future__ import annotations

import pytest

from schemas.checks.citations import ACTS, citations
from schemas.choices import Basis
from schemas.language import LANGUAGES, words
from schemas.laws import LAWS, cited, current, law

READ = {
    "Se serviceloven § 153.": [("social", "153")],
    "§ 155 i serviceloven": [("social", "155")],
    "efter servicelovens §§ 153-155": [("social", "153"), ("social", "155"), ("social", "154")],
    "SEL § 153, stk. 1, og barnets lov § 133": [("social", "153"), ("children", "133")],
    "jf. serviceloven\n§ 19": [("social", "19")],
    "lov om social service § 154": [("social", "154")],
    "§§ 153 og 154 i serviceloven": [("social", "153"), ("social", "154")],
    "serviceloven §153": [("social", "153")],
    "Serviceloven, § 155 a": [("social", "155 a")],
    "§ 153, stk. 1, nr. 2 i serviceloven": [("social", "153")],
    "§ 15, stk. 3, i barnets lov": [("children", "15")],
    "Retsplejelovens § 115, serviceloven § 12 b": [("justice", "115"), ("social", "12 b")],
    "section 153 of the Social Services Act": [("social", "153")],
    "Social Services Act, section 19(2)": [("social", "19")],
    "tidligere serviceloven § 153": [],
    "barnets lov § 133 (tidligere servicelovens § 153)": [("children", "133")],
    "i 2015 var det 153 i serviceloven": [],
    "straffelovens § 153": [],
    "selv § 153 er gammel": [],
    "§ 153": [],
    "": [],
}


@pytest.mark.parametrize("text", READ)
def test_a_reference_is_read_as_people_write_it(text: str) -> None:
    assert [(one.act, one.section) for one in citations(text)] == READ[text]


def test_what_is_quoted_stands_in_the_text() -> None:
    (one,) = citations("Vi følger servicelovens § 153, stk. 1, i alle sager.")
    assert one.quoted == "servicelovens § 153, stk. 1"


def test_a_very_long_text_is_read_in_no_time() -> None:
    text = "§ 1, stk. 1, og § 2 eller 3 til 4 " * 5000
    assert citations(text) == ()


@pytest.mark.parametrize(
    ("section", "now"), [("153", "report_staff"), ("154", "report_all"), ("155", "report_after"), ("19", "duty")]
)
def test_a_rule_that_moved_leads_to_the_one_that_holds(section: str, now: str) -> None:
    row = cited("social", section)
    assert row is not None
    assert row.superseded_by == now
    assert current(row.id).superseded_by is None
    for language in LANGUAGES:
        assert words(language)(f"laws.{row.id}.text").endswith(".")


def test_every_choice_of_a_legal_ground_is_a_row_that_holds() -> None:
    for basis in Basis:
        assert law(basis.value).superseded_by is None


def test_every_section_belongs_to_one_row_and_a_known_act() -> None:
    sections = [section for row in LAWS for section in row.cites]
    assert len(sections) == len(set(sections))
    assert {act for act, _ in sections} <= set(ACTS)
