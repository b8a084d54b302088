"""What looks private in the public edition: each place to go to, and below them that all were seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from schemas.checks import Finding, sentence
from wizard.ui.messages import Jump
from wizard.ui.printable import printable

from .listing import Listing

if TYPE_CHECKING:
    from textual.widgets import OptionList

    from schemas.language import Words
    from schemas.plan import Plan

SEEN = "seen"


class PrivateList(Listing):
    """Lists the places; Enter goes to one of them, or says on the last line that they may be published."""

    class Seen(Message):
        """Somebody has looked at all of them, and they may be published."""

        def __init__(self, findings: tuple[Finding, ...]) -> None:
            super().__init__()
            self.findings = findings

    def __init__(self, words: Words) -> None:
        super().__init__(id="publish-private", markup=False)
        self.words = words
        self.findings: tuple[Finding, ...] = ()
        self.display = False

    def show(self, found: tuple[Finding, ...], plan: Plan) -> None:
        """Show what was found, the first place marked, and take the keys."""
        self.findings = found
        self.clear_options()
        for number, finding in enumerate(found):
            said = printable(sentence(finding, plan, self.words))
            self.add_option(Option(Content(f"{number + 1}. {said}"), id=str(number)))
        seen = self.words("private.seen_one" if len(found) == 1 else "private.seen")
        self.add_option(Option(Content.styled(f"■ {seen}", "bold"), id=SEEN))
        self.display = True
        self.highlighted = 0
        self.focus()
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the place, or say that all were seen."""
        event.stop()
        if event.option_id == SEEN:
            self.post_message(self.Seen(self.findings))
        else:
            self.post_message(Jump(self.findings[int(event.option_id or 0)].path))
