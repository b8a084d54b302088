"""Many plans at once: only what changed is made, what fails is told of, and the rest goes on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from batching import Render, Told, plan
from calling import PLACE

LEDGER = ".planbygger-render.json"


def read(name: str) -> str:
    return Path("ud", name).read_text("utf-8")


def standing(folder: str = ".") -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def test_only_the_plan_that_changed_is_made_again(render: Render) -> None:
    for name in "abc":
        plan(f"planer/{name}.plan.yaml")
    assert render("planer").out == ["ud/a.md", "ud/b.md", "ud/c.md"]
    again = render("planer")
    assert again == Told(0, [], ["Alle 3 filer i ud er uændrede siden sidst. Med --force laves de igen."])
    plan("planer/b.plan.yaml", "Nyby Kommune")
    changed = render("planer")
    assert changed == Told(0, ["ud/b.md"], ["1 fil er skrevet til ud. 2 er uændrede."])
    assert "Nyby Kommune" in read("b.md")


def test_force_makes_everything_again_with_the_same_bytes(render: Render) -> None:
    plan("a.plan.yaml")
    render("a.plan.yaml", "-f", "md,html,docx")
    before = standing("ud")
    assert render("a.plan.yaml", "-f", "md,html,docx", "--force").out == ["ud/a.md", "ud/a.html", "ud/a.docx"]
    assert standing("ud") == before


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_text("rettet i hånden")])
def test_a_file_that_is_gone_or_changed_is_made_again(render: Render, harm: Callable[[Path], object]) -> None:
    plan("a.plan.yaml")
    render("a.plan.yaml", "-f", "md,html")
    good = read("a.md")
    harm(Path("ud/a.md"))
    assert render("a.plan.yaml", "-f", "md,html") == Told(0, ["ud/a.md"], ["1 fil er skrevet til ud. 1 er uændret."])
    assert read("a.md") == good


def test_whatever_a_file_is_made_of_it_is_made_again_when_that_changes(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan("planer/a.plan.yaml", more="strategy:\n  vision: Ring 20 30 40 50\n")
    plan("gammel.plan.yaml", "Gammelby Kommune")
    usual = ("planer", "--acknowledge")
    render(*usual)
    assert render("planer").code == 4, "what was let through once is asked about the next time"
    assert render(*usual, "--since", "gammel.plan.yaml").out == ["ud/a.md"]
    assert "Gammelby" in read("a.md")
    plan("gammel.plan.yaml", "Glemmerby Kommune")
    assert render(*usual, "--since", "gammel.plan.yaml").out == ["ud/a.md"]
    assert "Glemmerby" in read("a.md")
    Path("planer/brand.yaml").write_text("name: Eksempelby\nfooter: Rådhuset\n", "utf-8")
    assert render(*usual, "-f", "html").out == ["ud/a.html"]
    Path("planer/brand.yaml").write_text("name: Eksempelby\nfooter: Biblioteket\n", "utf-8")
    assert render(*usual, "-f", "html").out == ["ud/a.html"]
    assert "Biblioteket" in read("a.html")
    Path("egne/documents").mkdir(parents=True)
    Path("egne/documents/plan.md.j2").write_text("Vores egen skabelon\n", "utf-8")
    assert render(*usual, "--templates", "egne").out == ["ud/a.md"]
    assert "Vores egen skabelon" in read("a.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert render(*usual, "--templates", "egne").out == ["ud/a.md"]
    assert render(*usual, "--templates", "egne").out == []


def test_files_of_another_edition_or_document_do_not_take_each_others_place(render: Render) -> None:
    plan("a.plan.yaml")
    for words in ([], ["-e", "intern"], ["-d", "minutes"], ["-d", "concern-citizens"]):
        assert len(render("a.plan.yaml", *words).out) == 1
        assert render("a.plan.yaml", *words).out == []
    assert render("a.plan.yaml").out == []


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"format": 1, "files": []}',
        b'{"format": 1, "files": {"a.md": 3, "../x": {"of": "", "size": 0, "hash": ""}}}',
        b'{"format": 99, "files": {}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_memory_costs_time_and_nothing_else(render: Render, damage: bytes) -> None:
    plan("a.plan.yaml")
    render("a.plan.yaml")
    Path("ud", LEDGER).write_bytes(damage)
    assert render("a.plan.yaml").out == ["ud/a.md"]
    assert render("a.plan.yaml").out == []


def test_what_is_remembered_is_names_of_files_and_hashes(render: Render) -> None:
    plan("a.plan.yaml", "Hemmeligby Kommune", "concerns:\n  recording: Noteres hos Jens\n")
    render("a.plan.yaml")
    kept = json.loads(Path("ud", LEDGER).read_bytes())
    assert set(kept) == {"format", "files"}
    assert set(kept["files"]) == {"a.md"}
    entry = kept["files"]["a.md"]
    assert entry.pop("size") == len(Path("ud/a.md").read_bytes())
    assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in entry.values())


def test_a_dry_run_tells_what_would_be_made_and_leaves_everything_as_it_is(render: Render) -> None:
    plan("a.plan.yaml")
    plan("b.plan.yaml")
    first = render("a.plan.yaml", "b.plan.yaml", "--dry-run")
    assert first == Told(0, ["ud/a.md", "ud/b.md"], ["2 filer ville blive skrevet til ud. Intet er skrevet nu."])
    assert not Path("ud").exists()
    render("a.plan.yaml")
    Path("c.plan.yaml").write_text("front: [\n", "utf-8")
    before = standing()
    told = render("a.plan.yaml", "b.plan.yaml", "c.plan.yaml", "--dry-run")
    assert told.code == 3
    assert told.out == ["ud/b.md"]
    assert "1 er uændret." in told.err[1]
    assert standing() == before


def test_a_program_reads_one_line_for_each_file_in_order(render: Render) -> None:
    plan("a.plan.yaml")
    render("a.plan.yaml")
    Path("b.plan.yaml").write_text("front: [\n", "utf-8")
    plan("c.plan.yaml")
    told = render("a.plan.yaml", "b.plan.yaml", "c.plan.yaml", "--json", "-j", "3")
    lines: list[dict[str, Any]] = [json.loads(line) for line in told.out]
    assert [line.pop("format") for line in lines] == [1, 1, 1]
    sentence = lines[1].pop("sentence")
    assert "Linje 2" in sentence
    assert lines == [
        {"source": "a.plan.yaml", "document": "plan", "path": "ud/a.md", "status": "unchanged"},
        {"source": "b.plan.yaml", "document": None, "path": None, "status": "failed", "code": 3, "kind": "broken"},
        {"source": "c.plan.yaml", "document": "plan", "path": "ud/c.md", "status": "made"},
    ]
    assert sentence not in told.err, "what a program is told of is not told twice"


def test_a_plan_is_made_once_however_many_names_lead_to_it(render: Render) -> None:
    path = plan("planer/a.plan.yaml")
    told = render("planer", "planer/*.plan.yaml", "planer/../planer/a.plan.yaml", str(path.absolute()))
    assert told.out == ["ud/a.md"]


def test_the_summary_groups_what_failed_by_why(render: Render) -> None:
    for number in range(10):
        Path(f"k{number}.plan.yaml").write_text("front: [\n", "utf-8")
    plan("cpr.plan.yaml", more="concerns:\n  recording: Noteres på 010203-1234\n")
    plan("god.plan.yaml")
    plan("privat.plan.yaml", more="strategy:\n  vision: Ring 20 30 40 50\n")
    told = render("*.plan.yaml", "væk.plan.yaml")
    assert told.code == 1
    assert told.out == ["ud/god.md"]
    assert told.err[-6:] == [
        "1 fil er skrevet til ud.",
        "13 af 14 planer kunne ikke laves.",
        "- Der ser ud til at være et CPR-nummer: cpr.plan.yaml",
        "- Der er noget galt med planfilen: " + ", ".join(f"k{n}.plan.yaml" for n in range(8)) + " og 2 til",
        "- Noget ser ud til at være privat: privat.plan.yaml",
        "- Planfilen kan ikke læses: væk.plan.yaml",
    ]
    assert sum("Linje 2" in line for line in told.err) == 10, "each is told with its own sentence, too"


def test_a_template_that_fails_for_one_plan_or_never_ends_stops_no_other(render: Render) -> None:
    Path("egne/documents").mkdir(parents=True)
    Path("egne/documents/plan.md.j2").write_text(
        "{% if 'Fejlby' in context.municipality %}{{ findes_ikke.felt }}{% endif %}"
        "{% if 'Evigby' in context.municipality %}"
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}{% endif %}\nEn plan\n",
        "utf-8",
    )
    for name in ("Andeby", "Evigby", "Fejlby", "Godby"):
        plan(f"{name.lower()}.plan.yaml", f"{name} Kommune")
    told = render("*.plan.yaml", "--templates", "egne")
    assert told.out == ["ud/andeby.md", "ud/godby.md"]
    assert told.code == 1
    assert [line.partition(":")[0] for line in told.err[:2]] == ["evigby.plan.yaml", "fejlby.plan.yaml"]
    assert told.err[-1] == "- Dokumentet kunne ikke laves: evigby.plan.yaml, fejlby.plan.yaml"


def test_a_look_that_is_wrong_stops_its_own_plans_alone(render: Render) -> None:
    plan("nord/a.plan.yaml")
    plan("syd/b.plan.yaml")
    Path("nord/brand.yaml").write_text("colours:\n  accent: blålig\n", "utf-8")
    told = render("nord", "syd")
    assert told.code == 3
    assert told.out == ["ud/b.md"]
    assert told.err[0].startswith("nord/brand.yaml: ")
    assert told.err[-1] == "- Udseendet kan ikke bruges: nord/a.plan.yaml"
    named = render("syd", "--brand", "nord/brand.yaml")
    assert (named.code, named.out, len(named.err)) == (3, [], 1)


def test_two_renders_at_once_into_one_folder_forget_nothing(render: Render) -> None:
    folders = ("nord", "syd")
    for folder in folders:
        for number in range(4):
            plan(f"{folder}/{folder}{number}.plan.yaml")
    command = [sys.executable, "-m", "wizard", "render", "-f", "md", "-o", "ud"]
    both = [
        subprocess.Popen([*command, folder], env={**os.environ, **PLACE}, stdout=-3, stderr=-3) for folder in folders
    ]
    assert [one.wait(120) for one in both] == [0, 0]
    assert render("nord", "syd") == Told(
        0, [], ["Alle 8 filer i ud er uændrede siden sidst. Med --force laves de igen."]
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["a.plan.yaml", "--jobs", "0"], "et tal fra 1 til 64"),
        (["a.plan.yaml", "--jobs", "mange"], "et tal fra 1 til 64"),
        (["a.plan.yaml", "--dry-run", "--watch"], "Vælg enten"),
        (["a.plan.yaml", "--json", "-o", "-"], "Angiv en mappe med -o"),
        (["-", "--watch"], "ikke med standard input"),
    ],
)
def test_what_cannot_be_meant_is_refused(render: Render, words: list[str], sentence: str) -> None:
    plan("a.plan.yaml")
    told = render(*words)
    assert (told.code, told.out) == (2, [])
    assert sentence in told.err[0]
