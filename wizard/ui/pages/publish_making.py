"""Makes the files of a publishing in a thread of its own, and tells of them by messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from wizard.files.plan_file import read_plan
from wizard.files.trouble import FileTrouble
from wizard.render.asked import Asked
from wizard.render.documents import TELLING, Document
from wizard.render.edition import Edition
from wizard.render.publishing import Request, publish
from wizard.render.trouble import RenderTrouble
from wizard.ui.looking import look_of

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan


class Made(Message):
    """One more file is finished."""

    def __init__(self, done: int, of: int, path: Path) -> None:
        super().__init__()
        self.done = done
        self.of = of
        self.path = path


class Published(Message):
    """The work is over: with the files that were made, or with what stood in the way."""

    def __init__(
        self, plan: Plan, edition: Edition, paths: tuple[Path, ...] = (), trouble: Exception | None = None,
        checked: tuple[str, ...] = (), left: tuple[tuple[Document, RenderTrouble], ...] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.checked = checked
        self.left = left
        self.plan = plan
        self.edition = edition
        self.paths = paths
        self.trouble = trouble


class Stopped(Exception):
    """The facilitator called off what was not written yet."""


@dataclass(frozen=True, slots=True)
class Making:
    """What is to be made of a plan that stands at a place, and where; `earlier` is the plan it is compared to."""

    plan: Plan
    place: Path
    requests: tuple[Request, ...]
    folder: Path
    earlier: Path | None

    def work(self, post: Callable[[Message], object], stopped: Callable[[], bool], words: Words) -> None:
        """Make the files and post how it goes; touches no widget. stopped: asked after each file."""

        def made(done: int, of: int, path: Path) -> None:
            post(Made(done, of, path))
            if stopped() and done < of:
                raise Stopped

        edition = self.requests[0].edition
        left: list[tuple[Document, RenderTrouble]] = []
        try:
            look = look_of(self.place)
            wanted = tuple(replace(one, look=look) for one in _since(self.requests, self.earlier))
            from wizard.render.verify.telling import looked_at

            paths = publish(self.plan, wanted, self.folder, made, lambda *one: left.append(one))
            post(Published(self.plan, edition, paths, checked=looked_at(paths, words), left=tuple(left)))
        except (Stopped, RenderTrouble, FileTrouble, OSError) as trouble:
            post(Published(self.plan, edition, trouble=trouble))


def _since(requests: tuple[Request, ...], earlier: Path | None) -> tuple[Request, ...]:
    """Let the plan and the council memo tell what has changed since an earlier one. Raises `FileTrouble`."""
    if earlier is None or all(request.document not in TELLING for request in requests):
        return requests
    asked = Asked(earlier=read_plan(earlier))
    return tuple(replace(one, asked=asked) if one.document in TELLING else one for one in requests)
