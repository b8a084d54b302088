"""Tries templates of another's hand on whole plans: every mistake is found, not only the first."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from schemas.plan import Plan
from wizard.render.asked import Asked
from wizard.render.documents import CHANGES, DOCUMENTS, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML
from wizard.render.look import Look
from wizard.render.markdown import to_markdown, unreadable
from wizard.render.rendering import Text, printed
from wizard.render.trouble import RenderTrouble

from .mistakes import TemplateMistake
from .reading import PAGES, ours


def mistakes(own: tuple[tuple[str, str], ...], plans: Iterable[Plan]) -> list[RenderTrouble]:
    """Print every document of the plans with one's own templates, and give what is wrong, each thing once."""
    look = Look(templates=own)
    found: dict[object, RenderTrouble] = {}
    for trouble in (*unreadable(look), *_tried(look, tuple(plans))):
        found.setdefault(_place(trouble), trouble)
    return list(found.values())


def _place(trouble: RenderTrouble) -> object:
    if isinstance(trouble, TemplateMistake):
        return trouble.file, trouble.line, trouble.key
    return trouble.key, str(trouble.values)


def _tried(look: Look, plans: tuple[Plan, ...]) -> Iterator[RenderTrouble]:
    documents = [document for document in (*DOCUMENTS.values(), CHANGES) if not document.data]
    for plan in plans:
        for document in documents:
            for edition in Edition:
                try:
                    to_markdown(plan, document, edition, Asked(earlier=plan), look)
                except RenderTrouble as trouble:
                    # A work paper that has no public edition, or a meeting that is not in the plan, is no mistake.
                    if isinstance(trouble, TemplateMistake):
                        yield trouble
    if any(name in PAGES for name, _ in look.templates):
        yield from _pages(look, plans[:1])


def _pages(look: Look, plans: Iterable[Plan]) -> Iterator[RenderTrouble]:
    """Print pages whose frame is one's own, by our own text."""
    for plan in plans:
        text = Text(plan, PLAN, Edition.PUBLIC, to_markdown(plan, PLAN, Edition.PUBLIC), look)
        for format in (HTML, DOCX):
            try:
                printed(text, format)
            except RenderTrouble as trouble:
                yield trouble


def strangers(folder: Path, own: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder that stand for none of ours and that no template takes in, each with a near name."""
    known, texts = ours(), [text for _, text in own]
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in known or not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if name.startswith("partials/") and any(f'"{name}"' in text or f"'{name}'" in text for text in texts):
            continue
        yield name, next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.88)), "")
