"""What may be drawn: an answer is data, moves no cursor and turns no reading direction."""

from schemas.signs import printable

__all__ = ("printable",)
