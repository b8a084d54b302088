"""The list of the search takes keys also where there is no room for it yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import driving, new_plan


@pytest.mark.parametrize("lines", range(1, 8))
@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_a_list_without_room_is_not_turned_and_ends_nothing(tmp_path: Path, key: str, lines: int) -> None:
    async with driving(new_plan(tmp_path), size=(80, lines)) as drive:
        await drive.press("f7")
        await drive.type("e")
        await drive.press("down", key)
        await drive.press("escape")
        assert drive.place == "front.municipality"
