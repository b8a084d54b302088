"""Documents as pages, by the program that people print each format with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from arial import arial

from wizard.process import run
from wizard.render.formats import DOCX, HTML, PDF

Tool = Callable[[str, str], str]


def from_word(target: Path, tool: Tool) -> None:
    soffice = tool("soffice", "libreoffice-writer-nogui")
    profile = f"-env:UserInstallation=file://{target.parent}/profile"
    run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", target.parent, target],
        timeout=120,
        env=arial(target.parent),
    )


def from_browser(target: Path, tool: Tool) -> None:
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    options += [f"--user-data-dir={target.parent}/chromium", f"--print-to-pdf={target.with_suffix('.pdf')}"]
    run([tool("chromium", "chromium"), *options, f"file://{target}"], timeout=60, env=arial(target.parent))


def as_it_is(target: Path, tool: Tool) -> None:
    """Leave a PDF as it is."""


PRINTERS = ((DOCX, from_word), (HTML, from_browser), (PDF, as_it_is))
