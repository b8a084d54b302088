"""The screens that commands put above the main one."""

SCREENS = {
    "help": "wizard.ui.screens.help:HelpScreen",
    "search": "wizard.ui.screens.search:SearchScreen",
    "room": "wizard.ui.screens.room:RoomScreen",
    "blank": "wizard.ui.screens.blank:BlankScreen",
    "preview": "wizard.ui.screens.preview:PreviewScreen",
    "figures": "wizard.ui.screens.figures:FiguresScreen",
    "drawer": "wizard.ui.screens.drawer:DrawerScreen",
    "rollcall": "wizard.ui.screens.rollcall:RollCallScreen",
    "clock": "wizard.ui.screens.clock:ClockScreen",
    "closing": "wizard.ui.screens.closing:ClosingScreen",
    "choices": "wizard.ui.screens.choices:ChoicesScreen",
    "plan_file": "wizard.ui.screens.plan_file:PlanFileScreen",
    "past": "wizard.ui.screens.past:PastScreen",
    "field_past": "wizard.ui.screens.past:FieldPastScreen",
    "forget": "wizard.ui.screens.forgetting:ForgetScreen",
}
"""Where to find a screen, as `module:Class`; it is imported when it is called for.

Each is a `ModalScreen[str | None]` made with `(session, words, path)`, where path is the question that stands on
the main screen. What it dismisses with is the path to jump to, or None to stay.
"""

START = "wizard.ui.screens.start:StartScreen"
"""Shown where no plan was named: a `Screen[Path | None]` made with `(words,)`, dismissing with a plan to open."""
