"""What stands beneath a question: how it stands, who else types there, and what the checks say of its answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from schemas.checks import check, sentence
from schemas.paths import NoSuchPath, below, get, is_empty
from wizard.ui.questions import state
from wizard.ui.who import name_of

if TYPE_CHECKING:
    from schemas.language import Words
    from schemas.plan import Plan
    from schemas.specs import FieldSpec
    from wizard.document.session import Session

MOST = 3
"""The findings that are told beneath a question; the review has them all."""


def standing(session: Session, spec: FieldSpec, asked: FieldSpec, path: str, words: Words) -> str:
    """Say whether a question is answered, passed by or open, and who else types in the field that is asked."""
    said = [state(session.plan, spec, words, path)]
    if session.people and asked.kind != "records" and (holder := session.holder(path)) is not None:
        said.append(words("company.typing", name=name_of(holder)))
    return " · ".join(filter(None, said))


def findings(plan: Plan, top: str, words: Words) -> str:
    """Say what the checks find in an answer; that a question is open is seen without a sentence."""
    found = [one for one in check(plan, date.today()) if below(one.path, top) and not _blank(plan, one.path)]
    return "\n".join(f"{words('interface.finding')} {sentence(one, plan, words)}" for one in found[:MOST])


def _blank(plan: Plan, path: str) -> bool:
    """Tell whether nothing stands at a path."""
    try:
        return is_empty(get(plan, path))
    except NoSuchPath:
        return True
