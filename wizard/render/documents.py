"""The documents that a plan can be printed as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    name: as it is asked for, and the template's file name.
    heading: the key of its own title in the words' `documents`; None for the plan, which bears its own.
    contents: whether it has a table of contents.
    """

    name: str
    heading: str | None = None
    contents: bool = False

    @property
    def template(self) -> str:
        """Give the template's path in the templates' folder."""
        return f"documents/{self.name}.md.j2"


PLAN = Document("plan", contents=True)
CITIZENS = Document("concern-citizens", heading="citizens.title")
STAFF = Document("concern-staff", heading="staff.title")

DOCUMENTS = {document.name: document for document in (PLAN, CITIZENS, STAFF)}
