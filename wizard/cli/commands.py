"""What each command takes. The work is done in a module of its own, imported when the command is run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

Files = Annotated[list[str], Argument()]
Json = Annotated[bool, Option("--json")]
Lang = Annotated[str, Option("--lang", show_default=False)]


def planbygger(
    ctx: typer.Context,
    name: Annotated[str, Option("--name", show_default=False)] = "",
    read_only: Annotated[bool, Option("--read-only")] = False,
    components: Annotated[str, Option("--components", show_default=False)] = "",
    restricted: Annotated[Path | None, Option("--restricted", show_default=False)] = None,
    version: Annotated[bool, Option("--version")] = False,
    lang: Lang = "",
) -> int:
    """Answer `--version`; anything else is a command's business, and the wizard's options never come this far."""
    from .root import root

    return root(ctx, version=version, lang=lang)


def new(
    ctx: typer.Context,
    file: Annotated[str, Argument()] = "",
    municipality: Annotated[str, Option("--municipality", "-m")] = "",
) -> int:
    """Write a new plan file."""
    from .creating import new

    return new(file, municipality, ctx.obj)


def revise(ctx: typer.Context, old: Annotated[str, Argument()], new: Annotated[str, Argument()]) -> int:
    """Begin a new revision of a plan."""
    from .revising import revise

    return revise(old, new, ctx.obj)


def render(
    ctx: typer.Context,
    files: Files,
    format: Annotated[str, Option("--format", "-f", show_default=False)] = "",
    edition: Annotated[str, Option("--edition", "-e", show_default=False)] = "",
    document: Annotated[list[str], Option("--document", "-d", show_default=False)] = [],  # noqa: B006 (Typer reads it)
    since: Annotated[str, Option("--since", show_default=False)] = "",
    session: Annotated[str, Option("--session", show_default=False)] = "",
    brand: Annotated[str, Option("--brand", show_default=False)] = "",
    reference: Annotated[str, Option("--reference", show_default=False)] = "",
    templates: Annotated[str, Option("--templates", show_default=False)] = "",
    output: Annotated[Path | None, Option("--output", "-o")] = None,
    acknowledge: Annotated[bool, Option("--acknowledge")] = False,
    verify: Annotated[bool, Option("--verify")] = False,
    jobs: Annotated[str, Option("--jobs", "-j", show_default=False)] = "",
    force: Annotated[bool, Option("--force")] = False,
    dry_run: Annotated[bool, Option("--dry-run")] = False,
    json: Json = False,
    watch: Annotated[bool, Option("--watch")] = False,
) -> int:
    """Render plans in bulk."""
    from .batch.how import How
    from .looking import Looks
    from .rendering import render
    from .wishing import Wish, one_stdin

    one_stdin(*dict.fromkeys(files), since, said=ctx.obj)
    wish = Wish.of(format, edition, document, ctx.obj, since=since, session=session, acknowledge=acknowledge)
    looks = Looks.named(files, brand, reference, templates)
    how = How.of(jobs, ctx.obj, force=force, dry=dry_run, json=json, watch=watch)
    return render(files, replace(wish, verify=verify, looks=looks), output, ctx.obj, how)


def templates(
    ctx: typer.Context,
    action: Annotated[str, Argument()] = "list",
    names: Annotated[list[str], Argument()] = [],  # noqa: B006 (Typer reads it)
    templates: Annotated[Path | None, Option("--templates", show_default=False)] = None,
    output: Annotated[Path | None, Option("--output", "-o")] = None,
) -> int:
    """List, copy and check the templates of documents."""
    from .templating import templating

    return templating(action, names, templates, output, ctx.obj)


def check(
    ctx: typer.Context, files: Files, strict: Annotated[bool, Option("--strict")] = False, json: Json = False
) -> int:
    """Say what is missing or at odds in plans."""
    from .checking import check

    return check(files, ctx.obj, strict=strict, as_json=json)


def overview(
    ctx: typer.Context,
    files: Files,
    sort: Annotated[str, Option("--sort")] = "revision",
    format: Annotated[str, Option("--format", "-f", show_default=False)] = "",
    output: Annotated[Path | None, Option("--output", "-o")] = None,
    on: Annotated[str, Option("--on", show_default=False)] = "",
) -> int:
    """Put many plans into one table."""
    from .overviewing import Wish, overview

    return overview(files, Wish.of(sort, on, format, output, ctx.obj), ctx.obj)


def diff(
    ctx: typer.Context,
    old: Annotated[str, Argument()],
    new: Annotated[str, Argument()],
    edition: Annotated[str, Option("--edition", "-e")] = "public",
    markdown: Annotated[bool, Option("--markdown")] = False,
    json: Json = False,
) -> int:
    """Say what differs between two plans."""
    from .comparing import Shape, diff

    return diff(old, new, edition, Shape.of(markdown=markdown, json=json, said=ctx.obj), ctx.obj)


def compare(
    ctx: typer.Context,
    file: Annotated[Path, Argument()],
    docx: Annotated[Path, Argument()],
    take: Annotated[str, Option("--take", "-t", show_default=False)] = "",
    sent: Annotated[str, Option("--sent", show_default=False)] = "",
    templates: Annotated[str, Option("--templates", show_default=False)] = "",
    report: Annotated[bool, Option("--report")] = False,
    markdown: Annotated[bool, Option("--markdown")] = False,
    json: Json = False,
) -> int:
    """Say what a hearing changed in a Word document, and take it into the plan."""
    from .hearing import Sending, Way, compare

    way = Way.of(take=take, report=report, markdown=markdown, json=json, said=ctx.obj)
    return compare(file, docx, Sending(sent, templates), way, ctx.obj)


def split(
    ctx: typer.Context,
    file: Annotated[Path, Argument()],
    components: Annotated[str, Option("--components", "-c", show_default=False)] = "",
    number: Annotated[str, Option("--number", "-n")] = "2",
    output: Annotated[Path | None, Option("--output", "-o")] = None,
) -> int:
    """Write files for groups that work apart."""
    from .splitting import split

    return split(file, components, number, output, ctx.obj)


def merge(
    ctx: typer.Context,
    file: Annotated[Path, Argument()],
    groups: Annotated[list[Path], Argument()],
    report: Annotated[bool, Option("--report")] = False,
    ours: Annotated[bool, Option("--ours")] = False,
    theirs: Annotated[bool, Option("--theirs")] = False,
) -> int:
    """Bring groups' files home to their plan."""
    from .gathering import Way, merge

    return merge(file, groups, Way.of(report=report, ours=ours, theirs=theirs, said=ctx.obj), ctx.obj)


