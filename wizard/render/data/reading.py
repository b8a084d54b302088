"""Reads a plan into the data that a document holds."""

from __future__ import annotations

from schemas.plan import Plan
from wizard.render.documents import DATES, TASKS, Document
from wizard.render.edition import Edition

from .calendar import Calendar
from .dates import dates
from .measures import measures
from .table import Table
from .tasks import tasks

Data = Table | Calendar


def read(plan: Plan, document: Document, edition: Edition) -> Data:
    """Read what a document of data holds, as an edition shows it. Raises `NoDates`."""
    if document is DATES:
        return dates(plan, edition)
    return tasks(plan) if document is TASKS else measures(plan, edition)
