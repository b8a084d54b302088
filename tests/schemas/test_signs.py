"""What nobody sees, and what steers a screen, is out of everything that is shown; what people write stays."""

from __future__ import annotations

import json

import pytest
from hostile import FLOOD, HALF, HOSTILE, harmless, texts
from hypothesis import given

from schemas.signs import clean, message, printable, spelled


@pytest.mark.parametrize("text", [*HOSTILE, HALF])
def test_every_hostile_text_is_harmless_in_a_document_and_in_a_message(text: str) -> None:
    assert harmless(clean(text))
    assert harmless(message(text))


@given(texts)
def test_any_text_is_harmless_and_what_is_harmless_stays_as_it_is(text: str) -> None:
    for made in (clean(text), message(text)):
        assert harmless(made)
    assert clean(clean(text)) == clean(text)
    assert message(message(text)) == message(text)


@given(texts)
def test_what_is_drawn_has_as_many_characters_as_the_text(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert "\x1b" not in printable(text)
    assert "\u202e" not in printable(text)


@given(texts)
def test_json_is_the_same_to_a_program_and_harmless_on_a_screen(text: str) -> None:
    written = spelled(json.dumps({"tekst": text}, ensure_ascii=False, indent=2))
    assert json.loads(written) == {"tekst": text}
    assert not FLOOD.sub("", written) or harmless(FLOOD.sub("", written))


@pytest.mark.parametrize(
    "text",
    [
        "Ærø Kommune – »plan« 2026",
        "e\u0301n Việt Nam",
        "👩\u200d🚀 ❤\ufe0f",
        "می\u200cخواهم",
        "שָׁלוֹם",
        "ก็ที่",
        "a\u00adb",
        "漢字",
        "§ 115 · 10\u00a0%",
    ],
)
def test_what_people_write_in_any_script_stays(text: str) -> None:
    assert clean(text) == text
    assert message(text) == text
    assert printable(text) == text


def test_what_steers_is_seen_as_a_mark_in_a_message_and_gone_from_a_document() -> None:
    assert message("før\x1b[2Jefter\u202e") == "før\ufffd[2Jefter\ufffd"
    assert clean("før\x1b[2Jefter\u202e") == "før[2Jefter"
    assert clean("a\u2028b\x0bc\r\nd") == "a\nb\nc\nd"
