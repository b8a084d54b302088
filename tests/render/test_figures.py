"""What the figures of a plan show, and that they are drawn so that everybody can read them."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from schemas.ids import with_ids
from schemas.language import words
from schemas.plan import Plan
from wizard.files.plan_file import read_plan
from wizard.render.edition import Edition
from wizard.render.figures import drawn as drawing
from wizard.render.figures.all import INTERNAL, PUBLIC, sketches
from wizard.render.figures.drawing import stamps
from wizard.render.figures.drawn import HIGHEST, Figure
from wizard.render.figures.sketch import Sketch
from wizard.render.visible import visible

TODAY = date(2026, 11, 20)

HOSTILE = '#panic("x") $x$ </svg><script>alert(1)</script> *_`\\ "quoted" \u202eevil'
LONG = "Bekymringsunderretningskoordineringsudvalgsformandsstedfortræderen " * 8


def of(plan: Plan, edition: Edition = Edition.INTERNAL) -> dict[str, Sketch]:
    said = words(plan.front.language.value)
    return dict(sketches(visible(plan, edition), edition, said, TODAY))


def texts(value: Any) -> list[str]:
    """Give every text that a figure writes, in its order."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) else []


def written(sketch: Sketch) -> list[str]:
    return texts(asdict(sketch.value))


def example(examples: Path, name: str = "storby") -> Plan:
    return read_plan(examples / f"{name}.plan.yaml")


@pytest.fixture(scope="module")
def examples() -> Path:
    from wizard.files.installed import installed

    return installed("examples")


@pytest.fixture(scope="module")
def city(examples: Path) -> dict[str, Sketch]:
    return of(example(examples))


def a_plan(**parts: Any) -> Plan:
    return with_ids(Plan.model_validate(parts))


ROLES = [{"id": f"c-0000000{n}", "role": name} for n, name in enumerate(("Vagten", "Lederen", "Politiet"), 1)]


def test_the_large_example_has_all_six_and_the_public_edition_only_those_of_the_plan(examples: Path) -> None:
    plan = example(examples)
    assert tuple(of(plan)) == (*PUBLIC, *INTERNAL)
    assert tuple(of(plan, Edition.PUBLIC)) == PUBLIC


def test_an_empty_plan_has_nothing_to_draw_but_the_grid_of_what_is_missing() -> None:
    assert tuple(of(Plan())) == ("coverage",)
    assert tuple(of(Plan(), Edition.PUBLIC)) == ()


def test_a_new_plan_s_ready_made_steps_are_no_path_yet() -> None:
    from schemas.starter import starter

    assert "path" not in of(starter(words("da")))


def test_the_path_has_the_steps_in_order_with_role_and_time_limit(city: dict[str, Sketch]) -> None:
    said = " | ".join(written(city["path"]))
    expected = (
        "Modtagelsen", "Vi tager imod bekymringen", "Samme dag", "Vi samler det, vi ved",
        "Inden for 24 timer", "Vi ser på risiko og trivsel", "Vi melder tilbage", "Vi følger op og afslutter",
    )  # fmt: skip
    places = [said.index(text) for text in expected]
    assert places == sorted(places)


@pytest.mark.parametrize("edition", Edition)
def test_the_path_has_every_step_that_the_table_beside_it_has(examples: Path, edition: Edition) -> None:
    path = of(example(examples, "midtvejs"), edition)["path"]
    assert [stop.number for leg in path.value.legs for stop in (*leg.all, *leg.under_18, *leg.adult)] == [*range(1, 8)]  # type: ignore[attr-defined]
    assert "7 trin" in " ".join(path.sentences)


def test_the_path_divides_where_a_step_is_for_one_age_alone(city: dict[str, Sketch]) -> None:
    legs = city["path"].value.legs  # type: ignore[attr-defined]
    forks = [leg for leg in legs if not leg.all]
    assert [[stop.number for stop in lane] for fork in forks for lane in (fork.under_18, fork.adult)] == [[5], [6]]
    assert "trin 5 gælder under 18 år og trin 6 gælder 18 år og derover" in " ".join(city["path"].sentences)


