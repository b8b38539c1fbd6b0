import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from explorer.pages.charts import CalibrationChart, CalibrationPoint, Caption
from explorer.pages.tables import Table
from explorer.style import DARK, LIGHT, Theme
from explorer.ui.charts.calibrations import CalibrationPlot
from explorer.ui.charts.view import ChartView

CAPTION = Caption("Calibration", "bins", "", "", "Two bins", Table((), (), ()))
LOW = CalibrationPoint(0.1, 0.25, 4, "4 forecasts: so much")
HIGH = CalibrationPoint(0.95, 0.9, 16, "16 forecasts: so much")
CHART = CalibrationChart(CAPTION, (LOW, HIGH), (0.0, 0.2, 0.4, 0.6, 0.8, 1.0), 0.6)


def shown(qtbot: QtBot, theme: Theme) -> CalibrationPlot:
    plot = CalibrationPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(500, 10)
    plot.show_chart(CHART, theme)
    return plot


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_bin_is_marked_where_its_mean_and_its_share_meet(qtbot: QtBot, theme: Theme) -> None:
    plot = shown(qtbot, theme)
    image = plot.grab().toImage()
    for point in (LOW, HIGH):
        assert image.pixelColor(plot.place_of(point).toPoint()).name() == theme.accent


def test_what_came_true_more_often_than_was_said_lies_above_the_diagonal(qtbot: QtBot) -> None:
    plot = shown(qtbot, LIGHT)
    even = CalibrationPoint(LOW.mean, LOW.mean, 1, "")
    assert plot.place_of(LOW).y() < plot.place_of(even).y()
    assert plot.place_of(LOW).x() == plot.place_of(even).x()


def test_the_bin_under_the_pointer_tells_its_figures(qtbot: QtBot) -> None:
    plot = shown(qtbot, LIGHT)
    assert plot.point_at(plot.place_of(HIGH)) == HIGH
    assert plot.point_at(QPointF(200, 200)) is None


def test_a_narrow_plot_stays_square_and_is_lower(qtbot: QtBot) -> None:
    plot = shown(qtbot, LIGHT)
    wide = plot.height()
    plot.resize(260, wide)
    assert plot.height_for(CHART) < wide


def test_the_view_draws_it_with_its_table_at_hand(qtbot: QtBot) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.show_chart(CHART)
    assert isinstance(view.canvas, CalibrationPlot)
    assert view.canvas.accessibleDescription() == "Two bins"
