"""What the command line says: data to standard output, messages to standard error."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
import textwrap
from typing import Any

from schemas.signs import message, spelled

NARROWEST = 40


def emit(text: str) -> None:
    """Write a line of data."""
    _write(sys.stdout, message(text) + "\n")


def emit_wrapped(text: str, first: str, following: str) -> None:
    """Write a sentence broken at the terminal's edge; what goes into a file or a pipe is left on one line.

    first, following: what the first line and those after it begin with.
    """
    if not sys.stdout.isatty():
        emit(first + text)
        return
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    for line in textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False
    ):
        emit(line)


def emit_bytes(data: bytes) -> None:
    """Write data as it is, such as a DOCX file; a text that goes to a terminal, as messages are written."""
    sys.stdout.flush()
    if sys.stdout.isatty():
        with contextlib.suppress(UnicodeDecodeError):
            _write(sys.stdout, message(data.decode()))
            return
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def emit_json(value: Any) -> None:
    """Write data for a program, readable for people too."""
    emit_spelled(json.dumps(value, ensure_ascii=False, indent=2))


def emit_spelled(text: str) -> None:
    """Write JSON; what would steer a terminal is spelled out in it."""
    _write(sys.stdout, spelled(text) + "\n")


def say(text: str) -> None:
    """Write a message for the person at the terminal."""
    _write(sys.stderr, message(text) + "\n")


def _write(stream: Any, text: str) -> None:
    """Write what the stream's encoding lacks as escapes: a sentence with a sign replaced beats a traceback."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def on_terminal() -> bool:
    """Tell whether a person sits at both ends: the wizard needs a keyboard and a screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def draws() -> bool:
    """Tell whether the wizard's screen is seen: Textual draws on standard error."""
    return sys.stderr is not None and sys.stderr.isatty()
