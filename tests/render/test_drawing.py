"""What the pictures of a plan are made of: every text is there to be read, and nothing lies on or beside anything."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from schemas.choices import Answer
from schemas.ids import with_ids
from schemas.language import words
from schemas.plan import Plan
from wizard.files.installed import installed
from wizard.files.plan_file import read_plan
from wizard.render.edition import Edition
from wizard.render.figures.all import sketches
from wizard.render.figures.drawing.all import picture
from wizard.render.figures.drawing.breaking import broken
from wizard.render.figures.drawing.letters import cap, width
from wizard.render.figures.drawing.marks import Circle, Line, Mark, Polygon, Stroke, Text
from wizard.render.figures.drawing.style import BODY, WIDE
from wizard.render.figures.drawn import ACCENT, HIGHEST, Figure
from wizard.render.figures.sketch import Sketch
from wizard.render.visible import visible

TODAY = date(2026, 11, 20)

CODES = {"says", "status", "dates", "marks", "cells", "ticks", "scale", "tasks"}
"""Fields of a figure's value that name signs and labels, or say more than is drawn."""

COMPOUND = "Bekymringsunderretningskoordineringsudvalgsformandsstedfortræder"

names = st.one_of(
    st.text(max_size=150),
    st.text(st.sampled_from("abc æøå ABC -/§1"), min_size=20, max_size=150),
    st.sampled_from(
        (COMPOUND * 3, "A" * 200, "مرحبا " * 20, "我们" * 60, "🙂👨‍👩‍👧 " * 9, "e\u0301" * 90, "<&>\"' " * 9)
    ),
)


def of(plan: Plan, edition: Edition = Edition.INTERNAL) -> dict[str, Sketch]:
    return dict(sketches(visible(plan, edition), edition, words(plan.front.language.value), TODAY))


@cache
def sample(name: str) -> dict[str, Sketch]:
    return of(read_plan(installed("examples") / f"{name}.plan.yaml"))


def made(texts: list[str], count: int, language: str) -> dict[str, Sketch]:
    """Give the figures of a plan that says the same few texts again and again, wherever it may."""
    ids = [f"c-{number:08}" for number in range(count)]
    said = [texts[number % len(texts)] for number in range(count)]
    ages = ("all", "under_18", "adult", "under_18")
    interests = (None, *"12121212")
    levels, states = ("constructive", "anticipatory", None), ("exists", "new", "expanded", "stopped", None)
    plan = {
        "front": {"adopting_body": said[0], "language": language},
        "organisation": {
            "contacts": [{"id": key, "role": text} for key, text in zip(ids, said, strict=True)],
            "coordinator": ids[0], "deputy": ids[-1], "police": ids[0], "management": ids[-1], "rhythm": said[-1],
            "out_of_hours": ids[0], "steering": [{"role": key} for key in ids],
            "members": [{"role": key, "attendance": ("standing", "ad_hoc")[at % 2]} for at, key in enumerate(ids)],
        },
        "concerns": {
            "entry_citizen": ids[0], "entry_professional": ids[-1], "acute_branch": "\n\n".join(said[:7]),
            "steps": [
                {"name": text, "who": ids[0], "limit": said[-1], "hand_over": ids[-1], "ages": ages[at % 4]}
                for at, text in enumerate(said)
            ],
        },
        "measures": {
            "measures": [
                {
                    "name": text, "level": levels[at % 3], "status": states[at % 5],
                    "start": f"20{20 + at % 9}-03-01" if at % 3 else None, "due": "2031-01-01" if at % 4 else None,
                }
                for at, text in enumerate(said)
            ]
        },
        "stakeholders": {
            "parties": [
                {"name": text, "interest": interests[at % 9], "influence": "5", "affected": str(at % 5 + 1)}
                for at, text in enumerate(said)
            ]
        },
        "workshop": {"before": {"strategy": {"answer": "no"}, "measures": {"answer": "yes"}}},
    }  # fmt: skip
    return of(with_ids(Plan.model_validate(plan)))


