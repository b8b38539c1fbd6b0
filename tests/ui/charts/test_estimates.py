from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from explorer.pages.charts import Estimate, EstimateChart, EstimateRow
from explorer.style import LIGHT, country_colour
from explorer.ui.charts.estimates import EstimatePlot


@pytest.fixture
def plot(qtbot: QtBot) -> EstimatePlot:
    made = EstimatePlot(LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 10)
    return made


def coloured(image: QImage, iso3: str, y: int | None = None) -> list[int]:
    """Give the columns of an image that hold a country's colour."""
    colour = country_colour(iso3, LIGHT)
    lines = range(image.height()) if y is None else range(y, y + 1)
    return [
        x
        for x in range(18, image.width())
        if any(image.pixelColor(x, line).name() == colour for line in lines)
    ]


def test_a_whisker_is_as_long_as_its_interval_and_holds_the_dot(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    one = replace(
        estimate_chart,
        columns=("Low",),
        rows=(EstimateRow("AZE", "Azerbaijan", (Estimate(0.5, (0.25, 0.75)),)),),
    )
    plot.show_chart(one, LIGHT)
    drawn = coloured(plot.grab().toImage(), "AZE")
    wide = max(drawn) - min(drawn)
    narrow = replace(one, rows=(EstimateRow("AZE", "Azerbaijan", (Estimate(0.5, (0.4, 0.6)),)),))
    plot.show_chart(narrow, LIGHT)
    drawn = coloured(plot.grab().toImage(), "AZE")
    assert (max(drawn) - min(drawn)) / wide == pytest.approx(0.4, abs=0.02)


def test_without_an_interval_the_dot_stands_alone(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    row = EstimateRow("AZE", "Azerbaijan", (Estimate(0.5, None),))
    plot.show_chart(replace(estimate_chart, columns=("Low",), rows=(row,)), LIGHT)
    drawn = coloured(plot.grab().toImage(), "AZE")
    assert 0 < max(drawn) - min(drawn) < 14


def test_panels_stand_side_by_side_where_there_is_room_and_else_one_under_the_other(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    plot.show()
    plot.show_chart(estimate_chart, LIGHT)
    side_by_side = plot.height()
    plot.resize(260, plot.height())
    assert plot.height() > 1.8 * side_by_side
    plot.resize(700, plot.height())
    assert plot.height() == side_by_side


def test_a_lone_country_has_a_lane_a_column(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    plot.show_chart(replace(estimate_chart, rows=estimate_chart.rows[:1]), LIGHT)
    two = plot.height()
    more = replace(
        estimate_chart,
        columns=(*estimate_chart.columns, "Highest"),
        rows=(
            replace(
                estimate_chart.rows[0],
                estimates=(*estimate_chart.rows[0].estimates, Estimate(0.1, None)),
            ),
        ),
    )
    plot.show_chart(more, LIGHT)
    assert plot.height() > two


def test_a_higher_probability_stands_further_right(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    rows = (
        EstimateRow("AZE", "Azerbaijan", (Estimate(0.9, None),)),
        EstimateRow("KAZ", "Kazakhstan", (Estimate(0.2, None),)),
    )
    plot.show_chart(replace(estimate_chart, columns=("Low",), rows=rows), LIGHT)
    image = plot.grab().toImage()
    assert min(coloured(image, "AZE")) > max(coloured(image, "KAZ")) + 100


def test_a_chart_without_rows_takes_no_room(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    plot.show_chart(replace(estimate_chart, rows=(), columns=()), LIGHT)
    assert plot.height() == 0


def test_five_panels_that_do_not_fit_in_a_line_stand_as_three_and_two(
    plot: EstimatePlot, estimate_chart: EstimateChart
) -> None:
    rows = tuple(
        EstimateRow(iso3, name, (Estimate(0.5, None),) * 5)
        for iso3, name in (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan"))
    )
    five = replace(estimate_chart, columns=("A", "B", "C", "D", "E"), rows=rows)
    plot.resize(640, 10)  # there is room for four
    plot.show_chart(five, LIGHT)
    image = plot.grab().toImage()
    half = image.height() // 2
    dots = [
        _runs(sorted({x for y in range(top, top + half) for x in coloured(image, "AZE", y)}))
        for top in (0, half)
    ]
    assert [len(each) for each in dots] == [3, 2]


def _runs(columns: list[int]) -> list[int]:
    """Give where each run of neighbouring columns begins."""
    return [x for before, x in pairwise((-9, *columns)) if x - before > 4]
