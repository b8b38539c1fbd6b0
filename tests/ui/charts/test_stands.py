from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import Caption, Stand, StandChart
from explorer.pages.tables import Table
from explorer.style import LIGHT
from explorer.ui.charts.stands import StandPlot
from explorer.ui.charts.view import ChartView

_RUNGS = ("Ordinary ties", "Low-stakes cooperation", "Token accession")
_CHART = StandChart(
    Caption("Where actors settle", "", "", "", "Two actors.", Table((), (), ())),
    _RUNGS,
    (
        Stand("Israel", 3.0, 2.8, 3.0, 0.75, "Israel: 3.00."),
        Stand("Iran", 1.0, 1.0, 1.2, 0.25, "Iran: 1.00."),
    ),
    mean=2.5,
    median=3.0,
)


@pytest.fixture
def plot(qtbot: QtBot) -> StandPlot:
    made = StandPlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 10)
    made.show_chart(_CHART, LIGHT)
    return made


def accent_columns(image: QImage, top: int, bottom: int) -> list[int]:
    return [
        x
        for x in range(image.width())
        for y in range(top, bottom)
        if image.pixelColor(x, y) == QColor(LIGHT.accent)
    ]


def inked(image: QImage, around: int) -> int:
    """Count the pixels of the second row's bubble."""
    ground = image.pixelColor(image.width() // 2, 46)
    area = ((x, y) for x in range(around - 12, around + 24) for y in range(45, 66))
    return sum(image.pixelColor(x, y) != ground for x, y in area)


def test_an_actor_at_a_higher_rung_stands_further_right(plot: StandPlot) -> None:
    image = plot.grab().toImage()
    first, second = accent_columns(image, 22, 44), accent_columns(image, 44, 66)
    assert min(first) > max(second) + 100


def test_the_larger_share_has_the_larger_bubble(plot: StandPlot) -> None:
    even = replace(_CHART, stands=tuple(replace(each, share=0.5) for each in _CHART.stands))
    before = plot.grab().toImage()
    plot.show_chart(even, LIGHT)
    after = plot.grab().toImage()
    x = accent_columns(before, 44, 66)[0]
    assert inked(after, x) > inked(before, x)


def test_labels_of_mean_and_median_that_lie_close_do_not_touch(plot: StandPlot) -> None:
    plot.show_chart(replace(_CHART, mean=2.0, median=2.0), LIGHT)
    image = plot.grab().toImage()
    ground = image.pixelColor(0, 0)
    inked = [
        any(image.pixelColor(x, y) != ground for y in range(16)) for x in range(image.width())
    ]
    first, last = inked.index(True), len(inked) - inked[::-1].index(True)
    # Two labels with their pieces of line, side by side and not one on the other.
    assert last - first > 150


def test_the_row_under_the_pointer_tells_its_figures(plot: StandPlot) -> None:
    found = plot.stand_at(55.0)
    assert found is not None
    assert found.label == "Iran"
    assert plot.stand_at(3.0) is None
    assert plot.stand_at(500.0) is None


def test_the_figures_are_shown_as_a_hint(plot: StandPlot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def tell(_place: QPoint, words: str, _owner: QWidget) -> None:
        told.append(words)

    monkeypatch.setattr(QToolTip, "showText", tell)
    for y in (30, 2):
        place = QPoint(200, y)
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place, plot.mapToGlobal(place))
        QApplication.sendEvent(plot, event)
    assert told == ["Israel: 3.00.", ""]


def test_narrow_names_of_rungs_take_more_lines(plot: StandPlot) -> None:
    wide = plot.height_for(_CHART)
    plot.resize(280, plot.height())
    assert plot.height_for(_CHART) > wide
    plot.show()
    plot.resize(279, plot.height())
    assert plot.height() == plot.height_for(_CHART)


def test_a_chart_without_actors_is_still_drawn(plot: StandPlot) -> None:
    plot.show_chart(replace(_CHART, stands=()), LIGHT)
    assert not plot.grab().isNull()


def test_the_chart_view_draws_it_on_this_canvas(qtbot: QtBot) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.show_chart(_CHART)
    assert isinstance(view.canvas, StandPlot)
    view.copy_image()
    assert QGuiApplication.clipboard().mimeData().hasImage()
