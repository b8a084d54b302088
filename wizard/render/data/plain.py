"""An answer as plain text, for files that know no marks: what stands strong or leads somewhere is only read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from schemas.signs import clean
from wizard.render.answers import parsed, parsed_line, safe_address
from wizard.render.escape import one_line


def plain_line(text: str) -> str:
    """Write an answer of one line without its marks; a link is its text, with its address behind."""
    return one_line("".join(_inline(parsed_line(text))))


def plain_blocks(text: str) -> str:
    """Write an answer of several lines without its marks; points keep their line, and paragraphs stand apart."""
    # What an answer spells as an entity, such as &#8238;, is a character only after it was parsed.
    return clean("\n".join(_lines(parsed(clean(text))))).strip("\n")


def _lines(tokens: Iterable[Token]) -> Iterator[str]:
    """Write blocks as lines; a point begins with a dot that no spreadsheet takes for a sign."""
    numbers: list[int | None] = []
    mark = ""
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
                yield from () if numbers else ("",)
            case "list_item_open":
                mark = _mark(numbers)
            case "inline":
                yield mark + "".join(_inline(token.children or ())).strip()
                mark = "  " * len(numbers)
            case "paragraph_close" if not numbers:
                yield ""


def _mark(numbers: list[int | None]) -> str:
    """Give the mark of the next point, indented by the lists around it, and count on."""
    indent, number = "  " * (len(numbers) - 1), numbers[-1]
    if number is None:
        return f"{indent}• "
    numbers[-1] = number + 1
    return f"{indent}{number}. "


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    """Write a line; an address stands in brackets behind its text, where the text is another."""
    address, linked = "", ""
    for token in tokens:
        if token.type == "link_open":
            address, linked = safe_address(str(token.attrs.get("href", ""))), ""
        elif token.type == "link_close":
            yield f" ({address})" if address.removeprefix("mailto:") not in (linked, "") else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        else:
            linked += token.content
            yield token.content
