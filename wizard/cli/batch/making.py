"""Makes the files of one plan: read once, each document written once, printed in every format that is wished for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.cli.inputs import Source
from wizard.cli.wishing import Piece, Wish
from wizard.files.names import inside
from wizard.files.trouble import CannotWrite
from wizard.render.bare import bare
from wizard.render.engine.pool import engine
from wizard.render.formats import Format
from wizard.render.look import Look
from wizard.render.rendering import Text, printed, write
from wizard.render.trouble import NoDates, RenderTrouble

from .how import How
from .ledger import Ledger, written
from .outcome import Done, File, Status, failed
from .recipe import Recipe
from .running import in_order
from .stopping import Stopping
from .tasks import Task, stem, tasks


@dataclass(frozen=True)
class Batch:
    """What the tasks of one batch have in common. ledger: what was made in the folder before, and is now."""

    wish: Wish
    how: How
    folder: Path
    said: Words
    stopping: Stopping
    recipes: tuple[tuple[Piece, Recipe], ...]
    ledger: Ledger

    @classmethod
    def of(cls, wish: Wish, how: How, folder: Path, said: Words, stopping: Stopping) -> Batch:
        """Begin a batch in a folder."""
        recipes = tuple((piece, Recipe.of(piece)) for piece in wish.pieces)
        return cls(wish, how, folder, said, stopping, recipes, Ledger(folder))

    def run(self, found: list[Source], begin: Callable[[str], None], only: frozenset[Source] | None) -> Iterator[Done]:
        """Deal with all plans, or those that are named in `only`, in order. begin: called with the name in hand."""
        wanted = (task for task in tasks(found, self.wish.pieces) if only is None or task.source in only)
        count = len(found if only is None else only)
        done = in_order(wanted, count, self.make, self.how.workers, self.stopping, lambda task: begin(task.source.name))
        for one in done:
            self.ledger.learn({file.path.name: file.entry for file in one.files if file.path and file.entry})
            yield one

    def make(self, task: Task) -> Done:
        """Make what is wished for of a plan, unless it stands there already; what goes wrong is told, never raised."""
        files: list[File] = []
        try:
            script = _Script(task, self.wish.looks.of(task.source.path, self.said))
            for piece, recipe in self.recipes:
                with engine().keeping():
                    files.extend(self._piece(script, piece, recipe))
        except Exception as trouble:
            files.append(failed(task.source, trouble, self.said))
        # What fails while everything is being stopped has not failed by itself.
        ended = self.stopping.asked
        return Done(task.source, tuple(one for one in files if not (ended and one.status is Status.FAILED)))

    def _piece(self, script: _Script, piece: Piece, recipe: Recipe) -> list[File]:
        """Make the files of one document; where it cannot be written, the plan's others are made all the same."""
        try:
            return list(self._files(script, piece, recipe))
        except RenderTrouble as trouble:
            name = piece.document.name
            if self.wish.every and isinstance(trouble, NoDates):
                return [File(None, Status.LEFT_OUT, document=name)]
            return [failed(script.task.source, trouble, self.said, document=name)]

    def _files(self, script: _Script, piece: Piece, recipe: Recipe) -> Iterator[File]:
        text: Text | None = None
        for format in piece.formats:
            of = recipe.hash(script.task.name, script.data, script.look, format)
            if not self.how.force and (path := self.ledger.fresh(of)):
                yield File(path, Status.UNCHANGED, document=piece.document.name)
            elif not self.stopping.asked:
                text = text or text_of(script.plan, piece, script.look)
                if self.wish.every and bare(text):
                    yield File(None, Status.LEFT_OUT, document=piece.document.name)
                    return
                yield self._file(script, piece, text, format, of)

    def _file(self, script: _Script, piece: Piece, text: Text, format: Format, of: str) -> File:
        path, name = self.folder / (stem(script.task.name, script.plan, piece) + format.suffix), piece.document.name
        try:
            path = inside(self.folder, path.name)
            if self.how.dry:
                return File(path, Status.TO_MAKE, document=name)
            entry = written(path, printed(text, format), of)
        except (RenderTrouble, CannotWrite) as trouble:
            return failed(script.task.source, trouble, self.said, path, name)
        return File(path, Status.MADE, document=name, entry=entry)


class _Script:
    """What a plan's documents are written from: its bytes, and the plan itself, read when it is needed first."""

    def __init__(self, task: Task, look: Look) -> None:
        self.task = task
        self.look = look
        self.data = task.source.data() if task.data is None else task.data

    @cached_property
    def plan(self) -> Plan:
        """Read the plan. Raises `BrokenFile`."""
        return self.task.source.parse(self.data)


def text_of(plan: Plan, piece: Piece, look: Look) -> Text:
    """Write one document of a plan."""
    return write(plan, piece.document, piece.edition, piece.asked, look)
