"""Tells how a batch goes: lines while it runs, and at the end what was made, what failed and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from schemas.language import Words
from wizard.cli.console import emit, emit_spelled, say
from wizard.cli.exits import Exit

from .how import How
from .outcome import Done, File, Status

FORMAT = 1
"""The number of the shape of the lines that a program reads."""

NAMED = 8
"""How many plans are named in a group of the summary; of the others their number is."""


class Telling:
    """Tells of one plan after the other, and keeps no more of them than numbers and the names of those that failed."""

    def __init__(self, how: How, folder: Path, said: Words) -> None:
        self.how, self.folder, self.said = how, folder, said
        self.counted: Counter[Status] = Counter()
        self.codes: set[Exit] = set()
        self.plans = 0
        self.nothing = 0
        self.partly = 0
        self.failed: dict[str, list[str]] = {}
        self.files: Counter[str] = Counter()
        self.causes: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def tell(self, done: Done) -> None:
        """Tell of a plan's files."""
        self.plans += 1
        sentences: set[str] = set()
        for file in done.files:
            self.counted[file.status] += 1
            self.codes.add(file.code)
            self._line(done.source.name, file, sentences)
        self.left_out.update(file.document for file in done.files if file.status is Status.LEFT_OUT)
        if done.failed:
            self._count(done)

    def _count(self, done: Done) -> None:
        """Count a plan of which something could not be made."""
        self.nothing += done.comes_to_nothing
        self.partly += not done.comes_to_nothing
        self.files.update(file.kind for file in done.failed if file.path)
        for kind in dict.fromkeys(file.kind for file in done.failed):
            self.failed.setdefault(kind, []).append(done.source.name)

    def _line(self, source: str, file: File, sentences: set[str]) -> None:
        """Tell of a file; what was said already is not said again.

        sentences: what was said of this plan. What hinders the files of other plans alike is said once of them all.
        """
        if self.how.json:
            emit_spelled(json.dumps(_plainly(source, file), ensure_ascii=False))
        elif file.status is Status.FAILED:
            if file.sentence not in sentences and file.cause not in self.causes:
                say(file.sentence)
            sentences.add(file.sentence)
            self.causes.update({file.cause} - {""})
        elif file.status in (Status.MADE, Status.TO_MAKE):
            emit(str(file.path))

    def conclude(self) -> None:
        """Sum up."""
        for line in (self._sum(), *self._left_out(), *self._failures()):
            say(line)

    def _sum(self) -> str:
        """Say how many files were made, or would be, and how many stood there."""
        made = self.counted[Status.TO_MAKE if self.how.dry else Status.MADE]
        unchanged = self.counted[Status.UNCHANGED]
        if not (made or self.failed) and unchanged:
            return self._say("all_unchanged", unchanged)
        first = self._say("dry" if self.how.dry else "done", made)
        return f"{first} {self._say('unchanged', unchanged)}" if unchanged else first

    def _say(self, key: str, count: int) -> str:
        form = {0: "_none", 1: "_one"}.get(count, "")
        # A full stop after a full stop would read as the folder above.
        folder = self.said("batch.here") if self.folder == Path() else self.folder
        return self.said(f"batch.{key}{form}", count=count, folder=folder)

    def _left_out(self) -> list[str]:
        """Name the documents that the plan has nothing for; of many plans, for how many of them that is."""
        if not self.left_out:
            return []
        if self.plans == 1:
            return [self.said("batch.left_out", documents=self.said.join(list(self.left_out)))]
        names = [self.said("batch.left_out_count", name=name, count=count) for name, count in self.left_out.items()]
        return [self.said("batch.left_out_some", documents=", ".join(names), total=self.plans)]

    def _failures(self) -> list[str]:
        """Say how many plans came to nothing or to a part, and list them by why; of a single plan that was said."""
        if not self.failed:
            return []
        groups = [self._group(*one) for one in self.failed.items() if self.plans > 1 or self.files[one[0]] > 1]
        return [" ".join(self._numbers()), *groups]

    def _numbers(self) -> Iterator[str]:
        for key, count in (("nothing", self.nothing), ("partly", self.partly)):
            if count:
                form = "_alone" if self.plans == 1 else ""
                yield self.said(f"batch.{key}{form}", count=count, total=self.plans)

    def _group(self, kind: str, names: list[str]) -> str:
        """Name the plans of a group; where a sentence stands for many files, say how many."""
        head = self.said(f"batch.kinds.{kind}")
        if self.files[kind] > 1:
            head = self.said("batch.files", what=head, count=self.files[kind])
        return f"- {head}: {shortened(names, NAMED, self.said)}"


def shortened(names: list[str], most: int, said: Words) -> str:
    """Give the first names of a list, and how many others there are."""
    text = ", ".join(names[:most])
    return said("batch.more", names=text, count=len(names) - most) if len(names) > most else text


def _plainly(source: str, file: File) -> dict[str, object]:
    """Give what is told of a file to a program."""
    told: dict[str, object] = {
        "format": FORMAT,
        "source": source,
        "document": file.document or None,
        "path": str(file.path) if file.path else None,
        "status": file.status.value,
    }
    if file.status is Status.FAILED:
        told |= {"code": int(file.code), "kind": file.kind, "sentence": file.sentence}
    return told
