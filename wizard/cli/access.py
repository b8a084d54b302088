"""The command line that opens the wizard: a file, and how far whoever sits there gets."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .exits import Exit, Stop
from .names import COMMANDS

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.ui.access import Access

VALUED = ("--name", "--components", "--restricted")
FLAG = "--read-only"
RESTRICTED = "--restricted"


@dataclass(frozen=True, slots=True)
class Line:
    """A command line that opens the wizard: the file that is named, if any, and the options given."""

    file: str | None
    given: dict[str, str]


def restricts(words: list[str]) -> bool:
    """Tell whether a command line keeps to a folder, wherever in it that is said."""
    return any(word.partition("=")[0] == RESTRICTED for word in words)


def opening_line(words: list[str], said: Words) -> Line | None:
    """Read a command line that opens the wizard; None where it is a command's business. Raises `Stop`.

    One that is restricted is never handed on to a command: whoever adds words to it gets the wizard, or a refusal.
    """
    held = restricts(words)
    if not held and words and words[0] in COMMANDS:
        return None
    files: list[str] = []
    given: dict[str, str] = {}
    waiting = iter(words)
    for word in waiting:
        name, sign, value = word.partition("=")
        if word == "--":
            files += waiting
        elif name in VALUED:
            _keep(given, name, value if sign else next(waiting, "-"), said)
        elif word == FLAG:
            _keep(given, FLAG, "yes", said)
        elif word.startswith("-"):
            if held:
                raise Stop(Exit.USAGE, said("hosting.only_the_wizard"))
            return None
        else:
            files.append(word)
    if len(files) > 1 and not given and not held:
        return None  # it may be a command with a slip of the pen, or two plans: who knows the commands says so
    _one_file(files, given, held, said)
    return Line(files[0] if files else None, given)


def _keep(given: dict[str, str], name: str, value: str, said: Words) -> None:
    """Note an option; said twice it would be anybody's guess which one holds."""
    if value.startswith("-"):
        raise Stop(Exit.USAGE, said("commands.usage.no_value", name=name))
    if name in given:
        raise Stop(Exit.USAGE, said("hosting.twice", name=name))
    given[name] = value


def _one_file(files: list[str], given: dict[str, str], held: bool, said: Words) -> None:
    if held and RESTRICTED not in given:
        raise Stop(Exit.USAGE, said("hosting.only_the_wizard"))
    if files and files[0] in COMMANDS and given:
        raise Stop(Exit.USAGE, said("hosting.only_the_wizard" if held else "hosting.no_command"))
    if len(files) > 1:
        raise Stop(Exit.USAGE, said("commands.opening.one_file"))


def access(given: dict[str, str], said: Words) -> Access:
    """Say how far one gets by the options given. Raises `Stop` where one of them means nothing."""
    from wizard.ui.access import Access, tidy_name

    return Access(
        name=tidy_name(given.get("--name", "")),
        read_only=FLAG in given,
        components=_components(given.get("--components"), said),
        folder=_folder(given.get(RESTRICTED), said),
    )


def _components(text: str | None, said: Words) -> frozenset[str] | None:
    if text is None:
        return None
    from .parts import parts

    return frozenset(parts(text, said))


def _folder(text: str | None, said: Words) -> Path | None:
    if text is None:
        return None
    try:
        folder = Path(text).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        folder = None
    if folder is None or not folder.is_dir() or not text:
        raise Stop(Exit.FAILURE, said("hosting.no_folder", name=text))
    return folder


def plan_inside(name: str, folder: Path, said: Words) -> Path:
    """Find the plan that is meant in a folder, from where one stands or from the folder itself. Raises `Stop`.

    What lies elsewhere, or leads there, is told of like what is not there.
    """
    from wizard.files.plan_names import is_plan
    from wizard.ui.access import Access

    held = Access(folder=folder)
    for path in (Path(name), folder / name):
        try:
            if held.holds(path) and is_plan(path) and path.is_file():
                return path.resolve()
        except (OSError, ValueError):
            continue
    raise Stop(Exit.FAILURE, said("hosting.no_plan", name=os.path.basename(name)))
