"""The documents that a plan can be printed as."""

from __future__ import annotations

from dataclasses import dataclass

from .edition import Edition


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    name: as it is asked for, and the template's file name.
    heading: the key of its own title in the words' `documents`; None for the plan, which bears its own.
    contents: whether it has a table of contents.
    page: whether it keeps to one sheet for everyone to see; it shows what is public, whichever edition is asked for.
    """

    name: str
    heading: str | None = None
    contents: bool = False
    page: bool = False

    @property
    def template(self) -> str:
        """Give the template's path in the templates' folder."""
        return f"documents/{self.name}.md.j2"

    def edition(self, asked: Edition) -> Edition:
        """Give the edition that is printed when one is asked for."""
        return Edition.PUBLIC if self.page else asked


PLAN = Document("plan", contents=True)
CITIZENS = Document("concern-citizens", heading="citizens.title", page=True)
STAFF = Document("concern-staff", heading="staff.title", page=True)

DOCUMENTS = {document.name: document for document in (PLAN, CITIZENS, STAFF)}
