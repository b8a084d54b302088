"""What changed in a text: every word that went or came is shown, and no more of the rest than is needed."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from schemas.passages import GAP, passages

WORDS = st.lists(st.sampled_from(["en", "to", "tre", "fire", "fem"]), max_size=30).map(" ".join)


@given(WORDS, WORDS)
def test_a_side_is_empty_where_nothing_went_or_came(before: str, after: str) -> None:
    old, new = passages(before, after)
    if before == after:
        assert old == new == ()
    for side, text in ((old, before), (new, after)):
        for passage in side:
            for piece in passage.text.split(GAP):
                assert piece.strip() in text


def test_what_lies_far_from_a_change_is_left_out() -> None:
    before = " ".join(f"ord{number}" for number in range(200))
    old, new = passages(before, before.replace("ord100", "andet"))
    assert old[1] == ("ord100", True)
    assert new[1] == ("andet", True)
    assert sum(len(passage.text.split()) for passage in new) < 20


def test_texts_with_nothing_in_common_are_shown_unmarked_and_cut() -> None:
    old, new = passages("en " * 500, "to " * 500)
    assert not any(passage.changed for passage in (*old, *new))
    assert old[0].text.endswith(GAP)
    assert len(old[0].text.split()) < 100


def test_very_long_texts_are_compared_at_once() -> None:
    before = " ".join(f"ord{number % 97}" for number in range(30_000))
    begun = time.perf_counter()
    old, new = passages(before, before.replace("ord5 ", "andet ", 1) + " slut")
    assert time.perf_counter() - begun < 1
    assert old
    assert new
