from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import (
    BarChart,
    Chart,
    EstimateChart,
    LadderChart,
    LineChart,
    RangeChart,
)
from explorer.pages.comparability import Caution
from explorer.pages.rivals import RivalGroup, RivalLine
from explorer.pages.tables import as_tsv
from explorer.style import DARK, LIGHT
from explorer.ui.charts.bars import BarPlot
from explorer.ui.charts.estimates import EstimatePlot
from explorer.ui.charts.ladders import LadderPlot
from explorer.ui.charts.lines import LinePlot
from explorer.ui.charts.picture import picture_of
from explorer.ui.charts.ranges import RangePlot
from explorer.ui.charts.table_window import TableWindow
from explorer.ui.charts.view import ChartView
from explorer.ui.widgets.caution_badge import CautionLines
from explorer.ui.widgets.rival_lines import RivalLines


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView(LIGHT)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def test_each_kind_of_chart_has_its_canvas(
    view: ChartView,
    line_chart: LineChart,
    bar_chart: BarChart,
    range_chart: RangeChart,
    ladder_chart: LadderChart,
    estimate_chart: EstimateChart,
) -> None:
    charts: tuple[tuple[Chart, type], ...] = (
        (line_chart, LinePlot),
        (bar_chart, BarPlot),
        (range_chart, RangePlot),
        (ladder_chart, LadderPlot),
        (estimate_chart, EstimatePlot),
    )
    for chart, kind in charts:
        view.show_chart(chart)
        assert isinstance(view.canvas, kind)
        assert view.canvas.isVisible()
        assert not view.grab().isNull()
    view.show_chart(line_chart)
    assert isinstance(view.canvas, LinePlot)


def test_copying_the_image_puts_an_image_and_a_text_on_the_clipboard(
    view: ChartView, line_chart: LineChart
) -> None:
    view.show_chart(line_chart)
    view.buttons["Copy image"].click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert QGuiApplication.clipboard().image().width() > 900
    assert "Trade with Iran" in data.text()
    assert "Source: a source" in data.text()
    assert "no value found" in data.text()


def test_copying_the_table_puts_its_cells_on_the_clipboard(
    view: ChartView, line_chart: LineChart
) -> None:
    view.show_chart(line_chart)
    view.buttons["Copy table"].click()
    assert QGuiApplication.clipboard().text() == as_tsv(line_chart.caption.table)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_saving_says_which_kind_is_wanted(
    qtbot: QtBot, view: ChartView, bar_chart: BarChart, kind: str
) -> None:
    view.show_chart(bar_chart)
    wanted: list[str] = []
    view.save_wanted.connect(wanted.append)
    press(view.buttons[f"{kind.upper()}…"], Qt.Key.Key_Space)
    assert wanted == [kind]


def test_every_button_is_also_in_the_menu_and_has_a_name(
    view: ChartView, bar_chart: BarChart
) -> None:
    view.show_chart(bar_chart)
    assert [action.text() for action in view.actions()] == list(view.buttons)
    assert all(button.accessibleName() for button in view.buttons.values())
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in view.buttons.values())


def test_the_table_opens_in_a_window(qtbot: QtBot, view: ChartView, bar_chart: BarChart) -> None:
    view.show_chart(bar_chart)
    view.buttons["Table"].click()
    window = view.findChild(TableWindow)
    assert window is not None
    assert window.isVisible()
    window.close()
    qtbot.waitUntil(lambda: view.findChild(TableWindow) is None)


def test_a_country_without_a_value_is_named_without_unfolding_and_only_once(
    view: ChartView, bar_chart: BarChart
) -> None:
    missing = "No value found for Turkmenistan."
    caption = replace(bar_chart.caption, caveat=f"{missing} Mirror data.", missing=missing)
    view.show_chart(replace(bar_chart, caption=caption))
    assert view._missing.isVisible()
    assert view._missing.text() == missing
    view._caveat_button.click()
    assert view._caveat.text() == "Mirror data."
    view.show_chart(replace(bar_chart, caption=replace(caption, caveat=missing)))
    assert view._missing.isVisible()
    assert not view._caveat_button.isVisible()
    view.show_chart(bar_chart)
    assert not view._missing.isVisible()


def test_the_caveat_unfolds(view: ChartView, bar_chart: BarChart) -> None:
    view.show_chart(bar_chart)
    assert not view._caveat.isVisible()
    view._caveat_button.click()
    assert view._caveat.isVisible()
    assert view._caveat.text() == "Mirror data."


def test_reset_is_offered_only_after_zooming(
    qtbot: QtBot, view: ChartView, line_chart: LineChart
) -> None:
    view.show_chart(line_chart)
    assert not view.reset_button.isVisible()
    assert view.canvas is not None
    press(view.canvas, Qt.Key.Key_Plus)
    assert view.reset_button.isVisible()
    view.reset_button.click()
    assert not view.reset_button.isVisible()


def test_the_chart_is_described_for_screen_readers(view: ChartView, bar_chart: BarChart) -> None:
    view.show_chart(bar_chart)
    assert view.accessibleName() == "Trade with Iran"
    assert view.accessibleDescription() == "Azerbaijan 4.2 in 2019"


def test_another_theme_is_drawn_anew(view: ChartView, bar_chart: BarChart) -> None:
    view.show_chart(bar_chart)
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light


def test_cautions_and_rival_figures_go_with_the_chart(
    view: ChartView, bar_chart: BarChart, line_chart: LineChart
) -> None:
    year = Caution("year", "Y", "Latest years differ: A 2021, B 2020.", withholds=True)
    group = RivalGroup("Arms", (RivalLine("Bank", "A 3 (2020)"),))
    caption = replace(
        bar_chart.caption,
        compared="Not called higher or lower: the years lie too far apart.",
        cautions=(year,),
        rivals=(group,),
    )
    view.show_chart(replace(bar_chart, caption=caption))
    [lines] = view.findChildren(CautionLines)
    [rivals] = view.findChildren(RivalLines)
    assert lines.isVisible()
    assert rivals.isVisible()
    assert len(lines.badges) == 1
    plain = picture_of(view, bar_chart.caption, LIGHT)
    assert picture_of(view, caption, LIGHT).height() > plain.height()
    window = TableWindow(caption, LIGHT, view)
    shown = [label.text() for label in window.findChildren(QLabel)]
    assert caption.compared in shown
    assert "Y: Latest years differ: A 2021, B 2020." in shown
    window.close()
    view.show_chart(line_chart)
    assert lines.isHidden()
    assert rivals.isHidden()
