"""The roles a roll-call lists."""

from __future__ import annotations

from schemas.organisation import Contact, Organisation
from schemas.plan import Plan
from schemas.workshop import Meeting, Present, Workshop
from wizard.ui.roll import matching, roll, typed_role

PLAN = Plan(
    organisation=Organisation(
        contacts=(
            Contact(id="c-00000001", role="SSP-leder", unit="Børn"),
            Contact(id="c-00000002", role="Tovholder hos politiet"),
            Contact(id="c-00000003", role="Skoleleder", unit="Vestskolen"),
            Contact(id="c-00000004"),
        )
    ),
    workshop=Workshop(
        sessions=(
            Meeting(
                id="m-00000001",
                present=(
                    Present(id="p-00000001", role="SSP-leder", unit="Børn"),
                    Present(id="p-00000002", role="Tovholder hos politiet", unit="Politikredsen"),
                    Present(id="p-00000003", role="Skoleleder", unit="Østskolen"),
                ),
            ),
        )
    ),
)


def test_the_register_stands_first_and_others_after_it() -> None:
    assert [role.line for role in roll(PLAN)] == [
        "[x] SSP-leder, Børn",
        "[x] Tovholder hos politiet, Politikredsen",
        "[ ] Skoleleder, Vestskolen",
        "[x] Skoleleder, Østskolen",
    ]


def test_a_closed_meeting_has_nobody_to_tick() -> None:
    closed = PLAN.workshop.sessions[0].model_copy(update={"closed": True})
    plan = PLAN.model_copy(update={"workshop": Workshop(sessions=(closed,))})
    assert not any(role.key for role in roll(plan))


def test_a_role_is_found_by_pieces_of_its_name_and_unit() -> None:
    assert [role.named for role in matching(roll(PLAN), "skole øst")] == [("Skoleleder", "Østskolen")]
    assert [role.named for role in matching(roll(PLAN), "leder, boern")] == [("SSP-leder", "Børn")]


def test_a_comma_parts_role_and_unit() -> None:
    assert typed_role(" Præst ,  Sognet, øst ") == ("Præst", "Sognet, øst")
    assert typed_role("Pedel") == ("Pedel", "")
