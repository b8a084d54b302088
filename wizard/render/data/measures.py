"""The measures of a plan as a table: a row a measure, a column a question of the schema."""

from __future__ import annotations

from schemas.language import words
from schemas.measures import Measure
from schemas.paths import is_empty
from schemas.plan import Plan
from schemas.specs import specs
from wizard.render.edition import Edition
from wizard.render.visible import visible

from .cells import Cells
from .table import Table
from .titles import table

PLACE = "measures.measures[]"


def measures(plan: Plan, edition: Edition) -> Table:
    """Read the measures as an edition shows them, in the plan's order and language.

    Every column is there in every plan, so that the tables of several plans can be put below each other. A row of
    which the room has answered nothing is left out.
    """
    said = words(plan.front.language.value)
    shown = visible(plan, edition)
    every = edition is Edition.INTERNAL
    fields = tuple(one for one in specs(Measure, said, PLACE) if every or one.visibility == "public")
    asked = tuple(one.name for one in fields if not one.given)
    cells = Cells(shown, said)
    answered = (one for one in shown.measures.measures if any(not is_empty(getattr(one, name)) for name in asked))
    rows = tuple(cells.row(measure, fields) for measure in answered)
    return table(plan, "measures", tuple(field.label for field in fields), rows)
