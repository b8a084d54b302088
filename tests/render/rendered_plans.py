"""Plans for the tests of rendering: a small one, and one with a token of its own in every text it can hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from typing import Any

from pydantic.fields import FieldInfo

from schemas.choices import CaughtKind, Level, Month, Status, Task, Urgency
from schemas.fields import Marks, Model, marks
from schemas.ids import with_ids
from schemas.plan import Plan
from wizard.render.documents import DOCUMENTS, Document
from wizard.render.edition import Edition
from wizard.render.markdown import to_markdown
from wizard.render.trouble import RenderTrouble

TEXTS = {name: document for name, document in DOCUMENTS.items() if not document.data}
"""The documents that are texts."""

PUBLIC = {name: document for name, document in TEXTS.items() if not document.internal}
"""The texts that have a public edition."""

FILES = {
    f"{document.name}{format.suffix}": (document, format)
    for document in DOCUMENTS.values()
    for format in document.formats
}
"""Every document in each of its formats, by a name for tests."""

PUBLIC_FILES = {name: one for name, one in FILES.items() if not one[0].internal}
"""Those of a public edition."""

SAVED = {"plan": "p-test", "seq": 7, "at": datetime(2026, 11, 20, 10, tzinfo=UTC)}

SMALL: dict[str, Any] = {
    "saved": SAVED,
    "front": {
        "municipality": "Ny Ø Kommune",
        "title": "Beredskab mod ekstremisme",
        "status": Status.ADOPTED,
        "adopting_body": "Byrådet",
        "adopted_on": date(2026, 8, 25),
        "valid_from": date(2026, 9, 1),
        "owner": "c-00000001",
    },
    "understanding": {"signs": [{"text": "Taler om vold"}, {"text": "Samler på våben"}]},
    "strategy": {
        "vision": "Ingen står **alene**.",
        "goals": [
            {"id": "g-00000001", "task": Task.GENERAL, "text": "Alle kender kortet", "owner": "c-00000002"},
            {"id": "g-00000002", "task": Task.ACUTE},
        ],
    },
    "organisation": {
        "coordinator": "c-00000002",
        "deputy": "c-00000003",
        "contacts": [
            {"id": "c-00000001", "role": "Chef", "unit": "Børn", "phone": "12 34 56 70"},
            {
                "id": "c-00000002",
                "role": "Tovholder",
                "phone": "12 34 56 71",
                "mail": "tovholder@ny.example",
                "hours": "Hverdage 8-15",
                "checked_on": date(2026, 8, 3),
                "public": True,
            },
            {"id": "c-00000003", "role": "Vikar", "phone": "12 34 56 72"},
        ],
    },
    "concerns": {
        "entry_citizen": "c-00000002",
        "entry_professional": "c-00000001",
        "anonymity": "Ja, du kan ringe uden at sige dit navn.",
        "steps": [
            {"name": "Vi tager imod", "who": "c-00000002", "limit": "Samme dag"},
            {"name": "Vi vurderer", "who": "c-00000001", "limit": "3 dage"},
        ],
    },
    "measures": {
        "measures": [
            {"level": Level.CONSTRUCTIVE, "name": "Værksted", "goal": "g-00000001", "due": date(2027, 6, 1)},
            {"level": Level.INTERVENING, "name": "Exit", "owner": "c-00000002"},
        ]
    },
    "acute": {"cards": [{"title": "Fare for liv", "urgency": Urgency.LIFE, "calls": ["112", "Vagten 12 34 56 79"]}]},
    "workshop": {"before": {"strategy": {"answer": "partly", "note": "Mangler frister"}}},
    "reasons": {"understanding.lessons": {"state": "skipped", "reason": "Tages i maj"}},
}


def editions(document: Document) -> tuple[Edition, ...]:
    """Give the editions a document exists in."""
    return tuple(edition for edition in Edition if edition is Edition.INTERNAL or not document.internal)


def every_text(plan: Plan) -> list[str]:
    """Write every document of a plan."""
    texts = []
    for document in (one for one in DOCUMENTS.values() if not one.data):
        for edition in Edition:
            try:
                texts.append(to_markdown(plan, document, edition))
            except RenderTrouble:
                continue  # there is no such edition
    return texts


def plan_of(**changes: dict[str, Any]) -> Plan:
    """Make the small plan with some of its parts' fields replaced."""
    data = {name: {**part, **changes.get(name, {})} for name, part in SMALL.items()}
    return with_ids(Plan.model_validate({**changes, **data}))


