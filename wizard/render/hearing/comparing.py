"""What a document that came back says that was not in the one that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from schemas.language import Words
from schemas.paths import below
from wizard.files.docx.model import Block, Comment, Document, Hand, Paragraph, Table

from .aligning import folded
from .found import Answer, Finding, Findings, Moved, Remark, Removed
from .walking import Walk

_Order = tuple[int, int, int]
"""Where a finding stands: behind how many changes, a comment before what was changed there, and as they were met."""

LEAST = 0.3
"""How much of what was sent must be found in what came back for it to be the same document."""


def compared(old: Sequence[Block], document: Document, words: Words) -> tuple[Finding, ...]:
    """Find what is different, in the document's order, and last the comments that point to nothing in it.

    old: what was sent, as `sent` gives it. words: of the plan's language.
    """
    ghosts = _ghosts(document.blocks)
    walk = Walk(words, {text: hands for text, (hands, _) in ghosts.items()})
    walk.blocks(old, document.blocks)
    _point_out_gone(walk, old, ghosts)
    found = [*_settled(walk.findings), *_remarks(walk.findings, document)]
    return tuple(one for _, one in sorted(found, key=itemgetter(0)))


def resembles(old: Sequence[Block], document: Document) -> bool:
    """Tell whether a document can be what became of the one that was sent."""
    sent = {text for text in _texts(old) if len(text) > 12}
    return len(sent & set(_texts(document.blocks))) >= LEAST * len(sent)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield folded(block.text)
            if block.was != block.text:
                yield folded(block.was)
        else:
            for row in (*block.rows, *block.gone):
                for cell in row.cells:
                    yield from _texts(cell.blocks)


def _ghosts(blocks: Sequence[Block]) -> dict[str, tuple[tuple[Hand, ...], tuple[str, ...]]]:
    """Give what was deleted with changes tracked, by its text: who did it, and which comments pointed there."""
    found: dict[str, tuple[tuple[Hand, ...], tuple[str, ...]]] = {}
    for block in blocks:
        if isinstance(block, Table):
            for row in (*block.rows, *block.gone):
                for cell in row.cells:
                    found |= _ghosts(cell.blocks)
        elif not block.text.strip() and (block.was.strip() or block.comments):
            found[folded(block.was)] = block.hands, block.comments
    return found


def _point_out_gone(
    walk: Walk, old: Sequence[Block], ghosts: dict[str, tuple[tuple[Hand, ...], tuple[str, ...]]]
) -> None:
    """Find the answers that comments upon deleted text point to."""
    wanted = {text: keys for text, (_, keys) in ghosts.items() if keys and text}
    for one in _known(old) if wanted else ():
        for key in wanted.get(folded(one.text), ()):
            spans = getattr(one, "spans", ())
            walk.findings.point_out(key, spans[0].path if spans else "", "")


def _known(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _known(cell.blocks)


def _settled(findings: Findings) -> Iterator[tuple[_Order, Finding]]:
    """Give the findings with their places, one for each record that is gone instead of one for each of its answers."""
    gone = {key for key, count in findings.gone.items() if count >= findings.seen[key]} | findings.rows_gone.keys()
    gone = {one for one in gone if not any(one != other and below(one, other) for other in gone)}
    said: set[str] = set()
    for place, one in _once(findings.all):
        record = next((key for key in gone if isinstance(one, Answer) and below(one.path, key)), "")
        if isinstance(one, Moved) and one.path in gone:
            continue
        if not isinstance(one, Answer) or not record or one.after:
            yield (place, 1, 0), one
        elif record not in said:
            said.add(record)
            yield (place, 1, 0), findings.rows_gone.get(record) or Removed(record, one.hands, one.title)


def _once(found: Sequence[Finding]) -> Iterator[tuple[int, Finding]]:
    """Leave out what is said twice, since an answer that stands at several places was changed alike at each."""
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(found):
        if isinstance(one, Answer):
            key = one.path, folded(" ".join(part.text for part in one.after))
            if key in seen:
                continue
            seen.add(key)
        yield place, one


def _remarks(findings: Findings, document: Document) -> Iterator[tuple[_Order, Remark]]:
    """Give the comments with their places, each with the answers to it; one that points to nothing comes last."""
    threads: dict[str, list[Comment]] = {}
    parents = {one.id: one.parent for one in document.comments}
    for one in document.comments:
        threads.setdefault(_root(one.id, parents), []).append(one)
    met = {key: number for number, key in enumerate(findings.places)}
    for key, (first, *replies) in threads.items():
        path, title, place = findings.places.get(key, ("", "", len(findings.all)))
        yield (place, 0, met.get(key, len(met))), Remark(first, tuple(replies), path, title)


def _root(key: str, parents: Mapping[str, str]) -> str:
    """Give the id of the comment that a thread began with; one that answers itself is its own beginning."""
    seen: set[str] = set()
    while parents.get(key) in parents and key not in seen:
        seen.add(key)
        key = parents[key]
    return key
