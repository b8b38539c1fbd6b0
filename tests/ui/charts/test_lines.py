import math
from dataclasses import replace
from typing import Any

import pyqtgraph as pg  # pyright: ignore[reportMissingTypeStubs] - it has none
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPicture, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import LineChart
from explorer.style import DARK, LIGHT, country_colour
from explorer.ui.charts.lines import LinePlot, extent, marked


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


@pytest.fixture
def plot(qtbot: QtBot, line_chart: LineChart) -> LinePlot:
    made = LinePlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(320, made.height())
    made.show_chart(line_chart, LIGHT)
    made.show()
    return made


def curves(plot: LinePlot) -> list[Any]:
    """Return the curves in the order of the lines."""
    items: list[Any] = list(plot._plot.items)
    return [item for item in items if isinstance(item, pg.PlotCurveItem)]


def test_a_gap_is_drawn_as_a_gap(plot: LinePlot) -> None:
    first = curves(plot)[0]
    _, values = first.getData()
    assert math.isnan(values[2])
    assert first.opts["connect"] == "finite"
    path = first.getPath()
    kinds = [path.elementAt(at) for at in range(path.elementCount())]
    begun = [element.x for element in kinds if element.isMoveTo() and not math.isnan(element.x)]
    assert 2021 in begun


def test_a_value_that_stands_alone_wears_a_mark() -> None:
    many: tuple[float | None, ...] = (*(float(value) for value in range(20)), None, 5.0, None)
    assert marked(many) == [21]
    assert marked((1.0, None, 2.0)) == [0, 2]


def test_lines_wear_the_colours_of_their_countries(plot: LinePlot) -> None:
    assert curves(plot)[1].opts["pen"].color().name() == country_colour("KAZ", LIGHT)


def test_names_stand_at_the_ends_and_say_when_a_line_ends_early(plot: LinePlot) -> None:
    names = [name for name, _, _ in plot._names.places()]
    assert names == ["Azerbaijan", "Kazakhstan, to 2020"]


def test_the_crosshair_reads_the_nearest_year_with_gaps_in_words(plot: LinePlot) -> None:
    scene = plot._view.mapViewToScene(QPointF(2019.6, 2.0))
    plot._point_at(scene)
    assert plot._readout.isVisible()
    assert plot._readout.rows == [
        ("AZE", "Azerbaijan", "no value found", ""),
        ("KAZ", "Kazakhstan", "6.5", "estimate"),
    ]
    plot._point_at(QPointF(-50.0, -50.0))
    assert not plot._readout.isVisible()


def test_the_arrows_move_the_crosshair_and_escape_takes_it_away(
    qtbot: QtBot, plot: LinePlot
) -> None:
    press(plot, Qt.Key.Key_Left)
    assert plot._year == 2023
    press(plot, Qt.Key.Key_Left)
    assert plot._year == 2022
    press(plot, Qt.Key.Key_Escape)
    assert plot._year is None


def test_zooming_can_be_undone(qtbot: QtBot, plot: LinePlot) -> None:
    before: list[float] = plot._view.viewRange()[0]
    with qtbot.waitSignal(plot.zoomed):
        press(plot, Qt.Key.Key_Plus)
    assert plot._view.viewRange()[0] != before
    press(plot, Qt.Key.Key_0)
    assert plot._view.viewRange()[0] == pytest.approx(before)


