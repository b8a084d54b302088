"""Comparing two plans: by record id, by name where ids say nothing, and said so that a reader sees what changed."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schemas.compare import Difference, Way, compare
from schemas.compared import said, text_of
from schemas.ids import with_ids
from schemas.language import words
from schemas.plan import Plan

DANISH = words("da")

OLD: dict[str, Any] = {
    "saved": {"plan": "en", "seq": 3},
    "strategy": {
        "vision": "Ingen står alene med en bekymring, og alle i kommunen ved, hvem de kan ringe til.",
        "goals": [
            {"id": "g-00000001", "task": "general", "text": "Alle kender kortet", "owner": "c-00000001"},
            {"id": "g-00000002", "task": "concern", "text": "Alle får svar"},
            {"id": "g-00000003", "task": "acute", "text": "Kortene er øvet"},
        ],
    },
    "understanding": {"forms": ["right_wing", "left_wing"]},
    "organisation": {
        "contacts": [{"id": "c-00000001", "role": "SSP-leder"}, {"id": "c-00000002", "role": "Skolechef"}],
        "responsibilities": [{"id": "r-00000001", "task": "Tager imod", "performs": ["c-00000001"]}],
    },
}


def plan(**parts: dict[str, Any]) -> Plan:
    """Make the old plan with some fields of its parts replaced."""
    data = {name: {**OLD.get(name, {}), **parts.get(name, {})} for name in {*OLD, *parts}}
    return with_ids(Plan.model_validate(data))


def goals(*order: int, **changes: Any) -> dict[str, Any]:
    """Give the goals in another order, the first of them changed."""
    rows = [dict(OLD["strategy"]["goals"][number - 1]) for number in order]
    rows[0] |= changes
    return {"goals": rows}


def told(old: Plan, new: Plan) -> list[str]:
    """Say what differs, a line each with its part in front."""
    parts = said(compare(old, new), old, new, DANISH)
    return [f"{part.title} | {text_of(runs)}" for part in parts for runs in part.sentences]


def test_a_plan_does_not_differ_from_itself_nor_by_its_stamp() -> None:
    assert compare(plan(), plan()) == ()
    assert compare(plan(), plan(saved={"plan": "to", "seq": 99})) == ()


def test_a_field_changed_is_said_with_both_values() -> None:
    new = plan(strategy=goals(1, 2, 3, owner="c-00000002"))
    assert compare(plan(), new) == (
        Difference(Way.CHANGED, "strategy.goals[g-00000001].owner", "c-00000001", "c-00000002"),
    )
    assert told(plan(), new) == [
        "Strategi og vision | Mål »Alle kender kortet« › Ansvarlig: ændret fra »SSP-leder« til »Skolechef«"
    ]


def test_records_added_removed_and_moved_are_told_apart() -> None:
    rows = [*goals(3, 1)["goals"], {"id": "g-00000009", "text": "Et nyt mål"}]
    found = compare(plan(), plan(strategy={"goals": rows}))
    assert [(one.way.value, one.path) for one in found] == [
        ("moved", "strategy.goals[g-00000003]"),
        ("added", "strategy.goals[g-00000009]"),
        ("removed", "strategy.goals[g-00000002]"),
    ]
    assert told(plan(), plan(strategy={"goals": rows})) == [
        "Strategi og vision | Mål: flyttet »Kortene er øvet«",
        "Strategi og vision | Mål: tilføjet »Et nyt mål«",
        "Strategi og vision | Mål: fjernet »Alle får svar«",
    ]


def test_a_record_removed_moves_no_other() -> None:
    assert [one.way for one in compare(plan(), plan(strategy=goals(2, 3)))] == [Way.REMOVED]


def test_several_records_of_one_list_are_one_sentence() -> None:
    new = plan(strategy={"goals": []})
    assert told(plan(), new) == [
        "Strategi og vision | Mål: fjernet »Alle kender kortet«, »Alle får svar« og »Kortene er øvet«"
    ]


def test_words_changed_in_a_long_text_are_marked() -> None:
    vision = OLD["strategy"]["vision"].replace("ringe til", "gå til, når det haster")
    (line,) = told(plan(), plan(strategy={"vision": vision}))
    assert line == (
        "Strategi og vision | Vision: ændret. Før: »… kommunen ved, hvem de kan [ringe til.]« "
        "Nu: »… kommunen ved, hvem de kan [gå til, når det haster.]«"
    )


def test_words_added_to_a_long_text_are_shown_alone() -> None:
    (line,) = told(plan(), plan(strategy={"vision": OLD["strategy"]["vision"] + " Også om natten."}))
    assert line.endswith("Vision: udvidet. Nu: »… hvem de kan ringe til. [Også om natten.]«")


def test_choices_that_came_and_went_are_named() -> None:
    (line,) = told(plan(), plan(understanding={"forms": ["right_wing", "mixed"]}))
    assert "taget ud: »Venstreekstremisme«; kommet til: »" in line


def test_an_answer_given_or_taken_out_is_said_so() -> None:
    new = plan(front={"next_revision": "2030-08-25"})
    assert told(plan(), new) == ["Stamblad | Næste revision senest: udfyldt. Nu: 25. august 2030"]
    assert told(new, plan()) == ["Stamblad | Næste revision senest: taget ud. Før: 25. august 2030"]


def test_roles_of_the_grid_are_named() -> None:
    rows = [{"id": "r-00000001", "task": "Tager imod", "performs": ["c-00000001", "c-00000002"]}]
    (line,) = told(plan(), plan(organisation={"responsibilities": rows}))
    assert line.endswith("kommet til: »Skolechef«")


def test_a_reason_for_passing_a_question_by_is_told_in_words() -> None:
    new = plan(reasons={"strategy.vision": {"state": "skipped", "reason": "Direktionen ser på den"}})
    assert told(plan(), new) == ["Strategi og vision | Vision: sprunget over. Begrundelse: »Direktionen ser på den«"]


def test_a_plan_typed_anew_is_known_by_its_names() -> None:
    """No id is the same; what points to a role points to the same role all the same."""
    new = plan(
        strategy={
            "goals": [
                {"id": "g-zzzzzzz2", "task": "concern", "text": "Alle  får svar"},
                {"id": "g-zzzzzzz1", "task": "general", "text": "alle kender kortet", "owner": "c-zzzzzzz1"},
            ]
        },
        organisation={
            "contacts": [{"id": "c-zzzzzzz2", "role": "Skolechef"}, {"id": "c-zzzzzzz1", "role": "SSP-leder"}],
            "responsibilities": [{"id": "r-zzzzzzz1", "task": "Tager imod", "performs": ["c-zzzzzzz1"]}],
        },
    )
    found = told(plan(), new)
    assert not [line for line in found if "Ansvarlig" in line or "Roller og ansvar" in line]
    assert "Strategi og vision | Mål: fjernet »Kortene er øvet«" in found
    assert not [line for line in found if "tilføjet" in line]


def test_rows_without_ids_are_not_taken_for_their_neighbours() -> None:
    """Ids made from the place in the file change hands when a row above is taken out."""
    rows = [{"text": "Taler om vold"}, {"text": "Samler på våben"}, {"text": "Truer andre"}]
    old = plan(understanding={"signs": rows})
    new = plan(understanding={"signs": rows[1:]})
    assert told(old, new) == ["Fælles forståelse | Bekymringstegn: fjernet »Taler om vold«"]


TEXT = st.text(st.sampled_from("abc æø*[]\n"), max_size=12)
ROWS = st.lists(st.tuples(st.integers(0, 5), TEXT), max_size=6, unique_by=lambda row: row[0])


@given(ROWS, ROWS)
def test_any_two_lists_can_be_compared_and_said(one: list[tuple[int, str]], other: list[tuple[int, str]]) -> None:
    old, new = (
        plan(understanding={"signs": [{"id": f"s-0000000{number}", "text": text} for number, text in rows]})
        for rows in (one, other)
    )
    lines = told(old, new)
    assert compare(old, old) == ()
    if [text for _, text in one] != [text for _, text in other]:
        assert compare(old, new)
    assert len(lines) <= len(compare(old, new))
    assert all("{" not in line for line in lines)
