"""What may be sent to a terminal: an answer is data and moves no cursor."""

_SAFE = {9, 10}
_CONTROLS = [code for code in (*range(32), *range(127, 160)) if code not in _SAFE]
_DIRECTIONS = [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_TABLE = dict.fromkeys([*_CONTROLS, *_DIRECTIONS], "�") | {9: " "}


def printable(text: str) -> str:
    """Replace each character that steers a terminal or turns the reading direction with a visible mark."""
    return text.translate(_TABLE)
