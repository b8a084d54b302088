"""What the program knows of a question: help, example, proposal, law and who sees the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.language import Words
from schemas.laws import current
from schemas.paths import NoSuchPath, mark_at, parent, place
from schemas.specs import FieldSpec, spec


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it."""

    heading: str
    text: str


def spec_at(path: str, words: Words) -> FieldSpec | None:
    """Describe the question at a path; None where a step or a whole record is meant."""
    try:
        return spec(mark_at(path), words, place(path).removesuffix("[]"))
    except NoSuchPath:
        return None


def passages(path: str, words: Words) -> Iterator[Passage]:
    """Yield what there is to know of the question at a path; nothing for a step."""
    if (asked := spec_at(path, words)) is None:
        return
    say = words
    seen = say(f"screens.help.{asked.visibility}")
    yield Passage(asked.question, f"{asked.help}\n\n{seen}".strip())
    for name, text in (("example", asked.example), ("proposal", asked.proposal)):
        if text:
            yield Passage(say(f"screens.help.{name}"), text)
    if rows := laws_of(path, asked, words):
        yield Passage(say("screens.help.law"), "\n\n".join(law_text(key, words) for key in rows))


def laws_of(path: str, asked: FieldSpec, words: Words) -> tuple[str, ...]:
    """List the rows of the law table behind a question: its own, else those of the list it stands in."""
    above = spec_at(parent(path), words) if not asked.law and "[" in path else None
    return above.law if above else asked.law


def law_text(key: str, words: Words) -> str:
    """Write a row of the law table in short, with its dates."""
    row = current(key)
    dates = [words("laws.in_force", day=words.date(row.in_force))] if row.in_force else []
    dates.append(words("screens.help.checked", day=words.date(row.checked_on)))
    return f"{words(f'laws.{row.id}.provision')}: {words(f'laws.{row.id}.text')} ({', '.join(dates)}.)"
