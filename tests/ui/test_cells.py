"""Only what changed is sent, and the terminal shows what stock Textual would have it show, cell by cell."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path
from typing import Any

import pyte
import pytest
from driving import Drive, driving, new_plan
from rich.console import RenderableType
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen

from wizard.files.examples import examples
from wizard.files.plan_file import read_plan
from wizard.ui.cells import Sheet
from wizard.ui.sgr import change
from wizard.ui.terminal import OnTerminal

SEEDS = range(int(os.environ.get("PLANBYGGER_SEEDS", "1")))
KEYS = [
    *("pagedown", "pageup", "tab", "shift+tab", "down", "up", "left", "right", "enter", "backspace", "delete"),
    *("home", "end", "f1", "f4", "f5", "f6", "f7", "escape", "escape", "ctrl+z", "ctrl+y", "f8", "f9", "f9", "space"),
]
TYPED = ["æ", "Ø", "x", " ", "漢", "字", "e\u0301", "👍", "ñ", "é", "Ａ", "…", "—", "q"]
"""Characters that the emulator and Textual find equally wide; of the others stock Textual shifts what follows."""


class Twins:
    """Two emulated terminals: one gets stock Textual's bytes, one the wizard's own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, columns: int, lines: int) -> None:
        self.stock, self.ours = (pyte.Screen(columns, lines) for _ in range(2))
        self.sent = {"stock": 0, "ours": 0}
        monkeypatch.setattr(OnTerminal, "_display", self._hook())

    def _hook(self) -> Any:
        feeds = {name: pyte.Stream(getattr(self, name)) for name in self.sent}
        for feed in feeds.values():
            feed.feed("\x1b[?7l")

        def display(app: OnTerminal, screen: Screen[Any], update: RenderableType | None) -> None:
            if isinstance(update, (LayoutUpdate, ChopsUpdate)) and not app._batch_count:
                # A new line in a raw terminal only goes down; what follows is placed anew anyway.
                for name, text in (("stock", update.render_segments(app.console)), ("ours", app.bytes_for(update))):
                    feeds[name].feed(text.replace("\n", "\r\n"))
                    self.sent[name] += len(text)
            App._display(app, screen, update)

        return display

    def assert_same(self, app: App[Any], after: str) -> None:
        """Compare every cell with what stock Textual sent, and with the whole screen as it would send it now."""
        whole = pyte.Screen(self.stock.columns, self.stock.lines)
        pyte.Stream(whole).feed("\x1b[?7l" + stock_picture(app).replace("\n", "\r\n"))
        for y in range(self.stock.lines):
            for x in range(self.stock.columns):
                stock, ours, all_anew = (one.buffer[y][x] for one in (self.stock, self.ours, whole))
                assert ours == stock == all_anew, f"line {y}, column {x} after {after}"


def stock_picture(app: App[Any]) -> str:
    """Give the whole screen as stock Textual renders and sends it."""
    ours = app.screen._compositor
    visible_screen_stack.set(app._background_screens)
    stock = Compositor()
    stock.__dict__.update(ours.__dict__)
    stock._dirty_regions = set()
    return stock.render_full_update().render_segments(app.console)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return new_plan(tmp_path, read_plan(next(path for path in examples() if path.name.startswith("lilleoe"))))


async def act(drive: Drive, chance: random.Random) -> str:
    """Do something a person may do, and tell what."""
    kind = chance.random()
    if kind < 0.6:
        text = "".join(chance.choices(TYPED, k=chance.randint(1, 3)))
        await drive.type(text)
        return repr(text)
    if kind < 0.65:
        text = "\n".join("".join(chance.choices(TYPED, k=30)) for _ in range(3))
        await drive.paste(text)
        return f"pasting {text!r}"
    key = chance.choice(KEYS)
    await drive.press(key)
    return key


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_random_session_shows_the_same_in_every_cell(
    plan: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    size = chance.choice([(80, 24), (120, 40), (61, 21)])
    twins = Twins(monkeypatch, *size)
    async with driving(plan, size) as drive:
        did = []
        for _ in range(60):
            did.append(await act(drive, chance))
            if drive.app._exit:
                break
            twins.assert_same(drive.app, f"seed {seed}: {' '.join(did)}")
    assert twins.sent["ours"] < 0.5 * twins.sent["stock"]


async def test_a_character_of_disputed_width_shifts_nothing_that_follows(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The emulator finds a heart with a variation selector one cell wide, and an astronaut four; Textual two."""
    twins = Twins(monkeypatch, 120, 40)
    async with driving(plan, (120, 40)) as drive:
        await drive.type("❤\ufe0f 👩\u200d🚀 børn og unge e\u0301n 漢字")
        strips = drive.app.screen._compositor.render_strips()
    edge = strips[3].text.rindex("│")
    assert all(twins.ours.buffer[y][edge].data == "│" for y in range(2, 38))
    line = next(text for text in twins.ours.display if "børn og unge" in text)
    assert "børn og unge én 漢字" in line.replace("e\u0301", "é")


async def test_what_steers_a_terminal_is_never_sent(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Twins(monkeypatch, 80, 24)
    sent: list[str] = []
    bytes_for = OnTerminal.bytes_for
    monkeypatch.setattr(OnTerminal, "bytes_for", lambda app, update: sent.append(bytes_for(app, update)) or sent[-1])
    async with driving(plan) as drive:
        await drive.paste("før\x1b]0;navn\x07efter\x9b31m\x85 slut")
        drive.app.screen.notify("\x1b[2J\x07\x9b2J", markup=False)
        await drive.rest()
    assert "slut" in "".join(sent)
    assert not re.search("[\x00-\x1a\x1c-\x1f\x7f-\x9f]", "".join(sent))
    assert not re.search(r"\x1b(?!\[\d+;\d+H|\[\d*[CD]|\[[\d;]*m)", "".join(sent))


def test_a_picture_larger_than_the_terminal_is_cut_at_its_edges() -> None:
    """A window that was just made smaller may get one picture more of the size it had."""
    sheet, line = Sheet(4, 2), [(char, "") for char in "abcdef"]
    for x, y in ((0, 0), (2, 1), (3, 0), (4, 0), (9, 1), (0, 2)):
        sheet.put(x, y, line)
    screen = pyte.Screen(4, 2)
    pyte.Stream(screen).feed("\x1b[?7l" + sheet.take())
    assert screen.display == ["abca", "  ab"]


@pytest.mark.parametrize(
    ("old", "new", "sent"),
    [
        (None, "1;31;44", "\x1b[0;1;31;44m"),
        ("31;44", "32;44", "\x1b[32m"),
        ("38;2;1;2;3;48;5;7", "38;2;1;2;3;100", "\x1b[100m"),
        ("1;31;44", "31;44", "\x1b[0;31;44m"),
        ("31;44", "44", "\x1b[0;44m"),
        ("31", "", "\x1b[m"),
        ("7", "1;7", "\x1b[0;1;7m"),
    ],
)
def test_a_look_becomes_another_by_what_differs(old: str | None, new: str, sent: str) -> None:
    assert change(old, new) == sent
