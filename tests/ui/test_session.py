from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.session import Session
from explorer.workspace.document import Workspace
from explorer.workspace.edits import write_note

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def session(qtbot: QtBot, atlas: Atlas) -> Session:
    del qtbot
    return Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("country", "KAZ"))


def written(session: Session, text: str) -> Workspace:
    return write_note(session.workspace, "country:KAZ", text, NOW)


def test_an_edit_is_said_once_and_can_be_undone_and_redone(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.workspace_changed):
        session.edit(written(session, "a"))
    assert session.can_undo
    session.undo()
    assert session.workspace == Workspace()
    assert session.can_redo
    session.redo()
    assert session.workspace.note("country:KAZ") == "a"


def test_an_edit_that_changes_nothing_is_not_said(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.workspace_changed):
        session.edit(written(session, ""))
    assert not session.can_undo


def test_settling_parts_two_bursts_of_typing(session: Session) -> None:
    session.edit(written(session, "a"), "note")
    session.settle()
    session.edit(written(session, "ab"), "note")
    session.undo()
    assert session.workspace.note("country:KAZ") == "a"


def test_selecting_something_else_ends_a_burst_and_is_no_step(session: Session) -> None:
    session.edit(written(session, "a"), "note")
    session.select(Target("outcome"))
    session.select(Target("country", "KAZ"))
    session.edit(written(session, "ab"), "note")
    session.undo()
    assert session.workspace.note("country:KAZ") == "a"
    assert session.selection == Target("country", "KAZ")


def test_what_is_shown_or_selected_again_is_not_said(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.view_changed):
        session.show(View("AZE", ("KAZ",)))
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select(Target("country", "KAZ"))
    with qtbot.waitSignal(session.view_changed):
        session.show(View("AZE", ("UZB",)))


def test_the_series_come_later_and_are_said(qtbot: QtBot, session: Session) -> None:
    assert session.observations is None
    series = object()
    with qtbot.waitSignal(session.observations_changed):
        session.take_observations(series)
    assert session.observations is series
