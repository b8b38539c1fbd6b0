import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from explorer.pages.charts import BarChart
from explorer.style import DARK, LIGHT
from explorer.ui.charts.painted import PaintedPlot


class Blank(PaintedPlot[BarChart]):
    def height_for(self, chart: BarChart) -> int:
        return 10 * len(chart.bars)

    def paint(self, painter: QPainter, chart: BarChart) -> None:
        assert chart is self.chart
        assert painter.testRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.accent)


@pytest.fixture
def plot(qtbot: QtBot) -> Blank:
    made = Blank(LIGHT)
    qtbot.addWidget(made)
    return made


def test_a_plot_without_a_chart_takes_no_height_and_paints_nothing(plot: Blank) -> None:
    assert plot.sizeHint().height() == 0
    plot.resize(20, 20)
    assert plot.grab().toImage().pixelColor(5, 5).name() != LIGHT.accent


def test_a_plot_is_as_high_as_its_chart_and_takes_any_width(
    plot: Blank, bar_chart: BarChart
) -> None:
    plot.resize(500, 5)
    plot.show_chart(bar_chart, LIGHT)
    assert (plot.width(), plot.height()) == (500, 30)


def test_a_plot_says_its_chart_to_a_screen_reader(plot: Blank, bar_chart: BarChart) -> None:
    plot.show_chart(bar_chart, LIGHT)
    assert plot.accessibleName() == bar_chart.caption.title
    assert plot.accessibleDescription() == bar_chart.caption.description


def test_a_plot_paints_in_the_theme_it_was_last_given(plot: Blank, bar_chart: BarChart) -> None:
    plot.show_chart(bar_chart, LIGHT)
    plot.show_chart(bar_chart, DARK)
    assert plot.grab().toImage().pixelColor(5, 5).name() == DARK.accent
