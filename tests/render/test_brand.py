"""A brand file reaches every format, or is refused with a sentence that says where and what was meant."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from looks import SVG, brand, look, png, refused
from rendered_plans import small
from walking import Pdf

from schemas.language import LANGUAGES, words
from wizard.files.trouble import FileTrouble
from wizard.render.brand.colours import WHITE, contrast, nearest
from wizard.render.brand.finding import brand_of
from wizard.render.brand.reading import read_look
from wizard.render.documents import CITIZENS, PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX, HTML, MARKDOWN, PDF
from wizard.render.look import PLAIN, Look
from wizard.render.rendering import render

FULL = """
name: Nyby & Søn
logo: logo.svg
colours:
  accent: "#0B5D4B"
  rule: "#b3541e"
fonts:
  text: Calibri
  headings: Georgia
footer: Torvet 1 · nyby.example
"""


@pytest.fixture
def full(tmp_path: Path) -> Look:
    return look(tmp_path, FULL, logo_svg=SVG.format(""))


def test_a_page_has_the_brands_colours_fonts_logo_and_footer(full: Look) -> None:
    page = render(small(), PLAN, HTML, Edition.PUBLIC, look=full).decode()
    assert page.rindex("--blue: #0b5d4b;") > page.index("--blue: #14375e;")
    assert "--rule: #b3541e;" in page
    assert 'h1, h2, h3, h4 { font-family: "Georgia"' in page
    assert re.search(
        r'<img src="data:image/svg\+xml;base64,[\w+/=]+" alt="Nyby &amp; Søn" width="\d+" height="\d+">', page
    )
    assert "<p>Torvet 1 · nyby.example · Offentlig udgave</p>" in page


def test_a_word_document_has_them_too(full: Look) -> None:
    data = render(small(), PLAN, DOCX, Edition.PUBLIC, look=full)
    document = Document(io.BytesIO(data))
    heading = document.styles["Heading 1"].font
    assert (str(heading.color.rgb), heading.name) == ("0B5D4B", "Georgia")
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.footer.paragraphs[0].text.startswith("Torvet 1 · nyby.example\tSide ")
    assert section.first_page_footer.paragraphs[0].text.startswith("Torvet 1")
    assert 'descr="Nyby &amp; Søn"' in section.first_page_header._element.xml
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/media/logo.png").startswith(b"\x89PNG")


def test_a_pdf_has_the_logo_with_what_it_says(full: Look) -> None:
    for document in (PLAN, CITIZENS):
        pdf = render(small(), document, PDF, Edition.PUBLIC, look=full)
        opened = Pdf(pdf)
        read_aloud = [str(one.Alt) for one in opened.file.objects if "/Alt" in (one if is_tag(one) else {})]
        assert read_aloud.count("Nyby & Søn") == 1


def is_tag(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary)


def test_a_brand_leaves_the_markdown_as_it_is(full: Look) -> None:
    branded = render(small(), PLAN, MARKDOWN, Edition.PUBLIC, look=full)
    assert branded == render(small(), PLAN, MARKDOWN, Edition.PUBLIC)


@pytest.mark.parametrize("format", [HTML, DOCX, PDF])
def test_the_same_brand_gives_the_same_bytes(full: Look, format) -> None:  # type: ignore[no-untyped-def]
    one, two = (render(small(), CITIZENS, format, Edition.PUBLIC, look=full) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colors: {}", "Linje 1: Feltet »colors« findes ikke her. Mente du »colours«?"),
        ("colours:\n  acent: x", "Linje 2, colours: Feltet »acent« findes ikke her. Mente du »accent«?"),
        ("xyz: 1", "Her kan stå: name, logo, colours, fonts, footer, reference, templates."),
        ("colours: red", "Linje 1, colours: Her skal stå felter med navn"),
        ("name: [a]", "Linje 1, name: Her skal stå en tekst"),
        ("- a", "Filen er ikke et udtryk."),
        ("colours:\n  accent: red", "»red« er ikke en farve."),
        ("colours:\n  accent: '#12345'", "er ikke en farve"),
        ("colours:\n  ink: '#888888'", "Kontrasten er 3,5:1 og skal være mindst 4,5:1"),
        ("colours:\n  rule: '#dddddd'", "skal være mindst 3,0:1"),
        ("fonts:\n  text: 'Arial; } body { x: url(y)'", "kan ikke være navnet på en skrifttype"),
        ("footer: " + "x" * 91, "Teksten er på 91 tegn. Der er plads til 90."),
        ("logo: a.svg", "Skriv kommunens navn i feltet »name«."),
        ("name: N\nlogo: a.svg", "Linje 2, logo: a.svg findes ikke."),
        ("name: N\nlogo: ../a.svg", "ligger ikke ved siden af brand.yaml"),
        ("name: N\nlogo: /etc/passwd", "ligger ikke ved siden af brand.yaml"),
        ("reference: /etc/passwd", "ligger ikke ved siden af brand.yaml"),
        ("templates: ..", "ligger ikke ved siden af brand.yaml"),
        ("name: &x a\nfooter: *x", "Linje 1"),
    ],
)
def test_a_wrong_field_is_named_with_its_line_and_what_was_meant(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


def test_a_colour_that_cannot_be_read_comes_with_the_nearest_that_can(tmp_path: Path) -> None:
    sentence = refused(tmp_path, "colours:\n  accent: '#ff9900'")
    assert "Kontrasten er 2,1:1 og skal være mindst 4,5:1" in sentence
    proposed = re.findall(r"#[0-9a-f]{6}", sentence)[-1]
    assert not refused(tmp_path, f"colours:\n  accent: '{proposed}'")
    assert contrast(nearest("#ff9900", 4.5), WHITE) >= 4.5


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.svg").write_text(SVG.format(""))
    (inside / "logo.svg").symlink_to(tmp_path / "secret.svg")
    assert "ligger ikke ved siden af" in refused(inside, "name: N\nlogo: logo.svg")


HOSTILE = """<script>alert(1)</script><style>@import url(http://x/);</style><image href="file:///etc/passwd"/>
<foreignObject><p/></foreignObject><use href="http://x/y.svg#a"/><rect onclick="x()" style="fill:url(http://x)"
width="9" height="9"/><a href="javascript:x"><rect/></a><animate attributeName="href"/>"""


def test_a_logo_is_cleaned_of_everything_but_the_drawing(tmp_path: Path) -> None:
    read = look(tmp_path, "name: N\nlogo: logo.svg", logo_svg=SVG.format(HOSTILE))
    assert read.brand.logo
    svg = read.brand.logo.svg
    assert 'd="M0 0h90v30H0z"' in svg
    for word in ("script", "import", "http://x", "file:", "passwd", "foreign", "onclick", "javascript", "animate"):
        assert word not in svg


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "ENTITY"),
        ("no drawing", "er ikke et billede, der kan bruges"),
        ("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0", "kan ikke læses som billede"),
        ("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "kan ikke læses som billede"),
        (SVG.format("<g id='a'><use href='#a'/></g>"), "rummer sig selv"),
        (SVG.format("<g id='a'><path d='M0 0h9v9z'/></g><use href='#a'/>"), ""),
    ],
)
def test_a_drawing_that_cannot_be_used_is_told_of(tmp_path: Path, svg: str, said: str) -> None:
    sentence = refused(tmp_path, "name: N\nlogo: logo.svg", logo_svg=svg)
    assert said in sentence
    assert bool(sentence) is bool(said)


def test_a_drawing_that_unfolds_without_measure_is_refused(tmp_path: Path) -> None:
    layers = "".join(f"<g id='a{n + 1}'>" + f"<use href='#a{n}'/>" * 10 + "</g>" for n in range(9))
    svg = SVG.format("<path id='a0' d='M0 0h9v9z'/>" + layers)
    assert "alt for mange dele" in refused(tmp_path, "name: N\nlogo: logo.svg", logo_svg=svg)


def test_a_picture_is_measured_before_it_is_unpacked(tmp_path: Path) -> None:
    assert "9000 × 9000" in refused(tmp_path, "name: N\nlogo: logo.png", logo_png=png(9000, 9000))
    assert "kan ikke læses" in refused(tmp_path, "name: N\nlogo: logo.png", logo_png=png(60, 20)[:60])
    assert "langt og smalt" in refused(tmp_path, "name: N\nlogo: logo.png", logo_png=png(3000, 10))
    found = look(tmp_path, "name: N\nlogo: logo.png", logo_png=png(60, 20) + b"hidden").brand.logo
    assert found
    assert b"hidden" not in found.png


def test_a_name_with_marks_does_no_harm(tmp_path: Path) -> None:
    text = "name: 'A \"<b> $x$ {{before}} & Co'\nfooter: '</p> $x$ {{after}} #x[y]'\nlogo: logo.svg"
    read = look(tmp_path, text, logo_svg=SVG.format(""))
    page = render(small(), CITIZENS, HTML, Edition.PUBLIC, look=read).decode()
    assert 'alt="A &quot;&lt;b&gt; $x$ {{before}} &amp; Co"' in page
    assert "&lt;/p&gt; $x$ {{after}} #x[y]" in page
    document = Document(io.BytesIO(render(small(), CITIZENS, DOCX, Edition.PUBLIC, look=read)))
    assert document.sections[0].footer.paragraphs[0].text.startswith("</p> $x$ {{after}} #x[y]")
    assert render(small(), CITIZENS, PDF, Edition.PUBLIC, look=read).startswith(b"%PDF")


def test_the_brand_nearest_to_the_plan_is_used(tmp_path: Path) -> None:
    deep = tmp_path / "top" / "mid" / "deep"
    deep.mkdir(parents=True)
    plan = deep / "a.plan.yaml"
    brand(tmp_path, "name: Outside")
    assert brand_of(plan) is None
    assert brand_of(plan, [tmp_path / "top"]) is None
    above = brand(tmp_path / "top", "name: Top")
    assert brand_of(plan) is None
    assert brand_of(plan, [tmp_path / "top"]) == above.resolve()
    beside = brand(deep, "name: Deep")
    assert brand_of(plan, [tmp_path / "top"]) == beside.resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_said_in_the_readers_language(tmp_path: Path, language: str) -> None:
    with pytest.raises(FileTrouble) as found:
        read_look(brand(tmp_path, "colours:\n  accent: '#ff9900'"))
    ratio = {"da": "2,1:1", "en": "2.1:1"}[language]
    assert ratio in found.value.sentence(words(language))


def test_the_example_brand_is_one_that_can_be_used(checkout: Path) -> None:
    found = read_look(checkout / "examples" / "brand" / "brand.yaml")
    assert found != PLAIN
    assert found.brand.name == "Fjordborg Kommune"
