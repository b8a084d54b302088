"""The differences between two plans in words: part by part, one sentence each, with the words that changed marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from string import Formatter
from typing import Any, Literal, NamedTuple

from .compare import Difference, Way
from .describing import name_of, shown, where
from .fields import Marks
from .language import Words
from .outline import PARTS
from .passages import Passages, passages
from .paths import is_empty, mark_at
from .plan import Plan, Reason

LISTS = ("lines", "choices", "references")
"""Kinds of answers that are several: what came and what went is said of each."""

BRIEF = 60
"""Characters up to which a text is said whole, before and after."""

NAMED = 3
"""How many records that moved are named; where more did, the whole list is in a new order."""


class Run(NamedTuple):
    """A piece of a sentence: as it is, the place it is about, or words that changed."""

    text: str
    kind: Literal["plain", "place", "changed"] = "plain"


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The differences of one part of the plan, as sentences."""

    part: str
    title: str
    sentences: tuple[Runs, ...]


def said(differences: Iterable[Difference], old: Plan, new: Plan, words: Words) -> tuple[Said, ...]:
    """Say what differs, part by part in the plan's order; parts without a difference are left out."""
    ordered = sorted(differences, key=lambda one: PARTS.index(one.part))
    return tuple(
        Said(part, words.field("Plan", part)["label"], tuple(_sentences(list(group), old, new, words)))
        for part, group in groupby(ordered, key=lambda one: one.part)
    )


def sentence(difference: Difference, old: Plan, new: Plan, words: Words) -> Runs:
    """Say one difference."""
    return _Teller(old, new, words).sentence(difference)


def text_of(runs: Runs) -> str:
    """Give a sentence as plain text, with brackets around the words that changed."""
    return "".join(f"[{run.text}]" if run.kind == "changed" else run.text for run in runs)


def _sentences(differences: list[Difference], old: Plan, new: Plan, words: Words) -> Iterator[Runs]:
    """Say the differences of a part; records of one list that came, went or moved are named in one sentence."""
    teller = _Teller(old, new, words)
    groups: dict[object, list[Difference]] = {}
    for one in differences:
        alone = one.way is Way.CHANGED or one.path.startswith("reasons[")
        groups.setdefault(one.path if alone else (one.way, one.path.rpartition("[")[0]), []).append(one)
    for group in groups.values():
        yield teller.records(group) if len(group) > 1 else teller.sentence(group[0])


class _Teller:
    """Says differences between two plans; names are looked up in the plan they stand in."""

    def __init__(self, old: Plan, new: Plan, words: Words) -> None:
        self.old = old
        self.new = new
        self.words = words

    def sentence(self, one: Difference) -> Runs:
        if one.path.startswith("reasons["):
            return self._reason(one.path.removeprefix("reasons[").removesuffix("]"), one.after)
        if one.way is Way.CHANGED:
            return self._changed(one.path, mark_at(one.path), one.before, one.after)
        return self.records([one])

    def records(self, group: list[Difference]) -> Runs:
        """Say which records of a list came, went or moved."""
        way, path = group[0].way, group[0].path.rpartition("[")[0]
        if way is Way.MOVED and len(group) > NAMED:
            return self.say("reordered", path)
        gone = [name_of(one.before, self.old, self.words) for one in group if one.before is not None]
        come = [name_of(one.after, self.new, self.words) for one in group if one.after is not None]
        return self.say(way.value, path, before=self._listed(gone), after=self._listed(come))

    def say(self, key: str, path: str, **values: Runs) -> Runs:
        """Fill a sentence of ours with runs; the place is named below its part."""
        place = where(path, self.new, self.words).partition(" › ")[2]
        filled: dict[str, Runs] = {"where": (Run(place, "place"),), **values}
        runs: list[Run] = []
        for text, name, _, _ in Formatter().parse(self.words(f"changes.{key}")):
            runs += [Run(text)] if text else []
            runs += filled[name] if name else ()
        return tuple(runs)

    def _reason(self, path: str, reason: Reason | None) -> Runs:
        if reason is None:
            return self.say("reason_gone", path)
        return self.say(reason.state.value, path, after=self._quoted(reason.reason.strip()))

    def _changed(self, path: str, mark: Marks, before: Any, after: Any) -> Runs:
        if is_empty(before) or is_empty(after):
            return self._one_sided(path, mark, before, after)
        if mark.kind in LISTS:
            return self._several(path, mark, before, after)
        if mark.kind in ("line", "text") and max(len(before), len(after)) > BRIEF:
            return self._reworded(path, *passages(_bare(before), _bare(after)))
        said = (self._value(mark, before, self.old), self._value(mark, after, self.new))
        return self.say("changed", path, before=said[0], after=said[1])

    def _one_sided(self, path: str, mark: Marks, before: Any, after: Any) -> Runs:
        if is_empty(before):
            return self.say("filled", path, after=self._value(mark, after, self.new))
        return self.say("emptied", path, before=self._value(mark, before, self.old))

    def _several(self, path: str, mark: Marks, before: tuple[Any, ...], after: tuple[Any, ...]) -> Runs:
        """Say which answers of several went and which came; of references by their names."""
        old = [shown(mark, (one,), self.old, self.words) for one in before]
        new = [shown(mark, (one,), self.new, self.words) for one in after]
        gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
        key = {(True, True): "other", (True, False): "fewer", (False, True): "more"}.get((bool(gone), bool(come)))
        values = {"before": self._listed(gone), "after": self._listed(come)}
        return self.say(key or "reordered", path, **values)

    def _listed(self, items: list[str]) -> Runs:
        return (Run(self.words.join([self.words("changes.quoted", text=one) for one in items])),)

    def _reworded(self, path: str, before: Passages, after: Passages) -> Runs:
        key = {(True, True): "rewritten", (True, False): "shorter", (False, True): "longer"}
        values = {"before": self._passages(before), "after": self._passages(after)}
        return self.say(key.get((bool(before), bool(after)), "arranged"), path, **values)

    def _passages(self, found: Passages) -> Runs:
        """Quote passages; the quotation marks and the spaces between them are not part of what changed."""
        runs: list[Run] = []
        for passage in found:
            runs += [Run(" ")] if runs else []
            runs.append(Run(passage.text, "changed" if passage.changed else "plain"))
        return self._around(tuple(runs))

    def _value(self, mark: Marks, value: Any, plan: Plan) -> Runs:
        """Say an answer whole, or the beginning of a long one."""
        if mark.kind in LISTS:
            return self._listed([shown(mark, (one,), plan, self.words) for one in value])
        if mark.kind in ("line", "text"):
            return self._passages(passages("", _bare(value))[1])
        text = shown(mark, value, plan, self.words)
        return (Run(text),) if mark.kind in ("date", "number", "flag") else self._quoted(text)

    def _quoted(self, text: str) -> Runs:
        return self._around((Run(" ".join(text.split()) or self.words("changes.nothing")),))

    def _around(self, runs: Runs) -> Runs:
        begin, end = self.words("changes.quoted", text="\0").split("\0")
        return (Run(begin), *runs, Run(end))


def _bare(text: str) -> str:
    """Take the marks of strong text away, which would be read as stars."""
    return text.replace("**", "")
