"""The styles of a printed plan in Word's XML, in a brand's colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass

from wizard.render.brand.brand import OURS, Brand

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Arial"
"""What a municipal PC has."""

RED = "8A1C1C"
"""What warns, in every brand; well above 4.5:1 on white and on its light ground."""


@dataclass(frozen=True, slots=True)
class Palette:
    """A brand's colours as Word writes them, and its fonts."""

    ink: str
    accent: str
    rule: str
    line: str
    shade: str
    font: str
    heading: str

    @classmethod
    def of(cls, brand: Brand) -> Palette:
        """Take a brand's colours and fonts, and ours where it has none."""
        named = (brand.ink, brand.accent, brand.rule, brand.line, brand.shade)
        ink, accent, rule, line, shade = (colour.removeprefix("#").upper() for colour in named)
        font = brand.font or FONT
        return cls(ink, accent, rule, line, shade, font, brand.heading or font)

    @property
    def head_font(self) -> str:
        """Give the run properties that headings have besides, where their font is one of their own."""
        return _fonts(self.heading) if self.heading != self.font else ""


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


PARTED = '<w:suppressAutoHyphens w:val="0"/>'
"""Words may be parted by hyphens: in the narrow columns of tables, and nowhere else."""


def _paragraph(before: int = 0, after: int = 0, line: int = 0, extra: str = "", keep: bool = False) -> str:
    """Write paragraph properties; distances in twentieths of a point, line in 240ths of a line."""
    spacing = f'<w:spacing w:before="{before}" w:after="{after}"' + (
        f' w:line="{line}" w:lineRule="auto"/>' if line else "/>"
    )
    kept = "<w:keepNext/><w:keepLines/>" if keep else ""
    return f"<w:pPr>{kept}{extra}{spacing}</w:pPr>"


def _font(size: float = 0, color: str = "", bold: bool = False, italic: bool = False, fonts: str = "") -> str:
    """Write run properties; size in points."""
    inside = fonts + "<w:b/>" * bold + "<w:i/>" * italic + (f'<w:color w:val="{color}"/>' if color else "")
    if size:
        inside += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _style(kind: str, name: str, inside: str, based: str = "", following: str = "", default: bool = False) -> str:
    key = name.replace(" ", "").replace("heading", "Heading").replace("toc", "TOC").replace("footer", "Footer")
    key = key.replace("caption", "Caption")
    head = f'<w:style w:type="{kind}" w:styleId="{key}"' + ' w:default="1"' * default + ">"
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = f'<w:next w:val="{following}"/>' if following else ""
    return f'{head}<w:name w:val="{name}"/>{based}{following}<w:qFormat/>{inside}</w:style>'


def _heading(palette: Palette, level: int, size: float, before: int, after: int) -> str:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    properties = _paragraph(before, after, keep=True).replace("</w:pPr>", f"{outline}</w:pPr>")
    return _style("paragraph", f"heading {level}", properties + _head(palette, size), "Normal", "BodyText")


def _head(palette: Palette, size: float) -> str:
    return _font(size, palette.accent, True, fonts=palette.head_font)


def _box(color: str, fill: str) -> str:
    """Write a paragraph with a rule at its left on a light ground."""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{color}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )


