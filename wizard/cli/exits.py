"""The exit codes that scripts can rely on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizard.files.trouble import CannotWrite


class Exit(IntEnum):
    """How a run ended. What each means to people stands in the words under `commands.exits`."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    BROKEN = 3
    FINDINGS = 4
    MISSING_TOOL = 5
    LOCKED = 6
    CLASH = 7
    INTERRUPTED = 130


class Stop(Exception):
    """Ends the run with a code and, unless the text is empty, one sentence for the reader."""

    def __init__(self, code: Exit, text: str = "") -> None:
        super().__init__(text)
        self.code = code
        self.text = text


def together(codes: Iterable[Exit]) -> Exit:
    """Give one code for a batch: that of its failures where they are of one kind, else plain failure."""
    failed = {code for code in codes if code is not Exit.OK}
    if not failed:
        return Exit.OK
    return failed.pop() if len(failed) == 1 else Exit.FAILURE


def write_code(trouble: CannotWrite) -> Exit:
    """Tell a place that may not be written from one that cannot."""
    return Exit.LOCKED if trouble.key in ("files.no_write_access", "files.read_only_disk") else Exit.FAILURE
