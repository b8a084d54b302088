"""Several people at one plan, in any order, with sudden ends and a disk that takes nothing for a while.

All end with the same plan, the log replays to exactly that plan, and nothing that anybody typed is missing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from sudden import end_suddenly

from schemas.language import words
from schemas.paths import NoSuchPath, get, records
from schemas.plan import Plan, Saved
from schemas.starter import starter
from wizard.document.history import history_path
from wizard.document.opening import plan_at
from wizard.document.people import Held
from wizard.document.session import Session
from wizard.files.plan_file import read_plan

RUNS = int(os.environ.get("PLANBYGGER_SEEDS", "10"))
FIELDS = ("front.title", "strategy.vision", "front.municipality")
LISTS = {"stakeholders.parties": "name", "organisation.contacts": "role", "strategy.goals": "text"}


def contents(plan: Plan) -> Plan:
    """Give a plan without the stamp of its file."""
    return plan.model_copy(update={"saved": Saved()})


class Workshop(RuleBasedStateMachine):
    sessions = Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "plan.plan.yaml"
        self.open: list[Session] = []
        self.typed: set[str] = set()
        self.tokens = count()
        self.names = count()
        self.block: sqlite3.Connection | None = None

    def word(self) -> str:
        """Give a word that stands nowhere else, so that it can be looked for."""
        return f"ord{next(self.tokens)}æ"

    @initialize()
    def begin(self) -> None:
        Session.create(self.path, starter(words("da"), "Øby"), "Ane").close()

    @rule(target=sessions, author=st.sampled_from(["Ane", "Bo", "Carla"]))
    def come(self, author: str) -> Session:
        if self.block is not None:
            self.free()
        session = Session.open(self.path, author)
        session.history.wait_at_most(0.001)
        self.open.append(session)
        return session

    @rule(session=consumes(sessions))
    def go(self, session: Session) -> None:
        self.free()
        session.close()
        self.open.remove(session)

    @rule(session=consumes(sessions))
    def die(self, session: Session) -> None:
        self.free()
        session.tick()  # what waits in memory alone is not on any disk, and is not what this is about
        end_suddenly(session)
        self.open.remove(session)

    @rule(session=sessions, where=st.sampled_from(FIELDS))
    def answer(self, session: Session, where: str) -> None:
        session.settle(where)  # whoever answers anew in the middle of a word has let go of the word
        word = self.word()
        session.set(where, word)
        self.typed.add(word)

    @rule(session=sessions, where=st.sampled_from(FIELDS), settled=st.booleans())
    def type(self, session: Session, where: str, settled: bool) -> None:
        word = self.word()
        with contextlib.suppress(Held):
            session.draft(where, word)
            self.typed.add(word)
            if settled:
                session.settle(where)

    @rule(session=sessions, where=st.sampled_from(sorted(LISTS)), first=st.booleans())
    def add(self, session: Session, where: str, first: bool) -> None:
        word = self.word()
        session.add(where, {LISTS[where]: word}, after=None if first else "end")
        self.typed.add(word)

    @rule(session=sessions, where=st.sampled_from(sorted(LISTS)), number=st.integers(0, 9))
    def change(self, session: Session, where: str, number: int) -> None:
        if items := get(session.plan, where):
            word = self.word()
            with contextlib.suppress(Held):
                session.draft(f"{where}[{items[number % len(items)].id}].{LISTS[where]}", word)
                self.typed.add(word)

    @rule(session=sessions, where=st.sampled_from(sorted(LISTS)), number=st.integers(0, 9))
    def remove(self, session: Session, where: str, number: int) -> None:
        if items := get(session.plan, where):
            with contextlib.suppress(Held):
                session.remove(where, items[number % len(items)].id)

    @rule(session=sessions, where=st.sampled_from(sorted(LISTS)), one=st.integers(0, 9), other=st.integers(-1, 9))
    def move(self, session: Session, where: str, one: int, other: int) -> None:
        if items := get(session.plan, where):
            with contextlib.suppress(Held):
                after = None if other < 0 else items[other % len(items)].id
                session.move(where, items[one % len(items)].id, after)

    @rule(session=sessions, number=st.integers(0, 9))
    def name_coordinator(self, session: Session, number: int) -> None:
        if roles := session.plan.organisation.contacts:
            session.set("organisation.coordinator", roles[number % len(roles)].id)

    @rule(session=sessions)
    def skip(self, session: Session) -> None:
        session.pass_by("strategy.vision", "skipped", self.word())

    @rule(session=sessions, way=st.sampled_from(["undo", "redo"]))
    def take_back(self, session: Session, way: str) -> None:
        session.undo() if way == "undo" else session.redo()

    @rule(session=sessions)
    def look(self, session: Session) -> None:
        session.catch_up()

    @rule(session=sessions)
    def save(self, session: Session) -> None:
        session.settle()
        if self.block is None:
            session.save()

    @rule(session=sessions, take=st.booleans())
    def choose(self, session: Session, take: bool) -> None:
        if session.conflicts and self.block is None:
            with contextlib.suppress(NoSuchPath):
                session.resolve(session.conflicts[0].id, take)

    @rule()
    def the_disk_takes_nothing(self) -> None:
        if self.block is None:
            self.block = sqlite3.connect(history_path(self.path), isolation_level=None)
            self.block.execute("begin immediate")

    @rule()
    def free(self) -> None:
        if self.block is not None:
            self.block.execute("rollback")
            self.block.close()
            self.block = None

    @invariant()
    def ids_are_unique(self) -> None:
        for session in self.open:
            found = [item.id for _, item in records(session.plan)]
            assert len(found) == len(set(found))

    def teardown(self) -> None:
        self.free()
        for session in self.open:
            session.settle()
            session.tick()
        self.all_stand_at_the_same()
        for session in self.open:
            session.close()
        self.nothing_typed_is_missing()
        shutil.rmtree(self.folder)

    def all_stand_at_the_same(self) -> None:
        for session in self.open:
            session.catch_up()
            assert session.trouble is None
            assert contents(session.plan) == contents(self.open[0].plan)
            replayed = plan_at(session.history, session.seq)
            assert replayed is not None
            assert contents(replayed) == contents(session.plan)

    def nothing_typed_is_missing(self) -> None:
        if not self.path.exists():
            return
        last = Session.open(self.path, "Sidste")
        with contextlib.closing(sqlite3.connect(history_path(self.path))) as db:
            rows = [*db.execute("select edits from changes"), *db.execute("select edits from conflicts")]
        kept = " ".join(text for (text,) in rows)
        plan = last.plan
        last.close()
        assert {word for word in self.typed if f'"{word}"' not in kept} == set()
        assert contents(read_plan(self.path)) == contents(plan)


Workshop.TestCase.settings = settings(
    max_examples=RUNS, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWorkshop = Workshop.TestCase
