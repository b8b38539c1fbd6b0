"""The one way to Sources: a goal that is named, or what is selected in the view in front."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer.domain.atlas import Atlas
from explorer.pages.view import Target, View
from explorer.ui.presenters.tracing import Tracing
from explorer.ui.session import Session
from explorer.workspace.document import Workspace


class Stage:
    """A window of nothing but a view in front, and what was asked for."""

    def __init__(self, atlas: Atlas) -> None:
        self.parent = QObject()
        self.action = QAction(self.parent)
        self.front = "compare"
        self.opened: list[str] = []
        self.traced: list[str] = []
        view = View("AZE", ("KAZ",))
        self.session = Session(atlas, Workspace(), view, Target("cell", "KAZ", "iran_wedge"))
        self.tracing = Tracing(self.session, self.action, self.parent)
        self.tracing.lead(lambda: self.front, self.opened.append)
        self.tracing.show_by(self.traced.append)


@pytest.fixture
def stage(atlas: Atlas) -> Stage:
    return Stage(atlas)


def test_the_action_leads_to_what_is_selected_in_the_comparison(stage: Stage) -> None:
    stage.action.trigger()
    assert (stage.opened, stage.traced) == (["sources"], ["rating:KAZ:iran_wedge"])


def test_a_view_says_what_is_selected_in_it_and_may_leave_it_to_the_comparison(
    stage: Stage,
) -> None:
    stage.tracing.add_chosen("evidence", lambda: "evidence:E001")
    stage.tracing.add_chosen("notes", lambda: "")
    for stage.front in ("evidence", "notes"):
        stage.action.trigger()
    assert stage.traced == ["evidence:E001", "rating:KAZ:iran_wedge"]


def test_in_sources_itself_the_action_stays_where_it_is(stage: Stage) -> None:
    stage.front = "sources"
    stage.action.trigger()
    assert stage.opened == []


def test_a_text_that_names_no_thing_opens_nothing(stage: Stage) -> None:
    stage.tracing.trace("somewhere")
    assert stage.opened == []
