"""`brand.yaml`: how a municipality's documents look, as its file says it."""

from __future__ import annotations

from schemas.fields import Model


class Colours(Model):
    """Colours as `#rrggbb`: accent for headings, links and table heads; ink for text; rule for thick lines."""

    accent: str = ""
    ink: str = ""
    rule: str = ""


class Fonts(Model):
    """Names of fonts that the readers' machines have: for text, and for headings where it is another."""

    text: str = ""
    headings: str = ""


class BrandFile(Model):
    """The whole file. Other files are named by their path from it, and lie beside or below it.

    name: whose look it is; read aloud in the logo's place. logo: a PNG, JPEG or SVG. footer: one line below every
    page. reference: a Word file whose styles, margins, header and footer are used. templates: a folder of templates
    that stand for ours.
    """

    name: str = ""
    logo: str = ""
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    footer: str = ""
    reference: str = ""
    templates: str = ""