@cache
def small() -> Plan:
    """Give the small plan."""
    return plan_of()


def _dated(data: dict[str, Any]) -> None:
    """Give days to what a calendar tells of."""
    day = date(2027, 6, 1)
    data["front"]["next_revision"] = day
    for record in (*data["strategy"]["goals"], *data["measures"]["measures"]):
        record["due"] = day
    data["front"]["versions"][0]["day"] = day
    data["coordination"]["calendar"][0]["month"] = Month.MARCH
    data["acute"]["cards"][0]["tested_on"] = day
    data["workshop"]["sessions"][0]["held_on"] = day
    data["workshop"]["caught"][0] |= {"kind": CaughtKind.TASK, "due": day}


SHOWN, HIDDEN = FieldInfo(default=True), FieldInfo(default=False)
"""What a record without a flag of its own counts as."""


class Tokens:
    """Fills a plan with tokens and remembers which of them are internal."""

    def __init__(self) -> None:
        self.numbers = count(100)
        self.public: dict[str, str] = {}
        self.internal: dict[str, str] = {}

    def fill(self, model: type[Model], place: str = "", hidden: bool = False) -> dict[str, Any]:
        """Give data for a model with a token in each of its texts; hidden: below something internal."""
        kept = hidden or not model.model_fields.get("public", SHOWN).default
        return {mark.name: self._value(mark, f"{place}.{mark.name}", hidden, kept) for mark in self._texts(model)}

    def _texts(self, model: type[Model]) -> Iterator[Marks]:
        return (mark for mark in marks(model) if mark.kind in ("line", "text", "lines", "records", "group"))

    def _value(self, mark: Marks, place: str, hidden: bool, kept: bool) -> Any:
        """Give data for a field; kept: whether the record it stands in is one that is not shown to everyone."""
        hidden = hidden or mark.ask.visibility == "internal" or (mark.ask.visibility == "flagged" and kept)
        if mark.kind == "group":
            return self.fill(mark.item or Model, place, hidden)
        if mark.kind == "records":
            return [self._record(mark.item or Model, f"{place}[{n}]", hidden, n) for n in range(2)]
        token = f"zq{next(self.numbers)}zq"
        (self.internal if hidden else self.public)[token] = place
        return [token] if mark.kind == "lines" else token

    def _record(self, model: type[Model], place: str, hidden: bool, number: int) -> dict[str, Any]:
        """Give data for a record; the second of those that are public unless they say otherwise says otherwise."""
        if number and model.model_fields.get("public", HIDDEN).default:
            return {**self.fill(model, place, hidden=True), "public": False}
        return self.fill(model, place, hidden)


def tokened() -> tuple[Plan, Tokens]:
    """Make a plan with a token in every text, and two contacts: one flagged, one that only the deputy's field names."""
    tokens = Tokens()
    data = tokens.fill(Plan)
    flagged, unflagged = data["organisation"]["contacts"]
    flagged |= {"id": "c-00000001", "public": True}
    unflagged |= {"id": "c-00000002"}
    for name in ("role", "unit", "phone", "mail", "hours"):
        tokens.public[flagged[name]] = tokens.internal.pop(flagged[name])
    for items in (data["strategy"]["goals"], data["measures"]["measures"]):
        items[0]["level"] = Level.CONSTRUCTIVE
    _dated(data)
    data["organisation"] |= {"coordinator": "c-00000001", "deputy": "c-00000002", "out_of_hours": "c-00000002"}
    data["concerns"] |= {"entry_citizen": "c-00000001", "entry_professional": "c-00000001"}
    data["saved"] = SAVED
    reason = f"zq{next(tokens.numbers)}zq"
    tokens.internal[reason] = "reasons"
    data["reasons"] = {"front.adopted_on": {"state": "skipped", "reason": reason}}
    return with_ids(Plan.model_validate(data)), tokens
