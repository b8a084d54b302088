"""A group opens its file like any plan, and sees what it is to work on."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Drive, driving

from schemas.language import words
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.change import adding, applied
from wizard.document.groups import group_plan
from wizard.files.dump import dump_plan

PARTS = ("stakeholders", "measures")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A group's file, split from a plan with two roles."""
    plan: Plan = starter(words("da"), "Prøveby")
    for role in ("Skolechef", "SSP-leder"):
        plan = applied(plan, adding(plan, "organisation.contacts", {"role": role, "phone": "12 34 56 78"}, None))
    path = tmp_path / "prøve-gruppe-1.plan.yaml"
    path.write_bytes(dump_plan(group_plan(plan, PARTS, 0)))
    return path


def steps(drive: Drive) -> str:
    return "\n".join(line.partition("│")[0] for line in drive.screen().splitlines()[:23])


async def test_a_group_sees_its_parts_alone(file: Path) -> None:
    async with driving(file) as drive:
        assert drive.place.startswith("stakeholders")
        shown = steps(drive)
        assert all(name in shown for name in ("Interessenter", "Indsatser", "Gennemgang"))
        assert not any(name in shown for name in ("Stamblad", "Strategi", "Organisering", "Udgivelse"))
        assert "Gruppens fil: Interessenter og Indsatser." in drive.screen()
        drive.main.go("strategy.vision")
        await drive.rest()
        assert drive.place.startswith("stakeholders")


async def test_a_group_points_to_the_roles_of_the_plan_by_name(file: Path) -> None:
    async with driving(file) as drive:
        measure = drive.plan.measures.measures[0].id
        await drive.goto(f"measures.measures[{measure}].owner")
        assert "Skolechef" in drive.screen()
        assert "12 34 56 78" not in drive.screen()


async def test_what_a_group_catches_is_in_its_file(file: Path) -> None:
    async with driving(file) as drive:
        await drive.press("f2", "p")
        await drive.type("Hvem ringer til politiet?\n")
        assert [caught.text for caught in drive.plan.workshop.caught] == ["Hvem ringer til politiet?"]
        await drive.press("f2", "l")
        assert "Hvem ringer til politiet?" in drive.screen()


async def test_the_review_of_a_group_tells_of_its_parts(file: Path) -> None:
    async with driving(file, (100, 40)) as drive:
        await drive.goto("review")
        await drive.app.workers.wait_for_complete()
        await drive.rest()
        assert "Indsatser" in drive.screen()
        assert "Stamblad" not in drive.screen()
