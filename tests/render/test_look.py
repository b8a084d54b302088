"""A look of one's own is handed along as a plain value and decides what every format looks like."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from rendered_plans import small

from wizard.render.documents import PLAN
from wizard.render.edition import Edition
from wizard.render.formats import HTML
from wizard.render.look import PLAIN, Look
from wizard.render.markdown import to_markdown
from wizard.render.rendering import render
from wizard.render.trouble import RenderTrouble


def test_a_look_can_be_sent_to_a_worker_and_known_again() -> None:
    look = Look(brand=replace(PLAIN.brand, name="Nyby"), templates=(("plan.css", "p {}"),), reference=b"PK")
    assert pickle.loads(pickle.dumps(look)) == look
    prints = {look.fingerprint(), PLAIN.fingerprint(), replace(look, reference=b"").fingerprint()}
    assert len(prints) == 3
    assert Look().fingerprint() == PLAIN.fingerprint()


def test_a_template_of_ones_own_takes_the_place_of_ours_alone() -> None:
    own = Look(
        templates=(("partials/changes.md.j2", "Her står vores eget.\n\n"), ("plan.css", "h1 { color: #123456 }"))
    )
    assert "Her står vores eget." in to_markdown(small(), PLAN, Edition.PUBLIC, look=own)
    page = render(small(), PLAN, HTML, Edition.PUBLIC, look=own).decode()
    assert "#123456" in page
    assert "--shade" not in page
    assert "Her står vores eget." not in render(small(), PLAN, HTML, Edition.PUBLIC).decode()


def test_a_look_that_finds_no_room_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    look = Look(templates=(("plan.css", "p { color: #fedcba }"),))
    with pytest.raises(RenderTrouble):
        render(small(), PLAN, HTML, Edition.PUBLIC, look=look)
