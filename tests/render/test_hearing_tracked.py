"""A plan that comes back from a hearing with changes tracked and comments: each is told with who made it."""

from __future__ import annotations

from hearing_edits import AUTHOR
from hearing_plans import back, plan_named, word


def test_tracked_changes_bear_their_authors_name_and_day() -> None:
    document = word()
    document.track("vold er nødvendig", "vold er rigtig")
    document.track_after(document.find("Vi ved ikke nok om unge over 18"), "Vi ser på spil.", author="Ældrerådet")
    document.track_delete(document.find("Vi ser unge ned til 13"))
    said = back(document.save(), "storby")
    assert [(one.path.partition("[")[0], [hand.author for hand in one.hands]) for one in said] == [
        ("understanding.signs", [AUTHOR]),
        ("understanding.local_picture", [AUTHOR]),
        ("understanding.online", ["Ældrerådet"]),
    ]
    assert said[0].hands[0].at == "2026-12-01T10:15:00Z"
    assert said[0].after == "Siger, at vold er rigtig, eller forsvarer konkrete angreb"


def test_rows_and_points_that_came_and_went_with_changes_tracked() -> None:
    document = word()
    document.track_row(document.row("23.08.2022"), "w:del")
    row = document.add_row(document.row("Tovholder og fagkonsulent i infohuset"), "Studerende", "10", "5", "Pulje")
    document.track_row(row, "w:ins")
    document.track_delete(document.find("Bryder pludseligt med venner"))
    said = back(document.save(), "storby")
    assert [(one.kind, one.path.partition("[")[0], [hand.author for hand in one.hands]) for one in said] == [
        ("removed", "front.versions", [AUTHOR]),
        ("removed", "understanding.signs", [AUTHOR]),
        ("added", "strategy.resources", [AUTHOR]),
    ]


def test_a_point_that_was_moved_with_changes_tracked_is_in_its_new_place() -> None:
    document = word()
    document.track_move(document.find("Ensomhed og mobning"), document.find("Psykisk sårbarhed og tab"))
    (said,) = back(document.save(), "storby")
    old = list(plan_named("storby").understanding.risk_factors)
    assert (said.path, said.after) == ("understanding.risk_factors", [*old[1:4], old[0], *old[4:]])
    assert [hand.author for hand in said.hands] == [AUTHOR]


def test_changes_that_were_tracked_and_taken_back_are_none() -> None:
    document = word()
    document.track("Ensomhed og mobning", "Ensomhed og mobning")
    assert back(document.save(), "storby") == ()


def test_a_comment_is_told_at_its_answer_with_what_it_points_to() -> None:
    document = word()
    document.comment("Fjordborg er en stor by", "Skriv også om øerne.")
    document.comment("Lokalt udgangspunkt", "For kort.", author="")
    document.comment("Tabel 1. ", "Pæn tabel.")
    said = back(document.save(), "storby")
    assert [(one.kind, one.path, one.text, one.comment.author if one.comment else "") for one in said] == [
        ("comment", "", "Pæn tabel.", AUTHOR),
        ("comment", "understanding.local_picture", "For kort.", ""),
        ("comment", "understanding.local_picture", "Skriv også om øerne.", AUTHOR),
    ]
    assert said[0].title == "Dokumentkontrol"
    assert said[2].was.startswith("Fjordborg er en stor by")


def test_a_comment_in_a_cell_is_told_at_the_cells_answer() -> None:
    document = word()
    document.comment("55 timer om ugen", "Er det nok?")
    (said,) = back(document.save(), "storby")
    assert said.path == f"strategy.resources[{plan_named('storby').strategy.resources[0].id}].hours"


def test_a_comment_upon_deleted_text_is_still_told() -> None:
    document = word()
    document.comment("Vi ser unge ned til 13", "Er det rigtigt?")
    document.track_delete(document.find("Vi ser unge ned til 13"))
    said = [one for one in back(document.save(), "storby") if one.kind == "comment"]
    assert [(one.path, one.text) for one in said] == [("understanding.local_picture", "Er det rigtigt?")]
