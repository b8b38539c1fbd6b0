import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from explorer import paths
from explorer.domain.atlas import Atlas
from explorer.domain.observations import Observations
from explorer.packs.observations import read_observations
from explorer.pages.charts import LadderRow, LineChart
from explorer.pages.detail import DetailPage, LadderBlock
from explorer.pages.view import Target, View
from explorer.style import DARK
from explorer.ui.outlooks import OutlookKeeper
from explorer.ui.panels.detail import DetailPanel
from explorer.ui.presenters import detail as detail_module
from explorer.ui.presenters.detail import NO_SERIES, DetailPresenter, open_outside
from explorer.ui.session import Session
from explorer.ui.tasks import TaskDoor
from explorer.ui.theme import ThemeKeeper
from explorer.ui.widgets.note_editor import NoteEditor
from explorer.ui.widgets.text import Text
from explorer.workspace.assumptions import set_rating
from explorer.workspace.document import Workspace

CELL = Target("cell", "KAZ", "iran_trade_routes")
FACTOR = Target("factor", factor="energy_diversification")
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@dataclass
class Side:
    """The detail side of a window."""

    session: Session
    tasks: TaskDoor
    panel: DetailPanel
    presenter: DetailPresenter

    def editor(self, target: Target = CELL) -> NoteEditor:
        found = self.panel.editor(target)
        assert found is not None
        return found


@pytest.fixture(scope="module")
def observations(atlas: Atlas) -> Observations:
    return read_observations(paths.bundled_pack(), atlas)


@pytest.fixture
def side(qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper) -> Iterator[Side]:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), CELL)
    tasks = TaskDoor()
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.resize(352, 800)
    panel.show()
    yield Side(session, tasks, panel, DetailPresenter(session, tasks, themes, panel))
    tasks.close()


@pytest.fixture
def drawn(qtbot: QtBot, side: Side, observations: Observations) -> Side:
    side.session.take_observations(observations)
    qtbot.waitUntil(lambda: side.panel._chart is not None, timeout=10_000)
    return side


def wait(qtbot: QtBot, side: Side) -> None:
    """Wait until the details have followed."""
    qtbot.waitUntil(lambda: not side.presenter.is_behind)


