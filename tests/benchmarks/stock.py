"""The wizard as it would be on stock Textual's own output: `stock.py PLAN`."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App

from wizard.ui.app import WizardApp


class Stock(WizardApp):
    """Nothing stands between Textual and the terminal."""

    _display = App._display
    get_driver_class = App.get_driver_class


if __name__ == "__main__":
    Stock(Path(sys.argv[1])).run(mouse=False)
