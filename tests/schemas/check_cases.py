"""For every code: changes to the complete plan that bring it forth, and where; and near misses that do not."""

from __future__ import annotations

from typing import Any

Changes = dict[str, Any]

PARTY = {"id": "p-00000001", "name": "Skolerne", "tasks": ["general"], "involvement": "decides"}
CITIZENS, DEPUTY = "organisation.contacts[c-00000001]", "organisation.contacts[c-00000002]"
MEASURE = "measures.measures[m-00000000]"
STEP = "concerns.steps[s-00000010]"
CARD = "acute.cards[c-0000000c]"
SKIPPED = {"state": "skipped", "reason": "Vi mangler politiet i dag"}
IRRELEVANT = {"state": "irrelevant", "reason": "Findes ikke hos os"}
LEAKED = {"state": "skipped", "reason": "Se sagen om 070761-4285"}
LONG_AGO = {"front.adopted_on": "2022-06-24", "front.valid_from": "2022-07-01", "front.next_revision": "2026-06-01"}
DRAFT = {"front.status": "draft", "front.adopted_on": None}
PLAN = {"front.kind": "action_plan"}

FIRES: dict[str, tuple[Changes, str]] = {
    "missing": ({"strategy.vision": " "}, "strategy.vision"),
    "blank": ({"understanding.signs[s-00000002].text": ""}, "understanding.signs[s-00000002].text"),
    "empty_list": ({"stakeholders.parties": []}, "stakeholders.parties"),
    "few": ({"stakeholders.parties": [PARTY]}, "stakeholders.parties"),
    "skipped": ({"strategy.vision": "", "reasons": {"strategy.vision": SKIPPED}}, "strategy.vision"),
    "related_address": ({"front.related[r-00000001].address": ""}, "front.related[r-00000001].address"),
    "no_deputy": ({"organisation.deputy": None}, "organisation.deputy"),
    "no_out_of_hours": ({"organisation.out_of_hours": None}, "organisation.out_of_hours"),
    "no_entry_citizen": ({"concerns.entry_citizen": None}, "concerns.entry_citizen"),
    "no_entry_professional": ({"concerns.entry_professional": ""}, "concerns.entry_professional"),
    "step_who": ({f"{STEP}.who": None}, f"{STEP}.who"),
    "step_limit": ({f"{STEP}.limit": ""}, f"{STEP}.limit"),
    "measure_owner": ({f"{MEASURE}.owner": None}, f"{MEASURE}.owner"),
    "measure_due": ({f"{MEASURE}.due": None}, f"{MEASURE}.due"),
    "card_leader": ({f"{CARD}.leader": None}, f"{CARD}.leader"),
    "card_calls": ({f"{CARD}.calls": []}, f"{CARD}.calls"),
    "law_adopting_body": ({"front.adopting_body": ""}, "front.adopting_body"),
    "law_adopted_on": ({"front.adopted_on": None}, "front.adopted_on"),
    "law_next_revision": ({"front.next_revision": None}, "front.next_revision"),
    "law_revision": ({"front.next_revision": "2030-06-25"}, "front.next_revision"),
    "law_overdue": (LONG_AGO, "front.next_revision"),
    "thin": ({"concerns.adults": "Ring til os"}, "concerns.adults"),
    "long": ({"strategy.vision": "Alle ved det. " * 30}, "strategy.vision"),
    "cpr": ({f"{MEASURE}.name": "Sagen om 070761-4285"}, f"{MEASURE}.name"),
    "cpr_reason": ({"strategy.vision": "", "reasons": {"strategy.vision": LEAKED}}, "strategy.vision"),
    "dangling": ({f"{MEASURE}.goal": "g-zzzzzzzz"}, f"{MEASURE}.goal"),
    "stray_reason": ({"reasons": {"measures.measures[m-zzzzzzzz].name": SKIPPED}}, "measures.measures"),
    "same_contact": ({f"{DEPUTY}.role": "ssp-LEDER "}, f"{DEPUTY}.role"),
    "same_party": ({"stakeholders.parties[p-00000001].name": "skolerne"}, "stakeholders.parties[p-00000001].name"),
    "other_body": ({"front.adopting_body": "Direktionen"}, "front.adopting_body"),
    "adopted_ahead": ({"front.adopted_on": "2026-09-02", "front.valid_from": "2026-10-01"}, "front.adopted_on"),
    "adopted_already": ({"front.status": "hearing"}, "front.status"),
    "valid_before_adoption": ({"front.valid_from": "2026-06-23"}, "front.valid_from"),
    "revision_before_adoption": ({"front.next_revision": "2026-06-24"}, "front.next_revision"),
    "late_revision": ({**PLAN, "front.next_revision": "2030-06-25"}, "front.next_revision"),
    "revision_passed": ({**LONG_AGO, **PLAN}, "front.next_revision"),
    "no_sibling": ({"front.related": []}, "front.related"),
    "no_goal": ({"strategy.goals[g-0000000c].task": "general"}, "strategy.goals"),
    "no_measure": ({f"{MEASURE}.status": "stopped"}, "measures.measures"),
    "past_due": ({f"{MEASURE}.due": "2026-08-31"}, f"{MEASURE}.due"),
    "deputy_same": ({"organisation.deputy": "c-00000001"}, "organisation.deputy"),
    "entry_without_number": ({f"{CITIZENS}.phone": "", f"{CITIZENS}.mail": " "}, f"{CITIZENS}.phone"),
    "entry_not_public": ({f"{CITIZENS}.public": False}, f"{CITIZENS}.public"),
    "unchecked": ({f"{CITIZENS}.checked_on": None}, f"{CITIZENS}.checked_on"),
    "checked_ahead": ({f"{CITIZENS}.checked_on": "2026-09-02"}, f"{CITIZENS}.checked_on"),
    "checked_long_ago": ({f"{CITIZENS}.checked_on": "2025-08-30"}, f"{CITIZENS}.checked_on"),
    "life_without_112": ({f"{CARD}.calls": ["SSP-leder", "112"]}, f"{CARD}.calls"),
    "urgent_without_114": ({f"{CARD}.urgency": "urgent", f"{CARD}.calls": ["Direktøren"]}, f"{CARD}.calls"),
    "no_life_card": ({f"{CARD}.urgency": "other"}, "acute.cards"),
    "readiness_open": ({"workshop.before.strategy": {}}, "workshop.before.strategy.answer"),
    "readiness_yes": ({"workshop.before.strategy.note": ""}, "workshop.before.strategy.note"),
    "readiness_partly": ({"workshop.before.strategy": {"answer": "partly"}}, "workshop.before.strategy.note"),
}  # fmt: skip

