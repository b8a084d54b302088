"""Stamblad: what the document is, who owns it and who adopts it."""

from typing import Annotated

from .choices import DocumentKind, Language, Status, Topic
from .fields import Ask, Day, Item, ItemId, Line, Model


class RelatedPlan(Item):
    """Another plan of the municipality that stands beside this one."""

    name: Annotated[Line, Ask(visibility="public")] = ""
    topic: Annotated[Topic | None, Ask(visibility="public")] = None
    address: Annotated[Line, Ask(visibility="public")] = ""


class Front(Model):
    """The title block every plan needs; answered by the owner alone, before the workshop."""

    municipality: Annotated[Line, Ask(visibility="public")] = ""
    title: Annotated[Line, Ask(visibility="public")] = ""
    kind: Annotated[DocumentKind | None, Ask(visibility="public", law=("duty",))] = None
    language: Annotated[Language, Ask(visibility="public")] = Language.DA
    owner: Annotated[ItemId | None, Ask(visibility="public", to="organisation.contacts")] = None
    adopting_body: Annotated[Line, Ask(visibility="public", law=("duty",))] = ""
    valid_from: Annotated[Day | None, Ask(visibility="public")] = None
    status: Annotated[Status, Ask(visibility="public")] = Status.DRAFT
    adopted_on: Annotated[Day | None, Ask(visibility="public", law=("duty",))] = None
    next_revision: Annotated[Day | None, Ask(visibility="public", law=("duty",))] = None
    related: Annotated[tuple[RelatedPlan, ...], Ask(visibility="public", law=("duty", "separate"))] = ()
