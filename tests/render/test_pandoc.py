"""Which pandoc runs, what it may do, and what our filter makes of a document."""

import os
from pathlib import Path

import pytest
from rendered_plans import small

from schemas.language import LANGUAGES, words
from wizard.process import run
from wizard.render import pandoc
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.escape import DIALECT
from wizard.render.folder import templates
from wizard.render.formats import HTML, MARKDOWN
from wizard.render.rendering import render
from wizard.render.trouble import RenderTrouble


def filtered(markdown: str, to: str = "html", dialect: str = DIALECT) -> str:
    """Run a text through our filter."""
    arguments = ["--sandbox", f"--from={dialect}", f"--to={to}", "--wrap=none"]
    arguments += [f"--lua-filter={templates() / 'filter.lua'}", "--metadata=table-word=Tabel"]
    result = run([pandoc.program(), *arguments], markdown.encode())
    assert result.code == 0, result.errors
    return result.output.decode()


def test_it_is_the_bundled_pandoc_whatever_stands_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "pandoc"
    other.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYPANDOC_PANDOC", str(other))
    assert render(small(), PLAN, MARKDOWN, Edition.PUBLIC).startswith(b"# Beredskab")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_that_takes_too_long_is_given_up_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(pandoc, "SECONDS", 0.001)
    with pytest.raises(RenderTrouble) as given_up:
        render(small(), PLAN, HTML, Edition.PUBLIC)
    assert "{" not in words(language)(given_up.value.key, **given_up.value.values)


def test_a_document_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "HEAP", "2m")
    with pytest.raises(RenderTrouble) as failed:
        render(small(), PLAN, HTML, Edition.PUBLIC)
    assert failed.value.key == "documents.trouble.failed"
    assert failed.value.values["detail"]


def test_the_filter_drops_raw_blocks_images_and_other_links() -> None:
    text = "`<b>`{=html} ![billede](/etc/passwd) [ond](javascript:x) [god](https://x.dk)\n\n```{=html}\n<hr>\n```\n"
    found = filtered(text, dialect="commonmark_x")
    assert found.strip() == '<p> billede ond <a href="https://x.dk">god</a></p>'


def test_nested_lists_become_a_table_whose_cells_hold_paragraphs() -> None:
    text = '::: {.tabel widths="1 3"}\nOverskrift *her*\n\n- - A\n  - B\n- - a\n  - b\n\n    c\n:::\n'
    found = filtered(text)
    assert "<caption>Tabel 1. Overskrift <em>her</em></caption>" in found
    assert 'style="width: 25%"' in found
    assert found.count("<tr") == 2
    assert "<p>c</p>" in found


def test_a_column_is_as_wide_as_its_longest_word_asks_for() -> None:
    text = f"::: tabel\nx\n\n| a | b |\n|---|---|\n| {'ord ' * 60} | {'x' * 20} |\n:::\n"
    widths = [int(part.split("%")[0]) for part in filtered(text).split("width: ")[1:]]
    assert 20 <= widths[1] < widths[0]


def widths(rows: list[list[str]]) -> list[float]:
    """Give the shares of the line that a table's columns get, by their order."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    table = "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
    return [int(part.split("%")[0]) for part in filtered(f"::: tabel\nx\n\n{table}\n:::\n").split("width: ")[1:]]


def test_no_column_starves_beside_long_addresses() -> None:
    row = ["Leder af Ungdomsskolen, Kultur og Fritid", "12 34 56 44, ungdomsskolen@fjordborg.example"]
    found = widths(
        [["Rolle", "Telefon og e-mail", "Åbningstid", "Dato", "Offentlig"]]
        + [[*row, "Alle hverdage 8-15", "12.11.2026", "Ja"]] * 9
    )
    assert found[2] >= 14
    assert max(found) <= 36


def test_a_column_of_short_words_takes_no_more_than_it_needs() -> None:
    found = widths(
        [["Nr.", "Tekst"], *([str(number), "En længere sætning om noget, der skal ske. " * 3] for number in range(5))]
    )
    assert found[0] < 10


def test_the_contents_are_empty_fields_nowhere() -> None:
    found = filtered("# T\n\n::: contents\nIndhold\n:::\n\n## Et\n\n## To\n", to="gfm")
    assert "- [Et](#et)\n- [To](#to)" in found