def _frame(kind: str, size: int, space: int, color: str, fill: str = "") -> str:
    """Write a frame around a paragraph, which it shares with those of the same frame above and below."""
    sides = "".join(
        f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{color}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f"<w:pBdr>{sides}</w:pBdr>{ground}"


def _banners() -> str:
    """Write what an acute card begins with: white on dark where a life is in danger, else dark in a double frame."""
    looks = (("Life", _frame("single", 24, 4, RED, RED), "FFFFFF"), ("Urgent", _frame("double", 18, 4, RED), RED))
    return "".join(
        _style("paragraph", f"{name} {look}", _centred(before, after, frame) + _font(size, color, True), "Normal")
        for look, frame, color in looks
        for name, before, after, size in (("Banner", 120, 0, 26), ("Note", 0, 160, 11))
    )


def _centred(before: int, after: int, frame: str) -> str:
    indent = '<w:ind w:left="120" w:right="120"/><w:jc w:val="center"/>'
    return _paragraph(before, after, extra=frame, keep=True).replace("</w:pPr>", f"{indent}</w:pPr>")


def _cut_styles() -> str:
    """Write the contact card, as wide as A6 and cut out along its dashes."""
    frame, narrow = _frame("dashed", 8, 12, "1A1A1A"), '<w:ind w:left="1720" w:right="1720"/>'
    return "".join(
        _style(
            "paragraph",
            name,
            _paragraph(40, 80, 252, extra=frame).replace("</w:pPr>", f"{narrow}</w:pPr>") + font,
            "Normal",
        )
        for name, font in (("Cut", _font(9.5)), ("Cut Call", _font(13)))
    )


def _ruled_style() -> str:
    """Write lines to write on by hand: each is a tab that is filled up to the margin."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9412"/></w:tabs>'
    return _style("paragraph", "Ruled", _paragraph(120, 120, 480, extra="<w:keepLines/>" + tab), "Normal")


def _defaults(palette: Palette) -> str:
    run = f'{_fonts(palette.font)}<w:color w:val="{palette.ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    run += '<w:lang w:val="da-DK"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{_paragraph(extra='<w:suppressAutoHyphens/>')}</w:pPrDefault></w:docDefaults>"
    )


def _text_styles(palette: Palette, page: bool) -> str:
    body = _paragraph(50, 50, 259) + _font(10) if page else _paragraph(60, 120, 276)
    normal = _style("paragraph", "Normal", "", default=True)
    return normal + "".join(
        _style("paragraph", name, inside, based)
        for name, inside, based in (
            ("Body Text", body, "Normal"),
            ("First Paragraph", "", "BodyText"),
            ("Compact", _paragraph(30, 30, 259), "Normal"),
            ("Point", _paragraph(30, 30, 259) if page else _listed(120), "Normal"),
            ("Cell", _paragraph(30, 50, 259, extra=PARTED), "Normal"),
            ("Narrow", _paragraph(30, 30, 259, extra=PARTED) + _font(8.5), "Normal"),
            ("Medium", _paragraph(30, 50, 259, extra=PARTED) + _font(10.5), "Normal"),
            ("Large", _paragraph(30, 50, 259, extra=PARTED) + _font(12), "Normal"),
            ("Write", _paragraph(140, 140, 300) + _font(9.5), "Normal"),
            ("Block Text", _paragraph(120, 120, 276, extra=_box(palette.rule, palette.shade)), "BodyText"),
            ("Urgent", _paragraph(120, 160, 276, extra=_box(RED, "FBEFEF"), keep=True) + _font(12), "BodyText"),
            ("Ask", _paragraph(20, 60, 259, keep=True), "BodyText"),
            ("Intro", _paragraph(0, 160, 276, keep=True), "BodyText"),
            ("Small", _paragraph(160, 0, 259) + _font(8.5, "404040"), "Normal"),
            ("Lead", _paragraph(60, 160, 288) + _font(12.5, palette.accent), "BodyText"),
        )
    )


def _listed(after: int) -> str:
    """Write a list's points: close to each other, and at a distance from the paragraph that follows."""
    return _paragraph(0, after, 276).replace("</w:pPr>", "<w:contextualSpacing/></w:pPr>")


def _front_styles(palette: Palette, page: bool) -> str:
    above, size = (0, 22) if page else (1200, 28)
    tab = '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>'
    rule = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="{palette.line}"/></w:pBdr>'
    under = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="12" w:color="{palette.rule}"/></w:pBdr>'
    return "".join(
        _style("paragraph", name, inside, "Normal", following)
        for name, inside, following in (
            ("Title", _paragraph(above, 200, 252, extra=under, keep=True) + _head(palette, size), "Subtitle"),
            ("Subtitle", _paragraph(0, 60, 276) + _font(12.5), "BodyText"),
            ("Municipality", _paragraph(120, 160) + _head(palette, 17), "Subtitle"),
            ("Internal", _paragraph(160, 160, extra=_box(RED, "FBEFEF")) + _font(12, RED, True), "BodyText"),
            (
                "TOC Heading",
                _paragraph(0, 120, keep=True, extra="<w:pageBreakBefore/>") + _head(palette, 15),
                "TOC1",
            ),
            ("toc 1", _paragraph(30, 30, 276), ""),
            ("Figure", _paragraph(0, 80, keep=True), ""),
            ("caption", _paragraph(200, 80, keep=True) + _font(9.5, palette.accent, True), ""),
            ("footer", _paragraph(extra=rule + tab) + _font(8.5, "404040"), ""),
        )
    )


def _table_styles(palette: Palette) -> str:
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{palette.line}"/>'
        for side in ("top", "bottom", "insideH")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 28), ("left", 100), ("bottom", 28), ("right", 100))
    )
    plain = (
        '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{palette.accent}"/>'
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:pPr><w:keepNext/></w:pPr>{_font(0, "FFFFFF", True)}<w:tcPr>'
        f'{ground}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    return plain + (
        '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:pPr>{PARTED}</w:pPr>{_font(9.5)}<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"{head}</w:style>"
    )


def _character_styles(palette: Palette) -> str:
    link = f'<w:rPr><w:color w:val="{palette.accent}"/><w:u w:val="single"/></w:rPr>'
    return _style("character", "Default Paragraph Font", "", default=True) + _style("character", "Hyperlink", link)


def styles(page: bool, brand: Brand = OURS) -> str:
    """Write the whole of styles.xml; close headings for a document that keeps to one sheet."""
    palette = Palette.of(brand)
    first, second = ((1, 13, 200, 40), (2, 11, 200, 40)) if page else ((1, 18, 480, 120), (2, 13, 300, 80))
    sizes = (first, second, (3, 11.5, 240, 60), (4, 10.5, 200, 60))
    headings = "".join(_heading(palette, *size) for size in sizes)
    caption = _style("paragraph", "Table Caption", "", "Caption")
    inside = _defaults(palette) + _text_styles(palette, page) + headings + _front_styles(palette, page) + caption
    inside += _banners() + _cut_styles() + _ruled_style()
    return f'<w:styles xmlns:w="{W}">{inside}{_character_styles(palette)}{_table_styles(palette)}</w:styles>'
