"""What all tests share: which program is tested, tools that may be missing, and steady hypothesis runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).parent.parent
TOOLS = CHECKOUT / "tests" / "tools" / "node_modules"

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Under `make test`, refuse to test the checkout in place of the wheel that was built from it."""
    if not os.environ.get("PLANBYGGER_INSTALLED"):
        return
    import wizard

    if Path(wizard.__file__ or "").is_relative_to(CHECKOUT / "wizard"):
        raise pytest.UsageError(f"the tests must meet the installed wheel, not {wizard.__file__}")


@pytest.fixture(autouse=True)
def _quiet_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings and recent plans out of the tests, and the tests out of them."""
    home = tmp_path_factory.getbasetemp() / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("PLANBYGGER_LANG", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def checkout() -> Path:
    """The folder of the repository."""
    return CHECKOUT


@pytest.fixture
def tool() -> Callable[[str, str], str]:
    """Find a program that the tests may lack: `tool("soffice", "libreoffice-writer-nogui")` gives its path.

    Under CI=true a missing program fails the test; elsewhere the test is skipped with what to install.
    """

    def find(program: str, package: str) -> str:
        if path := shutil.which(program):
            return path
        return _lacking(f"{program} is missing: apt-get install --no-install-recommends {package}")

    return find


@pytest.fixture
def node_module() -> Callable[[str], Path]:
    """Find a folder that `make tools` installs: `node_module("axe-core")`."""

    def find(name: str) -> Path:
        if (TOOLS / name).is_dir():
            return TOOLS / name
        return Path(_lacking(f"{name} is missing: run `make tools`, which needs nodejs and npm"))

    return find


def _lacking(sentence: str) -> str:
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)
