"""How far a piece of work has come."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Takes steps done, steps in all, and words for what comes next; what it raises stops the work."""
