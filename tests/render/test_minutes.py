"""Minutes say who was there, what was decided and agreed, and what is still open; never to the public."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document as open_docx
from rendered_plans import plan_of
from workshop_plans import WORKSHOP, workshop

from schemas.plan import Plan
from wizard.render.asked import Asked
from wizard.render.documents import ALL_MINUTES, HOMEWORK, MINUTES
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, MARKDOWN, PROSE
from wizard.render.markdown import to_markdown
from wizard.render.publishing import Request, file_name
from wizard.render.rendering import preview, render
from wizard.render.trouble import InternalOnly, NoMeeting


def text(plan: Plan, document=MINUTES, session: int | None = None) -> str:
    """Print minutes as they are published in Markdown."""
    return preview(plan, document, Edition.INTERNAL, Asked(session=session))


def section(printed: str, heading: str) -> str:
    """Give what stands below a heading."""
    return re.split(r"(?m)^#+ ", printed.partition(f"# {heading}\n")[2])[0]


def test_the_latest_meeting_is_minuted_unless_another_is_asked_for() -> None:
    assert "Møde 2" in text(workshop())
    assert "Skriv vagtplanen" in text(workshop())
    first = text(workshop(), session=1)
    assert "Møde 1: Fælles forståelse" in first
    assert "Skriv vagtplanen" not in first
    assert "3\\. september 2026" in first


def test_who_was_there_stands_by_unit() -> None:
    present = section(text(workshop(), session=1), "Til stede")
    assert re.search(r"\| Børn og Unge +\| SSP-leder, Skoleleder +\|", present)
    assert re.search(r"\| Uden enhed +\| Frivillig +\|", present)


def test_what_was_caught_stands_by_kind_with_its_field_in_words() -> None:
    printed = text(workshop(), session=1)
    assert "- Vi bruger den nationale definition (Fælles forståelse › Ekstremisme)" in section(printed, "Beslutninger")
    assert re.search(r"\| Ring til psykiatrien +\| tovholder +\| 01\.10\.2026 ", section(printed, "Opgaver"))
    assert "- Hvem betaler? (Indsatser › et sted, der er fjernet siden)" in section(printed, "Parkeret til senere")
    assert "understanding." not in printed
    assert "[" not in printed


def test_a_field_of_a_record_is_named_with_the_record() -> None:
    assert "(Strategi og vision › Mål »Alle kender kortet« › Ansvarlig)" in section(text(workshop()), "Uenigheder")


def test_what_is_done_is_said_to_be_done_with_its_outcome() -> None:
    assert "Afsluttet: Hallen er bestilt" in section(text(workshop()), "Opgaver")


def test_open_points_of_earlier_meetings_are_repeated() -> None:
    earlier = section(text(workshop()), "Stadig åbent fra tidligere")
    assert "Ring til psykiatrien" in earlier
    assert "Hvem betaler?" in earlier
    assert "nationale definition" not in earlier
    assert "Stadig åbent" not in text(workshop(), session=1)


def test_all_meetings_are_minuted_in_their_order_and_nothing_is_lost() -> None:
    printed = text(workshop(), ALL_MINUTES)
    assert printed.index("## Møde 1: Fælles forståelse") < printed.index("## Møde 2")
    assert "Vi mødes igen i maj" in section(printed.partition("## Skrevet ned uden for møderne")[2], "Beslutninger")
    for one in WORKSHOP["caught"]:
        assert one["text"].replace("# ", "").split("*")[0].strip("# ") in printed


def test_before_and_after_stand_side_by_side_with_the_rooms_counts() -> None:
    printed = section(text(workshop()), "Udgangspunktet før og nu")
    assert re.search(
        r"\| Strategi og vision +\| Delvist \(2 ja, 5 delvist, 1 nej\): Mangler frister +\| "
        r"Ja, men der står ikke hvor +\|",
        printed,
    )
    assert "ikke et officielt krav" in printed


def test_the_answers_before_stand_alone_until_the_room_is_asked_again() -> None:
    printed = text(workshop(after={}))
    assert "Udgangspunktet før arbejdet" in printed
    assert "| Nu" not in printed


def test_no_answer_adds_a_heading_or_a_cell() -> None:
    printed = to_markdown(workshop(), MINUTES, Edition.INTERNAL)
    assert "- \\# God \\*stemning\\* \\| i salen" in printed


def test_a_meeting_that_is_not_there_is_told() -> None:
    for session in (0, 3):
        with pytest.raises(NoMeeting):
            text(workshop(), session=session)
    with pytest.raises(NoMeeting):
        text(plan_of(), session=1)


def test_a_plan_without_meetings_says_so_and_keeps_what_was_caught() -> None:
    assert "Der er ikke skrevet noget møde ind i planen endnu." in text(plan_of())
    assert "Vi bruger den nationale definition" in text(workshop(sessions=[]))


@pytest.mark.parametrize("document", [MINUTES, ALL_MINUTES, HOMEWORK])
@pytest.mark.parametrize("format", PROSE, ids=lambda one: one.name)
def test_there_is_no_public_edition_of_a_work_paper(document, format) -> None:
    with pytest.raises(InternalOnly):
        render(workshop(), document, format, Edition.PUBLIC)


def test_minutes_of_two_meetings_have_two_names() -> None:
    names = [
        file_name(workshop(), Request(MINUTES, MARKDOWN, Edition.INTERNAL, Asked(session=session)))
        for session in (None, 1)
    ]
    assert names == ["ny-oe-kommune-referat-2-intern.md", "ny-oe-kommune-referat-1-intern.md"]


def test_minutes_open_in_word_with_their_headings_and_tables() -> None:
    found = open_docx(io.BytesIO(render(workshop(), MINUTES, DOCX, Edition.INTERNAL)))
    assert found.core_properties.title == "Referat Ny Ø Kommune"
    headings = [p.text for p in found.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["Opgaver", "Uenigheder", "Noter", "Stadig åbent fra tidligere", "Udgangspunktet før og nu"]
    assert len(found.tables) == 4


def test_minutes_speak_the_plans_language() -> None:
    printed = text(workshop().model_copy(update={"front": plan_of(front={"language": "en"}).front}))
    assert printed.startswith("# Minutes")
    assert "Referat" not in printed
