"""Jinja for templates of another's hand: the sandbox, with an end to whatever goes on, and names that are known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, nodes
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from wizard.render.folder import templates

from .bounds import TooMuch, checked, handled, light, spend
from .counting import COUNTING, Counting
from .filters import filters

_METHODS = """
upper lower title capitalize casefold strip lstrip rstrip startswith endswith split rsplit splitlines
partition rpartition removeprefix removesuffix find count isdigit isalpha isdecimal
"""
METHODS = frozenset(_METHODS.split())
"""What a text may be asked to do: nothing that makes it grow."""


PRINTED = (str, int, float, date)
"""What can be printed; anything else is a collection, and would show how the program is made."""


class NoText(Exception):
    """What is to be printed is no text, number or date."""


class UnknownName(UndefinedError):
    """A name that stands for nothing, with the names that could have been meant; None for a variable's."""

    def __init__(self, name: str, known: tuple[str, ...] | None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class Unknown(StrictUndefined):
    """Stands for a name that is not known, and says what could have been meant as soon as it is used."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = None) -> None:
        known = None if obj is missing else _names(obj)
        # Jinja calls this with a message of its own, as it would call the kind of an error.
        told: Any = partial(_told, str(name), known) if exc in (None, UndefinedError) else exc
        super().__init__(hint, obj, name, told)


def _told(name: str, known: tuple[str, ...] | None, message: str = "") -> UnknownName:
    return UnknownName(name, known)


def _names(of: Any) -> tuple[str, ...]:
    found = of if isinstance(of, dict) else dir(of)
    return tuple(str(name) for name in found if not str(name).startswith("_"))


class Own(BaseLoader):
    """Finds a template among one's own, else among ours, and calls it by its path in the folder."""

    def __init__(self, own: tuple[tuple[str, str], ...]) -> None:
        self.own = dict(own)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Give a template's text; raises `TemplateNotFound`."""
        source = self.own.get(template)
        if source is None:
            path = templates() / template
            if template not in self.list_templates():
                raise TemplateNotFound(template)
            source = path.read_text(encoding="utf-8")
        return source, template, lambda: True

    def list_templates(self) -> list[str]:
        """List what can be included: Markdown templates, one's own and ours."""
        ours = (path.relative_to(templates()).as_posix() for path in templates().rglob("*.md.j2"))
        return sorted({*self.own, *ours})


CALL = 5
"""How many rounds of a loop a call is worth."""


class Bounded(ImmutableSandboxedEnvironment):
    """The sandbox, with every step counted and every value weighed."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, own: tuple[tuple[str, str], ...], finalize: Callable[[Any], Markup], **syntax: Any) -> None:
        def written(value: Any) -> Markup:
            if not (isinstance(value, (*PRINTED, Undefined)) or value is None):
                raise NoText
            said = finalize(value)
            handled(said)
            return said

        super().__init__(loader=Own(own), undefined=Unknown, autoescape=True, finalize=written, **syntax)
        self.filters = filters() | COUNTING
        del self.globals["lipsum"]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template: nodes.Template = Counting().visit(super()._parse(source, name, filename))
        return template

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon, unless the result would be too large."""
        spend(1)
        checked(left), checked(right)
        if operator == "**":
            _refuse(abs(left) > 1000 or abs(right) > 10)
        elif operator == "%":
            _refuse(isinstance(left, str))
        elif operator == "*":
            light(_size(left) * _size(right))
        return checked(super().call_binop(context, operator, left, right))

    def call(__self, __context: Any, __obj: Any, *args: Any, **values: Any) -> Any:
        """Call what may be called, and weigh what it gives."""
        spend(CALL)
        handled(getattr(__obj, "__self__", None))
        return checked(super().call(__context, __obj, *args, **values))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give an entry; a slice is a copy and counts as such."""
        if isinstance(argument, slice):
            handled(obj)
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> None:
        """Let no text be formatted, whose width a template could choose."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell what may be reached: of a text, only what does not make it grow."""
        if isinstance(obj, str) and attr not in METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)


def _size(value: Any) -> int:
    if isinstance(value, str | list | tuple):
        return len(value)
    return abs(value) if isinstance(value, int) and abs(value) < 10**9 else 1


def _refuse(too_much: bool) -> None:
    if too_much:
        raise TooMuch
