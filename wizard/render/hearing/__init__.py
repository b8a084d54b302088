"""A plan that comes back from a hearing as a Word file: what was changed in which answer, and by whom. Pure."""
