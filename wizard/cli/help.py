"""How help and usage errors are written, with words for everything that Typer would say in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from schemas.language import Words

from .exits import Exit


class Command(TyperCommand):
    """A command whose help is laid out with our own words."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, examples, arguments and options."""
        _write_help(self, ctx, formatter)


class Group(TyperGroup):
    """The program itself; its help lists the commands and the exit codes besides."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, examples, commands, options and exit codes."""
        _write_help(self, ctx, formatter)

    @property
    def subcommands(self) -> list[tuple[str, Command]]:
        """List the commands in the order they are declared."""
        return [(name, command) for name, command in self.commands.items() if isinstance(command, Command)]


def translate(group: Group, said: Words) -> None:
    """Give the program, its commands and their parameters their words."""
    _translate(group, "planbygger", said)
    for name, command in group.subcommands:
        _translate(command, name, said)


def _translate(command: Command | Group, name: str, said: Words) -> None:
    command.help = said(f"commands.{name}.help")
    command.short_help = command.help.partition("\n")[0]
    for param in command.params:
        key = f"commands.{name}.{param.name}"
        param.help = said(key if said.has(key) else f"commands.shared.{param.name}")  # type: ignore[attr-defined]
        metavar = f"commands.metavar.{param.name}"
        if said.has(metavar):
            param.metavar = said(metavar)


def _write_help(command: Command | Group, ctx: Any, formatter: Any) -> None:
    said = ctx.find_object(Words)
    name = command.name if isinstance(command, Command) else "planbygger"
    pieces = [said("commands.help.options_piece"), *_usage_pieces(command, said)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), said("commands.help.usage") + " ")
    formatter.write_paragraph()
    formatter.write_text(command.help)
    _section(formatter, said("commands.help.arguments"), [row for p in command.params if (row := _argument(p))])
    if isinstance(command, Group):
        rows = [(name, one.short_help or "") for name, one in command.subcommands]
        _section(formatter, said("commands.help.commands"), rows)
    options = [*command.get_params(ctx)]
    _section(formatter, said("commands.help.options"), [row for p in options if (row := _option(p, said))])
    if isinstance(command, Group):
        rows = [(str(code.value), said(f"commands.exits.{code.name.lower()}")) for code in Exit]
        _section(formatter, said("commands.help.exits"), rows)
    with formatter.section(said("commands.help.examples")):
        for line in said(f"commands.{name}.examples").splitlines():
            formatter.write(f"  {line}\n")


def _section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _usage_pieces(command: Command | Group, said: Words) -> list[str]:
    if isinstance(command, Group):
        return [said("commands.help.file_or_command")]
    return [_metavar(param) for param in command.params if param.param_type_name == "argument"]


def _metavar(param: Any) -> str:
    name = str(param.metavar or param.name) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _argument(param: Any) -> tuple[str, str] | None:
    return (_metavar(param), param.help) if param.param_type_name == "argument" else None


def _option(param: Any, said: Words) -> tuple[str, str] | None:
    if param.param_type_name != "option":
        return None
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    if param.name == "help":
        return names, said("commands.shared.help")
    return (names if param.is_flag else f"{names} {param.metavar or param.name}"), param.help


def usage_error(error: typer.TyperException, said: Words) -> str:
    """Say what was wrong with how a command was called, and how to see its help."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "planbygger"
    return f"{_mistake(error, said)}\n{said('commands.usage.try', command=path)}"


def _nearest(name: str, names: Iterable[str]) -> str:
    """Give the name that is most like what was typed."""
    from difflib import SequenceMatcher

    return max(sorted(names), key=lambda one: SequenceMatcher(None, name, one).ratio())


def _mistake(error: typer.TyperException, said: Words) -> str:
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if option is not None:
        if "requires an argument" in error.message:
            return said("commands.usage.no_value", name=option)
        if near := getattr(error, "possibilities", None):
            return said("commands.usage.option_near", name=option, near=_nearest(option, near))
        return said("commands.usage.option", name=option)
    if param is not None:
        return said("commands.usage.missing", name=param.metavar or param.name)
    return said("commands.usage.too_many")
