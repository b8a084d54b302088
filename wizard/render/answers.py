"""An answer as safe Markdown: paragraphs, lists, strong, emphasis and links, and not a mark more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, wraps

from markdown_it import MarkdownIt
from markdown_it.token import Token

from schemas.signs import clean

from .escape import Markdown, escape, one_line, run, start

SCHEMES = ("http:", "https:", "mailto:", "tel:")
MOST_MARKS = 5000
"""More marks than any text that was written by hand."""

DEEPEST = 20
"""How deep lists may nest, counted as the parser does: two for each list."""

REMEMBERED = 4000
"""The most characters of a text that is kept as it was written; a thousand of them take ten megabytes."""

_LINES = ("newline", "escape", "fragments_join", "entity")
_MARKUP = ("emphasis", "balance_pairs", "link", "autolink")
_ADDRESS = re.compile(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]'])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_MARKED = re.compile(r"[\\*_\[<&@]|https?:")
_POINT = re.compile(r"^ *(?:[-+]|\d+[.)])", re.MULTILINE)
"""How a point of a list begins, where it does not begin with a mark."""

_BLANK = re.compile(r"\n(?: *\n)+")
_MARKS = {"strong_open": "**", "strong_close": "**", "em_open": "*", "em_close": "*"}


@cache
def _parser(*rules: str) -> MarkdownIt:
    """A parser that knows only what may pass; all else stays the text it was typed as."""
    return MarkdownIt("zero", {"html": False, "maxNesting": DEEPEST}).enable(list(rules))


def _rules(text: str) -> tuple[str, ...]:
    """Choose what is read in a text: where marks stand by the thousand they mean nothing, and pandoc chokes on them."""
    return _LINES + _MARKUP if sum(map(text.count, "*_[")) <= MOST_MARKS else _LINES


def parsed(text: str) -> Sequence[Token]:
    """Parse a text into blocks; where lists go so deep that the parser would drop what is in them, there are none."""
    rules = _rules(text)
    tokens = _parser("list", *rules).parse(text)
    deep = any(token.level >= DEEPEST - 2 for token in tokens)
    return _parser(*rules).parse(text) if deep else tokens


def _remembered(write: Callable[[str], Markdown]) -> Callable[[str], Markdown]:
    """Keep what was written: a plan is printed to several files, and again after an edit, with most texts the same."""
    kept = lru_cache(maxsize=1024)(write)

    @wraps(write)
    def written(text: str) -> Markdown:
        return kept(text) if len(text) <= REMEMBERED else write(text)

    return written


@_remembered
def blocks(text: str) -> Markdown:
    """Write an answer of several lines as Markdown blocks; an empty answer gives nothing."""
    text = clean(text)
    return Markdown(_paragraphs(text) if _is_bare(text) else _read(text))


def _read(text: str) -> str:
    """Write a text of any kind, as the parser reads it."""
    return "\n".join(_Blocks(parsed(text)).lines()).strip("\n")


def _is_bare(text: str) -> bool:
    """Tell a text that is paragraphs and nothing else, as nine answers in ten are; the parser takes its time."""
    return text.replace("\n", " ").isprintable() and not _MARKED.search(text) and not _POINT.search(text)


def _paragraphs(text: str) -> str:
    """Write a text of bare paragraphs, as they come out of the parser as well."""
    paragraphs = (_guarded(map(run, paragraph.split("\n"))) for paragraph in _BLANK.split(text))
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _guarded(lines: Iterable[str]) -> list[str]:
    """Guard the beginnings of a paragraph's lines, and leave the empty ones out."""
    return [guarded for line in lines if (guarded := start(line))]


@_remembered
def inline(text: str) -> Markdown:
    """Write an answer on one line, for a table's cell or a sentence: strong, emphasis and links pass."""
    if not _MARKED.search(text):
        return escape(text)
    return Markdown(start("".join(_inline(parsed_line(text)))))


def parsed_line(text: str) -> Sequence[Token]:
    """Parse a text of one line."""
    return _parser(*_rules(text)).parseInline(one_line(text))[0].children or ()


def plain(text: str) -> str:
    """Write an answer on one line as its letters alone, for a picture: what is strong or a link is plain text there."""
    line = one_line(text)
    if not _MARKED.search(line):
        return line
    return one_line("".join(token.content for token in parsed_line(line)))


