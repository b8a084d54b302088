"""Files that come from elsewhere: nothing of theirs and nothing of ours is ever dropped silently."""

import os
import shutil
from pathlib import Path

import pytest

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document import elsewhere
from wizard.document.change import Change
from wizard.document.history import history_path
from wizard.document.session import Session
from wizard.files.dump import dump_plan
from wizard.files.plan_file import read_plan

VISION, TITLE = "strategy.vision", "front.title"
DANISH = words("da")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "SETTLED", 0.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "øby.plan.yaml"
    session = Session.create(file, starter(DANISH, "Øby Kommune"), "Ane")
    session.set(VISION, "Alle ved, hvem de ringer til.")
    session.set(TITLE, "Beredskab")
    session.close()
    return file


def noticed(session: Session) -> None:
    """Let a session see the file: once that it is another one, once that it has come to rest."""
    for _ in range(3):
        session.catch_up()


def told(session: Session) -> list[str]:
    """Say what there was to tell."""
    return [notice.key.removeprefix("elsewhere.") for notice in session.elsewhere.notices]


def by_hand(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def reopened(path: Path, author: str = "Ane") -> Session:
    return Session.open(path, author)


# --- at opening ---


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


# --- mailed, copied, renamed ---


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


def test_a_renamed_plan_finds_its_history(path: Path) -> None:
    new = path.with_name("handleplan.plan.yaml")
    path.rename(new)
    session = reopened(new)
    assert session.seq == 2
    session.undo()
    assert session.plan.front.title == ""
    session.close()
    assert history_path(new).exists()
    assert not history_path(path).exists()
    assert not list(path.parent.glob(f"{history_path(path).name}*"))


def test_a_history_that_a_kill_left_with_its_log_moves_whole(path: Path) -> None:
    session = reopened(path)
    session.set(VISION, "Lige før strømmen gik")
    folder = path.parent / "efter"
    folder.mkdir()
    for file in path.parent.iterdir():
        if file.is_file():
            shutil.copy(file, folder / file.name)
    session.close()
    assert (folder / f"{history_path(path).name}-wal").stat().st_size
    new = folder / "omdøbt.plan.yaml"
    (folder / path.name).rename(new)
    session = reopened(new)
    assert session.plan.strategy.vision == "Lige før strømmen gik"
    session.close()
    assert [file.name for file in folder.iterdir() if "øby" in file.name] == []


def test_a_copy_is_a_plan_of_its_own_from_its_first_change(path: Path) -> None:
    copy = path.with_name("kopi.plan.yaml")
    shutil.copy(path, copy)
    session = reopened(copy)
    session.close()
    assert copy.read_bytes() == path.read_bytes()
    session = reopened(copy)
    assert told(session) == []
    session.set(VISION, "Kopiens")
    session.close()
    assert read_plan(copy).saved.plan != read_plan(path).saved.plan
    session = reopened(copy)
    assert session.seq == 1
    session.close()
    session = reopened(path)
    assert session.seq == 2
    assert session.plan.strategy.vision == "Alle ved, hvem de ringer til."
    session.close()


def test_a_link_to_a_plan_has_the_plans_own_history(path: Path) -> None:
    link = path.with_name("genvej.plan.yaml")
    link.symlink_to(path.name)
    session = reopened(link)
    assert session.seq == 2
    session.set(VISION, "Gennem genvejen")
    session.close()
    assert read_plan(path).strategy.vision == "Gennem genvejen"
    assert link.is_symlink()


def another(path: Path) -> bytes:
    """Make another plan, of another municipality."""
    file = path.parent / "andre" / "andet.plan.yaml"
    file.parent.mkdir(exist_ok=True)
    session = Session.create(file, starter(DANISH, "Nyby Kommune"), "Eva")
    session.set(TITLE, "Nybys plan")
    session.close()
    return file.read_bytes()


def test_another_plan_under_the_name_is_never_merged_and_the_old_history_is_found_again(path: Path) -> None:
    ours = path.read_bytes()
    path.write_bytes(another(path))
    session = reopened(path)
    assert session.plan.front.municipality == "Nyby Kommune"
    assert session.seq == 0
    session.set(VISION, "Nybys vision")
    session.close()
    path.with_name("fundet.plan.yaml").write_bytes(ours)
    session = reopened(path.with_name("fundet.plan.yaml"))
    assert session.seq == 2
    session.close()
    session = reopened(path)
    assert session.plan.strategy.vision == "Nybys vision"
    assert session.seq == 1
    session.close()


def test_plans_that_take_turns_in_one_place_keep_their_histories(path: Path) -> None:
    ours, theirs = path.read_bytes(), another(path)
    for _ in range(2):
        path.write_bytes(theirs)
        reopened(path).close()
        path.write_bytes(ours)
        session = reopened(path)
        assert session.seq == 2
        assert session.elsewhere.question is None
        session.close()


# --- while it is open ---


def test_a_hand_edit_while_the_plan_is_open_comes_in(path: Path, ane: Session) -> None:
    ane.set("front.adopting_body", "Byrådet")
    ane.save()
    by_hand(path, "title: Beredskab", "title: Handleplan")
    noticed(ane)
    assert ane.plan.front.title == "Handleplan"
    assert told(ane) == ["merged_one"]
    ane.save()
    assert read_plan(path).front.adopting_body == "Byrådet"
    assert read_plan(path).front.title == "Handleplan"


def test_a_hand_edit_of_what_is_being_changed_is_a_choice(path: Path, ane: Session) -> None:
    ane.set(VISION, "Vores")
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres")
    ane.save()
    noticed(ane)
    assert ane.plan.strategy.vision == "Vores"
    assert len(ane.conflicts) == 1
    ane.save()
    assert read_plan(path).strategy.vision == "Vores"


def test_a_file_that_somebody_is_still_writing_is_left_until_it_is_at_rest(
    path: Path, ane: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "SETTLED", 60.0)
    whole = path.read_text("utf-8")
    path.write_text(whole[: len(whole) // 2], "utf-8")
    noticed(ane)
    assert not ane.resting
    assert ane.plan.front.title == "Beredskab"
    path.write_text(whole, "utf-8")
    noticed(ane)
    assert ane.resting
    assert told(ane) == []
    assert ane.seq == 2


def test_two_who_have_the_plan_open_take_a_hand_edit_in_once(path: Path, ane: Session) -> None:
    bo = reopened(path, "Bo")
    old = path.read_bytes()
    ane.set(VISION, "Vores")
    ane.save()
    path.write_bytes(old)
    by_hand(path, "Alle ved, hvem de ringer til.", "Deres")
    by_hand(path, "title: Beredskab", "title: Handleplan")
    for _ in range(2):
        noticed(ane)
        noticed(bo)
    assert ane.plan.front.title == bo.plan.front.title == "Handleplan"
    assert [change.cause for change in ane.changes()].count("external") == 1
    assert len(ane.conflicts) == len(bo.conflicts) == 1
    bo.close()


def test_another_plan_put_in_the_place_is_never_touched_and_ours_goes_on_beside(path: Path, ane: Session) -> None:
    theirs = another(path)
    ane.set(VISION, "Vores")
    path.write_bytes(theirs)
    noticed(ane)
    ane.set(TITLE, "Videre")
    ane.save()
    assert path.read_bytes() == theirs
    beside = path.with_name("øby-2.plan.yaml")
    assert ane.path == beside
    assert read_plan(beside).strategy.vision == "Vores"
    assert read_plan(beside).front.title == "Videre"
    assert told(ane) == ["replaced"]
    other = reopened(path, "Eva")
    assert other.plan.front.municipality == "Nyby Kommune"
    other.set(VISION, "Nybys")
    other.close()
    ane.close()
    session = reopened(beside)
    assert session.seq == 4
    session.close()
    session = reopened(path)
    assert session.plan.strategy.vision == "Nybys"
    assert session.seq == 1
    session.close()


def test_two_whose_plan_was_replaced_go_on_in_one_file(path: Path, ane: Session) -> None:
    bo = reopened(path, "Bo")
    path.write_bytes(another(path))
    noticed(ane)
    noticed(bo)
    ane.set(VISION, "Anes")
    bo.catch_up()
    bo.set(TITLE, "Bos")
    ane.save()
    bo.save()
    assert ane.path == bo.path
    assert read_plan(ane.path).front.title == "Bos"
    assert read_plan(ane.path).strategy.vision == "Anes"
    bo.close()


def test_what_is_no_plan_is_set_aside_and_ours_is_written_again(path: Path, ane: Session) -> None:
    path.write_text("<<<<<<< HEAD\nfront: [\n", "utf-8")
    noticed(ane)
    ane.save()
    assert read_plan(path).front.title == "Beredskab"
    aside = path.with_name("øby-kunne-ikke-laeses.yaml")
    assert aside.read_text("utf-8").startswith("<<<<<<< HEAD")
    assert told(ane) == ["unreadable"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_what_cannot_be_read_is_not_written_over(path: Path, ane: Session) -> None:
    path.write_text("hemmeligt", "utf-8")
    path.chmod(0)
    ane.set(VISION, "Vores")
    noticed(ane)
    ane.save()
    aside = path.with_name("øby-kunne-ikke-laeses.yaml")
    aside.chmod(0o600)
    assert aside.read_text("utf-8") == "hemmeligt"
    assert read_plan(path).strategy.vision == "Vores"


def test_a_file_that_is_gone_is_written_again(path: Path, ane: Session) -> None:
    path.unlink()
    noticed(ane)
    ane.save()
    assert read_plan(path).front.title == "Beredskab"
    assert told(ane) == ["gone"]


def test_a_file_that_is_renamed_while_it_is_open_is_followed(path: Path, ane: Session) -> None:
    new = path.with_name("omdøbt.plan.yaml")
    path.rename(new)
    noticed(ane)
    bo = reopened(new, "Bo")
    bo.set(VISION, "Bos")
    ane.catch_up()
    ane.set(TITLE, "Anes")
    ane.save()
    assert told(ane) == ["renamed"]
    assert not path.exists()
    assert read_plan(new).front.title == "Anes"
    assert read_plan(new).strategy.vision == "Bos"
    bo.close()
    ane.close()
    session = reopened(new)
    assert session.seq == 4
    session.close()
    assert history_path(new).exists()
    assert not history_path(path).exists()


def test_an_older_file_put_back_while_it_is_open_is_told_of_and_ours_is_written_again(path: Path, ane: Session) -> None:
    old = path.read_bytes()
    ane.set(VISION, "Nyere")
    ane.save()
    path.write_bytes(old)
    noticed(ane)
    assert told(ane) == ["older"]
    ane.set(TITLE, "Videre")
    ane.save()
    assert read_plan(path).strategy.vision == "Nyere"
