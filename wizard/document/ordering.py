"""The order of a list that two sides have changed, by the keys of what stands in it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def ordered(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...] | None:
    """Give the one order that has both sides' moves and additions; None where the moves contradict each other.

    Each side holds no key twice. What either side holds is in the result, so leave out first what is to go.
    It does not matter which side is which, and taking a side in again changes nothing.
    """
    shared = _shared(base, ours, theirs)
    if shared is None:
        return None
    mine, yours = _runs(ours, shared), _runs(theirs, shared)
    result: list[str] = []
    for anchor in (None, *shared):
        if anchor is not None:
            result.append(anchor)
        result += _woven(mine.get(anchor, []), yours.get(anchor, []))
    return tuple(result)


def _shared(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """Order what both sides hold: a pair stands as the side has it that turned it around."""
    common = set(ours) & set(theirs)
    mine, yours = [key for key in ours if key in common], [key for key in theirs if key in common]
    if mine == yours:
        return mine
    first = _first(base, mine, yours)
    if mine == first:
        return yours
    return mine if yours == first else _both(first, mine, yours)


def _first(base: Sequence[str], mine: Sequence[str], yours: Sequence[str]) -> list[str]:
    """Order what both sides hold as it was at first; what both have added stands where they put it."""
    common = set(mine)
    first = [key for key in base if key in common]
    known = set(first)
    one, other = _runs(mine, known), _runs(yours, known)
    added = {key: anchor for anchor, run in one.items() for key in run}
    for anchor, run in other.items():
        for key in run:
            added[key] = min(added[key], anchor, key=lambda place: place or "")
    runs: dict[str | None, list[str]] = {}
    for key in mine:
        if key in added:
            runs.setdefault(added[key], []).append(key)
    agreed = [key for key in mine if key in added] == [key for key in yours if key in added]
    return [key for anchor in (None, *first) for key in _placed(anchor, runs.get(anchor, []), agreed)]


def _placed(anchor: str | None, run: list[str], agreed: bool) -> Iterator[str]:
    if anchor is not None:
        yield anchor
    yield from run if agreed else sorted(run)


def _both(first: Sequence[str], mine: Sequence[str], yours: Sequence[str]) -> list[str] | None:
    """Turn each pair around that either side has turned; None where three of them would go in a circle."""
    was, one, other = (_places(keys) for keys in (first, mine, yours))
    before = dict.fromkeys(first, 0)
    for index, left in enumerate(first):
        for right in first[index + 1 :]:
            turned = one[right] < one[left] or other[right] < other[left]
            before[left if turned else right] += 1
    order = sorted(first, key=lambda key: (before[key], was[key]))
    return order if [before[key] for key in order] == list(range(len(order))) else None


def _places(keys: Sequence[str]) -> dict[str, int]:
    return {key: index for index, key in enumerate(keys)}


def _runs(keys: Sequence[str], shared: Sequence[str] | set[str]) -> dict[str | None, list[str]]:
    """Group what is not shared by the shared key that it stands after; None for what stands before all of them."""
    known = set(shared)
    runs: dict[str | None, list[str]] = {}
    anchor: str | None = None
    for key in keys:
        if key in known:
            anchor = key
        else:
            runs.setdefault(anchor, []).append(key)
    return runs


def _woven(mine: list[str], yours: list[str]) -> list[str]:
    """Weave two runs of additions after one anchor, each in its own order, so that any third comes in alike."""
    result: list[str] = []
    one, other = list(mine), list(yours)
    while one and other:
        result.append((one if one[0] < other[0] else other).pop(0))
    return result + one + other
