"""What changed between two points of a plan's past, in words, and bringing some or all of it back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets.option_list import Option

from schemas.compare import Difference, compare
from schemas.describing import where
from schemas.outline import PARTS
from schemas.paths import below, exists, field_of
from wizard.document.telling import safe, short_sentence
from wizard.ui.bringing import Wish, bring

from .bringing import BringScreen
from .lined import Lined

if TYPE_CHECKING:
    from textual.widgets import OptionList

    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.document.session import Session

MOST = 6
"""Lines that a difference is told in."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the past: the plan as it stood then, and what it is called. Without a plan it is now."""

    when: str
    plan: Plan | None = None


class BetweenScreen(Lined):
    """Lists what differs between two points, part by part; dismisses with the path to go to, or None to stay.

    only: the field, record or list of which the differences are told; empty for the whole plan.
    """

    TITLE_KEY = "past.between.title"
    LETTERS: ClassVar[tuple[str, ...]] = ("all", "view", "go")

    drawn = 0
    """The columns the rows are set in."""

    def __init__(self, session: Session, words: Words, path: str, points: tuple[Point, Point], only: str = "") -> None:
        super().__init__(session, words, path)
        self.old, self.new = points
        self.only = only
        self.found: tuple[Difference, ...] = ()

    def on_mount(self) -> None:
        self._ended = self.session.subscribe(lambda change: self.renew())
        self.renew()
        letters = self.letters()
        self.keys(self.words(f"past.between.{'read' if self.session.read_only else 'keys'}", **letters))
        self.set_focus(self.listed)

    def on_unmount(self) -> None:
        self._ended()

    def on_resize(self) -> None:
        if 0 < self.drawn != self.width:
            self.renew()

    @property
    def before(self) -> Plan:
        """Give the plan at the earlier point."""
        return self.old.plan or self.session.plan

    @property
    def after(self) -> Plan:
        """Give the plan at the later point."""
        return self.new.plan or self.session.plan

    def renew(self) -> None:
        """List anew; the pointer stays at its row, or goes to the nearest one."""
        if not self.is_running:
            return
        self.drawn, at = self.width, self.listed.highlighted or 0
        found = (one for one in compare(self.before, self.after) if not self.only or _about(one, self.only))
        self.found = tuple(sorted(found, key=lambda one: PARTS.index(one.part)))
        self.listed.clear_options()
        self.listed.add_options(self._options())
        if self.found:
            self.listed.highlighted = max(1, min(at, self.listed.option_count - 1))
        self.empty("" if self.found else self.words("past.between.none"))
        self.head(self._head())

    def _head(self) -> str:
        lines = [self.words("past.between.head", old=self.old.when, new=self.new.when)]
        if self.only:
            lines.append(self.words("past.between.only", where=safe(self._where(self.only))))
        if count := len(self.found):
            lines.append(self.words(f"past.between.count{'_one' if count == 1 else ''}", count=count))
        return "\n".join(lines)

    def _options(self) -> list[Option]:
        options: list[Option] = []
        for part, group in groupby(enumerate(self.found), key=lambda numbered: numbered[1].part):
            options.append(self.heading(self.words.field("Plan", part)["label"]))
            options += [self._option(number, one) for number, one in group]
        return options

    def _option(self, number: int, one: Difference) -> Option:
        sentence = short_sentence(one, self.before, self.after, self.words)
        return Option(Content(self.folded(sentence, "  ", "    ", MOST)), id=str(number))

    def _where(self, path: str) -> str:
        """Name a place, in whichever of the two plans has it."""
        plain = field_of(path)
        return where(plain, self.before if exists(self.before, plain) else self.after, self.words)

    @property
    def one(self) -> Difference | None:
        """Give the difference pointed at."""
        option = self.listed.highlighted_option
        return self.found[int(option.id)] if option is not None and option.id is not None else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (one := self.one) is not None and self.may():
            label = self.words("past.bring.one", where=self._where(one.path), when=self.old.when)
            self._ask(field_of(one.path), label)

    def do(self, name: str) -> None:
        """Bring everything back, show the plan as it was, or go to the field pointed at."""
        if name == "view":
            self.show(self.before, self.old.when, self.only)
        elif name == "go":
            self._go()
        elif self.may():
            self._ask(self.only or None, self._everything())

    def _everything(self) -> str:
        if self.only:
            return self.words("past.bring.one", where=self._where(self.only), when=self.old.when)
        return self.words("past.bring.everything", when=self.old.when)

    def _ask(self, path: str | None, label: str) -> None:
        """Ask once, and say what it does."""
        self.session.settle()
        screen = BringScreen(self.words, self.session.plan, (Wish(safe(label), self.before, path),))
        self.app.push_screen(screen, self._bring)

    def _bring(self, wish: Wish | None) -> None:
        if wish is not None:
            self.say(bring(self.session, wish, self.words))

    def _go(self) -> None:
        path = field_of(self.one.path) if self.one is not None else ""
        if path and exists(self.session.plan, path):
            self.dismiss(path)
        else:
            self.say(self.words("past.between.nowhere"))


def _about(one: Difference, path: str) -> bool:
    here = field_of(one.path)
    return below(here, path) or below(path, here)
