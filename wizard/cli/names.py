"""The names of the commands. Costs nothing to import, so that `planbygger FILE` can tell a file from a command."""

COMMANDS = (
    "new",
    "revise",
    "render",
    "templates",
    "check",
    "overview",
    "diff",
    "compare",
    "split",
    "merge",
    "schema",
    "history",
    "forget",
    "info",
    "demo",
)


def looks_like_file(name: str) -> bool:
    """Tell whether a word on the command line is meant as a file: it has a folder or an ending."""
    return any(sign in name for sign in "./\\")
