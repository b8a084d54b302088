"""A complete plan that no check has anything against, and small changes to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from schemas.checks import Finding, check
from schemas.plan import Plan

TODAY = date(2026, 9, 1)

PLAN: dict[str, Any] = {
    "front": {
        "municipality": "Eksempelby Kommune",
        "title": "Beredskab til forebyggelse af ekstremisme",
        "kind": "preparedness",
        "owner": "c-00000001",
        "adopting_body": "Byrådet",
        "valid_from": "2026-07-01",
        "status": "adopted",
        "adopted_on": "2026-06-24",
        "published_at": "eksempelby.dk/beredskab",
        "next_revision": "2030-06-24",
        "related": [
            {
                "id": "r-00000001",
                "name": "Beredskab mod negativ social kontrol",
                "topic": "honour",
                "address": "eksempelby.dk/kontrol",
            }
        ],
    },
    "understanding": {
        "extremism": "Personer eller grupper, der begår eller forsvarer vold for en sag.",
        "radicalisation": "Et forløb, hvor en person kommer til at forsvare vold for en sag.",
        "forms": ["right_wing", "mixed"],
        "not_concern": "Lovlige meninger, tro og lovlig protest er ingen bekymring.",
        "signs": [
            {"id": "s-00000001", "text": "Taler om vold som en løsning"},
            {"id": "s-00000002", "text": "Bryder brat med gamle venner"},
            {"id": "s-00000003", "text": "Deler opfordringer til vold på nettet"},
        ],
        "local_picture": "Vi har ingen aktuelle sager og få henvendelser om året.",
        "lessons": "Vi ringede for sent til hinanden; nu ringer vi samme dag.",
    },
    "strategy": {
        "vision": "Alle ved, hvem de skal ringe til, og får svar samme dag.",
        "goals": [
            {
                "id": "g-0000000a",
                "task": "general",
                "text": "Alle skoler holder et forløb",
                "owner": "c-00000001",
                "due": "2027-06-01",
            },
            {
                "id": "g-0000000b",
                "task": "concern",
                "text": "Alle henvendelser vurderes inden et døgn",
                "owner": "c-00000001",
                "due": "2027-06-01",
            },
            {
                "id": "g-0000000c",
                "task": "acute",
                "text": "Alle vagter har øvet kortet",
                "owner": "c-00000002",
                "due": "2027-01-01",
            },
        ],
        "follow_up_by": "c-00000001",
        "follow_up_when": "Hvert år i januar",
    },
    "stakeholders": {
        "parties": [
            {"id": f"p-0000000{number}", "name": name, "tasks": ["concern"], "involvement": "consulted"}
            for number, name in enumerate(
                ("Skolerne", "Politiet", "Jobcentret", "Regionens psykiatri", "Boligselskabet")
            )
        ]
    },
    "organisation": {
        "model": "coordinator",
        "coordinator": "c-00000001",
        "deputy": "c-00000002",
        "police": "c-00000003",
        "out_of_hours": "c-00000004",
        "disagreement": "Direktøren for Børn og Unge",
        "training": "Nye medarbejdere får en times introduktion hvert kvartal.",
        "contacts": [
            {
                "id": "c-00000001",
                "role": "SSP-leder",
                "phone": "12 34 56 78",
                "mail": "ssp@eksempelby.dk",
                "checked_on": "2026-08-01",
                "public": True,
            },
            {"id": "c-00000002", "role": "SSP-konsulent"},
            {"id": "c-00000003", "role": "Forebyggelsesbetjent", "unit": "Politiet"},
            {"id": "c-00000004", "role": "Social vagt", "phone": "114"},
        ],
    },
    "concerns": {
        "entry_citizen": "c-00000001",
        "entry_professional": "c-00000002",
        "steps": [
            {"id": f"s-0000001{number}", "name": f"Trin {number}", "who": "c-00000002", "limit": "Samme dag"}
            for number in range(7)
        ],
        "adults": "Fra 18 år tager jobcentret over efter serviceloven.",
        "recording": "I kommunens fagsystem, aldrig i egne noter eller mail.",
        "anonymity": "Alle kan henvende sig uden at sige, hvem de er.",
    },
    "coordination": {
        "handovers": [
            {
                "id": f"h-0000000{number}",
                "source": "Skole",
                "target": "Familie",
                "trigger": "Ved en underretning",
                "receipt": "c-00000002",
            }
            for number in range(3)
        ],
        "sharing": "Kun det, der er nødvendigt for samarbejdet om den unge.",
        "escalation": "Tovholderen ringer til direktøren inden to timer.",
    },
    "measures": {
        "measures": [
            {
                "id": f"m-0000000{number}",
                "level": level,
                "name": f"Dialogforløb {number}",
                "target": "7.-9. klasse",
                "goal": "g-0000000a",
                "owner": "c-00000002",
                "due": "2027-06-01",
                "status": "new",
            }
            for number, level in enumerate(("constructive", "anticipatory", "intervening"))
        ]
    },
    "acute": {
        "cards": [
            {
                "id": "c-0000000c",
                "title": "Fare for liv",
                "urgency": "life",
                "leader": "c-00000001",
                "calls": ["112", "SSP-leder"],
                "press": "c-00000001",
                "tested_on": "2026-03-12",
            },
            {
                "id": "c-0000000d",
                "title": "En ung er forsvundet",
                "urgency": "urgent",
                "leader": "c-00000001",
                "calls": ["114", "Social vagt"],
                "press": "c-00000001",
            },
        ]
    },
    "workshop": {
        "before": {
            name: {"answer": "yes", "note": "I den gamle plan"}
            for name in (
                "understanding", "strategy", "stakeholders", "organisation", "concerns", "coordination", "measures",
            )
        }
    },
}  # fmt: skip


def complete(**changes: Any) -> Plan:
    """Give the complete plan, with some values changed: `complete(**{"front.status": "draft"})`.

    A path is written as the plan's paths are; None leaves a field at its default.
    """
    plan = Plan.model_validate(PLAN)
    for path, value in changes.items():
        plan = put(plan, path, value)
    return plan


def put(plan: Plan, path: str, value: Any) -> Plan:
    """Give a plan with one value changed."""
    data = plan.model_dump(mode="json")
    *way, last = path.split(".")
    here: Any = data
    for part in way:
        here = _step(here, part)
    here[last] = value
    return Plan.model_validate(data)


def _step(here: Any, part: str) -> Any:
    name, _, key = part.partition("[")
    if not key:
        return here[name]
    return next(item for item in here[name] if item["id"] == key.removesuffix("]"))


def codes(plan: Plan, today: date = TODAY) -> set[str]:
    """Give the codes of what the checks find."""
    return {finding.code for finding in check(plan, today)}


def found(plan: Plan, code: str, today: date = TODAY) -> Finding:
    """Give the one finding with a code; fails where there is none or several."""
    (finding,) = (finding for finding in check(plan, today) if finding.code == code)
    return finding
