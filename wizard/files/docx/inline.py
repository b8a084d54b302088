"""What stands in one paragraph of a Word file: its runs, with what was deleted left out and remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from wizard.files.trouble import BrokenFile

from .model import Hand, Run
from .package import attribute, child, local

_INSIDE = ("smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "oMath", "oMathPara", "ruby",
           "rubyBase", "AlternateContent", "Choice")  # fmt: skip
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"]*)"')
_OFF = ("0", "false", "off", "none")
DEEPEST = 60


class Read(NamedTuple):
    """What was read of a paragraph. was: the text before tracked changes. frames: text boxes that hang on it."""

    runs: tuple[Run, ...]
    was: str
    names: tuple[str, ...]
    frames: tuple[Element, ...]


@dataclass(slots=True)
class _Now:
    """What holds at a place in a paragraph."""

    link: str = ""
    came: Hand | None = None
    went: Hand | None = None


@dataclass(slots=True)
class _Found:
    runs: list[Run] = field(default_factory=list)
    was: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)


class Inline:
    """Reads paragraphs one after the other; comments and marks that stand between them belong to the next.

    quotes: what each comment points to, by its id, as it is read.
    """

    def __init__(self, links: Mapping[str, str]) -> None:
        self.quotes: dict[str, list[str]] = {}
        self._links = links
        self._open: dict[str, None] = {}
        self._names: list[str] = []
        self._fields: list[list[str]] = []
        self._found = _Found()

    def beside(self, element: Element) -> None:
        """Take in a mark that stands outside of paragraphs."""
        match local(element):
            case "bookmarkStart":
                self._names.append(attribute(element, "name"))
            case "commentRangeStart":
                self._open[attribute(element, "id")] = None
            case "commentRangeEnd":
                self._open.pop(attribute(element, "id"), None)

    def read(self, paragraph: Element) -> Read:
        """Read one paragraph."""
        self._found = _Found(names=self._names)
        self._names = []
        self._walk(paragraph, _Now(), 0)
        found = self._found
        return Read(tuple(_joined(found.runs)), "".join(found.was), tuple(found.names), tuple(found.frames))

    def _walk(self, parent: Element, now: _Now, depth: int) -> None:
        if depth > DEEPEST:
            raise BrokenFile("docx_damaged")
        for one in parent:
            match local(one):
                case "r":
                    self._run(one, now)
                case "ins" | "moveTo":
                    self._walk(one, replace(now, came=_hand(one)), depth + 1)
                case "del" | "moveFrom":
                    self._walk(one, replace(now, went=_hand(one)), depth + 1)
                case "hyperlink":
                    target = self._links.get(attribute(one, "id"), "")
                    self._walk(one, replace(now, link=target), depth + 1)
                case "bookmarkStart":
                    self._found.names.append(attribute(one, "name"))
                case "commentRangeStart" | "commentRangeEnd":
                    self.beside(one)
                case name if name in _INSIDE:
                    address = _ADDRESS.search(attribute(one, "instr"))
                    self._walk(one, replace(now, link=address[1]) if address else now, depth + 1)

    def _run(self, run: Element, now: _Now) -> None:
        look = child(run, "rPr")
        strong, em = _is_on(look, "b", "strong"), _is_on(look, "i", "emphasis")
        for one in run:
            match local(one):
                case "commentReference" | "footnoteReference" | "endnoteReference":
                    prefix = "" if local(one) == "commentReference" else local(one)[0]
                    self._add(Run("", comments=(prefix + attribute(one, "id"),)), now)
                case "fldChar" | "instrText":
                    self._field(one)
                case "drawing" | "pict" | "AlternateContent":
                    self._found.frames += [box for box in one.iter() if local(box) == "txbxContent"][:1]
                case _:
                    if text := _text(one):
                        # Our documents keep telephone numbers and sections together.
                        said = text.replace("\u00a0", " ")
                        self._add(Run(said, strong, em, self._link() or now.link), now)

    def _add(self, run: Run, now: _Now) -> None:
        """Keep a run; of one that was deleted only that something was."""
        if now.came is None:
            self._found.was.append(run.text)
        open_now = tuple(self._open)
        for one in open_now:
            self.quotes.setdefault(one, []).append(run.text)
        comments = tuple(dict.fromkeys((*open_now, *run.comments)))
        text = "" if now.went is not None else run.text
        self._found.runs.append(replace(run, text=text, came=now.came, went=now.went, comments=comments))

    def _field(self, one: Element) -> None:
        """Follow Word's fields, which begin, say what they are, and end."""
        if local(one) == "instrText":
            if self._fields:
                self._fields[-1].append(one.text or "")
        elif attribute(one, "fldCharType") == "begin":
            self._fields.append([])
        elif attribute(one, "fldCharType") == "end" and self._fields:
            self._fields.pop()

    def _link(self) -> str:
        found = (_ADDRESS.search("".join(parts)) for parts in self._fields)
        return next((match[1] for match in found if match), "")


def _text(one: Element) -> str:
    match local(one):
        case "t" | "delText":
            return one.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n" if attribute(one, "type") in ("", "textWrapping") else ""
        case "noBreakHyphen":
            return "\u2011"
        case _:
            return ""


def _is_on(look: Element | None, name: str, style: str) -> bool:
    """Tell whether a run is strong or emphasised, by its own look or by a style of that name."""
    own = child(look, name)
    if own is not None:
        return attribute(own, "val").lower() not in _OFF
    named = child(look, "rStyle")
    return named is not None and attribute(named, "val").lower() == style


def _hand(element: Element) -> Hand:
    return Hand(attribute(element, "author").strip(), attribute(element, "date").strip())


def _joined(runs: list[Run]) -> list[Run]:
    """Put together what looks alike: programs part a text wherever they like."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined
