"""The way that a reader has gone from thing to thing, with the steps back and forward."""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Trail:
    """The goals gone to, and which of them is shown; `starts` are places where a way began anew.

    It is empty at first: `here` is blank then.
    """

    steps: tuple[str, ...] = ()
    at: int = -1
    starts: tuple[int, ...] = ()

    @property
    def here(self) -> str:
        """Give the goal shown, or a blank."""
        return self.steps[self.at] if self.at >= 0 else ""

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a step before."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Say whether there is a step that was gone back from."""
        return self.at < len(self.steps) - 1

    @property
    def way(self) -> tuple[str, ...]:
        """Give the steps from where this way began to the one shown."""
        begun = max((start for start in self.starts if start <= self.at), default=0)
        return self.steps[begun : self.at + 1]

    def begin(self, goal: str) -> "Trail":
        """Begin a way anew, as from another view; the steps before can be gone back to."""
        if goal == self.here and self.way == (goal,):
            return self
        gone = self.go(goal, again=True)
        return replace(gone, starts=(*(x for x in self.starts if x < gone.at), gone.at))

    def go(self, goal: str, *, again: bool = False) -> "Trail":
        """Follow a link; what was gone back from is left behind. `again` also to the same."""
        if goal == self.here and not again:
            return self
        kept = self.steps[: self.at + 1]
        starts = tuple(start for start in self.starts if start < len(kept))
        return Trail((*kept, goal), len(kept), starts)

    def back(self) -> "Trail":
        """Go a step back, if there is one."""
        return replace(self, at=self.at - 1) if self.can_go_back else self

    def forward(self) -> "Trail":
        """Go a step forward again, if there is one."""
        return replace(self, at=self.at + 1) if self.can_go_forward else self

    def back_to(self, place: int) -> "Trail":
        """Go back to a step of the way shown, counted from its beginning."""
        begun = self.at + 1 - len(self.way)
        return replace(self, at=begun + place) if 0 <= place < len(self.way) else self


def crumbs(titles: Sequence[str], most: int) -> tuple[tuple[int, str], ...]:
    """Give the steps to name, with their places: the first and the last ones of a long way."""
    every = tuple(enumerate(titles))
    return every if len(every) <= most else (every[0], *every[1 - most :])
