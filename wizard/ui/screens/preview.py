"""The plan as it will be published, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from wizard.render.edition import Edition
from wizard.render.trouble import RenderTrouble
from wizard.ui.calm import Calm
from wizard.ui.following import Following
from wizard.ui.looking import LookTrouble, told
from wizard.ui.preview import Chapter, Laid, chapter_of, chapters, published
from wizard.ui.printable import printable
from wizard.ui.route import steps_of
from wizard.ui.steps import step_of

from .above import Above

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from schemas.plan import Plan


class Written(Message):
    """An edition's text is ready, or could not be made."""

    def __init__(
        self, plan: Plan, edition: Edition, text: str, trouble: RenderTrouble | LookTrouble | None = None
    ) -> None:
        super().__init__()
        self.plan = plan
        self.edition = edition
        self.text = text
        self.trouble = trouble


class PreviewScreen(Above):
    """Scrolls through an edition of the plan, beginning at the chapter one came from."""

    BINDINGS = [
        ("u", "switch", ""),
        ("n,right", "chapter(1)", ""),
        ("p,left", "chapter(-1)", ""),
        ("q", "leave", ""),
    ]
    edition = Edition.PUBLIC
    chapters: tuple[Chapter, ...] = ()

    @property
    def plan(self) -> Plan:
        """Give the plan that is shown."""
        return self.session.plan

    @property
    def heading(self) -> str:
        """Give what stands at the top."""
        return self.words("screens.preview.title")

    def readable(self, text: str) -> str:
        """Give an edition's text as it may be shown here."""
        return text

    def compose(self) -> ComposeResult:
        yield Static("", id="preview-title", classes="leaf-title", markup=False)
        yield VerticalScroll(id="preview-text")
        yield Static(self.words("screens.preview.hint"), id="preview-hint", classes="leaf-hint", markup=False)

    def on_mount(self) -> None:
        self.session.settle()
        self.query_one("#preview-text").focus()
        self._calm = Calm(self, self._follow)
        self.following = Following(self, self.session, self._calm.gather)
        self._write()

    def on_unmount(self) -> None:
        self.following.end()

    def _follow(self) -> None:
        """Write what others have changed, while what stands there can be read on."""
        self._calm.done()
        if self.plan is self.session.plan:
            self._make()

    def _write(self) -> None:
        """Have the edition written in a thread; the screen goes on meanwhile."""
        name = self.words(f"screens.preview.{self.edition.value}")
        self.query_one("#preview-title", Static).update(f"{self.heading} · {name}")
        self._say(self.words("screens.preview.working"))
        self._make()

    def _make(self) -> None:
        self._wanted = plan, edition = self.plan, self.edition
        beside = self.session.path

        def work() -> None:
            try:
                self.post_message(Written(plan, edition, self.readable(published(plan, edition, beside))))
            except (RenderTrouble, LookTrouble) as trouble:
                self.post_message(Written(plan, edition, "", trouble))

        self.run_worker(work, thread=True, exclusive=True, group="preview")

    def _say(self, sentence: str) -> None:
        text = self.query_one("#preview-text")
        text.remove_children()
        text.mount(Static(sentence, markup=False))

    async def on_written(self, message: Written) -> None:
        """Show the text, unless the other edition was asked for meanwhile, or the plan has moved on."""
        message.stop()
        if (message.plan, message.edition) != self._wanted:
            return
        if message.trouble is not None:
            self._say(printable(told(message.trouble, self.words)))
            return
        start = self._current() if self.chapters else None
        before, self.chapters = self.chapters, self._ours(chapters(message.text))
        if self._renewed(before):
            return
        if start is None:
            start = chapter_of(self.chapters, step_of(self.path), self.plan.front.language.value)
        text = self.query_one("#preview-text")
        await text.remove_children()
        await text.mount_all(Static(Laid(chapter.markdown), classes="preview-chapter") for chapter in self.chapters)
        self.call_after_refresh(self._go, start)

    def _renewed(self, before: tuple[Chapter, ...]) -> bool:
        """Write only the chapters anew that are others now, where the same ones stand there; else False."""
        shown = list(self.query(".preview-chapter").results(Static))
        if not shown or [one.heading for one in before] != [one.heading for one in self.chapters]:
            return False
        for widget, old, new in zip(shown, before, self.chapters, strict=True):
            if new != old:
                widget.update(Laid(new.markdown))
        return True

    def _ours(self, found: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
        """Leave out the chapters of parts that are not shown here, which would only seem to be empty."""
        if self.session.components is None:
            return found
        language = self.plan.front.language.value
        ours = {chapter_of(found, step, language) for step in steps_of(self.session)} - {0}
        return tuple(chapter for number, chapter in enumerate(found) if number in ours) or found

    def _current(self) -> int:
        """Give the chapter at the top of the screen."""
        text = self.query_one("#preview-text")
        tops = [widget.virtual_region.y for widget in text.query(".preview-chapter")]
        return max((at for at, top in enumerate(tops) if top <= text.scroll_offset.y), default=0)

    def _go(self, chapter: int) -> None:
        found = list(self.query(".preview-chapter"))
        if not found or not self.is_current:
            return
        at = max(0, min(chapter, len(found) - 1))
        text, top = self.query_one("#preview-text"), found[at].virtual_region.y
        if at and (top == 0 or text.virtual_size.height <= top):  # it is not laid out yet
            self.set_timer(0.02, lambda: self._go(chapter))
        else:
            text.scroll_to(y=top, animate=False)

    def action_chapter(self, by: int) -> None:
        """Go to the next chapter or the one before."""
        self._go(self._current() + by)

    def action_switch(self) -> None:
        """Show the other edition."""
        self.edition = Edition.INTERNAL if self.edition is Edition.PUBLIC else Edition.PUBLIC
        self._write()
