"""What people may do to a plan, one after another, for laws that hold whatever they do."""

from __future__ import annotations

from hypothesis import strategies as st

from schemas.checks import Finding, Severity
from schemas.language import words
from schemas.paths import answers, get, records
from schemas.plan import Plan
from schemas.starter import starter
from wizard.document.acknowledging import acknowledging
from wizard.document.change import adding, applied, moving, passing_by, removing, setting
from wizard.document.edits import Add, Edit, plain

HERE = (
    "front.title",
    "front.committees",
    "front.joint",
    "organisation.co",
    "measures.measures",
    "strategy.sections",
    "measures.sections",
    "workshop.sessions",
)
"""The corner of the plan where all of them work, so that they get in each other's way."""
FEW = ("name", "role", "tasks", "text", "title", "owner", "present", "partners")
TEXTS = st.sampled_from(["", "a", "b", "æ\nø", "Ring 20 30 40 50", "Ring 20 30 40 51"])
SECTIONS = ("strategy.sections", "measures.sections")
LINES = st.lists(st.sampled_from(["SSP", "PSP", "Skolen", "Politiet", "Fritid"]), max_size=4, unique=True)


def begun() -> Plan:
    """Give a plan with roles, measures and what points from one to the other."""
    plan = starter(words("da"), "Øby")
    for role in ("Skolechef", "SSP-leder", "Politikontakt"):
        plan = applied(plan, adding(plan, "organisation.contacts", {"role": role}, None))
    for name in ("Kurser", "Mentorer", "Møder", "Opsøgende arbejde"):
        plan = applied(plan, adding(plan, "measures.measures", {"name": name}, None))
    contacts, measures = plan.organisation.contacts, plan.measures.measures
    for contact, measure in zip(contacts, measures, strict=False):
        plan = applied(plan, setting(plan, f"measures.measures[{measure.id}].owner", contact.id))
    plan = applied(plan, setting(plan, "organisation.coordinator", contacts[0].id))
    for where in SECTIONS:
        plan = applied(plan, adding(plan, where, {"title": where}, None))
    plan = applied(plan, adding(plan, "workshop.sessions", {}, None))
    present = f"workshop.sessions[{plan.workshop.sessions[-1].id}].present"
    for _ in range(2):
        plan = applied(plan, adding(plan, present, {}, None))
    return applied(plan, setting(plan, "front.committees", ["SSP", "PSP"]))


def _here(path: str) -> bool:
    name = path.rpartition(".")[2]
    return path.startswith(HERE) and ("[" not in path or name in FEW)


def _seen(plan: Plan, path: str) -> tuple[Edit, ...]:
    """Say of a field that what looks private in it may be published."""
    return acknowledging(plan, (Finding("private_phone", path, Severity.CLARIFY),))


@st.composite
def _wish(draw: st.DrawFn, plan: Plan) -> tuple[Edit, ...]:
    lists = [path for path, mark, _ in answers(plan) if mark.kind == "records" and _here(path)]
    full = [path for path in lists if get(plan, path)]
    kind = draw(st.sampled_from(["field", "field", "lines", "owner", "add", "remove", "move", "pass", "seen", "carry"]))
    fields = {path: mark for path, mark, _ in answers(plan) if _here(path)}
    if kind == "field":
        return setting(
            plan, draw(st.sampled_from([p for p, m in fields.items() if m.kind in ("line", "text")])), draw(TEXTS)
        )
    if kind == "lines":
        return setting(plan, draw(st.sampled_from([p for p, m in fields.items() if m.kind == "lines"])), draw(LINES))
    if kind == "owner" and plan.organisation.contacts and plan.measures.measures:
        measure = draw(st.sampled_from([item.id for item in plan.measures.measures]))
        contact = draw(st.sampled_from([item.id for item in plan.organisation.contacts]))
        return setting(plan, f"measures.measures[{measure}].owner", contact)
    if kind == "pass":
        free = [path for path, mark in fields.items() if mark.kind in ("line", "text", "date", "records")]
        return passing_by(plan, draw(st.sampled_from(free)), "skipped", draw(st.sampled_from(["x", "y"])))
    if kind == "seen":
        return _seen(plan, draw(st.sampled_from([p for p, m in fields.items() if m.kind in ("line", "text")])))
    if kind == "carry":
        return _carried(plan, draw(st.sampled_from(SECTIONS)), draw(st.sampled_from(SECTIONS)))
    if not full:
        return ()
    where = draw(st.sampled_from(full))
    ids = [item.id for item in get(plan, where)]
    if kind == "remove":
        return removing(plan, where, draw(st.sampled_from(ids)))
    if kind == "move":
        return moving(plan, where, draw(st.sampled_from(ids)), draw(st.sampled_from([None, *ids])))
    return adding(plan, draw(st.sampled_from([where, *lists])), {}, draw(st.sampled_from([None, *ids])))


def _carried(plan: Plan, old: str, new: str) -> tuple[Edit, ...]:
    """Carry a section from one part of the plan to another, as only a hand in the file can."""
    if old == new or not get(plan, old):
        return ()
    item = get(plan, old)[-1]
    away = removing(plan, old, item.id)
    return (*away, Add(new, plain(item), None))


@st.composite
def after(draw: st.DrawFn, plan: Plan, most: int = 6) -> Plan:
    """Give the plan after somebody has worked at it for a while."""
    for _ in range(draw(st.integers(0, most))):
        plan = applied(plan, draw(_wish(plan)))
    return plan


@st.composite
def sides(draw: st.DrawFn, count: int = 2) -> tuple[Plan, ...]:
    """Give a plan and what several people made of it, each for themselves."""
    base = draw(after(BASE, 2))
    return (base, *(draw(after(base)) for _ in range(count)))


def ids(plan: Plan) -> list[str]:
    """List the ids of all records."""
    return [item.id for _, item in records(plan)]


BASE = begun()
