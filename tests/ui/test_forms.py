"""Records with many fields are typed in comfort on a small screen, one field at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import DANISH, Drive, driving, new_plan

from schemas.cards import ready_card, ready_cards
from schemas.choices import CardKind
from schemas.paths import get
from schemas.plan import Plan
from schemas.specs import FieldSpec
from wizard.ui.questions import columns, progress, questions
from wizard.ui.roles import PLACE
from wizard.ui.steps import STEPS

LISTS = [(step, spec) for step in STEPS for spec in questions(step, DANISH, deep=True) if spec.kind == "records"]


async def in_full(drive: Drive, place: str, **answers: object) -> str:
    """Open the form of a new record in uddybning, and give the record's path."""
    key = drive.session.add(place, answers)
    drive.main.questions.deep |= {place.partition(".")[0]}
    await drive.goto(f"{place}[{key}]")
    return f"{place}[{key}]"


def test_some_records_have_twenty_fields() -> None:
    assert max(len(columns(spec, deep=True)) for _, spec in LISTS) >= 20


async def check_in_view(tmp_path: Path, size: tuple[int, int], lists: list[FieldSpec]) -> None:
    async with driving(new_plan(tmp_path, Plan()), size=size) as drive:
        drive.main.questions.deep = frozenset(STEPS)
        for spec in lists:
            fields = columns(spec, deep=True)
            record = await in_full(drive, spec.place)
            for number, field in enumerate(fields, 1):
                await drive.goto(f"{record}.{field.name}")
                screen, focused = drive.screen(), drive.main.focused
                assert focused is not None
                assert focused.region.bottom <= size[1] - 2, f"{field.place}:\n{screen}"
                assert focused.region.height >= 1
                assert field.label[:14] in screen, f"{field.place}:\n{screen}"
                if len(fields) > 4:
                    assert f"felt {number} af {len(fields)}" in screen


async def test_each_field_of_a_card_is_in_view_with_its_label_and_number(tmp_path: Path) -> None:
    await check_in_view(tmp_path, (80, 24), [spec for _, spec in LISTS if spec.place == "acute.cards"])


@pytest.mark.full
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_each_field_of_every_record_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    await check_in_view(tmp_path, size, [spec for _, spec in LISTS if spec.place != PLACE])


async def test_a_record_of_twenty_fields_puts_up_no_more_than_one_of_three(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, Plan())) as drive:
        put_up = []
        for place in ("strategy.theory", "acute.cards"):
            await in_full(drive, place)
            put_up.append(len(drive.main.query(".form *")))
        assert put_up[0] == put_up[1]


