"""A plan that comes back from a hearing: every change is found at its answer, and nothing where nothing was changed."""

from __future__ import annotations

import copy
import random
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hearing_edits import AUTHOR, Word
from hearing_plans import EXAMPLES, back, found, laid, out, plan_named
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered_plans import plan_of, tokened
from sparing import examples, sparing

from schemas.choices import Arrangement
from schemas.language import words
from schemas.paths import mark_at, place
from schemas.plan import Plan
from wizard.files.docx.model import paragraphs
from wizard.files.docx.reading import read_docx
from wizard.files.plan_file import read_plan
from wizard.render.asked import Asked
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.hearing.points import points
from wizard.render.hearing.sent import sent
from wizard.render.hearing.spans import Known
from wizard.render.markdown import to_markdown
from wizard.render.rendering import Text, printed, render

INTERNAL, PUBLIC = Edition.INTERNAL, Edition.PUBLIC


def word(name: str = "storby", edition: Edition = PUBLIC) -> Word:
    """Open the document as it was handed out."""
    return Word(out(name, edition))


def untouched(plan: Plan, edition: Edition) -> None:
    """Hand a plan out and take it back as it is."""
    data = printed(Text(plan, PLAN, edition, to_markdown(plan, PLAN, edition)), DOCX)
    document = read_docx(data)
    blocks = sent(plan, edition)
    known = [one for one in paragraphs(blocks) if one.text.strip()]
    assert [one.text for one in known] == [one.text for one in document.paragraphs if one.text.strip()]
    assert points(plan, blocks, document, words(plan.front.language.value)) == ()


@pytest.mark.parametrize("edition", sparing([PUBLIC], [INTERNAL]))
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.plan.yaml")), ids=lambda path: path.name.split(".")[0])
def test_a_document_that_nobody_touched_says_nothing(path, edition: Edition) -> None:
    untouched(read_plan(path), edition)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_nor_does_one_in_another_arrangement(arrangement: Arrangement) -> None:
    untouched(plan_of(front={"arrangement": arrangement}), PUBLIC)


def test_nor_do_the_empty_plan_and_the_one_with_a_text_in_every_field() -> None:
    untouched(Plan(), INTERNAL)
    untouched(tokened()[0], INTERNAL)
    untouched(tokened()[0], PUBLIC)


@settings(max_examples=examples(3, 8))
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=80), min_size=4, max_size=4))
def test_nor_does_one_with_any_texts(texts: list[str]) -> None:
    untouched(
        plan_of(
            strategy={"vision": texts[0], "purposes": [texts[1], texts[2]]},
            understanding={"signs": [{"text": texts[3]}, {"text": texts[2], "note": texts[1]}]},
            front={"title": texts[3], "scope": "\n\n".join(texts)},
        ),
        INTERNAL,
    )


def test_every_text_of_a_plan_is_found_where_it_stands_in_the_plan() -> None:
    """Each text of a plan that has one in every field is changed in its turn, a fifth of them at a time."""
    plan, tokens = tokened()
    blocks, data = sent(plan, INTERNAL), render(plan, PLAN, DOCX, INTERNAL)
    places = {token: _without_numbers(path) for token, path in (tokens.public | tokens.internal).items()}
    printed_ones = [token for token in places if any(token in one.text for one in paragraphs(blocks))]
    assert len(printed_ones) > 200
    for step in range(5):
        changed = [token for token in printed_ones[step::5] if places[token] != "reasons"]
        document = Word(data)
        for text in document.doc.element.body.iter(qn("w:t")):
            for token in changed:
                text.text = (text.text or "").replace(token, f"{token} og mere")
        said = points(plan, blocks, read_docx(document.save()), words("da"))
        wrong = [one for one in said if one.kind != "changed" and not one.path.startswith("workshop")]
        assert not [one for one in wrong if one.path], wrong
        there = {(place(one.path), str(one.after)) for one in said if one.kind == "changed"}
        for token in changed:
            if not places[token].startswith(".workshop"):
                assert any(path == places[token].lstrip(".") and token in text for path, text in there), places[token]


def _without_numbers(path: str) -> str:
    return "[]".join([path.split("[")[0], *(part.partition("]")[2] for part in path.split("[")[1:])])


