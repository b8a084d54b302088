"""Reads `brand.yaml` and what it names: any bytes give a look or are refused with a sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from schemas.texts import shown
from wizard.files.mapping import parse_mapping, read_bytes, spots
from wizard.files.trouble import BrokenFile, CannotRead, Location, Spot
from wizard.render.escape import one_line
from wizard.render.look import Look

from .brand import OURS, Brand, Logo
from .brand_file import BrandFile
from .colours import GRAPHIC, TEXT, WHITE, contrast, is_colour, nearest, tint
from .trouble import BrokenBrand

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

NAME, FOOTER = 80, 90
"""The most characters of a name, and of a footer, which shares its line with the page number."""

_FONT = re.compile(r"[^\W\d_](?:[^\W_]|[ -]){0,48}")
SHADE, LINE = 0.07, 0.36
"""How much of the accent is in the light ground and in thin lines."""


def read_look(path: Path) -> Look:
    """Read a brand file and the files it names. Raises `CannotRead` and `BrokenFile`."""
    return _Reading(path).look()


def templates_named(path: Path) -> Path | None:
    """Give the folder of templates that a brand file names. Raises as `read_look` does."""
    reading = _Reading(path)
    return reading.inside("templates", reading.file.templates) if reading.file.templates else None


def files_named(path: Path) -> tuple[Path, ...]:
    """Give the files and the folder that a brand file names, there or not. Raises as `read_look` does."""
    reading = _Reading(path)
    named = {field: getattr(reading.file, field) for field in ("logo", "reference", "templates")}
    return tuple(reading.inside(field, name) for field, name in named.items() if name)


class _Reading:
    """One brand file, with the lines its fields stand on."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        data = read_bytes(path)
        self.spots = spots(data)
        self.file = _parsed(data, self.spots)

    def look(self) -> Look:
        brand = self._brand()
        return Look(brand, self._templates(), self._reference())

    def _brand(self) -> Brand:
        colours = {name: colour for name in ("accent", "ink", "rule") if (colour := self._colour(name))}
        colours = _with_tints(colours)
        self._check_contrast(colours)
        name, footer = self._text("name", self.file.name, NAME), self._text("footer", self.file.footer, FOOTER)
        fonts = self.file.fonts
        return replace(
            OURS,
            name=name,
            footer=footer,
            font=self._font("text", fonts.text),
            heading=self._font("headings", fonts.headings),
            logo=self._logo(name),
            **colours,
        )

    def _text(self, field: str, text: str, most: int) -> str:
        line = one_line(text)
        if len(line) > most:
            raise self._wrong("too_long", (field,), length=len(line), limit=most)
        return line

    def _colour(self, name: str) -> str:
        written = getattr(self.file.colours, name).strip()
        if written and not is_colour(written.lower()):
            raise self._wrong("colour", ("colours", name), found=shown(written))
        return str(written.lower())

    def _font(self, field: str, written: str) -> str:
        name = written.strip()
        if name and not _FONT.fullmatch(name):
            raise self._wrong("font", ("fonts", field), found=shown(name))
        return name

    def _check_contrast(self, colours: Mapping[str, str]) -> None:
        """Refuse a colour that cannot be read, with the nearest one that can."""
        shade = colours.get("shade", OURS.shade)
        for name, ground, needed in (
            ("accent", WHITE, TEXT),
            ("accent", shade, TEXT),
            ("ink", WHITE, TEXT),
            ("ink", shade, TEXT),
            ("rule", WHITE, GRAPHIC),
        ):
            if name in colours and (found := contrast(colours[name], ground)) < needed:
                better = _readable(name, colours[name], needed)
                said = {"found": colours[name], "ratio": _floored(found), "needed": needed, "better": better}
                raise self._wrong(f"contrast_{name}", ("colours", name), **said)

    def _logo(self, name: str) -> Logo | None:
        if not self.file.logo:
            return None
        if not name:
            raise self._wrong("no_name", ("logo",))
        from .logo import BadLogo, logo

        try:
            return logo(self._beside("logo", self.file.logo), name)
        except BadLogo as trouble:
            raise self._wrong(trouble.key, ("logo",), name=shown(self.file.logo), **trouble.values) from None

    def _reference(self) -> bytes:
        if not self.file.reference:
            return b""
        from wizard.render.reference.own import check

        data = self._beside("reference", self.file.reference)
        try:
            check(data, shown(self.file.reference))
        except BrokenBrand as trouble:
            raise self._wrong(trouble.key.rpartition(".")[2], ("reference",), **trouble.values) from None
        return data

    def _templates(self) -> tuple[tuple[str, str], ...]:
        if not self.file.templates:
            return ()
        from wizard.render.own.reading import read_templates

        return read_templates(self.inside("templates", self.file.templates))

    def _beside(self, field: str, name: str) -> bytes:
        """Read a file that lies beside or below the brand file, wherever links lead."""
        path = self.inside(field, name)
        try:
            return read_bytes(path)
        except CannotRead as trouble:
            key = "unreadable" if path.exists() else "not_there"
            raise self._wrong(key, (field,), name=shown(name)) from trouble
        except BrokenFile:
            raise self._wrong("too_large", (field,), name=shown(name), limit=5) from None

    def inside(self, field: str, name: str) -> Path:
        """Give the path of what lies beside or below the brand file; raises `BrokenBrand` where it lies elsewhere."""
        path = self.folder / name
        try:
            held = path.resolve().is_relative_to(self.folder.resolve())
        except (OSError, ValueError, RuntimeError):
            held = False
        if not held or "\\" in name or ":" in name or Path(name).is_absolute() or ".." in Path(name).parts:
            raise self._wrong("outside", (field,), name=shown(name))
        return path

    def _wrong(self, key: str, field: Location, **values: object) -> BrokenBrand:
        spot = self.spots.get(field, Spot())
        return BrokenBrand(key, Spot(spot.line, spot.column, field), 0, **values)


