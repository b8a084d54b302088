"""The list of what was caught: by kind, each line with a way to its field."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from schemas.choices import CaughtKind
from schemas.gathered import WAITING, waits
from wizard.ui.caught import HARD

from .board import Board

if TYPE_CHECKING:
    from textual.events import Key
    from textual.widgets.option_list import Option

    from schemas.workshop import Caught


class DrawerScreen(Board):
    """Lists what was caught, all of it or one kind or what is open."""

    only: CaughtKind | None = None
    open_only = False

    def _shown(self, caught: Caught) -> bool:
        return self.only in (None, caught.kind) and (not self.open_only or waits(caught))

    def options(self) -> list[Option]:
        """Give what was caught, by kind."""
        found: list[Option] = []
        for kind in (*CaughtKind, None):
            rows = [one for one in self.session.plan.workshop.caught if one.kind is kind and self._shown(one)]
            if rows:
                label = self.words(f"catching.kinds.{kind}") if kind else self.words("catching.list.untyped")
                found += [self.heading(label), *map(self.row, rows)]
        return found

    def head(self) -> str:
        """Count what was caught, and say what of it is shown."""
        return f"{self._counted()}\n{self._showing()}" if self.session.plan.workshop.caught else ""

    def _counted(self) -> str:
        said: list[str] = []
        for kind in CaughtKind:
            ours = [one for one in self.session.plan.workshop.caught if one.kind is kind]
            open_ones = sum(map(waits, ours))
            key = "count" if kind in WAITING else "count_closed"
            values = {"kind": self.words(f"catching.kinds.{kind}"), "all": len(ours), "open": open_ones}
            said += [self.words(f"catching.list.{key}", **values).replace(" ", HARD)] if ours else []
        return "\n".join(wrap(" · ".join(said), self.width)).replace(HARD, " ")

    def _showing(self) -> str:
        key = ("shows_both" if self.only else "shows_open") if self.open_only else "shows_kind" if self.only else None
        kind = self.words(f"catching.kinds.{self.only}").lower() if self.only else ""
        return self.words(f"catching.list.{key or 'shows_all'}", kind=kind)

    def none(self) -> str:
        """Say that nothing was caught, or that nothing of it is shown."""
        if self.session.plan.workshop.caught:
            return self.words("catching.list.filtered", key=self.words("catching.key.all"))
        return self.words("catching.list.empty")

    def hints(self) -> str:
        """Name the keys."""
        named = {name: self.words(f"catching.key.{name}") for name in (*super().letters(), "open", "all")}
        kinds = " ".join(self.words(f"catching.letter.{kind}") for kind in CaughtKind)
        keys = self.words("catching.list.keys", **named)
        return f"{keys}\n{self.words('catching.list.filters', kinds=kinds, **named)}"

    def letters(self) -> tuple[str, ...]:
        """Name what letters do here."""
        return (*super().letters(), "open", "all")

    async def do(self, name: str) -> None:
        """Show less or more, or settle a row."""
        if name == "open":
            self.open_only = not self.open_only
        elif name == "all":
            self.open_only, self.only = False, None
        else:
            await super().do(name)
            return
        self.renew()
        self.say("")

    async def on_key(self, event: Key) -> None:
        """Show one kind alone by its letter; the same letter again shows every kind."""
        kind = next((one for one in CaughtKind if self.words(f"catching.letter.{one}") == event.character), None)
        if kind is None or self.controls:
            return
        event.stop()
        self.only = None if self.only is kind else kind
        self.renew()
        self.say("")
