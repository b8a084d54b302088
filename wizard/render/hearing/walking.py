"""Goes through what was sent and what came back side by side, and finds each answer that reads otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from schemas.language import Words
from wizard.files.docx.model import Block, Hand, Paragraph, Run, Table, paragraphs

from .aligning import folded
from .found import Added, Answer, Findings, Loose
from .labels import Labels, name_of, record_of
from .passage import Passage, Region, worth
from .projecting import projected
from .slices import cut, hands_of, readings, text_of
from .spans import Known, Span
from .tables import Tables

DASH = ("–", "-", "—")
_DIGITS = re.compile(r"\d+")


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
        Passage(self, worth(old), worth(new)).compare()

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
            if folded(one.text) != folded(now.text) and not _counts(one, now) and not _is_contents(one):
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
            if not _is_caption(one) and not _is_contents(one):
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
        self.pass_heading(one)
        ours = _is_contents(one) or (self.chapter == self.words("changes.heading") and not one.hands)
        if not ours and not self._new_record(one, before_it):
            self.loose("", one.text, one.hands)
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
        Tables(self).compare(old, new)

    def table_came(self, new: Table) -> None:
        """Tell of a table that is new."""
        Tables(self).came(new)


def _is_contents(one: Paragraph) -> bool:
    """Tell whether a paragraph is of the contents, which follow the headings."""
    return one.style.startswith("toc")


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
