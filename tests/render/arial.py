"""Fonts as a municipal PC has them, for LibreOffice and Chromium: Arimo, which is as wide, stands for Arial."""

from __future__ import annotations

from pathlib import Path

from wizard.render.folder import templates

SETTINGS = """<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<match target="pattern"><test name="family"><string>Arial</string></test>
<edit name="family" mode="assign" binding="strong"><string>Arimo</string></edit></match></fontconfig>"""


def arial(folder: Path) -> dict[str, str]:
    """Write the settings into a folder and give what a program must be told of them."""
    target = folder / "fonts.conf"
    target.write_text(SETTINGS.format(fonts=templates() / "fonts", cache=folder / "fonts"), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(target)}
