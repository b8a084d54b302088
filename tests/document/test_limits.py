"""Somebody limited to some parts of a plan sees and changes these alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.outline import PARTS
from schemas.paths import NoSuchPath, answers, get
from schemas.plan import Answers, Group, Plan
from schemas.specs import specs
from wizard.document.limiting import limited
from wizard.document.reach import REACHABLE, reaches
from wizard.document.seen import seen
from wizard.document.session import ReadOnlyPlan, Session
from wizard.document.undoing import Declined
from wizard.files.plan_file import read_plan

EXAMPLE = Path(__file__).parents[2] / "examples" / "storby.plan.yaml"
MEASURES = frozenset({"measures"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "storby.plan.yaml"
    Session.create(target, read_plan(EXAMPLE), "ejer").close()
    return target


def guest(path: Path, *components: str, author: str = "gaest") -> Session:
    return seen(Session.open(path, author, components=frozenset(components)))


def test_every_part_can_be_reached_by_its_name() -> None:
    assert {*REACHABLE} == {*PARTS, "contacts"}


@pytest.mark.parametrize("name", REACHABLE)
def test_nothing_of_another_part_is_seen(path: Path, name: str) -> None:
    """Every word of the large example is looked for in what each part's guest is handed."""
    whole = read_plan(EXAMPLE)
    session = guest(path, name)
    shown = session.plan.model_dump_json()
    known = {whole.front.municipality, whole.front.title}
    inside = {str(value) for here, _, value in answers(whole) if reaches(frozenset({name}), here)}
    for here, mark, value in answers(whole):
        if mark.kind in ("line", "text") and len(str(value)) > 8 and not reaches(frozenset({name}), here):
            assert (
                str(value) not in shown or str(value) in known | inside or any(str(value) in one for one in inside)
            ), here
    own = [here for here, _, _ in answers(whole) if reaches(frozenset({name}), here)]
    assert all(get(session.plan, here) == get(whole, here) for here in own)
    session.close()


def test_what_speaks_of_the_whole_plan_is_out_of_reach(path: Path) -> None:
    """A screen that reads the log or the history itself fails for a guest, whatever it was written for."""
    session = guest(path, "measures")
    for name in ("history", "ledger", "drafts", "trail", "keeper"):
        with pytest.raises(AttributeError):
            getattr(session, name)
    assert session.elsewhere.question is None
    session.close()


def test_what_a_group_began_with_is_not_seen_either(path: Path) -> None:
    """A group file holds the plan as it was at the start, for the merge."""
    whole = read_plan(path)
    start = Answers(strategy=whole.strategy, measures=whole.measures)
    grouped = whole.model_copy(update={"group": Group(plan="p", start=start)})
    assert whole.strategy.vision not in limited(grouped, MEASURES).model_dump_json()


def test_what_is_not_seen_is_not_lost(path: Path) -> None:
    """A guest's change is written to the plan file with everything that the guest never saw."""
    before = read_plan(path)
    session = guest(path, "measures")
    first = before.measures.measures[0].id
    session.set(f"measures.measures[{first}].name", "Et nyt navn")
    session.close()
    after = read_plan(path)
    assert after.measures.measures[0].name == "Et nyt navn"
    assert after.strategy == before.strategy
    assert after.organisation == before.organisation
    assert after.workshop == before.workshop


def test_the_session_itself_refuses_what_lies_beyond(path: Path) -> None:
    session = guest(path, "measures")
    whole = read_plan(path)
    contact, measure = whole.organisation.contacts[0].id, whole.measures.measures[0].id
    for wish in (
        lambda: session.set("strategy.vision", "Ny"),
        lambda: session.draft("strategy.vision", "N"),
        lambda: session.add("organisation.contacts", {"role": "Ny"}),
        lambda: session.remove("organisation.contacts", contact),
        lambda: session.move("strategy.goals", whole.strategy.goals[-1].id, None),
        lambda: session.pass_by("strategy.vision", "skipped", "Fordi"),
        lambda: session.add("workshop.caught", {"text": "x", "kind": "note"}),
    ):
        with pytest.raises((ReadOnlyPlan, NoSuchPath)):
            wish()
    with pytest.raises(NoSuchPath):
        session.value("strategy.vision")
    session.set(f"measures.measures[{measure}].owner", None)
    session.close()
    assert read_plan(path).strategy == whole.strategy
    assert read_plan(path).organisation == whole.organisation


def test_a_record_that_another_part_uses_is_not_removed(path: Path) -> None:
    """Removing it would clear the references to it in parts that the guest does not reach."""
    session = guest(path, "contacts")
    used = read_plan(path).measures.measures[0].owner
    assert used is not None
    with pytest.raises(ReadOnlyPlan) as refused:
        session.remove("organisation.contacts", used)
    assert refused.value.key == "hosting.used_beyond"
    session.close()
    assert read_plan(path).measures.measures[0].owner == used


def test_nothing_beyond_is_taken_back(path: Path) -> None:
    """Whoever shares a login with a guest made the latest change, in a part that the guest does not reach."""
    owner = Session.open(path, "gaest")
    owner.set("strategy.vision", "Noget andet")
    owner.close()
    session = guest(path, "measures")
    with pytest.raises(ReadOnlyPlan):
        assert isinstance(session.undo(), Declined)
    session.close()
    assert read_plan(path).strategy.vision == "Noget andet"


def test_others_changes_are_heard_of_where_they_concern_the_parts(path: Path) -> None:
    session, owner = guest(path, "measures"), Session.open(path, "ejer")
    heard: list[str] = []
    session.subscribe(lambda change: heard.extend(change.paths()))
    measure = f"measures.measures[{session.plan.measures.measures[0].id}].name"
    owner.set("strategy.vision", "Hemmeligt")
    owner.set(measure, "Set af alle")
    session.catch_up()
    assert heard == [measure]
    assert "Hemmeligt" not in session.plan.model_dump_json()
    assert "Hemmeligt" not in repr(session.changes())
    assert session.value(measure) == "Set af alle"
    owner.close()
    session.close()


def test_a_draft_beyond_that_is_no_value_yet_is_not_seen(path: Path) -> None:
    owner = Session.open(path, "gaest")
    owner.draft("front.valid_from", "halvt om halvt")
    owner.settle()
    owner.close()
    session = guest(path, "measures")
    assert "halvt om halvt" not in repr(session.unsettled)
    session.close()


def test_the_questions_all_belong_to_a_part_one_can_be_limited_to() -> None:
    from schemas.language import words

    for spec in specs(Plan, words("da")):
        assert any(reaches(frozenset({name}), spec.place) for name in REACHABLE), spec.place
