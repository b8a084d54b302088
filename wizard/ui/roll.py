"""The roles that a roll-call lists: those of the register and those who are present all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.meetings import running

from .search import folded

if TYPE_CHECKING:
    from schemas.plan import Plan


@dataclass(frozen=True, slots=True)
class Role:
    """A role and its unit; key: the id of its mark among those present, None where it has none."""

    named: tuple[str, str]
    key: str | None

    @property
    def line(self) -> str:
        """Write it with its mark."""
        return f"{'[x]' if self.key else '[ ]'} {', '.join(filter(None, self.named))}"


def _name(role: str, unit: str) -> tuple[str, str]:
    return " ".join(role.split()), " ".join(unit.split())


def roll(plan: Plan) -> list[Role]:
    """List the register's roles in its order, then those who are present and stand in no register.

    A role that the register names without a unit is present with whichever unit it came from.
    """
    meeting = running(plan)
    present = {_name(one.role, one.unit): one.id for one in (meeting.present if meeting else ())}
    known = dict.fromkeys(_name(one.role, one.unit) for one in plan.organisation.contacts)
    loose = {role: (role, unit) for role, unit in present if (role, unit) not in known}
    named = [loose.get(name[0], name) if not name[1] and name not in present else name for name in known]
    names = dict.fromkeys(name for name in (*named, *present) if any(name))
    return [Role(name, present.get(name)) for name in names]


def matching(roles: list[Role], typed: str) -> list[Role]:
    """List the roles that hold every word typed."""
    sought = folded(typed.replace(",", " ")).split()
    return [role for role in roles if all(word in folded(" ".join(role.named)) for word in sought)]


def typed_role(text: str) -> tuple[str, str]:
    """Read a role and a unit, which a comma parts."""
    role, _, unit = text.partition(",")
    return _name(role, unit)
