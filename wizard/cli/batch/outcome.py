"""How it went for the files of one plan."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from schemas.language import Words
from wizard.cli.acknowledging import waiting
from wizard.cli.exits import Exit, Stop, write_code
from wizard.cli.inputs import Source
from wizard.files.trouble import BrokenFile, CannotRead, CannotWrite
from wizard.render.trouble import Blocked, RenderTrouble, Unacknowledged

from .ledger import Entry

SHARED = ("files.no_space", "files.no_write_access", "files.read_only_disk", "files.no_folder")
"""What hinders every file of a folder alike."""


class Status(StrEnum):
    """What became of one file; the words are those that a program reads."""

    MADE = "made"
    UNCHANGED = "unchanged"
    TO_MAKE = "to_make"
    LEFT_OUT = "left_out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class File:
    """One file of a plan, or where no file has a name yet, a document of it or the plan itself.

    kind: in which group of the summary a failure stands. sentence: why it failed, for the reader. document: its name,
    as it is asked for; empty where it is the plan that failed. cause: what the failure shares with those of other
    files, so that it need not be said of each: a disk that is full. entry: what is to be remembered of a file.
    """

    path: Path | None
    status: Status
    code: Exit = Exit.OK
    kind: str = ""
    sentence: str = ""
    document: str = ""
    cause: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """One plan that was dealt with; without files where it was left in the middle."""

    source: Source
    files: tuple[File, ...]

    @property
    def there(self) -> tuple[Path, ...]:
        """Give the files that lie in the folder now."""
        return tuple(one.path for one in self.files if one.path and one.status in (Status.MADE, Status.UNCHANGED))

    @property
    def failed(self) -> tuple[File, ...]:
        """Give what went wrong."""
        return tuple(one for one in self.files if one.status is Status.FAILED)

    @property
    def comes_to_nothing(self) -> bool:
        """Tell whether nothing of it is there or would be made."""
        return all(one.status in (Status.FAILED, Status.LEFT_OUT) for one in self.files)


def failed(source: Source, trouble: Exception, said: Words, path: Path | None = None, document: str = "") -> File:
    """Say what went wrong. path, document: the file and the document that were to be made, where they were known."""
    code, kind, sentence = _what(source, trouble, said, path)
    shared = trouble.key if isinstance(trouble, CannotWrite) and trouble.key in SHARED else ""
    return File(path, Status.FAILED, code, kind, sentence, document, shared)


def _what(source: Source, trouble: Exception, said: Words, path: Path | None) -> tuple[Exit, str, str]:
    match trouble:
        case BrokenFile():
            return Exit.BROKEN, "broken", f"{source.name}: {trouble.sentence(said)}"
        case CannotRead():
            return Exit.FAILURE, "unread", f"{source.name}: {trouble.sentence(said)}"
        case CannotWrite():
            return write_code(trouble), "unwritten", f"{path or source.name}: {trouble.sentence(said)}"
        case Stop():
            return trouble.code, "look", trouble.text
        case RenderTrouble():
            return _untold(source, trouble, said)
    if os.environ.get("PLANBYGGER_DEBUG"):
        raise trouble
    what = said("commands.unexpected", what=f"{type(trouble).__name__}: {trouble}")
    return Exit.FAILURE, "unmade", f"{source.name}: {what}"


def _untold(source: Source, trouble: RenderTrouble, said: Words) -> tuple[Exit, str, str]:
    if isinstance(trouble, Blocked):
        key = "blocked" if trouble.findings else "blocked_made"
        return Exit.FINDINGS, "cpr", said(f"commands.render.{key}", name=source.name)
    if isinstance(trouble, Unacknowledged):
        return Exit.FINDINGS, "private", waiting(source.name, trouble.findings, said)
    return Exit.FAILURE, "unmade", f"{source.name}: {said(trouble.key, **trouble.values)}"
