"""How a batch is run, as the words of the command line say it."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.language import Words
from wizard.cli.exits import Exit, Stop
from wizard.render.engine.pool import cores

MOST = 64
"""More workers than this are a slip of the finger."""


@dataclass(frozen=True, slots=True)
class How:
    """How a batch is run.

    jobs: how many workers print side by side. force: whether what is unchanged is made again. dry: whether it is only
    told what would be made. json: whether that is told to a program. watch: whether it goes on when plans change.
    """

    jobs: int = 0
    force: bool = False
    dry: bool = False
    json: bool = False
    watch: bool = False

    @classmethod
    def of(cls, jobs: str, said: Words, *, force: bool, dry: bool, json: bool, watch: bool) -> How:
        """Understand the words of the command line, where an empty one is left out. Raises `Stop`."""
        if dry and watch:
            raise Stop(Exit.USAGE, said("batch.usage.dry_watch"))
        return cls(_jobs(jobs, said), force, dry, json, watch)

    @property
    def workers(self) -> int:
        """Give how many workers there are: one a core unless somebody says otherwise."""
        return self.jobs or cores()

    @property
    def plain(self) -> bool:
        """Tell whether nothing is asked that has a meaning for a folder alone."""
        return not (self.dry or self.json or self.watch)


USUALLY = How()
"""What is new or changed, told to people."""


def _jobs(text: str, said: Words) -> int:
    if not text:
        return 0
    if not (text.isdecimal() and text.isascii() and len(text) < 4 and 1 <= int(text) <= MOST):
        raise Stop(Exit.USAGE, said("batch.usage.jobs", name=text, most=MOST))
    return int(text)
