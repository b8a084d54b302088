"""`forget`: removing for good what should never have been written."""

from __future__ import annotations

import sys
from pathlib import Path

from schemas.language import Words
from schemas.paths import NoSuchPath, mark_at
from wizard.document.authors import login
from wizard.document.erasing import TooShort, Unwanted
from wizard.document.forgetting import CannotForget, Forgotten, forget, traces
from wizard.document.people import Held
from wizard.document.session import Session
from wizard.files.trouble import CannotWrite, FileTrouble

from .console import say
from .exits import Exit, Stop, write_code


def forget_in(file: Path, field: str, said: Words, *, sure: bool) -> Exit:
    """Take texts, or all that ever stood in a field, out of a plan and everything kept beside it.

    The texts come from standard input or are asked for, so that they stand neither in the shell's history nor in the
    list of what runs on the machine.
    """
    wishes = _field(field, said) if field else _texts(said)
    session = _opened(file, said)
    try:
        if not _agreed(session, wishes, said, sure=sure):
            return Exit.OK
        for wish in wishes:
            _tell(forget(session, wish), said)
    except Held as held:
        raise Stop(Exit.LOCKED, said("history.forget_held", author=held.author)) from None
    except CannotForget as trouble:
        raise Stop(Exit.FAILURE, said(trouble.key, **trouble.values)) from None
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    finally:
        session.close()
    say(said("commands.forget.beyond"))
    return Exit.OK


def _field(path: str, said: Words) -> list[Unwanted]:
    try:
        mark_at(path)
    except NoSuchPath:
        raise Stop(Exit.USAGE, said("commands.forget.no_field", path=path)) from None
    return [Unwanted(path=path, mark=said("history.mark"))]


def _texts(said: Words) -> list[Unwanted]:
    """Read what is to go, one text a line."""
    if sys.stdin is not None and sys.stdin.isatty():
        say(said("commands.forget.ask"))
        lines = [sys.stdin.readline()]
    else:
        lines = sys.stdin.buffer.read().decode(errors="replace").splitlines() if sys.stdin is not None else []
    texts = [text for line in lines if (text := line.strip())]
    if not texts:
        raise Stop(Exit.USAGE, said("commands.forget.nothing_given"))
    try:
        return [Unwanted(text, mark=said("history.mark")) for text in texts]
    except TooShort:
        raise Stop(Exit.USAGE, said("commands.forget.too_short")) from None


def _opened(file: Path, said: Words) -> Session:
    try:
        session = Session.open(file, login())
    except FileTrouble as trouble:
        raise Stop(Exit.BROKEN, f"{file}: {trouble.sentence(said)}") from None
    if session.read_only is not None:
        session.close()
        raise Stop(Exit.LOCKED, said(session.read_only))
    return session


def _agreed(session: Session, wishes: list[Unwanted], said: Words, *, sure: bool) -> bool:
    """Say how much is to go and have it confirmed; False where there is nothing to take out, or it is to stay."""
    found = [traces(session, wish) for wish in wishes]
    say(said("commands.forget.found", now=sum(one.now for one in found), past=sum(one.past for one in found)))
    if sure:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise Stop(Exit.USAGE, said("commands.forget.sure"))
    word = said("commands.forget.word")
    say(said("commands.forget.confirm", word=word))
    if sys.stdin.readline().strip().casefold() == word:
        return True
    say(said("commands.forget.kept"))
    return False


def _tell(done: Forgotten, said: Words) -> None:
    say(said("commands.forget.done", now=done.traces.now, past=done.traces.past))
    for path in done.deleted:
        say(said("commands.forget.deleted", name=path.name))
    for path in done.left:
        say(said("commands.forget.left", name=path.name))
