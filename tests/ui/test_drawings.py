"""The figures drawn in characters: on the screen, on a wall, and however narrow or hostile it gets."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from driving import Drive, driving, new_plan
from rich.cells import cell_len

from schemas.language import words
from schemas.plan import Plan
from wizard.files.installed import installed
from wizard.files.plan_file import read_plan
from wizard.render.edition import Edition
from wizard.render.figures.all import sketches
from wizard.ui.figures.all import draw

SIX = ("path", "timeline", "organisation", "readiness", "coverage", "stakeholders")


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "by.plan.yaml"
    shutil.copy(installed("examples") / "storby.plan.yaml", path)
    return path


def drawn(plan: Plan, width: int) -> dict[str, list[str]]:
    found = sketches(plan, Edition.INTERNAL, words(plan.front.language.value), date(2026, 11, 20))
    return {name: draw(sketch, width) for name, sketch in found.items()}


async def shown(drive: Drive, *keys: str) -> str:
    await drive.press(*keys)
    await drive.app.workers.wait_for_complete()
    await drive.rest()
    return drive.screen()


@pytest.mark.parametrize("width", [56, 76, 90, 116, 200])
@pytest.mark.parametrize("name", ["storby", "english", "midtvejs"])
def test_no_line_is_wider_than_the_screen(name: str, width: int) -> None:
    for figure, lines in drawn(read_plan(installed("examples") / f"{name}.plan.yaml"), width).items():
        assert lines, figure
        assert max(map(cell_len, lines)) <= width, figure


def test_on_a_very_narrow_screen_there_is_no_drawing() -> None:
    assert set(map(tuple, drawn(read_plan(installed("examples") / "storby.plan.yaml"), 40).values())) == {()}


def test_the_path_stands_in_its_order_with_two_lanes_and_the_exit_first() -> None:
    text = "\n".join(drawn(read_plan(installed("examples") / "storby.plan.yaml"), 100)["path"])
    places = [
        text.index(said) for said in ("Akut", "112", "Modtagelsen", "1 Vi tager", "4 Vi laver", "» Under 18 år «")
    ]
    assert places == sorted(places)
    assert any("5 Vi beslutter" in line and "6 Vi beslutter" in line for line in text.splitlines())
    assert text.index("8 Vi følger op") < text.index("Afsluttet")


def test_bars_of_each_status_are_made_of_signs_of_their_own() -> None:
    lines = drawn(read_plan(installed("examples") / "storby.plan.yaml"), 116)["timeline"]
    measure = {
        name: next(line for line in lines if name in line) for name in ("Aftener om", "En times", "Mentor eller")
    }
    assert "████" in measure["Aftener om"]
    assert "════" in measure["En times"]
    assert "▒▒▒▒" in measure["Mentor eller"]


@pytest.mark.parametrize(
    ("step", "title"),
    [
        ("concerns", "Vejen for en bekymring"),
        ("measures", "Indsatserne på en tidslinje"),
        ("organisation", "Organiseringen"),
        ("stakeholders", "Interessenterne efter interesse og indflydelse"),
        ("after", "Udgangspunktet før og nu"),
        ("review", "Planens dele og de tre opgaver"),
        ("strategy", "Vejen for en bekymring"),
    ],
)
async def test_a_key_draws_the_figure_of_the_part_one_is_in(city: Path, step: str, title: str) -> None:
    async with driving(city) as drive:
        await drive.goto(step)
        text = await shown(drive, "shift+f12")
        assert text.splitlines()[0].strip().startswith(title)
        assert "Oversigten viser" in text
        await drive.press("escape")
        assert drive.main.page.step == step


async def test_the_figures_are_turned_like_leaves_and_begin_again_behind_the_last(city: Path) -> None:
    async with driving(city) as drive:
        await drive.goto("concerns")
        first = await shown(drive, "f24")
        titles = [first.splitlines()[0]]
        for _ in SIX:
            titles.append((await shown(drive, "n")).splitlines()[0])
        assert len(set(titles)) == len(SIX)
        assert titles[0] == titles[-1]
        assert (await shown(drive, "p")).splitlines()[0] == titles[-2]


async def test_a_plan_with_nothing_to_draw_but_gaps_shows_the_grid(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        text = await shown(drive, "shift+f12")
        assert "Planens dele og de tre opgaver" in text
        assert "○ mangler" in text


async def test_on_a_wall_there_are_no_ratings_and_no_gaps(city: Path) -> None:
    async with driving(city) as drive:
        await drive.goto("stakeholders")
        await drive.press("f8")
        seen = [await shown(drive, "t")]
        seen += [await shown(drive, "n") for _ in SIX]
        assert {text.splitlines()[0].strip() for text in seen} == {
            "Vejen for en bekymring (1 af 3)",
            "Indsatserne på en tidslinje (2 af 3)",
            "Organiseringen (3 af 3)",
        }
        for text in seen:
            assert "Indflydelse" not in text
            assert "Stedfortræder:" not in text
        await drive.press("escape", "escape")
        assert drive.main.page.step == "stakeholders"


async def test_the_drawing_follows_the_plan(city: Path) -> None:
    async with driving(city) as drive:
        await drive.goto("measures")
        await shown(drive, "shift+f12")
        first = drive.session.plan.measures.measures[0]
        drive.session.set(f"measures.measures[{first.id}].name", "Noget helt andet")
        assert "Noget helt andet" in await shown(drive)


async def test_no_answer_moves_the_cursor(tmp_path: Path) -> None:
    plan = Plan.model_validate(
        {"concerns": {"steps": [{"id": "s-00000001", "name": "A\u202eB 漢字漢字 🙂" * 30, "limit": "x" * 500}]}}
    )
    for lines in drawn(plan, 76).values():
        assert "\u202e" not in "".join(lines)
        assert max(map(cell_len, lines)) <= 76


@pytest.mark.parametrize("width", [108, 112, 116, 120])
def test_the_number_of_a_section_stays_on_one_line(width: int) -> None:
    lines = drawn(read_plan(installed("examples") / "storby.plan.yaml"), width)["timeline"]
    (line,) = [line for line in lines if "§" in line]
    assert "§ 12 b" in line.replace("\u00a0", " ")
