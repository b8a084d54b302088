"""Where the templates lie."""

from __future__ import annotations

from pathlib import Path

from wizard.files.installed import installed


def templates() -> Path:
    """Give the folder of templates and styles."""
    return installed("templates")