def plain_lines(text: str) -> list[str]:
    """Write an answer of several lines as plain lines, one for each point of a list or line of a paragraph."""
    inlines = [token for token in parsed(clean(text)) if token.type == "inline"]
    lines = (plain(line) for token in inlines for line in token.content.split("\n"))
    return [line for line in lines if line]


def link(text: str, target: str) -> Markdown:
    """Write a link, or the bare text where its target is none that may pass."""
    return Markdown(f"[{run(text)}](<{_target(target)}>)" if _target(target) else run(text))


def safe_address(address: str) -> str:
    """Give the address that a link leads to; empty where its scheme may not pass."""
    address = re.sub(r"[\x00-\x20<>\\]", "", clean(address))
    return address if address.lower().startswith(SCHEMES) else ""


def _target(address: str) -> str:
    """Give an address fit to stand between angle brackets; empty where its scheme may not pass."""
    return re.sub(r"([&\[\]*_`{}|$^~!#])", r"\\\1", safe_address(address))


class _Blocks:
    """Writes a stream of block tokens as lines, indented by the lists they stand in."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lists: list[tuple[int | None, bool]] = []
        self.markers: list[str] = []
        self.opened = 0

    def lines(self) -> Iterator[str]:
        hidden = closed = False
        for token in self.tokens:
            match token.type:
                case "paragraph_open":
                    hidden = token.hidden
                case "bullet_list_open":
                    self._open(None)
                case "ordered_list_open":
                    self._open(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self.lists.pop()
                    closed = True
                case "list_item_open":
                    self.markers.append(self._marker())
                case "list_item_close":
                    self.markers.pop()
                case "inline":
                    # Without a blank line a list that has ended would swallow the paragraph or list behind it.
                    yield from ("",) if closed and (not self.markers or not self.markers[-1].strip()) else ()
                    closed = False
                    yield from self._paragraph(token)
                    yield from () if hidden else ("",)

    def _open(self, number: int | None) -> None:
        """Begin a list; it takes other marks than the one before, or the two would be read as one."""
        self.opened += 1
        self.lists.append((number, self.opened % 2 == 1))

    def _marker(self) -> str:
        number, odd = self.lists[-1]
        if number is None:
            return "- " if odd else "* "
        self.lists[-1] = (min(number + 1, 999_999_999), odd)
        return f"{number}. " if odd else f"{number}) "

    def _paragraph(self, token: Token) -> Iterator[str]:
        text = "".join(_inline(token.children or ()))
        lines = _guarded(text.split("\n"))
        for index, line in enumerate(lines):
            yield self._indent(index == 0) + line + "\\" * (index < len(lines) - 1)

    def _indent(self, first: bool) -> str:
        """Indent a line by its lists; the first of an item carries the item's mark, once."""
        indent = "".join(" " * len(marker) for marker in self.markers[:-1])
        if not self.markers:
            return ""
        marker = self.markers[-1]
        if first and marker.strip():
            self.markers[-1] = " " * len(marker)
            return indent + marker
        return indent + " " * len(marker)


def _inline(tokens: Sequence[Token]) -> Iterator[str]:
    """Write inline tokens; a link whose address may not pass leaves its text, one without a text is its address."""
    targets: list[str] = []
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = safe_address(str(token.attrs.get("href", "")))
            targets.append(_target(address))
            yield "[" * bool(targets[-1])
        elif token.type == "link_close":
            target = targets.pop()
            yield f"{run(address)}](<{target}>)" if target else ""
        elif token.type in ("softbreak", "hardbreak"):
            # Whoever presses Enter once expects a new line.
            yield "\n"
        elif token.type in _MARKS:
            yield _MARKS[token.type]
        else:
            address = "" if token.content.strip() else address
            yield run(token.content) if targets else _linked(token.content)


def _linked(text: str) -> str:
    """Write a run of text, with web and mail addresses in it as links."""
    parts: list[str] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        parts.append(run(text[end : found.start()]))
        parts.append(link(found[0], found[1] or f"mailto:{found[2]}"))
        end = found.end()
    return "".join([*parts, run(text[end:])])
