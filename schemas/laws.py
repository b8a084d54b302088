"""The rules behind the questions: one dated table, since law citations rot. What a row says is in `words/*/laws.toml`.

Nobody checks a row by machine: `checked_on` is the day it was compared with a stored copy of the law or of a page
that repeats it, and the words tell the reader to look the wording up on retsinformation.dk before a plan is adopted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CHECKED = date(2026, 11, 23)
CHILDRENS_ACT = "https://www.retsinformation.dk/eli/lta/2025/282"
ADVICE_PAGE = "https://stopekstremisme.dk/tilbud-og-vaerktojer/lovgivning-1"
MOVED = date(2024, 1, 1)
"""The day the rules for children moved from serviceloven to barnets lov."""


@dataclass(frozen=True, slots=True)
class Law:
    """One rule, or one piece of an authority's advice.

    kind: `law` binds; `advice` is what an authority recommends or describes as its practice.
    in_force: the day the rule took effect; None where the source names none.
    text_of: the date of the text of the law that was read; None where only a page about it was read.
    checked_on: the day the row was compared with a stored copy.
    source: the address where the official text is looked up.
    superseded_by: the id of the row that has taken this one's place.
    cites: the sections that a text names when it means this row, as (act, section); see `checks.citations.ACTS`.
    """

    id: str
    kind: Literal["law", "advice"]
    in_force: date | None
    text_of: date | None
    checked_on: date
    source: str
    superseded_by: str | None = None
    cites: tuple[tuple[str, str], ...] = ()


LAWS = (
    Law(
        "duty", "law", date(2024, 4, 1), date(2025, 3, 17), CHECKED, CHILDRENS_ACT, cites=(("children", "15"),)
    ),
    Law("separate", "advice", None, None, CHECKED, ADVICE_PAGE),
    Law(
        "adults", "law", date(2016, 1, 1), date(2024, 1, 22), CHECKED,
        "https://www.retsinformation.dk/Forms/R0710.aspx?id=176322", cites=(("social", "12 b"),),
    ),
    Law("screening", "law", MOVED, None, CHECKED, CHILDRENS_ACT, cites=(("children", "19"),)),
    Law("investigation", "law", MOVED, None, CHECKED, CHILDRENS_ACT, cites=(("children", "20"),)),
    Law("report_staff", "law", MOVED, None, CHECKED, CHILDRENS_ACT, cites=(("children", "133"),)),
    Law("report_all", "law", MOVED, None, CHECKED, CHILDRENS_ACT, cites=(("children", "135"),)),
    Law("report_after", "law", MOVED, None, CHECKED, CHILDRENS_ACT, cites=(("children", "136"),)),
    Law("employment", "law", None, None, CHECKED, ADVICE_PAGE),
    Law("school", "law", None, None, CHECKED, ADVICE_PAGE),
    Law("exchange", "law", None, None, CHECKED, "https://www.retsinformation.dk/", cites=(("justice", "115"),)),
    Law("division", "advice", None, None, CHECKED, "https://stopekstremisme.dk/er-du-bekymret-1"),
    Law(
        "cpr", "law", None, date(2018, 5, 23), CHECKED, "https://www.retsinformation.dk/eli/lta/2018/502",
        cites=(("data", "11"),),
    ),
    Law(
        "staff_data", "advice", None, None, CHECKED,
        "https://www.datatilsynet.dk/borger/internettet/personaleoplysninger-paa-internettet/",
    ),
    Law("accessibility", "law", None, None, CHECKED, "https://www.retsinformation.dk/eli/lta/2018/692"),
    Law("old_policy", "law", None, None, CHECKED, ADVICE_PAGE, "duty", (("social", "19"),)),
    Law("old_report_staff", "law", None, None, CHECKED, ADVICE_PAGE, "report_staff", (("social", "153"),)),
    Law("old_report_all", "law", None, None, CHECKED, ADVICE_PAGE, "report_all", (("social", "154"),)),
    Law(
        "old_report_after", "law", None, None, CHECKED, ADVICE_PAGE, "report_after",
        (("social", "155"), ("social", "155 a"), ("social", "155 b")),
    ),
)  # fmt: skip
"""Every row, in the order documents print them."""

_BY_ID = {row.id: row for row in LAWS}
_BY_SECTION = {cited: row for row in LAWS for cited in row.cites}


def law(key: str) -> Law:
    """Give the row of an id as it stands; raises `KeyError`."""
    return _BY_ID[key]


def current(key: str) -> Law:
    """Give the row that holds today: the last in the chain of those that took an older one's place."""
    row = law(key)
    while row.superseded_by is not None:
        row = law(row.superseded_by)
    return row


def cited(act: str, section: str) -> Law | None:
    """Give the row that a reference to a section of an act means; None where the table has none."""
    return _BY_SECTION.get((act, section))
