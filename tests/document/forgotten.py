"""A name and a number that are to be forgotten, and where they still stand."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from platformdirs import user_state_path

from wizard.document.erasing import Unwanted

VISION = "strategy.vision"
TITLE = "front.title"
NAME = "Jørgen Åkjær"
NUMBER = "010203-1234"
MARK = "[slettet]"


def name(mark: str = MARK) -> Unwanted:
    return Unwanted(NAME, mark=mark)


def held(*texts: str, within: Path) -> list[str]:
    """Name the files, of the folder and the state folder, whose bytes hold a text in some spelling."""
    spellings = {
        spelling.encode(code)
        for text in texts
        for form in ("NFC", "NFD")
        for one in (unicodedata.normalize(form, text), unicodedata.normalize(form, text).upper())
        for spelling in (one, json.dumps(one)[1:-1])
        for code in ("utf-8", "utf-16-le")
    }
    state = user_state_path("planbygger")
    files = [file for folder in (within, state) if folder.exists() for file in folder.rglob("*") if file.is_file()]
    assert any(file.name.endswith(".plan.history") for file in files)
    return [file.name for file in files if any(spelling in file.read_bytes() for spelling in spellings)]
