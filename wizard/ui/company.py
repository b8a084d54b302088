"""The others at a plan: what they do comes to the screen without anybody losing focus, cursor or scroll."""

from __future__ import annotations

import asyncio
import contextlib
from contextvars import copy_context
from dataclasses import replace
from typing import TYPE_CHECKING

from .steps import step_of
from .who import initials, name_of
from .widgets.status import StatusLine
from .widgets.steps import StepList
from .widgets.title import KEPT, TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from schemas.language import Words
    from wizard.document.change import Change
    from wizard.document.session import Session

    from .screens.main import MainScreen

NAMED = 3
"""The most people that a line names; the others are counted."""
LOOK_AGAIN = 1.0
"""Seconds after which it is looked whether somebody who types in a field still does; only while it is marked."""


def listed(names: list[str], words: Words) -> str:
    """Name some people, and count the others."""
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], words("company.others", count=len(names) - NAMED)]
    return words.join(names)


def typed_in(session: Session, top: str) -> dict[str, str]:
    """Give the names of the others who type below a path, by the id of the record it is; "" for the path itself."""
    found: dict[str, str] = {}
    for one in session.people:
        if one.typing == top:
            found[""] = name_of(one.author)
        elif one.typing.startswith(f"{top}["):
            found[one.typing[len(top) + 1 :].partition("]")[0]] = name_of(one.author)
    return found


def _joined(changes: list[Change]) -> Change:
    """Give some changes of others as one."""
    edits = tuple(edit for change in changes for edit in change.edits)
    return changes[0] if len(changes) == 1 else replace(changes[-1], cause="merge", undoes=None, edits=edits)


