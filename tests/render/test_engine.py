"""The workers that make files: which pandoc they are, and that one that fails never takes a document with it."""

import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest
from rendered_plans import small

from schemas.language import LANGUAGES, words
from wizard.render.documents import CITIZENS, PLAN
from wizard.render.edition import Edition
from wizard.render.engine import pool, program, worker
from wizard.render.engine.job import Job, Made
from wizard.render.engine.pool import Engine
from wizard.render.formats import DOCX, HTML, MARKDOWN
from wizard.render.package import unpacked
from wizard.render.rendering import render, write
from wizard.render.trouble import RenderTrouble

LONG = Job("- *x* **y**\n" * 60_000, HTML, page=False, metadata={})
"""A document that takes a second."""

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")


def job(text: str = "Tekst", format=HTML) -> Job:
    return Job(text, format, page=False, metadata={"title": "T", "lang": "da-DK"})


@pytest.fixture
def engine():
    """An engine of one worker, ended with the test."""
    one = Engine(1)
    yield one
    one.close()


def pid(engine: Engine) -> int:
    """Give the process of an engine's only worker, which is idle."""
    return engine._idle[0][0].process.pid


def test_it_is_the_bundled_pandoc_whatever_stands_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "pandoc"
    other.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYPANDOC_PANDOC", str(other))
    assert render(small(), PLAN, MARKDOWN, Edition.PUBLIC).startswith(b"# Beredskab")


def test_a_worker_makes_one_file_after_the_other(engine: Engine) -> None:
    assert b"<p>A</p>" in engine.convert(job("A")).file
    assert b"<p>B</p>" in engine.convert(job("B")).file
    assert engine.started == 1


def test_a_worker_that_is_kept_is_nobody_else_s_until_it_is_let_go(engine: Engine) -> None:
    order: list[str] = []
    with ThreadPoolExecutor(1) as other:
        with engine.keeping():
            engine.convert(job("A"))
            waiting = other.submit(lambda: (engine.convert(job("B")), order.append("B")))
            time.sleep(0.2)
            assert b"<p>A</p>" in engine.convert(job("A")).file
            order.append("A")
        waiting.result(10)
    assert (order, engine.started) == (["A", "B"], 1)


@unix
def test_a_kept_worker_that_dies_is_replaced(engine: Engine) -> None:
    with engine.keeping():
        engine.convert(job("A"))
        assert engine._here.worker is not None
        os.kill(engine._here.worker.process.pid, signal.SIGKILL)
        assert b"<p>A</p>" in engine.convert(job("A")).file
    assert b"<p>B</p>" in engine.convert(job("B")).file
    assert engine.started == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_that_takes_too_long_is_given_up_with_a_sentence(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(worker, "SECONDS", 0.05)
    with pytest.raises(RenderTrouble) as given_up:
        engine.convert(LONG)
    assert given_up.value.key == "documents.trouble.too_slow"
    assert "{" not in words(language)(given_up.value.key, **given_up.value.values)


def test_after_a_document_that_took_too_long_the_next_is_made(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS", 0.05)
    with pytest.raises(RenderTrouble):
        engine.convert(LONG)
    monkeypatch.undo()
    assert b"<p>B</p>" in engine.convert(job("B")).file


def test_a_document_that_wants_too_much_memory_is_refused_and_the_next_is_made(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "BOUND", 250 * 2**20)
    monkeypatch.setattr(worker, "LOOKS", 0.01)
    with pytest.raises(RenderTrouble) as refused:
        engine.convert(job("x" * 40_000_000))
    assert refused.value.key == "documents.trouble.too_large"
    assert b"<p>B</p>" in engine.convert(job("B")).file


def test_what_pandoc_says_of_a_document_is_told_and_the_worker_goes_on(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "plan.html").write_text("$if(x)$", "utf-8")
    with pytest.raises(RenderTrouble) as failed:
        engine.convert(Job("x", HTML, page=False, metadata={}, folder=tmp_path))
    assert failed.value.key == "documents.trouble.failed"
    assert "plan.html" in str(failed.value.values["detail"])
    assert b"<p>B</p>" in engine.convert(job("B")).file
    assert engine.started == 1


@unix
def test_a_worker_that_was_killed_at_rest_is_replaced(engine: Engine) -> None:
    engine.convert(job("A"))
    os.kill(pid(engine), signal.SIGKILL)
    assert b"<p>B</p>" in engine.convert(job("B")).file


@unix
def test_a_worker_that_is_killed_at_work_is_replaced_and_its_file_made(engine: Engine) -> None:
    engine.convert(job("A"))
    Timer(0.3, os.kill, (pid(engine), signal.SIGKILL)).start()
    assert b"<strong>y</strong>" in engine.convert(LONG).file
    assert engine.started == 2


@unix
def test_a_worker_that_dies_each_time_is_told_of(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "command", lambda: (sys.executable, "-c", "import sys; sys.stdin.readline()"))
    with pytest.raises(RenderTrouble) as told:
        engine.convert(job())
    assert told.value.key == "documents.trouble.worker_died"


def test_a_worker_that_has_grown_is_replaced(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MOST_JOBS", 2)
    made = [engine.convert(job(text)) for text in "ABCDE"]
    assert all(f"<p>{text}</p>".encode() in one.file for text, one in zip("ABCDE", made, strict=True))
    assert engine.started == 3


def test_workers_that_nobody_needs_end(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PATIENCE", 0.1)
    engine.convert(job("A"))
    process = engine._idle[0][0].process
    deadline = time.monotonic() + 10
    while process.alive and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not process.alive
    assert b"<p>B</p>" in engine.convert(job("B")).file


def test_many_threads_share_the_workers_and_each_gets_its_own_file() -> None:
    shared = Engine(2)
    with ThreadPoolExecutor(6) as threads:
        made = list(threads.map(shared.convert, [job(f"Nummer {number}") for number in range(60)]))
    shared.close()
    assert all(f"<p>Nummer {number}</p>".encode() in one.file for number, one in enumerate(made))
    assert shared.started <= 2


def test_a_file_does_not_depend_on_what_was_made_before_it() -> None:
    jobs = [Job(write(small(), one, Edition.PUBLIC).markdown, format, one.page, {"table-word": "Tabel"})
            for one in (PLAN, CITIZENS) for format in (DOCX, HTML, MARKDOWN)]  # fmt: skip
    first, second = Engine(1), Engine(1)
    forward = [first.convert(one) for one in jobs]
    backward = [second.convert(one) for one in reversed(jobs)]
    first.close()
    second.close()
    assert [said(made) for made in forward] == [said(made) for made in reversed(backward)]


def said(made: Made) -> bytes:
    """Give what a file says: a DOCX without the time that is set later."""
    if made.file[:2] != b"PK":
        return made.file
    parts = unpacked(made, {})
    return parts["word/document.xml"] + parts["word/styles.xml"] + parts["word/numbering.xml"]


def test_streams_that_change_line_ends_bring_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [job("- æ\n\nø\r\n", format) for format in (HTML, DOCX)]
    plain = Engine(1)
    wanted = [plain.convert(one) for one in jobs]
    plain.close()
    for module in (program, worker):
        monkeypatch.setattr(module, "HEXADECIMAL", True)
    letters = Engine(1)
    found = [letters.convert(one) for one in jobs]
    letters.close()
    assert [said(one) for one in found] == [said(one) for one in wanted]
    assert found[1].body
