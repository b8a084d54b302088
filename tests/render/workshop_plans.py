"""A plan with the record of a workshop of two meetings, for the tests of minutes and homework."""

from __future__ import annotations

from datetime import date
from typing import Any

from rendered_plans import plan_of

from schemas.choices import CaughtKind, CaughtState
from schemas.plan import Plan

FIRST, SECOND = "m-00000011", "m-00000012"


def caught(number: int, kind: CaughtKind | None, text: str, session: str | None = FIRST, **more: Any) -> dict[str, Any]:
    """Make something caught, at the first meeting unless another is named."""
    return {"id": f"c-0000010{number}", "kind": kind, "text": text, "session": session, **more}


CAUGHT = [
    caught(0, CaughtKind.DECISION, "Vi bruger den nationale definition", about="understanding.extremism"),
    caught(1, CaughtKind.TASK, "Ring til psykiatrien", who="tovholder", due=date(2026, 10, 1)),
    caught(2, CaughtKind.PARKED, "Hvem betaler?", about="measures.measures[m-gone0000].owner"),
    caught(
        3,
        CaughtKind.TASK,
        "Skriv vagtplanen",
        SECOND,
        who="Beredskabet",
        due=date(2026, 10, 15),
        about="organisation.out_of_hours",
    ),
    caught(4, CaughtKind.DISAGREEMENT, "Om klubberne skriver ned", SECOND, about="strategy.goals[g-00000001].owner"),
    caught(5, CaughtKind.NOTE, "# God *stemning* | i salen", SECOND),
    caught(6, CaughtKind.DECISION, "Vi mødes igen i maj", None),
    caught(7, CaughtKind.TASK, "Bestil lokale", SECOND, state=CaughtState.DONE, outcome="Hallen er bestilt"),
]

WORKSHOP: dict[str, Any] = {
    "sessions": [
        {
            "id": FIRST,
            "title": "Fælles forståelse",
            "held_on": date(2026, 9, 3),
            "place": "Rådhuset",
            "closed": True,
            "present": [
                {"role": "SSP-leder", "unit": "Børn og Unge"},
                {"role": "Betjent", "unit": "Politiet"},
                {"role": "Skoleleder", "unit": "Børn og Unge"},
                {"role": "Frivillig"},
            ],
        },
        {"id": SECOND, "held_on": date(2026, 9, 17)},
    ],
    "caught": CAUGHT,
    "before": {
        "strategy": {"answer": "partly", "count_yes": 2, "count_partly": 5, "count_no": 1, "note": "Mangler frister"}
    },
    "after": {"strategy": {"answer": "yes"}},
}


def workshop(**changes: Any) -> Plan:
    """Make the small plan with the record of its workshop, some of it replaced."""
    return plan_of(workshop={**WORKSHOP, **changes})
