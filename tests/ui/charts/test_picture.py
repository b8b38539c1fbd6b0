from pytestqt.qtbot import QtBot

from explorer.pages.charts import BarChart
from explorer.style import LIGHT, country_colour
from explorer.ui.charts.bars import BarPlot
from explorer.ui.charts.picture import picture_of


def test_a_picture_is_sharp_and_holds_drawing_and_words(qtbot: QtBot, bar_chart: BarChart) -> None:
    plot = BarPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(320, 10)
    plot.show_chart(bar_chart, LIGHT)
    image = picture_of(plot, bar_chart.caption, LIGHT)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert image.width() == 3 * (320 + 24)
    assert image.height() > 3 * (plot.height() + 24)
    assert {country_colour("AZE", LIGHT), LIGHT.ink, LIGHT.card} <= colours
