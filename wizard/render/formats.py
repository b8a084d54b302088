"""What a document can be printed as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    writer: pandoc's name of it.
    template: pandoc's template for the whole file, in the templates' folder; empty for none.
    reference: the file whose styles are taken over; empty for none.
    """

    name: str
    suffix: str
    writer: str
    template: str = ""
    reference: str = ""


MARKDOWN = Format("md", ".md", "gfm-raw_html")
HTML = Format("html", ".html", "html5", template="plan.html")
DOCX = Format("docx", ".docx", "docx", template="plan.openxml", reference="reference.docx")

FORMATS = {format.name: format for format in (MARKDOWN, HTML, DOCX)}
