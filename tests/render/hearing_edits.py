"""What people do to a plan in Word: an open document with the changes that a hearing brings, tracked or not."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

AUTHOR, DAY = "Ungdomsrådet", "2026-12-01T10:15:00Z"


class Word:
    """An open document."""

    def __init__(self, data: bytes) -> None:
        self.doc: Document = docx.Document(io.BytesIO(data))
        self._ids = iter(range(900, 100_000))

    def save(self) -> bytes:
        """Give the document's bytes."""
        target = io.BytesIO()
        self.doc.save(target)
        return target.getvalue()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Give every paragraph, those of tables too."""
        for element in self.doc.element.body.iter(qn("w:p")):
            yield Paragraph(element, self.doc._body)

    def find(self, text: str, number: int = 0) -> Paragraph:
        """Find a paragraph outside the contents that holds a text."""
        found = [one for one in self.paragraphs() if text in one.text and not str(one.style.name).startswith("TOC")]
        return found[number]

    def row(self, text: str, number: int = 0) -> Any:
        """Find the row of a table that has a cell with just this text on its first line."""
        every = (row for table in self.doc.tables for row in table.rows)
        rows = [row for row in every if text in [cell.text.partition("\n")[0] for cell in row.cells]]
        return rows[number]

    def table(self, text: str) -> Table:
        """Find the table that holds a text."""
        return next(
            table for table in self.doc.tables if any(text in cell.text for row in table.rows for cell in row.cells)
        )

    # Without tracked changes

    def replace(self, old: str, new: str, number: int = 0) -> None:
        """Type over a text in one run, as somebody does who does not track changes."""
        for run in self.find(old, number)._p.iter(qn("w:t")):
            if old in (run.text or ""):
                run.text = run.text.replace(old, new, 1)
                run.set(qn("xml:space"), "preserve")
                return
        raise AssertionError(old)

    def write(self, paragraph: Paragraph, text: str) -> None:
        """Type a paragraph anew."""
        for run in list(paragraph._p):
            if run.tag != qn("w:pPr"):
                paragraph._p.remove(run)
        paragraph.add_run(text)

    def after(self, paragraph: Paragraph, text: str) -> Paragraph:
        """Press Enter at the end of a paragraph and type another one like it."""
        element = copy.deepcopy(paragraph._p)
        paragraph._p.addnext(element)
        new = Paragraph(element, paragraph._parent)
        self.write(new, text)
        return new

    def delete(self, paragraph: Paragraph) -> None:
        """Delete a paragraph."""
        paragraph._p.getparent().remove(paragraph._p)

    def add_row(self, row: Any, *texts: str) -> Any:
        """Insert a row below another one and fill it in."""
        element = copy.deepcopy(row._tr)
        row._tr.addnext(element)
        cells = element.findall(qn("w:tc"))
        for cell, text in zip(cells, texts, strict=True):
            first, *others = cell.findall(qn("w:p"))
            for other in others:
                cell.remove(other)
            self.write(Paragraph(first, self.doc._body), text)
        return element

    def delete_row(self, row: Any) -> None:
        """Delete a row."""
        row._tr.getparent().remove(row._tr)

    # With tracked changes

    def mark(self, tag: str, author: str = AUTHOR) -> Any:
        """Make the element of a tracked change."""
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(next(self._ids)))
        element.set(qn("w:author"), author)
        element.set(qn("w:date"), DAY)
        return element

    def track(self, old: str, new: str, number: int = 0, author: str = AUTHOR) -> None:
        """Replace a text in one run with changes tracked: the old one is struck through, the new stands beside it."""
        for run in list(self.find(old, number)._p.iter(qn("w:r"))):
            text = "".join(one.text or "" for one in run.findall(qn("w:t")))
            if old not in text:
                continue
            before, _, after = text.partition(old)
            parts = [self._run(run, before)] if before else []
            if old:
                parts.append(self._within(self.mark("w:del", author), self._run(run, old, "w:delText")))
            if new:
                parts.append(self._within(self.mark("w:ins", author), self._run(run, new)))
            parts += [self._run(run, after)] if after else []
            for part in parts:
                run.addprevious(part)
            run.getparent().remove(run)
            return
        raise AssertionError(old)

    def track_delete(self, paragraph: Paragraph, author: str = AUTHOR) -> None:
        """Delete a whole paragraph with changes tracked."""
        for run in list(paragraph._p.iter(qn("w:r"))):
            for one in run.findall(qn("w:t")):
                one.tag = qn("w:delText")
            mark = self.mark("w:del", author)
            run.addprevious(mark)
            mark.append(run)
        self._mark_end(paragraph, self.mark("w:del", author))

    def track_after(self, paragraph: Paragraph, text: str, author: str = AUTHOR) -> Paragraph:
        """Write a new paragraph behind another with changes tracked."""
        new = self.after(paragraph, text)
        self._inserted(new, author)
        return new

    def _inserted(self, paragraph: Paragraph, author: str) -> None:
        """Mark all that stands in a paragraph as new."""
        for run in list(paragraph._p.findall(qn("w:r"))):
            run.addprevious(self._within(self.mark("w:ins", author), copy.deepcopy(run)))
            paragraph._p.remove(run)
        self._mark_end(paragraph, self.mark("w:ins", author))

    def track_row(self, row: Any, tag: str, author: str = AUTHOR) -> None:
        """Mark a row as one that came (`w:ins`) or went (`w:del`); what stood in it goes with it."""
        element = getattr(row, "_tr", row)
        for one in list(element.iter(qn("w:p"))):
            if tag == "w:del":
                self.track_delete(Paragraph(one, self.doc._body), author)
            else:
                self._inserted(Paragraph(one, self.doc._body), author)
        element.get_or_add_trPr().append(self.mark(tag, author))

    def track_move(self, paragraph: Paragraph, behind: Paragraph, author: str = AUTHOR) -> None:
        """Move a paragraph behind another one with changes tracked."""
        text = paragraph.text
        target = self.after(behind, text)
        for one, tag, kind in ((paragraph, "w:moveFrom", "w:delText"), (target, "w:moveTo", "w:t")):
            for run in list(one._p.findall(qn("w:r"))):
                said = "".join(each.text or "" for each in run.findall(qn("w:t")))
                run.addprevious(self._within(self.mark(tag, author), self._run(run, said, kind)))
                one._p.remove(run)
            self._mark_end(one, self.mark(tag, author))

    def _mark_end(self, paragraph: Paragraph, mark: Any) -> None:
        properties = paragraph._p.get_or_add_pPr()
        look = properties.find(qn("w:rPr"))
        if look is None:
            look = OxmlElement("w:rPr")
            properties.append(look)
        look.insert(0, mark)

    def _run(self, like: Any, text: str, tag: str = "w:t") -> Any:
        run = copy.deepcopy(like)
        for one in list(run):
            if one.tag != qn("w:rPr"):
                run.remove(one)
        said = OxmlElement(tag)
        said.set(qn("xml:space"), "preserve")
        said.text = text
        run.append(said)
        return run

    def _within(self, mark: Any, run: Any) -> Any:
        mark.append(run)
        return mark

    # Comments

    def comment(self, text: str, said: str, author: str = AUTHOR, number: int = 0) -> None:
        """Put a comment at the paragraph that holds a text."""
        self.doc.add_comment(self.find(text, number).runs, text=said, author=author, initials="U")


def members(data: bytes) -> dict[str, bytes]:
    """Take a file apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def together(parts: dict[str, bytes]) -> bytes:
    """Put a file together."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()
