"""Whether a page reads well in a browser, also aloud, and stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from .fault import Fault, heading_order, leading, letters, twice

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
FETCHING = {"script", "link", "iframe", "object", "embed", "video", "audio"}
_HEADING = re.compile(r"h([1-6])")
_FETCHED = re.compile(r"@import|url\((?!['\"]?(?:data:|#))", re.I)


@dataclass(eq=False)
class Element:
    """An element that was read: its name, its attributes and the text within it."""

    name: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    around: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """Give the text as it is read."""
        return " ".join("".join(self.text).split())


class Page(HTMLParser):
    """Reads a page into its elements, in order; `broken` names those that were closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.broken: list[str] = []
        self.feed(text)
        self.close()
        self.broken += [one.name for one in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs}, around=tuple(o.name for o in self.open))
        self.elements.append(element)
        if tag not in VOID and "svg" not in element.around:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open."""
        if self.open and self.open[-1].name == tag:
            self.open.pop()
        elif not any(one.name == "svg" for one in self.open):
            self.broken.append(tag)

    def handle_data(self, data: str) -> None:
        """Add to the text of all that is open."""
        for one in self.open:
            one.text.append(data)

    def all(self, *names: str) -> list[Element]:
        """Give every element of these names."""
        return [one for one in self.elements if one.name in names]


def faults(data: bytes) -> Iterator[Fault]:
    """Tell what is wrong with a page."""
    text = data.decode()
    page = Page(text)
    if page.broken or not page.all("body"):
        yield Fault("unreadable", {"detail": ", ".join(f"<{name}>" for name in page.broken[:3] or ["body"])})
    yield from letters(text)
    yield from _head(page)
    yield from _headings(page)
    for number, table in enumerate(page.all("table"), 1):
        yield from _table(page, table, number)
    yield from _seen(page)
    yield from _links(page)


def _head(page: Page) -> Iterator[Fault]:
    if not any(one.attributes.get("lang") for one in page.all("html")):
        yield Fault("language")
    if not any(one.said for one in page.all("title") if "svg" not in one.around):
        yield Fault("title")
    for one in page.all(*FETCHING):
        yield Fault("outside", {"target": one.attributes.get("src") or one.attributes.get("href") or f"<{one.name}>"})
    if any(_FETCHED.search(one.said) for one in page.all("style")):
        yield Fault("outside", {"target": "<style>"})


def _headings(page: Page) -> Iterator[Fault]:
    levels = [(int(found[1]), one.said) for one in page.elements if (found := _HEADING.fullmatch(one.name))]
    if (count := sum(level == 1 for level, _ in levels)) != 1:
        yield Fault("main_heading", {"count": count})
    yield from heading_order(levels)


def _table(page: Page, table: Element, number: int) -> Iterator[Fault]:
    """Look at a table: what stands in it follows it, up to the next table."""
    at = page.elements.index(table)
    inside = []
    for one in page.elements[at + 1 :]:
        if "table" not in one.around:
            break
        inside.append(one)
    if not any(one.name == "caption" and one.said for one in inside):
        yield Fault("table_caption", {"number": number})
    heads = [one for one in inside if one.name == "th"]
    if not any("thead" in one.around for one in heads):
        yield Fault("table_head", {"number": number})
    if any(one.attributes.get("scope") not in ("col", "row") for one in heads):
        yield Fault("scope", {"number": number})


def _seen(page: Page) -> Iterator[Fault]:
    """Look at pictures and paragraphs."""
    pictures = [one.attributes.get("alt") for one in page.all("img")]
    drawn = [one for one in page.all("svg") if "svg" not in one.around]
    pictures += [one.attributes.get("aria-label") or one.attributes.get("aria-labelledby") for one in drawn]
    if not all(pictures):
        yield Fault("alternative")
    for one in page.all("img"):
        if not one.attributes.get("src", "").startswith("data:"):
            yield Fault("outside", {"target": one.attributes.get("src", "")[:80]})
    # A hard space holds a place open that is written in by hand.
    if count := sum(
        not "".join(one.text).strip(" \t\r\n") and not _shows(page, one) for one in page.all("p", "li", "td", "th")
    ):
        yield Fault("empty", {"count": count})


def _shows(page: Page, one: Element) -> bool:
    """Tell whether an element without text holds a picture."""
    after = page.elements[page.elements.index(one) + 1 :][:3]
    return any(other.name in ("img", "svg") and len(other.around) > len(one.around) for other in after)


def _links(page: Page) -> Iterator[Fault]:
    names = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    yield from twice(names)
    links = page.all("a")
    yield from leading((one.attributes.get("href", "") for one in links), names)
    if any(not one.said and not one.attributes.get("aria-label") for one in links):
        yield Fault("empty_link")
