"""Files that come from elsewhere, as they are opened: nothing of theirs or ours is dropped silently."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from elsewhere_hands import TITLE, VISION, by_hand, reopened, told

from schemas.plan import Plan
from wizard.document import elsewhere
from wizard.document.change import Change
from wizard.files.dump import dump_plan
from wizard.files.plan_file import read_plan

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def path(answered: Path) -> Path:
    return answered


def test_the_file_as_we_wrote_it_needs_no_word(path: Path) -> None:
    session = reopened(path)
    assert session.elsewhere.question is None
    assert told(session) == []
    assert session.seq == 2
    session.close()


def test_a_hand_edit_is_one_change_and_its_comments_stay(path: Path) -> None:
    by_hand(path, "title: Beredskab", "# Direktionens ord\n  title: Handleplan  # fra mødet")
    session = reopened(path)
    assert session.plan.front.title == "Handleplan"
    assert session.changes()[-1].cause == "external"
    assert told(session) == ["merged_one"]
    session.set(VISION, "Trygge unge")
    session.close()
    text = path.read_text("utf-8")
    assert "# Direktionens ord" in text
    assert "# fra mødet" in text
    session = reopened(path)
    assert told(session) == []
    session.close()


def test_a_hand_edit_and_newer_work_come_together_and_the_same_field_twice_is_a_choice(path: Path) -> None:
    old = path.read_bytes()
    session = reopened(path)
    session.set(VISION, "Vores vision")
    session.add("stakeholders.parties", {"name": "Politiet"})
    session.close()
    path.write_bytes(old)
    by_hand(path, "title: Beredskab", "title: Handleplan")
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres vision")
    session = reopened(path)
    assert session.plan.front.title == "Handleplan"
    assert session.plan.strategy.vision == "Vores vision"
    assert [party.name for party in session.plan.stakeholders.parties] == ["Politiet"]
    (conflict,) = session.conflicts
    session.resolve(conflict.id, take=True)
    assert session.plan.strategy.vision == "Deres vision"
    assert session.conflicts == ()
    session.close()
    assert read_plan(path).strategy.vision == "Deres vision"


def test_what_was_taken_in_once_is_not_taken_in_again(path: Path) -> None:
    old = path.read_bytes()
    session = reopened(path)
    session.set(VISION, "Vores vision")
    session.close()
    path.write_bytes(old)
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres vision")
    session = reopened(path, "Bo")
    session.close()
    session = reopened(path, "Bo")
    assert len(session.conflicts) == 1
    session.close()


def test_a_record_written_by_hand_without_an_id_comes_in_and_two_such_stay_two(path: Path) -> None:
    session = reopened(path)
    session.add("stakeholders.parties", {"name": "Politiet"})
    session.close()
    old = path.read_bytes()
    by_hand(path, "  parties:\n", "  parties:\n    - name: Skolen\n")
    reopened(path).close()
    path.write_bytes(old)
    by_hand(path, "  parties:\n", "  parties:\n    - name: Klubben\n")
    session = reopened(path)
    assert sorted(party.name for party in session.plan.stakeholders.parties) == ["Klubben", "Politiet", "Skolen"]
    assert session.conflicts == ()
    session.close()


def test_an_older_file_of_ours_is_asked_about_and_the_newer_can_stay(path: Path) -> None:
    old = path.read_bytes()
    session = reopened(path)
    session.set(VISION, "Nyere")
    session.close()
    path.write_bytes(old)
    session = reopened(path)
    question = session.elsewhere.question
    assert question is not None
    assert question.arrival.kind == "older"
    assert session.plan.strategy.vision == "Nyere"
    session.save()
    assert path.read_bytes() == old
    session.elsewhere.answer("keep")
    session.close()
    assert read_plan(path).strategy.vision == "Nyere"


def test_going_back_to_an_older_file_is_a_change_that_can_be_undone(path: Path) -> None:
    old = path.read_bytes()
    session = reopened(path)
    session.set(VISION, "Nyere")
    session.add("stakeholders.parties", {"name": "Politiet"})
    session.close()
    path.write_bytes(old)
    session = reopened(path)
    session.elsewhere.answer("take")
    assert session.plan.strategy.vision == "Alle ved, hvem de ringer til."
    assert session.plan.stakeholders.parties == ()
    assert session.changes()[-1].cause == "restore"
    assert isinstance(session.undo(), Change)
    assert session.plan.strategy.vision == "Nyere"
    session.close()
    session = reopened(path)
    assert session.elsewhere.question is None
    session.close()


def test_a_question_that_was_not_answered_is_asked_again(path: Path) -> None:
    old = path.read_bytes()
    session = reopened(path)
    session.set(VISION, "Nyere")
    session.close()
    path.write_bytes(old)
    reopened(path).close()
    session = reopened(path)
    assert session.elsewhere.question is not None
    session.close()


def test_a_kill_between_the_log_and_the_file_is_no_older_file(path: Path) -> None:
    session = reopened(path)
    session.set(VISION, "Nyere")
    data = dump_plan(session.plan)
    session.history.put_file(elsewhere.fingerprint(data), session.seq, elsewhere.now())
    session.part()
    session = reopened(path)
    assert session.elsewhere.question is None
    assert session.plan.strategy.vision == "Nyere"
    session.close()
    assert read_plan(path).strategy.vision == "Nyere"


def stripped(plan: Plan) -> bytes:
    """Write a plan as a tool does that knows nothing of the stamp."""
    return dump_plan(plan.model_copy(update={"saved": Plan().saved}))


def test_a_file_without_a_stamp_that_only_adds_is_taken_in(path: Path) -> None:
    plan = read_plan(path)
    front = plan.front.model_copy(update={"adopting_body": "Byrådet"})
    path.write_bytes(stripped(plan.model_copy(update={"front": front})))
    session = reopened(path)
    assert session.elsewhere.question is None
    assert session.plan.front.adopting_body == "Byrådet"
    session.close()
    assert read_plan(path).saved.plan


@pytest.fixture
def parted(path: Path) -> Path:
    """A file without a stamp that lacks what the history has, says something else, and has something new."""
    session = reopened(path)
    session.add("stakeholders.parties", {"name": "Politiet"})
    session.close()
    plan = read_plan(path)
    strategy = plan.strategy.model_copy(update={"vision": "Filens"})
    front = plan.front.model_copy(update={"adopting_body": "Byrådet"})
    parties = plan.stakeholders.model_copy(update={"parties": ()})
    path.write_bytes(stripped(plan.model_copy(update={"strategy": strategy, "stakeholders": parties, "front": front})))
    return path


def test_before_anything_is_removed_the_difference_is_shown(parted: Path) -> None:
    session = reopened(parted)
    question = session.elsewhere.question
    assert question is not None
    assert question.arrival.kind == "unknown"
    assert {type(edit).__name__ for edit in question.arrival.rough} == {"Set", "Remove"}
    assert session.plan.strategy.vision == "Alle ved, hvem de ringer til."
    session.elsewhere.answer("both")
    assert session.plan.front.adopting_body == "Byrådet"
    assert [party.name for party in session.plan.stakeholders.parties] == ["Politiet"]
    assert len(session.conflicts) == 2
    for conflict in session.conflicts:
        session.resolve(conflict.id, take=True)
    assert session.plan.strategy.vision == "Filens"
    assert session.plan.stakeholders.parties == ()
    session.close()


def test_the_file_can_be_taken_as_it_is(parted: Path) -> None:
    session = reopened(parted)
    session.elsewhere.answer("take")
    assert session.plan.strategy.vision == "Filens"
    assert session.plan.stakeholders.parties == ()
    assert session.conflicts == ()
    session.undo()
    assert [party.name for party in session.plan.stakeholders.parties] == ["Politiet"]
    session.close()


def test_the_plan_can_be_kept_and_what_the_file_said_stays_in_the_history(parted: Path) -> None:
    session = reopened(parted)
    session.elsewhere.answer("keep")
    assert session.plan.strategy.vision == "Alle ved, hvem de ringer til."
    assert session.conflicts == ()
    rows = session.history.rows("select edits from conflicts")
    assert any("Filens" in edits for (edits,) in rows)
    assert any("Byrådet" in edits for (edits,) in rows)
    session.close()
    session = reopened(parted)
    assert session.elsewhere.question is None
    session.close()


def test_a_hand_written_plan_that_was_never_saved_here_is_simply_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ny.plan.yaml"
    path.write_text("front:\n  title: Først\nmeasures:\n  measures:\n    - name: Kurser\n", "utf-8")
    reopened(path).close()
    path.write_text("front:\n  title: Siden\nmeasures:\n  measures: []\n", "utf-8")
    session = reopened(path)
    assert session.elsewhere.question is None
    assert session.plan.front.title == "Siden"
    assert session.plan.measures.measures == ()
    session.close()


def test_a_plan_mailed_home_and_back_brings_the_work_from_home(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "hjemme" / "øby.plan.yaml"
    home.parent.mkdir()
    shutil.copy(path, home)
    at_home = reopened(home, "Bo")
    assert told(at_home) == []
    at_home.set(VISION, "Hjemmefra")
    at_home.add("stakeholders.parties", {"name": "Skolen"})
    at_home.close()
    at_work = reopened(path)
    at_work.set(TITLE, "På kontoret")
    at_work.add("stakeholders.parties", {"name": "Politiet"})
    at_work.close()
    shutil.copy(home, path)
    session = reopened(path)
    assert session.elsewhere.question is None
    assert session.plan.strategy.vision == "Hjemmefra"
    assert session.plan.front.title == "På kontoret"
    assert sorted(party.name for party in session.plan.stakeholders.parties) == ["Politiet", "Skolen"]
    session.set("front.adopting_body", "Byrådet")
    session.close()
    shutil.copy(path, home)
    again = reopened(home, "Bo")
    assert again.elsewhere.question is None
    assert again.conflicts == ()
    assert again.plan.front.adopting_body == "Byrådet"
    assert again.plan.front.title == "På kontoret"
    assert len(again.changes()) == 3
    again.close()
