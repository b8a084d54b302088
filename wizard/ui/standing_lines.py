"""The seven answers as lines on the screen: signs and words, the room's counts, and what they say."""

from __future__ import annotations

from textual.content import Content

from schemas.choices import Answer
from schemas.language import Words
from schemas.outline import COMPONENTS
from schemas.plan import Plan
from schemas.standings import RANK, Spread, by_need, held, is_answered, spread, standings, unproven
from schemas.workshop import Readiness, Standing

from .printable import printable

SIGNS = {Answer.YES: "✓", Answer.PARTLY: "◐", Answer.NO: "✗", None: "·"}
"""A sign beside each answer's word, so that a column of them is read at a glance."""

WIDEST = 12
"""Signs in a bar; a room with more people in it is drawn to scale."""


def label(name: str, words: Words) -> str:
    """Name a component with its number."""
    return f"{COMPONENTS.index(name) + 1} {words(f'parts.{name}.short')}"


def said(standing: Standing, words: Words) -> str:
    """Write an answer as its sign and its word."""
    answer = held(standing)
    word = words.choice("Answer", answer.value) if answer else words("readiness.unanswered")
    return f"{SIGNS[answer]} {word}"


def counts(standing: Standing) -> str:
    """Write the room's counts in short, yes first: "5·3·1"."""
    return "·".join(map(str, found)) if (found := spread(standing)) else ""


def row(name: str, standing: Standing, words: Words, counted: bool) -> Content:
    """Write a row of the starting point: the answer, the counts where some are kept, and the line or what it lacks."""
    note = printable(standing.note.strip())
    lacks = "" if note or standing.answer not in (Answer.YES, Answer.PARTLY) else f"{standing.answer.value}_lacks"
    return Content.assemble(
        f"{label(name, words):<17} ",
        (f"{said(standing, words):<13}", "bold" if standing.answer else ""),
        f" {counts(standing):<6}" if counted else "",
        " ",
        (words(f"readiness.{lacks}"), "italic") if lacks else note,
    )


def row_of_both(name: str, before: Standing, after: Standing, words: Words) -> Content:
    """Write a row of the end: the answer and the counts before, and those of now."""
    return Content.assemble(
        f"{label(name, words):<16} ",
        f"{_in_short(before, words):<17}",
        (_in_short(after, words).rstrip(), "bold" if after.answer else ""),
    )


def _in_short(standing: Standing, words: Words) -> str:
    answer = said(standing, words) if standing.answer else f"{SIGNS[None]} {words('readiness.none')}"
    return f"{answer:<10}{counts(standing)}"


def head_of_both(words: Words) -> str:
    """Head the two columns of the end."""
    return f"{'':<17}{words('readiness.before'):<17}{words('readiness.now')}"


def bar(found: Spread) -> str:
    """Draw the counts as a row of signs, one for each in the room: "✓✓✓✓✓ ◐◐◐ ✗"."""
    scale = max(1.0, sum(found) / WIDEST)
    drawn = [SIGNS[answer] * max(round(n / scale), n > 0) for answer, n in zip(Answer, found, strict=True)]
    return " ".join(one for one in drawn if one)


def room_says(standing: Standing, words: Words) -> str:
    """Say how far the room agrees; nothing where nobody counted."""
    found = spread(standing)
    if found is None or not sum(found):
        return ""
    parts = [
        f"{n} {words.choice('Answer', answer.value).lower()}" for answer, n in zip(Answer, found, strict=True) if n
    ]
    key = "agreed" if found.agreed else "split" if found.split else "uneven"
    return words(f"readiness.room.{key}", spread=words.join(parts))


def proposal(standing: Standing, words: Words) -> str:
    """Say what the counts propose: the answer to take where there is none, else only where they lean elsewhere."""
    found = spread(standing)
    proposed = found.proposed if found else None
    if proposed is None or proposed == standing.answer:
        return ""
    key = "lean" if standing.answer else "propose"
    return words(f"readiness.room.{key}", answer=words.choice("Answer", proposed.value).lower())


def reason_shown(standing: Standing, words: Words) -> str:
    """Say why a yes is shown as a partly."""
    return words("readiness.unproven") if unproven(standing) else ""


def first_ones(readiness: Readiness, words: Words) -> list[str]:
    """Say which components to begin with: first the no, then the partly."""
    lines: list[str] = []
    found = standings(readiness)
    for sought in (Answer.NO, Answer.PARTLY):
        if names := [words(f"parts.{name}.short") for name, one in found.items() if held(one) is sought]:
            lines.append(words(f"readiness.{'then' if lines else 'first'}", names=words.join(names)))
    return lines


def order_says(plan: Plan, words: Words) -> list[str]:
    """Say in which order the room goes on, or propose one; until all seven are answered, only where to begin."""
    before, order = plan.workshop.before, plan.workshop.order
    if not is_answered(before):
        return first_ones(before, words) or [words("readiness.waiting")]
    if order == "leaflet":
        return [words("readiness.order.leaflet")]
    groups = words(
        "readiness.order.need" if order == "need" else "readiness.order.propose", groups=_groups(before, words)
    )
    confirmed = sum(held(one) is Answer.YES for one in standings(before).values())
    lines = [words("readiness.order.all")] if confirmed == len(COMPONENTS) else [groups]
    if 0 < confirmed < len(COMPONENTS):
        lines[0] += " " + words("readiness.order.confirm")
    return [*lines, words(f"readiness.order.{'refuse' if order == 'need' else 'ask'}")]


def _groups(readiness: Readiness, words: Words) -> str:
    """Write the components by need as numbers behind their answer: "nej (2 5), så delvist (3)"."""
    found = standings(readiness)
    groups: dict[Answer | None, list[str]] = {}
    for name in by_need(readiness):
        groups.setdefault(held(found[name]), []).append(str(COMPONENTS.index(name) + 1))
    said = [f"{words.choice('Answer', key.value).lower()} ({' '.join(ours)})" for key, ours in groups.items() if key]
    return words("readiness.order.after").join(said)


def both_say(plan: Plan, words: Words) -> list[str]:
    """Compare the end with the beginning: how many components stand better, as before, and less well."""
    before, after = standings(plan.workshop.before), standings(plan.workshop.after)
    done = sum(one.answer is not None for one in after.values())
    lines = [words("readiness.counts", done=done, total=len(COMPONENTS))]
    moved = [
        RANK[held(after[name])] - RANK[held(before[name])]
        for name in COMPONENTS
        if before[name].answer is not None and after[name].answer is not None
    ]
    if moved:
        better, worse = sum(by > 0 for by in moved), sum(by < 0 for by in moved)
        values = {"better": better, "same": len(moved) - better - worse, "worse": worse}
        lines.append(words("readiness.moved", **values))
    return lines
