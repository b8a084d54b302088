"""An answer is data: whatever was typed, the document keeps the structure its template gave it."""

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.process import run
from wizard.render.answers import _is_bare, _paragraphs, _read, blocks, inline, link
from wizard.render.engine.program import program
from wizard.render.escape import DIALECT, clean, escape

ALLOWED_BLOCKS = {"Para", "Plain", "BulletList", "OrderedList"}
ALLOWED_INLINES = {"Str", "Space", "SoftBreak", "LineBreak", "Strong", "Emph", "Link"}
HOSTILE = (
    "# overskrift",
    "Overskrift\n===",
    "---",
    "| a | b |\n|---|---|\n| c | d |",
    "<script>alert(1)</script>",
    "```\nkode\n```",
    "    kode",
    "![billede](/etc/passwd)",
    "[a]: http://x.dk\n\n[a]",
    "$x$ og $$y$$",
    "::: {.cover}\n:::",
    "[ord]{.klasse}",
    "- [ ] opgave",
    "> citat",
    "ord\n: forklaring",
    "[^1]\n\n[^1]: note",
    "~~væk~~",
    ":smile:",
    "---\ntitle: x\n---",
    "{=openxml}\n`<w:br/>`{=openxml}",
    "a\\\n# b",
    "1. a\n# b\n2. c",
    "&#35; x",
    "\\# x",
    "@kilde",
    "x^2^ H~2~O",
    "- a\n\n\n# b",
    "* * *",
    "+ a\n| b |\n|---|",
    "[x](javascript:alert(1))",
    "<https://x.dk>",
    "{#id .c}",
    "Tabel: x",
    '{caption="x"}',
)

marks = st.sampled_from(
    [*"#*_-+>|`~[](){}!<>$^:&\\=.\n \t1a", "\n\n", "    ", "```", ":::", "**", "\u2028", "\u202e", "\x0b"]
)
texts = st.one_of(st.text(max_size=60), st.lists(marks, max_size=40).map("".join), st.sampled_from(HOSTILE))


def read(markdown: str) -> list[dict]:
    """Read Markdown as pandoc does when it prints a document."""
    result = run([program(), f"--from={DIALECT}", "--to=json"], markdown.encode())
    assert result.code == 0, result.errors
    return json.loads(result.output)["blocks"]


def kinds(node: object) -> set[str]:
    """Name every kind of element below a node."""
    if isinstance(node, dict):
        here = {node["t"]} if "t" in node else set()
        return here.union(*(kinds(value) for value in node.values()))
    return set().union(*(kinds(value) for value in node)) if isinstance(node, list) else set()


def words_of(node: object) -> str:
    """Gather what a reader sees of a node."""
    if isinstance(node, dict):
        if node.get("t") == "Str":
            return node["c"]
        return " " if node.get("t") in ("Space", "SoftBreak", "LineBreak") else words_of(node.get("c", []))
    return "".join(words_of(value) for value in node) if isinstance(node, list) else ""


@settings(max_examples=60, deadline=None)
@given(texts)
def test_no_text_brings_more_than_paragraphs_lists_emphasis_and_links(text: str) -> None:
    found = kinds(read(blocks(text)))
    assert found <= ALLOWED_BLOCKS | ALLOWED_INLINES | {"Decimal", "Period", "OneParen"}


