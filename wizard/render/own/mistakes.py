"""What is wrong with a template of another's hand, said with its file, its line and what was meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from types import TracebackType

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, TemplateNotFound

from schemas.language import MissingWords, words
from schemas.texts import shown
from wizard.render.trouble import RenderTrouble

from .bounds import TooMuch
from .environment import Bounded, NoText, Own, UnknownName

TAGS = "for endfor if elif else endif set endset macro endmacro call endcall filter endfilter include import from with"
MOST = 300
"""How much of Jinja's own words is shown where we have none."""


class TemplateMistake(RenderTrouble):
    """A template that is refused. file: its path in the folder; line: counted from 1, 0 where it is not known."""

    def __init__(self, key: str, file: str, line: int, **values: object) -> None:
        super().__init__(key, file=file, line=line, **values)
        self.key = f"templates.trouble.{key}"
        self.file = file
        self.line = line


def mistake(error: Exception, environment: Bounded, start: str, given: Iterable[str]) -> TemplateMistake:
    """Understand what stopped a template. start: the document's template; given: the names that it was handed."""
    file, line = _where(error.__traceback__, environment) or (start, 0)
    if isinstance(error, TemplateSyntaxError):
        said, line = error.message or "", error.lineno
        return _unknown(said, error.name or start, line, environment) or _syntax(said, error.name or start, line)
    if isinstance(error, TemplateNotFound):
        loader = environment.loader
        assert isinstance(loader, Own)
        return _near("template", file, line, str(error.name), loader.list_templates())
    if isinstance(error, UnknownName):
        if error.known is None:
            return _near("name", file, line, error.name, {*given, *environment.globals, *_set(environment, file)})
        return _near("attribute", file, line, error.name, error.known)
    if isinstance(error, MissingWords):
        return _words(error, file, line)
    if isinstance(error, KeyError):
        return TemplateMistake("no_value", file, line, found=shown(str(error.args[0])))
    for kind, key in (
        (NoText, "no_text"),
        (TooMuch, "too_much"),
        (RecursionError, "endless"),
        (SecurityError, "forbidden"),
    ):
        if isinstance(error, kind):
            return TemplateMistake(key, file, line)
    # Within a condition Jinja says only when it comes there that it knows no such filter.
    return _unknown(str(error), file, line, environment) or TemplateMistake(
        "wrong", file, line, detail=shown(f"{error}", MOST)
    )


def _where(trace: TracebackType | None, environment: Bounded) -> tuple[str, int] | None:
    """Find the innermost line of a template that an error came through."""
    found = None
    loader = environment.loader
    assert isinstance(loader, Own)
    names = set(loader.list_templates())
    while trace is not None:
        if (name := trace.tb_frame.f_code.co_filename) in names:
            found = name, trace.tb_lineno
        trace = trace.tb_next
    return found


def _set(environment: Bounded, file: str) -> Iterator[str]:
    """Yield the names that a template gives values itself."""
    source, _, _ = environment.loader.get_source(environment, file)  # type: ignore[union-attr]
    tree = environment.parse(source)
    yield from (node.name for node in tree.find_all(nodes.Name) if node.ctx != "load")
    yield from (node.name for node in tree.find_all(nodes.Macro))
    yield from (node.target for node in tree.find_all(nodes.Import))
    yield "loop"


def _words(error: MissingWords, file: str, line: int) -> TemplateMistake:
    language, _, key = str(error.args[0]).partition(": ")
    return _near("words", file, line, key, _keys(words(language).tables))


def _keys(table: object, above: str = "") -> Iterator[str]:
    if isinstance(table, dict):
        for name, below in table.items():
            yield from _keys(below, f"{above}.{name}" if above else str(name))
    else:
        yield above


_SYNTAX = (
    (r"No filter named '([^']+)'", "filter"),
    (r"No test named '([^']+)'", "test"),
    (r"Encountered unknown tag '([^']+)'", "tag"),
)


def _unknown(said: str, file: str, line: int, environment: Bounded) -> TemplateMistake | None:
    """Understand what Jinja says of a filter, a test or a tag that it does not know."""
    known = {"filter": [name for name in environment.filters if name[0] != " "], "test": [*environment.tests]}
    for pattern, key in _SYNTAX:
        if found := re.search(pattern, said):
            return _near(key, file, line, found[1], known.get(key, TAGS.split()))
    return None


def _syntax(said: str, file: str, line: int) -> TemplateMistake:
    if "Unexpected end of template" in said:
        opened = re.search(r"needs to be closed is '(\w+)'", said)
        return TemplateMistake("not_closed", file, line, found=opened[1] if opened else "…")
    return TemplateMistake("syntax", file, line, detail=shown(said, MOST))


def _near(key: str, file: str, line: int, found: str, known: Iterable[str]) -> TemplateMistake:
    """Name what is not known, and what it looks like."""
    if near := difflib.get_close_matches(found[:80], sorted(set(known) - {found}), n=1):
        return TemplateMistake(f"{key}_near", file, line, found=shown(found), near=near[0])
    return TemplateMistake(key, file, line, found=shown(found))
