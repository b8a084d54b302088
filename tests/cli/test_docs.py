"""The docs say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from schemas.language import words
from wizard.cli.app import application
from wizard.cli.names import COMMANDS
from wizard.render.documents import DOCUMENTS

PAGES = [path.relative_to(Path(__file__).parents[2]) for path in Path(__file__).parents[2].glob("docs/*.md")]


def test_the_generated_pages_are_up_to_date(checkout: Path) -> None:
    import wizard

    env = {"PYTHONPATH": str(Path(wizard.__file__ or "").parents[1]), "PATH": ""}
    done = subprocess.run(
        [sys.executable, checkout / "docs" / "generate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        env=env,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", ["command-line.md", "kommandolinje.md"])
def test_every_command_and_option_is_documented(page: str, checkout: Path) -> None:
    text = (checkout / "docs" / page).read_text("utf-8")
    group = application(words("en" if page == "command-line.md" else "da"))
    assert [name for name, _ in group.subcommands] == list(COMMANDS)
    for name, command in group.subcommands:
        section = text.partition(f"## planbygger {name}\n")[2].partition("\n## ")[0]
        assert section, f"{name} is not documented"
        for param in command.params:
            if param.param_type_name == "option":
                assert all(option in section for option in param.opts)


def test_every_document_is_named_in_the_help_of_render() -> None:
    for language in ("da", "en"):
        assert all(name in words(language)("commands.render.document") for name in DOCUMENTS)


@pytest.mark.parametrize("page", [Path("README.md"), Path("CONTRIBUTING.md"), *PAGES], ids=str)
def test_links_between_the_pages_lead_somewhere(page: Path, checkout: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", (checkout / page).read_text("utf-8")):
        assert (checkout / page).parent.joinpath(target).exists(), target


def test_every_make_target_that_the_pages_name_exists(checkout: Path) -> None:
    makefile = (checkout / "Makefile").read_text("utf-8")
    for page in (Path("README.md"), Path("CONTRIBUTING.md"), *PAGES):
        for target in re.findall(r"`make ([a-z-]+)", (checkout / page).read_text("utf-8")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page}: make {target}"