def test_a_lane_without_a_step_of_its_own_is_empty_and_not_left_out() -> None:
    steps = [{"name": "Tag imod", "who": "c-00000001"}, {"name": "Beslut", "ages": "adult", "who": "c-00000002"}]
    path = of(a_plan(organisation={"contacts": ROLES}, concerns={"steps": steps}))["path"].value
    assert [(len(leg.all), len(leg.under_18), len(leg.adult)) for leg in path.legs] == [(1, 0, 0), (0, 0, 1)]  # type: ignore[attr-defined]


def test_the_acute_exit_is_the_plan_s_own_and_always_says_112() -> None:
    steps = [{"name": "Tag imod", "limit": "Samme dag"}]
    own = of(a_plan(concerns={"steps": steps, "acute_branch": "1. Ring **112**.\n2. Gå i sikkerhed."}))["path"]
    assert own.value.acute == ("Ring 112.", "Gå i sikkerhed.")  # type: ignore[attr-defined]
    silent = of(a_plan(concerns={"steps": steps}))["path"]
    assert any("112" in line for line in silent.value.acute)  # type: ignore[attr-defined]
    assert "112" in " ".join(silent.sentences)


def test_many_steps_say_less_each_and_what_has_no_room_is_counted() -> None:
    steps = [{"name": f"Trin {n} {LONG}", "limit": LONG} for n in range(40)]
    sketch = of(a_plan(concerns={"steps": steps}))["path"]
    stops = [stop for leg in sketch.value.legs for stop in leg.all]  # type: ignore[attr-defined]
    assert 10 <= len(stops) < 40
    assert sketch.value.more == f"og {40 - len(stops)} trin mere, se tabellen"  # type: ignore[attr-defined]
    assert "40 trin" in sketch.alt


def test_measures_stand_where_their_dates_are() -> None:
    measures = [
        {"name": "Hele tiden", "level": "constructive", "start": "2026-01-01", "due": "2026-12-31", "status": "new"},
        {"name": "Uden slut", "level": "intervening", "start": "2026-07-02", "status": "exists"},
        {"name": "Kun frist", "level": "intervening", "due": "2026-03-31"},
        {"name": "Uden datoer", "level": "intervening"},
    ]
    line = of(a_plan(measures={"measures": measures}))["timeline"]
    first, second = line.value.bands  # type: ignore[attr-defined]
    assert (first.name, second.name) == ("Opbyggende", "Indgribende")
    assert (first.bars[0].begin, round(first.bars[0].end, 2)) == (0, 1)
    assert (second.bars[0].begin, second.bars[0].end) == (pytest.approx(0.5, abs=0.01), None)
    assert (second.bars[1].begin, second.bars[1].end) == (None, pytest.approx(0.25, abs=0.01))
    assert line.value.undated == "Uden datoer: Uden datoer."  # type: ignore[attr-defined]
    assert dict(line.value.marks) == {"exists": "Findes", "new": "Ny", "none": "Uden status"}  # type: ignore[attr-defined]


def test_sixty_measures_are_cut_to_what_can_be_read_and_the_rest_is_counted() -> None:
    levels = ("constructive", "anticipatory", "intervening")
    measures = [{"name": f"Nr. {n}", "level": levels[n % 3], "start": "2026-01-01"} for n in range(60)]
    bands = of(a_plan(measures={"measures": measures}))["timeline"].value.bands  # type: ignore[attr-defined]
    assert [len(band.bars) for band in bands] == [12, 12, 12]
    assert {band.more for band in bands} == {"og 8 flere, se tabellen"}


