"""A plan that comes back from a hearing: every change is found at its answer, and what belongs to none is told."""

from __future__ import annotations

import copy
import random
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hearing_edits import Word
from hearing_plans import back, found, laid, out, plan_named, word
from rendered_plans import tokened
from sparing import sparing

from schemas.language import words
from schemas.paths import mark_at, place
from wizard.files.docx.model import paragraphs
from wizard.files.docx.reading import read_docx
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.hearing.points import points
from wizard.render.hearing.sent import sent
from wizard.render.hearing.spans import Known
from wizard.render.rendering import render

INTERNAL, PUBLIC = Edition.INTERNAL, Edition.PUBLIC


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


def test_an_answer_that_stands_at_two_places_and_is_changed_at_one_is_found_once() -> None:
    document = word("small")
    document.replace("Ny Ø Kommune", "Nyø Kommune", 1)
    assert found(document.save(), "small") == {"front.municipality": "Nyø Kommune"}


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


def test_a_document_that_was_written_anew_from_end_to_end_is_read_in_a_moment_all_the_same() -> None:
    document = word("storby", INTERNAL)
    for number, paragraph in enumerate(list(document.paragraphs())):
        document.write(paragraph, "Ikke besvaret" if number % 2 else f"Nyt {number * 7919 % 1009}")
    for _ in range(3000):
        document.doc.add_paragraph("Ikke besvaret")
    assert len(back(document.save(), "storby", INTERNAL)) > 1000
