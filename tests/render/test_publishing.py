"""Publishing writes what was asked for, whole, and nothing elsewhere."""

from pathlib import Path

import pytest
from rendered_plans import PUBLIC_FILES, plan_of, small

from schemas.language import words
from schemas.starter import starter
from wizard.render.documents import CITIZENS, DATES, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import ICS, MARKDOWN
from wizard.render.publishing import Request, publish
from wizard.render.trouble import Blocked, NoDates

PUBLIC = tuple(Request(document, format, Edition.PUBLIC) for document, format in PUBLIC_FILES.values())


def test_every_file_is_written_under_a_name_that_says_what_it_is(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    paths = publish(small(), PUBLIC, tmp_path / "ud", lambda done, of, path: seen.append((done, of, path.name)))
    assert [path.name for path in paths[:3]] == [f"ny-oe-kommune-plan{end}" for end in (".md", ".html", ".docx")]
    assert "ny-oe-kommune-er-du-bekymret-borgere.md" in [path.name for path in paths]
    assert sorted(tmp_path.glob("ud/*")) == sorted(paths)
    assert all(path.stat().st_size > 250 for path in paths)
    assert seen[-1] == (len(PUBLIC), len(PUBLIC), paths[-1].name)


def test_the_internal_edition_says_so_in_its_name(tmp_path: Path) -> None:
    paths = publish(small(), [Request(PLAN, MARKDOWN, edition) for edition in Edition], tmp_path)
    assert [path.name for path in paths] == ["ny-oe-kommune-plan.md", "ny-oe-kommune-plan-intern.md"]


def test_a_page_asked_for_in_both_editions_is_one_file(tmp_path: Path) -> None:
    assert len(publish(small(), [Request(CITIZENS, MARKDOWN, edition) for edition in Edition], tmp_path)) == 1


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    plan = plan_of(front={"municipality": "../../etc/passwd CON"})
    (path,) = publish(plan, [Request(PLAN, MARKDOWN, Edition.PUBLIC)], tmp_path / "ud")
    assert path.parent == tmp_path / "ud"
    assert [one.name for one in tmp_path.iterdir()] == ["ud"]


def test_a_stopped_edition_leaves_nothing_behind(tmp_path: Path) -> None:
    plan = plan_of(strategy={"vision": "010190-1234"})
    with pytest.raises(Blocked):
        publish(
            plan, [Request(PLAN, MARKDOWN, edition) for edition in (Edition.INTERNAL, Edition.PUBLIC)], tmp_path / "ud"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_calendar_of_a_plan_without_dates_is_left_out_and_the_rest_is_made(tmp_path: Path) -> None:
    plan = starter(words("da"), "Ny Kommune")
    left: list[str] = []
    wished = [Request(DATES, ICS, Edition.PUBLIC), Request(PLAN, MARKDOWN, Edition.PUBLIC)]
    (path,) = publish(plan, wished, tmp_path, left_out=lambda document, trouble: left.append(document.name))
    assert path.suffix == ".md"
    assert left == ["dates"]
    with pytest.raises(NoDates):
        publish(plan, wished[:1], tmp_path)
