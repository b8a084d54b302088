"""For every code: changes to the complete plan that bring it forth, and where; and near misses that do not."""

from __future__ import annotations

from typing import Any

from schemas.cards import ready_card
from schemas.choices import CardKind, Phase
from schemas.language import words

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

SECOND = "acute.cards[c-0000000d]"
GRID = "organisation.responsibilities[r-0000000a].decides"
ROW = {"id": "r-0000000a", "task": "Afgør en sag", "performs": ["c-00000002"]}
FIGURES = {"id": "f-00000001", "year": 2025, "concerns": 20, "opened": 8}
PARKED = {"id": "c-00000abc", "kind": "parked", "text": "Hvem holder nøglen?", "about": "strategy.vision"}
TASK = {**PARKED, "kind": "task", "due": "2026-08-31"}
SPLIT = {"answer": "yes", "note": "I den gamle plan", "count_yes": 5, "count_partly": 3, "count_no": 1}
EXAMPLE = words("da").field("Strategy", "vision")["example"]
DEFINITION = words("da").field("Understanding", "extremism")["proposal"]
ADAPT = ready_card(CardKind.DANGER, words("da"))["attention"]
PHASES = {f"concerns.steps[s-0000001{n}].phase": phase.value for n, phase in enumerate(Phase) if phase != Phase.CLOSE}
OWNED = {f"measures.measures[m-0000000{n}].owner": "c-00000001" for n in range(3)}
EVENTS = [{"id": f"e-0000000{n}", "month": "may", "activity": "Møde", "owner": "c-00000001"} for n in range(6)]