def _with_tints(colours: dict[str, str]) -> dict[str, str]:
    """Add what follows from an accent: thick lines, thin lines and light ground of the same hue."""
    if not (accent := colours.get("accent")):
        return colours
    return {"rule": accent, "line": tint(accent, LINE), "shade": tint(accent, SHADE), **colours}


def _readable(name: str, colour: str, needed: float) -> str:
    """Find the nearest colour that can be read wherever it is used; the ground follows the accent."""
    for wanted in (needed + step / 20 for step in range(60)):
        better = nearest(colour, wanted)
        ground = tint(better, SHADE) if name == "accent" else OURS.shade
        if name == "rule" or contrast(better, ground) >= needed:
            return better
    return "#000000"


def _floored(ratio: float) -> float:
    """Give a ratio with one decimal, never better than it is."""
    return int(ratio * 10) / 10


def _parsed(data: bytes, found: Mapping[Location, Spot]) -> BrandFile:
    try:
        return BrandFile.model_validate(parse_mapping(data))
    except ValidationError as error:
        raise _misfit(error, found) from None
    except BrokenFile as trouble:
        if trouble.key == "files.not_a_plan":
            raise BrokenBrand("not_a_brand", Spot(1)) from None
        raise


def _misfit(error: ValidationError, found: Mapping[Location, Spot]) -> BrokenBrand:
    """Tell the first misfit by its line, and count the others."""
    details = error.errors(include_url=False, include_context=False)
    placed = [(_spot(detail["loc"], found), detail) for detail in details]
    spot, detail = min(placed, key=lambda pair: pair[0].line or 0)
    return _described(detail, spot, len(details) - 1)


def _described(detail: ErrorDetails, spot: Spot, more: int) -> BrokenBrand:
    *top, key = detail["loc"]
    if detail["type"] != "extra_forbidden":
        groups = {"model_type", "model_attributes_type"}
        kind = "wrong_group" if detail["type"] in groups else "wrong_text"
        return BrokenBrand(kind, spot, more, found=_shown(detail["input"]))
    above = Spot(spot.line, spot.column, tuple(top))
    known = list(_fields(BrandFile, top))
    if near := difflib.get_close_matches(str(key).lower()[:80], known, n=1):
        return BrokenBrand("unknown_key_near", above, more, found=shown(str(key)), near=near[0])
    return BrokenBrand("unknown_key", above, more, found=shown(str(key)), known=", ".join(known))


def _fields(model: type[BaseModel], way: list[Any]) -> Iterator[str]:
    for key in way:
        kind = model.model_fields[key].annotation
        assert isinstance(kind, type)
        model = kind
    yield from model.model_fields


def _spot(location: Location, found: Mapping[Location, Spot]) -> Spot:
    for length in range(len(location), 0, -1):
        if spot := found.get(location[:length]):
            return Spot(spot.line, spot.column, location)
    return Spot(field=location)


def _shown(value: Any) -> str:
    return "…" if isinstance(value, dict | list) else shown("" if value is None else str(value))
