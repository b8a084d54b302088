"""`diff`: what differs between two plans, in words, as Markdown or for a program."""

from __future__ import annotations

import re
from enum import Enum

from schemas.checks import find_cpr
from schemas.compared import Said, sentence, text_of
from schemas.compared import said as told
from schemas.language import Words
from schemas.plan import Plan
from wizard.render.asked import Asked
from wizard.render.changes import differences
from wizard.render.documents import CHANGES
from wizard.render.edition import Edition
from wizard.render.rendering import guard, preview
from wizard.render.trouble import Blocked, RenderTrouble
from wizard.render.visible import visible

from .console import emit, emit_json, emit_wrapped, say
from .exits import Exit, Stop
from .inputs import one_plan
from .wanted import known_edition
from .wishing import one_stdin


class Shape(Enum):
    """What the differences are written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"

    @classmethod
    def of(cls, *, markdown: bool, json: bool, said: Words) -> Shape:
        """Understand the options. Raises `Stop` where both are given."""
        if markdown and json:
            raise Stop(Exit.USAGE, said("commands.diff.one_shape"))
        return cls.MARKDOWN if markdown else cls.JSON if json else cls.TEXT


def diff(old_name: str, new_name: str, edition_name: str, shape: Shape, said: Words) -> Exit:
    """Compare two plans as an edition shows them. The same sentences stand in the plan under "changes since"."""
    edition = known_edition(edition_name, said)
    one_stdin(old_name, new_name, said=said)
    old, new = one_plan(old_name, said), one_plan(new_name, said)
    _guarded(old_name, old, edition, said)
    _guarded(new_name, new, edition, said)
    if shape is Shape.MARKDOWN:
        emit(_markdown(old, new, edition, said).rstrip("\n"))
    else:
        _write(old, new, edition, shape, said)
    _left_out(old, new, edition, said)
    return Exit.OK


def _guarded(name: str, plan: Plan, edition: Edition, said: Words) -> None:
    """Stop where the public edition of either plan would be stopped."""
    try:
        guard(plan, edition)
    except Blocked:
        raise Stop(Exit.FINDINGS, said("commands.diff.blocked", name=name)) from None


def _markdown(old: Plan, new: Plan, edition: Edition, said: Words) -> str:
    try:
        return preview(new, CHANGES, edition, Asked(earlier=old))
    except RenderTrouble as trouble:
        raise Stop(Exit.FAILURE, said(trouble.key, **trouble.values)) from None


def _write(old: Plan, new: Plan, edition: Edition, shape: Shape, said: Words) -> None:
    found = differences(new, old, edition)
    before, after = visible(old, edition), visible(new, edition)
    if shape is Shape.JSON:
        emit_json([{**one.plain(), "sentence": text_of(sentence(one, before, after, said))} for one in found])
        return
    parts = told(found, before, after, said)
    sentences = [text_of(runs) for part in parts for runs in part.sentences]
    if edition is Edition.PUBLIC and find_cpr(re.sub(r"[\[\]]", "", "\n".join(sentences))):
        raise Stop(Exit.FINDINGS, said("commands.diff.blocked_between"))
    _list(parts)
    if not parts:
        say(said("commands.diff.nothing"))


def _list(parts: tuple[Said, ...]) -> None:
    """Write the sentences part by part, an empty line between the parts."""
    for number, part in enumerate(parts):
        emit(f"\n{part.title}" if number else part.title)
        for runs in part.sentences:
            emit_wrapped(text_of(runs), "  ", "    ")


def _left_out(old: Plan, new: Plan, edition: Edition, said: Words) -> None:
    """Say that more differs than the public edition shows."""
    if edition is Edition.INTERNAL:
        return
    count = len(differences(new, old, Edition.INTERNAL)) - len(differences(new, old, Edition.PUBLIC))
    if count > 0:
        say(said("commands.diff.left_out_one" if count == 1 else "commands.diff.left_out", count=count))
