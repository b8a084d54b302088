"""An older plan file is lifted one step a version; a newer one is left alone."""

import pytest

from schemas import versions
from schemas.plan import SCHEMA_VERSION


def test_there_is_a_step_from_every_older_version():
    assert sorted(versions.STEPS) == list(range(1, SCHEMA_VERSION))


def test_each_step_is_taken_once_and_in_order(monkeypatch):
    monkeypatch.setattr(versions, "SCHEMA_VERSION", 3)
    monkeypatch.setattr(versions, "STEPS", {1: lambda data: {"old": data["a"]}, 2: lambda data: {"new": data["old"]}})
    data = {"schema_version": "1", "a": "b"}
    assert versions.lift(data) == {"schema_version": 3, "new": "b"}
    assert data == {"schema_version": "1", "a": "b"}


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, f"{SCHEMA_VERSION + 1}", "9999999999"])
def test_a_newer_plan_is_not_lifted(version):
    with pytest.raises(versions.NewerPlan):
        versions.lift({"schema_version": version})


@pytest.mark.parametrize("version", [None, "", "x", 0, -1, "1.0", [], "²", "9" * 5000])
def test_a_version_that_is_none_is_left_for_the_schema_to_refuse(version):
    data = {"schema_version": version}
    assert versions.lift(data) == data


def test_what_a_group_started_from_is_lifted_with_the_groups_plan(monkeypatch):
    monkeypatch.setattr(versions, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(versions, "STEPS", {1: lambda data: {"new": data["old"]}})
    data = {"schema_version": "1", "old": "now", "group": {"seq": "3", "start": {"old": "then"}}}
    assert versions.lift(data) == {"schema_version": 2, "new": "now", "group": {"seq": "3", "start": {"new": "then"}}}
