"""A plan file that somebody else changed or replaced while the plan was open here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.files.plan_file import parse_plan
from wizard.files.trouble import FileTrouble

from .difference import difference
from .opening import plan_at, upon

if TYPE_CHECKING:
    from .session import Session


def arrived(session: Session, data: bytes) -> None:
    """Take in the bytes that somebody else put in the place of the plan file; called until `session.keeper.taken(data)`.

    The file is never written over before that.
    """
    try:
        plan = parse_plan(data, session.path)
    except FileTrouble:
        return
    if plan.saved.plan not in ("", session.plan.saved.plan):
        return
    base = plan_at(session.history, plan.saved.seq)
    edits = upon(session.plan, difference(base or session.plan, plan))
    if edits:
        session.apply(edits, "external")
    session.keeper.taken(data)
