"""Which version of a plan it was that a document which came back was made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from schemas.language import Words, words
from schemas.plan import Plan, Saved
from wizard.document.history import History
from wizard.document.past import plan_at
from wizard.document.points import NoSuchPoint, seq_of
from wizard.document.stamping import common
from wizard.files.docx.model import Document
from wizard.files.docx.package import read_file
from wizard.files.docx.reading import read_docx
from wizard.files.trouble import FileTrouble
from wizard.render.edition import Edition

from .exits import Exit, Stop
from .histories import reading
from .inputs import one_plan
from .listing import when
from .standing import standing


@dataclass(frozen=True, slots=True)
class Version:
    """What was sent.

    today: the plan as it stands. sent: as it was sent. told: which that is, in words. sure: whether that is known; else
    it is the plan of today. laid: the document as it was sent, where it was given.
    """

    today: Plan
    sent: Plan
    edition: Edition
    told: str
    sure: bool = True
    laid: Document | None = None


def read_word(path: Path, said: Words) -> Document:
    """Read a Word file. Raises `Stop`."""
    try:
        return read_docx(read_file(path))
    except FileTrouble as trouble:
        code = Exit.BROKEN if trouble.key.startswith("files.docx") or trouble.key == "files.no_docx" else Exit.FAILURE
        raise Stop(code, f"{path}: {trouble.sentence(said)}") from None


def version(file: Path, document: Document, sent: str, said: Words) -> Version:
    """Find what was sent.

    sent: a plan file or a Word file as it was sent, or a point of the plan's past; empty to find it by what the
    document says of itself. Raises `Stop`.
    """
    today, seq, _ = standing(file, said)
    today = today.model_copy(update={"saved": today.saved.model_copy(update={"seq": seq})})
    laid = read_word(Path(sent), said) if sent.lower().endswith(".docx") else None
    if sent and laid is None:
        return _given(file, today, document, sent, said)
    found = _by_itself(file, today, laid or document, said)
    return replace(found, laid=laid)


def _given(file: Path, today: Plan, document: Document, sent: str, said: Words) -> Version:
    """Take the plan file or the point of the past that was named."""
    if Path(sent).is_file():
        return Version(today, one_plan(sent, said), edition_of(document, today), said("hearing.sent_file", name=sent))
    with reading(file, said) as log:
        if log is None:
            raise Stop(Exit.FAILURE, said("hearing.no_history", name=file, word=sent))
        try:
            seq = seq_of(log, sent)
        except NoSuchPoint as wrong:
            times = {key: when(one, said) for key, one in wrong.values.items() if isinstance(one, datetime)}
            raise Stop(Exit.USAGE, said(wrong.key, **{**wrong.values, **times})) from None
        return _at(log, seq, today, document, said)


def _by_itself(file: Path, today: Plan, document: Document, said: Words) -> Version:
    """Find the version by the document's properties; where they say nothing, it is the plan of today."""
    known = document.properties
    if known.get("document", "plan") != "plan":
        raise Stop(Exit.FAILURE, said("hearing.other_document"))
    name = known.get("planbygger-plan", "")
    if name and today.saved.plan and name != today.saved.plan:
        raise Stop(Exit.FAILURE, said("hearing.other_plan", plan=file))
    stamp = _stamp(known)
    with reading(file, said) as log:
        if log is not None and (seq := _seq(log, stamp)) is not None:
            return _at(log, seq, today, document, said)
    same = stamp.at is not None and today.saved.at == stamp.at and today.saved.seq == stamp.seq
    return Version(today, today, edition_of(document, today), said("hearing.sent_today"), same)


def _stamp(known: object) -> Saved:
    """Read the stamp of the plan a document was made from, as far as it is there."""
    assert hasattr(known, "get")
    seq = str(known.get("planbygger-seq", ""))
    return Saved(
        plan=str(known.get("planbygger-plan", "")),
        history=str(known.get("planbygger-history", "")),
        seq=int(seq) if seq.isdecimal() and len(seq) < 12 else -1,
        at=_moment(str(known.get("created", ""))),
    )


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _seq(log: History, stamp: Saved) -> int | None:
    """Find the change that a document was made at: by its history's name and number, else by the time it bears."""
    if stamp.history:
        return common(log, stamp)
    rows = log.rows("select seq, at from files order by seq desc") if stamp.at else []
    return next((int(seq) for seq, at in rows if at and datetime.fromisoformat(at) == stamp.at), None)


def _at(log: History, seq: int, today: Plan, document: Document, said: Words) -> Version:
    if seq >= log.head():
        return Version(today, today, edition_of(document, today), said("hearing.sent_today"))
    try:
        plan = plan_at(log, seq)
    except LookupError:
        raise Stop(Exit.FAILURE, said("history.not_so_far", seq=seq)) from None
    plan = plan.model_copy(update={"saved": plan.saved.model_copy(update={"seq": seq})})
    made = log.changes(seq - 1, seq)
    at = datetime.fromisoformat(made[0].at).astimezone() if made else None
    told = said("hearing.sent_at", when=when(at, said), seq=seq) if at else said("hearing.sent_begin")
    return Version(today, plan, edition_of(document, plan), told)


def edition_of(document: Document, plan: Plan) -> Edition:
    """Tell which edition a document is: by its properties, else by the mark that an internal one bears."""
    known = document.properties.get("planbygger-edition", "")
    if known in (one.value for one in Edition):
        return Edition(known)
    mark = words(plan.front.language.value)("documents.internal_mark")
    first = (one.text.strip() for _, one in zip(range(40), document.paragraphs, strict=False))
    return Edition.INTERNAL if mark in first else Edition.PUBLIC