def wheel(modifier: Qt.KeyboardModifier) -> QWheelEvent:
    return QWheelEvent(
        QPointF(150, 80),
        QPointF(150, 80),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_scrolls_the_panel_unless_ctrl_is_held(plot: LinePlot) -> None:
    before = plot._view.viewRange()[0]
    event = wheel(Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot.viewport(), event)
    assert not event.isAccepted()
    assert plot._view.viewRange()[0] == before


def test_an_axis_from_zero_begins_at_zero(line_chart: LineChart) -> None:
    (first, last), (low, high) = extent(line_chart)
    assert (first, last) == (2018, 2023)
    assert low == 0.0
    assert high > 7.0


def test_the_chart_is_described_for_screen_readers(plot: LinePlot, line_chart: LineChart) -> None:
    assert plot.accessibleName() == "Trade with Iran"
    assert plot.accessibleDescription() == line_chart.caption.description


def test_another_theme_changes_ground_and_axes(plot: LinePlot, line_chart: LineChart) -> None:
    plot.show_chart(line_chart, DARK)
    assert plot.backgroundBrush().color().name() == DARK.card
    assert plot._axis_years.textPen().color().name() == DARK.mute


def test_another_chart_takes_the_place_of_the_first(plot: LinePlot, line_chart: LineChart) -> None:
    shorter = LineChart(line_chart.caption, line_chart.lines[:1], from_zero=False, decimals=1)
    plot.show_chart(shorter, LIGHT)
    assert len(curves(plot)) == 1


def test_a_chart_of_few_years_names_the_first_and_the_last(
    plot: LinePlot, line_chart: LineChart
) -> None:
    short = replace(
        line_chart.lines[0],
        years=(2018, 2019, 2020),
        values=(1.0, 2.0, 3.0),
        notes=("", "", ""),
    )
    plot.show_chart(replace(line_chart, lines=(short,)), LIGHT)
    plot.grab()
    picture = QPicture()
    painter = QPainter(picture)
    axis: Any = plot._axis_years
    labels = [label for _, _, label in axis.generateDrawSpecs(painter)[2]]
    painter.end()
    assert labels == ["2018", "2019", "2020"]


def test_names_crowded_at_the_top_are_not_cut(qtbot: QtBot, line_chart: LineChart) -> None:
    line = line_chart.lines[0]
    years = line.years
    crowd = tuple(
        replace(line, iso3=iso3, label=iso3, values=(*(0.0 for _ in years[:-1]), 100.0 + at / 10))
        for at, iso3 in enumerate(("AZE", "KAZ", "UZB", "TKM", "KGZ", "TJK"))
    )
    plot = LinePlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(320, plot.height())
    plot.show_chart(replace(line_chart, lines=crowd), LIGHT)
    plot.show()
    QApplication.processEvents()
    names = plot._names
    room = names.mapRectToScene(names.mapRectFromParent(names.geometry()))
    tops = [names.mapToScene(QPointF(0.0, place - 8)).y() for _, _, place in names.places()]
    assert len(tops) == 6
    assert min(tops) >= max(room.top(), 0.0)


def test_values_that_little_stands_behind_wear_hollow_marks_and_no_full_ones(
    plot: LinePlot, line_chart: LineChart
) -> None:
    before = marks(plot)
    line = line_chart.lines[0]
    is_thin = tuple(at == 0 for at in range(len(line.years)))
    chart = replace(line_chart, lines=(replace(line, thin=is_thin), *line_chart.lines[1:]))
    plot.show_chart(chart, LIGHT)
    after = marks(plot)
    assert len(after) == len(before) + 1
    hollow = after[1]
    assert list(hollow.getData()[0]) == [line.years[0]]
    assert line.years[0] not in after[0].getData()[0]


def marks(plot: LinePlot) -> list[Any]:
    items: list[Any] = list(plot._plot.items)
    return [item for item in items if isinstance(item, pg.ScatterPlotItem)]


def test_a_line_that_ends_before_others_ends_in_a_hollow_mark(line_chart: LineChart) -> None:
    whole, early = line_chart.lines
    assert line_chart.newest == whole.last_year == 2023
    assert early.last_year == 2020
    assert line_chart.hollow_places(whole) == ()
    assert line_chart.hollow_places(early) == (early.years.index(2020),)
    nothing = replace(early, values=(None,) * len(early.years))
    assert line_chart.hollow_places(nothing) == ()


def test_a_ring_shows_that_the_keys_are_on_the_chart(qtbot: QtBot, plot: LinePlot) -> None:
    plot.clearFocus()
    before = plot.viewport().grab().toImage()
    with qtbot.waitExposed(plot):
        plot.show()
    plot.activateWindow()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    after = plot.viewport().grab().toImage()
    middle = before.width() // 2
    assert before.pixelColor(middle, 0) != after.pixelColor(middle, 0)
    assert after.pixelColor(middle, 0).blue() > after.pixelColor(middle, 0).red()
