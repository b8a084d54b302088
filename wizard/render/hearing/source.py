"""Paragraphs of a Word file as the Markdown that an answer is kept in: paragraphs, lists, strong, emphasis, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markdown_it.token import Token

from schemas.signs import clean
from wizard.files.docx.model import Paragraph, Run
from wizard.render.answers import SCHEMES, parsed
from wizard.render.escape import run, start

from .slices import Look, Reading, own_link, readings


def text_source(paragraphs: Sequence[Paragraph], before: str) -> str:
    """Write an answer of several lines; what is as it was is left as it was written."""
    known = list(_chunks(before))
    found: list[str] = []
    for group in _groups([one for one in paragraphs if one.text.strip()]):
        wanted = readings(group)
        same = next((chunk for chunk in known if chunk[1] == wanted), None)
        if same is not None:
            known.remove(same)
        found.append(same[0] if same is not None else _written(group, wanted))
    return "\n\n".join(found)


def line_source(paragraphs: Sequence[Paragraph]) -> str:
    """Write an answer of one line."""
    whole = Paragraph(tuple(part for one in paragraphs for part in (*one.runs, Run(" "))))
    wanted = readings((whole,))
    looks = _own_looks(whole, wanted[0]) if wanted else []
    said, safe = (_inline(looks, escaped).replace("\n", " ").strip() for escaped in (False, True))
    return said if readings(read(said)) == wanted else start(safe)


def read(text: str) -> list[Paragraph]:
    """Read an answer as the paragraphs that are printed of it."""
    return _read(parsed(clean(text)))


def plain(text: str) -> str:
    """Give an answer without its marks, on one line."""
    return " ".join(" ".join(one.text.split()) for one in read(text))


def _groups(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Part paragraphs into those that stand alone and those that are one list."""
    for (listed, _), group in groupby(enumerate(paragraphs), lambda pair: _place(pair[0], pair[1])):
        del listed
        yield [one for _, one in group]


def _place(number: int, one: Paragraph) -> tuple[bool, int]:
    return (True, 0) if one.depth is not None else (False, number)


def _written(group: Sequence[Paragraph], wanted: tuple[Reading, ...]) -> str:
    """Write one block so that it is read as it was; signs are escaped only where they would be taken for markup."""
    plain = "\n".join(_lines(group, wanted, escaped=False))
    return plain if readings(read(plain)) == wanted else "\n".join(_lines(group, wanted, escaped=True))


def _lines(group: Sequence[Paragraph], wanted: tuple[Reading, ...], escaped: bool) -> Iterator[str]:
    counts: dict[int, int] = {}
    indents: list[str] = []
    for one, reading in zip(group, wanted, strict=True):
        lines = _inline(_own_looks(one, reading), escaped).split("\n")
        lines = [start(line) if escaped else line.strip() for line in lines if line.strip()]
        if reading.depth is None:
            yield from lines
            continue
        depth = min(reading.depth, len(indents))
        del indents[depth + (1 if reading.continued else 0) :]
        counts = {key: value for key, value in counts.items() if key <= depth}
        if reading.continued and len(indents) > depth:
            yield ""
            yield from ("".join(indents) + line for line in lines)
            continue
        counts[depth] = counts.get(depth, 0) + 1 if reading.ordered else 0
        sign = f"{counts[depth]}. " if reading.ordered else "- "
        above = "".join(indents)
        indents.append(" " * len(sign))
        yield from (above + (sign if place == 0 else " " * len(sign)) + line for place, line in enumerate(lines))


def _own_looks(paragraph: Paragraph, reading: Reading) -> list[Look]:
    """Give a paragraph's stretches with their own spaces; strong only where that is part of how it is read."""
    marked = any(look.strong or look.em for look in reading.looks)
    return [
        Look(one.text, one.strong and marked, one.em and marked, own_link(one)) for one in paragraph.runs if one.text
    ]


def _inline(looks: Iterable[Look], escaped: bool) -> str:
    """Write stretches; spaces at the edge of strong text stand outside of it, or it would not be read so."""
    parts: list[str] = []
    for (strong, em, link), group in groupby(looks, lambda look: look[1:]):
        text = "".join(look.text for look in group).replace("\t", " ")
        body = text.strip()
        if not body:
            parts.append(text)
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        said = "\n".join(run(line) if escaped else line for line in body.split("\n"))
        said = f"[{said}](<{link}>)" if link.lower().startswith(SCHEMES) else said
        sign = "*" * (2 * strong + em)
        parts.append(before + sign + said + sign + after)
    return "".join(parts)


def _chunks(text: str) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """Give the blocks of an answer as they were written, and as they are read."""
    lines = clean(text).split("\n")
    tokens: list[Token] = []
    for token in parsed(clean(text)):
        tokens.append(token)
        if token.level == 0 and token.nesting <= 0 and tokens[0].map:
            first, last = tokens[0].map
            yield "\n".join(lines[first:last]).strip("\n"), readings(_read(tokens))
            tokens = []


def _read(tokens: Sequence[Token]) -> list[Paragraph]:
    found: list[Paragraph] = []
    lists: list[bool] = []
    fresh = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append(token.type.startswith("ordered"))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                fresh = True
            case "inline":
                depth = len(lists) - 1 if lists else None
                continued = depth is not None and not fresh
                ordered = bool(lists and lists[-1]) and not continued
                found.append(Paragraph(tuple(_runs(token.children or ())), "", "", 0, depth, ordered, continued))
                fresh = False
    return found


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    strong = em = False
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "em_open" | "em_close":
                em = token.type == "em_open"
            case "link_open":
                links.append(str(token.attrs.get("href", "")))
            case "link_close":
                links.pop()
            case "softbreak" | "hardbreak":
                yield Run("\n", strong, em, links[-1] if links else "")
            case _:
                if token.content:
                    yield Run(token.content, strong, em, links[-1] if links else "")
