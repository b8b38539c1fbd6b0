from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.assessments import assessment_chart
from explorer.pages.charts import StanceChart
from explorer.style import DARK, LIGHT
from explorer.ui.charts.stances import StancePlot
from explorer.ui.charts.view import ChartView

SIX = ("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK")


@pytest.fixture(scope="module")
def chart(atlas: Atlas) -> StanceChart:
    return assessment_chart(atlas, SIX)


@pytest.fixture
def plot(qtbot: QtBot, chart: StanceChart) -> StancePlot:
    made = StancePlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(1100, 10)
    made.show_chart(chart, LIGHT)
    return made


@pytest.mark.parametrize("width", [300, 700, 1100, 1800])
def test_no_two_labels_meet_and_all_stand_inside(
    plot: StancePlot, chart: StanceChart, width: int
) -> None:
    plot.resize(width, plot.height())
    plot.setFixedHeight(plot.height_for(chart))
    boxes = [plot.box_of(dot.key) for line in chart.lines for dot in line.dots]
    assert all(not one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(plot.rect().contains(box) for box in boxes)


def test_a_likelier_stance_stands_further_right_and_the_unplaced_beyond_all(
    plot: StancePlot, chart: StanceChart
) -> None:
    for line in chart.lines:
        lefts = {
            place: {plot.box_of(dot.key).left() for dot in line.dots if dot.place == place}
            for place in (0, 1, 2, None)
        }
        ordered = [lefts[place] for place in (0, 1, 2, None) if lefts[place]]
        assert all(max(one) < min(other) for one, other in pairwise(ordered))


def test_a_narrow_chart_is_higher(plot: StancePlot, chart: StanceChart) -> None:
    wide = plot.height_for(chart)
    plot.resize(500, plot.height())
    assert plot.height_for(chart) > wide


def test_pressing_a_label_chooses_it(plot: StancePlot, chart: StanceChart) -> None:
    dot = chart.lines[1].dots[-1]
    plot.show()
    chosen: list[str] = []
    plot.chosen.connect(chosen.append)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.box_of(dot.key).center())
    assert chosen == [dot.key]
    assert plot.key == dot.key
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert plot.key == dot.key


def test_the_arrows_go_from_author_to_author(plot: StancePlot, chart: StanceChart) -> None:
    plot.show()
    plot.setFocus()
    chosen: list[str] = []
    plot.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        before = plot.box_of(plot.key)
        QTest.keyClick(plot, key)
        after = plot.box_of(plot.key)
        if key == Qt.Key.Key_Right:
            assert after.left() > before.left()
        elif key == Qt.Key.Key_Left:
            assert after.left() < before.left()
        elif not before.isEmpty():
            assert after.left() == before.left()
            assert after.top() > before.top()
    assert len(chosen) == 4
    assert chosen[-1] == plot.key


def test_every_author_is_reached_by_keys(plot: StancePlot, chart: StanceChart) -> None:
    plot.show()
    seen: set[str] = set()
    QTest.keyClick(plot, Qt.Key.Key_Home)
    left = [plot.key]
    while left:
        here = left.pop()
        seen.add(here)
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            plot.mark(here)
            QTest.keyClick(plot, key)
            if plot.key not in seen:
                left.append(plot.key)
    assert seen == {dot.key for line in chart.lines for dot in line.dots}
    QTest.keyClick(plot, Qt.Key.Key_End)
    last = plot.key
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.key != last


def test_the_author_gone_to_is_told_and_a_ring_shows_where_keys_go(
    plot: StancePlot, chart: StanceChart
) -> None:
    plot.show()
    assert "arrow keys" in plot.accessibleDescription()
    dot = chart.lines[0].dots[0]
    plot.mark(dot.key)
    assert plot.accessibleDescription() == dot.description
    away = plot.grab().toImage()
    plot.activateWindow()
    plot.setFocus()
    QApplication.processEvents()
    assert plot.grab().toImage() != away


def test_the_one_chosen_is_marked(plot: StancePlot, chart: StanceChart) -> None:
    before = plot.grab().toImage()
    plot.mark(chart.lines[0].dots[0].key)
    assert plot.grab().toImage() != before


def test_all_of_a_stance_is_told_under_the_pointer(
    plot: StancePlot, chart: StanceChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_place: QPoint, words: str, _owner: QWidget) -> None:
        told.append(words)

    monkeypatch.setattr(QToolTip, "showText", tell)
    dot = chart.lines[0].dots[0]
    for place in (plot.box_of(dot.key).center(), QPoint(2, 2)):
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, plot.mapToGlobal(place))
        QApplication.sendEvent(plot, event)
    assert told == [dot.description, ""]
    assert "Stance: unlikely" in dot.description


def test_without_a_chart_nothing_stands_anywhere(qtbot: QtBot) -> None:
    bare = StancePlot(LIGHT)
    qtbot.addWidget(bare)
    assert bare.spot_at(QPointF(5, 80)) is None
    assert bare.box_of("1").isEmpty()


def test_an_unknown_key_has_no_box(plot: StancePlot) -> None:
    assert plot.box_of("no such").isEmpty()


def test_the_chart_view_draws_it_in_the_theme_and_copies_it(
    qtbot: QtBot, chart: StanceChart
) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show_chart(chart)
    assert isinstance(view.canvas, StancePlot)
    light = view.canvas.grab().toImage()
    view.set_theme(DARK)
    assert view.canvas.grab().toImage() != light
    view.copy_image()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert "Temur Umarov" in data.text()
