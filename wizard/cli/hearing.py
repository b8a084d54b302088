"""`compare`: what came back from a hearing in a Word file, to be taken into the plan point by point."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from schemas.language import Words, words
from schemas.paths import NoSuchPath
from wizard.document.authors import login
from wizard.document.edits import Edit, Move, Remove, WrongType, touched
from wizard.document.session import Session
from wizard.files.docx.model import Document
from wizard.files.trouble import CannotWrite, FileTrouble
from wizard.render.hearing.comparing import resembles
from wizard.render.hearing.points import Point, points
from wizard.render.hearing.sent import sent
from wizard.render.look import Look
from wizard.render.trouble import RenderTrouble

from .console import emit, emit_json, on_terminal, say
from .exits import Exit, Stop, write_code
from .heard import Heard, heard, list_all, list_one, markdown, plainly
from .looking import Looks
from .sent_version import Version, read_word, version
from .taking import edits_of, standing_of

ALL = ("all", "alle")
"""How one asks for all points."""

_RANGE = re.compile(r"(\d{1,5})(?:[-–](\d{1,5}))?")


@dataclass(frozen=True, slots=True)
class Way:
    """What to do with the points: list them as text, Markdown or JSON, and take some in.

    take: the points' numbers as they were typed, or "all"; empty for asking on a terminal. report: only list.
    """

    take: str
    report: bool
    markdown: bool
    json: bool

    @classmethod
    def of(cls, *, take: str, report: bool, markdown: bool, json: bool, said: Words) -> Way:
        """Understand the options. Raises `Stop` where two exclude each other."""
        if markdown and json:
            raise Stop(Exit.USAGE, said("commands.diff.one_shape"))
        if take and report:
            raise Stop(Exit.USAGE, said("hearing.one_wish"))
        return cls(take.strip().lower(), report, markdown, json)

    @property
    def every(self) -> bool:
        """Tell whether all points are to be taken in."""
        return self.take in ALL

    @property
    def asks(self) -> bool:
        """Tell whether to ask about each point."""
        return not (self.take or self.report or self.markdown or self.json) and on_terminal()


@dataclass(frozen=True, slots=True)
class Sending:
    """How the document was made: from which version of the plan, and with which templates; empty where not named."""

    version: str = ""
    templates: str = ""


def compare(file: Path, name: Path, sending: Sending, way: Way, said: Words) -> Exit:
    """List what was changed or commented in a Word file that was made from a plan, and take in what is wished."""
    document = read_word(name, said)
    found = version(file, document, sending.version, said)
    look = Looks.named([str(file)], "", "", sending.templates).of(file, said)
    told = heard(_points(name, found, look, document, said), found, said)
    chosen = _chosen(way.take, len(told), said) if way.take else ()
    if way.every and not found.sure:
        raise Stop(Exit.USAGE, said("hearing.unsure_all"))
    if way.json:
        emit_json(plainly(told, found))
    elif way.markdown:
        emit(markdown(told, found, said).rstrip("\n"))
    else:
        _list(told, found, way, said)
    if way.asks and told:
        return _ask(file, told, said)
    return _take(file, [one for one in told if one.point.number in chosen], way.every, said) if chosen else Exit.OK


def _list(told: Sequence[Heard], found: Version, way: Way, said: Words) -> None:
    say(said("hearing.compared", told=found.told, edition=said(f"hearing.edition.{found.edition.value}")))
    if not found.sure:
        say(said("hearing.unsure"))
    if not told:
        say(said("hearing.nothing"))
    elif not way.asks:
        list_all(told)
        if not way.take:
            say(said("hearing.how"))


def _points(name: Path, found: Version, look: Look, document: Document, said: Words) -> tuple[Point, ...]:
    """Find the points; what the given document that was sent had already is none. Raises `Stop`."""
    told = words(found.sent.front.language.value)
    try:
        blocks = sent(found.sent, found.edition, look)
    except RenderTrouble as trouble:
        raise Stop(Exit.FAILURE, said(trouble.key, **trouble.values)) from None
    if not resembles(blocks, document):
        raise Stop(Exit.FAILURE, said("hearing.another", name=name))
    made = points(found.sent, blocks, document, told)
    if found.laid is None:
        return made
    earlier = {_sign(one) for one in points(found.sent, blocks, found.laid, told)}
    left = [one for one in made if _sign(one) not in earlier]
    return tuple(replace(one, number=number) for number, one in enumerate(left, 1))


def _sign(point: Point) -> tuple[str, ...]:
    """Give what makes two points the same one."""
    author = point.comment.author if point.comment else ""
    return (point.kind, point.path, repr(point.after), point.was, point.text, author)


def _chosen(text: str, count: int, said: Words) -> tuple[int, ...]:
    """Understand which points are to be taken in, such as `1,3-5` or `all`. Raises `Stop`."""
    if text in ALL:
        return tuple(range(1, count + 1))
    chosen: list[int] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        first = int(match[1]) if match else 0
        last = int(match[2] or match[1]) if match else 0
        if not 1 <= first <= last <= count:
            raise Stop(Exit.USAGE, said("hearing.no_number", word=part.strip(), last=count))
        chosen += range(first, last + 1)
    return tuple(chosen)


@contextmanager
def _opened(file: Path, said: Words) -> Iterator[Session]:
    """Open a plan to change it. Raises `Stop`."""
    try:
        session = Session.open(file, login())
    except FileTrouble as trouble:
        raise Stop(Exit.BROKEN, f"{file}: {trouble.sentence(said)}") from None
    try:
        if session.read_only is not None:
            raise Stop(Exit.LOCKED, said(session.read_only))
        if session.elsewhere.question is not None:
            raise Stop(Exit.FAILURE, said("groups.asks", name=file))
        yield session
        session.save()
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    finally:
        session.close()


def _take(file: Path, told: Sequence[Heard], every: bool, said: Words) -> Exit:
    """Take points in; of all of them only those where the plan of today says what was sent."""
    taken = passed = 0
    with _opened(file, said) as session:
        for one in told:
            session.catch_up()
            standing = standing_of(one.point, session.plan)
            if standing in ("there", "parked", "gone") or (standing == "moved_on" and every):
                passed += standing in ("gone", "moved_on")
                say(said(f"hearing.not_taken_{standing}", number=one.point.number))
            elif _taken(session, one, said):
                taken += 1
            else:
                passed += 1
    _count(file, taken, said)
    return Exit.CLASH if passed else Exit.OK


def _taken(session: Session, one: Heard, said: Words) -> bool:
    """Make one point a change of the plan as it is now; tell whether that could be done."""
    session.catch_up()
    try:
        edits = edits_of(one.point, session.plan)
        held = _held(session, edits)
        if not held and session.apply(edits) is not None:
            return True
    except (NoSuchPath, WrongType):
        held = ""
    say(said("hearing.held" if held else "hearing.failed", number=one.point.number, author=held))
    return False


def _held(session: Session, edits: Sequence[Edit]) -> str:
    """Name who types in what would go or move; empty for nobody."""
    paths = (touched(edit) for edit in edits if isinstance(edit, Remove | Move))
    return next((author for path in paths if (author := session.holder(path))), "")


def _count(file: Path, taken: int, said: Words) -> None:
    key = "taken_none" if not taken else "taken_one" if taken == 1 else "taken"
    say(said(f"hearing.{key}", count=taken, name=file))


def _ask(file: Path, told: Sequence[Heard], said: Words) -> Exit:
    """Ask about each point: take it in, leave it, or stop here."""
    taken = 0
    emit(said("hearing.begins_one" if len(told) == 1 else "hearing.begins", count=len(told)))
    with _opened(file, said) as session:
        for one in told:
            emit("")
            emit(one.title)
            list_one(one)
            if one.standing in ("there", "parked", "gone"):
                continue
            answer = _answer("ask_note" if one.point.kind in ("comment", "by_hand", "loose") else "ask", said)
            if answer == "stop":
                break
            if answer == "take":
                taken += _as_shown(session, one, said) and _taken(session, one, said)
    _count(file, taken, said)
    return Exit.OK


def _as_shown(session: Session, one: Heard, said: Words) -> bool:
    """Tell whether the plan still stands to a point as was told; another may have changed it while one was reading."""
    session.catch_up()
    standing = standing_of(one.point, session.plan)
    if standing != one.standing:
        say(said(f"hearing.not_taken_{standing}", number=one.point.number))
    return standing == one.standing


def _answer(key: str, said: Words) -> str:
    """Read one letter; the end of the input stops."""
    letters = {said(f"hearing.letter.{name}"): name for name in ("take", "skip", "stop")}
    while True:
        sys.stdout.write(said(f"hearing.{key}") + " ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return "stop"
        if (found := letters.get(line.strip().lower()[:1])) is not None:
            return found
