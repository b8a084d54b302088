"""Two sequences of paragraphs and tables side by side: the document's, or those of one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from schemas.paths import mark_at
from wizard.files.docx.model import Block, Paragraph, Table

from .aligning import aligned, folded, likeness, words_of
from .slices import cut
from .spans import Known, Span

if TYPE_CHECKING:
    from .walking import Walk


@dataclass(slots=True)
class Region:
    """An answer and the paragraphs that are it, before and now."""

    span: Span
    before: list[Paragraph] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)

    def takes(self, one: Paragraph) -> bool:
        """Tell whether a paragraph that came right behind it belongs to it."""
        if one.heading:
            return not self.after and one.heading == self.before[0].heading
        if one.style == "table caption":
            return False
        kind = mark_at(self.span.path).kind
        if kind == "text":
            return True
        if kind in ("lines", "choices", "references") and any(old.depth is not None for old in self.before):
            return one.depth is not None
        return not self.after


class Passage:
    """Goes through two sequences of blocks that belong together: the document's, or those of a cell.

    region: the answer whose paragraphs are being gathered. waiting: paragraphs that came and belong to none so far.
    """

    def __init__(self, walk: Walk, old: list[Block], new: list[Block]) -> None:
        self.walk = walk
        self.old = old
        self.new = new
        self.region: Region | None = None
        self.waiting: list[Paragraph] = []
        self.last: Known | None = None

    def compare(self) -> None:
        """Find what is different."""
        for pair in aligned(self.old, self.new, _key, _alike):
            other = self.new[pair.new] if pair.new is not None else None
            if pair.old is not None:
                self._stood(pair.old, self.old[pair.old], other)
            elif isinstance(other, Paragraph):
                self._came(other)
            elif other is not None:
                self._close()
                self.walk.table_came(other)
        self._close()

    def _came(self, one: Paragraph) -> None:
        """Take a paragraph that came into the answer before it, or let it wait for what follows."""
        if self.region is not None and self.region.takes(one):
            self.region.after.append(one)
            self.walk.point_out(one, self.region.span.path)
        else:
            self._say()
            self.waiting.append(one)

    def _stood(self, place: int, one: Block, now: Block | None) -> None:
        if isinstance(one, Table):
            self._close()
            self.walk.table(one, now if isinstance(now, Table) else None)
            return
        assert isinstance(one, Known)
        paragraph = now if isinstance(now, Paragraph) else None
        if one.owner is None:
            self._close()
            self.region = self.walk.mixed(one, paragraph, self._announced(place))
        else:
            self._owned(one, one.owner, paragraph)
        self.last = one

    def _owned(self, one: Known, owner: Span, now: Paragraph | None) -> None:
        """Gather a paragraph that is an answer or a part of one."""
        part = cut(one, owner.start, owner.end)
        if self.region is not None and self.region.span[2:] == owner[2:]:
            self.region.before.append(part)
        else:
            self._begin(Region(owner, [part]), now)
            self.walk.count(one, now is None)
        assert self.region is not None
        if now is not None:
            self.region.after.append(now)
            self.walk.point_out(now, owner.path)
        self.walk.pass_heading(one if now is None else now)

    def _begin(self, region: Region, now: Paragraph | None) -> None:
        """Begin an answer; what waited before it is its beginning, where it may be."""
        self._say()
        free = now is None or mark_at(region.span.path).kind == "text"
        if free and self.waiting and all(region.takes(each) for each in self.waiting):
            region.after += self.waiting
            for each in self.waiting:
                self.walk.point_out(each, region.span.path)
            self.waiting.clear()
        self._close()
        self.region = region

    def _say(self) -> None:
        if self.region is not None:
            self.walk.answer(self.region.span, self.region.before, self.region.after)
            self.region = None

    def _close(self) -> None:
        """Say what is known of the answer that was gathered, and what became of the paragraphs that waited."""
        self._say()
        for one in self.waiting:
            self.walk.came(one, self.last)
        self.waiting.clear()

    def _announced(self, place: int) -> str:
        """Give the path of the answer that a heading stands above; empty where it is none's."""
        following = self.old[place + 1] if place + 1 < len(self.old) else None
        spans = following.spans if isinstance(following, Known) else ()
        return spans[0].path if spans else ""


def worth(blocks: Sequence[Block]) -> list[Block]:
    """Leave out what says nothing."""
    return [one for one in blocks if isinstance(one, Table) or one.text.strip()]


def _key(block: Block) -> str:
    kind = "t" if isinstance(block, Table) else "h" if block.heading else "p"
    return kind + folded(block.text)


def _alike(old: Block, new: Block) -> float:
    """Tell how likely two blocks are the same one."""
    if isinstance(old, Table) or isinstance(new, Table):
        if not (isinstance(old, Table) and isinstance(new, Table)) or not old.rows or not new.rows:
            return 0.0
        heads = likeness(words_of(old.rows[0].text), words_of(new.rows[0].text))
        return 0.5 * heads + 0.5 * likeness(words_of(old.text), words_of(new.text))
    found = likeness(words_of(old.text), words_of(new.text))
    if old.heading and new.heading and set(old.names) & set(new.names):
        return max(found, 0.6)
    return found if bool(old.heading) == bool(new.heading) else found / 2
