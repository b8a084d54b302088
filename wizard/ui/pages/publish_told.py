"""What publishing says when it is over: the files, what was left out and why, and what stood in the way."""

from __future__ import annotations

import errno
import re
from collections import Counter
from typing import TYPE_CHECKING

from schemas.checks import sentence
from wizard.files.trouble import FileTrouble
from wizard.render.edition import Edition
from wizard.render.trouble import Blocked, RenderTrouble
from wizard.ui.caught import HARD
from wizard.ui.printable import printable
from wizard.ui.steps import step_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from schemas.language import Words
    from schemas.plan import Plan
    from wizard.render.documents import Document

_ERRORS = {
    errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EACCES: "read_only", errno.EPERM: "read_only",
    errno.EROFS: "read_only", errno.ENOENT: "no_folder", errno.ENOTDIR: "no_folder", errno.EEXIST: "no_folder",
}  # fmt: skip


def named(paths: Iterable[Path]) -> list[str]:
    """Name files on a line each, those that differ only in their ending on one: `plan  .md  .docx`.

    Where a line is too long, the endings go to the next one together.
    """
    endings: dict[str, list[str]] = {}
    for path in paths:
        endings.setdefault(path.stem, []).append(path.suffix)
    return [f"{printable(stem)} {HARD}{(HARD * 2).join(found)}" for stem, found in endings.items()]


def report(paths: tuple[Path, ...], left: Iterable[str] | None, words: Words) -> list[str]:
    """Say how to open the files, and how many answers of which parts the plan among them leaves out."""
    kinds = dict.fromkeys(path.suffix.removeprefix(".") for path in paths)
    how = " ".join(words(f"screens.publish.how_{kind}") for kind in kinds)
    if left is None:
        return [how]
    counted = Counter(step_of(path) for path in left)
    names = [words("screens.publish.part", part=words(f"parts.{step}.title"), count=n) for step, n in counted.items()]
    key = "left_out" if names else "left_none"
    return [how, words(f"screens.publish.{key}", names=words.join(names))]


def explained(trouble: Exception, plan: Plan, words: Words) -> str:
    """Say in a sentence what stood in the way and what to do."""
    if isinstance(trouble, Blocked) and trouble.findings:
        return sentence(trouble.findings[0], plan, words)
    if isinstance(trouble, RenderTrouble):
        return words(trouble.key, **trouble.values)
    if isinstance(trouble, FileTrouble):
        return trouble.sentence(words)
    key = _ERRORS.get(getattr(trouble, "errno", None) or 0, "other")
    return words(f"screens.publish.{key}", reason=getattr(trouble, "strerror", None) or str(trouble))


def kept_back(documents: Iterable[Document], formats: Collection[str], edition: Edition, words: Words) -> list[str]:
    """Say which documents are wished for and cannot be had: work papers in public, and those of other formats."""
    wished = list(documents)
    papers = [one for one in wished if one.internal and edition is Edition.PUBLIC]
    others = [one for one in wished if one not in papers and formats and not {*formats} & {*_names(one)}]
    names = words.join([called(one, words) for one in papers])
    said = [words("publishing.kept_back", names=names)] if papers else []
    for one in others:
        has = words.join([name.upper() for name in _names(one)])
        said.append(words("publishing.other_format", name=called(one, words), formats=has))
    return said


def lacking(left: Iterable[tuple[Document, RenderTrouble]], words: Words) -> list[str]:
    """Say which documents the plan has nothing to make of."""
    return [
        words("publishing.lacking", name=called(document, words), why=words(trouble.key, **trouble.values))
        for document, trouble in left
    ]


def called(document: Document, words: Words) -> str:
    """Name a document as its line in the list does, without what stands in brackets."""
    return re.sub(r" \(.*\)$", "", words(f"screens.publish.document.{document.name}"))


def _names(document: Document) -> list[str]:
    return [format.name for format in document.formats]
