"""The look that lies beside the plan, read for what is published and previewed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.files.trouble import FileTrouble
from wizard.render.brand.finding import look_beside

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.language import Words
    from wizard.render.look import Look
    from wizard.render.trouble import RenderTrouble


class LookTrouble(FileTrouble):
    """The municipality's look cannot be used."""

    def __init__(self, inner: FileTrouble) -> None:
        super().__init__("brand")
        self.inner = inner

    def sentence(self, words: Words) -> str:
        """Say that it is the look that is wrong, and what."""
        return words("publishing.brand_trouble", what=self.inner.sentence(words))


def look_of(plan: Path) -> Look:
    """Read the look beside a plan. Raises `LookTrouble`."""
    try:
        return look_beside(plan)
    except FileTrouble as trouble:
        raise LookTrouble(trouble) from trouble


def told(trouble: RenderTrouble | FileTrouble, words: Words) -> str:
    """Say what stands in the way of a document."""
    if isinstance(trouble, FileTrouble):
        return trouble.sentence(words)
    return words(trouble.key, **trouble.values)
