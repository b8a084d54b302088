"""Everything one can do in the wizard. Keys, the line at the bottom, the palette and the help follow from this list."""

from .answering import NotRelevant, Redo, Skip, Undo
from .catching import Catch, CaughtList, CloseMeeting, RollCall, Time
from .command import Command
from .company import Choices, WhoIsHere
from .listing import AddRecord, DuplicateRecord, MoveDown, MoveUp, ReadyCard, RemoveRecord
from .moving import Back, BackAnyway, GoTo, Next, NextAnyway, OpenAnother, Palette, Quit, Return, Search
from .past import FieldHistory, Forget, History
from .showing import Blank, Deep, Drawing, Guidance, Help, Preview, Redraw, Room, SwitchLanguage, SwitchTheme

COMMANDS: tuple[type[Command], ...] = (
    Help, Catch, Return, Next, Back, NextAnyway, BackAnyway, AddRecord, ReadyCard, DuplicateRecord,
    RemoveRecord, MoveUp, MoveDown,
    Skip, GoTo, Palette, Guidance, Undo, Search, Quit, Preview, Drawing, NotRelevant, Redo, Deep, Room, Blank,
    CaughtList, RollCall, Time, CloseMeeting, Choices, WhoIsHere,
    History, FieldHistory, Forget,
    SwitchLanguage, SwitchTheme, Redraw, OpenAnother,
)  # fmt: skip
"""Every command, in the order the help lists them."""

NAMED = {command.__name__: command for command in COMMANDS}
