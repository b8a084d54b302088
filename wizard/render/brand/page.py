"""A brand in HTML: the variables of our style sheet, and the logo inside the page."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from .brand import Brand, Logo

INCH = 25.4


def style(brand: Brand) -> str:
    """Write the style that stands behind `plan.css`; every value has been checked, so nothing needs escaping."""
    colours = {"ink": brand.ink, "blue": brand.accent, "rule": brand.rule, "line": brand.line, "shade": brand.shade}
    variables = " ".join(f"--{name}: {colour};" for name, colour in colours.items())
    fonts = "".join(
        f'{where} {{ font-family: "{font}", Arial, "Liberation Sans", Helvetica, sans-serif; }}\n'
        for where, font in (("html", brand.font), ("h1, h2, h3, h4", brand.heading))
        if font
    )
    return f"\n:root {{ {variables} }}\n{fonts}{_LOGO if brand.logo else ''}"


_LOGO = """body > header { grid-column: 1 / -1; padding: 1.5rem 0 0; }
body > header img { display: block; max-width: 100%; height: auto; }
@media print { body > header { padding: 0 0 6mm; } }
"""


def head(logo: Logo | None) -> str:
    """Write the page's head for pandoc's template, in which a dollar sign is doubled."""
    if logo is None:
        return ""
    width, height = _pixels(logo)
    source = _data("svg+xml", logo.svg.encode()) if logo.svg else _data("png", logo.png)
    alt = escape(logo.alt).replace("$", "$$")
    return f'<header>\n<img src="{source}" alt="{alt}" width="{width}" height="{height}">\n</header>\n'


def drawing(logo: Logo) -> str:
    """Give a logo as a drawing, also one that is a picture: typst takes no bytes from a folder in memory."""
    if logo.svg:
        return logo.svg
    width, height = _pixels(logo)
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{_data("png", logo.png)}"/></svg>'


def _pixels(logo: Logo) -> tuple[int, int]:
    return round(logo.width / INCH * 96), round(logo.height / INCH * 96)


def _data(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(data).decode()}"
