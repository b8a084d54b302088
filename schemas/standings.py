"""What the room's answers to the seven questions say: which of them hold, and where the room disagrees."""

from __future__ import annotations

from typing import NamedTuple

from .choices import Answer
from .outline import COMPONENTS
from .workshop import Readiness, Standing


class Spread(NamedTuple):
    """How many in the room gave each answer."""

    yes: int
    partly: int
    no: int

    @property
    def proposed(self) -> Answer | None:
        """Give the answer the room leans to: yes or no where more than half say so, else partly; None of nobody."""
        total = sum(self)
        if not total:
            return None
        if 2 * self.yes > total:
            return Answer.YES
        return Answer.NO if 2 * self.no > total else Answer.PARTLY

    @property
    def agreed(self) -> bool:
        """Tell whether everybody gave the same answer."""
        return sum(count > 0 for count in self) <= 1

    @property
    def split(self) -> bool:
        """Tell whether some said yes and some said no."""
        return self.yes > 0 and self.no > 0


def spread(standing: Standing) -> Spread | None:
    """Give the room's counts; None where nobody counted. A count left out is none."""
    counts = (standing.count_yes, standing.count_partly, standing.count_no)
    return Spread(*(count or 0 for count in counts)) if any(count is not None for count in counts) else None


def unproven(standing: Standing) -> bool:
    """Tell whether a yes does not say where it stands."""
    return standing.answer == Answer.YES and not standing.note.strip()


def held(standing: Standing) -> Answer | None:
    """Give the answer that holds: a yes that does not say where it stands is a partly."""
    return Answer.PARTLY if unproven(standing) else standing.answer


def standings(readiness: Readiness) -> dict[str, Standing]:
    """Give the seven by component, in the leaflet's order."""
    return {name: getattr(readiness, name) for name in COMPONENTS}


RANK = {Answer.NO: 0, Answer.PARTLY: 1, None: 1, Answer.YES: 2}


def by_need(readiness: Readiness) -> tuple[str, ...]:
    """Order the components by need: no first, then partly, then what holds; else as the leaflet has them."""
    found = standings(readiness)
    return tuple(sorted(COMPONENTS, key=lambda name: RANK[held(found[name])]))


def is_answered(readiness: Readiness) -> bool:
    """Tell whether all seven are answered."""
    return all(standing.answer is not None for standing in standings(readiness).values())


def is_begun(readiness: Readiness) -> bool:
    """Tell whether any of the seven is answered."""
    return any(standing.answer is not None for standing in standings(readiness).values())
