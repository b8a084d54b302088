"""The plan file described for editors and other programs: JSON Schema 2020-12, with the questions in it."""

from __future__ import annotations

from typing import Any

from .language import Words
from .plan import SCHEMA_VERSION, Plan, Unanswered
from .specs import FieldSpec, specs
from .texts import TEXT_LIMIT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID_PATTERN = "^[a-z]-[0-9a-z]{8}$"

_Schema = dict[str, Any]

_TEXT = {"type": ["string", "number", "null"], "maxLength": TEXT_LIMIT}
"""A number is read as text, as are a telephone number and a time without quotes."""


def json_schema(words: Words) -> _Schema:
    """Describe the plan file in the language of `words`: each question with its label, help, example and choices."""
    properties = {spec.name: _field(spec, words) for spec in specs(Plan, words)}
    said = {
        name: words(f"files.schema.{name}") for name in ("schema_version", "saved", "reasons", "acknowledged", "group")
    }
    return {
        "$schema": DIALECT,
        "title": words("files.schema.title"),
        "description": words("files.schema.description"),
        "type": "object",
        "properties": {
            "schema_version": {
                "description": said["schema_version"],
                "type": ["integer", "null"],
                "minimum": 1,
                "maximum": SCHEMA_VERSION,
            },
            "saved": {"description": said["saved"], **_SAVED},
            **properties,
            "reasons": {"description": said["reasons"], **_REASONS},
            "acknowledged": {"description": said["acknowledged"], **_ACKNOWLEDGED},
            "group": {"description": said["group"], **_GROUP},
        },
        "additionalProperties": False,
    }


_SAVED: _Schema = {
    "type": ["object", "null"],
    "properties": {
        "plan": {"type": ["string", "null"]},
        "seq": {"type": ["integer", "null"]},
        "at": {"type": ["string", "null"], "format": "date-time"},
    },
    "additionalProperties": False,
}

_REASONS: _Schema = {
    "type": ["object", "null"],
    "additionalProperties": {
        "type": "object",
        "properties": {"state": {"enum": [*(state.value for state in Unanswered), None]}, "reason": _TEXT},
        "additionalProperties": False,
    },
}

_ACKNOWLEDGED: _Schema = {"type": ["object", "null"], "additionalProperties": {"type": ["string", "null"]}}

_GROUP: _Schema = {
    "type": ["object", "null"],
    "properties": {
        "plan": {"type": ["string", "null"]},
        "seq": {"type": ["integer", "null"]},
        "parts": {"type": ["array", "null"], "items": {"type": "string"}},
        "start": {"$ref": "#"},
    },
    "additionalProperties": False,
}


def _field(spec: FieldSpec, words: Words) -> _Schema:
    said: _Schema = {"title": spec.label}
    if description := "\n\n".join(part for part in dict.fromkeys((spec.question, spec.help)) if part):
        said["description"] = description
    if spec.example and spec.kind in ("line", "text"):
        said["examples"] = [spec.example]
    return said | _type(spec, words)


def _type(spec: FieldSpec, words: Words) -> _Schema:
    """Give what a field may hold; null is an empty field everywhere."""
    match spec.kind:
        case "line" | "text":
            return _TEXT
        case "choice":
            return {"oneOf": [*_choices(spec), {"type": "null"}]}
        case "choices":
            return _array({"oneOf": _choices(spec)})
        case "flag":
            return {"type": ["boolean", "null"]}
        case "number":
            return {"type": ["integer", "null"]}
        case "date":
            return {"type": ["string", "null"], "format": "date", "examples": ["2026-06-01"]}
        case "reference":
            return {"type": ["string", "null"], "pattern": ID_PATTERN}
        case "references":
            return _array({"type": "string", "pattern": ID_PATTERN})
        case "lines":
            return _array({"type": ["string", "number"], "maxLength": TEXT_LIMIT})
        case "records":
            return _array(_object(spec, words, {"id": _id(words)}) | {"type": "object"})
        case "group":
            return _object(spec, words, {})


def _choices(spec: FieldSpec) -> list[_Schema]:
    return [{"const": value, "title": label} for value, label in spec.choices]


def _array(items: _Schema) -> _Schema:
    return {"type": ["array", "null"], "items": items}


def _object(spec: FieldSpec, words: Words, first: _Schema) -> _Schema:
    properties = first | {inner.name: _field(inner, words) for inner in spec.fields}
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _id(words: Words) -> _Schema:
    return {"description": words("files.schema.id"), "type": ["string", "null"], "pattern": ID_PATTERN}
