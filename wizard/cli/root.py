"""The program without a command."""

from __future__ import annotations

from typing import Any

from wizard.version import __version__

from .console import emit
from .exits import Exit, Stop


def root(ctx: Any, *, version: bool, lang: str) -> int:
    """Answer `--version`, refuse a language there are no words for, and open the wizard where no command follows."""
    if lang:
        raise Stop(Exit.USAGE, ctx.obj("commands.usage.language", name=lang))
    if version:
        emit(f"planbygger {__version__}")
        ctx.exit(Exit.OK)
    if ctx.invoked_subcommand is None:
        from .opening import open_wizard

        return open_wizard(None, ctx.obj)
    return Exit.OK
