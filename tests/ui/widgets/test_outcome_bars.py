from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from explorer.domain.atlas import Atlas
from explorer.pages.outlook import compose_outlook
from explorer.pages.what_if_outcomes import OutcomeBars, compose_outcome_bars
from explorer.style import DARK, LIGHT
from explorer.ui.widgets.outcome_bars import OutcomeBarsView
from explorer.workspace.document import WhatIf, Workspace, frozen

STATES = ("AZE", "KAZ", "UZB")
CHANGED = Workspace(what_if=WhatIf(ratings=frozen({("KAZ", "public_opinion"): 0.2})))


@pytest.fixture
def bars_of(atlas: Atlas) -> Callable[[Workspace], OutcomeBars]:
    return lambda workspace: compose_outcome_bars(
        atlas, compose_outlook(atlas, workspace), None, STATES
    )


@pytest.fixture
def view(qtbot: QtBot) -> OutcomeBarsView:
    made = OutcomeBarsView(LIGHT)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_the_bars_are_said_whole_to_a_screen_reader(
    view: OutcomeBarsView, bars_of: Callable[[Workspace], OutcomeBars]
) -> None:
    bars = bars_of(CHANGED)
    view.show_bars(bars, "KAZ")
    assert view.accessibleName() == "Likely outcomes"
    for words in bars.words:
        assert words.description in view.accessibleDescription()


def test_a_change_is_painted(
    view: OutcomeBarsView, bars_of: Callable[[Workspace], OutcomeBars]
) -> None:
    view.show_bars(bars_of(Workspace()), "KAZ")
    plain, height = view.grab().toImage(), view.height()
    view.show_bars(bars_of(CHANGED), "KAZ")
    assert view.grab().toImage() != plain
    assert view.height() > height  # room for the bars of before
    view.set_theme(DARK)
    assert view.grab().toImage() != plain


def test_the_key_takes_more_lines_where_it_is_narrow(
    view: OutcomeBarsView, bars_of: Callable[[Workspace], OutcomeBars]
) -> None:
    view.show_bars(bars_of(Workspace()), "KAZ")
    height = view.height()
    view.resize(320, height)
    QGuiApplication.processEvents()
    assert view.height() > height


def test_a_click_chooses_the_state_of_the_row(
    view: OutcomeBarsView, bars_of: Callable[[Workspace], OutcomeBars]
) -> None:
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    view.show_bars(bars_of(Workspace()), "KAZ")
    step = (view.height() - 18) // 3
    for row in range(3):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, step * row + 30))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(80, view.height() - 4))
    assert chosen == ["AZE", "KAZ", "UZB"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen has no tips
def test_the_pointer_is_told_the_whole_bar(
    qtbot: QtBot, view: OutcomeBarsView, bars_of: Callable[[Workspace], OutcomeBars]
) -> None:
    view.show_bars(bars_of(Workspace()), "KAZ")
    place = QPoint(80, 30)
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QGuiApplication.sendEvent(view, event)
    assert "Azerbaijan: Ordinary ties" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
