"""Who has the plan open, as a list of names in full; one can go where another is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.describing import where
from schemas.paths import NoSuchPath
from wizard.document.reach import reaches

from .printable import printable
from .screens.pick import Line, PickScreen
from .steps import STEPS, step_of
from .who import initials, whole_name

if TYPE_CHECKING:
    from schemas.language import Words
    from wizard.document.people import Person
    from wizard.document.session import Session

    from .screens.main import MainScreen


def choose_person(main: MainScreen) -> None:
    """List who is here, and go where the one picked is; say so where nobody else is."""
    session = main.session
    assert session is not None
    if not session.people:
        main.tell(main.words("company.people.alone"))
        return
    places = {one.session: one.place for one in session.people}
    screen = PickScreen(main.words, main.words("company.people.title"), people(session, main.words))
    main.app.push_screen(screen, lambda key: main.go(places[key]) if key and places.get(key) else None)


def people(session: Session, words: Words) -> list[Line]:
    """Write a line for each who is here, oneself first: the letters at the steps, the name, and where."""
    others = sorted(session.people, key=lambda one: (one.author, one.session))
    letters = initials(one.author for one in others)
    mine = ("", f"    {whole_name(session.author)}", words("company.people.me"))
    return [
        mine,
        *(
            (one.session, f"{letters[one.author]:<3} {whole_name(one.author)}", _at(one, session, words))
            for one in others
        ),
    ]


def _at(one: Person, session: Session, words: Words) -> str:
    """Say where somebody is, and whether something is typed there."""
    said = [words("company.people.window")] if one.author == session.author else []
    path = one.typing or one.place
    if step_of(path) in STEPS:
        key = "typing" if one.typing else "at"
        said.append(words(f"company.people.{key}", place=printable(_place(path, session, words))))
    return " · ".join(said)


def _place(path: str, session: Session, words: Words) -> str:
    title = words(f"parts.{step_of(path)}.title")
    try:
        return where(path, session.plan, words) if reaches(session.components, path) and "." in path else title
    except NoSuchPath:
        return title
