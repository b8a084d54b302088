"""The pandoc that was installed with the program, as a worker is started from it."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wizard.render.escape import DIALECT
from wizard.render.folder import templates
from wizard.render.trouble import RenderTrouble

HEAP = "1g"
"""How much memory a worker may use; a document that wants more is refused, not swapped."""

NURSERY = "32m"
"""How much a worker makes before it tidies up; twice as much would save some thirtieth where pandoc writes, and half of
it would cost as much."""

HEXADECIMAL = sys.platform == "win32"
"""Whether the worker's streams change line ends, so that bytes must be written as letters."""


@cache
def program() -> Path:
    """Find the bundled pandoc; never the one that happens to be on the PATH. Raises `RenderTrouble`."""
    # The wheel is only a box for the program: importing it would cost 50 ms and bring nothing.
    wheel = find_spec("pypandoc")
    folder = Path(wheel.origin).parent / "files" if wheel and wheel.origin else Path()
    for name in ("pandoc", "pandoc.exe"):
        if (folder / name).is_file():
            return folder / name
    raise RenderTrouble("no_pandoc")


def command() -> tuple[str, ...]:
    """Give the command line of a worker: our script in pandoc's own Lua, with bounds to its memory."""
    script = templates() / "pandoc" / "worker.lua"
    bounds = ("+RTS", f"-M{HEAP}", f"-A{NURSERY}", "-RTS")
    return (str(program()), "lua", *bounds, str(script), DIALECT, "hex" if HEXADECIMAL else "bytes")
