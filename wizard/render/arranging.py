"""The order of a plan's document: by component, by level of prevention, or by the national guide's headings.

Whatever the order, every answer is printed, and printed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from schemas.choices import Arrangement, Level
from schemas.language import Words
from schemas.outline import COMPONENTS

from .field import Field
from .layout import LAYOUT, Answer, Block, Facts, Group

Parts = Mapping[str, Mapping[str, Field]]
"""The answers of a plan by part and name."""

BARE = ("cards", "sections")
"""Lists whose records have headings of their own, so that the list needs none."""

GUIDE = (
    "understanding", "strategy", "organisation", "data", "practice", "concerns", "stakeholders", "measures",
    "coordination",
)  # fmt: skip
"""The chapters by the national guide: its seven with numbers, and before and after them what it has no heading for."""

BESIDE = ("understanding", "coordination")
"""The chapters that the national guide has no heading for."""

MOVED = {
    "not_concern": "concerns", "signs": "concerns", "risk_factors": "concerns", "constructive": "measures",
    "local_picture": "data", "online": "data", "data_needs": "data", "figures": "data",
    "lessons": "practice", "experience": "practice",
}  # fmt: skip
"""Where the guide has what stands in the first component, by the first answer of a block."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A block with its answers, ready to be printed.

    heading: of a group; of facts the caption of their table.
    fields: the answers; of an answer first its own and then those below it.
    """

    kind: Literal["facts", "answer", "bare", "lead", "group"]
    fields: tuple[Field, ...] = ()
    heading: str = ""
    blocks: tuple[Laid, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter, by the name of its part or of what it gathers; `fields` are all answers of the part.

    number: empty where the chapter bears none.
    """

    name: str
    title: str
    intro: str
    number: str
    blocks: tuple[Laid, ...]
    fields: Mapping[str, Field] = field(default_factory=dict)


def arranged(arrangement: Arrangement, parts: Parts, words: Words) -> tuple[Chapter, ...]:
    """Give the chapters of the document; chapters without a number that have nothing to print are left out."""
    order = {Arrangement.LEVEL: _by_level, Arrangement.GUIDE: _by_guide}.get(arrangement, _by_component)
    before, after = _chapter("front", parts, words), (_chapter(name, parts, words) for name in ("acute", "attachments"))
    number = 0
    found: list[Chapter] = []
    for chapter in (before, *order(parts, words), *after):
        if chapter.number:
            number += 1
            chapter = Chapter(chapter.name, chapter.title, chapter.intro, str(number), chapter.blocks, chapter.fields)
        if chapter.number or chapter.blocks:
            found.append(chapter)
    return tuple(found)


def _by_component(parts: Parts, words: Words) -> Iterator[Chapter]:
    for name in COMPONENTS:
        yield _chapter(name, parts, words, numbered=True)


def _by_guide(parts: Parts, words: Words) -> Iterator[Chapter]:
    moved = [block for block in LAYOUT["understanding"] if block.names[0] in MOVED]
    for name in GUIDE:
        own = [block for block in LAYOUT.get(name, ()) if block not in moved]
        come = [block for block in moved if MOVED[block.names[0]] == name]
        blocks = (*_laid(come, parts["understanding"], words), *_laid(own, parts.get(name, {}), words))
        key = f"guide.{name}" if words.has(f"documents_full.guide.{name}.title") else ""
        yield _named(name, key, blocks, parts, words, numbered=name not in BESIDE)


def _by_level(parts: Parts, words: Words) -> Iterator[Chapter]:
    """Give each level its text, its goals and its measures, and then the parts with what has no level."""
    goals, measures = parts["strategy"]["goals"], parts["measures"]["measures"]
    for level in Level:
        purpose = parts["understanding"][level.value]
        lists = [goals.chosen("level", level.value), measures.chosen("level", level.value)]
        lists[1] = lists[1]._replace(path="levels.measures")
        blocks = (Laid("lead", (purpose,)), *(Laid("answer", (one,)) for one in lists if one.answered))
        yield _named(level.value, f"level.{level.value}", blocks[not purpose.printed :], parts, words, numbered=True)
    rest = {
        **parts,
        "understanding": {name: one for name, one in parts["understanding"].items() if name not in tuple(Level)},
        "strategy": {**parts["strategy"], "goals": goals.chosen("level", "")},
        "measures": {**parts["measures"], "measures": measures.chosen("level", "")},
    }
    yield from _by_component(rest, words)


def _chapter(name: str, parts: Parts, words: Words, numbered: bool = False) -> Chapter:
    """Lay out a part as a chapter of its own."""
    key = name if words.has(f"documents_full.{name}.title") else ""
    return _named(name, key, tuple(_laid(LAYOUT[name], parts[name], words)), parts, words, numbered)


def _named(name: str, key: str, blocks: Sequence[Laid], parts: Parts, words: Words, numbered: bool = False) -> Chapter:
    """Name a chapter by a table of words, or as the part is named."""
    title, intro = (
        (words(f"documents_full.{key}.{text}") for text in ("title", "intro"))
        if key
        else (words(f"parts.{name}.title"), words(f"documents.intro.{name}"))
    )
    return Chapter(name, title, intro, "1" * numbered, tuple(blocks), parts.get(name, {}))


def _laid(blocks: Sequence[Block], fields: Mapping[str, Field], words: Words) -> Iterator[Laid]:
    for block in blocks:
        if isinstance(block, Group):
            if inner := tuple(_laid(block.parts, fields, words)):
                yield Laid("group", heading=words(f"documents_full.groups.{block.key}"), blocks=inner)
        elif found := tuple(one for name in block.names if (one := fields.get(name)) and one.printed):
            yield _with_fields(block, found, fields, words)


def _with_fields(block: Facts | Answer, found: tuple[Field, ...], fields: Mapping[str, Field], words: Words) -> Laid:
    if isinstance(block, Facts):
        known = words.has(f"documents.facts.{block.key}")
        return Laid("facts", found, words(f"documents{'' if known else '_full'}.facts.{block.key}"))
    if block.name in BARE and found[0].answered:
        return Laid("bare", found)
    main = fields.get(block.name)
    return Laid("answer", found if main is None or main.printed else (main, *found))
