"""The wizard as it would be on stock Textual's own output: `stock.py PLAN`."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App

from wizard.ui.app import WizardApp

if __name__ == "__main__":
    for name in ("_display", "get_driver_class"):
        setattr(WizardApp, name, getattr(App, name))
    WizardApp(Path(sys.argv[1])).run(mouse=False)