def written(value: Any) -> list[str]:
    """Give every text of a figure that is to be read."""
    if is_dataclass(value):
        named = [one.name for one in fields(value) if one.name not in CODES]
        return [text for name in named for text in written(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for one in value for text in written(one)]
    return [value] if isinstance(value, str) and value.strip() else []


def letters(text: str) -> str:
    """Give a text without what parts its words and lines."""
    return re.sub(r"[\s\u200b-]", "", text)


def texts(vector: bytes) -> list[str]:
    root = ElementTree.fromstring(vector)
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


Box = tuple[float, float, float, float]


def box(mark: Mark) -> Box:
    """Give what a mark takes: left, top, right, bottom; of a text its capitals."""
    if isinstance(mark, Text):
        high = cap(mark.type)
        if mark.upright:
            return mark.x - high, mark.y - mark.width, mark.x, mark.y
        return mark.x, mark.y - high, mark.x + mark.width, mark.y
    if isinstance(mark, Circle):
        around = mark.radius + mark.weight / 2
        return mark.x - around, mark.y - around, mark.x + around, mark.y + around
    if isinstance(mark, (Polygon, Stroke)):
        xs, ys = zip(*mark.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)
    if isinstance(mark, Line):
        return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
    around = getattr(mark, "weight", 0) / 2 * bool(getattr(mark, "stroke", ""))
    return mark.x - around, mark.y - around, mark.x + mark.width + around, mark.y + mark.height + around


def meet(one: Box, other: Box) -> bool:
    slack = 0.01
    return all(first[low] < second[low + 2] - slack for first, second in ((one, other), (other, one)) for low in (0, 1))


def assert_in_order(sketch: Sketch) -> None:
    laid = picture(sketch, ACCENT, HIGHEST)
    assert laid.height * laid.part <= HIGHEST + 0.01
    boxes = [(mark, box(mark)) for mark in laid.marks]
    for mark, (left, top, right, bottom) in boxes:
        assert left >= -0.01, mark
        assert top >= -0.01, mark
        assert right <= WIDE + 0.01, mark
        assert bottom <= laid.height + 0.01, mark
    lines = [(mark.said, place) for mark, place in boxes if isinstance(mark, Text)]
    for (said, one), (other_said, other) in combinations(lines, 2):
        assert not meet(one, other), (sketch.name, said, other_said)


@pytest.mark.parametrize("name", ["storby", "lilleoe", "midtvejs", "english"])
def test_every_text_of_an_example_is_read_and_none_lies_on_another(name: str) -> None:
    for sketch in sample(name).values():
        said = letters("".join(texts(Figure(sketch).svg)))
        for text in written(sketch.value):
            assert letters(text) in said, (sketch.name, text)
        assert_in_order(sketch)


@settings(max_examples=60, deadline=None)
@given(st.lists(names, min_size=1, max_size=5), st.integers(1, 45), st.sampled_from(("da", "en")))
@example([COMPOUND * 2], 40, "da")
@example(["W" * 120], 45, "en")
@example(["Kort"], 1, "da")
def test_whatever_was_typed_every_text_is_read_and_none_lies_on_another_or_outside(
    said: list[str], count: int, language: str
) -> None:
    for sketch in made(said, count, language).values():
        seen = letters("".join(texts(Figure(sketch).svg)))
        for text in written(sketch.value):
            assert letters(text) in seen, (sketch.name, text)
        assert_in_order(sketch)


@settings(max_examples=15, deadline=None)
@given(st.lists(names, min_size=1, max_size=5), st.integers(1, 45))
def test_whatever_was_typed_there_is_a_picture_of_the_same_size(said: list[str], count: int) -> None:
    for sketch in made(said, count, "da").values():
        figure = Figure(sketch)
        found = Image.open(io.BytesIO(figure.png))
        assert (found.width, found.height) == pytest.approx((693, figure.height_mm / 25.4 * 110), abs=2)
        assert found.getbbox() is not None


def test_a_text_takes_the_width_it_was_given_in_whatever_font() -> None:
    root = ElementTree.fromstring(Figure(sample("storby")["path"]).svg)
    lines = list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert len(lines) > 30
    assert all(int(line.attrib["textLength"]) > 0 for line in lines)
    assert "Arial" in root.attrib["font-family"]


def test_a_picture_has_no_name_script_or_address_that_could_meet_another() -> None:
    for sketch in sample("storby").values():
        assert not re.search(rb"<script|<style| id=|href|url\(", Figure(sketch).svg)


def test_a_word_wider_than_its_line_is_parted_at_a_syllable() -> None:
    rows = broken([(COMPOUND, BODY)], 40, "da")
    said = [row[0].said for row in rows]
    assert len(said) > 1
    assert all(line.endswith("-") for line in said[:-1])
    assert "".join(line.removesuffix("-") for line in said) == COMPOUND
    assert said[0].removesuffix("-")[-1:].isalpha()
    assert all(width(line, BODY) <= 40.01 for line in said)


def test_a_long_word_begins_on_the_line_before_it_where_there_is_room() -> None:
    rows = broken([(f"5 {COMPOUND}", BODY)], 55, "da")
    assert rows[0][0].said.startswith("5 Bekym")


def test_a_section_s_number_stays_with_its_letter() -> None:
    rows = broken([("Rådgivning og mentor efter servicelovens § 12 b", BODY)], 59, "da")
    assert "§\u00a012\u00a0b" in rows[-1][0].said


@pytest.mark.parametrize("accent", ["#14375e", "#8a1c1c", "#1a1a1a", "#5a6572", "#767676", "#006b3c"])
def test_a_brand_s_colour_is_that_of_its_pictures(accent: str) -> None:
    red, green, blue = bytes.fromhex(accent[1:])
    for sketch in sample("storby").values():
        found = Image.open(io.BytesIO(Figure(sketch, accent).png)).convert("RGB")
        colours = {colour for _, colour in found.getcolors(1 << 20) or ()}
        assert (red, green, blue) in colours
        assert (255, 255, 255) in colours
        assert accent.encode() in Figure(sketch, accent).svg


def test_both_pictures_show_the_same(tmp_path: Any) -> None:
    """The dots lie where the lines of the SVG are: dark where a text or a bar stands, light where nothing does."""
    for sketch in sample("storby").values():
        laid = picture(sketch, ACCENT, HIGHEST)
        grey = Image.open(io.BytesIO(Figure(sketch).png)).convert("L")
        scale = grey.width / WIDE * laid.part
        for mark in laid.marks:
            if isinstance(mark, Text):
                place = grey.crop(tuple(round(edge * scale) for edge in box(mark)))
                low, high = place.getextrema()
                assert high - low > 60, (sketch.name, mark.said)


def test_what_draws_is_imported_with_the_first_picture_alone() -> None:
    script = "import sys, wizard.render.rendering; print([n for n in ('PIL', 'pyphen') if n in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_an_answer_of_the_scale_is_written_above_its_line() -> None:
    assert {words("da").choice("Answer", answer.value) for answer in Answer} >= set(
        texts(Figure(sample("storby")["readiness"]).svg)[:3]
    )
