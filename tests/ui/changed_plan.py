"""A plan with a past, and the wizard's history of it."""

from __future__ import annotations

from pathlib import Path

from driving import Drive, new_plan

from wizard.document.session import Session

VISION = "strategy.vision"
GOALS = "strategy.goals"
FIRST = "Ingen står alene"
SECOND = "Ingen står alene, og alle ved, hvem de ringer til, når de er bekymrede."


def changed_plan(folder: Path) -> Path:
    """Give a plan in which Anne has written a vision twice and removed a goal, and Bo the municipality's name."""
    path = new_plan(folder)
    anne = Session.open(path, "anne (Anne Jensen)")
    anne.set(VISION, FIRST)
    goal = anne.add(GOALS, {"text": "Alle skoler kender tegnene"})
    anne.set(VISION, SECOND)
    anne.set("understanding.not_concern", "Tro og tøj. 010190-1234 ringede.")
    anne.remove(GOALS, goal)
    anne.close()
    bo = Session.open(path, "bo")
    bo.set("front.municipality", "Nyby")
    bo.close()
    return path


async def shown(drive: Drive) -> str:
    """Give what stands on the screen, in one line."""
    await drive.rest()
    return " ".join(drive.screen().split())


async def until(drive: Drive, sought: str) -> str:
    """Wait until something stands on the screen, and give what does."""
    for _ in range(500):
        if sought in drive.screen():
            break
        await drive.pilot.pause(0.01)
    return await shown(drive)


async def history(drive: Drive) -> str:
    """Open the history, and give what it shows."""
    await drive.press("shift+f4")
    return await shown(drive)
