"""A number that may be a CPR number is found wherever it stands, stops the public edition, and is never repeated."""

from __future__ import annotations

import string
from datetime import date

import pytest
from checked_plans import PLAN, TODAY, complete, put
from hypothesis import given
from hypothesis import strategies as st

from schemas.checks import blocking, check, find_cpr, masked, sentence, stopping
from schemas.language import LANGUAGES, words
from schemas.paths import answers
from schemas.plan import Plan, Reason

SEPARATORS = (
    "",
    "-",
    " ",
    "\u00a0",
    "\u202f",
    "\u2011",
    "\u2010",
    "–",
    "—",
    "−",
    " - ",
    " – ",
    "\u00ad",
    "－",
    "\u200b",
)
LETTERS = st.text(alphabet=string.ascii_letters + "æøåÆØÅ .,:;()\n-", max_size=40)
NUMBER = "070761-4285"
ANSWERS = tuple(answers(Plan.model_validate(PLAN)))
WRITTEN = [(path, mark.kind) for path, mark, _ in ANSWERS if mark.kind in ("line", "text", "lines")]
FULL_WIDTH = {ord("0") + digit: ord("０") + digit for digit in range(10)}


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Draw any number with a valid date, written in any of the usual ways."""
    day = draw(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    last = draw(st.integers(0, 9999))
    plain = f"{day:%d%m%y}{draw(st.sampled_from(SEPARATORS))}{last:04d}"
    return plain.translate(FULL_WIDTH) if draw(st.booleans()) else plain


@given(LETTERS, numbers(), LETTERS)
def test_any_number_in_any_text_is_found_where_it_stands(before: str, number: str, after: str) -> None:
    text = before + number + after
    assert (len(before), len(before) + len(number)) in [(hit.start, hit.end) for hit in find_cpr(text)]
    assert number not in masked(text)


@given(st.lists(st.integers(20000000, 99999999), max_size=6), st.sampled_from(("{}", "+45 {}", "tlf. {}")),
       st.sampled_from((", ", " / ", "\n", " eller ", " - ", " ")), st.sampled_from((8, 4, 2)))  # fmt: skip
def test_phone_numbers_are_never_taken_for_one(phones: list[int], form: str, between: str, group: int) -> None:
    written = [" ".join(str(phone)[at : at + group] for at in range(0, 8, group)) for phone in phones]
    assert find_cpr(between.join(form.format(phone) for phone in written)) == ()


@given(st.dates(), st.dates())
def test_dates_are_never_taken_for_one(one: date, other: date) -> None:
    assert find_cpr(f"{one.isoformat()} – {other.isoformat()} og {one:%d.%m.%Y}-{other:%d.%m.%Y}") == ()


@pytest.mark.parametrize("text", [
    "310290-1234", "290201-1234", "001290-1234", "011390-1234", "710190-1234", "015190-1234",
    "journal 20240101901234", "EAN 5790101901234", "2024-0101901-1234", "0101901-234", "+45 12 34 56 78", "010190", "",
])  # fmt: skip
def test_what_cannot_be_one_is_left_in_peace(text: str) -> None:
    assert find_cpr(text) == ()


@pytest.mark.parametrize("text", [
    "290200-1234", "01 01 90-1234", "01.01.90-1234", "010190**-**1234", "010190&#45;1234", "010190\\-1234",
    "cpr010190-1234", "1 010190-1234", "١٢١٢٩٠-1234",
])  # fmt: skip
def test_what_a_reader_would_read_as_one_is_found(text: str) -> None:
    assert len(find_cpr(text)) == 1


def test_the_checksum_only_makes_it_certain() -> None:
    assert [hit.certain for hit in find_cpr("070761-4285 og 070761-4286")] == [True, False]
    plan = complete(**{"concerns.recording": "Se sagen om 070761-4286 i systemet"})
    assert blocking(check(plan, TODAY))


@pytest.mark.parametrize(("path", "kind"), WRITTEN, ids=[path for path, _ in WRITTEN])
def test_it_is_found_in_every_string_of_the_plan(path: str, kind: str) -> None:
    plan = put(complete(), path, ["112", NUMBER] if kind == "lines" else f"Se {NUMBER}")
    (finding,) = blocking(check(plan, TODAY))
    assert finding.path == path


def test_it_is_found_in_a_reason_and_shown_at_the_field() -> None:
    plan = complete(reasons={"strategy.vision": {"state": "skipped", "reason": f"Sagen {NUMBER}"}})
    (finding,) = blocking(check(plan, TODAY))
    assert finding.path == "strategy.vision"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_ever_repeats_the_number(language: str) -> None:
    reasons = {"strategy.follow_up_when": {"state": "skipped", "reason": f"Sagen {NUMBER}"}}
    changes = {"strategy.follow_up_when": "", "front.adopting_body": NUMBER, "reasons": reasons}
    changes["measures.measures[m-00000001].name"] = f"Mentor for {NUMBER}"
    changes["measures.measures[m-00000001].owner"] = None
    plan = complete(**changes)
    said = [sentence(finding, plan, words(language)) for finding in check(plan, TODAY)]
    assert len(said) >= 6
    assert not any("4285" in one or "070761" in one for one in said)
    assert not any("4285" in str(finding.values) for finding in blocking(check(plan, TODAY)))


def test_nothing_else_blocks() -> None:
    assert blocking(check(Plan(), TODAY)) == ()


def test_what_stops_a_public_edition_is_all_that_blocks_and_nothing_else() -> None:
    reasons = {"strategy.vision": Reason(reason="Sagen om 010190-1234")}
    plan = put(complete(), "front.scope", "Sagen om 010190-1234").model_copy(update={"reasons": reasons})
    found = stopping(plan, TODAY)
    assert {finding.path for finding in found} == {"front.scope", "strategy.vision"}
    assert found == blocking(check(plan, TODAY))
