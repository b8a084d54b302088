"""The list of the search takes keys also where there is no room for it yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import driving, new_plan
from sparing import sparing
from textual import events


@pytest.mark.parametrize("lines", sparing([1, 4], [2, 3, 5, 6, 7]))
async def test_a_list_without_room_is_not_turned_and_ends_nothing(tmp_path: Path, lines: int) -> None:
    async with driving(new_plan(tmp_path), size=(80, lines)) as drive:
        for opener in ("f7", "f5", "ctrl+p"):
            for key in ("pageup", "pagedown"):
                await drive.press(opener)
                await drive.type("e")
                await drive.press("down", key, key)
                await drive.press("up", key)
                await drive.press("escape")
                assert drive.place == "front.municipality"


async def test_a_list_to_pick_from_is_paged_at_once_after_each_letter(tmp_path: Path) -> None:
    async with driving(new_plan(tmp_path)) as drive:
        for key in ("f5", "pageup", "pagedown", "e", "pageup", "t", "pagedown", "backspace", "pageup", "x", "pageup"):
            drive.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await drive.rest()
        await drive.press("escape")
        assert drive.place == "front.municipality"
