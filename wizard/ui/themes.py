"""The colours: light with high contrast for a projector, dark, and the terminal's own."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#003a70",
    secondary="#5a2a82",
    accent="#003a70",
    warning="#7a4100",
    error="#a30000",
    success="#0b5d1e",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#e6ebf0",
    variables={"text-muted": "#3d3d3d", "border-blurred": "#8a8a8a"},
)
DARK = Theme(
    name="dark",
    dark=True,
    primary="#8cc4ff",
    secondary="#d3b3f5",
    accent="#8cc4ff",
    warning="#ffc266",
    error="#ff9a94",
    success="#8ee6a0",
    foreground="#ffffff",
    background="#0b0f14",
    surface="#0b0f14",
    panel="#1c2530",
    variables={"text-muted": "#c4ccd4", "border-blurred": "#6b7682"},
)


def _ansi() -> Theme:
    own = BUILTIN_THEMES["ansi-light"]
    names = ("primary", "secondary", "warning", "error", "success", "accent", "foreground", "background", "surface")
    chosen = {name: getattr(own, name) for name in (*names, "panel", "boost", "dark", "ansi")}
    return Theme(name="ansi", variables=dict(own.variables), **chosen)


THEMES = (LIGHT, DARK, _ansi())
NAMES = tuple(theme.name for theme in THEMES)
