import pytest

from explorer.pages.charts import Balance, BalanceChart, BalanceRow, Caption
from explorer.pages.tables import Table
from explorer.report.balance_drawing import balance_height
from explorer.report.pictures import picture_svg
from explorer.style import DARK, LIGHT

CAPTION = Caption("For and against", "items", "", "", "", Table((), (), ()))
ROWS = (
    BalanceRow("Energy", (Balance(17, 6), Balance(0, 3))),
    BalanceRow("All factors", (Balance(41, 52), Balance(0, 3)), is_total=True),
)
GRID = BalanceChart(CAPTION, ("Kazakhstan", "Uzbekistan"), ROWS)
COURSE = BalanceChart(CAPTION, ("2025 H1", "2025 H2"), ROWS[:1], over_time=True)


def said(chart: BalanceChart) -> str:
    return picture_svg(chart, LIGHT).decode()


@pytest.mark.parametrize("words", ["Energy", "Kazakhstan", "17", "6", "52", "towards closer ties"])
def test_labels_counts_and_sums_stand_as_text_in_the_picture(words: str) -> None:
    assert f">{words}<" in said(GRID)


def test_nought_is_drawn_as_no_bar_and_no_figure() -> None:
    assert ">0<" not in said(GRID)


def test_a_course_of_time_names_its_spans() -> None:
    assert ">2025 H1<" in said(COURSE)
    assert LIGHT.pull in said(COURSE)


def test_the_colours_are_those_of_the_theme() -> None:
    picture = picture_svg(GRID, DARK).decode()
    assert DARK.hold in picture
    assert LIGHT.hold not in picture


def test_a_grid_grows_with_its_rows_and_a_course_does_not() -> None:
    assert balance_height(GRID) > balance_height(BalanceChart(CAPTION, GRID.columns, ROWS[:1]))
    assert balance_height(COURSE) > 100