@pytest.mark.parametrize("seed", sparing([0], range(1, 6)))
@pytest.mark.parametrize("edition", Edition)
def test_edits_made_at_random_are_all_found_at_the_right_answers(seed: int, edition: Edition) -> None:
    chance = random.Random(seed)
    known = [one for one in paragraphs(laid("storby", edition)) if isinstance(one, Known)]
    document = word("storby", edition)
    elements = list(document.paragraphs())
    assert len(known) == len(elements)
    spots = [
        (number, span)
        for number, one in enumerate(known)
        for span in one.spans
        if not span.note and mark_at(span.path).kind in ("line", "text", "lines") and span.end - span.start > 3
    ]
    wanted = {
        span.path
        for number, span in {number: (number, span) for number, span in chance.sample(spots, 30)}.values()
        if _disturbed(elements[number], (span.start + span.end) // 2, chance)
    }
    assert found(document.save(), "storby", edition).keys() == wanted


def _disturbed(paragraph: Paragraph, middle: int, chance: random.Random) -> bool:
    """Change a letter or a word at a place; tell whether that makes a difference to a reader."""
    here = 0
    for text in paragraph._p.iter(qn("w:t")):
        said = text.text or ""
        if here <= middle < here + len(said):
            at = middle - here
            new = chance.choice(
                [f"{said[:at]} NYT {said[at:]}", f"{said[:at]}xyz{said[at:]}", said[:at] + said[at + 1 :]]
            )
            text.text = new
            return new.split() != said.split()
        here += len(said)
    return False


# Every kind of answer


def test_a_line_in_a_table() -> None:
    document = word()
    document.write(document.row("Fjordborg Byråd").cells[1].paragraphs[0], "Kommunalbestyrelsen")
    assert found(document.save(), "storby") == {"front.adopting_body": "Kommunalbestyrelsen"}


def test_a_text_of_several_paragraphs_keeps_what_nobody_touched_as_it_was_written() -> None:
    document = word()
    before = plan_named("storby").understanding.online
    document.after(document.find("Vi ved ikke nok om unge over 18"), "Vi vil også se på spil.")
    assert found(document.save(), "storby") == {"understanding.online": before + "\n\nVi vil også se på spil."}


def test_bold_lists_and_links_come_back_as_markdown() -> None:
    document = word("small")
    vision = document.find("Ingen står")
    point = document.find("Taler om vold")
    first = document.after(vision, "Vi vil ")
    first.add_run("altid").bold = True
    first.add_run(" svare, og ")
    first.add_run("hurtigt").italic = True
    first.add_run(". 2 * 3 er 6, og _dette_ er ikke fremhævet.")
    second = document.after(first, "den ene")
    third = document.after(second, "den anden")
    for one in (second, third):
        one._p.remove(one._p.pPr)
        one._p.insert(0, Word(out("small")).find("Taler om vold")._p.pPr)
    assert point is not None
    assert found(document.save(), "small") == {
        "strategy.vision": "Ingen står **alene**.\n\n"
        r"Vi vil **altid** svare, og *hurtigt*. 2 \* 3 er 6, og \_dette\_ er ikke fremhævet."
        "\n\n- den ene\n- den anden"
    }


def test_a_list_of_short_answers_grows_shrinks_and_changes() -> None:
    document = word()
    document.replace("Ensomhed og mobning", "Ensomhed, mobning og udelukkelse")
    document.after(document.find("Psykisk sårbarhed og tab"), "Misbrug i hjemmet")
    document.delete(document.find("Brud med skole, uddannelse eller arbejde"))
    old = list(plan_named("storby").understanding.risk_factors)
    new = ["Ensomhed, mobning og udelukkelse", *old[2:4], "Misbrug i hjemmet", *old[4:]]
    assert found(document.save(), "storby") == {"understanding.risk_factors": new}


def test_dates_choices_numbers_and_references_come_back_as_their_values() -> None:
    document = word()
    document.replace("20. maj 2026", "1/6 2026")
    document.write(document.row("Dokumenttype").cells[1].paragraphs[0], "handlingsplan")
    document.write(document.row("Revisionsansvarlig").cells[1].paragraphs[0], "Chef for Børn, Unge og Familie")
    document.write(document.row("Målgruppe: borgere").cells[1].paragraphs[0], "Familier, Børn og unge under 18 år")
    plan = plan_named("storby")
    chief = next(one.id for one in plan.organisation.contacts if one.role == "Chef for Børn, Unge og Familie")
    assert found(document.save(), "storby") == {
        "understanding.picture_on": "2026-06-01",
        "front.kind": "action_plan",
        "front.revision_owner": chief,
        "front.citizens": ["families", "children"],
    }


def test_what_a_field_cannot_hold_is_told_with_the_reason() -> None:
    document = word()
    document.write(document.row("Dokumenttype").cells[1].paragraphs[0], "Hyrdebrev")
    document.write(document.row("Revisionsansvarlig").cells[1].paragraphs[0], "Fru Nielsen")
    document.replace("20. maj 2026", "i foråret")
    said = back(document.save(), "storby")
    assert [(one.kind, one.path, one.text, one.trouble) for one in said] == [
        ("by_hand", "front.kind", "Hyrdebrev", "choice"),
        ("by_hand", "front.revision_owner", "Fru Nielsen", "reference"),
        ("by_hand", "understanding.picture_on", "i foråret", "date"),
    ]


def test_the_title_and_a_heading_that_is_an_answer() -> None:
    document = word()
    document.replace("Beredskab og handlingsplan", "Plan")
    document.replace("Sådan blev planen til", "Om arbejdet")
    section = plan_named("storby").front.sections[0].id
    assert found(document.save(), "storby") == {
        "front.title": "Plan til forebyggelse af ekstremisme",
        f"front.sections[{section}].title": "Om arbejdet",
    }


def test_several_answers_in_one_paragraph_are_told_apart() -> None:
    document = word()
    document.replace("forsvarer konkrete angreb – Spørg til", "roser angreb – Spørg altid til")
    sign = next(one for one in plan_named("storby").understanding.signs if "forsvarer konkrete" in one.text)
    path = f"understanding.signs[{sign.id}]"
    assert found(document.save(), "storby") == {
        f"{path}.text": sign.text.replace("forsvarer konkrete", "roser"),
        f"{path}.note": sign.note.replace("Spørg til", "Spørg altid til"),
    }


def test_an_answer_that_is_emptied_is_empty() -> None:
    document = word()
    document.delete(document.find("Ensomhed og mobning"))
    for text in plan_named("storby").understanding.risk_factors[1:]:
        document.delete(document.find(text))
    assert found(document.save(), "storby") == {"understanding.risk_factors": None}


def test_the_note_that_nothing_was_answered_is_written_over() -> None:
    document = word("small", INTERNAL)
    document.write(document.row("Næste revision senest").cells[1].paragraphs[0], "31. august 2030")
    document.write(document.row("Handling i akutte situationer").cells[1].paragraphs[0], "Alle kan kortet")
    note = next(b for a, b in pairwise(document.paragraphs()) if a.text == "Lokalt udgangspunkt")
    note.add_run(" Vi er en ø.")
    assert found(document.save(), "small", INTERNAL) == {
        "front.next_revision": "2030-08-31",
        "understanding.local_picture": "Vi er en ø.",
        "strategy.goals[g-00000002].text": "Alle kan kortet",
    }


# Records


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


def test_an_answer_that_stands_at_two_places_and_is_changed_at_one_is_found_once() -> None:
    document = word("small")
    document.replace("Ny Ø Kommune", "Nyø Kommune", 1)
    assert found(document.save(), "small") == {"front.municipality": "Nyø Kommune"}


# Tracked changes and comments


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


# Nothing is lost


def loose(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.title, one.was, one.text) for one in back(data, "storby") if one.kind == "loose"]


