"""Back and forward through the views visited, with what was selected in each."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.search import Hit
from explorer.pages.view import Target
from explorer.settings import Settings
from explorer.ui.app import build_window, settle
from explorer.ui.main_window import MainWindow
from explorer.ui.panels.sources import SourcesPanel
from explorer.ui.presenters.evidence import EvidencePresenter
from explorer.ui.presenters.sources import SourcesPresenter
from explorer.ui.presenters.tracing import Tracing
from explorer.ui.presenters.visited import Visited
from explorer.workspace.document import Workspace

ALT = Qt.KeyboardModifier.AltModifier
WEDGE, OPINION = Target("cell", "KAZ", "iran_wedge"), Target("cell", "UZB", "public_opinion")


class Stage:
    """A window of nothing but a view in front, each with something selected."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.front = "a"
        self.selected = {"a": "1", "b": "7"}
        self.said: list[str] = []
        self.visited = Visited(lambda: self.front, self.open, self.parent)
        self.visited.add_way("a", lambda: self.selected["a"], self.show)
        self.visited.said.connect(self.said.append)

    def open(self, view: str) -> None:
        self.visited.leave(view)
        self.front = view

    def show(self, selected: str) -> None:
        self.selected["a"] = selected


def test_a_selection_moved_within_a_view_is_no_visit_and_the_last_one_comes_back() -> None:
    stage = Stage()
    stage.show("2")
    stage.open("b")
    stage.open("a")
    stage.show("3")
    stage.visited.back()
    assert stage.front == "b"
    stage.visited.back()
    assert (stage.front, stage.selected["a"]) == ("a", "2")
    stage.visited.forward()
    stage.visited.forward()
    assert (stage.front, stage.selected["a"]) == ("a", "3")


def test_a_jump_within_a_view_is_gone_back_from() -> None:
    stage = Stage()
    stage.open("a")
    stage.show("9")
    stage.visited.back()
    assert (stage.front, stage.selected["a"]) == ("a", "1")


def test_opening_the_view_in_front_is_no_visit() -> None:
    stage = Stage()
    stage.open("b")
    stage.open("b")
    stage.visited.back()
    assert stage.front == "a"
    stage.visited.back()
    assert stage.said == ["No view before this one"]


def test_who_goes_on_from_a_place_gone_back_to_leaves_the_rest_behind() -> None:
    stage = Stage()
    stage.open("b")
    stage.visited.back()
    stage.open("c")
    stage.visited.forward()
    assert stage.front == "c"
    assert stage.said == ["No view after this one"]


def test_a_trail_of_the_view_is_gone_along_first() -> None:
    stage = Stage()
    left = [2]

    def step(_by: int) -> bool:
        left[0] -= 1
        return left[0] >= 0

    stage.visited.add_trail("b", step)
    stage.open("b")
    for _ in range(2):
        stage.visited.back()
        assert stage.front == "b"
    stage.visited.back()
    assert stage.front == "a"


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas) -> Iterator[MainWindow]:
    made = build_window(
        Settings(theme="light", comparators=("KAZ", "UZB"), place="changes"), atlas, Workspace()
    )
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    settle(made)
    yield made
    made.close()


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window, key, ALT)
    settle(window)


def test_after_a_jump_from_changes_the_key_leads_back_and_leaves_the_day(
    window: MainWindow,
) -> None:
    window.go_to(WEDGE)
    window.go_to(OPINION)
    settle(window)
    press(window, Qt.Key.Key_Left)
    assert (window.shown_view, window.session.selection) == ("compare", WEDGE)
    press(window, Qt.Key.Key_Left)
    assert window.shown_view == "changes"
    press(window, Qt.Key.Key_Left)
    assert window.shown_view == "changes"
    assert window.session.as_of is None
    for _ in range(2):
        press(window, Qt.Key.Key_Right)
    assert (window.shown_view, window.session.selection) == ("compare", OPINION)


def test_from_sources_the_key_leads_along_its_trail_and_then_to_the_item(
    window: MainWindow,
) -> None:
    for item in ("E001", "E342"):
        window.searching.jump(Hit("evidence", item, "", None, key=item))
        settle(window)
    tracing, evidence = window.findChild(Tracing), window.findChild(EvidencePresenter)
    assert tracing is not None
    assert evidence is not None
    tracing.trace("evidence:E001")
    sources = window.findChild(SourcesPresenter)
    assert sources is not None
    press(window, Qt.Key.Key_Left)
    tracing.trace("evidence:E342")
    panel = window.findChild(SourcesPanel)
    assert panel is not None
    panel.chain.followed.emit("cell:KAZ:iran_wedge")
    settle(window)
    press(window, Qt.Key.Key_Left)
    assert (window.shown_view, sources.goal) == ("sources", "evidence:E342")
    press(window, Qt.Key.Key_Left)
    assert (window.shown_view, evidence.chosen) == ("evidence", "E342")
    press(window, Qt.Key.Key_Left)
    assert (window.shown_view, evidence.chosen) == ("evidence", "E001")
