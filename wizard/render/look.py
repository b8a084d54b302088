"""How documents look: a municipality's brand, templates and Word file, or ours where it has none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from .brand.brand import OURS, Brand
from .folder import templates


@dataclass(frozen=True, slots=True)
class Look:
    """A look that is read and checked: plain data, so that it can be compared, sent to a worker and kept.

    templates: texts of templates that stand for ours, by their path in our folder, in order. reference: the
    municipality's own Word file, empty for none.
    """

    brand: Brand = OURS
    templates: tuple[tuple[str, str], ...] = ()
    reference: bytes = b""

    def fingerprint(self) -> str:
        """Give a hash of all that decides how a document looks, our own templates included."""
        return _fingerprint(self)


PLAIN = Look()
"""Our own look."""


@cache
def _fingerprint(look: Look) -> str:
    digest = hashlib.sha256(repr((look.brand, look.templates)).encode())
    digest.update(hashlib.sha256(look.reference).digest())
    for path in sorted(templates().rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(templates()).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
