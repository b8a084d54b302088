"""A picture as PNG: the stand-in for the SVG where a program cannot show that."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PIL import Image, ImageDraw
from PIL.Image import Image as Dots

from . import colours, stamps
from .letters import advances
from .marks import POINT, Circle, Dash, Hatch, Line, Mark, Picture, Polygon, Rect, Stroke, Text

_INCH = 25.4
_QUARTER = 4


def png(picture: Picture, accent: str, sharp: int) -> bytes:
    """Draw a picture with `sharp` dots an inch; the same gives the same bytes."""
    sheet = _Sheet(picture, accent, sharp)
    for mark in picture.marks:
        sheet.draw(mark)
    return _packed(sheet.image, accent, sharp)


class _Sheet:
    """The dots of a picture, drawn at their own size: straight edges on whole dots, all others soft."""

    def __init__(self, picture: Picture, accent: str, sharp: int) -> None:
        self.places = colours.places(accent)
        whole = sharp / _INCH
        self.scale = whole * picture.part
        self.left = picture.room * (whole - self.scale) / 2
        size = round(picture.room * whole), max(1, round(picture.height * self.scale))
        self.image = Image.new("L", size, self.places["#ffffff"])
        self.pen = ImageDraw.Draw(self.image)
        self.drawers: Mapping[type, Callable[[Any], None]] = {
            Text: self.text, Rect: self.rect, Line: self.line, Hatch: self.hatch, Circle: self.circle,
            Polygon: self.polygon, Stroke: self.stroke,
        }  # fmt: skip

    def draw(self, mark: Mark) -> None:
        self.drawers[type(mark)](mark)

    def place(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, y * self.scale

    def weight(self, weight: float) -> int:
        """Give how many dots a line is thick; the thinnest is seen."""
        return max(1, round(weight * self.scale - 0.1))

    def stamp(self, mask: Dots, x: int, y: int, colour: str) -> None:
        self.pen.draw.draw_bitmap((x, y), mask.im, self.places[colour])

    # Texts

    def text(self, mark: Text) -> None:
        if mark.upright:
            self.upright(mark)
            return
        x, y = self.place(mark.x, mark.y)
        for mask, left, top in self.words(mark, x):
            self.stamp(mask, left, round(y) + top, mark.type.colour)

    def words(self, mark: Text, x: float) -> Iterator[tuple[Dots, int, int]]:
        """Give the words of a line, each with its place from the baseline."""
        kind = mark.type
        dots = kind.size * POINT * self.scale
        size, space = round(dots * _QUARTER), advances(kind.bold, kind.italic)[" "] * dots
        for said in mark.said.split(" "):
            quarters = round(x * _QUARTER)
            mask, left, top, wide = stamps.word(said, kind.bold, kind.italic, size, quarters % _QUARTER)
            yield mask, quarters // _QUARTER + left, top
            x += wide * dots + space

    def upright(self, mark: Text) -> None:
        x, y = self.place(mark.x, mark.y)
        high = round(mark.type.size * POINT * self.scale * 2)
        strip = Image.new("L", (round(mark.width * self.scale) + 2, high))
        for mask, left, top in self.words(mark, 0):
            strip.paste(255, (left, high * 2 // 3 + top), mask)
        turned = strip.transpose(Image.Transpose.ROTATE_90)
        self.stamp(turned, round(x) - high * 2 // 3, round(y) - turned.height, mark.type.colour)

    # Straight edges

    def rect(self, mark: Rect) -> None:
        (x1, y1), (x2, y2) = self.place(mark.x, mark.y), self.place(mark.x + mark.width, mark.y + mark.height)
        if not mark.stroke:
            self.box(round(x1), round(y1), round(x2), round(y2), mark.radius * self.scale, mark.fill)
            return
        weight = self.weight(mark.weight)
        edges = [round(edge - weight / 2) for edge in (x1, y1, x2, y2)]
        if mark.dash[0]:
            self.dashed(edges, weight, mark)
            return
        left, top, right, bottom = edges
        radius = mark.radius * self.scale
        if not mark.fill:
            self.pen.rectangle(
                (left, top, right + weight - 1, bottom + weight - 1), outline=self.places[mark.stroke], width=weight
            )
            return
        self.box(left, top, right + weight, bottom + weight, radius + weight / 2 if radius else 0, mark.stroke)
        inner = max(0, radius - weight / 2)
        self.box(left + weight, top + weight, right, bottom, inner, mark.fill)

    def box(self, left: int, top: int, right: int, bottom: int, radius: float, colour: str) -> None:
        """Fill a rectangle from one dot up to another, its corners soft where they are round."""
        if right <= left or bottom <= top:
            return
        mask = (
            stamps.corner(round(min(radius, (right - left) / 2, (bottom - top) / 2) * 4) / 4) if radius > 0.5 else None
        )
        if mask is None:
            self.pen.rectangle((left, top, right - 1, bottom - 1), fill=self.places[colour])
            return
        side = min(mask.width, (right - left) // 2, (bottom - top) // 2)
        mask = mask.crop((0, 0, side, side))
        self.pen.rectangle((left + side, top, right - side - 1, bottom - 1), fill=self.places[colour])
        if bottom - top > 2 * side:
            self.pen.rectangle((left, top + side, right - 1, bottom - side - 1), fill=self.places[colour])
        flipped = mask.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.stamp(mask, left, top, colour)
        self.stamp(flipped, right - side, top, colour)
        self.stamp(mask.transpose(Image.Transpose.FLIP_TOP_BOTTOM), left, bottom - side, colour)
        self.stamp(flipped.transpose(Image.Transpose.FLIP_TOP_BOTTOM), right - side, bottom - side, colour)

    def dashed(self, edges: list[int], weight: int, mark: Rect) -> None:
        """Draw a frame with gaps, its corners whole."""
        left, top, right, bottom = edges
        radius = mark.radius * self.scale
        self.box(left, top, right + weight, bottom + weight, radius + weight / 2 if radius else 0, mark.stroke)
        self.box(left + weight, top + weight, right, bottom, max(0, radius - weight / 2), mark.fill or "#ffffff")
        round_ = round(radius)
        for y in (top, bottom):
            for begin, end in _gaps(left + round_, right + weight - round_, mark.dash, self.scale):
                self.pen.rectangle((begin, y, end - 1, y + weight - 1), fill=self.places[mark.fill or "#ffffff"])
        for x in (left, right):
            for begin, end in _gaps(top + round_, bottom + weight - round_, mark.dash, self.scale):
                self.pen.rectangle((x, begin, x + weight - 1, end - 1), fill=self.places[mark.fill or "#ffffff"])

    def line(self, mark: Line) -> None:
        """Draw a line along the paper's edges."""
        (x1, y1), (x2, y2) = self.place(mark.x1, mark.y1), self.place(mark.x2, mark.y2)
        weight = self.weight(mark.weight)
        upright = abs(x1 - x2) < abs(y1 - y2)
        across = round((x1 if upright else y1) - weight / 2)
        begin, end = sorted((round(y1), round(y2)) if upright else (round(x1), round(x2)))
        for first, last in _dashes(begin, end, mark.dash, self.scale):
            if upright:
                self.pen.rectangle((across, first, across + weight - 1, last - 1), fill=self.places[mark.colour])
            else:
                self.pen.rectangle((first, across, last - 1, across + weight - 1), fill=self.places[mark.colour])

    # Soft edges

    def hatch(self, mark: Hatch) -> None:
        x, y = (round(edge) for edge in self.place(mark.x, mark.y))
        wide, high = round(mark.width * self.scale), round(mark.height * self.scale)
        if wide > 0 and high > 0:
            most = -(-wide // 64) * 64
            mask = stamps.hatching(most, high, max(3, round(mark.gap * self.scale)), mark.weight * self.scale)
            self.stamp(mask.crop((0, 0, wide, high)), x, y, mark.colour)

    def circle(self, mark: Circle) -> None:
        half_edge = mark.weight / 2 if mark.stroke else 0
        outer, inner = mark.radius + half_edge, mark.radius - half_edge
        filled = [(outer, mark.stroke, False)] if mark.stroke else []
        if mark.half:
            filled += [(inner, "#ffffff", False), (inner + half_edge, mark.fill, True)]
        elif mark.fill != mark.stroke:
            filled += [(inner, mark.fill or "#ffffff", False)]
        for radius, colour, half in filled:
            (x, y), size = self.place(mark.x - radius, mark.y - radius), 2 * radius * self.scale
            left, top = int(x), int(y)
            self.stamp(stamps.ellipse(_near(x - left), _near(y - top), _near(size), half), left, top, colour)

    def polygon(self, mark: Polygon) -> None:
        left, top, points = self.origin(mark.points, 0)
        self.stamp(stamps.polygon(points), left, top, mark.fill)

    def stroke(self, mark: Stroke) -> None:
        left, top, points = self.origin(mark.points, mark.weight * self.scale)
        self.stamp(stamps.stroke(points, _near(mark.weight * self.scale)), left, top, mark.colour)

    def origin(self, points: stamps.Points, around: float) -> tuple[int, int, stamps.Points]:
        """Give points in dots from a whole one, and that dot."""
        places = [self.place(*point) for point in points]
        left, top = (int(min(place[axis] for place in places) - around) for axis in (0, 1))
        return left, top, tuple((_near(x - left), _near(y - top)) for x, y in places)


def _dashes(begin: int, end: int, dash: Dash, scale: float) -> Iterator[tuple[int, int]]:
    if not dash[0]:
        if end > begin:
            yield begin, end
        return
    long, gap = max(1, round(dash[0] * scale)), max(1, round(dash[1] * scale))
    for first in range(begin, end, long + gap):
        yield first, min(first + long, end)


def _gaps(begin: int, end: int, dash: Dash, scale: float) -> Iterator[tuple[int, int]]:
    long, gap = max(1, round(dash[0] * scale)), max(1, round(dash[1] * scale))
    for first in range(begin + long, end, long + gap):
        yield first, min(first + gap, end)


def _near(value: float) -> float:
    """Round to a quarter of a dot, so that shapes are met again."""
    return round(value * _QUARTER) / _QUARTER


def _packed(image: Dots, accent: str, sharp: int) -> bytes:
    """Write the dots, each a place on the line of colours."""
    image.putpalette(colours.palette(accent))
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1, compress_type=zlib.Z_RLE, dpi=(sharp, sharp))
    return file.getvalue()
