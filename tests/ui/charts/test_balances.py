import pytest
from pytestqt.qtbot import QtBot

from explorer.pages.charts import Balance, BalanceChart, BalanceRow, Caption
from explorer.pages.tables import Table
from explorer.style import DARK, LIGHT, Theme
from explorer.ui.charts.balances import BalancePlot

CAPTION = Caption("For and against", "items", "", "", "So and so", Table((), (), ()))


def grid(against: int, towards: int) -> BalanceChart:
    rows = (
        BalanceRow("Oil", (Balance(towards, against), Balance(0, 0))),
        BalanceRow("All", (Balance(100, 100), Balance(100, 100)), is_total=True),
    )
    return BalanceChart(CAPTION, ("Kazakhstan", "Uzbekistan"), rows)


def lengths(plot: BalancePlot, theme: Theme, *, upright: bool) -> tuple[int, int]:
    """Count the pixels of the bars against and towards along their length."""
    image = plot.grab().toImage()
    runs = {theme.hold: 0, theme.pull: 0}
    lines = range(image.width()) if upright else range(40, 60)
    for line in lines:
        along = image.height() if upright else image.width()
        for hue, longest in runs.items():
            found = sum(
                image.pixelColor(*((line, at) if upright else (at, line))).name() == hue
                for at in range(along)
            )
            runs[hue] = max(longest, found)
    return runs[theme.hold], runs[theme.pull]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_bars_are_as_long_as_their_counts_and_a_sum_does_not_dwarf_them(
    qtbot: QtBot, theme: Theme
) -> None:
    plot = BalancePlot(theme)
    qtbot.addWidget(plot)
    plot.resize(600, 10)
    plot.show_chart(grid(against=3, towards=9), theme)
    against, towards = lengths(plot, theme, upright=False)
    assert towards > 40
    assert against == pytest.approx(towards / 3, abs=2)


def test_a_course_of_time_goes_up_and_down(qtbot: QtBot) -> None:
    row = BalanceRow("Items", (Balance(4, 2), Balance(0, 0)))
    chart = BalanceChart(CAPTION, ("2025 H1", "2025 H2"), (row,), over_time=True)
    plot = BalancePlot(LIGHT)
    qtbot.addWidget(plot)
    plot.resize(300, 10)
    plot.show_chart(chart, LIGHT)
    against, towards = lengths(plot, LIGHT, upright=True)
    assert towards > 60
    assert against == pytest.approx(towards / 2, abs=3)


def test_the_grid_is_as_high_as_its_rows_and_says_what_it_shows(qtbot: QtBot) -> None:
    plot = BalancePlot(LIGHT)
    qtbot.addWidget(plot)
    plot.show_chart(grid(1, 1), LIGHT)
    two = plot.height()
    plot.show_chart(BalanceChart(CAPTION, ("Kazakhstan",), grid(1, 1).rows[:1]), LIGHT)
    assert plot.height() < two
    assert plot.accessibleDescription() == "So and so"
