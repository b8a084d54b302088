"""Reads rows straight from the pages of a SQLite file, where what leads to them is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = 4096
_TABLE, _INDEX = 0x0D, 0x0A
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by its kind in a row."""

Row = tuple[Any, ...]


def rows(file: Path) -> Iterator[Row]:
    """Give every row that stands on a page of rows, in no order; a first column that is the row's number holds it.

    Texts are bytes, as they stand. What makes no sense is left out. Raises `OSError`.
    """
    data = file.read_bytes()
    for start in range(0, len(data) - PAGE + 1, PAGE):
        head = start + (100 if start == 0 else 0)
        kind = data[head]
        if kind in (_TABLE, _INDEX):
            for n in range(int.from_bytes(data[head + 3 : head + 5], "big")):
                place = head + 8 + 2 * n
                cell = int.from_bytes(data[place : place + 2], "big")
                if place + 2 > start + PAGE or not 8 <= cell < PAGE:
                    break
                try:
                    yield _cell(data, start + cell, kind)
                except (ValueError, IndexError):
                    continue


def _cell(data: bytes, at: int, kind: int) -> Row:
    length, at = _varint(data, at)
    number = None
    if kind == _TABLE:
        number, at = _varint(data, at)
    row = _record(_payload(data, at, length, kind))
    return (number, *row[1:]) if number is not None and row[0] is None else row


def _payload(data: bytes, at: int, length: int, kind: int) -> bytes:
    """Read a row's bytes, also those that run over onto other pages."""
    most = PAGE - 35 if kind == _TABLE else (PAGE - 12) * 64 // 255 - 23
    if length <= most:
        return data[at : at + length]
    least = (PAGE - 12) * 32 // 255 - 23
    here = least + (length - least) % (PAGE - 4)
    here = here if here <= most else least
    found, page = [data[at : at + here]], int.from_bytes(data[at + here : at + here + 4], "big")
    missing = length - here
    while missing > 0:
        start = (page - 1) * PAGE
        if not 0 < start <= len(data) - PAGE:
            raise ValueError(page)
        found.append(data[start + 4 : start + 4 + min(missing, PAGE - 4)])
        missing -= PAGE - 4
        page = int.from_bytes(data[start : start + 4], "big")
    return b"".join(found)


def _record(payload: bytes) -> Row:
    size, at = _varint(payload, 0)
    kinds = []
    while at < size:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values, at = [], size
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload) or not values:
        raise ValueError(at)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _NUMBERS:
        end = at + _NUMBERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind < 12:
        raise ValueError(kind)
    end = at + (kind - 12) // 2
    return payload[at:end], end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    raise ValueError(at)
