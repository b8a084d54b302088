"""Writes the parts of the docs that the program itself knows best; `--check` only says whether they are up to date.

Run it with the program installed: `python docs/generate.py`.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import field_list

from schemas.language import Words, words
from schemas.outline import PARTS
from schemas.plan import Plan
from schemas.specs import FieldSpec, specs
from wizard.cli.app import run
from wizard.cli.names import COMMANDS

DOCS = Path(__file__).parent
GENERATED = re.compile(r"(?<=<!-- generated: fields -->\n).*?(?=<!-- end -->)", re.DOTALL)
HEAD = "| field | kind | asked in | seen in | what it is |\n|---|---|---|---|---|"


def help_text(arguments: list[str], said: Words) -> str:
    """Give what `--help` prints, at 100 columns."""
    os.environ["COLUMNS"] = "100"
    with redirect_stdout(StringIO()) as text:
        run([*arguments, "--help"], said)
    return text.getvalue().rstrip()


def command_line(language: str) -> str:
    """Write the page of the command line in one language."""
    said = words(language)
    parts = [said("commands.page.head")]
    for name in ("", *COMMANDS):
        parts.append(f"## planbygger {name}".rstrip())
        parts.append(f"```text\n{help_text([name] if name else [], said)}\n```")
    parts.append(said("commands.page.foot"))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def field_tables() -> str:
    """Write one table a part of the plan: every field with its kind, its depth, its visibility and its label."""
    said = words("en")
    tables = []
    for part, spec in zip(PARTS, (one for one in specs(Plan, said) if one.name in PARTS), strict=True):
        rows = "\n".join(_row(row) for row in _flat(spec.fields, part))
        tables.append(f"### `{part}` – {spec.label}\n\n{HEAD}\n{rows}\n")
    return "\n" + "\n".join(tables) + "\n"


def _flat(fields: tuple[FieldSpec, ...], part: str) -> Iterator[FieldSpec]:
    for spec in fields:
        yield spec
        yield from _flat(spec.fields, part)


def _row(spec: FieldSpec) -> str:
    kind = f"{spec.kind}, see `{spec.to}`" if spec.to else spec.kind
    if spec.choices:
        kind += ": " + ", ".join(f"`{value}`" for value, _ in spec.choices)
    asked = "the short way" if spec.depth == "core" else "the long way"
    seen = {"public": "both editions", "internal": "the internal edition", "flagged": "both where marked public"}
    return f"| `{spec.place.partition('.')[2]}` | {kind} | {asked} | {seen[spec.visibility]} | {spec.label} |"


def pages() -> Iterator[tuple[Path, str]]:
    """Give every page with its generated text in place."""
    yield DOCS / "command-line.md", command_line("en")
    yield DOCS / "kommandolinje.md", command_line("da")
    yield DOCS / "fields.md", field_list.page()
    page = DOCS / "file-format.md"
    yield page, GENERATED.sub(lambda _: field_tables(), page.read_text("utf-8"))


def main(check: bool) -> int:
    """Write the pages, or name those that are out of date."""
    stale = [(path, text) for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{path.name} {'is out of date: run `make docs`' if check else 'is written'}")
        if not check:
            path.write_text(text, "utf-8", newline="\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
