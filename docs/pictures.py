"""Makes the pictures of the README: the wizard as SVG, and the first pages of the plan as PNG.

Run it with the program installed: `python docs/pictures.py`. The pages need Debian's libreoffice-writer-nogui and
poppler-utils; without them only the wizard's picture is made.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from wizard.files.examples import folder
from wizard.files.plan_file import read_plan
from wizard.process import run
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import DOCX
from wizard.render.rendering import render
from wizard.ui.app import WizardApp

IMAGES = Path(__file__).parent / "images"
LARGE = "storby.plan.yaml"
SOUGHT = "alene med en bekymring"
SIZE = (120, 32)


async def wizard(copy: Path, svg: Path) -> None:
    """Open the example, go to its vision, and keep what stands on the screen."""
    app = WizardApp(copy)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(3)
        await pilot.press("f7", *SOUGHT)
        await pilot.pause(1)
        await pilot.press("enter")
        await pilot.pause(1)
        # The picture must not fetch a font from anywhere.
        svg.write_text(re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="planbygger"), flags=re.DOTALL))


def pages(target: Path) -> None:
    """Print the example as DOCX and picture two of its pages beside each other."""
    with tempfile.TemporaryDirectory() as name:
        docx = Path(name, "plan.docx")
        docx.write_bytes(render(read_plan(folder() / LARGE), PLAN, DOCX, Edition.PUBLIC))
        profile = f"-env:UserInstallation=file://{name}/profile"
        run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name, docx], timeout=180)
        for page in (1, 4):
            picture = target / f"page-{page}"
            size = ["-scale-to-x", "560", "-scale-to-y", "-1", "-f", str(page), "-l", str(page)]
            run(["pdftoppm", *size, "-png", "-singlefile", docx.with_suffix(".pdf"), picture], timeout=60)


def main() -> int:
    """Make what can be made here."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        copy = Path(shutil.copy(folder() / LARGE, name))
        asyncio.run(wizard(copy, IMAGES / "wizard.svg"))
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        pages(IMAGES)
        return 0
    print("No pages: apt-get install libreoffice-writer-nogui poppler-utils", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
