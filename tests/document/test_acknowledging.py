"""What looks private and may be published: kept in the plan, undone as any change, gone with what it was about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.checks import asking
from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.acknowledging import acknowledging
from wizard.document.change import applied, setting
from wizard.document.describing import described
from wizard.document.erasing import Unwanted
from wizard.document.forgetting import forget
from wizard.document.groups import group_plan
from wizard.document.limiting import limited
from wizard.document.merging import merged
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

VISION = "strategy.vision"
TEXT = "Alle kan ringe på 20 30 40 50."
MARKED = f"acknowledged[{VISION}]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "øby.plan.yaml"


@pytest.fixture
def ane(path: Path) -> Iterator[Session]:
    session = Session.create(path, starter(words("da"), "Øby Kommune"), "Ane")
    session.set(VISION, TEXT)
    yield session
    session.close()


def see(session: Session) -> None:
    """Acknowledge all that is asked about."""
    session.apply(acknowledging(session.plan, asking(session.plan)))


def test_it_stands_in_the_file_without_the_text_and_colleagues_are_not_asked(ane: Session, path: Path) -> None:
    see(ane)
    ane.save()
    plan = read_plan(path)
    assert asking(plan) == ()
    assert list(plan.acknowledged) == [VISION]
    assert path.read_text("utf-8").count("20 30 40 50") == 1
    assert "20304050" not in path.read_text("utf-8")


def test_a_change_of_what_was_seen_asks_again_and_undo_gives_it_back(ane: Session) -> None:
    see(ane)
    ane.set(VISION, "Alle kan ringe på 20 30 40 51.")
    assert ane.plan.acknowledged == {}
    assert [finding.path for finding in asking(ane.plan)] == [VISION]
    ane.undo()
    assert asking(ane.plan) == ()
    ane.set(VISION, f"{TEXT} Også om natten.")
    assert asking(ane.plan) == (), "other words around the same number"
    ane.undo()
    ane.undo()
    assert asking(ane.plan), "the acknowledgement itself is undone"


def test_the_history_says_what_was_done(ane: Session) -> None:
    see(ane)
    change = ane.changes(ane.seq - 1)[-1]
    assert "godkendt til offentliggørelse" in described(change, ane.plan, words("da"))[0]
    ane.set(VISION, "")
    said = described(ane.changes(ane.seq - 1)[-1], ane.plan, words("da"))
    assert "skal ses igen" in said[1]


def test_it_goes_with_its_record(ane: Session) -> None:
    key = ane.add("measures.measures", {"name": "Ring på 20 30 40 50", "description": "Mail til ole.hansen@x.dk"})
    see(ane)
    assert len(ane.plan.acknowledged) == 3
    ane.remove("measures.measures", key)
    assert list(ane.plan.acknowledged) == [VISION]
    ane.undo()
    assert len(ane.plan.acknowledged) == 3


def test_a_new_plan_has_nothing_to_acknowledge(ane: Session) -> None:
    ane.set(VISION, "Alle ved, hvem de skal ringe til.")
    assert acknowledging(ane.plan, asking(ane.plan)) == ()


def test_it_comes_home_with_a_group_and_clashes_with_nothing(ane: Session) -> None:
    base = ane.plan
    theirs = applied(base, acknowledging(base, asking(base)))
    ours = applied(base, setting(base, "front.title", "Vores plan"))
    result = merged(base, ours, theirs)
    assert result.clashes == ()
    assert asking(result.plan) == ()
    other = applied(ours, setting(ours, VISION, "Ring på 20 30 40 51."))
    apart = merged(base, other, theirs)
    assert asking(apart.plan), "what the other side wrote was not seen by this one"


def test_of_two_acknowledgements_the_one_holds_that_fits_what_stands_there(ane: Session) -> None:
    base = ane.plan
    seen = applied(base, acknowledging(base, asking(base)))
    other = applied(base, setting(base, VISION, "Ring på 20 30 40 51."))
    other = applied(other, acknowledging(other, asking(other)))
    for result in (merged(base, seen, other), merged(base, other, seen)):
        assert asking(result.plan) == ()


def test_who_is_limited_to_a_part_sees_only_its_own(ane: Session) -> None:
    ane.set("measures.sections", [{"id": "s-00000001", "title": "Ring", "text": "20 30 40 50", "public": True}])
    see(ane)
    part = limited(ane.plan, frozenset({"measures"}))
    assert all(path.startswith("measures.") for path in part.acknowledged)
    assert part.acknowledged
    assert set(group_plan(ane.plan, ("measures",), ane.seq).acknowledged) == set(part.acknowledged)


@pytest.mark.parametrize("unwanted", [Unwanted("20 30 40 50"), Unwanted(path=VISION)], ids=["text", "field"])
def test_what_is_forgotten_takes_its_mark_along(ane: Session, path: Path, unwanted: Unwanted) -> None:
    see(ane)
    mark = ane.plan.acknowledged[VISION]
    see_other = ane.add("measures.measures", {"name": "Ring på 21 31 41 51"})
    see(ane)
    forget(ane, unwanted)
    assert list(ane.plan.acknowledged) == [f"measures.measures[{see_other}].name"]
    rows = [*ane.history.rows("select edits from changes"), *ane.history.rows("select plan from snapshots")]
    assert not any(f'"{mark}"' in str(row) for row in rows)
    ane.save()
    assert mark not in path.read_text("utf-8")


def test_the_public_edition_does_not_know_of_it() -> None:
    from schemas.public import public

    assert public(Plan(acknowledged={VISION: "abcd"})).acknowledged == {}
