"""File names are safe on every system and never leave the folder asked for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.files.names import inside, safe_name
from wizard.files.trouble import CannotWrite


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ærø Kommune – handleplan", "aeroe-kommune-handleplan"),
        ("Århus", "aarhus"),
        ("A\u030arhus", "aarhus"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\plan", "c-plan"),
        (".skjult", "skjult"),
        ("CON", "con-plan"),
        ("lpt1", "lpt1-plan"),
        ("", "plan"),
        ("計画", "plan"),
        ("Café Müller", "cafe-muller"),
    ],
)
def test_a_name_is_made_of_any_text(text, name):
    assert safe_name(text, ".docx") == f"{name}.docx"


@given(st.text(max_size=200))
def test_no_text_gives_an_unsafe_name(text):
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,84}[a-z0-9])?\.md", safe_name(text, ".md"))


@given(st.text(max_size=50))
def test_a_safe_name_stays_inside(text):
    assert inside("/tmp", safe_name(text, ".md")).parent.as_posix() == "/tmp"


@pytest.mark.parametrize("name", ["", ".", "..", "../a", "a/b", "/a", "a\\b", "c:a", ".a", "a\0", "a/"])
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path, name):
    with pytest.raises(CannotWrite):
        inside(tmp_path, name)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(CannotWrite):
        inside(tmp_path / "out", "a.md")
