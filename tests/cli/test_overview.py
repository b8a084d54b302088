"""A folder of plans as one table: what it says, in which order, and that it says nothing of what the plans say."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from calling import Done, Nursery
from hostile import HOSTILE, harmless
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from schemas.choices import Status
from schemas.language import LANGUAGES, words
from schemas.overview import SORTS, Counts, Line, line, ordered
from schemas.plan import Plan
from schemas.texts import fit
from wizard.cli.overview_table import COLUMNS, table
from wizard.files.dump import dump_plan
from wizard.files.plan_file import read_plan

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
TODAY = date(2026, 11, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plans = tmp_path / "planer"
    (plans / "under").mkdir(parents=True)
    for path in EXAMPLES.glob("*.plan.yaml"):
        shutil.copy(path, plans / "under" / path.name)
    (plans / "gal.plan.yaml").write_text("front: [\n", "utf-8")
    late = read_plan(EXAMPLES / "midtvejs.plan.yaml")
    front = late.front.model_copy(update={"municipality": "Ærlig Kommune", "next_revision": date(2024, 6, 1)})
    (plans / "sen.plan.yaml").write_bytes(dump_plan(late.model_copy(update={"front": front})))
    return plans


def run(nursery: Nursery, folder: Path, *more: str) -> Done:
    return nursery.call(["overview", folder.name, "--on", "2026-11-30", *more], folder.parent, b"", {"TERM": "xterm"})


def test_the_page_for_a_browser_is_a_table_with_heads_and_words(nursery: Nursery, folder: Path) -> None:
    out = folder.parent / "overblik.html"
    done = run(nursery, folder, "-o", str(out))
    assert done.code == 3
    page = out.read_text("utf-8")
    assert '<html lang="da-DK">' in page
    assert "<title>Overblik over planer</title>" in page
    assert page.count('<th scope="col"') >= 9 or page.count('scope="col"') >= 9
    assert "Fjordborg Kommune" in page
    assert "01.06.2024 (overskredet)" in page
    assert "5 planer: 2 udkast, 1 i høring og 2 vedtagne. 1 har overskredet fristen for revision." in page
    assert "gal.plan.yaml" in page
    assert str(folder) not in page, "where the plans lie is nobody else's business"
    again = folder.parent / "igen.html"
    run(nursery, folder, "-o", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_the_markdown_has_the_same_rows_and_the_json_the_same_plans(nursery: Nursery, folder: Path) -> None:
    text = run(nursery, folder, "-f", "md").stdout
    assert text.startswith("# Overblik over planer")
    assert "| Fjordborg Kommune | Vedtaget | 25.08.2026 | 25.08.2030 | 21 / 0 / 0 |" in text.replace("\u00a0", " ")
    data = json.loads(run(nursery, folder, "-f", "json").stdout)
    assert data["counts"] == {
        "files": 6,
        "broken": 1,
        "overdue": 1,
        "statuses": {"draft": 2, "hearing": 1, "adopted": 2},
    }
    names = [Path(plan["file"]).name for plan in data["plans"]]
    assert names[0] == "sen.plan.yaml"
    assert names[-1] == "gal.plan.yaml"
    assert "Linje" in data["plans"][-1]["trouble"]


def test_nothing_of_what_the_plans_say_is_told(nursery: Nursery, folder: Path) -> None:
    plan = read_plan(EXAMPLES / "storby.plan.yaml")
    said = "".join(run(nursery, folder, "-f", form).stdout for form in ("text", "md", "html", "json"))
    for contact in plan.organisation.contacts:
        assert not contact.phone or contact.phone not in said
        assert not contact.mail or contact.mail not in said
    assert plan.strategy.vision not in said


def test_english_speaks_english(nursery: Nursery, folder: Path) -> None:
    done = nursery.call(
        ["overview", "planer", "--lang", "en", "--on", "2026-11-30"], folder.parent, b"", {"TERM": "xterm"}
    )
    assert "Revision overdue: 1." in done.stdout
    assert "01.06.2024 (overdue)" in done.stdout


def test_a_full_place_or_a_closed_one_is_told_and_no_half_file_stands_there(nursery: Nursery, folder: Path) -> None:
    done = run(nursery, folder, "-o", "ingen/steder/her.html")
    assert done.code != 0
    assert "her.html" in done.stderr
    assert not (folder.parent / "ingen").exists()


def some(**changes: object) -> Line:
    return Line(**{"file": "a", "municipality": "B", "status": Status.DRAFT, **changes})  # type: ignore[arg-type]


def test_lines_are_sorted_by_what_is_urgent() -> None:
    late, soon, never = some(overdue=True, next_revision=TODAY), some(next_revision=TODAY), some()
    broken = Line("x", trouble="Fejl")
    assert ordered([broken, never, soon, late], "revision") == [late, soon, never, broken]
    full, half = some(matrix=Counts(21)), some(matrix=Counts(10, 1, 10))
    assert ordered([full, half], "coverage") == [half, full]
    assert ordered([some(clarify=3), some(law=1)], "gaps") == [some(law=1), some(clarify=3)]
    old, new = some(changed=date(2025, 1, 1)), some(changed=TODAY)
    assert ordered([old, new, some()], "changed") == [new, old, some()]
    names = ["Åby", "Ærø", "Zoo", "Øby", "Ans"]
    assert [one.municipality for one in ordered([some(municipality=name) for name in names], "municipality")] == [
        "Ans", "Zoo", "Ærø", "Øby", "Åby",
    ]  # fmt: skip


def test_a_revision_is_overdue_by_its_day_or_by_the_four_years_of_the_law() -> None:
    def overdue(**front: object) -> bool:
        return line(Plan.model_validate({"front": front}), "a", TODAY).overdue

    assert overdue(next_revision="2026-11-29")
    assert not overdue(next_revision="2026-11-30")
    assert overdue(kind="preparedness", status="adopted", adopted_on="2022-11-29", next_revision="2030-01-01")
    assert not overdue(kind="action_plan", status="adopted", adopted_on="2022-11-29")
    assert not overdue()


cells = st.builds(
    Line,
    file=st.sampled_from(["a/" + fit(text) + ".plan.yaml" for text in HOSTILE]),
    municipality=st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE), st.just("漢字" * 30)),
    status=st.sampled_from(Status),
    overdue=st.booleans(),
    law=st.integers(0, 999),
    clarify=st.integers(0, 999),
    advice=st.integers(0, 999),
    next_revision=st.dates(),
    trouble=st.one_of(st.just(""), st.text(max_size=200)),
)


@given(st.lists(cells, max_size=4), st.sampled_from(LANGUAGES), st.sampled_from(SORTS))
def test_whatever_stands_in_a_line_no_row_is_wider_than_eighty_columns(
    lines: list[Line], language: str, by: str
) -> None:
    for row in table(ordered(lines, by), words(language)):
        assert cell_len(row) <= COLUMNS, row
        assert harmless(row)
