"""A plan as it stands now: as its log has it, where the wizard may have it open, else as its file has it."""

from __future__ import annotations

from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.document.history import fingerprint
from wizard.document.past import plan_at
from wizard.files.mapping import read_bytes

from .histories import reading
from .inputs import one_plan


def standing(file: Path, said: Words) -> tuple[Plan, int, bool]:
    """Give a plan, the change it stands at and whether it has a history; nothing is written. Raises `Stop`.

    A file that came from elsewhere since the log's latest change is taken as it is.
    """
    plan = one_plan(str(file), said)
    with reading(file, said) as log:
        if log is None:
            return plan, plan.saved.seq, False
        head = log.head()
        if log.file_seq(fingerprint(read_bytes(file))) is not None:
            return plan_at(log, head), head, True
        stamp = plan.saved.model_copy(update={"plan": plan.saved.plan or log.meta("plan") or ""})
        return plan.model_copy(update={"saved": stamp}), min(plan.saved.seq, head), True
