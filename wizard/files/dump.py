"""Writes a plan as a readable file: the same plan always gives the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from schemas.fields import Model
from schemas.outline import PARTS
from schemas.plan import Plan, Saved
from schemas.texts import UNFIT

from .mapping import FILE_LIMIT, Format
from .trouble import CannotWrite

SCHEMA_FILE = "planbygger.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_FILE}"
"""The first line of a plan file: an editor finds the questions in the schema that lies beside the file."""

ORDER = ("schema_version", "saved", *PARTS, "reasons", "acknowledged", "group")
"""A plan file's keys, from the first to the last."""


def dump_plan(plan: Plan, format: Format = "yaml", previous: bytes | None = None) -> bytes:
    """Write a plan as UTF-8; raises `CannotWrite` where it is larger than a file that can be read again.

    previous: what the file holds now; where there are comments in it, they and the file's own order are kept.
    """
    if format == "json":
        data = (json.dumps(tree(plan), ensure_ascii=False, indent=2) + "\n").encode()
    elif previous is None:
        data = to_yaml(tree(plan))
    else:
        from .comments import with_comments

        data = with_comments(previous, plan)
    if len(data) > FILE_LIMIT:
        raise CannotWrite("plan_too_large", limit=FILE_LIMIT // 1_000_000)
    return data


def tree(plan: Plan) -> dict[str, Any]:
    """Give a plan as plain data in the schema's order: nothing empty, but for the headings of its parts."""
    found = _tree(plan)
    if plan.saved == Saved():
        del found["saved"]
    return {name: found.get(name, {}) for name in ORDER if name in found or name in PARTS}


def _tree(model: Model) -> dict[str, Any]:
    values = ((name, _plain(getattr(model, name))) for name in type(model).model_fields)
    return {name: value for name, value in values if value not in (None, "", [], {})}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return _tree(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {fit_to_file(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str):
        return fit_to_file(value)
    return value if value is None or isinstance(value, (bool, int)) else value.isoformat()


def fit_to_file(text: str) -> str:
    """Give a text with U+FFFD for what no file can hold, so that one character never keeps a plan from being saved."""
    return str(text) if text.isprintable() else UNFIT.sub("\ufffd", text)


def to_yaml(data: dict[str, Any]) -> bytes:
    """Write plain data as block YAML, with long texts as literal blocks and quotes only where they are needed."""
    return "\n".join([MODELINE, *_mapping(data, "")]).encode() + b"\n"


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        name = f"{indent}{scalar(key)}:"
        if isinstance(value, dict) and value:
            yield name
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield name
            yield from _list(value, indent + "  ")
        else:
            yield from _entry(name, value, indent)


def _list(data: list[Any], indent: str) -> Iterator[str]:
    for value in data:
        if isinstance(value, dict) and value:
            first, *rest = _mapping(value, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield from _entry(f"{indent}-", value, indent)


def _entry(name: str, value: Any, indent: str) -> Iterator[str]:
    """Yield what follows a key or a dash: an empty mapping, a literal block or a scalar on the same line."""
    if isinstance(value, str) and in_block(value):
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        yield f"{name} |{'-' if not ends else '+' if ends > 1 else ''}"
        yield from (f"{indent}  {line}" if line else "" for line in body.split("\n"))
        yield from [""] * (ends - 1)
    else:
        yield f"{name} {scalar(value)}"


def in_block(text: str) -> bool:
    """Tell whether a text has several lines that a literal block holds as they are."""
    return _BLOCK.fullmatch(text) is not None


_BLOCK = re.compile(r"(?=.*\n)[^\s\ufeff][^\r\x85\u2028\u2029\ufeff]*", re.DOTALL)
_PLAIN = re.compile(r"(?!.*(?:: | #))(?![0-9]\S*$)\w(?:[^\s\ufeff]| )*(?<![: ])")
_MISTAKEN = re.compile(r"(?:null|true|false|yes|no|on|off|y|n|nan|inf)", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|\+[0-9:]+)?)?(?<![:.])")
"""What needs no quotes: no reader of YAML, ours or another, takes it for anything but this text."""

_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")


def scalar(value: Any) -> str:
    """Write a value on one line, in quotes where a reader could mistake it."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _DATE.fullmatch(value) or (_PLAIN.fullmatch(value) and not _MISTAKEN.fullmatch(value)):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
