"""The filters that a template of another's hand may use: those of Jinja whose result is no larger than what they read.

The others are left out, or are written here so that they look first how large the result would be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from jinja2 import pass_eval_context
from jinja2.filters import FILTERS, do_indent, do_join, do_replace
from jinja2.nodes import EvalContext

from .bounds import checked, handled, light

_KEPT = """
abs capitalize count d default dictsort e escape first float forceescape groupby int items last length
list lower map max min reject rejectattr reverse safe select selectattr sort string title trim truncate
unique upper wordcount
"""
KEPT = tuple(_KEPT.split())


def filters() -> dict[str, Callable[..., Any]]:
    """Give the filters by name."""
    found = {name: FILTERS[name] for name in KEPT}
    return {name: _weighed(function) for name, function in {**found, **OWN}.items()}


def _weighed(function: Callable[..., Any]) -> Callable[..., Any]:
    """Count what a filter handles, and weigh what it gives."""
    before = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def weighed(*args: Any, **values: Any) -> Any:
        value = args[before] if len(args) > before else None
        # What is told as text or put in order is gone through to its depth.
        checked(value) if isinstance(value, list | tuple | dict) else handled(value)
        return checked(function(*args, **values))

    return weighed


@pass_eval_context
def _join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    parts = checked(list(value))
    light(sum(len(str(part)) for part in parts if not isinstance(part, list | dict)) + len(parts) * len(str(d)))
    joined: str = do_join(context, parts, d, attribute)
    return joined


@pass_eval_context
def _replace(context: EvalContext, s: str, old: str, new: str, count: int | None = None) -> str:
    light(len(s) + (str(s).count(str(old)) + 1) * len(str(new)))
    replaced: str = do_replace(context, s, old, new, count)
    return replaced


def _indent(s: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    broad = len(width) if isinstance(width, str) else int(width)
    light(len(s) + (str(s).count("\n") + 1) * broad)
    indented: str = do_indent(s, width, first, blank)
    return indented


OWN: Mapping[str, Callable[..., Any]] = {"join": _join, "replace": _replace, "indent": _indent}
