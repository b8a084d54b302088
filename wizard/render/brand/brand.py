"""What a municipality's own look is made of, once its file has been read and checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, cleaned and measured.

    png: for Word, sharp on paper. svg: for screens and print where it is drawn, else empty. width, height: its size on
    paper, in millimetres. alt: what it says to whoever does not see it.
    """

    png: bytes
    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours, fonts and marks; what is not said is as in a plan without a look of its own.

    accent: headings, links and the ground of table heads. ink: text. rule: lines that are seen from afar. line: thin
    ones. shade: light ground. Colours are `#rrggbb`. font, heading: names of fonts, empty for ours. footer: a line of
    plain text.
    """

    name: str = ""
    accent: str = "#14375e"
    ink: str = "#1a1a1a"
    rule: str = "#14375e"
    line: str = "#a9b7c6"
    shade: str = "#eef2f7"
    font: str = ""
    heading: str = ""
    footer: str = ""
    logo: Logo | None = None


OURS = Brand()
"""The look of planbygger itself."""
