"""Plans of every shape, for laws that hold for any plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from schemas.fields import Marks, Model, marks
from schemas.ids import with_ids
from schemas.plan import Plan, Reason, Saved, Unanswered
from schemas.texts import UNFIT

HARD = (
    "null", "~", "Null", "ja", "no", "0112", "12:30", "1e5", "0x1F", ".5", "-", "- a", "? b", "a: b", "a :b", "a #b",
    "#a", "'", '"', "it's", "\\", "\t", " ", "  a", "a  ", "a\nb", "a\n", "a\n\n", "\na", "a\n b", "a\n  \n", "a\n\tb",
    "|", ">", "%a", "@a", "`a", "{a", "[a", "a]", "&a", "*a", "!a", "---", "...", "a\n---\nb", "a\r\nb", "\r", "\x85",
    "a\u2028b", "\ufeffa", "a\xa0b", "æøå ÆØÅ", "https://a.dk/#b", "a@b.dk", "2026-06-01", "😀", "a\n😀", "<<", "=",
    "y", "a,b", "a\n# b\nc", "12 34 56 78", "a:", "a\n\n\nb", "\n", "\n\n", "a \nb", "e\u0301",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Any text that a plan can hold, the hard ones often."""
    anything = st.text(max_size=40).map(lambda text: UNFIT.sub("x", text))
    hard = st.sampled_from(HARD)
    return st.one_of(hard, anything, st.tuples(hard, hard).map("".join), st.tuples(hard, anything, hard).map("\n".join))


def _answer(mark: Marks) -> st.SearchStrategy[Any]:
    if mark.kind == "group":
        return models(mark.item)
    if mark.kind == "records":
        return st.lists(models(mark.item), max_size=2).map(tuple)
    if mark.kind == "choice":
        return st.sampled_from(mark.choices)
    if mark.kind == "choices":
        return st.lists(st.sampled_from(mark.choices), max_size=3).map(tuple)
    if mark.kind == "references":
        return st.lists(st.from_regex(r"[a-z]-[0-9a-z]{8}", fullmatch=True), max_size=3).map(tuple)
    if mark.kind == "lines":
        return st.lists(texts(), max_size=2).map(tuple)
    return {
        "flag": st.booleans(),
        "number": st.integers(),
        "date": st.dates(date(1, 1, 1)),
        "reference": st.from_regex(r"[a-z]-[0-9a-z]{8}", fullmatch=True),
    }.get(mark.kind, texts())


def models(model: type[Model]) -> st.SearchStrategy[Any]:
    """Any record or part of a kind, with some of its questions answered."""
    answers = {mark.name: _answer(mark) for mark in marks(model)}
    return st.fixed_dictionaries({}, optional=answers).map(model.model_validate)


def _dressed(plan: Plan, reasons: dict[str, Reason], saved: Saved) -> Plan:
    return with_ids(plan.model_copy(update={"reasons": reasons, "saved": saved}))


_reasons = st.dictionaries(texts(), st.builds(Reason, state=st.sampled_from(Unanswered), reason=texts()), max_size=2)
_stamps = st.builds(Saved, plan=texts(), seq=st.integers(0, 10**9), at=st.none() | st.datetimes(timezones=st.just(UTC)))
_usual = st.just(Saved(plan="p-1", seq=4, at=datetime(2026, 6, 1, tzinfo=UTC)))
plans = st.builds(_dressed, models(Plan), _reasons, _usual | _stamps)
"""Any plan whose records have ids."""
