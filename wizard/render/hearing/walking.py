"""Goes through what was sent and what came back side by side, and finds each answer that reads otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from schemas.language import Words
from schemas.paths import mark_at
from wizard.files.docx.model import Block, Hand, Paragraph, Run, Table, paragraphs

from .aligning import aligned, folded, likeness, words_of
from .found import Added, Answer, Findings, Loose
from .labels import Labels, name_of, record_of
from .projecting import projected
from .slices import cut, hands_of, readings, text_of
from .spans import Known, Span

DASH = ("–", "-", "—")
_DIGITS = re.compile(r"\d+")


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


class Walk:
    """One comparison. `findings` fills as it goes."""

    def __init__(self, words: Words, gone: dict[str, tuple[Hand, ...]]) -> None:
        self.words = words
        self.labels = Labels(words)
        self.findings = Findings()
        self.title = ""
        self.chapter = ""
        self._ghosts = gone

    def blocks(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Compare two sequences of blocks."""
        Passage(self, _worth(old), _worth(new)).compare()

    # Answers -------------------------------------------------------------------------------------------------------

    def answer(self, span: Span, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> None:
        """Note an answer that reads otherwise."""
        new = [one for one in after if folded(one.text) and folded(one.text) not in DASH]
        if span.note:
            new = _without_note(new, text_of(before))
        old = () if span.note else tuple(before)
        if readings(old) == readings(new) or (span.note and not new):
            return
        hands = hands_of(new) or self.hands_of_gone(before)
        self.findings.all.append(Answer(span.path, old, tuple(new), hands, self.title))

    def hands_of_gone(self, before: Iterable[Paragraph]) -> tuple[Hand, ...]:
        """Name who deleted some paragraphs, where that was tracked."""
        found = (hand for one in before for hand in self._ghosts.get(folded(one.text), ()))
        return tuple(dict.fromkeys(found))

    def mixed(self, one: Known, now: Paragraph | None, announced: str) -> Region | None:
        """Compare a paragraph that holds words of the template, and answers between them if any."""
        if now is None:
            self._mixed_gone(one)
            return None
        if not one.spans:
            self.point_out(now, announced)
            if folded(one.text) != folded(now.text) and not _counts(one, now):
                self.loose(one.text, now.text, now.hands)
            self.pass_heading(now)
            return None
        found, kept = projected(one.text, one.spans, now.text)
        self.count(one, False)
        if not kept:
            self.loose(one.text, now.text, now.hands)
        self.point_out(now, one.spans[0].path, found)
        last: Region | None = None
        for stretch in found:
            old, new = cut(one, stretch.span.start, stretch.span.end), cut(now, stretch.start, stretch.end)
            if one.open and stretch.span == one.spans[-1]:
                last = Region(stretch.span, [_plain(old)], [_plain(new)])
            else:
                self.answer(stretch.span, [_plain(old)], [_plain(new)])
        self.pass_heading(now)
        return last

    def pass_heading(self, one: Paragraph) -> None:
        """Note the heading that what follows stands under."""
        if one.heading:
            self.title = one.text.strip()
            self.chapter = self.title if one.heading == 1 else self.chapter

    @property
    def under(self) -> str:
        """Name the heading with its chapter, for what belongs to no answer."""
        return self.title if self.title == self.chapter or not self.chapter else f"{self.chapter} › {self.title}"

    def _mixed_gone(self, one: Known) -> None:
        if not one.spans:
            if not _is_caption(one):
                self.loose(one.text, "", self.hands_of_gone((one,)))
            return
        self.count(one, True)
        hands = self.hands_of_gone((one,))
        for span in one.spans:
            if not span.note:
                answer = Answer(span.path, (cut(one, span.start, span.end),), (), hands, self.title)
                self.findings.all.append(answer)

    # What belongs to no answer ---------------------------------------------------------------------------------------

    def loose(self, before: str, after: str, hands: tuple[Hand, ...]) -> None:
        """Note what belongs to no answer."""
        self.findings.all.append(Loose(" ".join(before.split()), " ".join(after.split()), hands, self.under))

    def came(self, one: Paragraph, before_it: Known | None) -> None:
        """Say of a paragraph that came and belongs to no answer what it is: a record of a list, or something else."""
        if not self._new_record(one, before_it):
            self.loose("", one.text, one.hands)
            self.pass_heading(one)
        self.point_out(one, "")

    def _new_record(self, one: Paragraph, before_it: Known | None) -> bool:
        """Take a point that came among points which are each a record's answers for a record of its own."""
        if before_it is None or one.depth is None or before_it.depth is None or not before_it.spans:
            return False
        record = record_of(before_it.spans[0].path)
        if not record or {record_of(span.path) for span in before_it.spans} != {record}:
            return False
        place, _, key = record.removesuffix("]").rpartition("[")
        answers = self.labels.by_pattern(before_it, one)
        printed = frozenset(name_of(span.path) for span in before_it.spans)
        self.findings.all.append(Added(place, answers, key, one.text.strip(), one.hands, self.title, record, printed))
        return True

    # Comments and counts --------------------------------------------------------------------------------------------

    def point_out(self, one: Paragraph, path: str, stretches: Sequence[tuple[Span, int, int]] = ()) -> None:
        """Note for each comment in a paragraph which answer it points to."""
        here = 0
        for run in one.runs:
            for key in run.comments:
                end = here + len(run.text)
                at = [span.path for span, first, last in stretches if here <= last and end >= first]
                self.findings.point_out(key, at[0] if at else path, self.under or one.text.strip())
            here += len(run.text)

    def point_out_all(self, blocks: Iterable[Block], path: str) -> None:
        """Note the comments in blocks that are not compared any further."""
        for one in paragraphs(tuple(blocks)):
            self.point_out(one, path)

    def count(self, one: Known, gone: bool) -> None:
        for record in {record_of(span.path) for span in one.spans} - {""}:
            self.findings.seen[record] = self.findings.seen.get(record, 0) + 1
            if gone:
                self.findings.gone[record] = self.findings.gone.get(record, 0) + 1

    def table(self, old: Table, new: Table | None) -> None:
        """Compare two tables, or tell what a table that is gone takes with it."""
        from .tables import Tables

        Tables(self).compare(old, new)

    def table_came(self, new: Table) -> None:
        """Tell of a table that is new."""
        from .tables import Tables

        Tables(self).came(new)


def _worth(blocks: Sequence[Block]) -> list[Block]:
    """Leave out what says nothing: empty paragraphs, and the contents, which follow the headings."""
    return [
        one for one in blocks
        if isinstance(one, Table) or (one.text.strip() and not one.style.startswith(("toc", "contents")))
    ]  # fmt: skip


def _key(block: Block) -> str:
    return ("p" if isinstance(block, Paragraph) else "t") + folded(block.text)


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


def _is_caption(one: Paragraph) -> bool:
    return one.style == "table caption"


def _counts(one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two captions differ in their number alone, since tables came or went before them."""
    return _is_caption(one) and _DIGITS.sub("", folded(one.text)) == _DIGITS.sub("", folded(other.text))


def _plain(one: Paragraph) -> Paragraph:
    """Give a stretch of a point or a heading as a paragraph."""
    return Paragraph(one.runs, one.was, came=one.came)


def _without_note(after: list[Paragraph], note: str) -> list[Paragraph]:
    """Take the note away that stood for an answer, where somebody wrote theirs beside it."""
    found: list[Paragraph] = []
    for one in after:
        text = one.text
        place = text.find(note) if note else -1
        if place >= 0:
            parts = cut(one, 0, place), cut(one, place + len(note), len(text))
            one = Paragraph(tuple(Run("") if not run.text else run for part in parts for run in part.runs))
        if one.text.strip(" .:–-"):
            found.append(one)
    return found