def press(side: Side, keys: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    QTest.keyClick(side.editor(), *keys)


def test_the_panel_follows_the_selection_in_a_later_turn(qtbot: QtBot, side: Side) -> None:
    side.session.select(FACTOR)
    assert side.panel._page is not None
    assert side.panel._page.target == CELL
    wait(qtbot, side)
    assert side.panel._page.target == FACTOR


def test_several_changes_are_shown_once(
    qtbot: QtBot, side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[DetailPage] = []
    monkeypatch.setattr(side.panel, "show_page", shown.append)
    side.session.select(Target("outcome"))
    side.session.show(View("AZE", ("UZB",)))
    side.session.select(FACTOR)
    wait(qtbot, side)
    qtbot.wait(5)
    assert [page.target for page in shown] == [FACTOR]


def test_a_hidden_panel_does_nothing_until_it_is_shown(qtbot: QtBot, side: Side) -> None:
    side.panel.hide()
    side.session.select(FACTOR)
    qtbot.wait(5)
    assert side.panel._page is not None
    assert side.panel._page.target == CELL
    side.panel.show()
    wait(qtbot, side)
    assert side.panel._page.target == FACTOR


def test_a_key_that_follows_an_undo_writes_nothing_over_it(side: Side) -> None:
    QTest.keyClicks(side.editor(), "one")
    side.session.settle()
    QTest.keyClicks(side.editor(), " two")
    side.session.undo()
    QTest.keyClicks(side.editor(), "!")
    assert side.session.workspace.note(str(CELL)) == "one!"


def test_what_is_written_while_the_details_are_behind_goes_where_it_is_seen(
    qtbot: QtBot, side: Side
) -> None:
    editor = side.editor()
    side.session.select(FACTOR)
    QTest.keyClicks(editor, "seen")
    assert side.session.workspace.note(str(CELL)) == "seen"
    wait(qtbot, side)
    assert editor.toPlainText() == ""
    side.session.select(CELL)
    wait(qtbot, side)
    assert editor.toPlainText() == "seen"


def test_series_that_could_not_be_read_are_said_and_not_waited_for(side: Side) -> None:
    side.session.give_up_observations("bilateral.csv, row 3")
    assert side.panel._chart is None
    assert NO_SERIES in {text.text() for text in side.panel.findChildren(Text)}


def test_the_chart_comes_when_the_series_do(qtbot: QtBot, drawn: Side) -> None:
    assert drawn.panel._chart is not None
    assert "pyqtgraph" in sys.modules
    drawn.session.select(FACTOR)
    wait(qtbot, drawn)
    assert isinstance(drawn.panel._chart, LineChart)


def test_the_chart_shows_the_countries_of_the_view(qtbot: QtBot, drawn: Side) -> None:
    drawn.session.select(FACTOR)
    drawn.session.show(View("AZE", ("KAZ", "UZB", "TKM")))
    wait(qtbot, drawn)
    assert isinstance(drawn.panel._chart, LineChart)
    assert {line.iso3 for line in drawn.panel._chart.lines} <= {"AZE", "KAZ", "UZB", "TKM"}
    assert len(drawn.panel._chart.lines) > 2


def test_a_chosen_series_stays_chosen_when_one_comes_back(qtbot: QtBot, drawn: Side) -> None:
    drawn.session.select(FACTOR)
    wait(qtbot, drawn)
    box = drawn.panel.findChild(QComboBox)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Down)
    chosen = drawn.panel._chart
    drawn.session.select(Target("outcome"))
    wait(qtbot, drawn)
    drawn.session.select(FACTOR)
    wait(qtbot, drawn)
    assert drawn.panel._chart == chosen
    assert box.currentIndex() == 1


def test_a_series_that_is_not_there_is_said(drawn: Side) -> None:
    drawn.presenter.choose_chart("indicator/never_measured")
    assert drawn.panel._chart is None
    drawn.presenter.choose_chart("nonsense")
    assert drawn.panel._chart is None


def test_typing_goes_to_the_workspace_key_by_key(side: Side) -> None:
    QTest.keyClicks(side.editor(), "Ask")
    assert side.session.workspace.note(str(CELL)) == "Ask"
    assert side.editor().toPlainText() == "Ask"


def test_a_burst_of_typing_is_one_step_to_undo_and_redo(side: Side) -> None:
    QTest.keyClicks(side.editor(), "Ask about grain")
    press(side, UNDO)
    assert side.editor().toPlainText() == ""
    assert side.session.workspace == Workspace()
    press(side, REDO)
    assert side.editor().toPlainText() == "Ask about grain"
    assert side.session.workspace.note(str(CELL)) == "Ask about grain"


def test_a_pause_ends_a_burst(qtbot: QtBot, side: Side) -> None:
    side.presenter._pause.setInterval(10)
    QTest.keyClicks(side.editor(), "one")
    qtbot.waitUntil(lambda: not side.presenter._pause.isActive())
    QTest.keyClicks(side.editor(), " two")
    press(side, UNDO)
    assert side.editor().toPlainText() == "one"


def test_leaving_the_field_ends_a_burst(side: Side) -> None:
    QTest.keyClicks(side.editor(), "one")
    side.editor().left.emit()
    QTest.keyClicks(side.editor(), " two")
    press(side, UNDO)
    assert side.editor().toPlainText() == "one"


def test_typing_on_after_an_undo_begins_a_new_step(side: Side) -> None:
    QTest.keyClicks(side.editor(), "one")
    press(side, UNDO)
    QTest.keyClicks(side.editor(), "two")
    press(side, UNDO)
    assert side.editor().toPlainText() == ""
    assert not side.session.can_undo


def test_typing_keeps_the_editor_and_its_caret(side: Side) -> None:
    editor = side.editor()
    QTest.keyClicks(editor, "abcd")
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClicks(editor, "-")
    assert side.editor() is editor
    assert editor.textCursor().position() == 4
    assert editor.toPlainText() == "abc-d"


def test_another_theme_in_mid_typing_loses_nothing(side: Side, themes: ThemeKeeper) -> None:
    QTest.keyClicks(side.editor(), "half a")
    themes.choose("dark")
    QTest.keyClicks(side.editor(), " word")
    assert side.session.workspace.note(str(CELL)) == "half a word"
    assert side.panel._theme == DARK


def test_links_go_out_only_by_the_whitelist(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(detail_module.QDesktopServices, "openUrl", note)
    for address in ("https://example.org/", "file:///etc/passwd", "javascript:1", ""):
        open_outside(address)
    assert opened == ["https://example.org/"]


def test_the_outcomes_follow_the_forecast_and_its_intervals(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), Target("outcome", "KAZ"))
    tasks = TaskDoor()
    keeper = OutlookKeeper(session, tasks)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.show()
    presenter = DetailPresenter(session, tasks, themes, panel, keeper)
    assert ladder(panel).bounds == ()
    with qtbot.waitSignal(keeper.intervals_changed, timeout=20_000):
        keeper.begin()
    qtbot.waitUntil(lambda: not presenter.is_behind)
    assert ladder(panel).bounds
    session.edit(set_rating(session.workspace, "KAZ", "iran_wedge", 0.5))
    qtbot.waitUntil(lambda: not presenter.is_behind)
    assert ladder(panel).before
    keeper.close()
    tasks.close()


def test_intervals_leave_the_details_of_a_factor_alone(
    qtbot: QtBot, atlas: Atlas, themes: ThemeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(atlas, Workspace(), View("AZE", ("KAZ",)), FACTOR)
    tasks = TaskDoor()
    keeper = OutlookKeeper(session, tasks)
    panel = DetailPanel()
    qtbot.addWidget(panel)
    panel.show()
    presenter = DetailPresenter(session, tasks, themes, panel, keeper)
    shown: list[DetailPage] = []
    monkeypatch.setattr(panel, "show_page", shown.append)
    with qtbot.waitSignal(keeper.intervals_changed, timeout=20_000):
        keeper.begin()
    qtbot.wait(20)
    assert not presenter.is_behind
    assert shown == []
    keeper.close()
    tasks.close()


def ladder(panel: DetailPanel) -> LadderRow:
    """Give the first bar of the details."""
    assert panel._page is not None
    block = next(block for block in panel._page.blocks if isinstance(block, LadderBlock))
    return block.chart.rows[0]
