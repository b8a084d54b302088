"""A list of references is looked at one by one, and an authority is known by what people call it."""

from __future__ import annotations

import pytest
from checked_plans import TODAY, codes, complete, put

from schemas.checks import check
from schemas.checks.parties import is_called
from schemas.stakeholders import Party

ROW = {"id": "r-0000000z", "task": "Kalde sammen", "decides": ["c-00000002"]}
PATH = "organisation.responsibilities"


def test_roles_that_stand_in_the_register_are_no_finding() -> None:
    plan = put(complete(), PATH, [{**ROW, "performs": ["c-00000001", "c-00000002"]}])
    assert "dangling" not in codes(plan)


def test_one_lost_role_among_several_is_told_at_its_field() -> None:
    plan = put(complete(), PATH, [{**ROW, "performs": ["c-00000001", "c-zzzzzzzz"]}])
    (told,) = [finding for finding in check(plan, TODAY) if finding.code == "dangling"]
    assert told.path == f"{PATH}[{ROW['id']}].performs"
    assert told.values["id"] == "c-zzzzzzzz"


@pytest.mark.parametrize("name", ["Politiet", "Politikredsens forebyggelsesafdeling", "The police prevention unit"])
def test_the_police_are_known_by_their_names(name: str) -> None:
    assert is_called(Party(name=name), "police")


@pytest.mark.parametrize("name", ["Politikere", "Det politiske udvalg", "Boligpolitik"])
def test_politics_are_not_the_police(name: str) -> None:
    assert not is_called(Party(name=name), "police")
