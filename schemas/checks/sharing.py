"""Whether a plan says on what ground information is shared, and within which limits."""

from __future__ import annotations

import re

from ..choices import Basis
from ..coordination import Sharing
from .demands import Demand, Reading, either

_115 = re.compile(r"§\s*115\b|(?:section|paragraf|art(?:icle)?\.?)\s*115\b", re.IGNORECASE)
_LIMITS = re.compile(r"\b(?:ikke|kun|nødvendig\w*|ingen|not|only|necessary|no one|nobody)\b", re.IGNORECASE)
_LAW = re.compile(
    r"§|\b(?:barnets lov|serviceloven|retsplejeloven|samtykke|consent|section \d|\w+ Act)\b", re.IGNORECASE
)

WHERE = "coordination.sharing_rules"


def bounded(reading: Reading) -> Demand:
    """Ask for the rule of § 115 with its limits: in a row of the rules, or in the text about sharing."""
    rules = reading.plan.coordination.sharing_rules
    said = reading.plan.coordination.sharing
    text = Demand(("coordination.sharing",)) if _115.search(said) and _LIMITS.search(said) else Demand((), (WHERE,))
    ours = tuple(rule for rule in rules if names_115(rule))
    if ours:
        return either(reading.rows(WHERE, ours, ("may_not",)), text)
    if free := next((rule for rule in rules if not rule.basis), None):
        return either(reading.demand((), (f"{WHERE}[{free.id}].basis", f"{WHERE}[{free.id}].may_not")), text)
    return either(reading.demand((), (WHERE,)), text)


def names_115(rule: Sharing) -> bool:
    """Tell whether a rule rests on § 115."""
    return Basis.EXCHANGE in rule.basis or bool(_115.search(rule.basis_note))


def founded(reading: Reading) -> Demand:
    """Ask for the legal ground of sharing: in a row of the rules, or in the text about sharing."""
    rules = reading.plan.coordination.sharing_rules
    noted = tuple(rule for rule in rules if _LAW.search(rule.basis_note))
    by_rows = reading.rows(WHERE, noted, ("basis_note",)) if noted else reading.rows(WHERE, rules, ("basis",))
    text = Demand(("coordination.sharing",)) if _LAW.search(reading.plan.coordination.sharing) else Demand((), (WHERE,))
    return either(by_rows, text)
