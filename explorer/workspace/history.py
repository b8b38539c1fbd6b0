"""Undo and redo as a line of values."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class History(Generic[T]):
    """A present value with the values before it and those undone.

    `merge_key` names the edit in progress: steps with one key (a note being typed, a slider being
    dragged) are one step to undo.
    """

    present: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()
    merge_key: str = ""

    def step(self, value: T, merge_key: str = "") -> "History[T]":
        """Go to a new value; one that changes nothing is no step, one that merges no past.

        An edit in progress that comes back to where it began leaves no step behind, and ends: what
        follows begins at the value it came back to, which must stay in the past.
        """
        if value == self.present:
            return self
        if merge_key and merge_key == self.merge_key:
            if self.past and value == self.past[-1]:
                return History(value, self.past[:-1])
            return History(value, self.past, (), merge_key)
        return History(value, (*self.past, self.present), (), merge_key)

    def undo(self) -> "History[T]":
        """Go back one step, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> "History[T]":
        """Go forward again, if something was undone."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])

    def settle(self) -> "History[T]":
        """End the edit in progress, so that the next step is one of its own."""
        return History(self.present, self.past, self.future)
