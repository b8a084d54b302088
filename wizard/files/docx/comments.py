"""The comments of a Word file with their answers, and its footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from .model import Comment
from .package import Package, attribute, children, local

_KEPT = ("t", "delText")
_BREAKS = ("p", "br", "cr")


def read_comments(package: Package, quotes: Mapping[str, Sequence[str]]) -> tuple[Comment, ...]:
    """Give the comments in the file's order, then footnotes and endnotes, whose ids begin with `f` and `e`."""
    return (*_comments(package, quotes), *_notes(package, "footnote"), *_notes(package, "endnote"))


def _comments(package: Package, quotes: Mapping[str, Sequence[str]]) -> Iterator[Comment]:
    parents, done = _threads(package)
    elements = list(children(package.beside("comments"), "comment"))
    owners = {key: attribute(one, "id") for one in elements for key in _keys(one)}
    for one in elements:
        own = _keys(one)[-1:]
        above = owners.get(parents.get(own[0], ""), "") if own else ""
        key = attribute(one, "id")
        yield Comment(
            key,
            attribute(one, "author").strip(),
            attribute(one, "date").strip(),
            text_below(one),
            " ".join("".join(quotes.get(key, ())).split()),
            above if above != key else "",
            bool(own) and own[0] in done,
        )


def _keys(comment: Element) -> list[str]:
    """Give the ids of a comment's paragraphs; the last one is what Word's list of threads knows it by."""
    return [key for one in children(comment, "p") if (key := attribute(one, "paraId").upper())]


def _threads(package: Package) -> tuple[dict[str, str], set[str]]:
    """Tell by paragraphs' ids which comment answers which, and which are marked as settled."""
    parents: dict[str, str] = {}
    done: set[str] = set()
    for one in children(package.beside("commentsExtended"), "commentEx"):
        key = attribute(one, "paraId").upper()
        if above := attribute(one, "paraIdParent").upper():
            parents[key] = above
        if attribute(one, "done") in ("1", "true"):
            done.add(key)
    return parents, done


def _notes(package: Package, kind: str) -> Iterator[Comment]:
    for one in children(package.beside(f"{kind}s"), kind):
        text = text_below(one)
        if attribute(one, "type") in ("", "normal") and text:
            yield Comment(kind[0] + attribute(one, "id"), "", "", text, note=True)


def text_below(element: Element) -> str:
    """Give the text below an element, a line a paragraph."""
    parts: list[str] = []
    for one in element.iter():
        if local(one) in _KEPT:
            parts.append(one.text or "")
        elif local(one) in _BREAKS:
            parts.append("\n")
    return "\n".join(line for part in "".join(parts).split("\n") if (line := part.strip()))
