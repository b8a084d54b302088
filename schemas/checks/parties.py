"""Which stakeholders stand outside the municipality, and which authorities they are."""

from __future__ import annotations

import re

from ..choices import PartyKind
from ..stakeholders import Party

AUTHORITIES = {
    "police": re.compile(r"politi(?!k(?!reds)|sk)|police|\bPET\b", re.IGNORECASE),
    "psychiatry": re.compile(r"\bregion|psykiatri|psychiatr", re.IGNORECASE),
    "prison": re.compile(r"kriminalforsorg|prison|probation", re.IGNORECASE),
}
"""The authorities that a plan against extremism cannot do without, by what they are called."""

_EXTERNAL = re.compile(
    r"forening|kirke|klub|boligselskab|boligorganisation|association|church|housing (company|organisation)"
    r"|nabokommune|neighbouring municipalit|udlændingestyrelse|\bCDE\b|\bVISO\b|hotline",
    re.IGNORECASE,
)


def is_called(party: Party, authority: str) -> bool:
    """Tell whether a stakeholder's name is that of one of `AUTHORITIES`."""
    return bool(AUTHORITIES[authority].search(party.name))


def is_external(party: Party) -> bool:
    """Tell whether a stakeholder stands outside the municipality: by its kind, else by a name everybody knows."""
    if party.kind is not None:
        return party.kind != PartyKind.INTERNAL
    return any(is_called(party, key) for key in AUTHORITIES) or bool(_EXTERNAL.search(party.name))


def is_authority(party: Party) -> bool:
    """Tell whether a stakeholder is an authority, by its kind or by its name."""
    if party.kind is not None:
        return party.kind == PartyKind.AUTHORITY
    return any(is_called(party, key) for key in AUTHORITIES)
