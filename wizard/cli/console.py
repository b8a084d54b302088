"""What the command line says: data to standard output, messages to standard error."""

from __future__ import annotations

import json
import sys
from typing import Any


def emit(text: str) -> None:
    """Write a line of data."""
    _write(sys.stdout, text + "\n")


def emit_bytes(data: bytes) -> None:
    """Write data as it is, such as a DOCX file."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def emit_json(value: Any) -> None:
    """Write data for a program, readable for people too."""
    emit(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Write a message for the person at the terminal."""
    _write(sys.stderr, text + "\n")


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
