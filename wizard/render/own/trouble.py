"""What can be wrong with a folder of templates before any of them is used."""

from __future__ import annotations

from wizard.files.trouble import BrokenFile


class BrokenTemplates(BrokenFile):
    """A folder of templates that is refused."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, **values)
        self.key = f"templates.folder.{key}"
