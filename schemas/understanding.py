"""Fælles forståelse: what the words mean here, what worries us and what does not."""

from typing import Annotated

from .choices import Form
from .fields import Ask, Item, Line, Model, Text


class Sign(Item):
    """One sign of concern; signs are read together, never alone."""

    text: Annotated[Line, Ask(visibility="public")] = ""


class Understanding(Model):
    """The leaflet's first component."""

    extremism: Annotated[Text, Ask(visibility="public")] = ""
    radicalisation: Annotated[Text, Ask(visibility="public")] = ""
    forms: Annotated[tuple[Form, ...], Ask(visibility="public")] = ()
    not_concern: Annotated[Text, Ask(visibility="public")] = ""
    signs: Annotated[tuple[Sign, ...], Ask(visibility="public", rows=3)] = ()
    local_picture: Annotated[Text, Ask(visibility="public")] = ""
    lessons: Annotated[Text, Ask(visibility="public")] = ""
