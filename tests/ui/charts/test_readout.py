from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.pages.charts import LineChart
from explorer.style import LIGHT
from explorer.ui.charts.readout import Readout


def test_a_year_without_a_value_says_so(qtbot: QtBot, line_chart: LineChart) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    readout = Readout(parent, LIGHT)
    readout.show_year(line_chart, 2019, LIGHT)
    assert readout.rows[1][2] == "no value found"
    assert readout.accessibleName() == "2019: Azerbaijan 4.2; Kazakhstan no value found"


def test_the_readout_stands_on_the_side_with_more_room(
    qtbot: QtBot, line_chart: LineChart
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(400, 200)
    parent.show()
    readout = Readout(parent, LIGHT)
    readout.show_year(line_chart, 2019, LIGHT)
    readout.stand_beside(350, QRect(0, 0, 400, 200))
    assert readout.geometry().right() < 350
    readout.stand_beside(50, QRect(0, 0, 400, 200))
    assert readout.x() > 50
    assert not readout.grab().isNull()
