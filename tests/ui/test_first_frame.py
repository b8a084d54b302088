"""The first question is drawn before the program knows what a plan is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "jinja2", "typer", "yaml", "ruamel", "babel", "sqlite3", "pypandoc", "markdown_it")


def test_importing_the_wizard_costs_textual_and_the_words_alone() -> None:
    code = f"import sys, wizard.ui.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_question_stands_on_the_screen_before_a_plan_is_read() -> None:
    code = """
import asyncio, sys
from pathlib import Path
from wizard.ui.app import WizardApp

def look(app):
    strips = app.screen._compositor.render_strips()
    print("\\n".join(strip.text for strip in strips))
    print("heavy:", [name for name in ("pydantic", "jinja2", "typer", "yaml") if name in sys.modules])
    app.exit()

WizardApp._open = look

async def main():
    app = WizardApp(Path("prøve.plan.yaml"))
    async with app.run_test(size=(80, 24)) as pilot:
        while not app._exit:
            await pilot.pause(0.02)

asyncio.run(main())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert "Hvilken kommune gælder planen for?" in done.stdout, done.stderr
    assert "3 Interessenter" in done.stdout
    assert "heavy: []" in done.stdout


@pytest.mark.parametrize("theme", ["light", "dark", "ansi", "unknown"])
def test_every_theme_can_be_taken(theme: str) -> None:
    from wizard.ui.app import WizardApp

    assert WizardApp(Path("x.plan.yaml"), theme=theme).theme in ("light", "dark", "ansi")
