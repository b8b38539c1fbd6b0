from dataclasses import replace
from datetime import UTC, datetime

from explorer.domain.atlas import Atlas
from explorer.pages.heading_notes import heading_note
from explorer.pages.view import Target
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

FACTOR = Target("factor", factor="iran_wedge")


def test_a_note_of_the_data_is_told_and_is_not_the_users(atlas: Atlas) -> None:
    assert heading_note(atlas, Workspace(), FACTOR) == (False, "The data has 1 note on it.")
    assert heading_note(atlas, Workspace(), Target("outcome")) == (
        False,
        "The data has 3 notes on it.",
    )


def test_a_note_of_the_users_is_told_first(atlas: Atlas) -> None:
    noted = write_note(Workspace(), str(FACTOR), "Ask", datetime(2026, 11, 24, tzinfo=UTC))
    has_note, words = heading_note(atlas, noted, FACTOR)
    assert has_note
    assert words == "You have a note here. The data has 1 note on it."


def test_without_notes_nothing_is_said(atlas: Atlas) -> None:
    assert heading_note(replace(atlas, notes=()), Workspace(), FACTOR) == (False, "")
