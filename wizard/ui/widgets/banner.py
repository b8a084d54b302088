"""The sentences at the top that say what cannot be kept, and what opening the plan had to say."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.widgets import Static

from wizard.ui.printable import printable

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.notices import Notice
    from wizard.document.session import Session

READ = 10.0
"""Seconds after which what opening had to say has been read, and goes at the next turn."""


class Banner(Static):
    """Shows a trouble for as long as it lasts, and what opening had to say until one goes on."""

    def __init__(self) -> None:
        super().__init__("", id="banner", markup=False)
        self.said = ""
        self._notices: tuple[Notice, ...] | None = None
        self._shown_at = 0.0

    def show(self, session: Session, words: Words) -> None:
        """Say how the plan is kept."""
        if self._notices is None:
            self._notices, self._shown_at = session.notices, monotonic()
        trouble = session.read_only or session.trouble
        said = words(trouble) if trouble else "\n".join(notice.sentence(words) for notice in self._notices)
        if said != self.said:
            self.said = said
            self.update(printable(said))
            self.display = bool(said)

    def turned(self) -> None:
        """Take away what was said at opening, once it has been read."""
        if self._notices and monotonic() - self._shown_at > READ:
            self._notices = ()