QUIET: tuple[tuple[str, str, Changes], ...] = (
    ("a question that is not relevant", "missing", {"strategy.vision": "", "reasons": {"strategy.vision": IRRELEVANT}}),
    ("a question that is not relevant", "skipped", {"strategy.vision": "", "reasons": {"strategy.vision": IRRELEVANT}}),
    ("a skipped question", "missing", {"strategy.vision": "", "reasons": {"strategy.vision": SKIPPED}}),
    ("a skipped list", "empty_list", {"stakeholders.parties": [], "reasons": {"stakeholders.parties": SKIPPED}}),
    ("a skipped part", "missing", {"strategy.vision": "", "reasons": {"strategy": SKIPPED}}),
    ("a question answered after all", "skipped", {"reasons": {"strategy.vision": SKIPPED}}),
    ("a draft has no adoption", "missing", DRAFT),
    ("a draft has no adoption", "law_adopted_on", DRAFT),
    ("a draft may lack its council", "law_adopting_body", {**DRAFT, "front.adopting_body": ""}),
    ("the duty is a beredskab's", "law_next_revision", {**PLAN, "front.next_revision": None}),
    ("the duty is a beredskab's", "law_revision", {**PLAN, "front.next_revision": "2030-06-25"}),
    ("the duty is a beredskab's", "law_overdue", {**PLAN, **LONG_AGO}),
    ("four years to the day", "law_revision", {"front.next_revision": "2030-06-24"}),
    ("the last day", "law_overdue", {"front.adopted_on": "2022-09-01", "front.valid_from": "2022-09-01"}),
    ("a committee may adopt another plan", "other_body", {**PLAN, "front.adopting_body": "Direktionen"}),
    ("Copenhagen's council", "other_body", {"front.adopting_body": "Borgerrepræsentationen"}),
    ("an English plan", "other_body", {"front.adopting_body": "The Town Council"}),
    ("an action plan needs no sibling", "no_sibling", {**PLAN, "front.related": []}),
    ("no sibling, and why", "no_sibling", {"front.related": [], "reasons": {"front.related": IRRELEVANT}}),
    ("a role in two units", "same_contact", {f"{DEPUTY}.role": "SSP-leder", f"{DEPUTY}.unit": "Nord"}),
    ("a stopped measure", "past_due", {f"{MEASURE}.status": "stopped", f"{MEASURE}.due": "2026-08-31"}),
    ("a deadline today", "past_due", {f"{MEASURE}.due": "2026-09-01"}),
    ("mail alone", "entry_without_number", {f"{CITIZENS}.phone": ""}),
    ("an internal number", "unchecked", {f"{CITIZENS}.public": False, f"{CITIZENS}.checked_on": None}),
    ("a year to the day", "checked_long_ago", {f"{CITIZENS}.checked_on": "2025-09-01"}),
    ("ring 112", "life_without_112", {f"{CARD}.calls": ["Ring 1-1-2 straks"]}),
    ("114", "urgent_without_114", {f"{CARD}.urgency": "urgent", f"{CARD}.calls": ["Politiet på 114"]}),
    ("a known role", "urgent_without_114", {f"{CARD}.urgency": "urgent", f"{CARD}.calls": ["Social vagt"]}),
    ("a phone number", "urgent_without_114", {f"{CARD}.urgency": "urgent", f"{CARD}.calls": ["Vagten 70 12 34 56"]}),
    ("a rumour needs neither", "urgent_without_114", {f"{CARD}.urgency": "other", f"{CARD}.calls": ["Direktøren"]}),
    ("no answers at all yet", "readiness_open", {"workshop": {}}),
    ("a no needs no note", "readiness_partly", {"workshop.before.strategy": {"answer": "no"}}),
    ("twenty characters", "thin", {"concerns.adults": "x" * 20}),
    ("exactly as long as is good", "long", {"strategy.vision": "x" * 300}),
    ("a phone number in a text", "cpr", {"concerns.recording": "Ring 12 34 56 78 eller 12345678 for hjælp"}),
)  # fmt: skip
