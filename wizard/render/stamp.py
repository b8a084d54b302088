"""When a document says it was made: never now, so that the same plan gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from schemas.plan import Plan

from .edition import Edition

UNSAVED = datetime(2000, 1, 1, tzinfo=UTC)
"""The stamp of a plan that was never saved."""


def stamp(plan: Plan) -> datetime:
    """Give SOURCE_DATE_EPOCH where it is set, else the moment the plan was saved."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    saved = plan.saved.at or UNSAVED
    return saved.astimezone(UTC) if saved.tzinfo else saved.replace(tzinfo=UTC)


def day(plan: Plan) -> date:
    """Give the day of the stamp."""
    return stamp(plan).date()


def origin(plan: Plan, edition: Edition) -> dict[str, str]:
    """Say in a file's properties what it was made from, so that it finds its plan again when it comes back.

    These are the ids that the program made up and a number of a change: they tell nothing of what is in the plan.
    """
    saved = plan.saved
    return {
        "planbygger-plan": saved.plan,
        "planbygger-history": saved.history,
        "planbygger-seq": str(saved.seq),
        "planbygger-edition": edition.value,
    }
