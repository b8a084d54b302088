"""The figures of a plan drawn in characters, from the same values as the pictures in documents."""