class Company:
    """Takes in what the others at a plan do, and shows who they are and where they stand.

    It is woken when there is news on the disk, and does nothing as long as there is none.
    """

    def __init__(self, main: MainScreen, session: Session) -> None:
        self.main = main
        self.session = session
        self._here: dict[str, None] = {}
        self._came: dict[str, None] = {}
        self._went: dict[str, None] = {}
        self._pending = ""
        self._begun = self._greeted = False
        self._waiting: frozenset[int] = frozenset()
        self._gathered: list[Change] = []
        self._clock = session.recall(KEPT)
        self._telling: Timer | None = None
        self._looking: Timer | None = None

    def begin(self) -> None:
        """Show who is here and what waits for a choice, and listen from now on."""
        self.session.subscribe(self._changed)
        # They may be called in the middle of a key, before its echo: what stands in a control is not touched then.
        self.session.on_people = lambda: self._later(self.people)
        self.session.on_conflicts = lambda: self._later(self.choices)
        self.people()
        self._greeted = not self._came
        self.choices()
        self._begun = True
        loop, context = asyncio.get_running_loop(), copy_context()

        def news() -> None:
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(self._heard, context=context)

        self.session.listen(news)

    def _heard(self) -> None:
        self._later(self.catch_up)

    def _later(self, do: Callable[[], None]) -> None:
        self.main.call_later(do)

    def catch_up(self) -> None:
        """Take in what the others did; the page hears of all of it as one change."""
        if self.main.session is not self.session:
            return
        self.session.catch_up()
        self._hand_on()
        self._look_again()
        self._follow_clock()

    def _follow_clock(self) -> None:
        """Show the block timer as another has set it, wherever it stands; one that is coming reads it by itself."""
        kept = self.session.recall(KEPT)
        if kept != self._clock:
            self._clock = kept
            self.main.query_one(TitleLine).follow(self.session, self.main.words)
            for screen in self.main.app.screen_stack:
                if screen.is_mounted:
                    getattr(screen, "follow_clock", lambda: None)()

    def _changed(self, change: Change) -> None:
        """Hand on one's own change at once. Others' wait: they may come in the middle of a key, before its echo."""
        if change.session == self.session.id:
            self.main.changed(change)
            return
        if not self._gathered:
            self.main.call_later(self._hand_on)
        self._gathered.append(change)

    def _hand_on(self) -> None:
        changes, self._gathered = self._gathered, []
        if changes and self.main.session is self.session:
            change = _joined(changes)
            self._give_way(change)
            self.main.changed(change)

    def _give_way(self, change: Change) -> None:
        """Take out half a date and the like, which is no answer, where another has answered; say what it was."""
        from schemas.describing import label_of
        from wizard.document.edits import Set

        answered = {edit.path for edit in change.edits if isinstance(edit, Set)}
        for path in answered & self.session.unsettled.keys():
            text = str(self.session.unsettled[path])
            self.session.drop(path)
            values = {"name": name_of(change.author), "label": label_of(path, self.main.words), "text": text}
            self.main.tell(self.main.words("company.answered", **values))

    def people(self) -> None:
        """Show who is here, where, and what they type in; say who has come and gone."""
        if self.main.session is not self.session or not self.main.is_running:
            return
        self._mark_steps()
        self.main.page.people()
        self._free()
        here = dict.fromkeys(one.author for one in self.session.people if one.author != self.session.author)
        if here.keys() != self._here.keys():
            self._note(here)
            self._tell()

    def _free(self) -> None:
        """Say that the field one wanted to type in is free again."""
        from .pages.answering import Answering

        asked = getattr(self.main.app.focused, "asked", None)
        if isinstance(asked, Answering) and asked.freed():
            asked.say(self.main.words("company.free"))

    def _note(self, here: dict[str, None]) -> None:
        """Note who has come and gone since it was last said; whoever only went out and in again was always here."""
        came, went = [one for one in here if one not in self._here], [one for one in self._here if one not in here]
        unsaid = {*self._came, *self._went} & {*came, *went}
        self._came = dict.fromkeys(one for one in (*self._came, *came) if one not in unsaid)
        self._went = dict.fromkeys(one for one in (*self._went, *went) if one not in unsaid)
        self._here = here

    def _tell(self) -> None:
        """Say who is here, who has come and gone and what waited at the beginning, once what stands there is read."""
        if self._telling is not None:
            self._telling.stop()
            self._telling = None
        if not (self._came or self._went or self._pending) or self.main.session is not self.session:
            return
        if wait := self.main.query_one(StatusLine).unread:
            self._telling = self.main.set_timer(wait, self._tell)
            return
        if self._pending:
            self.main.tell(self._pending)
            self._pending = ""
            self._tell()
            return
        people = [("came" if self._greeted else "here", self._came), ("went", self._went)]
        said = [self.main.words(f"company.{key}", names=self._listed(who)) for key, who in people if who]
        self.main.tell(" ".join(said))
        self._came, self._went, self._greeted = {}, {}, True

    def _listed(self, authors: dict[str, None]) -> str:
        return listed([name_of(author) for author in authors], self.main.words)

    def _mark_steps(self) -> None:
        """Put everybody's letters at the step where they stand; a list of steps without others is as it always was."""
        others = sorted(self.session.people, key=lambda one: (one.author, one.session))
        letters = initials(one.author for one in others)
        here: dict[str, tuple[str, ...]] = {}
        for one in others:
            if one.place:
                step = step_of(one.place)
                here[step] = tuple(dict.fromkeys((*here.get(step, ()), letters[one.author])))
        self.main.set_class(bool(others), "-company")
        self.main.query_one(StepList).mark(here)

    def _look_again(self) -> None:
        """Look again in a moment where a field is marked as typed in: that somebody stops is no news on the disk."""
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        if any(one.typing for one in self.session.people):
            self._looking = self.main.set_timer(LOOK_AGAIN, self.catch_up)

    def choices(self) -> None:
        """Say how many versions wait for a choice, in a sentence when there are more than before."""
        if self.main.session is not self.session or not self.main.is_running:
            return
        from .sides import choosable

        waiting, say = choosable(self.session) if self.session.conflicts else (), self.main.words
        letter = say("catching.letter.choices")
        key = "waiting_one" if len(waiting) == 1 else "waiting"
        note = say(f"company.choices.{key}", count=len(waiting), letter=letter) if waiting else ""
        self.main.query_one(TitleLine).wait(note)
        if (renew := getattr(self.main.app.screen, "renew_choices", None)) is not None:
            renew()
        new = [one for one in waiting if one.id not in self._waiting]
        self._waiting = frozenset(one.id for one in waiting)
        if not new:
            return
        from_file = all(one.cause in ("external", "merge") for one in new)
        key = "many" if len(waiting) > 1 else "file" if from_file else "one"
        sentence = say(f"company.choices.{key}", count=len(waiting), letter=letter)
        if self._begun:
            self.main.tell(sentence)
            self.main.page.renew()
        else:
            self._pending = sentence
            self._tell()