def test_what_belongs_to_no_answer_is_told_under_the_nearest_heading() -> None:
    document = word()
    document.replace("Former for ekstremisme", "Ekstremismens former")
    document.after(document.find("Kilde: Den nationale", 0), "Et afsnit for sig.")
    document.delete(document.find("Kapitlet beskriver, hvad kommunen forstår"))
    document.write(document.table("Fjordborg Byråd").rows[0].cells[1].paragraphs[0], "Svar")
    assert [(title, bool(was), text) for title, was, text in loose(document.save())] == [
        ("Dokumentkontrol", True, "Punkt | Svar"),
        ("1 Fælles forståelse", True, ""),
        ("1 Fælles forståelse › Ekstremisme", False, "Et afsnit for sig."),
        ("1 Fælles forståelse › Radikalisering", True, "Ekstremismens former"),
    ]


def test_a_new_heading_and_a_new_table_are_told_with_all_that_is_in_them() -> None:
    document = word()
    heading = document.find("Ligebehandling")
    new = document.after(document.find("Er der ikke tegn på, at nogen er på vej"), "x")
    new._p.getparent().replace(new._p, heading_like := _copied(heading, "Et nyt afsnit"))
    table = document.doc.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "abcd", strict=True):
        cell.text = text
    heading_like.addnext(table._tbl)
    assert [(was, text) for _, was, text in loose(document.save())] == [("", "Et nyt afsnit"), ("", "a | b c | d")]


