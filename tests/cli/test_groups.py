"""Groups take parts of a plan home on files of their own, and a merge brings their work together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.plan import Plan
from wizard.cli.main import main
from wizard.document.session import Session
from wizard.files.dump import dump_plan
from wizard.files.plan_file import read_plan

EXAMPLE = Path(__file__).parents[2] / "examples" / "storby.plan.yaml"
MEASURES = "measures.measures"

Split = Callable[..., list[Path]]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan that was never opened here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANBYGGER_AUTHOR", "mette")
    path = Path("vores.plan.yaml")
    path.write_bytes(EXAMPLE.read_bytes())
    return path


@pytest.fixture
def kept(file: Path) -> Path:
    """The same with a history."""
    work(file, lambda session: session.set("front.title", "Planen"))
    return file


def work(path: Path, *steps: Callable[[Session], object], author: str = "jens") -> None:
    """Open a plan as the wizard does, do something to it and close it."""
    session = Session.open(path, author)
    for step in steps:
        step(session)
    session.close()


def split(file: Path, components: str, count: int, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    capsys.readouterr()
    assert main(["split", str(file), "--components", components, "-n", str(count)]) == 0
    return [Path(line) for line in capsys.readouterr().out.splitlines()]


def merge(file: Path, *words: str | Path) -> int:
    return main(["merge", str(file), *map(str, words)])


def due(plan: Plan, place: int = 0) -> str:
    return str(plan.measures.measures[place].due)


def set_due(place: int, value: str) -> Callable[[Session], object]:
    def step(session: Session) -> object:
        return session.set(f"{MEASURES}[{session.plan.measures.measures[place].id}].due", value)

    return step


def add_measure(name: str) -> Callable[[Session], object]:
    return lambda session: session.add(MEASURES, {"name": name})


def names(plan: Plan) -> list[str]:
    return [measure.name for measure in plan.measures.measures]


def test_a_groups_file_holds_its_parts_and_the_names_they_point_to(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = split(file, "measures", 2, capsys)
    plan, group = read_plan(file), read_plan(one)
    assert group.measures == plan.measures
    assert group.front.municipality == plan.front.municipality
    assert [goal.text for goal in group.strategy.goals] == [goal.text for goal in plan.strategy.goals]
    assert [contact.role for contact in group.organisation.contacts]
    assert not any(contact.phone or contact.mail for contact in group.organisation.contacts)
    assert not group.strategy.vision
    assert not group.understanding.extremism
    assert len({plan.saved.plan, group.saved.plan, read_plan(other).saved.plan}) == 3
    assert group.group is not None
    assert group.group.plan == plan.saved.plan


def test_a_plan_gets_its_id_at_the_split_and_keeps_its_comments(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("# Udkast til mødet\nstrategy:\n  vision: Ingen står alene # fra byrådet\n", "utf-8")
    split(file, "strategy", 1, capsys)
    assert "# Udkast til mødet" in file.read_text("utf-8")
    assert "# fra byrådet" in file.read_text("utf-8")
    assert read_plan(file).saved.plan


def test_groups_and_those_at_the_plan_work_at_once_and_all_of_it_comes_together(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = split(kept, "measures", 2, capsys)
    work(one, set_due(0, "2031-05-01"), add_measure("Boldklub"))
    work(other, set_due(1, "2031-08-01"), lambda session: session.add("workshop.caught", {"text": "Hvem ringer?"}))
    work(kept, lambda session: session.set("strategy.vision", "Ny vision"), set_due(2, "2031-09-01"))
    assert merge(kept, one, other) == 0
    plan = read_plan(kept)
    assert [due(plan, place) for place in range(3)] == ["2031-05-01", "2031-08-01", "2031-09-01"]
    assert "Boldklub" in names(plan)
    assert plan.strategy.vision == "Ny vision"
    assert "Hvem ringer?" in [caught.text for caught in plan.workshop.caught]
    assert "Ctrl+Z" in capsys.readouterr().err


def test_it_does_not_matter_which_group_comes_home_first(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = split(file, "measures", 2, capsys)
    for path, club in ((one, "Boldklub"), (other, "Skakklub")):
        work(path, add_measure(club), add_measure(f"{club} 2"))
    first, second = Path("a.plan.yaml"), Path("b.plan.yaml")
    for copy, order in ((first, (one, other)), (second, (other, one))):
        copy.write_bytes(file.read_bytes())
        for path in order:
            assert merge(copy, path) == 0
    assert merge(file, other, one) == 0
    assert read_plan(first).measures == read_plan(second).measures == read_plan(file).measures
    assert len(names(read_plan(file))) == len(names(read_plan(one))) + 2


def test_a_merge_is_one_change_that_those_at_the_plan_see_and_that_can_be_taken_back(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = split(kept, "measures", 2, capsys)
    before = names(read_plan(kept))
    work(one, add_measure("Boldklub"))
    work(other, add_measure("Skakklub"))
    watching = Session.open(kept, "jens")
    heard: list[str] = []
    watching.subscribe(lambda change: heard.append(f"{change.cause} {change.author}"))
    assert merge(kept, one, other) == 0
    watching.catch_up()
    assert heard == ["merge mette"]
    assert {"Boldklub", "Skakklub"} < set(names(watching.plan))
    watching.close()
    work(kept, lambda session: session.undo(), author="mette")
    assert names(read_plan(kept)) == before
    assert merge(kept, one) == 0
    assert set(names(read_plan(kept))) - set(before) == {"Boldklub"}


def test_merging_again_changes_nothing_even_when_the_plan_has_gone_on(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = split(kept, "measures", 1, capsys)
    work(one, set_due(0, "2031-05-01"), add_measure("Boldklub"))
    assert merge(kept, one) == 0

    def remove(session: Session) -> object:
        return session.remove(MEASURES, session.plan.measures.measures[-1].id)

    work(kept, set_due(0, "2032-01-01"), remove)
    stands = kept.read_bytes()
    assert merge(kept, one) == 0
    assert kept.read_bytes() == stands
    assert "Boldklub" not in names(read_plan(kept))


def test_a_group_that_goes_on_brings_what_is_new_since(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = split(kept, "measures", 1, capsys)
    work(one, set_due(0, "2031-05-01"), add_measure("Boldklub"))
    assert merge(kept, one) == 0
    work(kept, set_due(0, "2032-01-01"))
    work(one, set_due(1, "2031-06-01"))
    assert merge(kept, one) == 0
    plan = read_plan(kept)
    assert (due(plan, 0), due(plan, 1)) == ("2032-01-01", "2031-06-01")
    assert names(plan).count("Boldklub") == 1


@pytest.mark.parametrize("history", [False, True])
def test_a_report_writes_nothing(file: Path, history: bool, capsys: pytest.CaptureFixture[str]) -> None:
    if history:
        work(file, set_due(3, "2030-01-01"))
    one, other = split(file, "measures", 2, capsys)
    for path, day in ((one, "2031-05-01"), (other, "2031-08-01")):
        path.write_bytes(dump_plan(dated(read_plan(path), day)))
    stood = {path: path.read_bytes() for path in Path().iterdir() if "history" not in path.name}
    files = set(Path().iterdir())
    assert merge(file, one, other, "--report") == 7
    assert {path: path.read_bytes() for path in stood} == stood
    assert set(Path().iterdir()) == files
    shown = capsys.readouterr().out
    assert all(day in shown for day in ("1. maj 2031", "1. august 2031"))


def dated(plan: Plan, day: str) -> Plan:
    """Give a plan as a hand in its file would leave it."""
    first, *rest = plan.measures.measures
    first = type(first).model_validate({**first.model_dump(), "due": day})
    return plan.model_copy(update={"measures": plan.measures.model_copy(update={"measures": (first, *rest)})})


@pytest.mark.parametrize(("side", "day"), [("--ours", "2030-01-01"), ("--theirs", "2031-08-01")])
def test_one_side_settles_what_groups_disagree_about_and_it_stays_settled(
    kept: Path, side: str, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    work(kept, set_due(0, "2030-01-01"))
    one, other = split(kept, "measures", 2, capsys)
    work(one, set_due(0, "2031-05-01"), add_measure("Boldklub"))
    work(other, set_due(0, "2031-08-01"))
    assert merge(kept, one, other) == 7
    assert "Boldklub" not in names(read_plan(kept))
    assert merge(kept, one, other, side) == 0
    assert due(read_plan(kept)) == day
    assert "Boldklub" in names(read_plan(kept))
    capsys.readouterr()
    assert merge(kept, one, other) == 0
    assert due(read_plan(kept)) == day
    assert "forskelligt" not in capsys.readouterr().out


def test_a_plan_whose_file_was_put_back_is_asked_about_before_groups_come_home(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = kept.read_bytes()
    (one,) = split(kept, "measures", 1, capsys)
    work(one, add_measure("Boldklub"))
    work(kept, set_due(0, "2031-05-01"))
    kept.write_bytes(older)
    assert merge(kept, one) == 1
    assert kept.read_bytes() == older
    assert "Åbn planen i guiden" in capsys.readouterr().err


def test_what_a_killed_group_typed_comes_home_from_its_history(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = split(file, "measures", 1, capsys)
    session = Session.open(one, "jens")
    set_due(0, "2031-05-01")(session)
    session.history.close()
    assert merge(file, one) == 0
    assert due(read_plan(file)) == "2031-05-01"
