"""Texts done our own way and pandoc's, each in pandoc's Lua, to be held against each other."""

from pathlib import Path

from wizard.process import run
from wizard.render.engine.program import program
from wizard.render.escape import DIALECT
from wizard.render.folder import templates


def both_ways(script: str, place: Path, texts: list[str]) -> list[list[str]]:
    """Do texts both ways; give what each line that the script prints says before the file.

    The first of it is `same` where both ways gave the same, and `left` where some was left to pandoc; fails where they
    differ. script: the name of a file beside this one. place: a folder that may be filled.
    """
    paths = [place / f"{number}.md" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    done = run([program(), "lua", Path(__file__).with_name(script), templates() / "pandoc", DIALECT, *paths])
    said = done.output.decode(errors="replace")
    assert done.code == 0, done.errors
    found = [line.split("\t")[:-1] for line in said.splitlines()]
    assert all(line and line[0] in ("same", "left") for line in found), said
    return found
