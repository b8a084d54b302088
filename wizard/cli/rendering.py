"""`render`: documents of plans, one or thousands."""

from __future__ import annotations

from pathlib import Path

from schemas.language import Words
from wizard.render.engine.program import program
from wizard.render.rendering import printed
from wizard.render.trouble import RenderTrouble

from .batch.how import USUALLY, How
from .batch.making import Batch, text_of
from .batch.outcome import failed
from .batch.stopping import Stopping
from .batch.telling import Telling
from .batch.watching import watch
from .console import emit_bytes, say
from .exits import Exit, Stop, together
from .inputs import Source, found_now, readable, sources
from .progress import progress
from .verifying import Verifier
from .wishing import Wish


def render(names: list[str], wish: Wish, output: Path | None, said: Words, how: How = USUALLY) -> int:
    """Render every plan; what goes wrong with one is reported and the rest go on."""
    found = found_now(names) if how.watch else sources(names, said)
    if wish.compares and len(found) > 1:
        raise Stop(Exit.USAGE, said("commands.usage.since_one"))
    if not (how.dry or all(one.document.data for one in wish.pieces)):
        _pandoc(said)
    if str(output) == "-":
        return _to_stream(found, wish, said, how)
    # What the command line names is for all plans: where it is wrong, none of them is begun.
    wish.looks.forget()
    wish.looks.of(None, said)
    folder = _folder(output or Path(), said, how)
    with Stopping() as stopping:
        batch = Batch.of(wish, how, folder, said, stopping)
        if not how.dry:
            batch.ledger.sweep()
        code = watch(names, batch, render_all) if how.watch else render_all(found, batch)
        return stopping.leave(code)


def render_all(found: list[Source], batch: Batch, only: frozenset[Source] | None = None) -> Exit:
    """Render plans, tell of each, and sum up. only: those among them that are dealt with, where not all are."""
    telling, verifier = Telling(batch.how, batch.folder, batch.said), Verifier(batch.said)
    try:
        with progress(batch.said("commands.render.progress"), len(only or found), batch.said) as bar:
            for done in batch.run(found, bar.at, only):
                telling.tell(done)
                if batch.wish.verify:
                    verifier.look_at_all(done.there)
                bar.step()
                batch.ledger.save_now_and_then()
    finally:
        batch.ledger.save()
    telling.conclude()
    codes = (*telling.codes, *verifier.conclude())
    return _interrupted(batch.said) if batch.stopping.cut else together(codes)


def _interrupted(said: Words) -> Exit:
    say(said("batch.interrupted"))
    return Exit.INTERRUPTED


def _pandoc(said: Words) -> None:
    try:
        program()
    except RenderTrouble as trouble:
        raise Stop(Exit.MISSING_TOOL, said(trouble.key, **trouble.values)) from None


def _folder(folder: Path, said: Words, how: How) -> Path:
    try:
        if not how.dry:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Stop(Exit.FAILURE, said("commands.cannot_write", name=folder)) from None
    return folder


def _to_stream(found: list[Source], wish: Wish, said: Words, how: How) -> Exit:
    piece = wish.pieces[0]
    if len(found) > 1 or len(wish.pieces) > 1 or len(piece.formats) > 1:
        raise Stop(Exit.USAGE, said("commands.usage.one_stream"))
    if not how.plain:
        raise Stop(Exit.USAGE, said("batch.usage.folder_only"))
    source = found[0]
    plan = readable(source, said)
    if isinstance(plan, Exit):
        return plan
    try:
        data = printed(text_of(plan, piece, wish.looks.of(source.path, said)), piece.formats[0])
    except RenderTrouble as trouble:
        told = failed(source, trouble, said)
        say(told.sentence)
        return told.code
    emit_bytes(data)
    verifier = Verifier(said)
    if wish.verify:
        verifier.look_at(source.name, piece.formats[0].suffix, data)
    return together(verifier.conclude())
