"""Whether a PDF is whole and made for screen readers, as far as its own catalogue says."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from .fault import Fault

_CLAIMED = {
    "untagged": re.compile(
        rb"/MarkInfo\s*<<[^>]*/Marked true[^>]*>>.*?/StructTreeRoot \d+ 0 R|"
        rb"/StructTreeRoot \d+ 0 R.*?/MarkInfo\s*<<[^>]*/Marked true",
        re.S,
    ),
    "language": re.compile(rb"/Lang\s*\((?!\))"),
    "shown_title": re.compile(rb"/DisplayDocTitle true"),
    "no_headings": re.compile(rb"/S\s*/H1\b"),
}
"""What must stand in the file, by the fault that it is when it does not."""

_SAID = {
    "title": re.compile(rb"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]"),
    "standard": re.compile(rb"<pdfuaid:part>1<"),
}
"""What must stand in the file's XMP."""

_XMP = re.compile(rb"/Subtype\s*/XML\b.{,300}?stream\r?\n(.*?)\r?\nendstream", re.S)
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


def faults(data: bytes) -> Iterator[Fault]:
    """Tell what is wrong with a PDF of ours; what stands in compressed objects is not looked at."""
    start = _START.search(data)
    if not data.startswith(b"%PDF-") or not start or not data[int(start[1]) :].startswith(b"xref"):
        yield Fault("unreadable", {"detail": "startxref"})
        return
    yield from (Fault(key) for key, pattern in _CLAIMED.items() if not pattern.search(data))
    said = _xmp(data)
    yield from (Fault(key) for key, pattern in _SAID.items() if not pattern.search(said))


def _xmp(data: bytes) -> bytes:
    """Read what the file says of itself; nothing where that cannot be read."""
    if not (found := _XMP.search(data)):
        return b""
    try:
        return zlib.decompress(found[1])
    except zlib.error:
        return found[1]
