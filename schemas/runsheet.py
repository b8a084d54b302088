"""A drejebog: what a workshop does when, in sessions of timed blocks. A facilitator edits it as YAML."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .fields import Hidden, Line, Model
from .outline import COMPONENTS

_NAMES = ("front", "contacts", "readiness", *COMPONENTS, "acute", "review", "publish")
Place = StrEnum("Place", [(name.upper(), name) for name in _NAMES])  # type: ignore[misc]
"""The steps of the way through a plan that a block can belong to."""

Minutes = Annotated[int, Field(ge=1, le=600)]


class Block(Model):
    """One block of a session.

    minutes: how long it is meant to take, 1 to 600. least: how short it can be made; two thirds unless said.
    step: the step of the plan that is worked at; none for a break. how: the way of working.
    """

    title: Annotated[Line, Hidden()] = ""
    minutes: Annotated[Minutes, Hidden()] = 10
    least: Annotated[Minutes | None, Hidden()] = None
    step: Annotated[Place | None, Hidden()] = None
    how: Annotated[Line, Hidden()] = ""

    @property
    def shortest(self) -> int:
        """Give the minutes below which the block is not worth holding."""
        return min(self.minutes, self.least if self.least is not None else -(-self.minutes * 2 // 3))


class Sitting(Model):
    """One session of a workshop: its blocks in order."""

    title: Annotated[Line, Hidden()] = ""
    blocks: Annotated[tuple[Block, ...], Hidden()] = ()

    @property
    def minutes(self) -> int:
        """Give the minutes of all blocks together."""
        return sum(block.minutes for block in self.blocks)


class RunSheet(Model):
    """A whole drejebog."""

    title: Annotated[Line, Hidden()] = ""
    sessions: Annotated[tuple[Sitting, ...], Hidden()] = ()


def shortened(blocks: tuple[Block, ...], minutes: tuple[int, ...], late: int) -> tuple[int, ...]:
    """Propose minutes for the blocks still to come, so that `late` minutes are caught up as far as can be.

    minutes: what each block has now. The block with most to give gives first, a minute at a time, so that no
    block is cut while another has more to spare.
    """
    left = list(minutes)
    for _ in range(max(0, late)):
        spare = [have - block.shortest for have, block in zip(left, blocks, strict=True)]
        if not spare or max(spare) <= 0:
            break
        left[spare.index(max(spare))] -= 1
    return tuple(left)
