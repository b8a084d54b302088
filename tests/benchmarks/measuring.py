"""How a row is measured and told: medians, ours and the baseline interleaved."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table. limit: what ours may be at most (or, where `least`, must be at least) as a ratio."""

    what: str
    ours: float
    baseline: float | None
    against: str
    unit: str
    limit: float
    least: bool = False

    @property
    def ratio(self) -> float:
        """Give ours over the baseline; for a speed-up, the baseline's time over ours."""
        if self.baseline is None:
            return self.ours
        return self.baseline / self.ours if self.least else self.ours / self.baseline

    @property
    def met(self) -> bool:
        """Tell whether the target is met."""
        return self.ratio >= self.limit if self.least else self.ratio <= self.limit

    def line(self) -> str:
        """Write the row of a Markdown table."""
        base = "–" if self.baseline is None else self._of(self.baseline)
        bound = f"{'≥' if self.least else '≤'} {self.limit:g}"
        ratio = f"{self.ours:.3g} {self.unit}" if self.baseline is None else f"{self.ratio:.2f}×"
        said = "met" if self.met else "**not met**"
        return f"| {self.what} | {self._of(self.ours)} | {self.against}: {base} | {ratio} | {bound} | {said} |"

    def _of(self, value: float) -> str:
        return f"{value:,.0f} {self.unit}" if value >= 10_000 else f"{value:.4g} {self.unit}"


def interleaved(runs: int, *measures: Callable[[], float]) -> tuple[float, ...]:
    """Measure each in turn, some times over, and give the medians; the first round only warms up."""
    found = [[measure() for measure in measures] for _ in range(runs + 1)][1:]
    return tuple(statistics.median(column) for column in zip(*found, strict=True))


def spread(values: list[float]) -> tuple[float, float]:
    """Give the median and the 95th percentile."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
