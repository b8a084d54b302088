"""What a file is made of, as a hash: the same hash, the same file."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import schemas
import wizard
from schemas.plan import Plan
from wizard.cli.wishing import Piece
from wizard.render.escape import DIALECT
from wizard.render.formats import Format
from wizard.render.look import Look
from wizard.version import __version__

LIBRARIES = (
    "babel", "icalendar", "jinja2", "markdown-it-py", "pillow", "pypandoc_binary", "pyphen", "typst", "xlsxwriter"
)  # fmt: skip
"""Whose versions a document may show; pandoc's own is that of the package it came in."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a document's files are made of but the plan and its look."""

    common: str

    @classmethod
    def of(cls, piece: Piece) -> Recipe:
        """Gather what makes a document of every plan, the program itself included."""
        parts = {
            "program": program_hash(),
            "document": piece.document.name,
            "edition": piece.document.edition(piece.edition).value,
            "asked": {field.name: _plain(getattr(piece.asked, field.name)) for field in fields(piece.asked)},
            "epoch": os.environ.get("SOURCE_DATE_EPOCH", ""),
        }
        return cls(json.dumps(parts))

    def hash(self, name: str, data: bytes, look: Look, format: Format) -> str:
        """Give the hash of one file. name: what the plan's files are named after. data: the bytes of the plan."""
        parts = (self.common, name, _sha(data), look.fingerprint(), format.name)
        return _sha(json.dumps(parts).encode())


def _plain(asked: object) -> str:
    return _sha(asked.model_dump_json().encode()) if isinstance(asked, Plan) else repr(asked)


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@cache
def program_hash() -> str:
    """Give a hash of the program as it is installed: a version may be changed by hand, its code tells."""
    digest = hashlib.sha256(f"{__version__} {DIALECT}".encode())
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    for folder in (_folder(schemas.__file__), _folder(wizard.__file__) / "render"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _folder(file: str | None) -> Path:
    return Path(file or "").parent


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
