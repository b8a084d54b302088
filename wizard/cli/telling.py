"""`info`: what to say when asking for help."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import version

from schemas.language import Words
from wizard.version import __version__

from .console import emit, emit_json
from .exits import Exit

LIBRARIES = ("textual", "pydantic", "typer", "jinja2", "pypandoc_binary")
VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "PLANBYGGER_LANG")


def info(said: Words, *, as_json: bool) -> Exit:
    """List versions, pandoc, folders and terminal."""
    facts = _facts(said)
    if as_json:
        emit_json(facts)
        return Exit.OK
    labels = {name: said(f"commands.info.{name}") for name in facts}
    width = max(map(len, labels.values()))
    for name, fact in facts.items():
        emit(f"{labels[name]:<{width}}  {fact if fact is not None else said('commands.info.none')}")
    return Exit.OK


def _facts(said: Words) -> dict[str, str | None]:
    from platformdirs import user_state_path

    pandoc, version_of_pandoc = _pandoc()
    size = shutil.get_terminal_size()
    return {
        "planbygger": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "system": platform.platform(),
        "libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
        "pandoc": pandoc,
        "pandoc_version": version_of_pandoc,
        "state": str(user_state_path("planbygger")),
        "language": said.language,
        "encoding": sys.stdout.encoding,
        "terminal": f"{size.columns}×{size.lines}" if sys.stdout.isatty() else None,
        "variables": " ".join(f"{name}={os.environ[name]}" for name in VARIABLES if name in os.environ) or None,
    }


def _pandoc() -> tuple[str | None, str | None]:
    """Find the pandoc that came with the program, and ask it for its version."""
    from wizard.process import ProcessTrouble, run
    from wizard.render.engine.program import program
    from wizard.render.trouble import RenderTrouble

    try:
        path = program()
        first, *_ = run([path, "--version"]).output.decode().splitlines() or [""]
    except (RenderTrouble, ProcessTrouble):
        return None, None
    return str(path), first.partition(" ")[2]
