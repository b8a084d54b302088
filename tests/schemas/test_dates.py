"""Dates are read the way people write them, and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dates import parse_date
from schemas.language import words
from schemas.strategy import Goal


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-01", "1/6 2026", "1/6-2026", "01/06/2026", "1.6.2026", "01-06-2026", "1. 6. 2026", "1. juni 2026",
        "1 juni 2026", " 1.  Juni  2026 ", "den 1. juni 2026", "d. 1/6 2026", "1 June 2026", "1st of June 2026",
        "the 1st June 2026", "1. jun. 2026",
    ],
)  # fmt: skip
def test_a_date_is_read(text):
    assert parse_date(text) == date(2026, 6, 1)


@pytest.mark.parametrize(
    "text",
    ["", "juni 2026", "2026", "1780272000", "1/6", "1/6 26", "31/2 2026", "1/13 2026", "0/1 2026", "i morgen",
     "1. mx 2026", "2026-06-01T12:00", "1. ma 2026", "1/6 2026 kl. 12", "0000-01-01"],
)  # fmt: skip
def test_what_is_no_whole_date_is_not_guessed(text):
    assert parse_date(text) is None


@given(st.dates(), st.sampled_from(["da", "en"]))
def test_a_date_as_we_write_it_is_read_back(day, language):
    if day.year >= 1000:
        assert parse_date(words(language).date(day)) == day
        assert parse_date(words(language).date(day, "short")) == day
    assert parse_date(day.isoformat()) == day


@given(st.text(max_size=30))
def test_no_text_stops_the_reading(text):
    assert parse_date(text) is None or isinstance(parse_date(text), date)


def test_a_plan_takes_the_same_dates():
    assert Goal.model_validate({"due": "1. juni 2026"}).due == date(2026, 6, 1)
    for wrong in (1780272000, True, "1780272000", ["2026-06-01"]):
        with pytest.raises(ValueError, match="due"):
            Goal.model_validate({"due": wrong})
