"""Compiles the words to JSON when a wheel is built, since JSON loads many times faster than TOML."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWords(BuildHookInterface):  # type: ignore[type-arg]
    """Adds `schemas/words/da.json` and `en.json` to the wheel; the checkout itself stays as it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder. An editable install gets none, so that it reads the TOML being edited."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory()
        for path in self._language().compile_words(self.folder.name):
            build_data["force_include"][path] = f"schemas/words/{os.path.basename(path)}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self.folder.cleanup()

    def _language(self) -> Any:
        """Load the module by its path: the package itself is not installed where it is being built."""
        path = os.path.join(self.root, "schemas", "language.py")
        found = importlib.util.spec_from_file_location("planbygger_language", path)
        assert found
        assert found.loader
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        return module
