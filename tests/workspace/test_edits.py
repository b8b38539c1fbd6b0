from datetime import UTC, datetime

import pytest

from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, 21, 4, tzinfo=UTC)
TARGET = "cell:KAZ:iran_wedge"


def test_a_note_is_written_with_its_time() -> None:
    workspace = write_note(Workspace(), TARGET, "Ask about grain", NOW)
    assert workspace.note(TARGET) == "Ask about grain"
    assert workspace.notes[TARGET].edited == NOW


def test_writing_the_same_text_changes_nothing() -> None:
    workspace = write_note(Workspace(), TARGET, "Ask", NOW)
    assert write_note(workspace, TARGET, "Ask", NOW.replace(year=2027)) is workspace


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_a_note_of_nothing_but_space_is_taken_away(blank: str) -> None:
    workspace = write_note(Workspace(), TARGET, "Ask", NOW)
    assert TARGET not in write_note(workspace, TARGET, blank, NOW).notes


def test_the_workspace_before_stays_as_it_was() -> None:
    before = write_note(Workspace(), TARGET, "Ask", NOW)
    write_note(before, TARGET, "Ask again", NOW)
    write_note(before, "country:KAZ", "New", NOW)
    assert dict(before.notes) == {TARGET: before.notes[TARGET]}
    assert before.note(TARGET) == "Ask"
