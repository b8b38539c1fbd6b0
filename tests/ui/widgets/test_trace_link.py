"""“Where from?” tells the nearest panel above it, and stands back where there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from explorer.style import LIGHT
from explorer.ui.widgets.trace_link import TraceLink


class Panel(QWidget):
    trace_wanted = Signal(str)


def laid_in(panel: QWidget, link: TraceLink) -> None:
    inner = QWidget(panel)
    QVBoxLayout(panel).addWidget(inner)
    QVBoxLayout(inner).addWidget(link)


def test_the_nearest_panel_above_is_told_the_goal(qtbot: QtBot) -> None:
    panel, link = Panel(), TraceLink("source:S001", LIGHT, "Daryo.uz")
    qtbot.addWidget(panel)
    laid_in(panel, link)
    came: list[str] = []
    panel.trace_wanted.connect(came.append)
    panel.show()
    assert link.isVisible()
    link.click()
    assert came == ["source:S001"]
    assert link.accessibleName() == "Where from? Daryo.uz"


def test_where_no_panel_takes_it_the_link_is_not_shown(qtbot: QtBot) -> None:
    alone, link = QWidget(), TraceLink("source:S001", LIGHT)
    qtbot.addWidget(alone)
    laid_in(alone, link)
    alone.show()
    assert not link.isVisible()


def test_a_link_without_a_goal_is_not_shown(qtbot: QtBot) -> None:
    panel, link = Panel(), TraceLink("", LIGHT)
    qtbot.addWidget(panel)
    laid_in(panel, link)
    panel.show()
    assert not link.isVisible()
