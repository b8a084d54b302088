"""`render --verify`: what was just made is read back from the disk and looked at."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.language import Words
from schemas.signs import message

from .console import say
from .exits import Exit

if TYPE_CHECKING:
    from wizard.render.verify.fault import Fault


class Verifier:
    """Looks at one file after the other and says what is wrong with it; `conclude` sums up."""

    def __init__(self, said: Words) -> None:
        self.said = said
        self.found: list[tuple[Fault, ...]] = []

    def look(self, path: Path) -> None:
        """Look at a file that was just written."""
        self.look_at(path.name, path.suffix, path.read_bytes())

    def look_at_all(self, paths: Iterable[Path]) -> None:
        """Look at the files of a plan; one that is gone already has nobody who stumbles over it."""
        for path in paths:
            with contextlib.suppress(OSError):
                self.look(path)

    def look_at(self, name: str, suffix: str, data: bytes) -> None:
        """Look at the bytes of a file."""
        from wizard.render.verify.checking import faults

        self.found.append(faults(suffix, data))
        for fault in self.found[-1]:
            say(self.said("verify.told.line", file=name, sentence=message(fault.sentence(self.said))))

    def conclude(self) -> Iterable[Exit]:
        """Sum up, and give the code of it where anything was looked at."""
        if self.found:
            from wizard.render.verify.telling import told

            say(told(self.found, self.said))
            yield Exit.FINDINGS if any(self.found) else Exit.OK
