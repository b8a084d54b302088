"""Pictures of a plan: what each one shows, as plain values, and the values drawn as SVG and PNG."""
