"""A question at its place in a session: what stands between a control and the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from schemas.checks.cpr import find_cpr
from schemas.checks.sentences import record_name
from schemas.fields import marks
from schemas.language import Words
from schemas.paths import NoSuchPath, get, mark_at
from schemas.specs import FieldSpec
from wizard.document.edits import WrongType
from wizard.document.people import Held
from wizard.document.reach import reaches
from wizard.document.session import ReadOnlyPlan, Session
from wizard.ui.who import name_of
from wizard.ui.widgets.asked import Way


class Host(Protocol):
    """The page a control stands on."""

    @property
    def session(self) -> Session:
        """Give the session whose plan is answered."""

    @property
    def words(self) -> Words:
        """Give the words of the language then chosen."""

    def turn_from(self, spec: FieldSpec, way: Way) -> None:
        """Go on from a question, or back."""

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the question."""

    def warn(self, sentence: str) -> None:
        """Show a sentence that outlasts the question."""


class Place:
    """What a field stands in: a part of the plan, or a record that may not be there yet."""

    def __init__(
        self, session: Session, top: str | None, where: str = "", told: Callable[[], None] = lambda: None
    ) -> None:
        self.session = session
        self.top = top
        self.where = where
        self.told = told

    def made(self) -> str:
        """Give the path, and add the record first where there is none."""
        if self.top is None:
            self.top = f"{self.where}[{self.session.add(self.where)}]"
            self.told()
        return self.top


class Answering:
    """One question, asked at one place."""

    def __init__(self, host: Host, spec: FieldSpec, place: Place) -> None:
        self.host = host
        self.spec = spec
        self.words = host.words
        self.place = place
        self.refused = False

    @property
    def path(self) -> str | None:
        """Give the field's path; None as long as its record does not exist."""
        return None if self.place.top is None else f"{self.place.top}.{self.spec.name}"

    def value(self) -> Any:
        """Give what a control shows."""
        try:
            return self._begun() if self.path is None else self.host.session.value(self.path)
        except NoSuchPath:
            return None

    def _begun(self) -> Any:
        """Give what stands in a new record: a yes or no is never open."""
        if self.spec.kind != "flag":
            return None
        mark = mark_at(f"{self.place.where}[].{self.spec.name}")
        return mark.model.model_fields[mark.name].default

    def draft(self, value: Any) -> bool:
        """Keep what is typed; False where the plan can only be read."""
        if value is None and self.path is None:
            return True
        try:
            self.host.session.draft(f"{self.place.made()}.{self.spec.name}", value)
        except ReadOnlyPlan as refused:
            self.host.say(self.words(refused.key))
            return False
        except Held as held:
            self.refused = True
            self.host.say(self.words("company.held", name=name_of(held.author)))
            return False
        except NoSuchPath:
            self.host.say(self.words("company.gone_since"))
            return False
        self.refused = False
        self.host.say("")
        return True

    def freed(self) -> bool:
        """Tell, once, that the field is free again where a key was refused because another typed there."""
        free = self.refused and self.path is not None and self.host.session.holder(self.path) is None
        self.refused = self.refused and not free
        return free

    def decide(self, value: Any) -> None:
        """Answer at once."""
        if value is None and self.path is None:
            return
        try:
            self.host.session.set(f"{self.place.made()}.{self.spec.name}", value)
        except ReadOnlyPlan as refused:
            self.host.say(self.words(refused.key))
        except (WrongType, NoSuchPath):
            self.host.say(self.words("interface.gone"))

    def left(self) -> None:
        """Settle what was typed, and look whether it holds what no plan may hold."""
        if self.path is None or self.host.session.read_only is not None:
            return
        value = self.value()
        self.host.session.settle(self.path)
        texts = value if isinstance(value, list) else [value]
        if any(isinstance(text, str) and find_cpr(text) for text in texts):
            self.host.warn(self.words("interface.cpr", label=self.spec.label))

    def turn(self, way: Way) -> None:
        """Go on, or back."""
        self.host.turn_from(self.spec, way)

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the question."""
        self.host.say(sentence)

    def targets(self) -> list[tuple[str, str]]:
        """Give the records a reference may point to; of those that are not shown here, only what it points to now."""
        to = str(self.spec.to)
        named = [(item.id, record_name(item, self.words)) for item in get(self.host.session.plan, to)]
        if not reaches(self.host.session.components, to):
            now = self.value() or ()
            named = [(key, name) for key, name in named if key == now or key in now]
        return [(key, name) for key, name in named if name]

    def create(self, name: str) -> None:
        """Add what is missing, known by its first words, and point to it."""
        model = mark_at(str(self.spec.to)).item
        assert model is not None
        first = next(mark.name for mark in marks(model) if mark.kind in ("line", "text"))
        try:
            key = self.host.session.add(str(self.spec.to), {first: name})
        except ReadOnlyPlan as refused:
            self.host.warn(self.words(refused.key))
            return
        self.decide([*self._chosen(), key] if self.spec.kind == "references" else key)

    def _chosen(self) -> tuple[str, ...]:
        """Give what several references point to in the plan itself."""
        return () if self.path is None else tuple(get(self.host.session.plan, self.path))
