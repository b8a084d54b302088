"""`make bench`: every row against its baseline in the same run.

Usage: python tests/benchmarks/run.py [--runs N] [--only screen|crowd|documents] [--long] [--write FILE]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import crowd_rows
import document_rows
import history_rows
import screen_rows
from measuring import Row
from plans import heavy

from wizard.version import __version__

HEAD = "| what | planbygger | against | ratio | target | |\n|---|---|---|---|---|---|"


def rows(only: str, runs: int, long: bool) -> Iterator[Row]:
    """Measure what is asked for, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        folder = Path(name)
        if only in ("", "screen"):
            yield from screen_rows.rows(heavy(folder / "heavy.plan.yaml"), runs)
        if only in ("", "crowd"):
            yield from history_rows.rows(folder, runs)
            yield from crowd_rows.rows(heavy(folder / "crowd.plan.yaml"))
        if only in ("", "documents"):
            yield from document_rows.rows(folder, runs, long)


def main() -> int:
    """Measure, print the table as it comes, and write it down where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=["screen", "crowd", "documents"], default="")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    lines = [HEAD]
    print(HEAD)
    for row in rows(chosen.only, chosen.runs, chosen.long):
        lines.append(row.line())
        print(row.line(), flush=True)
    about = f"planbygger {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    if chosen.write:
        text = chosen.write.read_text("utf-8").partition("<!-- measured -->")[0]
        chosen.write.write_text(f"{text}<!-- measured -->\n{about}\n\n" + "\n".join(lines) + "\n", "utf-8")
    print(f"\n{about}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
