"""Several documents in one run: named with commas, one by one, or all that a plan can give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from batching import Render, Told, plan

from wizard.render.documents import DOCUMENTS

WORKSHOP = """\
workshop:
  sessions:
    - id: s-aaaaaaaa
      held_on: 2026-03-01
acute:
  cards:
    - id: k-aaaaaaaa
      title: Brand
"""


def made(folder: str = "ud") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir() if not path.name.startswith("."))


def test_documents_are_named_with_commas_or_one_by_one_and_made_under_the_names_they_have_alone(render: Render) -> None:
    plan("a.plan.yaml", more=WORKSHOP)
    for name in ("plan", "cards", "minutes"):
        render("a.plan.yaml", "-d", name, "-o", "enkelt")
    told = render("a.plan.yaml", "-d", "plan, Cards", "-d", "minutes", "-d", "plan")
    assert told == Told(
        0, ["ud/a.md", "ud/a-handlekort.md", "ud/a-referat-1-intern.md"], ["3 filer er skrevet til ud."]
    )
    assert {name: Path("ud", name).read_bytes() for name in made()} == {
        name: Path("enkelt", name).read_bytes() for name in made("enkelt")
    }


def test_only_the_documents_that_are_new_or_changed_are_made_again(render: Render) -> None:
    plan("a.plan.yaml", more=WORKSHOP)
    render("a.plan.yaml", "-d", "cards")
    assert render("a.plan.yaml", "-d", "plan,cards,summary", "--dry-run").out == ["ud/a.md", "ud/a-kort-fortalt.md"]
    told = render("a.plan.yaml", "-d", "plan,cards,summary")
    assert told == Told(0, ["ud/a.md", "ud/a-kort-fortalt.md"], ["2 filer er skrevet til ud. 1 er uændret."])
    assert render("a.plan.yaml", "-d", "plan,cards,summary").out == []


def test_each_document_is_made_in_those_of_the_formats_it_has(render: Render) -> None:
    plan("a.plan.yaml", more="measures:\n  measures:\n    - name: Værksted\n")
    told = render("a.plan.yaml", "-d", "plan,measures", "-f", "md,csv,xlsx")
    assert told.out == ["ud/a.md", "ud/a-indsatser.csv", "ud/a-indsatser.xlsx"]


def test_all_leaves_out_what_a_plan_has_nothing_for_and_that_is_no_failure(render: Render) -> None:
    plan("tom.plan.yaml")
    told = render("tom.plan.yaml", "-d", "all", "-f", "md,csv,ics")
    assert told.code == 0
    assert told.err[-1] == "Planen har intet indhold til cards, minutes, minutes-all, measures og dates."
    assert len(told.out) == len(DOCUMENTS) - 5
    again = render("tom.plan.yaml", "-d", "all", "-f", "md,csv,ics")
    assert again.out == []
    assert again.err == ["Alle 9 filer i ud er uændrede siden sidst. Med --force laves de igen.", told.err[-1]]
    plan("fuld.plan.yaml", more=WORKSHOP)
    both = render("*.plan.yaml", "-d", "all", "-f", "md,csv,ics")
    assert both.code == 0
    assert "ud/fuld-datoer.ics" not in both.out
    assert {"ud/fuld-handlekort.md", "ud/fuld-referat-1-intern.md"} <= set(both.out)
    assert both.err[-1] == (
        "Udeladt, hvor planen intet indhold har til dokumentet (antal planer ud af 2): "
        "measures (2), dates (2), cards (1), minutes (1), minutes-all (1)."
    )


def test_all_in_the_public_edition_makes_no_work_paper(render: Render) -> None:
    plan("a.plan.yaml", more=WORKSHOP)
    render("a.plan.yaml", "-d", "all", "-e", "offentlig", "-f", "md,csv")
    assert not [name for name in made() if "intern" in name]
    assert "a-handlekort.md" in made()


def test_a_document_that_is_named_is_wanted_and_its_failure_stops_no_other(render: Render) -> None:
    plan("a.plan.yaml")
    told = render("a.plan.yaml", "-d", "dates,plan", "-f", "md,ics")
    assert (told.code, told.out) == (1, ["ud/a.md"])
    assert told.err[0].startswith("a.plan.yaml: Planen nævner ingen datoer endnu")


def test_what_stops_every_public_document_is_said_once_and_the_internal_ones_are_made(render: Render) -> None:
    plan("a.plan.yaml", more="concerns:\n  recording: Noteres på 010203-1234\n")
    told = render("a.plan.yaml", "-d", "plan,summary,homework")
    assert (told.code, told.out) == (4, ["ud/a-efter-moedet-intern.md"])
    assert sum("CPR-nummer" in line for line in told.err) == 1


def test_a_program_is_told_of_each_document(render: Render) -> None:
    plan("a.plan.yaml")
    told = render("a.plan.yaml", "-d", "all", "-f", "ics,csv", "--json")
    lines = [json.loads(line) for line in told.out]
    assert [(line["document"], line["path"], line["status"]) for line in lines] == [
        ("measures", None, "left_out"),
        ("tasks", "ud/a-opgaver-intern.csv", "made"),
        ("dates", None, "left_out"),
    ]


def test_no_two_plans_make_the_same_file(render: Render) -> None:
    """`a` has cards called `a-handlekort`, which is what the plan of the other file would be called."""
    plan("a-handlekort.plan.yaml", "Andeby Kommune", WORKSHOP)
    plan("a.plan.yaml", "Bøgeby Kommune", WORKSHOP)
    alone = render("a-handlekort.plan.yaml", "a.plan.yaml")
    assert alone.out == ["ud/a-handlekort.md", "ud/a.md"], "one document a plan needs no numbers"
    told = render("a-handlekort.plan.yaml", "a.plan.yaml", "-d", "plan,cards", "-o", "begge")
    assert len(set(told.out)) == 4
    assert {"begge/a-handlekort.md", "begge/a-handlekort-handlekort.md", "begge/a-2.md"} <= set(told.out)
    other = render("a.plan.yaml", "a-handlekort.plan.yaml", "-d", "plan,cards", "-o", "omvendt")
    assert len(set(other.out)) == 4
    assert {"omvendt/a.md", "omvendt/a-handlekort.md", "omvendt/a-handlekort-2.md"} <= set(other.out)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["-d", "handlekort"], "Dokumentet »handlekort« findes ikke. Mente du cards?"),
        (["-d", "plan,concern"], "Dokumentet »concern« findes ikke. Mente du concern-citizens eller concern-staff?"),
        (["-d", "all,xyzzy"], "Dokumentet »xyzzy« findes ikke."),
        (["-d", "plan,dates", "-f", "md"], "Dokumentet dates findes ikke som md. Vælg et eller flere af: ics."),
        (["-d", "plan,cards", "-f", "md,ics"], "Ingen af dokumenterne findes som ics."),
        (
            ["-d", "plan,minutes,homework", "-e", "public"],
            "Arbejdspapirer findes kun i den interne udgave: minutes og ",
        ),
        (["-d", "cards,summary", "--since", "a.plan.yaml"], "--since gælder kun planen og sagsfremstillingen."),
        (["-d", "plan,cards", "--session", "1"], "--session gælder kun referatet."),
        (["-d", "plan,cards", "-o", "-"], "Til standard output kan kun skrives ét dokument i ét format."),
    ],
)
def test_what_cannot_be_meant_is_refused(render: Render, words: list[str], sentence: str) -> None:
    plan("a.plan.yaml")
    told = render("a.plan.yaml", *words)
    assert (told.code, told.out) == (2, [])
    assert told.err[0].startswith(sentence)


def test_an_earlier_plan_and_a_meeting_are_for_those_of_the_documents_that_tell_of_them(render: Render) -> None:
    plan("gammel.plan.yaml", "Gammelby Kommune")
    plan("a.plan.yaml", more=WORKSHOP)
    told = render("a.plan.yaml", "-d", "plan,cards,minutes", "--since", "gammel.plan.yaml", "--session", "1")
    assert told.code == 0
    assert "Gammelby" in Path("ud/a.md").read_text("utf-8")
    assert "Gammelby" not in Path("ud/a-handlekort.md").read_text("utf-8")
