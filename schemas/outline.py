"""The plan's parts by name and in order. Costs nothing to import, so that a screen can be drawn from it at once."""

COMPONENTS = (
    "understanding", "strategy", "stakeholders", "organisation", "concerns", "coordination", "measures",
)  # fmt: skip
"""The seven components, in the leaflet's order."""

PARTS = ("front", *COMPONENTS, "acute", "workshop")
"""Every part of a plan that holds answers."""
