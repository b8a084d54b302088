"""What can be wrong with a municipality's own look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.files.trouble import BrokenFile, Spot

if TYPE_CHECKING:
    from schemas.language import Words


NOWHERE = Spot()


class BrokenBrand(BrokenFile):
    """A file of the look that is refused: `brand.yaml`, or what it names."""

    def __init__(self, key: str, spot: Spot = NOWHERE, more: int = 0, /, **values: object) -> None:
        super().__init__(key, spot, more, **values)
        self.key = f"brand.trouble.{key}"

    def sentence(self, words: Words) -> str:
        """Say where the trouble is, what was found and what was meant; ratios are written as the reader does."""
        from babel.numbers import format_decimal

        from schemas.language import LOCALES

        plain = self.values
        locale = LOCALES[words.language]
        self.values = {
            name: format_decimal(value, "0.0", locale) if isinstance(value, float) else value
            for name, value in plain.items()
        }
        try:
            return super().sentence(words)
        finally:
            self.values = plain
