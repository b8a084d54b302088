"""A public edition shows what is public and nothing else, in every document and format."""

import io
import zipfile

import pytest
from rendered_plans import PUBLIC as SHOWN
from rendered_plans import PUBLIC_FILES, plan_of, small, tokened
from walking import Pdf

from schemas.plan import Plan
from wizard.render.documents import CITIZENS, PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, FORMATS, PDF, XLSX, Format
from wizard.render.markdown import to_markdown
from wizard.render.rendering import render
from wizard.render.trouble import Blocked
from wizard.render.visible import omitted, visible

CPR = "Ring til 010190-1234 i morgen"


def text_of(data: bytes, format: Format) -> str:
    """Give all that stands in a file, whatever part of it."""
    if format is PDF:
        return Pdf(data).said
    if format not in (DOCX, XLSX):
        return data.decode().replace("\r\n ", "")  # a calendar's lines are folded
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@pytest.mark.parametrize(("document", "format"), PUBLIC_FILES.values(), ids=PUBLIC_FILES)
def test_nothing_internal_stands_in_a_public_file(document: Document, format: Format) -> None:
    plan, tokens = tokened()
    text = text_of(render(plan, document, format, Edition.PUBLIC), format)
    assert {token: place for token, place in tokens.internal.items() if token in text} == {}


def test_the_public_plan_holds_every_public_answer() -> None:
    plan, tokens = tokened()
    text = to_markdown(plan, PLAN, Edition.PUBLIC)
    assert {token: place for token, place in tokens.public.items() if token not in text} == {}


def test_the_internal_plan_holds_every_answer() -> None:
    plan, tokens = tokened()
    text = to_markdown(plan, PLAN, Edition.INTERNAL)
    left = {token: place for token, place in tokens.internal.items() if token not in text}
    # What was said in the room stands in the minutes.
    assert [place for place in left.values() if not place.startswith((".workshop.sessions", ".workshop.caught"))] == []


def test_a_page_for_everyone_is_public_in_either_edition() -> None:
    assert render(small(), CITIZENS, DOCX, Edition.INTERNAL) == render(small(), CITIZENS, DOCX, Edition.PUBLIC)


def test_a_contact_that_is_not_public_is_named_but_not_reached() -> None:
    shown = visible(small(), Edition.PUBLIC)
    owner = next(contact for contact in shown.organisation.contacts if contact.id == "c-00000001")
    assert (owner.role, owner.phone) == ("Chef", "")


def test_a_contact_that_only_internal_answers_point_to_is_gone() -> None:
    assert "Vikar" not in to_markdown(small(), PLAN, Edition.PUBLIC)
    assert "Vikar" in to_markdown(small(), PLAN, Edition.INTERNAL)


def test_what_was_left_out_is_listed() -> None:
    left = omitted(small(), Edition.PUBLIC)
    assert "organisation.deputy" in left
    assert "organisation.contacts[c-00000001].phone" in left
    assert "workshop.before.strategy.note" in left
    assert not any(path.startswith("organisation.contacts[c-00000002].phone") for path in left)
    assert omitted(small(), Edition.INTERNAL) == ()


def test_an_empty_field_is_silent_in_public_and_named_in_the_internal_edition() -> None:
    assert "Ikke besvaret" not in to_markdown(small(), PLAN, Edition.PUBLIC)
    internal = to_markdown(small(), PLAN, Edition.INTERNAL)
    assert "*Ikke besvaret*" in internal
    assert "*Sprunget over*: Tages i maj" in internal


def test_the_work_stands_only_in_the_internal_edition_under_its_own_heading() -> None:
    heading = "## Arbejdsredskab – ikke et officielt krav"
    assert heading in to_markdown(small(), PLAN, Edition.INTERNAL)
    assert heading not in to_markdown(small(), PLAN, Edition.PUBLIC)


@pytest.mark.parametrize("document", SHOWN.values(), ids=SHOWN)
@pytest.mark.parametrize(
    "plan",
    [
        plan_of(strategy={"vision": CPR}),
        plan_of(organisation={"disagreement": "010190 1234"}),
        plan_of(workshop={"before": {"strategy": {"note": CPR}}}),
        small().model_copy(update={"reasons": Plan.model_validate({"reasons": {"x.y": {"reason": CPR}}}).reasons}),
    ],
    ids=["text", "line", "internal", "reason"],
)
def test_what_looks_like_a_cpr_number_stops_every_public_edition(plan: Plan, document: Document) -> None:
    with pytest.raises(Blocked) as stopped:
        render(plan, document, FORMATS["md"], Edition.PUBLIC)
    assert stopped.value.findings


def test_a_number_that_only_the_print_puts_together_stops_it_too() -> None:
    with pytest.raises(Blocked):
        render(plan_of(understanding={"lessons": "0101**90**1234"}), PLAN, FORMATS["md"], Edition.PUBLIC)


def test_it_does_not_stop_the_internal_edition() -> None:
    assert render(plan_of(strategy={"vision": CPR}), PLAN, FORMATS["md"], Edition.INTERNAL)


def test_a_foreign_telephone_number_stops_nothing() -> None:
    plan = plan_of(
        organisation={"contacts": [{"id": "c-00000002", "phone": "+31 12 34 56 78", "role": "A", "public": True}]}
    )
    assert b"tel:+3112345678" in render(plan, PLAN, FORMATS["md"], Edition.PUBLIC)
