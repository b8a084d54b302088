"""Where `planbygger` begins: opens a plan at once, or hands over to the commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from schemas.language import DEFAULT, LANGUAGES, Words, words

from .exits import Exit, Stop


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    # Plug-ins for Pydantic that happen to be installed would run code of their own, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    given = sys.argv[1:] if arguments is None else arguments
    language, rest = chosen_language(given)
    return guarded(words(language), lambda said: _dispatch(rest, said))


def _dispatch(rest: list[str], said: Words) -> int:
    """Take the quick way to the wizard where no command is named: Typer is not imported for it."""
    from .access import access, opening_line, restricts

    if restricts(rest):
        from .shutting import forget_what_was_sent

        forget_what_was_sent()
    if "_PLANBYGGER_COMPLETE" not in os.environ and (line := opening_line(rest, said)) is not None:
        from .opening import open_wizard

        return open_wizard(line.file, said, access(line.given, said))
    from .app import run

    return run(rest, said)


def chosen_language(arguments: list[str]) -> tuple[str, list[str]]:
    """Take `--lang` out of the arguments, wherever it stands, and give the language and the rest.

    An unknown language is left in place, so that the command line can say so in the language it has.
    """
    language = os.environ.get("PLANBYGGER_LANG", DEFAULT)[:2].lower()
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return language, [*rest, argument, *waiting]
        name, _, value = argument.partition("=")
        if name != "--lang":
            rest.append(argument)
            continue
        value = value or next(waiting, "")
        if value in LANGUAGES:
            language = value
        else:
            rest += [name, value] if value else [name]
    return language, rest


def guarded(said: Words, run: Callable[[Words], int]) -> int:
    """Run, and turn whatever stops the run into a sentence and a code."""
    from .console import hush, say

    try:
        return run(said)
    except Stop as stop:
        if stop.text:
            say(stop.text)
        return stop.code
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Who read our help, or whatever else a library wrote, has seen enough.
        hush(sys.stdout)
        hush(sys.stderr)
        return Exit.OK
    except Exception as error:
        if os.environ.get("PLANBYGGER_DEBUG"):
            raise
        say(said("commands.unexpected", what=f"{type(error).__name__}: {error}"))
        return Exit.FAILURE
