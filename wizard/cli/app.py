"""The commands as one Typer application, in the language of the reader."""

from __future__ import annotations

import typer
from typer.main import get_command

from schemas.language import Words

from . import commands
from .exits import Exit, Stop
from .help import Command, Group, translate, usage_error
from .names import COMMANDS, looks_like_file
from .opening import unknown


def application(said: Words) -> Group:
    """Build the application: its commands as declared, its words from `commands.toml`."""
    app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS)
    app.callback(invoke_without_command=True)(commands.planbygger)
    for name in COMMANDS:
        app.command(name, cls=Command, context_settings=SETTINGS)(getattr(commands, name))
    group = get_command(app)
    assert isinstance(group, Group)
    translate(group, said)
    return group


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def run(arguments: list[str], said: Words) -> int:
    """Run one command and give its exit code."""
    _known(arguments, said)
    try:
        code = application(said).main(arguments, prog_name="planbygger", standalone_mode=False, obj=said)
    except typer.TyperException as error:
        raise Stop(Exit.USAGE, usage_error(error, said)) from None
    except typer.Abort:
        return Exit.INTERRUPTED
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            # Typer ends with 1 where nobody reads its help any more.
            raise end.__context__ from None
        raise
    return int(code or Exit.OK)


def _known(arguments: list[str], said: Words) -> None:
    """Refuse a first word that is no command, before Typer says so in English."""
    first = next((one for one in arguments if not one.startswith("-")), None)
    if first is None or first in COMMANDS or arguments[0] != first:
        return
    if looks_like_file(first):
        raise Stop(Exit.USAGE, said("commands.opening.one_file"))
    raise Stop(Exit.USAGE, unknown(first, said))
