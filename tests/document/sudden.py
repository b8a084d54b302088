"""A session that ends within the test's own process as one that is killed does: nothing settled, nothing saved."""

from __future__ import annotations

from wizard.document.session import Session


def end_suddenly(session: Session) -> None:
    # A killed process is known by its number, which here is still alive.
    session.presence.leave()
    session.history.close()
