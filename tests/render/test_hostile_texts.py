"""Whatever stands in every field of a plan, no document of any format holds what steers a screen or hides words."""

from __future__ import annotations

import html
import io
import re
import zipfile
from functools import cache

import pytest
from hostile import HOSTILE, harmless, texts
from hypothesis import given, settings
from rendered_plans import FILES, SAVED
from test_structure import filled

from schemas.ids import with_ids
from schemas.plan import Plan
from schemas.texts import fit
from wizard.render.asked import Asked
from wizard.render.documents import DOCUMENTS
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


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".pdf")])
def test_no_file_holds_any_of_it(name: str, edition: Edition) -> None:
    document, format = FILES[name]
    made = render(hostile_plan(), document, format, document.edition(Edition.INTERNAL), Asked(acknowledged=True))
    if not document.internal:
        made = render(hostile_plan(), document, format, edition, Asked(acknowledged=True))
    text = read(made)
    # A table that a spreadsheet opens begins with a mark of its own and ends its lines as Windows does.
    assert harmless(text.removeprefix("\ufeff").replace("\r\n", "\n")), name


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_name_of_a_file_is_letters_digits_and_hyphens(name: str) -> None:
    document = DOCUMENTS[name]
    made = file_name(hostile_plan(), Request(document, document.formats[0], Edition.INTERNAL))
    assert re.fullmatch(r"[a-z0-9-]+\.[a-z]+", made)


@settings(max_examples=15, deadline=None)
@given(texts)
def test_any_text_in_every_field_leaves_the_markdown_harmless(text: str) -> None:
    plan = hostile_plan.__wrapped__(fit(text))
    for document in DOCUMENTS.values():
        if not document.data:
            assert harmless(to_markdown(plan, document, document.edition(Edition.INTERNAL)))
