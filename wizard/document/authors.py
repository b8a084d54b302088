"""Who makes a change, as the history names them."""

from __future__ import annotations

import getpass
import os


def login() -> str:
    """Name who is logged in: `PLANBYGGER_AUTHOR`, which a script may set, else the login, else its number."""
    try:
        return os.environ.get("PLANBYGGER_AUTHOR") or getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid()) if hasattr(os, "getuid") else "?"
