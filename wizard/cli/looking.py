"""Whose look plans are rendered in: what the command line names, else what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from schemas.language import Words
from wizard.files.trouble import BrokenFile, FileTrouble
from wizard.render.brand.finding import brand_of
from wizard.render.look import PLAIN, Look

from .exits import Exit, Stop
from .inputs import near


@dataclass(frozen=True, slots=True)
class Looks:
    """Finds and reads the look of each plan.

    brand, reference, templates: what the command line names; they stand for what a brand file says. around: the
    folders that are rendered as a whole.
    """

    brand: Path | None = None
    reference: Path | None = None
    templates: Path | None = None
    around: tuple[Path, ...] = ()

    @classmethod
    def named(cls, files: list[str], brand: str, reference: str, templates: str) -> Looks:
        """Understand the words of the command line, where an empty one is left out."""
        one, two, three = (Path(name) if name else None for name in (brand, reference, templates))
        return cls(one, two, three, around=tuple(path for name in files if (path := Path(name)).is_dir()))

    def of(self, plan: Path | None, said: Words) -> Look:
        """Read a plan's look; None is the plan from standard input. Raises `Stop` where its files are wrong."""
        brand = self.brand or (brand_of(plan, self.around) if plan else None)
        look = _read(brand, said) if brand else PLAIN
        if self.reference:
            look = replace(look, reference=_reference(self.reference, said))
        return replace(look, templates=_templates(self.templates, said)) if self.templates else look

    def files(self, plans: Iterable[Path]) -> set[Path]:
        """Give the files that the looks of these plans are made from, for whoever waits until one of them changes."""
        beside = {
            found for one in {plan.parent: plan for plan in plans}.values() if (found := brand_of(one, self.around))
        }
        brands = {self.brand} if self.brand else beside
        named = {path for path in (self.reference, self.templates) if path}
        return brands | {file for path in named.union(*map(_named_by, brands)) for file in _within(path)}

    def forget(self) -> None:
        """Read the files anew when they are needed next."""
        for reader in (_read, _reference, _templates):
            reader.cache_clear()


BESIDE = Looks()
"""The look that lies beside each plan."""


@cache
def _read(path: Path, said: Words) -> Look:
    from wizard.render.brand.reading import read_look

    try:
        return read_look(path)
    except FileTrouble as trouble:
        raise _stopped(path, trouble, said) from None


@cache
def _reference(path: Path, said: Words) -> bytes:
    from wizard.render.reference.own import read_reference

    try:
        return read_reference(path)
    except FileTrouble as trouble:
        raise _stopped(path, trouble, said) from None


@cache
def _templates(path: Path, said: Words) -> tuple[tuple[str, str], ...]:
    from wizard.render.own.reading import read_templates

    try:
        return read_templates(path)
    except FileTrouble as trouble:
        raise _stopped(path, trouble, said) from None


def _named_by(brand: Path) -> tuple[Path, ...]:
    from wizard.render.brand.reading import files_named

    try:
        return files_named(brand)
    except FileTrouble:
        return ()


def _within(path: Path) -> Iterator[Path]:
    """Yield a file, or all that lie in a folder."""
    yield from path.rglob("*") if path.is_dir() else (path,)


def _stopped(path: Path, trouble: FileTrouble, said: Words) -> Stop:
    code = Exit.BROKEN if isinstance(trouble, BrokenFile) else Exit.FAILURE
    return Stop(code, f"{near(path)}: {trouble.sentence(said)}")
