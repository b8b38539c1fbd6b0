from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from explorer.pages.charts import LadderChart, LadderRow
from explorer.style import LIGHT, rung_colours
from explorer.ui.charts.ladders import LadderPlot
from explorer.ui.charts.view import ChartView
from explorer.ui.widgets.text import Text


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


def test_a_share_in_the_key_is_written_as_the_text_tells_it(
    qtbot: QtBot, ladder_chart: LadderChart
) -> None:
    """88.5 % is “89 %” in words, as 88.54 % is; a share below one is “<1 %” in both."""
    pictures: list[QImage] = []
    for shares in ((0.002, 0.113, 0.885), (0.004, 0.1106, 0.8854)):
        plot = LadderPlot(LIGHT)
        qtbot.addWidget(plot)
        plot.resize(300, 10)
        row = LadderRow("AZE", "Azerbaijan", shares)
        plot.show_chart(replace(ladder_chart, rows=(row,)), LIGHT)
        image = plot.grab().toImage()
        pictures.append(image.copy(QRect(0, 50, image.width(), image.height() - 50)))
    assert pictures[0] == pictures[1]


def test_whiskers_and_the_thin_bar_make_a_row_higher(
    qtbot: QtBot, ladder_chart: LadderChart
) -> None:
    def height(row: LadderRow) -> int:
        plot = LadderPlot(LIGHT)
        qtbot.addWidget(plot)
        plot.resize(300, 10)
        plot.show_chart(replace(ladder_chart, rows=(row,)), LIGHT)
        assert not plot.grab().isNull()
        return plot.height()

    bare = LadderRow("AZE", "Azerbaijan", (0.1, 0.2, 0.7))
    apart = replace(bare, bounds=((0.85, 0.95), (0.6, 0.8)))
    meeting = replace(bare, bounds=((0.7, 0.95), (0.6, 0.8)))
    thin = replace(bare, before=(0.2, 0.2, 0.6))
    assert height(bare) < height(apart) < height(meeting)
    assert height(bare) < height(thin) < height(replace(thin, bounds=apart.bounds))


@pytest.mark.parametrize("width", [300, 640, 670, 700])
def test_the_key_ends_within_the_chart_also_when_intervals_come_late(
    qtbot: QtBot, ladder_chart: LadderChart, width: int
) -> None:
    view = ChartView(LIGHT)
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show()
    view.show_chart(ladder_chart)
    bounds = ((0.02, 0.3), (0.1, 0.4), (0.4, 0.8))
    rows = tuple(replace(row, bounds=bounds) for row in ladder_chart.rows)
    view.show_chart(replace(ladder_chart, rows=rows))
    qtbot.wait(20)
    plot = view.canvas
    assert isinstance(plot, LadderPlot)
    image = plot.grab().toImage()
    last = rung_colours(LIGHT)[2]
    swatch = [y for y in range(image.height()) if image.pixelColor(6, y).name() == last]
    assert image.height() - 14 < max(swatch) < image.height() - 4
    source = next(
        each for each in view.findChildren(Text) if each.text() == ladder_chart.caption.source
    )
    assert source.y() >= plot.geometry().bottom()
