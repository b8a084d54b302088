"""Which widget answers which kind of question."""

from __future__ import annotations

from collections.abc import Callable

from .asked import Asked, Control
from .choice import ChoiceControl, ChoicesControl, FlagControl
from .date import DateControl, NumberControl
from .line import LineControl
from .reference import ReferenceControl
from .references import ReferencesControl
from .text import LinesControl, TextControl

CONTROLS: dict[str, Callable[[Asked | None], Control]] = {
    "line": LineControl,
    "text": TextControl,
    "lines": LinesControl,
    "choice": ChoiceControl,
    "choices": ChoicesControl,
    "flag": FlagControl,
    "number": NumberControl,
    "date": DateControl,
    "reference": ReferenceControl,
    "references": ReferencesControl,
}
"""By kind; a list of records has its own widgets, `rows` and `form`."""


def control_for(asked: Asked) -> Control:
    """Make the control that answers a question."""
    return CONTROLS[asked.spec.kind](asked)
