"""A new plan: empty, but for the rows that the short way fills in in advance."""

from __future__ import annotations

from .acute import Acute, Card
from .choices import CardKind, Language, Level, Phase, Task, Urgency
from .concerns import Concerns, Step
from .front import Front
from .ids import with_ids
from .language import Words
from .measures import Measure, Measures
from .plan import Plan
from .strategy import Goal, Strategy


def starter(words: Words, municipality: str = "") -> Plan:
    """Make the plan a workshop starts from, its rows named in the language of `words`."""
    goals = tuple(Goal(task=task) for task in Task)
    steps = tuple(Step(name=words(f"starter.{phase}"), phase=phase) for phase in Phase)
    measures = tuple(Measure(level=level) for level in Level)
    card = Card(title=words("starter.card"), kind=CardKind.DANGER, urgency=Urgency.LIFE, calls=("112",))
    return with_ids(
        Plan(
            front=Front(municipality=municipality, language=Language(words.language)),
            strategy=Strategy(goals=goals),
            concerns=Concerns(steps=steps),
            measures=Measures(measures=measures),
            acute=Acute(cards=(card,)),
        )
    )
