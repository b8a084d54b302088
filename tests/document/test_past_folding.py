"""The past of a plan once it is adopted: folded to what is worth keeping, and every point that is left is whole."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.change import Change
from wizard.document.folding import fold, fold_adopted
from wizard.document.history import History
from wizard.document.past import plan_at
from wizard.document.restoring import restore, restoring
from wizard.document.session import Session
from wizard.document.versions import name_version, versions

VISION = "strategy.vision"
TITLE = "front.title"
MEASURES = "measures.measures"


def aged(history: History, days: int = 2) -> None:
    """Let everything have happened some days ago."""
    with history.writing() as db:
        for table in ("changes", "files"):
            rows = db.execute(f"select rowid, at from {table}" if table == "changes" else "select hash, at from files")
            key = "rowid" if table == "changes" else "hash"
            for row, at in rows.fetchall():
                old = (datetime.fromisoformat(at) - timedelta(days=days)).isoformat(timespec="seconds")
                db.execute(f"update {table} set at = ? where {key} = ?", (old, row))


def adopted(plan: Plan) -> Plan:
    """Give a plan as the council adopted it."""
    return Plan.model_validate({**plan.model_dump(mode="json"), "front": {"status": "adopted"}})


def test_all_changes_are_kept_until_the_adoption(path: Path) -> None:
    session = Session.open(path, "Ane")
    for number in range(9):
        session.set(VISION, f"Udgave {number}")
    aged(session.history)
    session.close()
    session = Session.open(path, "Ane")
    assert len(session.history.changes()) == 9
    session.set("front.status", "adopted")
    session.close()
    session = Session.open(path, "Ane")
    assert [change.seq for change in session.history.changes()] == [9, 10]
    assert isinstance(session.undo(), Change)
    assert isinstance(session.undo(), Change)
    assert session.plan.strategy.vision == ""
    session.close()


def test_what_was_done_today_is_not_folded(path: Path) -> None:
    session = Session.open(path, "Ane")
    for number in range(9):
        session.set(VISION, f"Udgave {number}")
    assert fold_adopted(session.history, adopted(session.plan)) == 0
    session.close()


def test_a_text_that_was_taken_out_again_is_not_folded_away(ane: Session) -> None:
    long = "Alle unge skal have en voksen, de kan tale med, også uden for skolen."
    for text in (long[:30], long, "Kort", "Kort og godt"):
        ane.set(VISION, text)
    assert fold(ane.history, 0, 4) == 2
    assert [plan_at(ane.history, seq).strategy.vision for seq in (2, 4)] == [long, "Kort og godt"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "set", "add", "remove", "move", "undo", "name", "pass"]),
        st.integers(0, 1),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=30,
)


def done(step: tuple[str, int, int], who: list[Session], place: int) -> None:
    """Do one step of a made-up day."""
    what, author, number = step
    session = who[author]
    session.catch_up()
    items = session.plan.measures.measures
    field = [VISION, TITLE, *(f"{MEASURES}[{one.id}].name" for one in items[:2])][number % (2 + len(items[:2]))]
    if what == "set":
        session.set(field, f"{place}")
    elif what == "add":
        session.add(MEASURES, {"name": f"Indsats {place}"}, after=None)
    elif what == "name":
        name_version(session, f"v{place}")
    elif what == "undo":
        session.undo()
    elif what == "pass":
        session.pass_by(TITLE, "skipped", f"{place}")
    elif items:
        item = items[number % len(items)]
        session.remove(MEASURES, item.id) if what == "remove" else session.move(MEASURES, item.id, None)


@settings(max_examples=int(os.environ.get("PLANBYGGER_SEEDS", "20")))
@given(STEPS)
def test_folding_keeps_the_plan_its_named_versions_and_undo(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    file = tmp_path_factory.mktemp("fold") / "øby.plan.yaml"
    Session.create(file, starter(words("da"), "Øby Kommune"), "Ane").close()
    who = [Session.open(file, "Ane"), Session.open(file, "Bo")]
    for place, step in enumerate(steps):
        done(step, who, place)
    history = who[0].history
    points = {one.seq for one in versions(history)} | {0, history.head()}
    before = {seq: plan_at(history, seq) for seq in points}
    fold(history, 0, history.head())
    assert {seq: plan_at(history, seq) for seq in points} == before
    for session in who:
        session.catch_up()
        session.trail.forget()
        while isinstance(session.undo(), Change):
            pass
        assert plan_at(session.history, session.seq) == session.plan
    for session in who:
        session.close()


def test_restoring_any_point_gives_exactly_that_plan(ane: Session) -> None:
    for place, step in enumerate([("add", 0, 0), ("add", 0, 1), ("set", 0, 2), ("move", 0, 1), ("remove", 0, 0)]):
        done(step, [ane], place)
    for seq in range(6):
        then = plan_at(ane.history, seq)
        restore(ane, seq)
        assert restoring(ane.plan, then) == ()
        assert (ane.plan.measures, ane.plan.reasons) == (then.measures, then.reasons)
