"""The user's workspace: everything the user says, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class UserNote:
    """A note in plain Markdown on a target such as `cell:KAZ:iran_wedge`."""

    target: str
    text: str
    edited: datetime


@dataclass(frozen=True, slots=True)
class Workspace:
    """All that the user has said. Values are replaced by edits, never changed."""

    notes: Mapping[str, UserNote] = field(default_factory=lambda: MappingProxyType({}))

    def note(self, target: str) -> str:
        """Give the user's note on a target, or an empty text."""
        found = self.notes.get(target)
        return found.text if found else ""
