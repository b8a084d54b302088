"""Reads a plan into the data that a document holds."""

from __future__ import annotations

from schemas.plan import Plan
from wizard.render.documents import Document
from wizard.render.edition import Edition

from .measures import measures
from .table import Table

Data = Table


def read(plan: Plan, document: Document, edition: Edition) -> Data:
    """Read what a document of data holds, as an edition shows it."""
    return measures(plan, edition)
