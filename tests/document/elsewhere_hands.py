"""What others do to a plan file, and how a session hears of it: for the tests of files that come from elsewhere."""

from __future__ import annotations

from pathlib import Path

from schemas.language import words
from schemas.starter import starter
from wizard.document.session import Session

VISION, TITLE = "strategy.vision", "front.title"


def noticed(session: Session) -> None:
    """Let a session see the file: once that it is another one, once that it has come to rest."""
    for _ in range(3):
        session.catch_up()


def told(session: Session) -> list[str]:
    """Say what there was to tell."""
    return [notice.key.removeprefix("elsewhere.") for notice in session.elsewhere.notices]


def by_hand(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def reopened(path: Path, author: str = "Ane") -> Session:
    return Session.open(path, author)


def another(path: Path) -> bytes:
    """Make another plan, of another municipality."""
    file = path.parent / "andre" / "andet.plan.yaml"
    file.parent.mkdir(exist_ok=True)
    session = Session.create(file, starter(words("da"), "Nyby Kommune"), "Eva")
    session.set(TITLE, "Nybys plan")
    session.close()
    return file.read_bytes()
