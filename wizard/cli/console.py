"""What the command line says: data to standard output, messages to standard error.

Who reads may stop in the middle, as `| head` does. Nothing more is said then, and the work goes on to its end.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from schemas.signs import message, spelled

NARROWEST = 40

GONE = (errno.EPIPE, errno.EINVAL) if sys.platform == "win32" else (errno.EPIPE,)
"""What the system says when nobody reads any more."""


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
    if sys.stdout.isatty():
        with contextlib.suppress(UnicodeDecodeError):
            _write(sys.stdout, message(data.decode()))
            return
    with _as_long_as_read(sys.stdout):
        sys.stdout.flush()
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
    with _as_long_as_read(stream):
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()


@contextlib.contextmanager
def _as_long_as_read(stream: Any) -> Iterator[None]:
    """Write, until nobody reads any more."""
    try:
        yield
    except OSError as error:
        if error.errno not in GONE:
            raise
        hush(stream)


def hush(stream: Any) -> None:
    """Lead a stream to nowhere, with what is still held back of it: Python would complain of that at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def on_terminal() -> bool:
    """Tell whether a person sits at both ends: the wizard needs a keyboard and a screen."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def draws() -> bool:
    """Tell whether the wizard's screen is seen: Textual draws on standard error."""
    return sys.stderr is not None and sys.stderr.isatty()
