"""What a layer costs to import: nothing above it, and nothing heavy that it does not use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

LAYERS = {
    "schemas.plan, schemas.specs, schemas.checks": "wizard textual typer jinja2 yaml ruamel babel pypandoc sqlite3",
    "wizard.files": "textual typer jinja2 ruamel sqlite3 pypandoc wizard.document wizard.render wizard.ui",
    "wizard.document.session": "textual typer jinja2 pypandoc wizard.render wizard.ui wizard.cli",
    "wizard.render.rendering": "textual typer xlsxwriter icalendar wizard.document wizard.ui wizard.cli",
    "wizard.render": "textual typer sqlite3 wizard.document wizard.ui wizard.cli",
    "wizard.cli.main, wizard.cli.opening": "textual typer pydantic jinja2 yaml rich babel wizard.ui",
    "wizard.cli.app": "textual jinja2 yaml sqlite3 babel wizard.ui wizard.render wizard.document",
}


def loaded_after(code: str, cwd: Path | None = None) -> set[str]:
    """Run code in a fresh interpreter and give the modules it loaded."""
    import wizard

    place = str(Path(wizard.__file__ or "").parent.parent)
    script = f"{code}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": place},
        cwd=cwd,
        capture_output=True,
        check=True,
    )
    return set(done.stdout.decode().splitlines()[-1].split())


@pytest.mark.parametrize("modules", LAYERS)
def test_a_layer_loads_nothing_it_does_not_use(modules: str) -> None:
    assert not loaded_after(f"import {modules}") & set(LAYERS[modules].split())


@pytest.mark.parametrize(
    "command", [["render", "a.plan.yaml", "-f", "md,html"], ["check", "a.plan.yaml"], ["new", "b"], ["schema"]]
)
def test_no_command_but_the_wizard_pays_for_textual(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.plan.yaml").write_text("front:\n  municipality: Eksempelby Kommune\n", "utf-8")
    code = f"from wizard.cli.main import main\nassert main({command!r}) == 0"
    assert not loaded_after(code, tmp_path) & {"textual", "wizard.ui"}
