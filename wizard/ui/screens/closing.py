"""The end of a meeting: what is still open, and what can be made of it all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from schemas.describing import where
from schemas.gathered import waiting
from schemas.meetings import SESSIONS, running
from wizard.ui.catching import meeting_number, next_meeting, running_name
from wizard.ui.left_open import half_answers, skipped, unsettled_points
from wizard.ui.printable import printable

from .board import Board

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key

FINISH, PUBLISH, BACK = "finish", "publish", "back"
PAPERS = ("minutes", "homework")
"""The documents that come of a meeting."""


class ClosingScreen(Board):
    """Lists what the meeting leaves open, and ends it; then says where its documents are made."""

    TITLE_KEY = "catching.close.title"
    ended = ""
    """The name of the meeting, once it is closed."""

    def options(self) -> list[Option]:
        """Give what is open and last the end of the meeting; after it, where to go."""
        if self.ended:
            return self._after()
        if running(self.session.plan) is None:
            return []
        plan, meeting = self.session.plan, running(self.session.plan)
        number = meeting_number(plan, meeting.id if meeting else None, self.words)
        finish = self.words("catching.close.finish", meeting=number)
        return [*self._open_points(), Option(Content.styled(printable(f"■ {finish}"), "bold"), id=FINISH)]

    def _open_points(self) -> list[Option]:
        found: list[Option] = []
        for kind, ours in unsettled_points(self.session).items():
            found += [self.heading(self.words(f"catching.close.{kind}")), *map(self.row, ours)]
        found += self._fields("unsettled", half_answers(self.session))
        return found + self._fields("skipped", skipped(self.session, date.today()))

    def _fields(self, key: str, paths: Iterable[str]) -> list[Option]:
        rows = [self._field(path) for path in paths]
        return [self.heading(self.words(f"catching.close.{key}")), *rows] if rows else []

    def _field(self, path: str) -> Option:
        """Write a field that waits: where it stands, and what stands there or why it was skipped."""
        plan = self.session.plan
        reason = plan.reasons.get(path)
        known = reason.reason if reason is not None else str(self.session.unsettled.get(path, ""))
        return self.lines(f"○ {where(path, plan, self.words)}", known, path)

    def _after(self) -> list[Option]:
        from wizard.render.documents import DOCUMENTS

        names = [self._paper(name) for name in PAPERS if name in DOCUMENTS]
        made = (
            [Option(self.words("catching.close.documents", names=self.words.join(names)), id=PUBLISH)] if names else []
        )
        return [*made, Option(self.words("catching.close.back"), id=BACK)]

    def _paper(self, name: str) -> str:
        from wizard.render.documents import DOCUMENTS

        return self.words(str(DOCUMENTS[name].heading))

    def head(self) -> str:
        """Say how much is open, or that the meeting has ended and what is left."""
        say, plan = self.words, self.session.plan
        if self.ended:
            return "\n".join([say("catching.close.closed", meeting=self.ended), self._left(), self._next()])
        if not (meeting := running_name(plan, say)):
            return ""
        points = sum(not option.disabled for option in self._open_points())
        return say(f"catching.close.{'open' if points else 'nothing'}", meeting=meeting, count=points)

    def _left(self) -> str:
        count = len(waiting(self.session.plan))
        key = "left" if count > 1 else "left_one" if count else "left_none"
        return self.words(f"catching.close.{key}", count=count, key=self.words("catching.letter.list"))

    def _next(self) -> str:
        proposed = next_meeting(self.session.plan, self.words)["title"]
        return self.words("catching.close.next", key=self.words("catching.letter.present"), meeting=proposed)

    def none(self) -> str:
        """Say that no meeting runs."""
        key, proposed = self.words("catching.letter.present"), next_meeting(self.session.plan, self.words)["title"]
        return self.words("catching.close.none", key=key, meeting=proposed)

    def hints(self) -> str:
        """Name the keys."""
        if self.ended or running(self.session.plan) is None:
            return self.words("catching.close.closed_hint" if self.ended else "catching.back")
        named = {name: self.words(f"catching.key.{name}") for name in self.letters()}
        return self.words("catching.close.keys", close=self.words("catching.letter.close"), **named)

    def letters(self) -> tuple[str, ...]:
        """Name what letters do here."""
        return ("done", "dropped", "edit")

    def chosen(self, key: str) -> None:
        """End the meeting, go to a field or to where documents are made."""
        if key == FINISH:
            self._finish_meeting()
        elif key == PUBLISH:
            self.dismiss(f"publish.{'+'.join(PAPERS)}")
        elif key == BACK:
            self.dismiss(None)
        else:
            super().chosen(key)

    async def on_key(self, event: Key) -> None:
        """End the meeting by its letter."""
        if not self.controls and not self.ended and event.character == self.words("catching.letter.close"):
            event.stop()
            self._finish_meeting()

    def _finish_meeting(self) -> None:
        """Close the meeting; what is open stays as it is."""
        meeting = running(self.session.plan)
        if meeting is None or not self.may():
            return
        self.ended = running_name(self.session.plan, self.words)
        self.session.set(f"{SESSIONS}[{meeting.id}].closed", True)
        self.renew(PUBLISH)
        self.say("")
