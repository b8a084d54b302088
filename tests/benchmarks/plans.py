"""The plans that are measured: made here, different from each other, as large as real ones."""

from __future__ import annotations

from pathlib import Path

from baselines import LONG

from schemas.ids import with_ids
from schemas.measures import Measure
from schemas.plan import Plan
from wizard.files.dump import dump_plan
from wizard.files.examples import folder
from wizard.files.plan_file import read_plan


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
    """Write plans that differ in municipality and vision, each about as long as the large example thrice over."""
    base = large()
    paths = []
    for number in range(count):
        plan = base.model_copy(
            update={
                "front": base.front.model_copy(update={"municipality": f"Kommune {number}"}),
                "strategy": base.strategy.model_copy(update={"vision": f"Vision {number}: alle kender vejen."}),
                "understanding": base.understanding.model_copy(
                    update={
                        "local_picture": "\n\n".join(f"{base.understanding.local_picture} ({n})" for n in range(30))
                    }
                ),
            }
        )
        paths.append(target / f"k{number:04}.plan.yaml")
        paths[-1].write_bytes(dump_plan(plan))
    return paths
