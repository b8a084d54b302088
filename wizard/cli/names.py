"""The names of the commands. Costs nothing to import, so that `planbygger FILE` can tell a file from a command."""

COMMANDS = ("new", "render", "check", "schema", "history", "info", "demo")

PLAN_SUFFIXES = (".plan.yaml", ".plan.yml", ".plan.json")
"""What the name of a plan file ends with; a folder is searched for these."""


def looks_like_file(name: str) -> bool:
    """Tell whether a word on the command line is meant as a file: it has a folder or an ending."""
    return any(sign in name for sign in "./\\")
