"""A plan that comes back from a hearing with rows and points that came, went and moved: they are records that did."""

from __future__ import annotations

from hearing_plans import back, found, plan_named, word


def test_a_row_that_came_is_a_record_with_its_values() -> None:
    document = word()
    document.add_row(
        document.row("Tovholder og fagkonsulent i infohuset"), "Studerende", "10 timer", "150.000 kr.", "–"
    )
    (said,) = back(document.save(), "storby")
    first = plan_named("storby").strategy.resources[0].id
    assert (said.kind, said.path, said.anchor) == ("added", "strategy.resources", first)
    assert said.after == {"what": "Studerende", "hours": "10 timer", "money": "150.000 kr."}


def test_what_of_a_new_row_no_field_can_hold_is_told() -> None:
    document = word()
    row = document.row("23.08.2022")
    document.add_row(row, "snart", "Ny høring", "Kontoret", "Byrådet")
    (said,) = back(document.save(), "storby")
    assert said.after == {"what": "Ny høring", "who": "Kontoret", "decided": "Byrådet"}
    assert said.left == {"day": "snart"}


def test_a_row_that_went_is_a_record_that_is_gone() -> None:
    document = word()
    document.delete_row(document.row("23.08.2022"))
    (said,) = back(document.save(), "storby")
    assert (said.kind, said.path) == ("removed", f"front.versions[{plan_named('storby').front.versions[0].id}]")


def test_a_row_that_was_moved_is_a_record_that_was_moved() -> None:
    document = word()
    table = document.table("Bekymringer kommer frem")
    table.rows[2]._tr.addnext(table.rows[1]._tr)
    (said,) = back(document.save(), "storby")
    theory = plan_named("storby").strategy.theory
    moved = {(theory[0].id, theory[1].id), (theory[1].id, None)}
    assert said.kind == "moved"
    assert (said.path.removeprefix("strategy.theory[").removesuffix("]"), said.anchor) in moved


def test_points_that_are_records_come_and_go_in_their_group() -> None:
    document = word()
    document.after(document.find("Taler om andre mennesker"), "Truer lærere – Ring til skolen")
    document.delete(document.find("Bryder pludseligt med venner"))
    came, went = back(document.save(), "storby")
    signs = plan_named("storby").understanding.signs
    before = next(one for one in signs if one.text.startswith("Taler om andre"))
    gone = next(one for one in signs if one.text.startswith("Bryder pludseligt"))
    assert (came.kind, came.path, came.anchor) == ("added", "understanding.signs", before.id)
    assert came.after == {"text": "Truer lærere", "note": "Ring til skolen", "group": before.group}
    assert (went.kind, went.path) == ("removed", f"understanding.signs[{gone.id}]")


def test_a_record_with_a_table_of_its_own_is_gone_with_the_table() -> None:
    document = word()
    table = document.table("Et fast, ugentligt møde i infohuset")
    table._tbl.getparent().remove(table._tbl)
    said = [one for one in back(document.save(), "storby") if one.kind != "loose"]
    assert [(one.kind, one.path) for one in said] == [
        ("removed", f"understanding.experience[{plan_named('storby').understanding.experience[0].id}]")
    ]


def test_a_row_with_a_label_fills_the_field_of_that_label() -> None:
    document = word("small")
    document.add_row(document.row("Vedtages af"), "Journalnummer", "26/1234")
    assert found(document.save(), "small") == {"front.file_number": "26/1234"}


def test_a_number_and_a_mail_that_were_typed_over_are_what_is_read_now() -> None:
    document = word()
    document.replace("12\u00a034\u00a056\u00a051", "12\u00a034\u00a056\u00a099")
    document.replace("presse@fjordborg.example", "medier@fjordborg.example")
    mail, phone = sorted(back(document.save(), "storby"), key=lambda one: one.path)
    assert (mail.path.partition("].")[2], mail.after) == ("mail", "medier@fjordborg.example")
    assert (phone.path.partition("].")[2], phone.after) == ("phone", "12 34 56 99")
