"""Every kind of question is answered by keyboard, and what was typed stands in the plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from driving import driving, new_plan

from schemas.choices import DocumentKind, Form, MeasureStatus
from schemas.plan import Plan
from schemas.texts import TEXT_LIMIT


async def test_a_line_is_typed_and_enter_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.type("Beredskab på Ærø\n")
        assert drive.plan.front.title == "Beredskab på Ærø"
        assert drive.place == "front.kind"


async def test_pasted_lines_become_one_and_that_is_said(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.title")
        await drive.paste("Beredskab\r\nmod ekstremisme\n")
        assert drive.plan.front.title == "Beredskab mod ekstremisme"
        assert "2 linjer er sat sammen" in drive.screen()


async def test_a_text_keeps_its_lines_and_tab_goes_on(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await drive.type("Første linje\nAnden linje")
        await drive.press("tab")
        assert drive.plan.strategy.vision == "Første linje\nAnden linje"
        assert drive.place.startswith("strategy.goals")


async def test_page_down_goes_on_from_the_last_line_of_a_text_only(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await drive.type("\n" * 30)
        await drive.press("pageup", "pageup", "pagedown")
        assert drive.place == "strategy.vision"
        await drive.press("ctrl+down")
        assert drive.place.startswith("strategy.goals")


async def test_what_is_too_long_is_refused_whole(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await drive.type("Kort")
        await drive.paste("x" * TEXT_LIMIT)
        assert drive.plan.strategy.vision == "Kort"
        assert "Intet er ændret" in drive.screen()


async def test_a_choice_is_made_by_number_or_pointer_and_taken_back(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.kind")
        await drive.type("2")
        assert drive.plan.front.kind is DocumentKind.PREPAREDNESS
        await drive.press("backspace")
        assert drive.plan.front.kind is None
        await drive.press("down", "enter")
        assert drive.plan.front.kind is DocumentKind.STRATEGY
        assert drive.place == "front.language"


async def test_enter_on_an_untouched_choice_answers_nothing(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.kind")
        await drive.press("enter")
        assert drive.plan.front.kind is None
        assert drive.place == "front.language"


async def test_several_choices_keep_the_lists_own_order(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("understanding.forms")
        await drive.type("521")
        await drive.press("space")
        assert drive.plan.understanding.forms == (Form.LEFT_WING, Form.MIXED)


async def test_a_date_is_typed_as_people_do_and_written_out(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.valid_from")
        await drive.type("1/6 2026\n")
        assert drive.plan.front.valid_from == date(2026, 6, 1)
        await drive.press("pageup")
        assert "1. juni 2026" in drive.screen()


async def test_a_wrong_date_stays_as_typed_with_a_sentence_beneath(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("front.valid_from")
        await drive.type("i morgen\n")
        assert drive.place == "front.valid_from"
        assert "»i morgen« er ikke en dato" in drive.screen()
        await drive.type("\n")
        assert drive.place == "front.status"
        await drive.press("pageup")
        assert "i morgen" in drive.screen()
        assert drive.plan.front.valid_from is None


async def test_a_reference_is_picked_by_typing_a_piece_of_its_name(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        keys = [drive.session.add("organisation.contacts", {"role": role}) for role in ("Byrådet", "SSP-leder")]
        await drive.goto("organisation.coordinator")
        await drive.type("ssp\n")
        assert drive.plan.organisation.coordinator == keys[1]
        assert drive.place == "organisation.deputy"
        await drive.press("down", "up", "enter")
        assert drive.plan.organisation.deputy == keys[0]


async def test_a_reference_creates_what_is_missing_without_leaving(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("organisation.coordinator")
        await drive.type("Tovholder")
        assert "Opret »Tovholder«" in drive.screen()
        await drive.type("\n")
        (contact,) = drive.plan.organisation.contacts
        assert contact.role == "Tovholder"
        assert drive.plan.organisation.coordinator == contact.id


async def test_what_was_typed_but_not_picked_stays_and_is_said(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("organisation.coordinator")
        await drive.type("Tovh")
        await drive.press("tab")
        assert drive.place == "organisation.deputy"
        assert "»Tovh« er ikke valgt endnu" in drive.screen()
        assert drive.plan.organisation.contacts == ()
        await drive.press("pageup")
        assert "Opret »Tovh«" in drive.screen()


async def test_a_list_of_lines_and_a_flag_are_answered_in_a_form(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    async with driving(plan) as drive:
        (card,) = drive.plan.acute.cards
        await drive.goto(f"acute.cards[{card.id}].calls")
        await drive.type("\nVagtchefen\n\n")
        assert drive.plan.acute.cards[0].calls == ("112", "Vagtchefen")
        assert drive.place.endswith(".leader")
        key = drive.session.add("organisation.contacts", {"role": "SSP"})
        await drive.goto(f"organisation.contacts[{key}].public")
        await drive.type("1")
        assert drive.plan.organisation.contacts[0].public is True


async def test_a_cpr_like_number_is_flagged_when_the_field_is_left(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        await drive.goto("strategy.vision")
        await drive.type("Ring om 010190-1234")
        assert "CPR" not in drive.screen()
        await drive.press("tab")
        assert "ligner et CPR-nummer" in drive.screen()
        await drive.press("f5")
        assert "ligner et CPR-nummer" not in drive.screen()


async def test_the_fields_of_a_record_are_each_their_own_kind(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path, Plan())) as drive:
        await drive.goto("measures")
        await drive.type("2\nSamtaler\n7. klasse\n\nSSP-leder\n1/8 2027\n2\n")
        (measure,) = drive.plan.measures.measures
        assert (measure.name, measure.target, measure.due) == ("Samtaler", "7. klasse", date(2027, 8, 1))
        assert measure.status is MeasureStatus.NEW
        assert [role.role for role in drive.plan.organisation.contacts] == ["SSP-leder"]
