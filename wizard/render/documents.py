"""The documents that a plan can be printed as."""

from __future__ import annotations

from dataclasses import dataclass

from .edition import Edition
from .formats import ICS, PROSE, TABLES, Format
from .trouble import InternalOnly


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    name: as it is asked for, and the template's file name.
    heading: the key of its own title in the words; None for the plan, which bears its own.
    contents: whether it has a table of contents.
    page: whether it keeps to one sheet for everyone to see; it shows what is public, whichever edition is asked for.
    internal: whether it is a paper for those who work on the plan; there is no public edition of it.
    formats: what it can be printed as, and is, in those that are usual, unless somebody says otherwise.
    short: whether it is set as closely as a page, though it may run to a second one.
    everyone: whether it shows what is public, as a page does, whichever edition is asked for.
    data: whether it is read into a table or dates for other programs, and no text is written.
    """

    name: str
    heading: str | None = None
    contents: bool = False
    page: bool = False
    internal: bool = False
    short: bool = False
    everyone: bool = False
    formats: tuple[Format, ...] = PROSE
    data: bool = False

    @property
    def template(self) -> str:
        """Give the template's path in the templates' folder."""
        return f"documents/{self.name}.md.j2"

    @property
    def close(self) -> bool:
        """Tell whether it is set in the closer styles."""
        return self.page or self.short

    def edition(self, asked: Edition) -> Edition:
        """Give the edition that is printed when one is asked for; raises `InternalOnly` where there is none such."""
        if self.internal and asked is Edition.PUBLIC:
            raise InternalOnly
        return Edition.PUBLIC if self.page or self.everyone else asked


PLAN = Document("plan", contents=True)
SUMMARY = Document("summary", heading="family.summary.title", short=True, everyone=True)
CARDS = Document("cards", heading="family.cards.title", short=True)
CONTACT_CARD = Document("contact-card", heading="family.contact.title", short=True)
CITIZENS = Document("concern-citizens", heading="documents.citizens.title", page=True)
STAFF = Document("concern-staff", heading="documents.staff.title", page=True)
WORKBOOK = Document("workbook", heading="family.workbook.title", short=True, everyone=True)
HOMEWORK = Document("homework", heading="homework.title", internal=True, short=True)
MINUTES = Document("minutes", heading="minutes.title", internal=True, short=True)
ALL_MINUTES = Document("minutes-all", heading="minutes.title_all", internal=True, short=True)
COUNCIL = Document("council-memo", heading="council.title", short=True)
MEASURES = Document("measures", heading="data.measures.title", formats=TABLES, data=True)
TASKS = Document("tasks", heading="data.tasks.title", internal=True, formats=TABLES, data=True)
DATES = Document("dates", heading="data.dates.title", formats=(ICS,), data=True)
CHANGES = Document("changes", heading="changes.heading")
"""What differs from an earlier plan, for the command line; in the plan it is a section."""

DOCUMENTS = {
    document.name: document
    for document in (
        PLAN, SUMMARY, CARDS, CONTACT_CARD, CITIZENS, STAFF, WORKBOOK, HOMEWORK, MINUTES, ALL_MINUTES, COUNCIL,
        MEASURES, TASKS, DATES,
    )
}  # fmt: skip
"""The documents one can ask for."""

TELLING = (PLAN, COUNCIL)
"""The documents that tell what has changed since an earlier plan, where one is given."""
