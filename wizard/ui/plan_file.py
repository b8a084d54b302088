"""What others made of the plan file, told in a line; what only a person can judge is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .screens.plan_file import asks

if TYPE_CHECKING:
    from wizard.document.notices import Notice
    from wizard.document.session import Session

    from .screens.main import MainScreen


def watch(main: MainScreen, session: Session) -> None:
    """Tell what the file held when the plan was opened, ask what is to be asked, and tell what comes later."""

    def tell(notice: Notice) -> None:
        if main.session is session:
            main.tell(notice.sentence(main.words))

    told = [notice.sentence(main.words) for notice in session.elsewhere.notices]
    if told:
        main.tell(" ".join(told))
    session.elsewhere.on_notice = tell
    if asks(session):
        _ask(main)


def _ask(main: MainScreen) -> None:
    """Ask; keys that were typed before were meant for the question below, and go there afterwards."""
    app = main.app
    app.set_keys_aside()

    def answered() -> None:
        app.take_keys_up()
        app.release_keys()

    main.above("plan_file", then=answered)
