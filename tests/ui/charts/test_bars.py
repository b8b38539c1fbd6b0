from dataclasses import replace

from pytestqt.qtbot import QtBot

from explorer.pages.charts import BarChart
from explorer.style import LIGHT, country_colour
from explorer.ui.charts.bars import BarPlot


def test_a_missing_value_is_said_in_words_and_draws_no_bar(
    qtbot: QtBot, bar_chart: BarChart
) -> None:
    plot = BarPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.show_chart(bar_chart, LIGHT)
    assert [plot.words(bar) for bar in bar_chart.bars] == [
        "12.5 (2021)",
        "\u22123.0 (2020)",
        "no value found",
    ]


def test_bars_go_to_both_sides_of_zero(qtbot: QtBot, bar_chart: BarChart) -> None:
    plot = BarPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(320, 10)
    plot.show_chart(bar_chart, LIGHT)
    image = plot.grab().toImage()

    def columns(iso3: str, row: int) -> list[int]:
        colour = country_colour(iso3, LIGHT)
        middle = row * 26 + 15
        found = range(80, image.width())
        return [x for x in found if image.pixelColor(x, middle).name() == colour]

    assert max(columns("KAZ", 1)) <= min(columns("AZE", 0))
    assert columns("UZB", 2) == []


def test_the_chart_is_as_high_as_its_rows(qtbot: QtBot, bar_chart: BarChart) -> None:
    plot = BarPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.show_chart(bar_chart, LIGHT)
    three = plot.height()
    plot.show_chart(BarChart(bar_chart.caption, bar_chart.bars[:1], 1), LIGHT)
    assert plot.height() < three


def test_a_bar_of_an_older_year_is_an_outline(qtbot: QtBot, bar_chart: BarChart) -> None:
    plot = BarPlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(320, 10)
    bars = (bar_chart.bars[0], replace(bar_chart.bars[0], iso3="KAZ", year=2020))

    def full(iso3: str, row: int) -> int:
        plot.show_chart(BarChart(bar_chart.caption, bars, 1), LIGHT)
        image = plot.grab().toImage()
        colour, middle = country_colour(iso3, LIGHT), row * 26 + 15
        return sum(image.pixelColor(x, middle).name() == colour for x in range(90, image.width()))

    assert full("AZE", 0) > 50
    assert full("KAZ", 1) < 5
