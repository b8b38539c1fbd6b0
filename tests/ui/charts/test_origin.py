"""“Where from?” of charts: the series, or a ladder of each state; none of what is reckoned."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from explorer.pages.charts import (
    BalanceChart,
    Bar,
    BarChart,
    Caption,
    LadderChart,
    LadderRow,
    StanceChart,
    TimelineChart,
)
from explorer.pages.tables import Table
from explorer.paths import bundled_pack
from explorer.style import LIGHT
from explorer.ui.charts.origin import ChartOrigin, goals_of

CAPTION = Caption("GDP", "USD", "Source: W", "", "", Table((), (), ()))


def test_a_chart_of_a_series_leads_to_it() -> None:
    chart = BarChart(
        replace(CAPTION, goal="series:indicator/gdp"), (Bar("KAZ", "K", 1, 1, ""),), 0
    )
    assert goals_of(chart) == (("GDP", "series:indicator/gdp"),)
    assert goals_of(replace(chart, caption=CAPTION)) == ()


def test_a_chart_of_all_rows_of_a_table_leads_to_its_file() -> None:
    made = (
        TimelineChart(CAPTION, (), (), (), 0.0, 1.0),
        BalanceChart(CAPTION, (), ()),
        StanceChart(CAPTION, (), "", (), ()),
    )
    files = ("timeline", "evidence", "assessments")
    for chart, name in zip(made, files, strict=True):
        assert goals_of(chart) == (("GDP", f"file:data/{name}.csv"),)
        assert (bundled_pack() / "data" / f"{name}.csv").is_file()


def test_ladders_of_several_states_ask_of_which(qtbot: QtBot) -> None:
    rows = tuple(
        LadderRow(iso3, name, (1.0,))
        for iso3, name in (("AZE", "Azerbaijan"), ("KAZ", "Kazakhstan"))
    )
    origin = ChartOrigin(LIGHT)
    qtbot.addWidget(origin)
    origin.show_chart(LadderChart(CAPTION, ("Rung",), rows))
    assert origin.goals == (("Azerbaijan", "ladder:AZE"), ("Kazakhstan", "ladder:KAZ"))
    menu = origin.menu()
    assert [action.text() for action in menu.actions()] == ["Azerbaijan", "Kazakhstan"]
    menu.deleteLater()