def schema(ctx: typer.Context, output: Annotated[Path | None, Option("--output", "-o")] = None) -> int:
    """Give the JSON Schema of a plan file."""
    from .creating import schema

    return schema(output, ctx.obj)


def history(
    ctx: typer.Context,
    file: Annotated[Path, Argument()],
    at: Annotated[str, Option("--at", show_default=False)] = "",
    restore: Annotated[str, Option("--restore", show_default=False)] = "",
    json: Json = False,
) -> int:
    """List the changes of a plan, give it as it was, or make it so again."""
    from .listing import history
    from .then import one_wish, then

    one_wish(at, restore, ctx.obj, as_json=json)
    if at or restore:
        return then(file, at, restore, ctx.obj)
    return history(file, ctx.obj, as_json=json)


def forget(
    ctx: typer.Context,
    file: Annotated[Path, Argument()],
    field: Annotated[str, Option("--field", show_default=False)] = "",
    yes: Annotated[bool, Option("--yes", "-y")] = False,
) -> int:
    """Delete for good what should never have been written."""
    from .forgetting import forget_in

    return forget_in(file, field, ctx.obj, sure=yes)


def info(ctx: typer.Context, json: Json = False) -> int:
    """Tell what a fault report should say."""
    from .telling import info

    return info(ctx.obj, as_json=json)


def demo(
    ctx: typer.Context,
    output: Annotated[Path, Option("--output", "-o")] = Path("planbygger-demo"),
    open_: Annotated[bool, Option("--open/--no-open")] = True,
) -> int:
    """Show the large example."""
    from .showing import demo

    return demo(output, ctx.obj, opening=open_)
