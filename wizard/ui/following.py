"""A screen that follows the plan: at once after one's own change, and once for any number of others'."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from wizard.document.change import Change
    from wizard.document.session import Session


class Following:
    """Calls `renew` for a widget when the plan changes, until it is ended."""

    def __init__(self, widget: MessagePump, session: Session, renew: Callable[[], None]) -> None:
        self._widget = widget
        self._session = session
        self._renew = renew
        self._due = False
        self.last: Change | None = None
        self.end = session.subscribe(self._changed)

    def _changed(self, change: Change) -> None:
        self.last = change
        if change.session == self._session.id:
            self._renew()
        elif not self._due:
            self._due = self._widget.call_later(self._late)

    def _late(self) -> None:
        self._due = False
        if self._widget.is_running:
            self._renew()
