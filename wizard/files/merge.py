"""Writes a plan into a hand-edited file, whose comments, order and manner of writing stay."""

from __future__ import annotations

import io
import re
import sys
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from ruamel.yaml.tag import Tag

from schemas.plan import Plan

from .dump import in_block, scalar, tree
from .mapping import decode
from .plan_file import parse_plan
from .yaml_reader import NULLS

_WIDTH = 1_000_000
_OFFSET = re.compile(r"^( *)(?:- )*[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_DEEPER = re.compile(r"^[a-z_]+:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( +)[a-z]", re.MULTILINE)
"""The first list and the first group of a file, which show how far its writer indents."""


class _Typed(VersionedResolver):
    """The one rule that our reader knows: a plain scalar is text, but for null."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return Tag(suffix="tag:yaml.org,2002:null" if value in NULLS else "tag:yaml.org,2002:str")
        return super().resolve(kind, value, implicit)


def merge_comments(previous: bytes, plan: Plan) -> bytes:
    """Write the plan as the previous file was written; comments of what is gone may be gone with it.

    previous: a YAML file that `parse_plan` reads. Raises `ValueError` where it holds no mapping, or one that only our
    reader understands.
    """
    text = decode(previous).replace("\r\n", "\n").replace("\r", "\n")
    yaml = _round_trip(text)
    try:
        document = yaml.load(text)
    except YAMLError as error:
        raise ValueError(str(error)) from error
    if not isinstance(document, CommentedMap):
        raise ValueError("the file holds nothing but comments")
    _merge_map(document, tree(parse_plan(previous)), tree(plan))
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue().encode()


def _round_trip(text: str) -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _Typed
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = _WIDTH
    deeper = _DEEPER.search(text)
    listed = _OFFSET.search(text)
    offset = max(len(listed[2]) - len(listed[1]), 0) if listed else 2
    yaml.indent(mapping=len(deeper[1]) if deeper else 2, sequence=offset + 2, offset=offset)
    return yaml


def _merge(old: Any, was: Any, now: Any) -> Any:
    """Give what to write for `now` where `old` stands; was: the plain data that `old` was read as."""
    if isinstance(now, dict) and isinstance(old, CommentedMap):
        _merge_map(old, was, now)
        return old
    if isinstance(now, list) and isinstance(old, CommentedSeq):
        _merge_list(old, was, now)
        return old
    return old if now == was and old is not None else _written(now, old)


def _merge_map(old: CommentedMap, was: dict[str, Any], now: dict[str, Any]) -> None:
    for key in [key for key in old if key not in now and key in was]:
        if was[key]:
            del old[key]
    before = -1
    for key, value in now.items():
        if key in old:
            old[key] = _merge(old[key], was.get(key), value)
        elif value or key == "id":
            old.insert(before + 1, _written(key), _written(value))
        else:
            continue
        before = list(old).index(key)


def _merge_list(old: CommentedSeq, was: list[Any], now: list[Any]) -> None:
    """Bring a list into its new order; entries are known by their id or, where they have none, their text."""
    places = {_known_by(value): index for index, value in enumerate(was)}
    entries: list[Any] = []
    comments: dict[int, Any] = {}
    for index, value in enumerate(now):
        place = places.pop(_known_by(value), None)
        if place is None:
            entries.append(_written(value))
            continue
        entries.append(_merge(old[place], was[place], value))
        if place in old.ca.items:
            comments[index] = old.ca.items[place]
    list.clear(old)
    list.extend(old, entries)
    old.ca.items.clear()
    old.ca.items.update(comments)


def _known_by(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else value


def _written(value: Any, old: Any = None) -> Any:
    """Give a new value in the manner of `dump_plan`, with the comment that followed the old one."""
    if isinstance(value, dict):
        return CommentedMap((_written(key), _written(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return CommentedSeq(_written(inner) for inner in value)
    if not isinstance(value, str):
        return scalar(value)
    if not in_block(value):
        return value if scalar(value) == value else DoubleQuotedScalarString(value)
    block: Any = LiteralScalarString(value)
    if hasattr(old, "comment"):
        block.comment = old.comment
    return block


def main() -> None:
    """Merge what stands on standard input: the previous file's length on a line, that file, and the plan as JSON."""
    length = int(sys.stdin.buffer.readline())
    previous = sys.stdin.buffer.read(length)
    plan = parse_plan(sys.stdin.buffer.read(), "plan.json")
    sys.stdout.buffer.write(merge_comments(previous, plan))
