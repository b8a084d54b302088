"""A guest who sees some parts of a plan: no screen shows another one, and no key touches it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from driving import Drive, opened

from schemas.fields import Model, marks
from schemas.paths import get
from schemas.plan import Plan
from wizard.document.reach import REACHABLE, reaches
from wizard.document.session import Session
from wizard.files.plan_file import read_plan
from wizard.ui.access import Access
from wizard.ui.app import WizardApp
from wizard.ui.commands import COMMANDS
from wizard.ui.commands.limits import IN_PARTS, OF_THE_MEETING

EXAMPLE = Path(__file__).parents[2] / "examples" / "storby.plan.yaml"
SECRET = "Qvist"
"""Stands in every text of the parts that a guest does not reach, and nowhere else."""


def marked(model: Model, path: str, components: frozenset[str]) -> Model:
    """Put the secret into every text beyond the parts."""
    changed: dict[str, object] = {}
    for mark in marks(type(model)):
        here = f"{path}.{mark.name}" if path else mark.name
        value = getattr(model, mark.name)
        if mark.kind == "group":
            changed[mark.name] = marked(value, here, components)
        elif mark.kind == "records":
            changed[mark.name] = tuple(marked(item, f"{here}[{item.id}]", components) for item in value)
        elif mark.kind in ("line", "text") and value and not reaches(components, here):
            changed[mark.name] = f"{SECRET} {value}"
    return model.model_copy(update=changed)


def secret_plan(folder: Path, components: frozenset[str]) -> Path:
    plan = marked(read_plan(EXAMPLE), "", components)
    assert isinstance(plan, Plan)
    front = plan.front.model_copy(update={"municipality": "Fjordborg Kommune", "title": "Planen"})
    target = folder / "storby.plan.yaml"
    Session.create(target, plan.model_copy(update={"front": front}), "ejer").close()
    return target


@asynccontextmanager
async def visiting(path: Path, *components: str) -> AsyncIterator[Drive]:
    """Open the wizard as a guest."""
    app = WizardApp(path, access=Access(name="SSP", components=frozenset(components)))
    async with app.run_test(size=(100, 40)) as pilot:
        yield Drive(app, pilot, await opened(app, pilot))
    app.close()


@pytest.mark.parametrize(
    "components",
    [
        ("measures", "contacts"),
        *(pytest.param(one, marks=pytest.mark.full) for one in (("stakeholders",), ("workshop",), ("front", "acute"))),
    ],
)
async def test_no_screen_shows_what_stands_in_another_part(tmp_path: Path, components: tuple[str, ...]) -> None:
    async with visiting(secret_plan(tmp_path, frozenset(components)), *components) as guest:
        shown: set[str] = set()

        async def look(*keys: str) -> None:
            for key in keys:
                await guest.press(key)
                shown.add(guest.screen())

        async def waited(*keys: str) -> None:
            await look(*keys)
            await guest.app.workers.wait_for_complete()
            await look()
            await guest.rest()
            shown.add(guest.screen())

        for _ in range(4):
            await look("pagedown", "f6", "enter", "down", "escape")
        for key in ("f1", "f2", "f5", "f8", "ctrl+p"):
            await look(key, "pagedown", "pagedown", "pagedown", "escape", "escape")
        await waited("f12")
        await look("n", "n", "n", "n")
        await waited("u")
        await look("n", "n", "n", "n", "escape")
        await look("f7")
        await guest.type(SECRET.lower())
        shown.add(guest.screen())
        assert "står ikke i nogen af svarene" in guest.screen()
        await look("escape", "ctrl+z")
        await guest.goto("review")
        await waited("tab", "2", "end")
        assert len(shown) > 12
        for one in shown:
            assert SECRET not in one, one


@pytest.mark.parametrize(
    "name",
    [one if one in ("contacts", "acute") else pytest.param(one, marks=pytest.mark.full) for one in REACHABLE],
)
async def test_a_guest_of_each_part_comes_in_and_goes_through_its_steps(tmp_path: Path, name: str) -> None:
    async with visiting(secret_plan(tmp_path, frozenset({name})), name) as guest:
        steps = [guest.main.page.step]
        for _ in range(40):
            await guest.press("ctrl+down")
            if guest.main.page.step != steps[-1]:
                steps.append(guest.main.page.step)
            if steps[-1] == "review":
                break
        assert steps[-1] == "review"
        assert "Tab (1-3)" not in guest.screen()
        assert SECRET not in guest.screen()
        assert "publish" not in steps


async def test_nothing_leads_to_another_part(tmp_path: Path) -> None:
    path = secret_plan(tmp_path, frozenset({"measures"}))
    async with visiting(path, "measures") as guest:
        for beyond in (
            "strategy.vision",
            "front.title",
            "readiness",
            "publish",
            "publish.minutes",
            "workshop.caught",
            "contacts",
        ):
            guest.main.go(beyond)
            await guest.rest()
            assert guest.main.page.step == "measures"
            assert "ikke har adgang" in guest.screen()
        await guest.press("f2")
        await guest.type("p")
        assert guest.session.plan.workshop == Plan().workshop
        await guest.press("escape")
        await guest.press("f5")
        await guest.type("vision")
        await guest.press("enter")
        await guest.press("escape")
        assert guest.main.page.step == "measures"
    assert read_plan(path).workshop == marked(read_plan(EXAMPLE), "", frozenset({"measures"})).workshop  # type: ignore[attr-defined]


async def test_what_is_not_named_for_guests_is_not_theirs(tmp_path: Path) -> None:
    """A command that somebody adds is for the whole plan until somebody has looked at what it shows."""
    whole = {"PublishPage", "CaughtList"}
    names = {command.__name__ for command in COMMANDS}
    assert names >= IN_PARTS - {"Choices"}
    assert names >= OF_THE_MEETING
    async with visiting(secret_plan(tmp_path, frozenset({"measures"})), "measures") as guest:
        for command in COMMANDS:
            if command.__name__ not in IN_PARTS:
                assert guest.main.check_action("do", (command.__name__,)) is False
        await guest.press("ctrl+p")
        assert not whole & {*guest.screen().split()}


async def test_a_guest_may_set_and_keep_a_reference_that_leads_out_only_as_it_is(tmp_path: Path) -> None:
    path = secret_plan(tmp_path, frozenset({"measures"}))
    async with visiting(path, "measures") as guest:
        first = guest.session.plan.measures.measures[0]
        await guest.goto(f"measures.measures[{first.id}].owner")
        assert SECRET not in guest.screen()
        await guest.type("SSP-konsulent\n")
        await guest.rest()
        assert "adgang" in guest.screen() or "ikke ændres her" in guest.screen()
        await guest.press("escape")
    assert get(read_plan(path), f"measures.measures[{first.id}].owner") == first.owner
    assert (
        read_plan(path).organisation.contacts
        == marked(read_plan(EXAMPLE), "", frozenset({"measures"})).organisation.contacts
    )  # type: ignore[attr-defined]


async def test_the_first_picture_asks_nothing_of_another_part(tmp_path: Path) -> None:
    app = WizardApp(
        secret_plan(tmp_path, frozenset({"measures"})), access=Access(name="SSP", components=frozenset({"measures"}))
    )
    app._open = lambda: None  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "kommune" not in shown.lower()
        assert "Strategi" not in shown
        assert "Indsatser" in shown
