"""A plan that groups come home to, with a history that knows what they brought before."""

from __future__ import annotations

import json
from pathlib import Path

from schemas.paths import NoSuchPath
from schemas.plan import Answers, Plan

from .change import Change
from .edits import Edit, plain
from .groups import standing
from .history import fingerprint
from .session import Session


class Overtaken(Exception):
    """The plan was changed by another while a merge was on its way; nothing of the merge was done."""


class Home:
    """An open plan and its earlier merges.

    read_only: as of a session. plan: as it stands. earlier: what merges have brought and nobody has taken back.
    asks: whether there is a question to answer first, because the file is not the one that was written last.
    """

    def __init__(self, path: Path, author: str, *, read_only: bool = False) -> None:
        self._session = Session.open(path, author, read_only=read_only)
        self.plan = self._session.plan
        self.read_only = self._session.read_only
        self.asks = self._session.elsewhere.question is not None
        changes = self._session.history.caused("merge", "undo", "redo", "restore")
        self._whole = {change.seq: change.edits for change in changes}
        self._standing = standing(changes)
        self.earlier = tuple(edit for edits in self._standing.values() for edit in edits)

    def knows(self, group: Plan) -> bool:
        """Tell whether a group's plan came home just as it is, and all that it brought was left to stand."""
        seq, _, mark = (self._session.recall(_key(group)) or "").partition(" ")
        if mark != _mark(group):
            return False
        return seq == "0" or self._standing.get(int(seq)) == self._whole.get(int(seq), ())

    def take(self, edits: tuple[Edit, ...], groups: list[Plan]) -> Change | None:
        """Make what groups bring one change and write the plan; None where they bring nothing.

        Raises `Overtaken`, `CannotWrite` and `ReadOnlyPlan`.
        """
        change = None
        if edits:
            change = self._applied(edits)
            self._session.save()
        for group in groups:
            self._session.remember(_key(group), f"{change.seq if change else 0} {_mark(group)}")
        return change

    def _applied(self, edits: tuple[Edit, ...]) -> Change:
        try:
            change = self._session.apply(edits, "merge")
        except NoSuchPath:
            raise Overtaken from None
        if change is None:
            for conflict in self._session.conflicts:
                if conflict.session == self._session.id:
                    self._session.resolve(conflict.id, take=False)
            raise Overtaken
        return change

    def close(self) -> None:
        """Let go of the plan."""
        self._session.close()


def _key(group: Plan) -> str:
    return f"merged.{group.saved.plan}"


def _mark(group: Plan) -> str:
    """Give a hash of what a group's plan says, by which it is known when it comes again."""
    said = {name: plain(getattr(group, name)) for name in Answers.model_fields}
    return fingerprint(json.dumps(said, sort_keys=True).encode())
