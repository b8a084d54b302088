"""What is in the wheel, seen from where it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not os.environ.get("PLANBYGGER_INSTALLED"), reason="`make test` builds the wheel and tests it"
)


def files() -> list[str]:
    return [str(path) for path in distribution("planbygger").files or []]


def test_the_wheel_brings_two_packages_and_one_command() -> None:
    tops = {path.partition("/")[0] for path in files()} - {".."}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"wizard", "schemas"}
    assert [path for path in files() if path.startswith("..")] == ["../../../bin/planbygger"]


def test_templates_and_examples_come_along(checkout: Path) -> None:
    for folder in ("templates", "examples"):
        for path in (checkout / folder).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"wizard/{path.relative_to(checkout)}" in files()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_compiled_words_are_the_words_of_the_checkout(language: str, checkout: Path) -> None:
    import schemas

    compiled = json.loads((Path(schemas.__file__ or "").parent / "words" / f"{language}.json").read_text("utf-8"))
    folder = checkout / "schemas" / "words" / language
    fields: dict[str, object] = {}
    for path in (folder / "fields").glob("*.toml"):
        fields |= tomllib.loads(path.read_text("utf-8"))
    written = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}
    assert compiled == written | {"fields": fields}


def test_the_command_runs_with_nothing_on_the_path() -> None:
    script = Path(sys.executable).parent / "planbygger"
    done = subprocess.run(
        [script, "--version"], env={"PATH": "/nonexistent"}, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"planbygger {distribution('planbygger').version}\n"


@pytest.mark.parametrize("found", [True, False])
def test_the_demo_names_the_program_as_it_can_be_called_from_here(found: bool, tmp_path: Path) -> None:
    folder = Path(sys.executable).parent
    script = str(folder / "planbygger")
    path = {"PATH": str(folder) if found else "/nonexistent"}
    done = subprocess.run(
        [script, "demo", "-o", "ud", "--no-open"], cwd=tmp_path, env=path, capture_output=True, text=True, check=True
    )
    assert f"»{'planbygger' if found else script} ud/storby.plan.yaml«" in done.stderr
