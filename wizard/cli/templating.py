"""`templates`: which templates there are, copies of them to be changed, and a check of changed ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from schemas.language import Words
from schemas.plan import Plan
from wizard.files.examples import examples
from wizard.files.places import readable
from wizard.files.plan_file import read_plan
from wizard.files.trouble import CannotWrite, FileTrouble
from wizard.files.whole import write_whole
from wizard.render.brand.finding import BRAND
from wizard.render.folder import templates
from wizard.render.own.reading import ours, read_templates

from .console import emit, say
from .exits import Exit, Stop, write_code

ACTIONS = ("list", "copy", "check")
PLACE = Path("templates")
"""Where copies go unless somebody says otherwise."""


def templating(action: str, names: list[str], own: Path | None, output: Path | None, said: Words) -> Exit:
    """Do what is asked with the templates."""
    if action == "copy":
        return _copy(names, output or PLACE, said)
    if action == "check":
        return _check(_one_folder(names, own, said), said)
    if action != "list" or names:
        raise Stop(Exit.USAGE, said("templates.unknown_action", name=action, choices=", ".join(ACTIONS)))
    return _list(own or _named_by_brand(), said)


def _list(own: Path | None, said: Words) -> Exit:
    replaced = dict(_read(own, said)) if own else {}
    width = max(len(name) for name in ours())
    for name in ours():
        mark = f"  ({said('templates.replaced', folder=own)})" if name in replaced else ""
        emit(f"{name:<{width}}  {described(name, said)}{mark}")
    return Exit.OK


def described(name: str, said: Words) -> str:
    """Say what a template is for."""
    key = f"templates.what.{name.removeprefix('partials/').removesuffix('.md.j2').replace('.', '-').replace('/', '-')}"
    if said.has(key):
        return said(key)
    kind, _, rest = name.partition("/")
    stem = rest.removesuffix(".md.j2")
    if kind == "documents":
        known = f"screens.publish.document.{stem}"
        return said("templates.document", name=said(known) if said.has(known) else stem)
    if rest.startswith("own/"):
        return said("templates.field", name=readable(tuple(stem.removeprefix("own/").split(".")), said))
    return said("templates.part")


def _named_by_brand() -> Path | None:
    """Give the folder that `brand.yaml` in the current folder names."""
    if not Path(BRAND).is_file():
        return None
    from wizard.render.brand.reading import templates_named

    try:
        return templates_named(Path(BRAND))
    except FileTrouble:
        return None


def _copy(names: list[str], folder: Path, said: Words) -> Exit:
    """Copy templates of ours; one that is there already is left as it is, and nothing is written then."""
    if not names:
        raise Stop(Exit.USAGE, said("templates.name_some"))
    wanted = tuple(dict.fromkeys(found for name in names for found in _matching(name, said)))
    if there := [name for name in wanted if (folder / name).exists()]:
        raise Stop(Exit.FAILURE, said("templates.there", name=folder / there[0]))
    for name in wanted:
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, (templates() / name).read_bytes())
        except CannotWrite as trouble:
            raise Stop(write_code(trouble), trouble.sentence(said)) from None
        except OSError:
            raise Stop(Exit.FAILURE, said("commands.cannot_write", name=folder)) from None
        emit(str(target))
    say(said("templates.copied", folder=folder))
    return Exit.OK


def _matching(name: str, said: Words) -> list[str]:
    if found := [one for one in ours() if fnmatchcase(one, name)]:
        return found
    near = difflib.get_close_matches(name, ours(), n=1)
    key = "no_such_near" if near else "no_such"
    raise Stop(Exit.USAGE, said(f"templates.{key}", name=name, near=near[0] if near else ""))


def _one_folder(names: list[str], own: Path | None, said: Words) -> Path:
    found = own or (Path(names[0]) if names else _named_by_brand())
    if found is None or len(names) > 1:
        raise Stop(Exit.USAGE, said("templates.name_folder"))
    return found


def _check(folder: Path, said: Words) -> Exit:
    """Print every document of the examples, say what is wrong, and name the files that stand for none of ours."""
    from wizard.render.own.checking import mistakes, strangers

    own = _read(folder, said)
    wrong = [f"{folder}/{said(one.key, **one.values)}" for one in mistakes(own, _plans())]
    for name, near in strangers(folder, own):
        key = "stranger_near" if near else "stranger"
        wrong.append(said(f"templates.{key}", name=f"{folder}/{name}", near=near))
    for line in wrong:
        emit(line)
    if wrong:
        return Exit.FINDINGS
    say(said("templates.sound", count=len(own)))
    return Exit.OK


def _plans() -> Iterator[Plan]:
    """Yield the examples, from the largest to one that has just been begun."""
    yield from (read_plan(path) for path in sorted(examples(), key=lambda path: -path.stat().st_size))
    yield Plan()


def _read(folder: Path, said: Words) -> tuple[tuple[str, str], ...]:
    try:
        return read_templates(folder)
    except FileTrouble as trouble:
        raise Stop(Exit.BROKEN, trouble.sentence(said)) from None
