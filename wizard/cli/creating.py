"""`new` and `schema`: the files a plan begins with."""

from __future__ import annotations

import json
from pathlib import Path

from schemas.json_schema import json_schema
from schemas.language import Words
from schemas.starter import starter
from wizard.files.dump import dump_plan
from wizard.files.names import safe_name
from wizard.files.trouble import CannotWrite
from wizard.files.whole import write_whole

from .console import emit, emit_bytes, say
from .exits import Exit, Stop, write_code


def new(name: str, municipality: str, said: Words) -> Exit:
    """Write the plan a workshop starts from; a file that exists is never replaced."""
    plan = starter(said, municipality)
    if name == "-":
        emit_bytes(dump_plan(plan))
        return Exit.OK
    path = plan_path(name, municipality, said)
    if path.exists():
        raise Stop(Exit.FAILURE, said("commands.new.exists", name=path))
    try:
        write_whole(path, dump_plan(plan, "json" if path.suffix == ".json" else "yaml"))
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    emit(str(path))
    say(said("commands.new.done", name=path))
    return Exit.OK


def plan_path(name: str, municipality: str, said: Words) -> Path:
    """Name the file after the municipality where no name is given, and let it end as a plan file does."""
    given = Path(safe_name(municipality or said("commands.new.default_name"), ".plan.yaml"))
    path = Path(name) if name else given
    if path.is_dir():
        path /= given
    if path.suffix not in (".yaml", ".yml", ".json"):
        path = path.with_name(f"{path.name.removesuffix('.plan')}.plan.yaml")
    return path


def schema(output: Path | None, said: Words) -> Exit:
    """Write the JSON Schema, in the language chosen, to a file or to standard output."""
    text = json.dumps(json_schema(said), ensure_ascii=False, indent=2)
    if output is None or str(output) == "-":
        emit(text)
        return Exit.OK
    try:
        write_whole(output, text.encode() + b"\n")
    except CannotWrite as trouble:
        raise Stop(write_code(trouble), trouble.sentence(said)) from None
    say(said("commands.schema.done", name=output))
    return Exit.OK
