"""Publishing: which edition, documents and formats, and where; then the files, and what was left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.actions import SkipAction
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Label, Static

from wizard.document.acknowledging import acknowledging
from wizard.document.revising import earlier_file
from wizard.document.session import ReadOnlyPlan
from wizard.render.brand.finding import BRAND, brand_of
from wizard.render.documents import DOCUMENTS, Document
from wizard.render.edition import Edition
from wizard.render.formats import FORMATS
from wizard.render.publishing import Request, file_name
from wizard.render.trouble import Blocked, Unacknowledged
from wizard.render.visible import omitted
from wizard.ui.access import access_of
from wizard.ui.completion import typed_path
from wizard.ui.messages import Jump
from wizard.ui.printable import printable
from wizard.ui.widgets.private import PrivateList
from wizard.ui.widgets.wishes import Wishes

from .page import Page
from .publish_making import Made, Making, Published, Stopped
from .publish_told import explained, kept_back, lacking, named, report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from schemas.checks import Finding
    from schemas.plan import Plan


KEPT = "publish"
"""The name under which the documents and formats that were chosen last are kept beside the plan."""


def _usual() -> Iterable[str]:
    return (f"format.{name}" for name, format in FORMATS.items() if format.usual)


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The parts of the form, one below the other; the arrows go from one to the next."""

    BINDINGS = [("down", "app.focus_next", ""), ("up", "app.focus_previous", "")]


