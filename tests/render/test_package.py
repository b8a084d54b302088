"""A Word file that is put together from a case for many documents is the one that pandoc makes of the whole."""

import re

import pytest

from wizard.render.engine.job import Job, Made
from wizard.render.engine.pool import convert
from wizard.render.formats import DOCX
from wizard.render.package import unpacked

BY_PANDOC = "\n\n漢\n"
"""A paragraph that our own writer leaves to pandoc, and the whole file with it."""

LISTS = "1. a\n2. b\n   - c\n\n- d\n\n7. e\n\n::: tabel\nT\n\n- - A\n  - B\n- - a\n  - - f\n    - g\n:::\n\n1. h"
TIME = re.compile(rb"(<dcterms:\w+ [^>]*>)[^<]*")


def made(text: str, properties: dict[str, str]) -> Made:
    return convert(Job(text, DOCX, page=False, metadata={"lang": "da-DK", **properties}))


@pytest.mark.parametrize(
    "name",
    ["Aarhus & omegn", '<"{{author}}">', "{{title}} {{lang}}", "  Ærø's  ", "", "a; b", "\\1 \\g<0>", "</dc:title>"],
)
def test_its_properties_are_those_that_pandoc_writes(name: str) -> None:
    properties = {"title": name, "author": f"{name}!", "document": name, "planbygger-plan": "id"}
    ours, theirs = made("a", properties), made(BY_PANDOC, properties)
    assert ours.body is not None
    assert theirs.body is None
    for part in ("docProps/core.xml", "docProps/custom.xml", "word/styles.xml", "[Content_Types].xml"):
        wanted, found = (TIME.sub(rb"\1", unpacked(one, properties)[part]) for one in (theirs, ours))
        assert found.replace(b"&#x27;", b"'").replace(b"&#39;", b"'") == wanted.replace(b"&#39;", b"'")


def test_its_lists_are_numbered_as_pandoc_numbers_them() -> None:
    whole, cased = unpacked(made(LISTS + BY_PANDOC, {}), {}), unpacked(made(LISTS, {}), {})
    assert cased["word/numbering.xml"] == whole["word/numbering.xml"]
    assert cased["word/numbering.xml"].count(b'w:numId="10') > 4


def test_another_document_of_the_same_case_has_its_own_text_and_lists() -> None:
    first, second = made("- a\n\nb\n\n- c", {"title": "X"}), made("- d", {"title": "Y"})
    assert first.file == second.file
    assert [
        one.count(b"<w:num ") for one in (unpacked(each, {})["word/numbering.xml"] for each in (first, second))
    ] == [3, 2]
    assert b'<w:t xml:space="preserve">d</w:t>' in unpacked(second, {})["word/document.xml"]
