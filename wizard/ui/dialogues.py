"""What the main screen asks in between: where to, what to do, why not; and what it says after an undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.paths import below, exists, get, is_empty

from .commands import COMMANDS, NAMED
from .commands.command import Command, key_name
from .commands.limits import can
from .jumps import deeper, jumps
from .refusing import refusals
from .route import steps_of
from .screens.pick import PickScreen
from .screens.reason import ReasonScreen
from .steps import above_of, step_of
from .taken_back import taken_back

if TYPE_CHECKING:
    from schemas.language import Words

    from .app import WizardApp
    from .screens.catching import CatchScreen
    from .screens.main import MainScreen


def choose_question(main: MainScreen) -> None:
    """List every step and question, and go to the one picked."""
    assert main.session is not None
    steps = steps_of(main.session)
    lines = jumps(main.session.plan, main.words, main.questions.deep, steps)
    more = deeper(main.words, main.questions.deep, steps)
    at = main.questions.spec.place if main.asks else main.page.step
    screen = PickScreen(main.words, main.words("interface.goto"), lines, at, more)
    main.app.push_screen(screen, lambda path: main.go(path) if path else None)


def choose_command(main: MainScreen) -> None:
    """List everything one can do, and do what is picked."""
    lines = [_line(command, main.words) for command in COMMANDS if can(command, main)]
    screen = PickScreen(main.words, main.words("interface.palette"), lines)
    main.app.push_screen(screen, lambda name: main.action_do(name) if name else None)


def choose_card(main: MainScreen) -> None:
    """List the handlekort one can begin with, and add the one picked to the list that stands on the page."""
    from schemas.cards import ready_card, ready_cards
    from schemas.choices import CardKind

    records, words = main.questions.records, main.words
    assert records is not None
    cards = {kind.value: ready_card(kind, words) for kind in ready_cards()}
    lines = [(kind, words.choice("CardKind", kind), str(card.get("situation", ""))) for kind, card in cards.items()]
    screen = PickScreen(words, words("forms.ready_card"), lines)
    main.app.push_screen(screen, lambda kind: records.begin(ready_card(CardKind(kind), words)) if kind else None)


def _line(command: type[Command], words: Words) -> tuple[str, str, str]:
    keys = key_name(command.keys[0], words) if command.keys else ""
    return command.__name__, command.title(words), " ".join(filter(None, [keys, command.tooltip(words)]))


def pass_by(main: MainScreen, state: str) -> None:
    """Ask why the question is passed by, and note it."""
    spec, path = main.questions.passing
    assert main.session is not None
    main.questions.leave()
    known = main.session.plan.reasons.get(path)
    answered = spec.kind != "records" and not is_empty(get(main.session.plan, path))
    screen = ReasonScreen(main.words, spec.question, state, known.reason if known else "", answered)
    main.app.push_screen(screen, lambda given: _passed(main, path, answered, *given) if given else None)


def _passed(main: MainScreen, path: str, answered: bool, state: str, reason: str) -> None:
    assert main.session is not None
    with refusals(main.tell, main.words):
        main.session.pass_by(path, state, reason)
    if path not in main.session.plan.reasons:
        return
    main.questions.action_tab("on")
    if answered:
        main.tell(main.words("interface.taken_out"))


def take_back(main: MainScreen, way: str) -> None:
    """Undo or redo, say what, and go where it happened."""
    assert main.session is not None
    main.session.settle()
    if way == "undo" and main.page.place in main.session.unsettled:
        main.questions.forget(main.page.place)
        main.tell(main.words("interface.forgotten"))
        return
    path, sentence = taken_back(main.session, way, main.words)
    main.tell(sentence)
    if path is not None and not _shows(main, path):
        main.go(path)


def catch(app: WizardApp) -> None:
    """Open the strip that catches a line, above whatever stands there; nothing below it is touched."""
    from .screens.blank import BlankScreen
    from .screens.catching import CatchScreen
    from .screens.main import MainScreen
    from .screens.room import RoomScreen

    here = app.screen
    main = next((one for one in app.screen_stack if isinstance(one, MainScreen)), None)
    if isinstance(here, BlankScreen) or (isinstance(here, CatchScreen) and here.coming is None):
        here.dismiss(None)
    elif main is not None and main.session is not None and not isinstance(here, CatchScreen):
        wall = any(isinstance(one, RoomScreen) for one in app.screen_stack)
        place = here.place if isinstance(here, RoomScreen) else main.page.place
        about = place if exists(main.session.plan, place) else ""
        strip = CatchScreen(main.session, main.words, about, wall)
        app.push_screen(strip, lambda name: _caught(main, strip, name))


def _caught(main: MainScreen, strip: CatchScreen, name: str | None) -> None:
    """Say what was caught, or do what else the letter stands for."""
    if strip.told:  # behind a wall it stands there when one comes back
        main.tell(strip.told)
    if name is not None and not main.writable and not NAMED[name].available(main):
        main.tell(main.words("interface.hint.read"))
    elif name is not None:
        main.action_do(name)


def _shows(main: MainScreen, path: str) -> bool:
    """Tell whether a path stands on the page, or on none."""
    if above_of(path) is not None:
        return True
    if main.page is not main.questions:
        return step_of(path) == main.page.step
    return below(path, main.questions.spec.place)
