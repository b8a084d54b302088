"""A date, typed as people do, and a whole number."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from schemas.dates import parse_date

from .asked import Asked
from .line import LineControl

SHORT_YEAR = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./ -]\s*\d{2}|\d{1,2}\.?\s*\w{3,9}\.?\s+\d{2}")
"""A date whose year has two digits: a guess at the century would end up in a plan that is adopted."""


class DateControl(LineControl):
    """Types a date such as "1/6 2026"; it is written out in full when it is left."""

    _warned = ""

    def bind(self, asked: Asked | None) -> None:
        """Take on a question, with how to write a date where nothing stands."""
        super().bind(asked)
        self.placeholder = "" if asked is None else asked.words("interface.date_example")

    def show(self, value: Any) -> None:
        """Show a date in full; what is no date yet stands as it was typed."""
        found = _day(value)
        if self.has_focus and found is not None and found == _day(self.value):
            return
        super().show(self._full(found) if found else value)

    def _full(self, day: date) -> str:
        return self.asked.words.date(day) if self.asked is not None else day.isoformat()

    def plain(self, text: str) -> Any:
        """Give the text as it is typed; nothing for an empty line."""
        return text.strip() or None

    def wrong(self) -> bool:
        """Tell whether something stands there that is no date."""
        return bool(self.value.strip()) and _day(self.value) is None

    async def action_submit(self) -> None:
        """Go on; the first time that something wrong stands there, say so and stay."""
        if self.wrong() and self.asked is not None and self._warned != self.value:
            self._warned = self.value
            self._complain()
        else:
            await super().action_submit()

    def _complain(self) -> None:
        if self.asked is not None:
            key = "short_year" if SHORT_YEAR.fullmatch(self.value.strip()) else "no_date"
            self.asked.say(self.asked.words(f"interface.{key}", text=self.value.strip()))

    def leave(self) -> None:
        """Settle, and write the date out or say that it is none."""
        super().leave()
        if self.wrong():
            self._complain()
        elif self.asked is not None:
            super().show(self._full(day) if (day := _day(self.value)) else "")


def _day(value: Any) -> date | None:
    return parse_date(str(value)) if value else None


DIGITS = 9
"""The most digits a number has; nothing a plan counts needs more."""


class NumberControl(LineControl):
    """Types a whole number; a key that would make it anything else is refused, and that is said."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Take digits only; what stood there before and is no number can still be deleted."""
        first, last = sorted((max(0, start), min(len(self.value), end)))
        new = (self.value[:first] + text.strip() + self.value[last:]).strip()
        if not text or (new.isdecimal() and len(new) <= DIGITS):
            super().replace(text.strip(), start, end)
        elif self.asked is not None:
            key = "too_many_digits" if new.isdecimal() else "digits_only"
            self.asked.say(self.asked.words(f"forms.{key}", text=text.strip()))

    def plain(self, text: str) -> Any:
        """Give the number, or the text that is none."""
        text = text.strip()
        return int(text) if text.isdecimal() else (text or None)

    def leave(self) -> None:
        """Settle, and say where no number stands there."""
        super().leave()
        if self.asked is not None and self.value.strip() and not self.value.strip().isdecimal():
            self.asked.say(self.asked.words("interface.no_number", text=self.value.strip()))
