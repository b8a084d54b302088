"""The ids that records are known by: a letter, a hyphen and eight characters."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, TypeVar

from .fields import Item, Model, marks

ModelT = TypeVar("ModelT", bound=Model)
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(model: type[Item]) -> str:
    """Make a random id for a record of a kind, such as `m-7k2q9xbd` for a measure."""
    return _id(model, "".join(secrets.choice(ALPHABET) for _ in range(8)))


def _id(model: type[Item], characters: str) -> str:
    return f"{model.__name__[0].lower()}-{characters}"


def _derived(model: type[Item], place: str) -> str:
    digest = hashlib.sha256(place.encode()).digest()
    return _id(model, "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:8]))


def with_ids(model: ModelT, seed: str = "") -> ModelT:
    """Give every record an id of its own.

    A record written by hand has none, and a copied one has its neighbour's. The id is derived from where the
    record stands, so that the same file gives the same ids each time it is read.

    seed: sets the ids of one file apart from those of another.
    """
    return _filled(model, seed, set())


def _filled(model: ModelT, place: str, taken: set[str]) -> ModelT:
    changed: dict[str, Any] = {}
    for mark in marks(type(model)):
        value = getattr(model, mark.name)
        here = f"{place}.{mark.name}"
        if mark.kind == "group":
            new: Any = _filled(value, here, taken)
        elif mark.kind == "records":
            new = tuple(_numbered(item, f"{here}[{index}]", taken) for index, item in enumerate(value))
        else:
            continue
        if new is not value and new != value:
            changed[mark.name] = new
    return model.model_copy(update=changed) if changed else model


def _numbered(item: Item, place: str, taken: set[str]) -> Item:
    key = item.id
    while not key or key in taken:
        place += "+"
        key = _derived(type(item), place)
    taken.add(key)
    item = item if key == item.id else item.model_copy(update={"id": key})
    return _filled(item, place, taken)
