"""Points of the past as people name them: a seq, a time on their own clock, or the name of a version."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from .history import History
from .versions import known_as

_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?"
_DAYS = (r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)", r"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})")
_FORMS = tuple(re.compile(form) for form in (*_DAYS, *(rf"{day}[ T]+{_TIME}" for day in _DAYS), _TIME))
_EXACT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


class NoSuchPoint(LookupError):
    """A word that names no point of the past; `key` is the sentence that says why, with `values`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def seq_of(history: History, word: str) -> int:
    """Find the seq of a name, a number, or a time such as `2026-11-24 14:30`, `24.11.2026` or `14:30`.

    A time without seconds is the end of that minute, as the list of changes shows it; a day alone is its end.
    Raises `NoSuchPoint`.
    """
    if version := known_as(history, word):
        return version.seq
    word = word.strip()
    if word.isdecimal() and word.isascii():
        return _numbered(history, int(word[:18]))
    span = _span(word)
    if span is None:
        raise NoSuchPoint("history.no_point", word=word)
    if span[0] > datetime.now().astimezone():
        raise NoSuchPoint("history.not_yet", at=span[0])
    return seq_at(history, span[1])


def _numbered(history: History, seq: int) -> int:
    last = history.head()
    if seq > last:
        raise NoSuchPoint("history.no_seq", seq=seq, last=last)
    return seq


def _span(word: str) -> tuple[datetime, datetime] | None:
    """Give the first and the last moment that a word can mean, on the clock of whoever wrote it."""
    if _EXACT.fullmatch(word):
        return _exactly(word)
    found = next((match for form in _FORMS if (match := form.fullmatch(word))), None)
    if found is None:
        return None
    parts = {name: int(text) for name, text in found.groupdict().items() if text is not None}
    try:
        day = date(parts["year"], parts["month"], parts["day"]) if "year" in parts else date.today()
        first = time(parts.get("hour", 0), parts.get("minute", 0), parts.get("second", 0))
    except ValueError:
        return None
    last = time(parts.get("hour", 23), parts.get("minute", 59), parts.get("second", 59))
    return datetime.combine(day, first).astimezone(), datetime.combine(day, last).astimezone()


def _exactly(word: str) -> tuple[datetime, datetime] | None:
    """Read a time with its zone, as `history --json` writes it."""
    try:
        moment = datetime.fromisoformat(word)
    except ValueError:
        return None
    return moment, moment


def seq_at(history: History, moment: datetime) -> int:
    """Give the seq of the latest change at or before a time; 0 where none was made yet. Raises `NoSuchPoint`."""
    at = moment.astimezone(UTC).isoformat(timespec="seconds")
    found = history.rows("select max(seq) from changes where at <= ?", at)[0][0]
    if found is not None:
        return int(found)
    began = history.rows("select min(at) from (select at from files union all select at from changes)")[0][0]
    if began is not None and at < began:
        raise NoSuchPoint("history.before_it_began", at=datetime.fromisoformat(began).astimezone())
    return 0
