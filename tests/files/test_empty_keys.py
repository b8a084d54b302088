"""An empty answer in a file is no answer; an empty key that no plan has is refused, for it was part of a sentence."""

from __future__ import annotations

import pytest

from wizard.files.plan_file import parse_plan
from wizard.files.trouble import BrokenFile


def test_an_answer_left_empty_in_the_file_is_not_given() -> None:
    assert parse_plan(b"front:\n  title:\n  municipality: Eksempelby Kommune\n").front.title == ""


def test_the_end_of_a_sentence_is_not_dropped_with_its_comma() -> None:
    """In `{...}` YAML takes what stands after a comma for a key of its own."""
    with pytest.raises(BrokenFile) as broken:
        parse_plan(b"stakeholders:\n  parties:\n    - {name: Skoler, klubber og foreninger}\n")
    assert "klubber og foreninger" in str(broken.value.values)
