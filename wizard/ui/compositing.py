"""Renders for a change of the picture only the widgets that are seen in it.

Textual renders for each key every widget that shares a container with the one that was typed in, and what lies beneath.

Private names of Textual that are leaned on:

    screen.Compositor, which each screen makes one of
    Compositor._get_renders, render_partial_update, update_widgets, visible_widgets, _dirty_regions
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget


class Frugal(Compositor):
    """A compositor that leaves out what nobody sees."""

    _wanted: tuple[Region, ...] = ()

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Note what is to be drawn anew. A scroll bar that is not shown is no reason to arrange everything again."""
        shown = self.visible_widgets
        super().update_widgets({one for one in widgets if one in shown or not isinstance(one, ScrollBar)})

    def render_partial_update(self) -> ChopsUpdate | None:
        """Render what is to be drawn anew."""
        self._wanted = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._wanted = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Give what widgets render, from the front to the back, until nothing more of them is seen."""
        wanted = self._wanted or ((crop,) if crop is not None else (self.size.region,))
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if not any(one.overlaps(shown) for one in wanted):
                continue
            yield region, clip, widget.render_lines(shown.translate(-region.offset))
            wanted = tuple(one for one in wanted if not shown.contains_region(one))


screen.Compositor = Frugal  # type: ignore[attr-defined]  # there is no other place to say so
