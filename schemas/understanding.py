"""Fælles forståelse: what the words mean here, what worries us and what does not."""

from typing import Annotated

from .choices import Form, SignGroup
from .fields import Ask, Day, Item, ItemId, Line, Model, Text
from .organisation import CONTACTS
from .sections import Sections


class Sign(Item):
    """One sign of concern; signs are read together, never alone."""

    text: Annotated[Line, Ask(visibility="public")] = ""
    group: Annotated[SignGroup | None, Ask(visibility="public", depth="full")] = None
    note: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class DataNeed(Item):
    """Something the municipality wants to know, and where the answer comes from (national guide, 4.1.3)."""

    question: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    source: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    who: Annotated[ItemId | None, Ask(visibility="public", depth="full", to=CONTACTS)] = None
    how_often: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    personal: Annotated[bool, Ask(visibility="public", depth="full")] = False


class Figures(Item):
    """The concerns of one year; numbers below five are hidden in a public edition."""

    year: Annotated[int | None, Ask(visibility="public", depth="full")] = None
    concerns: Annotated[int | None, Ask(visibility="public", depth="full")] = None
    opened: Annotated[int | None, Ask(visibility="public", depth="full")] = None
    closed: Annotated[int | None, Ask(visibility="public", depth="full")] = None
    unfounded: Annotated[int | None, Ask(visibility="public", depth="full")] = None
    source: Annotated[Line, Ask(visibility="public", depth="full")] = ""


class Experience(Item):
    """Something the practice has taught, without a trace of a case (national guide, 4.1.4)."""

    text: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    worked: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    failed: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    consequence: Annotated[Text, Ask(visibility="public", depth="full")] = ""


class Understanding(Model):
    """The leaflet's first component."""

    extremism: Annotated[Text, Ask(visibility="public")] = ""
    extremism_source: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    radicalisation: Annotated[Text, Ask(visibility="public")] = ""
    radicalisation_source: Annotated[Line, Ask(visibility="public", depth="full")] = ""
    forms: Annotated[tuple[Form, ...], Ask(visibility="public")] = ()
    forms_note: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    not_concern: Annotated[Text, Ask(visibility="public")] = ""
    equal_treatment: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    principles: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    signs: Annotated[tuple[Sign, ...], Ask(visibility="public", rows=3)] = ()
    risk_factors: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    protective_factors: Annotated[tuple[Line, ...], Ask(visibility="public", depth="full")] = ()
    constructive: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    anticipatory: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    intervening: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    local_picture: Annotated[Text, Ask(visibility="public")] = ""
    online: Annotated[Text, Ask(visibility="public", depth="full")] = ""
    picture_on: Annotated[Day | None, Ask(visibility="public", depth="full")] = None
    data_needs: Annotated[tuple[DataNeed, ...], Ask(visibility="public", depth="full")] = ()
    figures: Annotated[tuple[Figures, ...], Ask(visibility="public", depth="full")] = ()
    lessons: Annotated[Text, Ask(visibility="public")] = ""
    experience: Annotated[tuple[Experience, ...], Ask(visibility="public", depth="full")] = ()
    sections: Sections = ()
