"""What the tests of open plans share: a plan file, somebody who works at it, a folder of several users."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.language import words
from schemas.starter import starter
from wizard.document.session import Session


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A plan as a workshop begins with it, in a module's `FOLDER` where it names one; some tests have their own."""
    file = tmp_path / getattr(request.module, "FOLDER", "") / "øby.plan.yaml"
    file.parent.mkdir(exist_ok=True)
    Session.create(file, starter(words("da"), "Øby Kommune"), "Ane").close()
    return file


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """The same plan with two answers."""
    file = tmp_path / "øby.plan.yaml"
    session = Session.create(file, starter(words("da"), "Øby Kommune"), "Ane")
    session.set("strategy.vision", "Alle ved, hvem de ringer til.")
    session.set("front.title", "Beredskab")
    session.close()
    return file


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a file that another has written as it is, without waiting until it is at rest."""
    monkeypatch.setattr("wizard.document.elsewhere.SETTLED", 0.0)


@pytest.fixture
def ane(path: Path) -> Iterator[Session]:
    """Ane works at the plan."""
    session = Session.open(path, "Ane")
    yield session
    session.close()


@pytest.fixture
def bo(path: Path) -> Iterator[Session]:
    """Bo works at the same plan."""
    session = Session.open(path, "Bo")
    yield session
    session.close()


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that other users of the machine can reach."""
    from faults import common_folder

    with common_folder() as folder:
        yield folder
