"""What stands in a control and is no answer yet, such as a date that is none."""

from __future__ import annotations

from .finding import Finding, Severity

CODE = "unread"


def unread(path: str, text: str) -> Finding:
    """Make the finding for a text that its field cannot hold; the plan itself does not know of it."""
    return Finding(CODE, path, Severity.CLARIFY, {"text": text})
