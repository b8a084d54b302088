"""Writes a document by templates of another's hand, some of them ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from .bounds import counted
from .environment import Bounded
from .mistakes import TemplateMistake, mistake


def written(
    start: str,
    contents: Mapping[str, Any],
    own: tuple[tuple[str, str], ...],
    finalize: Callable[[Any], Markup],
    syntax: tuple[tuple[str, Any], ...],
) -> str:
    """Write a document. Raises `TemplateMistake`.

    start: the document's template. contents: what templates are handed, by name. own: the templates that stand for
    ours. finalize: writes a value as Markdown. syntax: how our templates are read.
    """
    environment = _environment(own, finalize, syntax)
    try:
        with counted():
            return environment.get_template(start).render(contents)
    except Exception as error:
        # Whatever a template does is its own mistake: it is handed nothing that can fail without it.
        raise mistake(error, environment, start, contents) from None


def compiled(
    own: tuple[tuple[str, str], ...], finalize: Callable[[Any], Markup], syntax: tuple[tuple[str, Any], ...]
) -> Iterator[TemplateMistake]:
    """Read each of one's own templates as a template, and yield what cannot be read."""
    environment = _environment(own, finalize, syntax)
    for name, _ in own:
        try:
            environment.get_template(name)
        except Exception as error:
            yield mistake(error, environment, name, ())


@lru_cache(4)
def _environment(
    own: tuple[tuple[str, str], ...], finalize: Callable[[Any], Markup], syntax: tuple[tuple[str, Any], ...]
) -> Bounded:
    return Bounded(own, finalize, **dict(syntax))