@pytest.mark.parametrize(
    "days",
    [("0001-01-01", "2027-01-01"), ("2026-05-05", "2026-05-05"), ("2026-01-01", "9999-12-31"), ("9999-12-31",) * 2],
)
def test_dates_far_out_or_all_on_one_day_still_give_an_axis(days: tuple[str, str]) -> None:
    measures = [{"name": "En", "start": days[0], "due": days[1]}, {"name": "To", "due": "2026-06-01"}]
    sketch = of(a_plan(measures={"measures": measures}))["timeline"]
    ticks = [tick.at for tick in sketch.value.ticks]  # type: ignore[attr-defined]
    assert ticks == sorted(ticks)
    assert len(ticks) < 60
    assert Figure(sketch).svg.startswith(b"<svg")


def test_the_organisation_stands_from_the_top_down(city: dict[str, Sketch]) -> None:
    tiers = city["organisation"].value.tiers  # type: ignore[attr-defined]
    assert [[box.name for box in tier] for tier in tiers] == [
        ["Vedtager planen"], ["Øverste ansvar"], ["Styregruppe"], ["Infohus"],
        ["Faste deltagere", "Indkaldes efter behov", "Tager imod bekymringer"],
    ]  # fmt: skip
    assert [box.loose for box in tiers[-1]] == [False, True, False]


def test_the_public_organisation_names_neither_the_deputy_nor_the_duty_contact(examples: Path) -> None:
    shown = of(example(examples), Edition.PUBLIC)["organisation"]
    assert {"Tovholder", "Tovholder i infohuset", "Politiets tovholder"} <= set(written(shown))
    assert not {"Stedfortræder", "Uden for åbningstid", "Den sociale døgnvagt"} & set(written(shown))


def test_readiness_shows_what_moved_and_what_was_not_answered() -> None:
    before = {"strategy": {"answer": "no"}, "organisation": {"answer": "yes"}}
    after = {"strategy": {"answer": "yes", "note": "Her"}, "organisation": {"answer": "partly"}}
    sketch = of(a_plan(workshop={"before": before, "after": after}))["readiness"]
    rows = {row.name: (row.before, row.now) for row in sketch.value.rows}  # type: ignore[attr-defined]
    assert rows["2 Strategi og vision"] == (0, 2)
    assert rows["4 Organisering"] == (1, 1)  # a yes that does not say where it stands is a partly
    assert rows["1 Fælles forståelse"] == (None, None)
    assert "Bedre end før: Strategi og vision." in sketch.sentences


def test_coverage_has_a_word_in_each_of_its_21_cells(city: dict[str, Sketch]) -> None:
    value = city["coverage"].value
    assert [len(row.cells) for row in value.rows] == [3] * 7  # type: ignore[attr-defined]
    assert {value.says[cell] for row in value.rows for cell in row.cells} <= {"opfyldt", "delvist", "mangler"}  # type: ignore[attr-defined]


def test_the_map_says_who_stands_where_and_who_was_not_rated() -> None:
    parties = [
        {"name": "Skolerne", "interest": "5", "influence": "5", "affected": "5"},
        {"name": "Klubben", "interest": "1", "influence": "2"},
        {"name": "Biblioteket"},
    ]
    sketch = of(a_plan(stakeholders={"parties": parties}))["stakeholders"]
    assert sketch.sentences[1:] == (
        "Arbejd tæt sammen: Skolerne.", "Følg med: Klubben.", "Ikke vurderet: Biblioteket.",
    )  # fmt: skip
    assert "stakeholders" not in of(a_plan(stakeholders={"parties": parties}), Edition.PUBLIC)


def hostile(text: str, count: int) -> Plan:
    roles = [{"id": f"c-{n:08}", "role": text} for n in range(count)]
    ids = [role["id"] for role in roles]
    return a_plan(
        front={"adopting_body": text, "municipality": text},
        organisation={
            "contacts": roles, "coordinator": ids[0], "management": ids[-1], "rhythm": text,
            "steering": [{"role": key} for key in ids], "members": [{"role": key} for key in ids],
        },
        concerns={
            "entry_citizen": ids[0], "acute_branch": text,
            "steps": [{"name": text, "who": key, "limit": text, "ages": "adult"} for key in ids],
        },
        measures={"measures": [{"name": text, "start": "2026-01-01"} for _ in ids]},
        stakeholders={"parties": [{"name": text, "interest": "3", "influence": "3"} for _ in ids]},
        workshop={"before": {"strategy": {"answer": "no"}}},
    )  # fmt: skip


