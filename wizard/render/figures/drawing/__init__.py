"""Figures as pictures: each is laid out as a list of marks in millimetres, which is written as SVG and as PNG."""
