"""Why a wish to change the plan was not done, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from schemas.paths import NoSuchPath
from wizard.document.people import Held
from wizard.document.session import ReadOnlyPlan

from .who import name_of

if TYPE_CHECKING:
    from schemas.language import Words


@contextmanager
def refusals(say: Callable[[str], None], words: Words, held: str = "held_inside") -> Iterator[None]:
    """Say why what is done inside was refused: the plan can only be read, another types there, or it is gone.

    held: the sentence for where another types, by its key under `company`.
    """
    try:
        yield
    except ReadOnlyPlan as refused:
        say(words(refused.key))
    except Held as refused:
        say(words(f"company.{held}", name=name_of(refused.author)))
    except NoSuchPath:
        say(words("company.gone_since"))
