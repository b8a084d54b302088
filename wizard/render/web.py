"""What pandoc's HTML still lacks: it closes elements that HTML does not close, and knows no pictures but files."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping

_VOID = re.compile(rb"<(br|col|hr|img)\b([^<>]*?)\s*/>")


def finish(data: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """Write void elements as HTML has them, so that the validator has nothing to say, and the pictures into the page.

    pictures: SVG by the names that stand as the sources of images.
    """
    page = _VOID.sub(rb"<\1\2>", data)
    for name, svg in pictures.items():
        page = page.replace(b'src="%s"' % name.encode(), b'src="data:image/svg+xml;base64,%s"' % b64encode(svg))
    return page
