"""Whether a text in Markdown is plain Markdown: nothing of another language in it, and headings in order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from .fault import WEB, Fault, heading_order, letters


def faults(data: bytes) -> Iterator[Fault]:
    """Tell what is wrong with a text in Markdown."""
    from markdown_it import MarkdownIt

    text = data.decode()
    yield from letters(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    for token in (*tokens, *inline):
        if token.type in ("html_block", "html_inline"):
            yield Fault("raw", {"text": token.content.strip()[:60]})
    headings = itertools.pairwise(tokens)
    levels = [(int(one.tag[1]), after.content) for one, after in headings if one.type == "heading_open"]
    if (count := sum(level == 1 for level, _ in levels)) != 1:
        yield Fault("main_heading", {"count": count})
    yield from heading_order(levels)
    if any(token.type == "image" and not token.content.strip() for token in inline):
        yield Fault("alternative")
    for token in inline:
        target = str(token.attrs.get("href", "#")).lower()
        if not target.startswith(("#", *WEB)):
            yield Fault("link", {"target": target[:80]})
