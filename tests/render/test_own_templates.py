"""Templates of one's own stand for ours one by one; what is wrong is said by file and line, and each one ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from looks import refused
from rendered_plans import small, tokened

from schemas.language import words
from wizard.files.examples import examples
from wizard.files.plan_file import read_plan
from wizard.files.trouble import FileTrouble
from wizard.render.context import context
from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import HTML
from wizard.render.look import Look
from wizard.render.markdown import to_markdown
from wizard.render.own.checking import mistakes, strangers
from wizard.render.own.mistakes import TemplateMistake
from wizard.render.own.reading import ours, read_templates
from wizard.render.rendering import render

NAME = "partials/changes.md.j2"


def written(source: str, name: str = NAME) -> str:
    """Write the small plan with one template of one's own."""
    return to_markdown(small(), PLAN, Edition.PUBLIC, look=Look(templates=((name, source),)))


def wrong(source: str, name: str = NAME) -> str:
    """Say what is wrong with a template."""
    with pytest.raises(TemplateMistake) as found:
        written(source, name)
    return words("da")(found.value.key, **found.value.values)


def folder_with(folder: Path, **files: str) -> Path:
    """Write templates: `plan_css="…"`; two underscores part a folder from a name."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_ours_give_the_same_text_where_they_are_read_as_anothers() -> None:
    own = Look(templates=tuple((name, source) for name, source in _texts() if name.endswith(".j2")))
    for path in examples():
        plan = read_plan(path)
        for edition in Edition:
            assert to_markdown(plan, PLAN, edition, look=own) == to_markdown(plan, PLAN, edition)


def _texts() -> list[tuple[str, str]]:
    from wizard.render.folder import templates

    return [(name, (templates() / name).read_text(encoding="utf-8")) for name in ours()]


def test_what_one_prints_is_escaped_like_ours() -> None:
    assert "Se \\<b\\> \\# x." in written("{% set x = '<b> # x' %}Se {{ x }}.\n")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n{{ contxt.title }}", "linje 2: Navnet »contxt« kendes ikke. Mente du »context«?"),
        ("{{ context.titel }}", "linje 1: Der er ikke noget, der hedder »titel«, her. Mente du »title«?"),
        ("{{ context.title | uper }}", "Filtret »uper« kan ikke bruges i en skabelon. Mente du »upper«?"),
        ("{% if 1 is odda %}{% endif %}", "Prøven »is odda« kendes ikke. Mente du »odd«?"),
        ("{% fro a in b %}", "»{% fro %}« kan ikke stå her. Mente du »{% from %}«?"),
        ("{% for a in [1] %}", "Der mangler »{% endfor %}«."),
        ("{{ (1 }}", "Linjen kan ikke læses som en skabelon."),
        ("{{ say('documents.contens') }}", "Sætningen »documents.contens« findes ikke. Mente du »documents.contents«?"),
        ("{{ say('documents.page_footer') }}", "Sætningen skal have »page« at vide."),
        ("{% include 'partials/table.md.j2' %}", "findes ikke. Mente du »partials/tables.md.j2«?"),
        ("{% include '../../etc/passwd' %}", "Skabelonen »../../etc/passwd« findes ikke."),
        ("{% import 'partials/tables.md.j2' as t %}{{ t.tabel() }}", "der hedder »tabel«, her. Mente du »table«?"),
        ("{{ context.__class__ }}", "Det må en skabelon ikke."),
        ("{{ say.func.__globals__ }}", "Det må en skabelon ikke."),
        ("{{ '{0}'.format(1) }}", "Det må en skabelon ikke."),
        ("{{ context }}", "er en samling af oplysninger og ikke en tekst"),
        ("{{ 1 / 0 }}", "Linjen kan ikke bruges, som den står."),
    ],
)
def test_a_mistake_is_named_with_its_file_its_line_and_what_was_meant(source: str, said: str) -> None:
    sentence = wrong(source)
    assert sentence.startswith(NAME)
    assert said in sentence


ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{{ 'a' * 10 ** 9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ range(99999) | list | join('a' * 9999) }}",
    "{{ ('a' * 99999) | replace('a', 'b' * 99999) }}",
    "{{ 'a' | indent(10 ** 9, first=true) }}",
    "{% set s = namespace(x='ab') %}{% for i in range(50) %}{% set s.x = s.x ~ s.x %}{% endfor %}",
    "{% set s = namespace(x=2) %}{% for i in range(99) %}{% set s.x = s.x * s.x %}{% endfor %}",
    "{% set s = namespace(x=[1]) %}{% for i in range(50) %}{% set s.x = [s.x, s.x] %}{% endfor %}",
    "{% set s = namespace(x='ab') %}{% for i in range(50) %}{% set y %}{{ s.x }}{{ s.x }}{% endset %}"
    "{% set s.x = y %}{% endfor %}",
)


@pytest.mark.parametrize("source", ENDLESS)
def test_what_goes_on_or_grows_without_end_is_stopped(source: str) -> None:
    assert "bliver ved for længe eller laver noget alt for stort" in wrong(source)


@pytest.mark.parametrize("source", [f"{{% include '{NAME}' %}}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"])
def test_what_takes_in_itself_is_stopped(source: str) -> None:
    assert "henter eller kalder sig selv uden ende" in wrong(source)


def test_nothing_internal_can_be_reached_from_a_public_edition() -> None:
    plan, tokens = tokened()
    seen: dict[int, Any] = {}

    def walk(value: Any) -> None:
        if id(value) in seen or isinstance(value, int | float | type | type(None)):
            return
        seen[id(value)] = value
        if isinstance(value, str):
            assert not [token for token in tokens.internal if token in value]
        elif isinstance(value, dict):
            for one in (*value.keys(), *value.values()):
                walk(one)
        elif isinstance(value, list | tuple | set | frozenset):
            for one in value:
                walk(one)
        else:
            for name in dir(value):
                if not name.startswith("_") and not callable(found := getattr(value, name, None)):
                    walk(found)

    walk(context(plan, Edition.PUBLIC))
    assert len(seen) > 1000


def test_a_page_takes_in_no_foreign_file(tmp_path: Path) -> None:
    for part in ("${ /etc/passwd() }", "$../secret()$", "${ it:/etc/passwd() }"):
        folder = folder_with(tmp_path, plan_html=f"<p>\n{part}\n")
        with pytest.raises(FileTrouble) as found:
            read_templates(folder)
        assert "plan.html, linje 2" in found.value.sentence(words("da"))


def test_a_template_may_not_lead_out_of_its_folder(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md.j2"
    secret.write_text("hemmeligt", encoding="utf-8")
    folder = folder_with(tmp_path / "own", plan_css="p {}")
    (folder / "documents").mkdir()
    (folder / "documents" / "plan.md.j2").symlink_to(secret)
    with pytest.raises(FileTrouble) as found:
        read_templates(folder)
    assert "fører ud af mappen" in found.value.sentence(words("da"))


def test_a_brand_file_can_name_the_folder(tmp_path: Path) -> None:
    folder_with(tmp_path / "own", plan_css="p { color: #123456 }")
    from looks import look

    read = look(tmp_path, "templates: own\ncolours:\n  accent: '#0b5d4b'")
    page = render(small(), PLAN, HTML, Edition.PUBLIC, look=read).decode()
    assert "#123456" in page
    assert "--blue: #0b5d4b;" in page
    assert "Mappen" in refused(tmp_path, "templates: none")


def test_every_mistake_is_found_at_once(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        documents__plan_md_j2="# {{ context.titel }}",
        documents__minutes_md_j2="{{ minuts }}",
        partials__vores_md_j2="{% if %}",
        documents__plna_md_j2="x",
    )
    own = read_templates(folder)
    plans = [read_plan(path) for path in examples()[:1]]
    found = {(one.file, one.line) for one in mistakes(own, plans) if isinstance(one, TemplateMistake)}
    assert found == {("documents/plan.md.j2", 1), ("documents/minutes.md.j2", 1), ("partials/vores.md.j2", 1)}
    assert dict(strangers(folder, own)) == {"documents/plna.md.j2": "documents/plan.md.j2", "partials/vores.md.j2": ""}


def test_a_part_of_ones_own_may_be_taken_in(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        documents__plan_md_j2='# A\n\n{% include "partials/mine.md.j2" %}',
        partials__mine_md_j2="Vores del.\n",
    )
    own = read_templates(folder)
    assert "Vores del." in to_markdown(small(), PLAN, Edition.PUBLIC, look=Look(templates=own))
    assert list(strangers(folder, own)) == []