def step(**changes: Any) -> Changes:
    """Give a step of the way of a concern nobody carries out yet."""
    return {f"{STEP}.{name}": value for name, value in {"who": None, **changes}.items()}


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
    "law_published_at": ({"front.published_at": ""}, "front.published_at"),
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
    "no_urgent_card": ({f"{SECOND}.urgency": "other"}, "acute.cards"),
    "card_long": ({f"{CARD}.actions": ["Ring til den næste. " * 90]}, f"{CARD}.actions"),
    "test_old": ({f"{CARD}.tested_on": "2024-08-30"}, f"{CARD}.tested_on"),
    "no_card_tested": ({f"{CARD}.tested_on": None}, f"{CARD}.tested_on"),
    "card_unadapted": ({f"{CARD}.kind": "danger", f"{CARD}.attention": ADAPT}, f"{CARD}.attention"),
    "unchanged": ({"strategy.vision": EXAMPLE}, "strategy.vision"),
    "private_phone": ({"strategy.mandate": "Ring til tovholderen på 20 30 40 50."}, "strategy.mandate"),
    "private_mail": ({f"{CITIZENS}.mail": "soeren.moeller@eksempelby.dk"}, f"{CITIZENS}.mail"),
    "private_address": ({"concerns.police": "Mød op på Åvej 12, 2. tv, om aftenen."}, "concerns.police"),
    "private_account": ({"strategy.mandate": "Betales til reg.nr. 1234 konto 12345678."}, "strategy.mandate"),
    "inside_contact": (
        {f"{DEPUTY}.phone": "12 34 59 99", f"{DEPUTY}.checked_on": "2026-08-01", "concerns.police": "Tlf. 12345999"},
        "concerns.police",
    ),
    "person": ({f"{DEPUTY}.role": "Mette Sørensen"}, f"{DEPUTY}.role"),
    "abbreviation": ({"concerns.feedback": "Vi ringer tilbage sammen med BUF."}, "concerns.feedback"),
    "nobody_acts": (step(what="Forældrene orienteres inden tre dage."), f"{STEP}.what"),
    "law_moved": ({"concerns.adults": "Vi underretter efter servicelovens § 153, stk. 1."}, "concerns.adults"),
    "law_unknown": (
        {**DRAFT, f"{STEP}.basis_note": "Barnets lov § 153"}, f"{STEP}.basis_note",
    ),
    "small_number": ({"understanding.lessons": "Sidste år havde vi kun to konkrete sager."}, "understanding.lessons"),
    "same_year": (
        {"understanding.figures": [FIGURES, {"id": "f-00000002", "year": 2025}]},
        "understanding.figures[f-00000002].year",
    ),
    "year_ahead": ({"understanding.figures": [{**FIGURES, "year": 2027}]}, "understanding.figures[f-00000001].year"),
    "more_than_all": (
        {"understanding.figures": [{**FIGURES, "opened": 21}]}, "understanding.figures[f-00000001].opened",
    ),
    "below_zero": (
        {"understanding.figures": [{**FIGURES, "closed": -1}]}, "understanding.figures[f-00000001].closed",
    ),
    "valid_before_start": ({"front.valid_to": "2026-06-30", "front.next_revision": "2026-06-30"}, "front.valid_to"),
    "revision_after_end": ({"front.valid_to": "2029-12-31"}, "front.next_revision"),
    "due_before_start": ({f"{MEASURE}.start": "2027-06-02"}, f"{MEASURE}.due"),
    "revised_before_created": (
        {f"{CARD}.created_on": "2026-03-01", f"{CARD}.revised_on": "2026-02-28"}, f"{CARD}.revised_on",
    ),
    "ahead": ({"understanding.picture_on": "2026-09-02"}, "understanding.picture_on"),
    "two_decide": ({"organisation.responsibilities": [{**ROW, "decides": ["c-00000001", "c-00000002"]}]}, GRID),
    "none_decides": ({"organisation.responsibilities": [ROW]}, GRID),
    "overloaded": ({**OWNED, "coordination.calendar": EVENTS}, f"{CITIZENS}.role"),
    "duty_without_number": (
        {"organisation.contacts[c-00000004].phone": ""}, "organisation.contacts[c-00000004].phone",
    ),
    "unchecked_inside": ({f"{DEPUTY}.phone": "12 34 56 79"}, f"{DEPUTY}.checked_on"),
    "no_phase": ({f"{STEP}.phase": "intake", **PHASES}, "concerns.steps"),
    "count_below_zero": (
        {"workshop.before.strategy": {**SPLIT, "count_no": -1}}, "workshop.before.strategy.count_no",
    ),
    "readiness_split": ({"workshop.before.strategy": SPLIT}, "workshop.before.strategy.answer"),
    "parked_open": ({"workshop.caught": [PARKED]}, "strategy.vision"),
    "disagreement_open": (
        {"workshop.caught": [{**PARKED, "kind": "disagreement", "about": ""}]}, "workshop.caught[c-00000abc].text",
    ),
    "task_overdue": ({"workshop.caught": [TASK]}, "workshop.caught[c-00000abc].due"),
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
    ("an empty question of the long way", "missing", {"strategy.mandate": "", "organisation.rhythm": ""}),
    ("a row of the long way may be short", "thin", {f"{CARD}.staffing": "To vagter"}),
    ("an answer that points elsewhere", "thin", {"organisation.mandate": "Se bilag 2."}),
    ("a plan under revision is published later", "law_published_at",
     {"front.status": "under_revision", "front.adopted_on": None, "front.published_at": ""}),
    ("the duty is a beredskab's", "law_published_at", {**PLAN, "front.published_at": ""}),
    ("a draft is not published", "law_published_at", {**DRAFT, "front.published_at": ""}),
    ("no law asks for a log or a last day", "missing", {"front.versions": [], "front.valid_to": None}),
    ("a card of one page", "card_long", {f"{CARD}.actions": ["Ring til den næste. " * 80]}),
    ("two years to the day", "test_old", {f"{CARD}.tested_on": "2024-09-01"}),
    ("a draft's cards are not tested yet", "no_card_tested", {**DRAFT, f"{CARD}.tested_on": None}),
    ("a card adapted", "card_unadapted", {f"{CARD}.kind": "danger", f"{CARD}.attention": ADAPT + " Ja."}),
    ("the national definition", "unchanged", {"understanding.extremism": DEFINITION}),
    ("the example and something more", "unchanged", {"strategy.vision": f"{EXAMPLE} Hos os."}),
    ("a step is named as the starter names it", "unchanged", {f"{STEP}.name": "Vi tager imod bekymringen"}),
    ("a public contact's own mobile number", "private_phone", {f"{CITIZENS}.phone": "20 30 40 50"}),
    ("the number of a public contact", "private_phone", {
        f"{CITIZENS}.phone": "20 30 40 50", "strategy.mandate": "Tovholderen har 20304050."}),
    ("the national hotline", "private_phone", {"concerns.police": "Den nationale hotline er 41 74 90 90."}),
    ("a duty officer", "private_phone", {"concerns.police": "Den sociale vagt har nummer 20 30 40 50."}),
    ("years", "private_phone", {"strategy.mandate": "Planen gælder 2026-2030 og igen 2030 2034."}),
    ("a case", "private_phone", {"strategy.mandate": "Byrådets sag nr. 20304050 af 24.06.2026."}),
    ("a field the public does not see", "private_phone", {f"{DEPUTY}.phone": "20 30 40 50"}),
    ("a shared mailbox", "private_mail", {f"{CITIZENS}.mail": "social.vagt@eksempelby.dk"}),
    ("a town hall", "private_address", {"concerns.police": "Kom til rådhuset, Storegade 1, mellem 10 og 15."}),
    ("a way out", "private_address", {"acute.response": "Mødes på Samlingsplads 2 ad Flugtvej 3 uden at løbe."}),
    ("an amount", "private_account", {"strategy.mandate": "Der er 1234 12345678 kr. på kontoen til indsatsen."}),
    ("a number that is public elsewhere", "inside_contact", {
        f"{DEPUTY}.phone": "12 34 56 78", f"{DEPUTY}.checked_on": "2026-08-01",
        "concerns.police": "Ring på 12 34 56 78, også om natten."}),
    ("a role", "person", {f"{DEPUTY}.role": "Leder af Dagtilbud Nord"}),
    ("a school named after someone", "person", {f"{DEPUTY}.unit": "Christian Hansens Skole"}),
    ("a street", "person", {f"{DEPUTY}.unit": "Hans Egedes Gade"}),
    ("a church", "person", {"stakeholders.parties[p-00000001].name": "Sankt Hans Kirke"}),
    ("a person in a text", "person", {"strategy.mandate": "Vedtaget efter forslag fra Mette Sørensen i byrådet."}),
    ("a known abbreviation", "abbreviation", {"concerns.feedback": "Vi ringer tilbage sammen med SSP og PET."}),
    ("an explained one", "abbreviation",
     {"concerns.feedback": "Børne- og Ungeforvaltningen (BUF) ringer. BUF noterer."}),
    ("an internal one", "abbreviation", {"stakeholders.missing": "Vi mangler BUF i rummet i dag."}),
    ("words in capitals", "abbreviation", {"concerns.feedback": "RING ALTID TIL VAGTEN"}),
    ("an actor in the sentence", "nobody_acts", step(what="Forældrene orienteres af tovholderen.")),
    ("a step that says who", "nobody_acts", {f"{STEP}.what": "Forældrene orienteres inden tre dage."}),
    ("an act without anybody to meet", "nobody_acts", step(what="Sagen noteres i fagsystemet.")),
    ("what holds now", "law_moved", {"concerns.adults": "Vi underretter efter barnets lov § 133."}),
    ("what still holds", "law_moved", {"concerns.adults": "Rådgivning efter servicelovens § 12 b."}),
    ("the former rule, named as such", "law_moved",
     {"concerns.adults": "Barnets lov § 133 (tidligere serviceloven § 153) gælder."}),
    ("the same number elsewhere", "law_moved",
     {"concerns.adults": "Se side 153 i serviceloven og straffeloven § 153."}),
    ("an old reference in the log", "law_moved",
     {"front.versions": [{"id": "v-00000001", "what": "Serviceloven § 153 er rettet til barnets lov § 133"}]}),
    ("an adopted plan was looked up", "law_unknown", {f"{STEP}.basis_note": "Barnets lov § 153"}),
    ("a rule the table has", "law_unknown", {**DRAFT, f"{STEP}.basis_note": "Retsplejelovens § 115, stk. 1"}),
    ("a rule in passing", "law_unknown", {**DRAFT, "concerns.adults": "Vi hjælper efter serviceloven § 85 også."}),
    ("a number that tells of nobody", "small_number",
     {"understanding.lessons": "Ring inden to timer, også i fire tilfælde."}),
    ("a larger number", "small_number", {"understanding.lessons": "Vi havde 14 henvendelser sidste år."}),
    ("a goal is no figure", "small_number", {"concerns.feedback": "Vi drøfter højst to sager på et møde."}),
    ("figures that fit", "more_than_all", {"understanding.figures": [{**FIGURES, "opened": 20, "unfounded": 0}]}),
    ("cases of earlier years", "more_than_all", {"understanding.figures": [{**FIGURES, "closed": 30}]}),
    ("zero", "below_zero", {"understanding.figures": [{**FIGURES, "closed": 0}]}),
    ("this year", "year_ahead", {"understanding.figures": [{**FIGURES, "year": 2026}]}),
    ("two years", "same_year", {"understanding.figures": [FIGURES, {"id": "f-00000002", "year": 2024}]}),
    ("one day", "valid_before_start", {"front.valid_to": "2026-07-01"}),
    ("the plan's last day", "revision_after_end", {"front.valid_to": "2030-06-24"}),
    ("done on the day it begins", "due_before_start", {f"{MEASURE}.start": "2027-06-01"}),
    ("revised on the day it was made", "revised_before_created",
     {f"{CARD}.created_on": "2026-03-01", f"{CARD}.revised_on": "2026-03-01"}),
    ("today", "ahead", {"understanding.picture_on": "2026-09-01", f"{CARD}.tested_on": "2026-09-01"}),
    ("a meeting to come", "ahead", {"workshop.sessions": [{"id": "m-0000000a", "held_on": "2026-10-01"}]}),
    ("one who decides", "two_decide", {"organisation.responsibilities": [{**ROW, "decides": ["c-00000001"]}]}),
    ("one who decides", "none_decides", {"organisation.responsibilities": [{**ROW, "decides": ["c-00000001"]}]}),
    ("a row nobody has begun on", "none_decides", {"organisation.responsibilities": [{"id": "r-0000000a"}]}),
    ("eight things", "overloaded", {**OWNED, "coordination.calendar": EVENTS[:2]}),
    ("a number in the role", "duty_without_number",
     {"organisation.contacts[c-00000004].phone": "", "organisation.contacts[c-00000004].role": "Social vagt via 114"}),
    ("a dated number", "unchecked_inside", {f"{DEPUTY}.phone": "12 34 56 79", f"{DEPUTY}.checked_on": "2026-08-01"}),
    ("seven steps in their order", "no_phase", {f"{STEP}.name": "Modtagelse"}),
    ("steps nobody can place", "no_phase",
     {"concerns.steps": [{"id": "s-00000010", "name": "Trin", "who": "c-00000001"}]}),
    ("nobody said no", "count_below_zero", {"workshop.before.strategy": {**SPLIT, "count_no": 0}}),
    ("nobody said no", "readiness_split", {"workshop.before.strategy": {**SPLIT, "count_no": 0}}),
    ("fewer than nobody said no", "readiness_split", {"workshop.before.strategy": {**SPLIT, "count_no": -1}}),
    ("asked again", "readiness_split",
     {"workshop.before.strategy": SPLIT, "workshop.after.strategy": {"answer": "yes", "note": "I planen"}}),
    ("the room has not been asked again", "readiness_open", {"workshop.after": {}}),
    ("a point dealt with", "parked_open", {"workshop.caught": [{**PARKED, "state": "done"}]}),
    ("a decision is not open", "parked_open", {"workshop.caught": [{**PARKED, "kind": "decision"}]}),
    ("settled", "disagreement_open", {"workshop.caught": [{**PARKED, "kind": "disagreement", "state": "dropped"}]}),
    ("due today", "task_overdue", {"workshop.caught": [{**TASK, "due": "2026-09-01"}]}),
    ("roles of the grid that are there", "dangling",
     {"organisation.responsibilities": [{**ROW, "decides": ["c-00000001"], "asked": ["c-00000002", "c-00000003"]}]}),
    ("a phone number in a text", "cpr", {"concerns.recording": "Ring 12 34 56 78 eller 12345678 for hjælp"}),
)  # fmt: skip
