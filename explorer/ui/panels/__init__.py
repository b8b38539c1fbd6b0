"""Show pages. Panels know pages only, and not one another."""