def _copied(paragraph: Paragraph, text: str):  # type: ignore[no-untyped-def]
    element = copy.deepcopy(paragraph._p)
    for one in list(element):
        if one.tag != qn("w:pPr"):
            element.remove(one)
    Paragraph(element, paragraph._parent).add_run(text)
    return element


def test_a_plan_in_english_is_read_in_english() -> None:
    document = word("english", INTERNAL)
    plan = plan_named("english")
    body = plan.front.adopting_body
    document.write(document.row(body).cells[1].paragraphs[0], "The Board")
    day = words("en").date(plan.front.next_revision) if plan.front.next_revision else ""
    document.write(document.row(day).cells[1].paragraphs[0], "3 May 2031")
    assert found(document.save(), "english", INTERNAL) == {
        "front.adopting_body": "The Board",
        "front.next_revision": "2031-05-03",
    }


# What programs do on their own


def test_runs_that_a_program_parts_as_it_likes_are_no_change() -> None:
    document = word()
    for run in list(document.doc.element.body.iter(qn("w:r"))):
        text = run.find(qn("w:t"))
        if text is None or len(text.text or "") < 4:
            continue
        other = copy.deepcopy(run)
        middle = len(text.text) // 2
        other.find(qn("w:t")).text = text.text[middle:]
        text.text = text.text[:middle]
        text.set(qn("xml:space"), "preserve")
        run.addnext(other)
    assert back(document.save(), "storby") == ()


def test_styles_marks_and_contents_that_a_program_drops_are_no_change() -> None:
    """As Google's programs leave a document: captions and contents are plain text, and there are no bookmarks."""
    document = word()
    for paragraph in list(document.paragraphs()):
        style = str(paragraph.style.name)
        if style.startswith("TOC") or style in ("Table Caption", "Compact", "Point", "First Paragraph", "Body Text"):
            paragraph.style = document.doc.styles["Normal"]
    for mark in list(document.doc.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    assert back(document.save(), "storby") == ()


def test_contents_with_page_numbers_and_renumbered_tables_are_no_change() -> None:
    document = word()
    for paragraph in list(document.paragraphs()):
        if str(paragraph.style.name) == "TOC 1":
            paragraph.add_run("\t7")
        if str(paragraph.style.name) == "Table Caption":
            document.write(paragraph, paragraph.text.replace("Tabel 1", "Tabel 2"))
    assert back(document.save(), "storby") == ()


def test_the_section_on_changes_since_an_earlier_plan_is_no_change() -> None:
    plan = plan_named("storby")
    earlier = plan.model_copy(update={"strategy": plan.strategy.model_copy(update={"vision": "En anden"})})
    data = render(plan, PLAN, DOCX, PUBLIC, Asked(earlier=earlier))
    assert back(data, "storby") == ()


def test_a_document_that_was_written_anew_from_end_to_end_is_read_in_a_moment_all_the_same() -> None:
    document = word("storby", INTERNAL)
    for number, paragraph in enumerate(list(document.paragraphs())):
        document.write(paragraph, "Ikke besvaret" if number % 2 else f"Nyt {number * 7919 % 1009}")
    for _ in range(3000):
        document.doc.add_paragraph("Ikke besvaret")
    assert len(back(document.save(), "storby", INTERNAL)) > 1000
