"""Makes the files of one plan: read once, written once, printed in every format that is wished for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.cli.inputs import Source
from wizard.cli.wishing import Wish
from wizard.files.names import inside
from wizard.files.trouble import CannotWrite
from wizard.render.formats import Format
from wizard.render.look import Look
from wizard.render.rendering import Text, printed, write
from wizard.render.trouble import RenderTrouble

from .how import How
from .ledger import Ledger
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
    recipe: Recipe
    ledger: Ledger

    @classmethod
    def of(cls, wish: Wish, how: How, folder: Path, said: Words, stopping: Stopping) -> Batch:
        """Begin a batch in a folder."""
        return cls(wish, how, folder, said, stopping, Recipe.of(wish), Ledger(folder))

    def run(self, found: list[Source], begin: Callable[[str], None], only: frozenset[Source] | None) -> Iterator[Done]:
        """Deal with all plans, or those that are named in `only`, in order. begin: called with the name in hand."""
        wanted = (task for task in tasks(found) if only is None or task.source in only)
        return in_order(wanted, self.make, self.how.workers, self.stopping, lambda task: begin(task.source.name))

    def make(self, task: Task) -> Done:
        """Make what is wished for of a plan, unless it stands there already; what goes wrong is told, never raised."""
        files: list[File] = []
        try:
            files.extend(self._files(task))
        except Exception as trouble:
            files = [failed(task.source, trouble, self.said)]
        # What fails while everything is being stopped has not failed by itself.
        ended = self.stopping.asked
        return Done(task.source, tuple(one for one in files if not (ended and one.status is Status.FAILED)))

    def _files(self, task: Task) -> Iterator[File]:
        data = task.source.data() if task.data is None else task.data
        look = self.wish.looks.of(task.source.path, self.said)
        text: _Written | None = None
        for format in self.wish.formats:
            of = self.recipe.hash(task.name, data, look, format)
            if not self.how.force and (path := self.ledger.fresh(of)):
                yield File(path, Status.UNCHANGED)
            elif not self.stopping.asked:
                text = text or _written(task, data, look, self.wish)
                yield self._file(task.source, text, format, of)

    def _file(self, source: Source, text: _Written, format: Format, of: str) -> File:
        path = self.folder / (text.stem + format.suffix)
        try:
            path = inside(self.folder, path.name)
            if self.how.dry:
                return File(path, Status.TO_MAKE)
            self.ledger.write(path, printed(text.text, format), of)
        except (RenderTrouble, CannotWrite) as trouble:
            return failed(source, trouble, self.said, path)
        return File(path, Status.MADE)


@dataclass(frozen=True, slots=True)
class _Written:
    text: Text
    stem: str


def _written(task: Task, data: bytes, look: Look, wish: Wish) -> _Written:
    plan = task.source.parse(data)
    return _Written(text_of(plan, wish, look), stem(task.name, plan, wish))


def text_of(plan: Plan, wish: Wish, look: Look) -> Text:
    """Write what is wished for of a plan."""
    return write(plan, wish.document, wish.edition, wish.asked, look)
