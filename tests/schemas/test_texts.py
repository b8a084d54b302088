"""What is typed or pasted is kept, in the form that a plan file can hold."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.texts import UNFIT, fit, shown


def test_every_kind_of_line_break_becomes_a_new_line():
    assert fit("a\r\nb\rc\x0bd\x0ce\nf") == "a\nb\nc\nd\ne\nf"


def test_a_control_character_is_seen_to_have_been_there():
    assert fit("a\x00b\x1b[c") == "a\ufffdb\ufffd[c"


@given(st.text())
def test_what_is_fit_stays_as_it_is(text):
    once = fit(text)
    assert not UNFIT.search(once)
    assert fit(once) == once


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_what_is_shown_is_one_short_line(text):
    assert shown(text).isprintable()


def test_a_half_character_is_shown_too():
    assert shown("\ud800") == "\\ud800"
