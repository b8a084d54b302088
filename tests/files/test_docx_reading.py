"""Word files from outside: what is read of them, and what each bad one is answered with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.language import words
from wizard.files.docx.model import Document, Hand, Table
from wizard.files.docx.package import FILE, read_file
from wizard.files.docx.reading import BLOCKS, read_docx
from wizard.files.trouble import BrokenFile, CannotRead

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = f'<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'


def archive(body: str = "", spaces: str = W, head: str = "", **parts: str) -> bytes:
    """Make a Word file of a body."""
    document = f"{head}<w:document {spaces}><w:body>{body}</w:body></w:document>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("word/document.xml", document)
        for name, content in parts.items():
            file.writestr(f"word/{name.replace('__', '/')}", content)
    return target.getvalue()


def read(body: str, spaces: str = W) -> Document:
    return read_docx(archive(body, spaces))


def texts(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


INS, DEL = '<w:ins w:author="Bo" w:date="2026-12-01T08:00:00Z">', '<w:del w:author="Eva" w:date="2026-12-02T08:00:00Z">'


def run(text: str, look: str = "") -> str:
    return f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}<w:t>{text}</w:t></w:r>"


def gone(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


@pytest.mark.parametrize("spaces", [W, STRICT])
def test_a_text_is_read_with_its_tracked_changes_accepted(spaces: str) -> None:
    (one,) = read(
        f"<w:p>{run('Vi ')}{DEL}{gone('kan')}</w:del>{INS}{run('vil')}</w:ins>{run(' svare')}</w:p>", spaces
    ).blocks
    assert one.text == "Vi vil svare"
    assert not isinstance(one, Table)
    assert one.was == "Vi kan svare"
    assert set(one.hands) == {Hand("Bo", "2026-12-01T08:00:00Z"), Hand("Eva", "2026-12-02T08:00:00Z")}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    deleted = f"<w:pPr><w:rPr>{DEL[:-1]}/></w:rPr></w:pPr>"
    assert texts(read(f"<w:p>{deleted}{run('Den ')}</w:p><w:p>{run('ene')}</w:p>")) == ["Den ene"]


def test_text_boxes_fields_and_frames_are_read_and_drawings_are_not() -> None:
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.example"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>siden</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    content = f"<w:sdt><w:sdtContent><w:p>{run('I et felt')}</w:p></w:sdtContent></w:sdt>"
    document = read(f"<w:p>{box}</w:p>{content}")
    assert texts(document) == ["siden", "I en boks", "I et felt"]
    assert next(document.paragraphs).runs[0].link == "https://x.example"


def test_rows_and_cells_that_were_taken_away_are_left_out() -> None:
    def row(text: str, mark: str = "") -> str:
        return f"<w:tr><w:trPr>{mark}</w:trPr><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>"

    (table,) = read(f"<w:tbl>{row('et')}{row('to', DEL[:-1] + '/>')}{row('tre', INS[:-1] + '/>')}</w:tbl>").blocks
    assert isinstance(table, Table)
    assert [one.text for one in table.rows] == ["et", "tre"]
    assert [one.went for one in table.gone] == [Hand("Eva", "2026-12-02T08:00:00Z")]


def test_comments_are_read_with_their_answers() -> None:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="http://x/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(("comments", "commentsExtended"))
    )
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    comments = "".join(
        f'<w:comment w:id="{key}" w:author="{who}" w:date="2026-12-01T08:00:00Z">'
        f'<w:p w14:paraId="{para}">{run(text)}</w:p></w:comment>'
        for key, who, para, text in ((1, "Bo", "0A", "Hvorfor?"), (2, "Eva", "0B", "Derfor."))
    )
    threads = (
        '<x xmlns:w15="w"><w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></x>'
    )
    body = (
        f'<w:p>{run("Vi ")}<w:commentRangeStart w:id="1"/>{run("svarer")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    document = read_docx(
        archive(
            body,
            **{
                "_rels__document.xml.rels": f"<Relationships>{relations}</Relationships>",
                "comments.xml": f"<w:comments {W} {space}>{comments}</w:comments>",
                "commentsExtended.xml": threads,
            },
        )
    )
    first, second = document.comments
    assert (first.author, first.text, first.quote, first.done) == ("Bo", "Hvorfor?", "svarer", True)
    assert (second.author, second.text, second.parent) == ("Eva", "Derfor.", "1")
    assert next(document.paragraphs).comments == ("1",)


def bomb() -> bytes:
    return archive("<w:p>" + run("0" * 40_000_000) + "</w:p>")


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")


def flagged() -> bytes:
    """An archive that says of its members that they are encrypted."""
    data = bytearray(archive("<w:p/>"))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(sign, place + 4)
    return bytes(data)


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no_docx"),
    "text": (lambda: b"front:\n  title: x\n", "no_docx"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "docx_other"),
    "an ODT": (lambda: b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "docx_other"),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx_old"),
    "a password": (locked, "docx_locked"),
    "an encrypted archive": (flagged, "docx_locked"),
    "an archive of something else": (lambda: _zipped({"a.txt": "a"}), "no_docx"),
    "a spreadsheet": (lambda: _zipped({"[Content_Types].xml": TYPES.replace("wordprocessingml", "sheet")}), "no_docx"),
    "half a file": (lambda: archive("<w:p/>")[:-30], "no_docx"),
    "broken XML": (lambda: archive("<w:p>"), "docx_damaged"),
    "entities": (lambda: archive("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", head=ENTITIES), "docx_damaged"),
    "a file from outside": (lambda: archive("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", head=OUTSIDE), "docx_damaged"),
    "an archive that swells": (bomb, "docx_too_big"),
    "a huge file": (lambda: b"PK" + b"\0" * FILE, "docx_too_big"),
    "too many paragraphs": (lambda: archive("<w:p/>" * (BLOCKS + 1)), "docx_too_big"),
    "tables in tables": (lambda: archive("<w:tbl><w:tr><w:tc>" * 300 + "</w:tc></w:tr></w:tbl>" * 300), "docx_damaged"),
    "links in links": (lambda: archive(f"<w:p>{'<w:hyperlink>' * 500}{'</w:hyperlink>' * 500}</w:p>"), "docx_damaged"),
    "too deep": (lambda: archive("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "docx_damaged"),
}


def _zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_answered_with_one_sentence(name: str) -> None:
    make, key = BAD[name]
    with pytest.raises(BrokenFile) as trouble:
        read_docx(make())
    assert trouble.value.key == f"files.{key}"
    for language in ("da", "en"):
        assert "\n" not in trouble.value.sentence(words(language))


def test_a_file_that_is_not_there_or_too_big_for_the_disk_to_read(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_file(tmp_path / "ingen.docx")
    big = tmp_path / "stor.docx"
    with open(big, "wb") as file:
        file.truncate(FILE + 10)
    with pytest.raises(BrokenFile, match="docx_too_big"):
        read_file(big)