async def test_enter_leads_through_all_fields_of_a_measure_and_to_the_next_one(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        drive.session.add("stakeholders.parties", {"name": "Skolerne"})
        record = await in_full(drive, "measures.measures", level="constructive")
        await drive.goto(f"{record}.name")
        await drive.type("Demokratiuge\n")
        await drive.type("To dage om demokrati.\nFor alle klasser.")
        await drive.press("tab")
        await drive.type("12\nElever\nAt kende demokratiet\n\nSSP-leder\nskol\n\n1/8 2026\n1/9 2027\n2\n")
        await drive.type("To dage\nErfaring\nAntal klasser\n1\nKun for unge\nSkolen spørger\n")
        measure = get(drive.plan, record)
        assert measure.description == "To dage om demokrati.\nFor alle klasser."
        assert [one.value for one in measure.tasks] == ["general", "concern"]
        assert [drive.plan.stakeholders.parties[0].id] == list(measure.partners)
        assert (measure.target, measure.purpose, measure.resource) == ("Elever", "At kende demokratiet", "To dage")
        assert (measure.evidence, measure.indicator, measure.access) == ("Erfaring", "Antal klasser", "Skolen spørger")
        assert "ny, nr." in drive.screen()


async def test_arrows_go_from_field_to_field_and_a_note_keeps_its_field(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        record = await in_full(drive, "measures.measures")
        await drive.goto(f"{record}.due")
        await drive.type("31/2 2027")
        await drive.press("down")
        assert drive.place == f"{record}.status"
        assert "Frist: »31/2 2027« er ikke en dato" in " ".join(drive.screen().split())
        await drive.goto(f"{record}.due")
        await drive.press("up")
        assert drive.place == f"{record}.start"


async def test_a_number_takes_digits_only_and_says_so(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        record = await in_full(drive, "understanding.figures")
        await drive.goto(f"{record}.year")
        await drive.type("202x")
        assert "Skriv kun cifre her" in drive.screen()
        await drive.type("6\n12\n")
        figures = get(drive.plan, record)
        assert (figures.year, figures.concerns) == (2026, 12)


async def test_several_roles_are_ticked_made_and_taken_away(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        first, second = (drive.session.add("organisation.contacts", {"role": role}) for role in ("Chef", "SSP-leder"))
        record = await in_full(drive, "coordination.forums", name="Infohus")
        await drive.goto(f"{record}.members")
        await drive.type("ssp\n")
        assert list(get(drive.plan, record).members) == [second]
        await drive.press("down", "space")
        assert list(get(drive.plan, record).members) == [second, first]
        assert "1\u00a0SSP-leder · 2\u00a0Chef" in drive.screen()
        await drive.press("up")
        await drive.type("Ny politirolle")
        assert "Opret »Ny politirolle«" in drive.screen()
        await drive.type("\n")
        assert [one.role for one in drive.plan.organisation.contacts] == ["Chef", "SSP-leder", "Ny politirolle"]
        assert len(get(drive.plan, record).members) == 3
        await drive.press("backspace")
        assert list(get(drive.plan, record).members) == [second, first]
        await drive.press("enter")
        assert drive.place == f"{record}.rhythm"
        await drive.press("escape")
        assert "SSP-leder og Chef" in drive.screen()


async def test_a_role_half_typed_is_kept_and_said(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        record = await in_full(drive, "coordination.forums", name="Infohus")
        await drive.goto(f"{record}.members")
        await drive.type("Politiets u")
        await drive.press("tab")
        assert "»Politiets u« er ikke valgt endnu" in " ".join(drive.screen().split())
        await drive.press("shift+tab")
        assert "Opret »Politiets u«" in drive.screen()
        await drive.type("\n")
        assert [one.role for one in drive.plan.organisation.contacts] == ["Politiets u"]


async def test_undo_takes_a_tick_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        drive.session.add("organisation.contacts", {"role": "Chef"})
        record = await in_full(drive, "coordination.forums", name="Infohus")
        await drive.goto(f"{record}.members")
        await drive.type("chef\n")
        await drive.press("ctrl+z")
        assert get(drive.plan, record).members == ()
        assert "[x]" not in drive.screen()


async def test_a_ready_card_is_begun_with_in_one_change(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("acute.cards")
        await drive.press("s")
        assert "Nyt handlekort fra skabelon" in drive.screen()
        await drive.type("presse\n")
        await drive.rest()
        card = drive.plan.acute.cards[-1]
        wanted = ready_card(CardKind.PRESS, DANISH)
        assert (card.kind, card.title, card.situation) == (CardKind.PRESS, wanted["title"], wanted["situation"])
        assert drive.place.startswith(f"acute.cards[{card.id}]")
        await drive.press("ctrl+z")
        assert len(drive.plan.acute.cards) == 1


async def test_a_ready_card_is_offered_where_no_card_is_yet(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, Plan())) as drive:
        await drive.goto("acute.cards")
        await drive.press("ctrl+p")
        await drive.type("skabelon\n")
        await drive.rest()
        await drive.type("\n")
        await drive.rest()
        assert drive.plan.acute.cards[0].kind is ready_cards()[0]


async def test_a_letter_in_the_form_of_a_card_opens_no_templates(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        (card,) = drive.plan.acute.cards
        await drive.goto(f"acute.cards[{card.id}].urgency")
        await drive.type("s")
        assert drive.place == f"acute.cards[{card.id}].urgency"


async def test_every_field_is_found_by_its_name_and_opens_what_it_stands_in(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.press("f5")
        await drive.type("årshjul\n")
        await drive.rest()
        assert drive.place == "coordination.calendar"
        await drive.press("f5")
        await drive.type("bemanding\n")
        await drive.rest()
        assert drive.place == "acute.cards"
        assert "acute" in drive.main.questions.deep


async def test_a_closed_list_that_is_longer_than_the_screen_is_scrolled(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        record = await in_full(drive, "coordination.calendar")
        await drive.goto(f"{record}.month")
        assert "↓" in drive.screen()
        await drive.press(*["down"] * 12, "space")
        assert get(drive.plan, record).month.value == "december"
        assert "↑" in drive.screen()


def test_counts_tell_what_is_answered_and_nothing_else() -> None:
    empty = Plan()
    counted = progress(empty, "concerns", DANISH, deep=True)
    assert counted.done == 0
    everything = [one for one in questions("concerns", DANISH, deep=True) if one.kind != "flag"]
    assert counted.of == sum(max(1, one.rows) for one in everything)
