"""What our filter makes of a document, between pandoc's reading and its writing."""

from wizard.render.engine.job import Job
from wizard.render.engine.pool import convert
from wizard.render.formats import Format


def filtered(markdown: str, to: str = "html") -> str:
    """Run a text through a worker."""
    return convert(Job(markdown, Format(to, "", to), page=False, metadata={"table-word": "Tabel"})).file.decode()


def test_the_filter_drops_images_and_other_links() -> None:
    text = "![billede](/etc/passwd) [ond](javascript:x) **[værre](file:///etc/passwd)** [god](https://x.dk)\n"
    wanted = '<p>billede ond <strong>værre</strong> <a href="https://x.dk">god</a></p>'
    assert filtered(text).strip() == wanted


def test_what_pandoc_reads_in_our_place_is_made_safe_too() -> None:
    text = "> ![billede](/etc/passwd)\n\n```{=html}\n<script>\n```\n\nA\n===\n\n[ond](javascript:x)<b>\n"
    found = filtered(text)
    assert "passwd" not in found
    assert "javascript" not in found
    assert "<script>" not in found
    assert "<b>" not in found


def test_the_number_of_a_section_stays_on_one_line_and_has_plain_spaces_in_markdown() -> None:
    text = "Efter **servicelovens § 12 b**, § 15, stk. 3, nr. 2, og §§ 133-135 på 4 ben. Se nr. 7 her."
    told = (
        text.replace("§ ", "§\u00a0")
        .replace("12 b", "12\u00a0b")
        .replace("stk. ", "stk.\u00a0")
        .replace("nr. ", "nr.\u00a0")
    )
    assert filtered(text).strip() == f"<p>{told}</p>".replace("**s", "<strong>s").replace("b**", "b</strong>")
    assert filtered(text, "gfm").strip() == text
    assert filtered("Se nr. 7, stk. 3 her").strip() == "<p>Se nr. 7, stk. 3 her</p>"


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


def test_where_many_columns_have_long_words_an_ordinary_word_is_not_torn() -> None:
    long = "kommunalbestyrelsesmedlemmerne"
    found = widths([[*"abcdef", "Udførende"], *([long] * 6 + ["Udførende"] for _ in range(3))])
    assert found[-1] >= 11, "a line has some hundred letters, and so has the word its nine, the cell's space and bold"


def test_the_contents_are_empty_fields_nowhere() -> None:
    found = filtered("# T\n\n::: contents\nIndhold\n:::\n\n## Et\n\n## To\n", to="gfm")
    assert "- [Et](#et)\n- [To](#to)" in found