@settings(max_examples=40, deadline=None)
@given(texts)
def test_no_text_alters_the_table_it_stands_in(text: str) -> None:
    document = f"## Før\n\n| a | b |\n|---|---|\n| {inline(text)} | x |\n\n## Efter\n"
    found = read(document)
    assert [block["t"] for block in found] == ["Header", "Table", "Header"]
    body = found[1]["c"][4][0][3]
    assert len(body) == 1
    assert words_of(body[0][1][1]) == "x"


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_heading_is_read_back_letter_by_letter(text: str) -> None:
    found = read(f"## {escape(text)} x\n\nefter\n")
    assert [block["t"] for block in found] == ["Header", "Para"]
    assert words_of(found[0]["c"][2]).split() == [*clean(text).split(), "x"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_text(text: str) -> None:
    assert kinds(read(blocks(text))) & {"Header", "Table", "RawBlock", "Image", "CodeBlock", "Div", "Math"} == set()


def test_what_may_pass_passes() -> None:
    found = read(blocks("Et **fedt** og *skråt* ord, [et sted](https://x.dk/a_b).\n\n- en\n- to\n\n1. a\n2. b"))
    assert [block["t"] for block in found] == ["Para", "BulletList", "OrderedList"]
    assert {"Strong", "Emph", "Link"} <= kinds(found)


@pytest.mark.parametrize("text", ["Ring til 112\nRing til leder", "Ring til 112  \nRing til leder\n"])
def test_one_press_of_enter_is_a_new_line(text: str) -> None:
    (paragraph,) = read(blocks(text))
    assert [part["t"] for part in paragraph["c"] if part["t"].endswith("Break")] == ["LineBreak"]
    assert inline(text) == "Ring til 112 Ring til leder"


def test_a_new_line_in_a_list_stays_in_its_point() -> None:
    (listed,) = read(blocks("- a\n  b\n- c"))
    assert [kinds(point) & {"LineBreak"} for point in listed["c"]] == [{"LineBreak"}, set()]


def test_two_lists_in_a_row_stay_two() -> None:
    assert [block["t"] for block in read(blocks("- a\n- b\n\n* c\n* d"))] == ["BulletList", "BulletList"]


def test_bare_addresses_become_links() -> None:
    assert inline("Se https://x.dk/a_b.") == "Se [https://x.dk/a\\_b](<https://x.dk/a\\_b>)."
    assert "mailto:ssp@x.dk" in inline("Skriv til ssp@x.dk")


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " java\nscript:x"])
def test_other_addresses_are_no_links(target: str) -> None:
    assert "](" not in link("x", target)
    assert "Link" not in kinds(read(blocks(f"[x]({target})")))


def test_what_no_reader_sees_is_removed() -> None:
    assert clean("a\x00b\u202ec\ud800d\ufeff\ufffe") == "abcd"
    assert clean("a\r\nb\u2028c") == "a\nb\nc"


@pytest.mark.parametrize("depth", [3, 8, 9, 10, 11, 30])
def test_lists_in_lists_lose_no_word(depth: int) -> None:
    text = "\n".join(f"{'  ' * level}- punkt{level}" for level in range(depth))
    found = words_of(read(blocks(text)))
    assert all(f"punkt{level}" in found for level in range(depth))


@settings(max_examples=1000, deadline=None)
@given(st.text(st.sampled_from("aæ1 \n\n\t-*+_.)(#>[]`:&@=~|%!\\\u00a0\u200c'\""), max_size=25))
def test_a_text_of_bare_paragraphs_is_written_as_the_parser_reads_it(text: str) -> None:
    cleaned = clean(text)
    assert not _is_bare(cleaned) or _paragraphs(cleaned) == _read(cleaned)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_no_word_is_lost(text: str) -> None:
    letters = re.compile(r"[a-zæøå]{2,}")
    assert set(letters.findall(re.sub(r"\(.*?\)|&\w+;|<[^>]*>", "", clean(text)))) <= set(
        letters.findall(words_of(read(blocks(text))))
    )


@pytest.mark.parametrize("marks", ["*_", "[", "- ", "> ", "`", "**a"])
def test_a_text_of_nothing_but_marks_is_quick(marks: str) -> None:
    """pandoc takes a minute for such a text when its marks are not escaped."""
    started = time.monotonic()
    assert read(blocks(marks * (60_000 // len(marks))))
    assert time.monotonic() - started < 10


def test_a_link_without_a_text_is_its_address() -> None:
    assert inline("Se [ ](https://x.example/a_b)") == r"Se [ https://x.example/a\_b](<https://x.example/a\_b>)"
    assert inline("[god](https://x.example)") == "[god](<https://x.example>)"
