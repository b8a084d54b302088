"""`demo`: the large example as documents, and in the wizard."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from schemas.language import Words
from wizard.files.examples import folder
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .batch.how import How
from .console import emit, say
from .exits import Exit, Stop
from .opening import no_screen, open_wizard
from .rendering import render
from .wishing import Wish

LARGE = "storby.plan.yaml"
NAME = "planbygger"


def demo(output: Path, said: Words, *, opening: bool) -> int:
    """Render the large example, say where it is, and open the wizard on a copy where there is a terminal."""
    copy = _copy(output, said)
    say(said("commands.demo.made"))
    code = render([str(copy)], Wish.of("md,html,docx", "public", ["plan"], said), output, said, How(force=True))
    if code is not Exit.OK:
        return code
    say(said("commands.demo.copy", name=copy))
    if opening and no_screen() is None:
        return open_wizard(str(copy), said)
    say(said("commands.demo.opens", program=_program(), name=copy))
    return Exit.OK


def _program() -> str:
    """Name the program so that it can be called from here: as it was called, where the name alone finds none."""
    called = sys.argv[0]
    return called if Path(called).stem == NAME and shutil.which(NAME) is None else NAME


def _copy(output: Path, said: Words) -> Path:
    """Copy the example; a copy that someone has already tried things in is left as it is."""
    copy = output / LARGE
    if copy.exists():
        return copy
    try:
        output.mkdir(parents=True, exist_ok=True)
        write_whole(copy, (folder() / LARGE).read_bytes())
    except (OSError, CannotWrite) as trouble:
        raise Stop(Exit.FAILURE, said("commands.cannot_write", name=output)) from trouble
    emit(str(copy))
    return copy
