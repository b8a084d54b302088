"""Several people at a plan: each sees what the others do and loses neither focus, cursor, scroll nor what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from company import LONG, SOON, gone, said, shown, together, until
from driving import DANISH, Drive

from schemas.starter import starter
from wizard.document.session import Session
from wizard.ui.widgets.line import LineControl
from wizard.ui.widgets.rows import RowList
from wizard.ui.widgets.text import TextControl

pytestmark = pytest.mark.usefixtures("read_at_once")


async def test_what_another_writes_is_seen_within_half_a_second(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("front.title")
        other.set("front.title", "Trygge fællesskaber")
        assert await shown(drive, "Trygge fællesskaber") < SOON
        assert cast("LineControl", drive.app.focused).value == "Trygge fællesskaber"


async def test_the_counts_of_the_steps_follow_what_others_answer(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("front.title")
        before = drive.main.query_one("#steps")
        counted = before.progress["strategy"].done  # type: ignore[attr-defined]
        other.set("strategy.vision", "Alle børn hører til")
        await until(drive, lambda: before.progress["strategy"].done == counted + 1)  # type: ignore[attr-defined]


async def test_a_cursor_keeps_its_place_in_a_line_that_another_changes(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        other.set("front.title", "Plan mod ekstremisme")
        await drive.goto("front.title")
        await shown(drive, "Plan mod ekstremisme")
        await drive.press("home", *["right"] * 9)
        other.set("front.title", "Ny plan mod ekstremisme")
        await shown(drive, "Ny plan mod")
        await drive.type("og ")
        assert drive.plan.front.title == "Ny plan mod og ekstremisme"


def _of_the_text(drive: Drive) -> list[str]:
    """Give what is seen of a text, without the list of components, which counts its answers in its own time."""
    return [line[31:76].rstrip() for line in drive.screen().splitlines()][5:12]


async def test_cursor_and_scroll_keep_their_place_in_a_text_that_another_changes(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        other.set("strategy.vision", LONG)
        await drive.goto("strategy.vision")
        control = cast("TextControl", drive.app.focused)
        await until(drive, lambda: control.text == LONG)
        await drive.press("ctrl+home", *["down"] * 30, *["right"] * 5)
        row, column = control.cursor_location
        lines = _of_the_text(drive)
        other.set("strategy.vision", "Først et nyt afsnit.\nOg et til.\n" + LONG.replace("Linje 50", "Punkt 50"))
        await until(drive, lambda: "Først" in control.text)
        assert control.cursor_location == (row + 2, column)
        assert control.has_focus
        assert _of_the_text(drive) == lines
        await drive.type("x")
        assert drive.plan.strategy.vision.splitlines()[row + 2][column] == "x"
        assert drive.plan.strategy.vision.startswith("Først")


async def test_what_one_types_stays_while_others_change_everything_around_it(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("stakeholders.parties")
        await drive.type("Politi")
        for number in range(5):
            other.add("stakeholders.parties", {"name": f"Part {number}"})
        other.set("front.title", "Ny titel")
        rows = drive.main.query_one(RowList)
        await until(drive, lambda: len(rows.rows) == 6)
        await drive.type("et i Østby")
        assert "Politiet i Østby" in [one.name for one in drive.plan.stakeholders.parties]
        assert len(drive.plan.stakeholders.parties) == 6


async def test_a_list_keeps_its_pointer_and_scroll_when_another_adds_above_it(tmp_path: Path) -> None:
    plan = starter(DANISH, "Prøveby")
    async with together(tmp_path, plan) as (drive, other):
        for number in range(40):
            other.add("stakeholders.parties", {"name": f"Part {number}"})
        await drive.goto("stakeholders.parties")
        rows = drive.main.query_one(RowList)
        await until(drive, lambda: len(rows.rows) == 40)
        drive.main.questions.records.close()  # type: ignore[union-attr]
        await drive.press(*["down"] * 20)
        key, at = rows.key, rows.pointer - rows.scroll_offset.y
        other.add("stakeholders.parties", {"name": "Forrest"}, after=None)
        await until(drive, lambda: len(rows.rows) == 41)
        assert rows.key == key
        assert rows.pointer - rows.scroll_offset.y == at
        assert rows.has_focus


async def test_the_record_one_stands_in_is_removed_by_another(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        first = other.add("stakeholders.parties", {"name": "Politiet"})
        other.add("stakeholders.parties", {"name": "Boligforeningen"})
        await drive.goto(f"stakeholders.parties[{first}].name")
        await shown(drive, "Boligforeningen")
        await drive.goto(f"stakeholders.parties[{first}].name")
        other.remove("stakeholders.parties", first)
        await shown(drive, "er fjernet af Mette Holm. Her er listen.")
        assert isinstance(drive.app.focused, RowList)
        await drive.type("duplikat")  # meant for the field that is gone, so it does nothing to the list
        assert [one.name for one in drive.plan.stakeholders.parties] == ["Boligforeningen"]


async def test_a_choice_that_another_makes_shows(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("front.kind")
        assert "(•)" not in drive.screen()
        other.set("front.kind", "first" if False else str(drive.main.questions.spec.choices[0][0]))
        await shown(drive, "(•)")


# Who is here


async def test_alone_nothing_of_others_is_shown(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        other.stand("front.title")
        await shown(drive, "MH")
        other.close()
        await gone(drive, "MH")
        assert not drive.main.has_class("-company")
        await drive.press("ctrl+p")
        await drive.type("hvem er\n")
        assert "Der er ikke andre i planen lige nu." in drive.screen()
        other.close = lambda: None  # type: ignore[method-assign]


async def test_others_stand_at_their_steps_and_a_line_says_who_comes_and_goes(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await shown(drive, "Her er også Mette Holm.")
        other.stand("strategy.vision")
        await until(drive, lambda: any("Strategi" in line and "MH" in line for line in drive.screen().splitlines()))
        third = Session.open(other.path, "js (Jens Skov)")
        await shown(drive, "Kommet til: Jens Skov.")
        third.catch_up()
        third.stand("strategy.goals")
        await until(drive, lambda: any("Strategi" in line and "JS MH" in line for line in drive.screen().splitlines()))
        third.close()
        await shown(drive, "Gået: Jens Skov.")
        await drive.press("ctrl+p")
        await drive.type("hvem er\n")
        screen = drive.screen()
        assert "Mette Holm (mh)" in screen
        assert "ved Strategi og vision" in screen
        await drive.press("down", "enter")
        assert drive.place == "strategy.vision"


async def test_a_name_cannot_draw_over_the_screen(tmp_path: Path) -> None:
    nasty = "x (\x1b[2J\u202eOndt\nnavn\u0301\u0301 " + "meget langt " * 20 + ")"
    async with together(tmp_path, author=nasty) as (drive, other):
        await shown(drive, "Her er også")
        other.stand("front.title")
        await drive.press("ctrl+p")
        await drive.type("hvem er\n")
        await shown(drive, "Ondt nav")
        sent = drive.screen()
        assert not {"\x1b", "\u202e", "\u0301"} & {*sent}
        assert all(len(line) <= 80 for line in sent.splitlines())


async def test_nobody_is_named_on_a_wall_which_follows_what_is_written(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto("strategy.vision")
        await drive.press("f8")
        other.stand("strategy.vision")
        other.set("strategy.vision", "Alle børn hører til")
        assert await shown(drive, "Alle børn hører til") < SOON
        assert "Mette" not in drive.screen()
        assert "MH" not in drive.screen()


# Leases


@pytest.mark.parametrize(
    ("path", "value", "typed"),
    [
        ("front.title", "Plan", "x"),
        ("strategy.vision", "En vision", "x"),
        ("front.valid_from", "1/6 2026", "2"),
        ("understanding.principles", ["Lige behandling"], "x"),
    ],
)
async def test_a_key_is_refused_where_another_types_and_taken_when_the_field_is_free(
    tmp_path: Path, path: str, value: object, typed: str
) -> None:
    async with together(tmp_path) as (drive, other):
        await drive.goto(path)
        other.draft(path, value)
        await shown(drive, "Mette Holm skriver her")
        await drive.type(typed)
        assert "Du kan skrive, når feltet er frit igen." in said(drive)
        control = drive.app.focused
        text = control.text if isinstance(control, TextControl) else cast("LineControl", control).value
        assert text == ""
        other.settle(path)
        await shown(drive, "Feltet er frit igen.")
        await drive.type(typed)
        assert drive.session.holder(path) is None
        assert path in drive.session.drafts.typing


async def test_fields_and_rows_in_which_another_types_are_marked(tmp_path: Path) -> None:
    async with together(tmp_path) as (drive, other):
        key = other.add("stakeholders.parties", {"name": "Politiet"})
        await drive.goto(f"stakeholders.parties[{key}].name")
        await drive.goto(f"stakeholders.parties[{key}].name")
        name = drive.main.questions.records.fields[1].name  # type: ignore[union-attr]
        path = f"stakeholders.parties[{key}].{name}"
        other.draft(path, "x")
        await shown(drive, "[Mette Holm skriver]")
        await drive.press("escape")
        assert "[Mette Holm skriver] Politiet" in drive.screen()
        await drive.press("delete")
        assert "Den kan fjernes eller flyttes" in drive.screen()
        assert len(drive.plan.stakeholders.parties) == 1
