"""Shuts the program in a folder before anything else of it runs."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from wizard.files.fence import keep_to

KEPT = ("PATH", "HOME", "USER", "LOGNAME", "TERM", "COLORTERM", "NO_COLOR", "LANG", "LANGUAGE", "TZ",
        "SYSTEMROOT", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "USERNAME", "PLANBYGGER_LANG",
        "PLANBYGGER_THEME")  # fmt: skip
"""The variables a restricted session still sees: what the system set, how the terminal is, language and colours."""


def forget_what_was_sent() -> None:
    """Forget every variable that a client may have sent along, and take login and home from the system."""
    for name in [*os.environ]:
        if name not in KEPT and not name.startswith("LC_"):
            del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    if sys.platform != "win32":
        _be_who_the_system_says()


def shut_in(folder: Path) -> None:
    """Keep to a folder from here on: no file outside it, no stopping into a shell, no dump of the memory.

    The working folder becomes this one, so that every name not absolute stands in it.
    """
    sys.path[:] = filter(None, sys.path)
    os.chdir(folder)
    _stay()
    keep_to(folder)


def _be_who_the_system_says() -> None:
    """Take login and home from the system's own list: a client may have sent others."""
    if sys.platform == "win32":  # which has no such list, and no client that sends variables
        return
    import pwd

    with contextlib.suppress(KeyError):
        entry = pwd.getpwuid(os.getuid())
        os.environ.update(USER=entry.pw_name, LOGNAME=entry.pw_name, HOME=entry.pw_dir)


def _stay() -> None:
    """End with nothing left behind: no stopped program, no picture of its memory."""
    if sys.platform == "win32":
        return
    import resource

    from wizard.ui.access import never_stop

    never_stop()
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
