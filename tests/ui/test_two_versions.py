"""Names, cursors and two versions of the same, as pure functions."""

from __future__ import annotations

from pathlib import Path

from driving import DANISH, new_plan
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from schemas.starter import starter
from wizard.document.conflicts import Conflict
from wizard.document.edits import Add, Edit, Move, Remove, Set, plain
from wizard.document.session import Session
from wizard.ui.replacing import Replaced
from wizard.ui.sides import Sides, differing, last_change, sides
from wizard.ui.who import SHORT, initials, name_of, whole_name

LINES = st.lists(st.sampled_from(["Alle", "børn", "hører", "til", ""]), max_size=8).map("\n".join)


@given(LINES, LINES, st.integers(0, 60))
def test_what_is_replaced_gives_the_new_text_and_leaves_the_cursor_in_it(old: str, new: str, at: int) -> None:
    found, at = Replaced.between(old, new), min(at, len(old))
    assert old[: found.start] + found.put + old[found.end :] == new
    assert 0 <= found.moved(at) <= len(new)
    if old == new:
        assert found.moved(at) == at


def test_a_cursor_stays_in_its_line_when_lines_above_and_below_it_change() -> None:
    old = "første\nanden\ntredje\nfjerde\nfemte"
    new = "ny\nførste!\nanden\ntredje\nfjerde\nfemte igen"
    at = old.index("tredje") + 3
    assert Replaced.between(old, new).moved(at) == new.index("tredje") + 3


@given(st.text(), st.text())
def test_a_name_is_one_short_line_that_steers_nothing(login: str, name: str) -> None:
    said = name_of(f"{login} ({name})")
    assert 0 < cell_len(said) <= SHORT
    assert said.splitlines() == [said]
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 or 0x202A <= ord(one) <= 0x202E for one in said)


def test_names_and_letters() -> None:
    assert name_of("mh (Mette Holm)") == "Mette Holm"
    assert name_of("mh") == "mh"
    assert whole_name("mh (Mette Holm)") == "Mette Holm (mh)"
    people = ["mh (Mette Holm)", "b (Mads Hansen)", "c (Mette Holm)", "jens", "jens (Jens)"]
    letters = initials([*people, *(f"x{n} (Mette Holm)" for n in range(150))])
    assert letters["mh (Mette Holm)"] == "MH"
    assert len({letters[one] for one in people}) == len(people)
    assert all(len(one) == 2 for one in letters.values())


def told(session: Session, *edits: Edit) -> list[Sides]:
    """Write both versions out."""
    return sides(Conflict(1, "2026-11-24T04:00:00+00:00", "x", "y", "external", edits), session.plan, DANISH)


def test_every_kind_of_edit_is_told_whole(tmp_path: Path) -> None:
    plan = starter(DANISH, "Prøveby")
    session = Session.open(new_plan(tmp_path, plan), "test")
    long = "Alle børn hører til. " * 400
    session.set("strategy.vision", long)
    key = session.add("stakeholders.parties", {"name": "Politiet", "tasks": ["general"]})
    party = plain(session.plan.stakeholders.parties[0]) | {"id": key}
    (vision,) = told(session, Set("strategy.vision", long + "Også de unge.", ""))
    assert vision.mine == long + "Også de unge."
    assert vision.theirs == long
    assert vision.where == "Strategi og vision › Vision"
    other, removed, moved, emptied, gone, skipped = told(
        session,
        Add("stakeholders.parties", {"id": "p-7k2q9xbd", "name": "Boligforeningen"}, None),
        Remove("stakeholders.parties", party, None),
        Move("stakeholders.parties", key, None, None),
        Set("front.title", None, "x"),
        Set("stakeholders.parties[p-aaaaaaaa].name", "Skolen", ""),
        Set("reasons[front.title]", {"state": "skipped", "reason": "Venter på byrådet"}, None),
    )
    assert "Tilføj Boligforeningen" in other.mine
    assert other.theirs == "(står ikke i planen)"
    assert "Fjern Politiet" in removed.mine
    assert "Politiet" in removed.theirs
    assert "Flyt Politiet" in moved.mine
    assert emptied.mine == "(tomt)"
    assert (gone.mine, gone.theirs) == ("Skolen", "(fjernet siden)")
    assert "Venter på byrådet" in skipped.mine
    assert skipped.theirs == "(tomt)"
    session.close()


def test_the_words_that_differ_are_marked() -> None:
    one = Sides("", "Alle børn hører til.", "Alle børn og unge hører til.")
    found = differing(one)
    assert found["mine"] == []
    assert [one.theirs[start:end] for start, end in found["theirs"]] == ["og unge"]
    assert differing(Sides("", "a " * 9000, "b")) == {"mine": [], "theirs": []}


def test_whose_version_stands_in_the_plan_is_found_far_back(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    other = Session.open(path, "mh (Mette Holm)")
    other.set("front.title", "Hendes")
    session = Session.open(path, "test")
    for number in range(250):
        session.set("strategy.vision", f"Vision {number}")
    conflict = Conflict(1, "2026-11-24T04:00:00+00:00", "test", "y", "user", (Set("front.title", "Min", ""),))
    change = last_change(session, conflict)
    assert change is not None
    assert change.author == "mh (Mette Holm)"
    session.close()
    other.close()
