from pytestqt.qtbot import QtBot

from explorer.pages.charts import LadderChart
from explorer.style import LIGHT, rung_colours
from explorer.ui.charts.ladders import LadderPlot


def test_a_rung_is_as_wide_as_its_share(qtbot: QtBot, ladder_chart: LadderChart) -> None:
    plot = LadderPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(300, 10)
    plot.show_chart(ladder_chart, LIGHT)
    image = plot.grab().toImage()
    line = [image.pixelColor(x, 21).name() for x in range(image.width())]
    widths = [line.count(colour) for colour in rung_colours(LIGHT)[:3]]
    assert widths[2] > widths[1] > widths[0] > 0
    assert abs(widths[2] - 0.7 * 300) < 10


def test_the_chart_is_described_for_screen_readers(
    qtbot: QtBot, ladder_chart: LadderChart
) -> None:
    plot = LadderPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.show_chart(ladder_chart, LIGHT)
    assert plot.accessibleName() == "Trade with Iran"
    assert plot.accessibleDescription() == "Azerbaijan 4.2 in 2019"
