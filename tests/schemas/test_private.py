"""What looks private in the public edition is asked about, once; what belongs to the work is left in peace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from check_cases import CITIZENS, DEPUTY
from checked_plans import complete, put
from hypothesis import given
from hypothesis import strategies as st

from schemas.checks import asking
from schemas.checks.addresses import accounts_in, addresses_in
from schemas.checks.mails import is_private, mails_in
from schemas.checks.numbers import numbers_in
from schemas.checks.private import fingerprint
from schemas.language import LANGUAGES, words
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs
from schemas.starter import starter
from wizard.files.plan_file import read_plan

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
VISION = "strategy.vision"


def asked(**changes: Any) -> list[tuple[str, str]]:
    return [(finding.code, finding.path) for finding in asking(complete(**changes))]


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.plan.yaml")))
def test_the_examples_are_published_without_a_question(name: str) -> None:
    assert asking(read_plan(EXAMPLES / name)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_plan_is_published_without_a_question(language: str) -> None:
    assert asking(starter(words(language), "Øby Kommune")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_example_of_a_question_looks_private(language: str) -> None:
    pending: list[FieldSpec] = list(specs(Plan, words(language)))
    while pending:
        spec = pending.pop()
        pending.extend(spec.fields)
        for text in (spec.example, spec.proposal):
            assert not any(number.own or number.mobile for number in numbers_in(text)), text
            assert not any(map(is_private, mails_in(text))), text
            assert not any(address.home for address in addresses_in(text)), text


@pytest.mark.parametrize(
    "text",
    ["20 30 40 50", "20304050", "+45 20 30 40 50", "(+45) 2030 4050", "0045 20304050", "20.30.40.50", "20-30-40-50",
     "Ring 112 eller 20 30 40 50.", "2*0* 30 40 50", "20\u200b30\u200b40\u200b50", "20\u00a030\u00a040\u00a050"],
)  # fmt: skip
def test_a_mobile_number_is_seen_however_it_is_written(text: str) -> None:
    assert asked(**{VISION: f"Alle kan finde hjælp her: {text}"}) == [("private_phone", VISION)]


@pytest.mark.parametrize(
    "text",
    ["2025-2029", "2026 2029", "20.30-21.30", "01.02.2026", "20.05.2026", "20260601", "Sag nr. 20304050",
     "EAN 5798003141225", "CVR-nr. 20304050", "20304050 kr", "20 000 000", "41 74 90 90", "72 14 22 14",
     "Hotline: 41 11 22 33", "70 20 30 40", "33 12 34 56", "80 20 30 40", "kl. 08.00-15.30", "Ring 112 og 114", "https://a.example/20304050",
     "5798 0031 4122 5"],
)  # fmt: skip
def test_what_is_no_mobile_number_is_left_in_peace(text: str) -> None:
    assert asked(**{VISION: f"Alle kan finde hjælp her: {text}"}) == []


def test_a_number_that_is_called_private_is_asked_about_wherever_it_stands() -> None:
    assert asked(**{f"{CITIZENS}.phone": "33 12 34 56 (privat)"}) == [("private_phone", f"{CITIZENS}.phone")]
    assert asked(**{VISION: "Leder, hjemme: 33 12 34 56"}) == [("private_phone", VISION)]


@pytest.mark.parametrize(
    ("mail", "private"),
    [
        ("lars.hansen@kommune.dk", True), ("soeren.moeller@kommune.dk", True), ("anna.k@kommune.dk", True),
        ("lars@kommune.dk", True), ("ssp@gmail.com", True), ("x@hotmail.dk", True), ("x@protonmail.com", True),
        ("infohus@fjordborg.example", False), ("social.vagt@x.dk", False), ("ppr.raadgivning@x.dk", False),
        ("det.gode.liv@x.dk", False), ("boern-og-unge@x.dk", False), ("per.brev@x.dk", False),
        ("webmaster@x.dk", False),
    ],
)  # fmt: skip
def test_a_mailbox_of_ones_own_is_told_from_a_shared_one(mail: str, private: bool) -> None:
    assert is_private(mail) is private
    assert bool(asked(**{f"{CITIZENS}.mail": mail})) is private


@pytest.mark.parametrize(
    "text", ["Åvej 12, 2. tv", "Lærkevej 7", "Nygade 12, 3. sal", "Infohuset, Åvej 12, 2. tv", "Lindeallé 4, st. th."]
)
def test_a_home_is_asked_about(text: str) -> None:
    assert asked(**{VISION: f"Bor på {text}"}) == [("private_address", VISION)]


@pytest.mark.parametrize(
    "text",
    [
        "Rådhuset, Storegade 1",
        "Skolen ligger på Skolevej 3",
        "For alle 12 kommuner",
        "Samlingsplads 2",
        "Flugtvej 1",
        "§ 12",
    ],
)
def test_the_address_of_a_place_for_the_public_is_left_in_peace(text: str) -> None:
    assert asked(**{VISION: f"Vi mødes: {text}"}) == []


@pytest.mark.parametrize("text", ["Reg.nr. 1234 kontonr. 12345678", "konto 1234-1234567890", "DK50 0040 0440 1162 43"])
def test_an_account_is_asked_about(text: str) -> None:
    assert list(accounts_in(text))
    assert ("private_account", VISION) in asked(**{VISION: f"Indbetal til {text}"})


def test_a_person_is_asked_about_only_where_a_role_belongs_and_the_public_sees_it() -> None:
    assert asked(**{f"{CITIZENS}.role": "Mette Sørensen"}) == [("person", f"{CITIZENS}.role")]
    assert asked(**{"acute.cards[c-0000000c].approved_by": "Mette Sørensen"})
    assert asked(**{"strategy.mandate": "Vedtaget efter forslag fra Mette Sørensen i byrådet."}) == []
    hidden = {
        "organisation.deputy": "c-00000002",
        "concerns.entry_professional": None,
        f"{DEPUTY}.hours": "Mette Sørensen, 20304050",
    }
    assert asked(**hidden) == []


def test_what_was_acknowledged_is_asked_about_again_when_it_is_another_one() -> None:
    text = "Alle kan ringe på 20 30 40 50."
    known = {VISION: fingerprint(VISION, text)}
    assert asked(**{VISION: text, "acknowledged": known}) == []
    assert asked(**{VISION: f"Hver dag: {text} Også i ferien.", "acknowledged": known}) == [], (
        "the same number in other words"
    )
    assert asked(**{VISION: "Alle kan ringe på 20 30 40 51.", "acknowledged": known}) == [("private_phone", VISION)]
    assert asked(**{VISION: f"{text} Eller a@gmail.com", "acknowledged": known}), "a mail beside it"
    assert asked(**{"strategy.mandate": text, "acknowledged": known}) == [("private_phone", "strategy.mandate")]


def test_no_other_number_passes_for_the_one_that_was_seen() -> None:
    marks = {fingerprint(VISION, f"Alle kan ringe på {number}.") for number in range(20_304_000, 20_309_000)}
    assert len(marks) == 5_000


def test_a_mark_that_was_made_otherwise_is_asked_about_again() -> None:
    text = "Alle kan ringe på 20 30 40 50."
    assert asked(**{VISION: text, "acknowledged": {VISION: fingerprint(VISION, text)[:4]}})


def test_neither_the_finding_nor_the_mark_holds_what_was_found() -> None:
    plan = complete(**{VISION: "Ring på 20 30 40 50"})
    (finding,) = asking(plan)
    assert not finding.values
    mark = fingerprint(VISION, plan.strategy.vision)
    assert "20304050" not in mark
    assert len(mark) == 16


@given(st.text(max_size=300))
def test_any_text_is_looked_at_and_the_same_text_has_the_same_mark(text: str) -> None:
    plan = put(complete(), VISION, text)
    assert asking(plan) == asking(plan)
    assert fingerprint(VISION, text) == fingerprint(VISION, text)