class PublishPage(Page):
    """Asks what to publish, has it made in a thread and says where it is. Enter publishes from anywhere."""

    BINDINGS = [("escape", "stop", "")]

    def compose(self) -> ComposeResult:
        say = self.words
        with Form(id="publish-form"):
            yield Wishes(self._groups(), self._chosen())
            yield Label(say("screens.publish.folder"), id="publish-head", markup=False)
            folder = str(self.session.path.resolve().parent)
            yield Input(folder, id="publish-folder", compact=True, select_on_focus=False)
            if brand_of(self.session.path) is not None:
                yield Label(say("publishing.brand", name=BRAND), id="publish-brand", markup=False)
            yield Label(say("publishing.earlier"), id="publish-since", markup=False)
            hint = say("publishing.optional")
            yield Input(self._earlier(), placeholder=hint, id="publish-earlier", compact=True, select_on_focus=False)
            yield Button(say("screens.publish.go"), id="publish-go", variant="primary", compact=True)
            yield Static("", id="publish-says", markup=False)
            yield Static("", id="publish-files", markup=False)
            yield Static("", id="publish-after", markup=False)
            yield Button(say("screens.publish.cpr_jump"), id="publish-jump", variant="primary", compact=True)
            yield PrivateList(say)
        yield Static("", id="publish-hint", classes="leaf-hint", markup=False)

    def _chosen(self) -> set[str]:
        """Give the documents and formats that were chosen last time, or the usual ones; the edition is public."""
        kept = (self.session.recall(KEPT) or "").split()
        return {"edition.public", *(kept or ["document.plan", *_usual()])}

    def _groups(self) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
        """Name what can be wished for, by edition, document and format."""
        say = self.words
        editions = [(one.value, say(f"screens.publish.{one.value}")) for one in Edition]
        documents = [(name, say(f"screens.publish.document.{name}")) for name in DOCUMENTS]
        formats = [(name, say(f"screens.publish.{name}")) for name in FORMATS]
        return [
            ("edition", say("screens.publish.edition"), "one", editions),
            ("document", say("screens.publish.documents"), "any", documents),
            ("format", say("screens.publish.formats"), "any", formats),
        ]

    def on_mount(self) -> None:
        self._agreed: tuple[Path, ...] = ()
        self._there: tuple[Path, ...] = ()
        self._jump = ""
        self._sent = False
        self._busy = self._stopping = False
        self._written: list[Path] = []
        self._say("")
        self._count()

    def enter(self, path: str) -> None:
        """Begin at the edition; `publish.minutes+homework` chooses these, in the internal edition."""
        wishes = self.query_one(Wishes)
        if named := path.partition(".")[2]:
            self._sent = True
            wishes.choose({"edition.internal", *(f"document.{name}" for name in named.split("+"))})
        wishes.focus()
        if wishes.highlighted is None:
            wishes.action_first()

    def _earlier(self) -> str:
        """Propose the plan that this one is a revision of, where that is known."""
        found = earlier_file(self.session)
        return str(found) if found is not None and access_of(self.app).holds(found) else ""

    def requests(self) -> tuple[Request, ...]:
        """Give the files that are wished for and can be had.

        Work papers stand in no public edition, and a document has not every format.
        """
        wishes = self.query_one(Wishes)
        edition = Edition(wishes.of("edition")[0])
        documents = [one for one in self._documents() if not (one.internal and edition is Edition.PUBLIC)]
        formats = [FORMATS[name] for name in wishes.of("format")]
        return tuple(
            Request(document, format, edition)
            for document in documents
            for format in formats
            if format in document.formats
        )

    def _documents(self) -> list[Document]:
        return [DOCUMENTS[name] for name in self.query_one(Wishes).of("document")]

    def earlier(self) -> Path | None:
        """Give the earlier plan's file; what is not absolute stands beside the plan."""
        typed = self.query_one("#publish-earlier", Input).value.strip()
        return typed_path(typed, self.session.path.resolve().parent) if typed else None

    def folder(self) -> Path:
        """Give the folder that is wished for; what is not absolute stands beside the plan."""
        return typed_path(self.query_one("#publish-folder", Input).value, self.session.path.resolve().parent)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "publish-jump":
            self.post_message(Jump(self._jump))
        elif not self._busy:
            self.publish()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one("#publish-go", Button).press()

    def on_wishes_changed(self, event: Wishes.Changed) -> None:
        event.stop()
        self._count()
        if not self._sent:
            chosen = self.query_one(Wishes).chosen
            self.session.remember(KEPT, " ".join(sorted(one for one in chosen if not one.startswith("edition."))))

    def _count(self) -> None:
        """Say in the last line how many files Enter makes."""
        count = len(self.requests())
        key = {0: "hint", 1: "hint_one"}.get(count, "hint_some")
        self.query_one("#publish-hint", Static).update(self.words(f"screens.publish.{key}", count=count))

    def on_wishes_done(self, event: Wishes.Done) -> None:
        event.stop()
        self.query_one("#publish-go", Button).press()

    def on_private_list_seen(self, event: PrivateList.Seen) -> None:
        """Keep in the plan that what was found has been seen, and go on where publishing waited."""
        event.stop()
        try:
            self.session.apply(acknowledging(self.session.plan, event.findings))
        except ReadOnlyPlan:
            self._say(self.words("private.not_here"))
            return
        self._agreed = self._there
        self.publish()

    def action_stop(self) -> None:
        """Write no further file; where nothing is being made, the key is the main screen's."""
        if not self._busy:
            raise SkipAction
        self._stopping = True
        self._say(self.words("screens.publish.stopping"))

    def publish(self) -> None:
        """Begin, or say first what is missing or will be replaced."""
        self.session.settle()
        # What comes back from a hearing finds by the stamp what was sent.
        plan = self.session.plan.model_copy(update={"saved": self.session.stamp()})
        requests, folder = self.requests(), self.folder()
        if not requests:
            edition = Edition(self.query_one(Wishes).of("edition")[0])
            self._say(" ".join(self._kept_back(edition)) or self.words("screens.publish.nothing"))
            return
        access = access_of(self.app)
        if access.folder is not None and access.read_only:
            self._say(self.words("hosting.unavailable"))
            return
        if not all(access.holds(path) for path in (folder, self.earlier()) if path is not None):
            self._say(self.words("hosting.outside", folder=printable(str(access.folder))))
            return
        there = tuple(path for one in requests if (path := folder / file_name(plan, one)).exists())
        if there and there != self._agreed:
            self._agreed = there
            self._say(self.words("screens.publish.replace"), there)
            return
        self._agreed, self._there = (), there
        self._busy, self._stopping = True, False
        self._written = []
        self._say(self.words("screens.publish.starting"))
        making = Making(plan, self.session.path, requests, folder, self.earlier())
        self.run_worker(lambda: self._work(making), thread=True, group="publish")

    def _work(self, making: Making) -> None:
        making.work(self.post_message, lambda: self._stopping, self.words)

    def on_made(self, message: Made) -> None:
        """Say how far the work is."""
        message.stop()
        self._written.append(message.path)
        if not self._stopping:
            self._say(self.words("screens.publish.working", done=message.done, total=message.of))

    def on_published(self, message: Published) -> None:
        """Say where the files are and what they leave out, or what stood in the way."""
        message.stop()
        self._busy = False
        if message.trouble is None:
            place = printable(str(message.paths[0].parent))
            left = omitted(message.plan, message.edition) if "document.plan" in self.query_one(Wishes).chosen else None
            not_made = [*self._kept_back(message.edition), *lacking(message.left, self.words)]
            said = [*message.checked, *not_made, *report(message.paths, left, self.words)]
            self._say(self.words("screens.publish.done", folder=place), message.paths, "\n".join(said))
            return
        if isinstance(message.trouble, Stopped):
            self._say(self.words("screens.publish.stopped", count=len(self._written)), tuple(self._written))
            return
        if isinstance(message.trouble, Unacknowledged):
            self._ask(message.trouble.findings, message.plan)
            return
        self._say(printable(explained(message.trouble, message.plan, self.words)))
        if isinstance(message.trouble, Blocked) and message.trouble.findings:
            self._jump = message.trouble.findings[0].path
            self.query_one("#publish-jump").display = True
            self.query_one("#publish-jump").focus()

    def _ask(self, found: tuple[Finding, ...], plan: Plan) -> None:
        """List what looks private, to be gone to, or to be acknowledged all together."""
        one = len(found) == 1
        self._say(self.words("private.found_one" if one else "private.found", count=len(found)))
        self.query_one(PrivateList).show(found, plan)

    def _kept_back(self, edition: Edition) -> list[str]:
        return kept_back(self._documents(), self.query_one(Wishes).of("format"), edition, self.words)

    def _say(self, text: str, files: Iterable[Path] = (), after: str = "") -> None:
        """Say something below the button, list the files it is about, and what to do with them."""
        self.query_one("#publish-jump").display = False
        self.query_one(PrivateList).display = False
        for name, said in (("says", text), ("files", "\n".join(named(files))), ("after", after)):
            line = self.query_one(f"#publish-{name}", Static)
            line.update(said)
            line.display = bool(said)
        self.call_after_refresh(self._show, bool(text))

    def _show(self, said: bool) -> None:
        """Let what is said be seen from its first line, as far down as there is room."""
        if said:
            self.query_one("#publish-form").scroll_to_widget(
                self.query_one("#publish-says"), top=True, animate=False, force=True
            )
