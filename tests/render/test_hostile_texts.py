"""Whatever stands in every field of a plan, no document of any format holds what steers a screen or hides words."""

from __future__ import annotations

import html
import io
import re
import zipfile
from functools import cache

import pikepdf
import pytest
from filled_plans import filled
from hostile import HOSTILE, harmless, texts
from hypothesis import given, settings
from rendered_plans import FILES, SAVED, editions
from sparing import examples
from walking import Pdf

from schemas.ids import with_ids
from schemas.plan import Plan
from schemas.texts import fit
from wizard.render.asked import Asked
from wizard.render.documents import DOCUMENTS, Document
from wizard.render.edition import Edition
from wizard.render.markdown import to_markdown
from wizard.render.publishing import Request, file_name
from wizard.render.rendering import render


@cache
def hostile_plan(text: str = "x " + " ".join(HOSTILE)) -> Plan:
    data = filled(Plan, text)
    data["workshop"]["sessions"] = data["workshop"]["sessions"][:1]
    data["front"]["next_revision"] = "2030-01-01"
    return with_ids(Plan.model_validate({**data, "saved": SAVED}))


def read(data: bytes) -> str:
    """Give all the text of a file, that of every part of a package, with numbered characters as they are read."""
    if not data.startswith(b"PK"):
        text = data.decode()
        return html.unescape(text) if text.lstrip().startswith("<") else text
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return "\n".join([*package.namelist(), *(html.unescape(part.decode("utf-8-sig")) for part in parts)])


def shown(document: Document) -> tuple[Edition, ...]:
    """Give the editions in which a document does not show the same."""
    return tuple(dict.fromkeys(document.edition(one) for one in editions(document)))


MADE = [(name, edition) for name in FILES for edition in shown(FILES[name][0])]
READ = [one for one in MADE if not one[0].endswith(".pdf")]
PRINTED = [
    pytest.param(name, edition, marks=() if name in ("summary.pdf", "concern-citizens.pdf") else pytest.mark.full)
    for name, edition in MADE
    if name.endswith(".pdf")
]
"""Many texts of twelve hundred letters without a space are set for minutes; two short documents are always tried."""


def made(name: str, edition: Edition) -> bytes:
    return render(hostile_plan(), *FILES[name], edition, Asked(acknowledged=True))


@pytest.mark.parametrize(("name", "edition"), READ)
def test_no_file_holds_any_of_it(name: str, edition: Edition) -> None:
    # A table that a spreadsheet opens begins with a mark of its own and ends its lines as Windows does.
    assert harmless(read(made(name, edition)).removeprefix("\ufeff").replace("\r\n", "\n")), name


ACTS = {"/JS", "/JavaScript", "/Launch", "/AA", "/OpenAction", "/SubmitForm", "/ImportData", "/EmbeddedFile"}
"""What lets a PDF do something by itself, or carry something along."""


@pytest.mark.parametrize(("name", "edition"), PRINTED)
def test_no_pdf_holds_any_of_it_nor_does_anything_by_itself(name: str, edition: Edition) -> None:
    pdf = Pdf(made(name, edition))
    assert "rød" in pdf.said, "what can be read of it is there"
    assert harmless(pdf.said), name
    assert harmless(
        "".join(str(said) for tag in pdf.all("Figure", "Table", "Link") for said in tag.attributes.values())
    )
    held = [one for one in pdf.file.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream))]
    assert not {key for one in held for key in one.keys()} & ACTS  # noqa: SIM118 (no mapping of Python's)
    assert not {str(one.get("/S")) for one in held} & ACTS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_name_of_a_file_is_letters_digits_and_hyphens(name: str) -> None:
    document = DOCUMENTS[name]
    made = file_name(hostile_plan(), Request(document, document.formats[0], Edition.INTERNAL))
    assert re.fullmatch(r"[a-z0-9-]+\.[a-z]+", made)


@settings(max_examples=examples(5, 15), deadline=None)
@given(texts)
def test_any_text_in_every_field_leaves_the_markdown_harmless(text: str) -> None:
    plan = hostile_plan.__wrapped__(fit(text))
    for document in DOCUMENTS.values():
        if not document.data:
            assert harmless(to_markdown(plan, document, document.edition(Edition.INTERNAL)))
