"""What is looked at in a finished file: a file of ours has no fault, and each fault that is made is found."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from rendered_plans import FILES, editions, small

from schemas.language import LANGUAGES, words
from wizard.files.plan_file import read_plan
from wizard.render.documents import PLAN, Document
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, MARKDOWN, PDF, Format
from wizard.render.rendering import printed, render, write
from wizard.render.verify.checking import faults
from wizard.render.verify.telling import looked_at

HOSTILE = "# Kup\n\n<b>x</b> ![](x) [](https://x.example) | - \u202e\u200b <script>1</script> ::: {#a}\n\n\n\n- \n- "


@pytest.mark.parametrize(("document", "format"), FILES.values(), ids=FILES)
def test_nothing_is_wrong_with_our_files(document: Document, format: Format) -> None:
    for edition in editions(document):
        assert faults(format.suffix, render(small(), document, format, edition)) == ()


@pytest.mark.parametrize("example", ["storby", "english"])
@pytest.mark.parametrize("format", [MARKDOWN, HTML, DOCX], ids=lambda one: one.name)
def test_nothing_is_wrong_with_the_examples(checkout: Path, example: str, format: Format) -> None:
    plan = read_plan(checkout / "examples" / f"{example}.plan.yaml")
    assert faults(format.suffix, printed(write(plan, PLAN, Edition.INTERNAL), format)) == ()


@pytest.mark.parametrize("format", [MARKDOWN, HTML, DOCX, PDF], ids=lambda one: one.name)
def test_a_hostile_answer_is_no_fault_of_the_file(format: Format) -> None:
    from rendered_plans import plan_of

    plan = plan_of(strategy={"vision": HOSTILE}, front={"title": HOSTILE[8:40]}, acute={"cards": [{"title": HOSTILE}]})
    assert faults(format.suffix, render(plan, PLAN, format, Edition.INTERNAL)) == ()


def keys(format: Format, data: bytes) -> set[str]:
    return {fault.key for fault in faults(format.suffix, data)}


@pytest.fixture(scope="module")
def made() -> dict[Format, bytes]:
    return {format: render(small(), PLAN, format, Edition.INTERNAL) for format in (MARKDOWN, HTML, DOCX, PDF)}


HTML_FAULTS = {
    "language": (' lang="da-DK"', ""),
    "title": ("<title>Beredskab mod ekstremisme</title>", "<title> </title>"),
    "main_heading": ("</h1>", "</h1><h1>To</h1>"),
    "heading_order": ("</h1>", "</h1><h4>For dybt</h4>"),
    "empty_heading": ("</h1>", "</h1><h2> </h2>"),
    "table_caption": (r"<caption>.*?</caption>", ""),
    "table_head": (r"<thead>.*?</thead>", ""),
    "scope": (' scope="col"', ""),
    "alternative": ("</h1>", '</h1><img src="data:x" alt="">'),
    "outside": ("</title>", '</title><script src="https://x.example/a.js"></script>'),
    "empty": ("</h1>", "</h1><p> </p>"),
    "twice": ("</h1>", '</h1><div id="content"></div>'),
    "link": ("</h1>", '</h1><a href="#findes-ikke">x</a>'),
    "empty_link": ("</h1>", '</h1><a href="#content"></a>'),
    "unseen": ("</h1>", "</h1><b>a\u202eb</b>"),
    "unreadable": ("</h1>", ""),
}


@pytest.mark.parametrize("key", HTML_FAULTS)
def test_a_fault_in_a_page_is_found(made: dict[Format, bytes], key: str) -> None:
    pattern, instead = HTML_FAULTS[key]
    data = re.sub(pattern, instead, made[HTML].decode(), count=1, flags=re.S)
    assert key in keys(HTML, data.encode())


PARAGRAPH = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p>'
RUN = "<w:r><w:t>x</w:t></w:r>"
DOCX_FAULTS = {
    "title": ("docProps/core.xml", r"<dc:title>.*?</dc:title>", "<dc:title/>"),
    "language": ("word/styles.xml", r"<w:lang [^>]*/>", ""),
    "heading_order": ("word/document.xml", "<w:body>", "<w:body>" + PARAGRAPH.format("Heading3", RUN)),
    "empty_heading": ("word/document.xml", "<w:body>", "<w:body>" + PARAGRAPH.format("Heading1", "")),
    "empty": ("word/document.xml", "<w:body>", "<w:body><w:p/>"),
    "table_head": ("word/document.xml", r'<w:tblHeader[^>]*/>', ""),
    "table_caption": ("word/document.xml", r'<w:tblCaption[^>]*/>', ""),
    "link": ("word/document.xml", '<w:hyperlink w:anchor="', '<w:hyperlink w:anchor="findes-ikke-'),
    "twice": ("word/document.xml", "<w:body>", '<w:body><w:bookmarkStart w:id="1" w:name="mål"/>'),
    "empty_link": ("word/document.xml", "<w:body>", '<w:body><w:hyperlink w:anchor="mål"/>'),
    "update": ("word/document.xml", "<w:body>", '<w:body><w:fldChar w:dirty="true"/>'),
    "unseen": ("word/document.xml", "</w:t>", "\u200b</w:t>"),
    "unreadable": ("word/styles.xml", "</w:styles>", ""),
    "alternative": (
        "word/document.xml", "<w:body>",
        '<w:body><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1"/>',
    ),
    "outside": (
        "word/_rels/document.xml.rels", "</Relationships>",
        '<Relationship Id="x" Type="y/image" Target="https://x.example/a.png" TargetMode="External"/></Relationships>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", DOCX_FAULTS)
def test_a_fault_in_a_word_file_is_found(made: dict[Format, bytes], key: str) -> None:
    part, pattern, instead = DOCX_FAULTS[key]
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made[DOCX])) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                data = re.sub(pattern, instead, data.decode(), count=1, flags=re.S).encode()
            archive.writestr(name, data)
    assert key in keys(DOCX, target.getvalue())


def test_half_a_file_is_said_to_be_unreadable(made: dict[Format, bytes]) -> None:
    for format in (DOCX, PDF):
        assert keys(format, made[format][: len(made[format]) // 2]) == {"unreadable"}
    assert "unreadable" in keys(HTML, made[HTML][:9000])
    assert keys(MARKDOWN, b"# a\n\n\xff") == {"unreadable"}


MARKDOWN_FAULTS = {
    "raw": "# a\n\n<b>x</b>\n",
    "main_heading": "a\n",
    "heading_order": "# a\n\n### b\n",
    "empty_heading": "# a\n\n##\n",
    "alternative": "# a\n\n![](x.png)\n",
    "link": "# a\n\n[b](javascript:1)\n".replace("javascript:1", "file.txt"),
    "unseen": "# a\u200b\n",
}


@pytest.mark.parametrize("key", MARKDOWN_FAULTS)
def test_a_fault_in_a_markdown_text_is_found(key: str) -> None:
    assert key in keys(MARKDOWN, MARKDOWN_FAULTS[key].encode())


PDF_FAULTS = {
    "untagged": (b"/Marked true", b"/Marked fals"),
    "language": (b"/Lang", b"/Lnag"),
    "shown_title": (b"/DisplayDocTitle true", b"/DisplayDocTitle nope"),
    "no_headings": (b"/S/H1", b"/S/H9"),
}


@pytest.mark.parametrize("key", PDF_FAULTS)
def test_a_fault_in_a_pdf_is_found(made: dict[Format, bytes], key: str) -> None:
    assert keys(PDF, made[PDF].replace(*PDF_FAULTS[key])) == {key}


def test_a_pdf_that_is_not_accessible_is_found() -> None:
    import typst

    data = typst.compile(b"= x", format="pdf", pdf_tags=False)
    assert keys(PDF, data) >= {"untagged", "title", "standard", "shown_title"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_found_is_said_in_a_line(tmp_path: Path, language: str) -> None:
    (tmp_path / "god.md").write_text("# a\n", encoding="utf-8")
    (tmp_path / "skæv.md").write_text("# a\n\n### b\n", encoding="utf-8")
    fine = looked_at([tmp_path / "god.md"], words(language))
    assert fine == (
        {"da": "Kontrolleret: 1 fil. Der er ikke fundet noget.", "en": "Checked: 1 file. Nothing was found."}[language],
    )
    line, fault = looked_at([tmp_path / "god.md", tmp_path / "skæv.md"], words(language))
    assert line.endswith(": 1.")
    assert fault.startswith("skæv.md: ")
    assert "b" in fault