@pytest.mark.parametrize("text", [HOSTILE, LONG, "A" * 5000, "🙂", "مرحبا", "\u200b"])
@pytest.mark.parametrize("count", [1, 30])
def test_whatever_was_typed_is_drawn_as_text_on_one_page(text: str, count: int) -> None:
    for sketch in of(hostile(text, count)).values():
        figure = Figure(sketch)
        assert figure.height_mm <= HIGHEST + 0.1, sketch.name
        assert b"<script" not in figure.svg
        assert "\u202e" not in "".join((*written(sketch), *sketch.sentences, sketch.alt))
        assert "\n" not in sketch.alt


def pictures(sketches: dict[str, Sketch]) -> list[tuple[bytes, bytes]]:
    return [(figure.svg, figure.png) for figure in map(Figure, sketches.values())]


def test_the_same_plan_gives_the_same_bytes(city: dict[str, Sketch]) -> None:
    first = pictures(city)
    stamps.word.cache_clear()
    stamps.glyph.cache_clear()
    assert pictures(city) == first


@pytest.mark.parametrize("name", ["storby", "english"])
def test_a_picture_is_as_large_as_it_says_and_sharp(name: str, examples: Path) -> None:
    for sketch in of(example(examples, name)).values():
        figure = Figure(sketch)
        picture = Image.open(io.BytesIO(figure.png))
        assert picture.width == pytest.approx(figure.width_mm / 25.4 * drawing.SHARP, abs=2)
        assert picture.height == pytest.approx(figure.height_mm / 25.4 * drawing.SHARP, abs=2)


@pytest.fixture
def finely(monkeypatch: pytest.MonkeyPatch):
    """Pictures with so many dots that their patterns can be counted."""
    monkeypatch.setattr(drawing, "SHARP", 200)


def greys(sketch: Sketch) -> Image.Image:
    return Image.open(io.BytesIO(Figure(sketch).png)).convert("L")


def test_no_figure_needs_colour(city: dict[str, Sketch], finely: None) -> None:
    """In another colour the same lightness tells the same: the letters and signs, not the hue."""
    for sketch in city.values():
        plain = greys(sketch)
        dark = sum(plain.histogram()[:110])
        light = sum(plain.histogram()[225:])
        assert (dark + light) / (plain.width * plain.height) > 0.9, sketch.name


def test_bars_of_different_status_differ_in_black_and_white(finely: None) -> None:
    measures = [
        {"name": "En", "level": "constructive", "status": status, "start": "2026-01-01", "due": "2026-12-31"}
        for status in ("exists", "new", "expanded", "stopped")
    ] + [{"name": "En", "level": "constructive", "start": "2026-01-01", "due": "2026-12-31"}]
    picture = greys(of(a_plan(measures={"measures": measures}))["timeline"])
    tall = picture.height
    bars = [picture.crop((900, top, 1100, top + 1)) for top in range(int(tall * 0.15), int(tall * 0.85))]
    inked = sorted({round(sum(value < 128 for value in bar.tobytes()) / 10) for bar in bars})
    assert inked[0] <= 1  # the new ones are hollow
    assert inked[-1] >= 19  # those that exist are filled
    assert any(3 <= amount <= 15 for amount in inked)  # those that grow are hatched


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_text_read_aloud_is_one_sentence_and_the_words_are_whole_ones(language: str, examples: Path) -> None:
    plan = example(examples, {"da": "storby", "en": "english"}[language])
    for sketch in of(plan).values():
        assert 20 < len(sketch.alt) < 160
        assert sketch.alt.endswith(".")
        assert all(sentence.endswith((".", "…", "!", "?")) for sentence in sketch.sentences), sketch.sentences
