"""The plans that are measured: made here, different from each other, as large as real ones."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, TypeVar

from baselines import LONG

from schemas.fields import Model, marks
from schemas.ids import with_ids
from schemas.measures import Measure
from schemas.plan import Plan
from wizard.files.dump import dump_plan
from wizard.files.examples import folder
from wizard.files.plan_file import read_plan

ModelT = TypeVar("ModelT", bound=Model)


def large() -> Plan:
    """Give the large example."""
    return read_plan(folder() / "storby.plan.yaml")


def heavy(path: Path) -> Path:
    """Write a plan with 200 measures and a text of 20 KB in its first component."""
    plan = large()
    extra = tuple(Measure(name=f"Indsats nummer {number} for unge i byen") for number in range(200))
    plan = plan.model_copy(
        update={
            "understanding": plan.understanding.model_copy(update={"extremism": LONG}),
            "measures": plan.measures.model_copy(update={"measures": (*plan.measures.measures, *extra)}),
        }
    )
    path.write_bytes(dump_plan(with_ids(plan)))
    return path


def many(target: Path, count: int) -> list[Path]:
    """Write plans as long as the large example, in which no text is that of another plan."""
    base = large()
    paths = []
    for number in range(count):
        dice = random.Random(number)
        plan = varied(base, dice)
        front = plan.front.model_copy(update={"municipality": f"Kommune {number}"})
        paths.append(target / f"k{number:04}.plan.yaml")
        paths[-1].write_bytes(dump_plan(plan.model_copy(update={"front": front})))
    return paths


def varied(model: ModelT, dice: random.Random) -> ModelT:
    """Give a model with the words of every text in another order."""
    changed: dict[str, Any] = {}
    for mark in marks(type(model)):
        value = getattr(model, mark.name)
        if mark.kind in ("line", "text") and mark.name not in ("phone", "mail", "published_at"):
            changed[mark.name] = _shuffled(value, dice)
        elif mark.kind == "lines":
            changed[mark.name] = tuple(_shuffled(line, dice) for line in value)
        elif mark.kind == "group":
            changed[mark.name] = varied(value, dice)
        elif mark.kind == "records":
            changed[mark.name] = tuple(varied(item, dice) for item in value)
    return model.model_copy(update=changed)


def _shuffled(text: str, dice: random.Random) -> str:
    """Put the words of each line in another order; lists keep their marks."""
    lines = []
    for line in text.split("\n"):
        first, *words = line.split(" ")
        dice.shuffle(words)
        lines.append(" ".join((first, *words)))
    return "\n".join(lines)
