from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import Caption, FitChart, FitPoint
from explorer.pages.tables import Table
from explorer.style import LIGHT, country_colour
from explorer.ui.charts.fits import FitPlot
from explorer.ui.charts.view import ChartView

_CHART = FitChart(
    Caption("Judged moves", "", "", "", "Two moves.", Table((), (), ())),
    "Change in propensity",
    "Change in log-odds",
    (FitPoint("AZE", 0.05, -0.5, "AZE moved."), FitPoint("KAZ", 0.05, 1.0, "KAZ moved.")),
    13.2,
    (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan")),
    error=2.4,
)


@pytest.fixture
def plot(qtbot: QtBot) -> FitPlot:
    made = FitPlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(480, 10)
    made.show_chart(_CHART, LIGHT)
    return made


def test_a_larger_move_is_drawn_higher(plot: FitPlot) -> None:
    azerbaijan, kazakhstan = (plot.place_of(point) for point in _CHART.points)
    assert kazakhstan.y() < azerbaijan.y() - 50


def test_moves_of_two_states_at_one_place_do_not_hide_one_another(plot: FitPlot) -> None:
    same = tuple(replace(point, y=0.5) for point in _CHART.points)
    plot.show_chart(replace(_CHART, points=same), LIGHT)
    first, second = (plot.place_of(point) for point in same)
    assert 2.0 < second.x() - first.x() < 6.0


def test_each_country_keeps_its_colour(plot: FitPlot) -> None:
    image = plot.grab().toImage()
    place = plot.place_of(_CHART.points[1]).toPoint()
    found, wanted = image.pixelColor(place), country_colour("KAZ", LIGHT)
    red, green, blue = (int(wanted[at : at + 2], 16) for at in (1, 3, 5))
    assert abs(found.red() - red) < 45
    assert abs(found.green() - green) < 45
    assert found.blue() < blue + 60


def test_the_move_under_the_pointer_tells_its_figures(
    plot: FitPlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(_place: QPoint, words: str, _owner: QWidget) -> None:
        told.append(words)

    monkeypatch.setattr(QToolTip, "showText", tell)
    at = plot.place_of(_CHART.points[0])
    for place in (at + QPointF(2, 2), at + QPointF(40, 0)):
        point = place.toPoint()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, point, plot.mapToGlobal(point))
        QApplication.sendEvent(plot, event)
    assert told == ["AZE moved.", ""]


def test_nothing_is_told_where_there_is_nothing(qtbot: QtBot) -> None:
    empty = FitPlot(LIGHT)
    qtbot.addWidget(empty)
    assert empty.point_at(QPointF(1, 1)) is None
    assert empty.place_of(_CHART.points[0]) == QPointF()


def test_the_key_wraps_where_it_is_narrow(plot: FitPlot) -> None:
    wide = plot.height_for(_CHART)
    plot.show()
    plot.resize(140, plot.height())
    assert plot.height() == plot.height_for(_CHART) > wide


def test_the_line_is_drawn_through_the_origin_and_without_an_error_too(plot: FitPlot) -> None:
    sure = plot.grab().toImage()
    plot.show_chart(replace(_CHART, error=0.0), LIGHT)
    assert plot.grab().toImage() != sure
    origin = plot.place_of(FitPoint("none", 0.0, 0.0, ""))
    pixel = plot.grab().toImage().pixelColor(QPoint(round(origin.x()), round(origin.y())))
    assert pixel.lightness() < 140


def test_the_chart_view_draws_it_on_this_canvas(qtbot: QtBot) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.show_chart(_CHART)
    assert isinstance(view.canvas, FitPlot)
    view.copy_image()
    assert QGuiApplication.clipboard().mimeData().hasImage()
